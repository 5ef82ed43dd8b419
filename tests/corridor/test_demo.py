"""The demonstration's world (DESIGN 9), made once for all tests here, and large worlds on a small scale."""

import re
from collections import Counter
from datetime import timedelta
from io import StringIO

import pgtrigger
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Q
from django.http import QueryDict
from django.test import override_settings
from django.urls import reverse
from post_office.models import STATUS, Email

from corridor import clock, demo
from corridor.accounts.demo import PASSWORD, person
from corridor.accounts.models import User
from corridor.documents.files import PDF
from corridor.documents.models import Document
from corridor.management.commands.serve_demo import SIGN_INS
from events.choices import DelegateState
from events.models import Delegate, Delegation, Event
from startups.choices import Origin, ProfileState, Sector
from startups.demo.crowd import invent
from startups.models import (
    Interest,
    Invitation,
    Membership,
    Milestone,
    Opening,
    Partner,
    ProfileChange,
    Project,
    Registration,
    Startup,
)
from startups.registry_numbers import doubts, normalise
from welcome import versions
from welcome.choices import CaseState, DecisionKind
from welcome.deadlines import is_working_day
from welcome.forms import AidLineForm, form_of
from welcome.models import (
    Application,
    Authority,
    Award,
    Case,
    CaseEvent,
    Decision,
    Delivery,
    Extension,
    InformationRequest,
    Message,
    Package,
    ProofOfUse,
    Revision,
    Settlement,
)
from welcome.models import (
    Counter as ReferenceCounter,
)
from welcome.sections import Status, sections_of

S = CaseState


def run(**options):
    out = StringIO()
    call_command("demo_data", stdout=out, **options)
    return out.getvalue()


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """The world as `make run` has it; what a test changes is rolled back to it."""
    place = tmp_path_factory.mktemp("world")
    private = {**settings.STORAGES["private"], "OPTIONS": {"location": str(place / "private")}}
    files = override_settings(
        MEDIA_ROOT=place / "media", STORAGES={**settings.STORAGES, "private": private}
    )
    with django_db_blocker.unblock(), transaction.atomic():
        with files:
            said = run()
        yield said
        transaction.set_rollback(True)


@pytest.fixture
def large_world(world, db):
    return run(startups=60, cases=45)


def sign_ins():
    """Every address that the demo prints; "(also officer2@)" stands for one more of the same host."""
    for line in SIGN_INS.strip().splitlines():
        address, _, more = line.partition(" ")
        yield address
        yield from (
            name + address[address.index("@") :] for name in re.findall(r"also (\w+)@", more)
        )


def rows():
    """How many rows each table has."""
    return {
        model: model.objects.count() for model in apps.get_models() if hasattr(model, "objects")
    }


# What is there


def test_world_is_said_to_be_made(world):
    assert world == "The demonstration's world is made.\n"


def test_second_run_changes_nothing_and_says_so(world, db):
    before = rows()
    assert "nothing of it was changed" in run()
    assert rows() == before


@pytest.mark.parametrize("email", list(sign_ins()))
def test_sign_in_works(world, db, client, settings, email):
    settings.STAFF_SECOND_FACTOR = False
    answer = client.post(reverse("account_login"), {"login": email, "password": PASSWORD})
    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(person(email).pk)


def test_start_ups_fill_the_directory(world, db):
    published = Startup.objects.published()
    assert published.count() >= 24
    pairs = set(published.values_list("origin", "sector"))
    assert pairs == {(origin, sector) for origin in Origin.values for sector in Sector.values}
    others = Counter(Startup.objects.exclude(pk__in=published).values_list("state", flat=True))
    assert others == {
        ProfileState.DRAFT: 1,
        ProfileState.IN_REVIEW: 1,
        ProfileState.RETURNED: 1,
        ProfileState.HIDDEN: 1,
    }


def test_some_founders_have_colleagues_and_wait_for_others(world, db):
    assert Membership.objects.exclude(user__email__startswith="founder@").count() >= 3
    assert Invitation.objects.open_on(clock.today()).exists()


