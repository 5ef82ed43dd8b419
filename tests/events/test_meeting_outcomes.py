"""What came of a meeting: asked once, and what two start-ups that stay in touch find in the portal."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from events import actions, projects
from events.choices import MeetingOutcome as Came
from startups import actions as startups
from startups.choices import IntroductionState, Outcome, Purpose
from startups.models import Introduction, Project
from tests.events.factories import (
    accept_meeting,
    ask_meeting,
    make_event,
    make_meeting_setup,
    register,
    wish,
)
from tests.factories import make_startup, make_user
from tests.people import sign_in
from tests.startups.ecosystem import make_partner

pytestmark = pytest.mark.django_db
AFTER = date(2024, 8, 29)


@pytest.fixture
def meet(event_team, set_clock):
    """A function that gives a meeting of two people that is over; both are founders unless told otherwise."""
    event = make_event(event_team, is_open=True)
    make_meeting_setup(event)

    def meeting_of(*sides):
        people = [register(event, number) for number in range(len(sides))]
        for person, side in zip(people, sides, strict=True):
            for name, value in side.items():
                setattr(person, name, value)
            person.save()
            wish(person)
        meeting = accept_meeting(ask_meeting(*people))
        set_clock(AFTER)
        return meeting

    return meeting_of


def founder(name):
    user = make_user(name)
    return {"user": user, "startup": make_startup(user, published=True)}


def say(meeting, *outcomes):
    sides = (meeting.asked_by, meeting.asked)
    for delegate, outcome in zip(sides, outcomes, strict=True):
        said = {"delegate": delegate, "outcome": outcome, "by": None, "link": delegate.link}
        actions.note_meeting_outcome(meeting=meeting, **said)


def test_both_are_asked_once_and_only_who_has_not_answered(meet, queued):
    meeting = meet({}, {})
    first = {
        "delegate": meeting.asked,
        "outcome": Came.NOTHING,
        "by": None,
        "link": meeting.asked.link,
    }
    actions.note_meeting_outcome(meeting=meeting, **first)
    assert (actions.ask_outcomes(by=None), actions.ask_outcomes(by=None)) == (1, 0)
    (mail,) = queued("events/mail/meeting_over")
    assert mail.to == [meeting.asked_by.email]
    assert f"#met-{meeting.pk}" in mail.message


def test_nobody_is_asked_before_the_end_or_weeks_after_it(meet, set_clock, queued):
    meeting = meet({}, {})
    set_clock(meeting.starts_at.date() - timedelta(days=1))
    assert actions.ask_outcomes(by=None) == 0
    set_clock(AFTER + timedelta(days=30))
    assert actions.ask_outcomes(by=None) == 0


def test_two_start_ups_that_stay_in_touch_are_introduced_with_the_lesser_outcome(meet, queued):
    meeting = meet(founder("Asha Rao"), founder("Jan Weber"))
    say(meeting, Came.PROJECT, Came.CONTACT)
    introduction = Introduction.objects.get()
    assert (introduction.state, introduction.outcome) == (
        IntroductionState.ACCEPTED,
        Outcome.CONTACT,
    )
    assert introduction.purpose == Purpose.MET
    assert "28 August 2024" in introduction.message
    assert meeting.purpose not in introduction.message
    assert len(queued("startups/mail/met")) == 2
    say(meeting, Came.PROJECT, Came.PROJECT)
    assert Introduction.objects.get().outcome == Outcome.PROJECT
    assert len(queued("startups/mail/met")) == 2


@pytest.mark.parametrize(
    "outcomes", [(Came.CONTACT, Came.NOTHING), (Came.MISSED, Came.PROJECT), (Came.VISIT, "")]
)
def test_one_side_alone_introduces_nobody(meet, outcomes):
    say(meet(founder("Asha Rao"), founder("Jan Weber")), *outcomes)
    assert not Introduction.objects.exists()


def test_whoever_is_not_of_a_public_start_up_is_introduced_to_nobody(meet):
    person = make_user("Jan Weber")
    draft = {"user": person, "startup": make_startup(person)}
    say(meet(founder("Asha Rao"), draft), Came.CONTACT, Came.CONTACT)
    assert not Introduction.objects.exists()


def test_a_request_that_waits_is_completed(meet):
    one, two = founder("Asha Rao"), founder("Jan Weber")
    asked = {"purpose": Purpose.PILOT, "message": "A pilot", "by": two["user"]}
    startups.ask_introduction(asking=two["startup"], target=one["startup"], **asked)
    say(meet(one, two), Came.VISIT, Came.VISIT)
    introduction = Introduction.objects.get()
    assert (introduction.state, introduction.outcome) == (IntroductionState.ACCEPTED, Outcome.VISIT)
    assert introduction.answered_by == one["user"]


def test_for_a_partner_the_editors_are_asked(meet):
    editor = make_user(roles=["editor"])
    partner = make_partner(editor, email="person1@kaverion.example")
    say(meet(founder("Asha Rao"), {}), Came.CONTACT, Came.CONTACT)
    introduction = Introduction.objects.get()
    assert (introduction.partner, introduction.state) == (partner, IntroductionState.ASKED)


def test_a_project_that_both_plan_stands_on_the_editors_desk_until_it_is_set_up(client, meet):
    one, two = founder("Asha Rao"), founder("Jan Weber")
    meeting = meet(one, two)
    say(meeting, Came.PROJECT, Came.CONTACT)
    assert not projects.planned().exists()
    say(meeting, Came.PROJECT, Came.PROJECT)
    client = sign_in(client, make_user(roles=["editor"]))
    desk = client.get("/admin/").text
    assert f"{one['startup']} and {two['startup']} plan a project since they met" in desk
    page = client.get(projects.form_for(meeting))
    assert page.context["adminform"].form["startups"].value() == (
        f"{one['startup'].slug}\n{two['startup'].slug}"
    )
    assert not Project.objects.exists()
    project = Project.objects.create(
        slug="one",
        title_de="Eins",
        title_en="One",
        sector="medtech",
        state="planned",
        starts_on=AFTER,
    )
    project.startups.set([one["startup"], two["startup"]])
    assert not projects.planned().exists()


def test_the_event_team_has_no_such_desk_and_the_empty_form_is_empty(client, as_event_team, meet):
    say(meet(founder("Asha Rao"), founder("Jan Weber")), Came.PROJECT, Came.PROJECT)
    assert "plan a project" not in as_event_team.get("/admin/").text
    editor = sign_in(client, make_user(roles=["editor"]))
    form = editor.get(reverse("admin:startups_project_add")).context["adminform"].form
    assert form["startups"].value() == ""


def test_nobody_asks_because_of_having_met(client, meet):
    one, two = founder("Asha Rao"), founder("Jan Weber")
    form = sign_in(client, one["user"]).get(f"/en/introductions/new/?startup={two['startup'].slug}")
    assert 'value="pilot"' in form.text
    assert 'value="met"' not in form.text
