"""The door: who is in, who came twice, what two phones that were without network make of it."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from corridor import clock
from corridor.actions import NotPermitted
from events import actions, entrance, tickets
from events.choices import Outcome
from events.exceptions import EventOver, NotExpected, StepImpossible, UnknownTicket
from events.models import CheckIn
from tests.events.factories import make_event, team_of

pytestmark = pytest.mark.django_db
MORNING = datetime(2024, 8, 28, 9, 0, tzinfo=clock.BERLIN)


@pytest.fixture
def fest(fair_day):
    return fair_day


@pytest.fixture
def delegate(fest):
    return fest.delegates.get(delegation=None)


@pytest.fixture
def invited(fest):
    return fest.delegates.exclude(delegation=None).get()


def scan(event, delegate, minutes=0, **arguments):
    """A scan so many minutes after nine."""
    arguments = {"gate": "", "scan": uuid4(), "by": team_of(), "delegate": delegate} | arguments
    return actions.check_in(event=event, at=MORNING + timedelta(minutes=minutes), **arguments)


def test_a_code_checks_in_and_its_second_scan_is_a_note(fest, delegate):
    code = tickets.in_groups(tickets.code_of(delegate)).lower()

    first = scan(fest, None, code=code, gate="Entrance East")
    second = scan(fest, None, 5, code=code)

    assert (first.delegate, first.outcome, first.gate) == (delegate, Outcome.IN, "Entrance East")
    assert (second.outcome, CheckIn.objects.valid().get()) == (Outcome.AGAIN, first)


def test_a_scan_that_is_sent_again_is_the_same_one(fest, delegate):
    first = scan(fest, delegate)

    assert scan(fest, delegate, 7, scan=first.scan) == first
    assert CheckIn.objects.count() == 1


def test_of_two_phones_the_earlier_scan_counts_whichever_comes_first(fest, delegate):
    late = scan(fest, delegate, 10, gate="West")
    early = scan(fest, delegate, 5, gate="East")

    assert CheckIn.objects.valid().get() == early
    late.refresh_from_db()
    assert (late.outcome, late.gate) == (Outcome.AGAIN, "West")


def test_an_undone_check_in_leaves_the_person_outside_until_the_next_scan(fest, delegate):
    undone = actions.undo_check_in(check_in=scan(fest, delegate), by=team_of())

    assert not CheckIn.objects.valid().exists()
    assert undone.undone_by == team_of()
    with pytest.raises(StepImpossible):
        actions.undo_check_in(check_in=undone, by=team_of())
    assert scan(fest, delegate, 20).outcome == Outcome.IN


def test_a_phone_whose_clock_is_ahead_scans_now(fest, delegate):
    known = actions.check_in(
        event=fest, delegate=delegate, at=clock.now() + timedelta(hours=3), scan=uuid4(), gate="", by=team_of()
    )  # fmt: skip

    assert known.at <= clock.now()


def test_tickets_of_other_events_and_made_up_ones_are_refused(fest, delegate, event_team):
    other = make_event(event_team, slug="other", is_open=True)

    for arguments in ({"delegate": delegate}, {"code": tickets.code_of(delegate)}, {"code": "ABC"}):
        with pytest.raises(UnknownTicket):
            scan(other, **{"delegate": None, **arguments})


def test_a_scan_id_of_somebody_else_is_refused(fest, delegate, invited):
    known = scan(fest, delegate)

    with pytest.raises(StepImpossible):
        scan(fest, invited, scan=known.scan)


def test_who_has_no_confirmed_place_does_not_get_in(fest, delegate, invited):
    actions.cancel(delegate=delegate, by=None, link=1)

    for person, state in ((invited, "On the list"), (delegate, "Cancelled")):
        with pytest.raises(NotExpected, match=state):
            scan(fest, person)


def test_after_the_event_only_scans_of_the_day_itself_count(fest, delegate, set_clock):
    set_clock(fest.ends_at.date() + timedelta(days=1))

    with pytest.raises(EventOver):
        actions.check_in(
            event=fest, delegate=delegate, at=clock.now(), scan=uuid4(), gate="", by=team_of()
        )
    assert scan(fest, delegate).outcome == Outcome.IN


def test_only_the_event_team_checks_in(fest, delegate, auditor):
    known = scan(fest, delegate)

    with pytest.raises(NotPermitted):
        scan(fest, delegate, by=auditor)
    with pytest.raises(NotPermitted):
        actions.undo_check_in(check_in=known, by=auditor)


@pytest.mark.parametrize(
    "change",
    [
        {"at": MORNING - timedelta(1)},
        {"gate": "West"},
        {"outcome": Outcome.IN},
        {"undone_at": None},
    ],
)
def test_the_database_keeps_scans_as_they_were(fest, delegate, change):
    scan(fest, delegate)
    again = scan(fest, delegate, 1)
    CheckIn.objects.filter(pk=again.pk).update(undone_at=MORNING, undone_by=team_of())

    with pytest.raises(IntegrityError), transaction.atomic():
        CheckIn.objects.filter(pk=again.pk).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        again.delete()


def test_the_database_knows_one_check_in_of_a_person(fest, delegate):
    known = scan(fest, delegate)
    known.pk, known.scan = None, uuid4()

    with pytest.raises(IntegrityError, match="check_in_once"):
        known.save()


def test_check_ins_go_twelve_months_after_the_event(fest, delegate, set_clock):
    scan(fest, delegate)
    set_clock(fest.ends_at.date() + timedelta(days=364))
    assert actions.purge_check_ins() == 0

    set_clock(fest.ends_at.date() + timedelta(days=367))
    assert actions.purge_check_ins() == 1


@pytest.mark.parametrize("words", ["Asha Rao", "ABCD-EFGH-JKL", "ABCDEFGHJKLMN", "ABCDEFGHJKL9"])
def test_what_is_no_code_is_taken_for_none(words):
    assert entrance.typed(words) == ""


def test_signs_that_look_alike_are_told_apart():
    assert entrance.typed(" abcd efgh–j01 8") == "ABCDEFGHJOIB"
