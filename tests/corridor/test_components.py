"""The components page shows every part; the style sheets use no token that is not set."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

COMPONENTS = sorted(path.stem for path in (settings.BASE_DIR / "templates/components").iterdir())
STYLES = "".join(path.read_text() for path in Path(settings.BASE_DIR, "static/css").glob("*.css"))


@pytest.mark.django_db
@pytest.mark.parametrize("name", COMPONENTS)
def test_component_is_shown(client, name):
    shown = {template.name for template in client.get(reverse("components")).templates}
    assert f"components/{name}.html" in shown


@pytest.mark.parametrize("name", sorted(set(re.findall(r"var\((--[a-z-]+)", STYLES))))
def test_token_is_defined(name):
    assert f"{name}:" in STYLES
