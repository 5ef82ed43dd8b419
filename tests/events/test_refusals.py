"""What is refused with a reason, where no page leads to it by itself."""

from datetime import timedelta

import pytest

from events import actions
from events.exceptions import FewerPlaces, NoMeetings, SignatoryNotOnTeam, SwapsEnded
from events.slots import Slot
from tests.events.factories import (
    make_delegate,
    make_delegation,
    make_event,
    make_letter_setup,
    register,
    someone,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def delegation(event):
    return make_delegation(event)


def test_nobody_is_put_on_the_list_or_replaced_after_the_last_day(event, delegation, set_clock):
    delegate, link = make_delegate(event, delegation), delegation.head_link
    set_clock(event.last_swap + timedelta(days=1))
    with pytest.raises(SwapsEnded):
        actions.add_people(delegation=delegation, people=[someone(9)], by=None, link=link)
    with pytest.raises(SwapsEnded):
        actions.swap(delegate=delegate, person=someone(9), by=None, link=link)


@pytest.mark.parametrize("places", [1, 10])
def test_a_wish_is_for_more_places_than_there_are(delegation, places):
    with pytest.raises(FewerPlaces):
        actions.ask_for_places(
            delegation=delegation, places=places, because="", by=None, link=delegation.head_link
        )


def test_letters_are_approved_by_somebody_of_the_team(event, auditor):
    with pytest.raises(SignatoryNotOnTeam):
        make_letter_setup(event, signatory=auditor)


def test_meetings_are_arranged_where_the_event_has_them(event_team):
    event = make_event(event_team, is_open=True)
    one, other = register(event, 1), register(event, 2)
    time = Slot(event.starts_at, event.starts_at + timedelta(minutes=30))
    with pytest.raises(NoMeetings):
        actions.arrange_meeting(
            event=event, one=one, other=other, time=time, purpose="5G", by=event_team
        )
