"""Badges from the admin's list of delegates."""

import io

import pypdf
import pytest
from django.urls import reverse

from corridor.documents.models import Export
from events import badges, tickets
from events.forms.registrations import PersonForm
from events.models import Delegate
from tests.people import sign_in

pytestmark = pytest.mark.django_db


def taken(client, *delegates):
    data = {"action": "badges", "_selected_action": [str(delegate.pk) for delegate in delegates]}
    return client.post(reverse("admin:events_delegate_changelist"), data, follow=True)


def words(pdf):
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_badges_are_for_whoever_has_a_place_and_taking_them_is_logged(as_event_team, fair_day):
    comes = fair_day.delegates.get(delegation=None)
    invited = fair_day.delegates.exclude(delegation=None).get()

    response = taken(as_event_team, comes, invited)

    assert response["Content-Type"] == "application/pdf"
    assert "Person 1" in words(response.content)
    assert tickets.in_groups(tickets.code_of(comes)) in words(response.content)
    assert "Person 2" not in words(response.content)
    assert Export.objects.get().rows == 1


def test_without_a_confirmed_place_there_is_no_badge(as_event_team, fair_day):
    response = taken(as_event_team, fair_day.delegates.exclude(delegation=None).get())

    assert b"None of them has a confirmed place." in response.content
    assert not Export.objects.exists()


def test_too_many_badges_are_refused(as_event_team, fair_day, monkeypatch):
    monkeypatch.setattr("events.admin.badges.MOST_BADGES", 0)

    response = taken(as_event_team, fair_day.delegates.get(delegation=None))

    assert b"Filter by delegation." in response.content


def test_auditors_take_no_badges(client, auditor, fair_day):
    response = taken(sign_in(client, auditor), fair_day.delegates.get(delegation=None))

    assert response["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("badge_name", "printed"),
    [("ಕೆಂಪೇಗೌಡ", "ಕೆಂಪೇಗೌಡ"), ("Nguyễn", "Nguyễn"), ("李小龙", "Lee J. F."), ("", "Lee J. F.")],
)
def test_a_badge_has_the_name_in_its_script_or_that_of_the_passport(fair_day, badge_name, printed):
    person = Delegate(given_names="Lee J. F.", badge_name=badge_name, event=fair_day)

    assert badges.badge(person)["name"] == printed


SCRIPTS = {
    "Kannada": "ಕೆಂಪೇಗೌಡ",
    "Devanagari": "कल्पना",
    "Arabic": "محمد عرفان",
    "Cyrillic": "Юлия Щукина",
    "Tamil": "கமலா",
}


def test_badges_in_the_scripts_of_the_guests_have_every_sign(fair_day, caplog):
    people = [
        Delegate(given_names="X", badge_name=word, event=fair_day) for word in SCRIPTS.values()
    ]

    assert [badges.badge(person)["name"] for person in people] == list(SCRIPTS.values())
    badges.render_badges(people)
    assert "replaced" not in caplog.text


@pytest.mark.parametrize(
    ("given_names", "badge_name", "signs"),
    [
        ("李小龙", "", "李 小 龙"),
        ("Lee J. F.", "李小龙", "李 小 龙"),
        ("李小龙", "Lee", ""),
        ("ಕೆಂಪೇಗೌಡ", "", ""),
    ],
)
def test_the_form_says_which_signs_the_badge_lacks(given_names, badge_name, signs):
    said = {"given_names": given_names, "badge_name": badge_name, "language": "en"}
    form = PersonForm(said, address="lee@kaverion.example")

    form.is_valid()

    words = [f"The badge can’t show these signs: {signs}. Write the name with other letters here."]
    assert form.errors.get("badge_name", []) == (words if signs else [])


def test_nine_badges_of_any_length_take_two_sheets(fair_day):
    long = Delegate(given_names="A" * 120, organisation="W" * 160, event=fair_day)

    pdf = badges.render_badges([long] * 9)

    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 2
