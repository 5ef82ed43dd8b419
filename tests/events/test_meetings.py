"""Meetings of two delegates: asked for, answered, arranged, cancelled, and nobody in two places."""

from datetime import date, time, timedelta

import pgtrigger
import pytest
from django.db import IntegrityError, transaction

from corridor.actions import Conflict, NotPermitted
from events import actions, exceptions, slots
from events.actions import meetings as rules
from events.choices import MEETING_STEPS, MeetingState, allowed
from events.models import Availability, Meeting, MeetingProfile, MeetingSeat, MeetingTable
from tests.events.factories import (
    accept_meeting,
    ask_meeting,
    make_event,
    make_meeting_setup,
    make_session,
    register,
    slot,
    team_of,
    wish,
)

M = MeetingState
pytestmark = pytest.mark.django_db
AFTER = date(2024, 8, 29)


@pytest.fixture
def fest(event_team):
    event = make_event(event_team, is_open=True)
    make_meeting_setup(event)
    return event


@pytest.fixture
def people(fest):
    """Three people with a place, who may be asked in every slot."""
    people = [register(fest, number) for number in (1, 2, 3)]
    for person in people:
        wish(person)
    return people


def act(name, meeting, side, **arguments):
    return getattr(actions, name)(meeting=meeting, by=None, link=side.link, **arguments)


def arrange(one, other, number=0):
    event = one.event
    said = {"one": one, "other": other, "time": slot(event, number), "purpose": "Talk"}
    return actions.arrange_meeting(event=event, by=team_of(), **said)


def to(queued, template):
    return [mail.to[0] for mail in queued(f"events/mail/{template}")]


def test_slots_are_those_of_each_day_within_the_event(event_team):
    event = make_event(event_team, zone="Asia/Kolkata")
    setup = make_meeting_setup(event, minutes=45)
    found = slots.slots_of(setup)
    # The event begins at 9:00 in Düsseldorf, which is 12:30 in Bengaluru: before that there is nothing.
    assert found == []
    actions.change_meeting_setup(
        setup=setup, tables=["A"], by=event_team, ends=setup.ends.replace(15)
    )
    setup.refresh_from_db()
    times = [f"{one.starts_at:%H:%M}" for one in slots.slots_of(setup)]
    assert times == ["13:00", "13:45"]


def test_both_say_yes_and_both_get_time_table_and_calendar(people, queued):
    asks, asked, _third = people
    meeting = accept_meeting(ask_meeting(asks, asked))
    assert (meeting.state, meeting.table.name, meeting.sequence) == (M.ACCEPTED, "Table 1", 1)
    assert to(queued, "meeting_asked") == [asked.email]
    assert to(queued, "meeting_agreed") == [asks.email, asked.email]
    for mail in queued("events/mail/meeting_agreed"):
        assert "10:00 in Düsseldorf, 13:30 in Bengaluru" in " ".join(mail.message.split())
        assert f"{meeting.pk}/meeting.ics" in mail.message
        assert asks.email not in mail.message
        assert asked.email not in mail.message


def test_a_no_is_told_and_holds_but_the_other_may_ask(people, queued):
    asks, asked, _third = people
    act("decline_meeting", ask_meeting(asks, asked), asked)
    assert to(queued, "meeting_unanswered") == [asks.email]
    with pytest.raises(exceptions.DeclinedBefore):
        ask_meeting(asks, asked, 1)
    assert ask_meeting(asked, asks, 1).state == M.ASKED


def test_a_request_is_taken_back_by_who_made_it_alone(people, queued):
    asks, asked, _third = people
    meeting = ask_meeting(asks, asked)
    with pytest.raises(exceptions.LinkRevoked):
        actions.withdraw_meeting(meeting=meeting, by=asked.user, link=asked.link + 7)
    assert act("withdraw_meeting", meeting, asks).state == M.WITHDRAWN
    with pytest.raises(exceptions.StepImpossible):
        accept_meeting(meeting)


def test_either_side_cancels_and_the_other_one_is_told(people, queued):
    asks, asked, third = people
    meeting = accept_meeting(ask_meeting(asks, asked))
    with pytest.raises(exceptions.LinkRevoked):
        act("cancel_meeting", meeting, third, delegate=third)
    act("cancel_meeting", meeting, asked, delegate=asked)
    assert to(queued, "meeting_cancelled") == [asks.email]
    assert MeetingSeat.objects.count() == 0
    assert accept_meeting(ask_meeting(asks, third)).table.name == "Table 1"


