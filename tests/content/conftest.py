from datetime import date

import pytest

from corridor.content.models import Page
from tests.content.factories import make_editor, make_report
from tests.people import make_person, sign_in


@pytest.fixture
def editor(db):
    return make_editor()


@pytest.fixture
def auditor(db):
    return make_person("auditor@duesseldorf.example", name="Aud Itor", roles=["auditor"])


@pytest.fixture
def as_editor(client, editor):
    return sign_in(client, editor)


@pytest.fixture
def report(editor):
    return make_report()


@pytest.fixture
def statement(db):
    """The accessibility statement, last reviewed on 1 February 2024."""
    page = Page.objects.get(key="accessibility")
    page.changed_on, page.review_on = date(2024, 2, 1), date(2025, 1, 31)
    page.title_en, page.text_en = (
        "Accessibility statement",
        "## Status\n\nThe portal is **usable**.",
    )
    page.save()
    return page
