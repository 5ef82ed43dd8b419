"""What was agreed to stays what it was, word for word, in both languages."""

from hashlib import sha256

import pytest
from django.urls import reverse
from django.utils.translation import override

from tests.factories import make_application, make_startup, make_user, owner_of, sign_in
from welcome.declarations import CURRENT, VERSIONS
from welcome.models import Application
from welcome.sections import find
from welcome.summary import summary_of

# Of a wording that somebody may have agreed to. Another wording is another version.
WORDS = {
    ("2024-07", "de"): "6d83284ba30f87ff",
    ("2024-07", "en"): "20fffb6d5ff4bb0b",
}


def words_of(version, language):
    with override(language):
        text = "\n".join(f"{each.name}: {each.text} {each.hint}" for each in VERSIONS[version])
    return sha256(text.encode()).hexdigest()[:16]


@pytest.mark.parametrize(("version", "language"), WORDS)
def test_wording_of_a_version_never_changes(version, language):
    assert words_of(version, language) == WORDS[version, language]


def test_every_version_is_held():
    assert {version for version, _language in WORDS} == set(VERSIONS)
    assert CURRENT in VERSIONS


def test_declarations_are_shown_in_the_words_that_were_agreed_to(db, monkeypatch):
    draft = make_application()
    monkeypatch.setitem(VERSIONS, "2030-01", VERSIONS["2024-07"][:1])
    monkeypatch.setattr("welcome.declarations.CURRENT", "2030-01")
    (part,) = [part for part in summary_of(draft) if part["slug"] == "declarations"]
    assert len(part["rows"]) == 5
    assert part["rows"][-1]["value"] == "2024-07"


def test_only_owners_declare(db, client):
    editor = make_user("Vikram Hegde")
    draft = make_application(make_startup(editor=editor), complete=False)
    sign_in(client, editor)
    page = reverse("application_section", args=[draft.pk, "declarations"])
    assert "Only the owners of your start-up declare this" in client.get(page).text
    client.post(page, {"correct": "on"})
    assert "declarations" not in Application.objects.get().answers
    sign_in(client, owner_of(draft.startup))
    assert "Only the owners" not in client.get(page).text
    client.post(page, {"correct": "on"})
    assert Application.objects.get().answers["declarations"]["correct"] is True


def test_new_wording_has_to_be_agreed_to_anew(db, monkeypatch):
    draft = make_application()
    monkeypatch.setitem(VERSIONS, "2030-01", VERSIONS["2024-07"])
    monkeypatch.setattr("welcome.declarations.CURRENT", "2030-01")
    assert find("declarations", draft).missing(draft)