def test_whoever_asked_nobody_in_time_is_told(people, queued, set_clock):
    asks, asked, third = people
    meeting = ask_meeting(asks, asked)
    accept_meeting(ask_meeting(asks, third, 1))
    assert actions.expire_meetings(by=None) == 0
    set_clock(meeting.starts_at.date())
    with pytest.raises(exceptions.TimeTaken):
        accept_meeting(meeting)
    assert actions.expire_meetings(by=None) == 1
    assert to(queued, "meeting_unanswered") == [asks.email]
    assert sorted(Meeting.objects.values_list("state", flat=True)) == [M.ACCEPTED, M.EXPIRED]


def test_only_listed_people_of_the_same_event_are_asked(people, event_team):
    asks, other, _third = people
    wish(other, is_open=False)
    with pytest.raises(exceptions.NotToBeAsked):
        ask_meeting(asks, other)
    elsewhere = make_event(event_team, slug="elsewhere", is_open=True)
    make_meeting_setup(elsewhere)
    stranger = register(elsewhere, 9)
    wish(stranger)
    with pytest.raises(exceptions.NotToBeAsked):
        ask_meeting(asks, stranger)


def test_only_people_with_a_place_take_part(event_team, people):
    full = make_event(event_team, slug="full", is_open=True, places=1)
    make_meeting_setup(full)
    register(full, 1)
    waiting = register(full, 2)
    with pytest.raises(exceptions.NotAtMeetings):
        wish(waiting)
    with pytest.raises(exceptions.NotAtMeetings):
        ask_meeting(waiting, people[0])


def test_times_that_one_of_both_does_not_have_are_refused(people, fest):
    asks, asked, third = people
    wish(asked, 2, 3)
    with pytest.raises(exceptions.TimeTaken):
        ask_meeting(asks, asked, 0)
    accept_meeting(ask_meeting(asks, asked, 2))
    with pytest.raises(exceptions.TimeTaken):
        ask_meeting(third, asked, 2)
    session = make_session(fest, at=11)
    actions.choose_sessions(delegate=third, sessions=[session], by=None, link=third.link)
    with pytest.raises(exceptions.TimeTaken):
        ask_meeting(third, asked, 3)


def test_times_that_follow_each_other_are_one(people):
    wish(people[0], 0, 1, 3)
    lengths = [
        row.ends_at - row.starts_at for row in Availability.objects.filter(delegate=people[0])
    ]
    assert lengths == [timedelta(hours=1), timedelta(minutes=30)]


def test_without_a_free_table_nobody_accepts(people, fest, event_team):
    one, two, three = people
    four = register(fest, 4)
    wish(four)
    tables = {"setup": fest.meeting_setup, "by": event_team}
    actions.change_meeting_setup(**tables, tables=["Table 1"])
    meeting = ask_meeting(one, two)
    accept_meeting(ask_meeting(three, four))
    with pytest.raises(exceptions.NoTableFree):
        accept_meeting(meeting)
    with pytest.raises(exceptions.TimeTaken):
        ask_meeting(two, one)
    with pytest.raises(exceptions.TableInUse):
        actions.change_meeting_setup(**tables, tables=["Another"])


def test_nobody_floods_the_others(people, fest, monkeypatch):
    asks, asked, third = people
    monkeypatch.setattr(rules, "MOST_OPEN", 1)
    meeting = ask_meeting(asks, asked)
    with pytest.raises(exceptions.TooManyAsked):
        ask_meeting(asks, third)
    act("withdraw_meeting", meeting, asks)
    act("withdraw_meeting", ask_meeting(asks, asked), asks)
    with pytest.raises(exceptions.AskedTwice):
        ask_meeting(asks, asked)
    monkeypatch.setattr(rules, "MOST_WAITING", 1)
    ask_meeting(third, asked)
    fourth = register(fest, 4)
    wish(fourth)
    with pytest.raises(exceptions.AskedByMany):
        ask_meeting(fourth, asked, 1)
    monkeypatch.setattr(rules, "MOST_ASKED", 2)
    with pytest.raises(exceptions.AskedEnough):
        ask_meeting(asks, third)