def test_changes_wait_and_owners_are_asked(world, db):
    assert ProfileChange.objects.waiting().count() == 2
    today = clock.today()
    assert Startup.objects.published().filter(asked_times__gt=0).exists()
    assert not Startup.objects.to_ask(today) | Startup.objects.to_hide(today)


def test_some_profiles_speak_one_language_only(world, db):
    published = Startup.objects.published()
    assert published.filter(one_liner_en="").exists()
    assert published.filter(one_liner_de="").exists()


def test_some_start_ups_have_a_logo(world, db):
    assert 8 <= Startup.objects.exclude(logo="").count() < Startup.objects.count()


def test_profiles_follow_the_rules_of_the_form(world, db):
    for startup in Startup.objects.all():
        startup.full_clean()


def test_registry_numbers_are_valid_and_fit_the_profile(world, db):
    for row in Registration.objects.select_related("startup"):
        assert normalise(row.kind, row.value) == row.value
        profile = {"origin": row.startup.origin, "founded_on": row.startup.founded_on}
        assert doubts(row.kind, row.value, **profile) == []


def test_everybody_and_everything_is_at_an_example_host(world, db):
    hosts = [user.email.rpartition("@")[2] for user in User.objects.all()]
    hosts += [startup.website.rstrip("/") for startup in Startup.objects.exclude(website="")]
    assert all(host.endswith(".example") for host in hosts)


def test_names_of_people_vary(world, db):
    names = set(User.objects.values_list("name", flat=True))
    assert {
        "Naoko Ōe",
        "Basavaraj",
        "K. V. Shanthala",
        "ಸಂಧ್ಯಾ ರಾವ್",
        "Katrin Müller-Lüdenscheidt",
    } <= names


def test_partners_of_both_sides_help(world, db):
    sides = Counter(Partner.objects.published().values_list("side", flat=True))
    assert min(sides[side] for side in Origin) >= 3
    assert not Partner.objects.exclude(website="").exclude(website__contains=".example").exists()


def test_projects_have_milestones_in_every_stand(world, db):
    assert Project.objects.published().count() >= 4
    assert not Project.objects.filter(Q(milestones=None) | Q(startups=None)).exists()
    assert Milestone.objects.filter(done_on__isnull=False).count() >= 4
    assert Milestone.objects.overdue(clock.today()).count() >= 2


def test_openings_can_be_answered_and_some_were(world, db):
    assert Opening.objects.open_on(clock.today()).count() >= 6
    interests = Interest.objects.select_related("cv")
    assert {row.opening.startup.slug for row in interests} == {"kaverion-edgenet", "sahyascan"}
    assert {(row.cv.media_type, row.cv.size > 5_000) for row in interests} == {(PDF, True)}


def test_three_authorities_offer_packages(world, db):
    assert Authority.objects.count() == 3
    open_now = Package.objects.open_on(demo.DAY)
    assert {package.authority.prefix for package in open_now} == {"DUS", "NRW", "KDEM"}
    assert Package.objects.filter(opens_on__gt=demo.DAY).exists()
    assert Package.objects.filter(closes_on__lt=demo.DAY).exists()
    for package in Package.objects.all():
        package.full_clean()
        assert package.value * package.places <= package.budget * 2


def test_cases_are_in_every_state_that_the_date_allows(world, db):
    assert set(Case.objects.values_list("state", flat=True)) == {
        S.SUBMITTED,
        S.CHECKING,
        S.INFORMATION_REQUESTED,
        S.REVIEW,
        S.PROPOSED,
        S.SIGNED,
        S.RELEASED,
        S.NOTIFIED,
        S.IN_COURT,
        S.FINAL,
        S.HEARD,
        S.CLOSED,
        S.WITHDRAWN,
    }
    kinds = set(Decision.objects.filter(released_at__isnull=False).values_list("kind", flat=True))
    assert kinds == {DecisionKind.GRANT, DecisionKind.REJECT, DecisionKind.INADMISSIBLE}
    assert Decision.objects.filter(ended_at__isnull=False).exclude(return_note="").exists()


