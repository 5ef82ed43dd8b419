"""Somebody with a badge name in another script is found, written to and listed by the name in the passport, too."""

import io

import pypdf
import pytest
from django.urls import reverse

from events import arrivals, badges, lists
from events.models import Delegate
from tests.events.factories import accept_meeting, ask_meeting, make_meeting_setup, register, wish

pytestmark = pytest.mark.django_db
NAME, BADGE = "Shanthala Hegde", "ಶಾಂತಲಾ"
NAMES = {"given_names": "Shanthala", "surname": "Hegde", "badge_name": BADGE}


@pytest.fixture
def shanthala(fair_day):
    person = fair_day.delegates.get(delegation=None)
    Delegate.objects.filter(pk=person.pk).update(**NAMES)
    person.refresh_from_db()
    return person


@pytest.mark.parametrize("said", ["Hegde", BADGE])
def test_the_door_finds_her_by_either_name_and_shows_both(as_event_team, shanthala, said):
    page = as_event_team.post(reverse("checkin", args=[shanthala.event.slug]), {"said": said})
    assert f"{NAME} ({BADGE})" in page.text
    [[_ticket, name, _delegation]] = arrivals.phone_list(shanthala.event)
    assert name == f"{NAME} ({BADGE})"


def test_mails_about_a_meeting_name_her_as_the_passport_does(event, queued):
    event.is_open = True
    event.save()
    make_meeting_setup(event)
    her, other = register(event, 1), register(event, 2)
    Delegate.objects.filter(pk=her.pk).update(**NAMES)
    her.refresh_from_db()
    wish(her), wish(other)
    accept_meeting(ask_meeting(her, other))
    assert queued("events/mail/meeting_asked")[0].subject == f"{NAME} would like to meet you"
    assert all(BADGE not in mail.message for mail in queued())


def test_caterer_and_printer_get_both_names(shanthala):
    for key in ("catering", "badges"):
        values = [value(shanthala) for _name, value in lists.LISTS[key].columns[:2]]
        assert set(map(str, values)) == {NAME, BADGE}


def test_a_badge_in_another_script_has_the_passport_name_below(shanthala):
    pdf = badges.render_badges([shanthala])
    assert NAME in pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


@pytest.mark.parametrize("badge_name", ["Shanthi", "Shanthala ಹೆಗಡೆ", ""])
def test_a_badge_that_can_be_read_has_one_name(shanthala, badge_name):
    shanthala.badge_name = badge_name
    assert badges.badge(shanthala)["passport"] == ""