def test_two_people_have_one_meeting_or_request(people):
    asks, asked, _third = people
    ask_meeting(asks, asked)
    with pytest.raises(Conflict) as refused:
        ask_meeting(asked, asks, 1)
    assert refused.value.rule == "meeting_open_once"


def test_the_team_arranges_and_cancels(people, event_team, auditor, queued):
    one, two, _third = people
    wish(two, is_open=False)
    meeting = arrange(one, two)
    assert (meeting.state, meeting.arranged_by) == (M.ACCEPTED, event_team)
    assert to(queued, "meeting_agreed") == [one.email, two.email]
    with pytest.raises(exceptions.TimeTaken):
        arrange(two, one)
    with pytest.raises(NotPermitted):
        actions.cancel_meeting_as_team(meeting=meeting, by=auditor)
    actions.cancel_meeting_as_team(meeting=meeting, by=event_team)
    assert to(queued, "meeting_cancelled") == [one.email, two.email]


def test_whoever_does_not_come_meets_nobody(people, queued):
    one, two, three = people
    accept_meeting(ask_meeting(one, two))
    ask_meeting(three, one, 1)
    actions.cancel(delegate=one, by=None, link=one.link)
    assert set(Meeting.objects.values_list("state", flat=True)) == {M.CANCELLED}
    assert sorted(to(queued, "meeting_cancelled")) == sorted([two.email, three.email])


def test_each_side_says_afterwards_what_came_of_it(people, set_clock):
    one, two, _third = people
    meeting = accept_meeting(ask_meeting(one, two))
    with pytest.raises(exceptions.NotMet):
        act("note_meeting_outcome", meeting, one, delegate=one, outcome="deal")
    set_clock(AFTER)
    act("note_meeting_outcome", meeting, one, delegate=one, outcome="project")
    act("note_meeting_outcome", meeting, two, delegate=two, outcome="contact")
    meeting.refresh_from_db()
    assert (meeting.outcome_of_asking, meeting.outcome_of_asked) == ("project", "contact")


def test_meetings_go_a_year_after_the_event_with_their_history(people, set_clock):
    meeting = accept_meeting(ask_meeting(*people[:2]))
    history = Meeting.history.rel.related_model
    set_clock(date(2025, 8, 27))
    assert actions.purge_meetings() == 0
    set_clock(date(2025, 8, 29))
    assert actions.purge_meetings() == 1
    assert not history.objects.filter(pgh_obj_id=meeting.pk).exists()
    assert MeetingSeat.objects.count() == 0


def test_wishes_and_times_go_with_the_person(people, set_clock):
    set_clock(date(2025, 3, 1))
    actions.erase_delegates(by=None)
    assert MeetingProfile.objects.count() == Availability.objects.count() == 0


STATES = [state for state in M if state != M.ASKED]


def step(source, target):
    return any(allowed(source, target, each.verb, MEETING_STEPS) for each in MEETING_STEPS)


@pytest.mark.parametrize("source", M)
@pytest.mark.parametrize("target", STATES)
def test_the_database_knows_the_steps(people, source, target):
    meeting = ask_meeting(*people[:2])
    table = meeting.event.meeting_tables.first()
    row = Meeting.objects.filter(pk=meeting.pk)
    if source != M.ASKED:
        row.update(state=source, table=table)
    is_allowed = source == target or step(source, target)
    try:
        with transaction.atomic():
            row.update(state=target, table=table)
    except IntegrityError:
        assert not is_allowed
    else:
        assert is_allowed


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("meeting_begins", {"state": M.ACCEPTED}),
        ("meeting_begins", {"state": M.EXPIRED}),
        ("meeting_at_event", {"starts_at": -5}),
        ("meeting_of_its_event", {"asked": "stranger"}),
        ("meeting_of_its_event", {"table": "elsewhere"}),
    ],
)
def test_the_database_refuses_what_makes_no_meeting(people, event_team, rule, fields):
    other = make_event(event_team, slug="other", is_open=True)
    make_meeting_setup(other)
    when, event = slot(people[0].event), people[0].event
    known = {
        "stranger": register(other, 8),
        "elsewhere": other.meeting_tables.first(),
        -5: event.starts_at - timedelta(hours=5),
    }
    row = {
        "event": event,
        "asked_by": people[0],
        "asked": people[1],
        "table": event.meeting_tables.first(),
        "starts_at": when.starts_at,
        "ends_at": when.ends_at,
        "purpose": "Talk",
        "asked_at": when.starts_at,
        "changed_at": when.starts_at,
    } | {name: known.get(value, value) for name, value in fields.items()}
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Meeting.objects.create(**row)