def test_notices_wait_for_retrieval_and_one_provision_has_ended(world, db):
    waiting = Delivery.objects.filter(retrieved_at=None)
    assert waiting.filter(closes_on__gte=demo.DAY).exists()
    assert waiting.filter(closes_on__lt=demo.DAY).exists()


def test_kaverion_has_a_draft_for_two_packages(world, db):
    founder = person("founder@kaverion.example")
    startup = Startup.objects.of(founder).get()
    draft = Application.objects.drafts().get(startup=startup)
    assert startup.is_published
    assert draft.packages.count() == 2
    states = {section.slug: section.status(draft) for section in sections_of(draft)}
    assert states["company"] == states["product"] == Status.COMPLETE
    assert states["plan"] == Status.IN_PROGRESS
    assert states["team"] == Status.NOT_STARTED


def test_sahyascan_has_cases_under_way(world, db):
    cases = Case.objects.for_applicant(person("founder@sahyascan.example"))
    states = dict(cases.values_list("package__authority__prefix", "state"))
    assert states == {"DUS": S.INFORMATION_REQUESTED, "NRW": S.RELEASED}


def test_authorities_and_founders_ask_each_other(world, db):
    """A request to answer, messages to and fro, one to answer, a wish for more time, a version to adopt."""
    questions = InformationRequest.objects.waiting_for(person("founder@sahyascan.example"))
    assert questions.get().due_on > demo.DAY
    assert set(Message.objects.values_list("from_authority", flat=True)) == {True, False}
    assert Message.objects.waiting().exists()
    assert Extension.objects.waiting().exists()
    running = Case.objects.running().select_related("revision")
    assert any(versions.newer(case) and case.state == S.CHECKING for case in running)


def test_future_tech_fest_takes_registrations(world, db):
    fest = Event.objects.public().get(slug="future-tech-fest-2024")
    assert fest.starts_at.astimezone(clock.BERLIN).isoformat() == "2024-08-28T09:00:00+02:00"
    assert fest.registration_opens_on <= demo.DAY <= fest.registration_closes_on
    assert fest.sessions.count() > 8
    delegation = fest.delegations.get(head_email="head@kdem.example")
    assert delegation.delegates.coming().count() > 10
    assert delegation.delegates.filter(state=DelegateState.INVITED).exists()
    assert delegation.places_wanted


def test_people_at_the_fest_meet_ask_and_decline(world, db):
    fest = Event.objects.get(slug="future-tech-fest-2024")
    states = sorted(fest.meetings.values_list("state", flat=True))
    assert states == ["accepted", "accepted", "asked", "declined"]


def test_makefile_sets_the_clock_to_the_day_of_the_world():
    makefile = (settings.BASE_DIR / "Makefile").read_text()
    assert f"DEMO_DAY := {demo.DAY}\n" in makefile


# Whether it fits together


def test_world_is_sound(world, db):
    assert demo.problems() == []


def test_nothing_happened_after_the_day_began(world, db):
    assert CaseEvent.objects.latest("at").at < demo.END
    assert Document.objects.latest("uploaded_at").uploaded_at < demo.END


def test_staff_worked_on_working_days(world, db):
    steps = CaseEvent.objects.filter(by__is_staff=True)
    days = {event.at.astimezone(clock.BERLIN).date() for event in steps}
    assert [day for day in sorted(days) if not is_working_day(day)] == []


def test_submitted_answers_pass_the_forms(world, db):
    for revision in Revision.objects.select_related("application"):
        with demo.clock_at(revision.submitted_at):
            for section in sections_of(revision.application):
                answers = revision.answers.get(section.slug)
                if answers is None:
                    continue
                blank = form_of(section)(QueryDict(), application=revision.application)
                typed = blank.beside(answers, version=1)
                form = form_of(section)(typed, application=revision.application)
                assert form.is_valid(), (revision, form.errors)
                assert section.missing(revision.application) == [], (revision, section.slug)
            for line in revision.answers.get("aid", {}).get("lines", []):
                assert AidLineForm(line).is_valid()


def test_only_the_newest_mails_are_still_to_be_sent(world, db):
    queued = Email.objects.filter(status=STATUS.queued)
    assert queued.count() == demo.RECENT_MAILS
    assert queued.earliest("pk").pk > Email.objects.filter(status=STATUS.sent).latest("pk").pk


