"""Who changed what: written by the database, whatever way the change came."""

from datetime import timedelta

import pghistory
import pytest
from django.apps import apps
from django.db import transaction

from corridor import clock
from corridor.actions import action
from startups.actions import change_startup
from tests.database import sql
from tests.factories import (
    make_authority,
    make_case,
    make_package,
    make_startup,
    officer_of,
    owner_of,
)
from welcome import actions
from welcome.models import Case, Package

TRACKED = {
    "startups": {
        "Startup",
        "Registration",
        "Membership",
        "ProfileChange",
        "Partner",
        "Project",
        "ProjectPartner",
        "ProjectStartup",
        "Milestone",
        "Introduction",
        "Opening",
    },
    "welcome": {
        "Authority",
        "AuthorityMember",
        "Holiday",
        "Package",
        "Benefit",
        "Question",
        "Criterion",
        "Case",
        "Decision",
        "Award",
        "AwardItem",
        "Redemption",
        "ProofOfUse",
        "LandingStep",
        "TextBlock",
        "CheckMark",
        "Settlement",
    },
    "events": {
        "Event",
        "Session",
        "Delegation",
        "Delegate",
        "LetterSetup",
        "InvitationLetter",
        "Mailing",
        "MeetingSetup",
        "Meeting",
    },
}


def history(row):
    """The rows of an object's history, oldest first."""
    model = apps.get_model(row._meta.app_label, f"{type(row).__name__}History")
    return list(
        model.objects.filter(pgh_obj_id=row.pk).order_by("pgh_id").select_related("pgh_context")
    )


@pytest.mark.parametrize("app", TRACKED)
def test_exactly_the_models_of_the_design_are_tracked(app):
    names = {model.__name__ for model in apps.get_app_config(app).get_models()}
    assert {name for name in names if f"{name}History" in names} == TRACKED[app]


def test_action_leaves_person_and_verb(db):
    startup = make_startup()
    owner = owner_of(startup)
    change_startup(startup=startup, by=owner, city="Hubballi")
    last = history(startup)[-1]
    assert (last.pgh_label, last.city) == ("update", "Hubballi")
    assert last.pgh_context.metadata == {"by": str(owner.pk), "action": "change_startup"}


def test_step_of_a_case_leaves_the_officer(db):
    case = make_case()
    officer = officer_of(case.authority)
    actions.take(case=case, by=officer)
    assert [row.state for row in history(case)] == ["submitted", "checking"]
    assert history(case)[-1].pgh_context.metadata["by"] == str(officer.pk)


def test_step_of_the_portal_names_nobody(db):
    authority = make_authority()
    actions.change_authority(authority=authority, by=None, place="Köln")
    assert history(authority)[-1].pgh_context.metadata == {"by": "", "action": "change_authority"}


def test_action_inside_an_action_leaves_the_outer_one_in_the_history(db):
    case = make_case(state="signed")
    assert history(case)[-1].pgh_context.metadata["action"] == "sign"


def test_action_inside_another_leaves_the_outer_ones_name(db):
    @action
    def found_office(*, by):
        return actions.create_authority(by=None, **authority_fields())

    person = owner_of(make_startup())
    authority = found_office(by=person)
    assert history(authority)[-1].pgh_context.metadata == {
        "by": str(person.pk),
        "action": "found_office",
    }


def authority_fields():
    fields = ("name", "law", "address", "place", "email", "remedy_de", "remedy_en")
    like = make_authority()
    return {name: getattr(like, name) for name in fields} | {"slug": "new", "prefix": "NEW"}


def test_bulk_update_leaves_a_line_for_each_row(db):
    packages = [make_package(), make_package()]
    with pghistory.context(by="me"):
        Package.objects.update(places=3)
    for package in packages:
        last = history(package)[-1]
        assert (last.pgh_label, last.places, last.pgh_context.metadata) == (
            "update",
            3,
            {"by": "me"},
        )


def test_raw_sql_leaves_a_line_without_a_person(transactional_db):
    case = make_case()
    sql("UPDATE welcome_case SET due_on = due_on + 1 WHERE id = %s", case.pk)
    last = history(case)[-1]
    assert last.due_on == case.due_on + timedelta(days=1)
    assert last.pgh_context is None


def test_member_who_left_stays_in_the_history(db):
    authority = make_authority()
    member = authority.members.create(user=officer_of(authority), role="reader")
    actions.set_member(authority=authority, user=member.user, roles=[], by=None)
    assert [row.pgh_label for row in history(member)] == ["insert", "delete"]


def test_refused_action_leaves_no_line(db):
    case = make_case()
    with pytest.raises(actions.steps.WrongState):
        actions.close(case=case, by=officer_of(case.authority))
    assert len(history(case)) == 1


@pytest.mark.parametrize(
    "statement",
    ["UPDATE welcome_casehistory SET state = 'closed'", "DELETE FROM welcome_casehistory"],
)
def test_history_is_never_rewritten(db, statement):
    make_case()
    with pytest.raises(Exception, match="append_only"), transaction.atomic():
        sql(statement)


def test_history_keeps_real_time(db):
    case = make_case()
    assert clock.real_now() - history(case)[0].pgh_created_at < timedelta(minutes=1)
    assert Case.objects.get(pk=case.pk).submitted_at.year == 2024
