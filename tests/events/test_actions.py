from datetime import date

import pytest

from corridor.actions import Conflict, NotPermitted
from events import actions
from tests.events.factories import FIELDS, make_event
from tests.people import make_person


@pytest.mark.parametrize("roles", [[], ["editor"], ["auditor"], ["administrator"]])
def test_events_are_for_the_event_team(event, roles):
    person = make_person(roles=roles)

    with pytest.raises(NotPermitted):
        actions.create_event(by=person, **FIELDS | {"slug": "another"})
    with pytest.raises(NotPermitted):
        actions.change_event(event=event, by=person, places=1)


def test_change_event_writes_and_tells_the_history_who(event, event_team):
    actions.change_event(event=event, by=event_team, places=60)

    event.refresh_from_db()
    context = event.history.latest("pgh_id").pgh_context
    assert event.places == 60
    assert context.metadata == {"by": str(event_team.pk), "action": "change_event"}


def test_create_event_refuses_an_end_before_the_start(event_team):
    with pytest.raises(Conflict, match="starts before it ends"):
        make_event(event_team, ends_at=FIELDS["starts_at"])


def test_change_event_refuses_a_window_that_closes_first(event, event_team):
    with pytest.raises(Conflict, match="opens before it closes"):
        actions.change_event(event=event, by=event_team, registration_closes_on=date(2024, 7, 1))

    event.refresh_from_db()
    assert event.registration_closes_on == date(2024, 8, 14)