def test_housekeeping_finds_nothing_left_undone(world, db):
    before = dict(Case.objects.values_list("reference", "state"))
    call_command("housekeeping")
    assert dict(Case.objects.values_list("reference", "state")) == before


# Refusals


def test_outside_demo_and_tests_it_refuses(world, db, settings):
    settings.DEMO = settings.TESTING = False
    with pytest.raises(CommandError, match="CORRIDOR_DEMO"):
        run(startups=40)
    assert Startup.objects.count() < 40


@pytest.mark.parametrize("value", ["-1", "many"])
def test_bad_number_is_refused(value):
    with pytest.raises(CommandError, match="--startups"):
        call_command("demo_data", f"--startups={value}")


def test_number_is_read_from_the_command_line(world, db):
    out = StringIO()
    call_command("demo_data", "--startups=10", stdout=out)
    assert "startups: 10 are there already." in out.getvalue()


def test_a_crowd_of_delegates_comes_in_delegations_of_its_own(world, db):
    before = Delegate.objects.count()
    assert f"delegates: 60 more, for {before + 60} in all." in run(delegates=before + 60)
    assert Delegation.objects.filter(head_email__endswith="@crowd.example").count() == 2
    assert demo.problems() == []


def test_more_cases_than_start_ups_can_have_are_refused(world, db):
    with pytest.raises(CommandError, match="--startups"):
        run(cases=5000)
    assert Case.objects.count() < 100


def test_story_that_goes_back_in_time_is_refused(db, monkeypatch):
    def story():
        yield demo.moment("2024-05-02 10:00")
        yield demo.moment("2024-05-01 10:00")

    monkeypatch.setattr(demo, "_stories", [story])
    with pytest.raises(ValueError, match="goes back"):
        demo.tell()


# Large worlds


def test_large_world_has_what_was_asked_for(large_world):
    assert Startup.objects.count() == 60
    assert Case.objects.count() == 45
    assert "cases: 15 more, for 45 in all." in large_world


def test_large_world_is_sound(large_world):
    assert demo.problems() == []
    assert CaseEvent.objects.latest("at").at < demo.END


def test_larger_world_is_sound_and_has_cases_in_all_states(world, db):
    run(startups=300, cases=250)
    assert demo.problems() == []
    assert len(set(Case.objects.values_list("state", flat=True))) == 13


def test_large_world_is_filled_up_once(large_world):
    before = rows()
    said = run(startups=60, cases=45)
    assert "startups: 60 are there already." in said
    assert rows() == before


def test_crowd_is_the_same_in_every_run():
    first, again = (invent(7, set()) for _run in range(2))
    assert [str(value) for value in vars(first[0]).values()][1:] == [
        str(value) for value in vars(again[0]).values()
    ][1:]


def test_name_that_is_taken_is_not_given_twice():
    first, _founder = invent(7, set())
    other, _founder = invent(7, {first.slug})
    assert other.slug != first.slug