def test_nobody_meets_themselves(people):
    meeting = ask_meeting(*people[:2])
    guards = "events.Meeting:meeting_of_its_event", "events.Meeting:meeting_kept"
    with (
        pgtrigger.ignore(*guards),
        pytest.raises(IntegrityError, match="meeting_of_two"),
        transaction.atomic(),
    ):
        Meeting.objects.filter(pk=meeting.pk).update(asked=people[0])


@pytest.mark.parametrize(
    ("rule", "state", "fields"),
    [
        ("meeting_has_its_table", M.ASKED, {"state": M.ACCEPTED}),
        ("meeting_outcome_of_what", M.ASKED, {"outcome_of_asked": "deal"}),
        ("meeting_table_kept", M.ACCEPTED, {"table": None}),
    ],
)
def test_the_database_keeps_a_meeting_sound(people, rule, state, fields):
    meeting = ask_meeting(*people[:2])
    if state == M.ACCEPTED:
        accept_meeting(meeting)
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(**fields)


@pytest.mark.parametrize(
    ("rule", "hours"),
    [
        ("availability_at_event", (-30, 1)),
        ("availability_starts_before", (2, 1)),
        ("availability_said_once", (1, 2)),
    ],
)
def test_the_database_keeps_times_sound(people, fest, rule, hours):
    starts, ends = (fest.starts_at + timedelta(hours=hour) for hour in hours)
    times = Availability.objects.filter(delegate=people[0])
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        times.create(delegate=people[0], starts_at=starts, ends_at=ends)


def test_hours_length_and_names_of_tables_make_sense(event_team):
    event = make_event(event_team)
    for rule, said in [
        ("meeting_setup_hours", {"begins": time(12)}),
        ("meeting_setup_minutes", {"minutes": 5}),
    ]:
        with pytest.raises(Conflict) as refused:
            make_meeting_setup(event, **said)
        assert refused.value.rule == rule
    make_meeting_setup(event)
    with pytest.raises(IntegrityError, match="meeting_table_once"), transaction.atomic():
        MeetingTable.objects.create(event=event, name="Table 1", position=9)


@pytest.mark.parametrize("side", ["asked_by", "asked"])
def test_the_database_has_nobody_twice_at_a_time(people, side):
    """Whether somebody asked or was asked, and however the row is written."""
    one, two, three = people
    first = ask_meeting(one, two)
    second = ask_meeting(three, two) if side == "asked" else ask_meeting(two, three)
    accept_meeting(first)
    tables = list(first.event.meeting_tables.all())
    with pytest.raises(IntegrityError, match="meeting_person_taken"), transaction.atomic():
        Meeting.objects.filter(pk=second.pk).update(state=M.ACCEPTED, table=tables[1])


def test_the_database_has_no_table_twice_at_a_time(people, fest):
    four = register(fest, 4)
    wish(four)
    first, second = ask_meeting(people[0], people[1]), ask_meeting(people[2], four)
    accept_meeting(first)
    with pytest.raises(IntegrityError, match="meeting_table_taken"), transaction.atomic():
        Meeting.objects.filter(pk=second.pk).update(
            state=M.ACCEPTED, table=fest.meeting_tables.first()
        )


def test_seats_are_written_by_the_database_alone(people):
    meeting = accept_meeting(ask_meeting(*people[:2]))
    seats = MeetingSeat.objects.filter(meeting=meeting)
    assert {seat.delegate_id for seat in seats} == {people[0].pk, people[1].pk}
    with pytest.raises(IntegrityError, match="meeting_seat_kept"), transaction.atomic():
        seats.delete()
    with pytest.raises(IntegrityError, match="meeting_seat_of_its"), transaction.atomic():
        seats.filter(delegate=people[0]).update(delegate=people[2])
    with pytest.raises(IntegrityError, match="meeting_kept"), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(asked=people[2])