def test_crowd_can_sign_in(large_world, client):
    client.post(reverse("account_login"), {"login": "founder0@crowd.example", "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(person("founder0@crowd.example").pk)


def test_unsound_large_world_is_not_kept(world, db, monkeypatch):
    monkeypatch.setattr(demo, "problems", lambda: ["DUS-2024-0001: something is wrong"])
    with pytest.raises(CommandError, match="something is wrong"):
        run(startups=40)
    assert Startup.objects.count() < 40


def spoil_state():
    with pgtrigger.ignore("welcome.Case:case_step_allowed", "welcome.Case:case_signature_first"):
        Case.objects.filter(state=S.REVIEW).update(state=S.SIGNED)


def spoil_record():
    case = Case.objects.filter(state=S.SUBMITTED).first()
    CaseEvent.objects.create(
        case=case,
        verb="sign",
        source=S.CHECKING,
        target=S.SIGNED,
        at=case.submitted_at - timedelta(1),
    )


def spoil_future():
    case = Case.objects.filter(state=S.REVIEW).first()
    late = clock.now() + timedelta(days=1)
    CaseEvent.objects.create(
        case=case, verb="put_on_waiting_list", source=S.REVIEW, target=S.WAITING_LIST, at=late
    )


def spoil_beginning():
    with pgtrigger.ignore("welcome.CaseEvent:case_event_append_only"):
        CaseEvent.objects.filter(verb="submit").delete()


def spoil_signature():
    with pgtrigger.ignore("welcome.Decision:decision_signed_once"):
        Decision.objects.filter(case__state=S.SIGNED).update(
            signed_at=None, signed_by=None, notice=None, held_until=None, held_note=""
        )


def spoil_delivery():
    with pgtrigger.ignore("welcome.Delivery:delivery_never_deleted"):
        Delivery.objects.all().delete()


def spoil_notification():
    with pgtrigger.ignore("welcome.Delivery:delivery_dates_kept"):
        Delivery.objects.update(notified_on=None)


def spoil_sum():
    with pgtrigger.ignore("welcome.Decision:decision_frozen_from_proposal"):
        Decision.objects.filter(value__gt=0).update(value=1)


def spoil_items():
    with pgtrigger.ignore("welcome.DecisionItem:decision_items_frozen"):
        Decision.objects.exclude(items=None).filter(award=None).first().items.all().delete()


def spoil_counter():
    ReferenceCounter.objects.update(last=1)


def spoil_application():
    Application.objects.filter(cases__isnull=False).first().packages.clear()


def spoil_start_up():
    with pgtrigger.ignore("welcome.Case:case_identity_kept"):
        Case.objects.filter(state=S.WITHDRAWN).update(
            startup=Startup.objects.filter(cases=None).first()
        )


def spoil_revision():
    with pgtrigger.ignore("welcome.Case:case_revision_of_its_application"):
        Case.objects.filter(state=S.REVIEW).update(revision=Revision.objects.earliest("pk"))


def spoil_budget():
    Package.objects.update(budget=1)


def spoil_aid():
    with pgtrigger.ignore("welcome.AidLine:aid_line_immutable"):
        Revision.objects.exclude(aid_lines=None).first().aid_lines.update(amount=300_001)


def spoil_number():
    Registration.objects.filter(kind="gstin").update(value="29ZZZCZ9999Z1ZA")


def spoil_owner():
    with pgtrigger.ignore("startups.Membership:membership_last_owner"):
        Startup.objects.filter(applications=None).first().memberships.all().delete()


def spoil_confirmation():
    Startup.objects.published().update(confirmed_on=None)


SPOILED = {
    spoil_state: "the state is signed, the record ends with review",
    spoil_record: "goes back in time",
    spoil_future: "lies in the future",
    spoil_beginning: "does not begin with the submission",
    spoil_signature: "the signature says otherwise",
    spoil_delivery: "without a notice",
    spoil_notification: "but not notified",
    spoil_sum: "not the sum of its items",
    spoil_items: "an award of nothing",
    spoil_counter: "do not fit their counter",
    spoil_application: "cases and packages differ",
    spoil_start_up: "start-up and application differ",
    spoil_revision: "application and revision differ",
    spoil_budget: "more awards than budget",
    spoil_aid: "of aid",
    spoil_number: "not written as it should be",
    spoil_owner: "has no owner",
    spoil_confirmation: "without anybody having confirmed it",
}


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: spoil.__name__)
def test_check_finds_what_is_wrong(world, db, spoil):
    spoil()
    assert any(SPOILED[spoil] in problem for problem in demo.problems())


def test_awards_are_in_use_asked_for_and_proven(world, db):
    award = Award.objects.get(case__startup__slug__startswith="nandilytics")
    assert (award.begun_on.isoformat(), award.ends_on.isoformat()) == ("2024-05-13", "2024-11-09")
    assert sorted(award.redemptions.values_list("state", flat=True)) == ["asked", "used", "used"]
    assert award.landing_marks.count() == 3
    assert Settlement.objects.get().number == "Düsseldorf HRB 999999"
    assert ProofOfUse.objects.filter(state="accepted").count() == 2
