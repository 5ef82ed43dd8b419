"""Who is away, who stands in, and what that changes: what waits, never who may sign."""

from datetime import timedelta

import pytest
from django.urls import reverse

from corridor import clock
from corridor.actions import Conflict
from tests.factories import (
    days_ago,
    make_authority,
    make_case,
    make_staff,
    make_user,
    officer_of,
    owner_of,
    propose,
    sign_in,
)
from welcome import actions
from welcome.choices import StaffRole
from welcome.exceptions import (
    DeputyMissing,
    DeputyTaken,
    FourEyes,
    NotYourAbsence,
    WrongDeputy,
)
from welcome.models import AuthorityMember

pytestmark = pytest.mark.django_db

PAGE = reverse("admin:welcome_absence")
LIST = reverse("admin:welcome_case_changelist")


@pytest.fixture
def case():
    return make_case("review")


@pytest.fixture
def officer(case):
    return officer_of(case.authority)


@pytest.fixture
def deputy(case):
    return make_staff(case.authority, name="Nils Neu")


def row(person, role=StaffRole.OFFICER):
    return AuthorityMember.objects.get(user=person, role=role)


def send_away(person, deputy, *, days=7, role=StaffRole.OFFICER, by=None):
    today = clock.today()
    return actions.set_absence(
        member=row(person, role),
        absent_from=today,
        absent_until=today + timedelta(days=days),
        deputy=deputy and row(deputy, role),
        by=by or person,
    )


def tasks(client, person):
    found = sign_in(client, person).get("/admin/").context["tasks"]
    for task in found:
        assert client.get(task.url).context["cl"].result_count == task.count
    return {task.url.partition("waiting=")[2]: task.count for task in found}


def test_what_waits_for_somebody_away_waits_for_the_deputy_too(client, case, officer, deputy):
    assert tasks(client, deputy) == {}
    send_away(officer, deputy)
    assert tasks(client, deputy) == {"deputy": 1}
    page = client.get("/admin/").text
    assert "1 case of a colleague who is away waits for you" in page
    assert f"You stand in for {officer} until" in page
    assert tasks(client, officer) == {"me": 1}


def test_deputy_finds_messages_of_the_case(client, officer, deputy, case):
    asked = make_case("information_requested", package=case.package)
    actions.write_to_authority(case=asked, text="Hello?", by=owner_of(asked.startup))
    send_away(officer, deputy)
    assert tasks(client, deputy) == {"deputy": 2}


def test_absence_begins_and_ends(client, case, officer, deputy):
    send_away(officer, deputy, days=7)
    with days_ago(1):
        assert tasks(client, deputy) == {}
    with days_ago(-7):
        assert tasks(client, deputy)["deputy"] == 1
    with days_ago(-8):
        assert "deputy" not in tasks(client, deputy)


def test_deputy_who_lost_the_role_finds_nothing(client, case, officer, deputy):
    send_away(officer, deputy)
    roles = {"authority": case.authority, "user": deputy, "roles": [StaffRole.READER], "by": None}
    actions.set_member(**roles)
    assert tasks(client, deputy) == {}


def test_mail_for_somebody_away_goes_to_the_deputy_too(queued, case, officer, deputy):
    send_away(officer, deputy)
    actions.write_to_authority(case=case, text="Hello?", by=owner_of(case.startup))
    to = {mail.to[0] for mail in queued("welcome/mail/message_to_authority")}
    assert to == {officer.email, deputy.email}


def test_deputy_who_proposed_does_not_sign(case):
    both = make_staff(case.authority, StaffRole.OFFICER, StaffRole.SIGNATORY)
    signatory = make_staff(case.authority, StaffRole.SIGNATORY)
    send_away(signatory, both, role=StaffRole.SIGNATORY)
    propose(case, by=both)
    with pytest.raises(FourEyes):
        actions.sign(case=case, by=both)


def test_deputy_holds_the_same_role_at_the_same_authority(case, officer, deputy):
    reader = make_staff(case.authority, StaffRole.SIGNATORY)
    stranger = officer_of(make_authority())
    today = clock.today()
    for wrong in (row(reader, StaffRole.SIGNATORY), row(stranger), row(officer)):
        days = {"absent_from": today, "absent_until": today}
        with pytest.raises(WrongDeputy):
            actions.set_absence(member=row(officer), deputy=wrong, by=officer, **days)
    assert row(officer).absent_from is None


def test_absence_needs_a_deputy(officer, deputy):
    with pytest.raises(DeputyMissing):
        send_away(officer, None)


def test_deputy_stands_in_for_one_at_a_time(case, officer, deputy):
    other = make_staff(case.authority)
    send_away(officer, deputy)
    with pytest.raises(DeputyTaken):
        send_away(other, deputy)
    with days_ago(-20):
        send_away(other, deputy)
    assert row(deputy).deputy_for == row(other)


def test_absence_is_said_by_oneself_and_the_administration(officer, deputy):
    with pytest.raises(NotYourAbsence):
        send_away(officer, deputy, by=deputy)
    send_away(officer, deputy, by=make_user(roles=["administrator"]))
    history = row(officer).history.order_by("pgh_id").last()
    assert history.absent_from == clock.today()


@pytest.mark.parametrize("until", [None, -1])
def test_absence_has_both_days_in_their_order(officer, deputy, until):
    today = clock.today()
    last = until and today + timedelta(days=until)
    with pytest.raises(Conflict) as refused:
        actions.set_absence(
            member=row(officer),
            absent_from=today,
            absent_until=last,
            deputy=row(deputy),
            by=officer,
        )
    assert refused.value.rule == "authority_member_absence_whole"


def form_of(person, deputy, first, last):
    member = row(person)
    return {
        "member": member.pk,
        f"member-{member.pk}-absent_from": first,
        f"member-{member.pk}-absent_until": last,
        f"member-{member.pk}-deputy": row(deputy).pk if deputy else "",
    }


def test_page_sets_and_ends_ones_absence(client, officer, deputy):
    sign_in(client, officer)
    client.post(PAGE, form_of(officer, deputy, "2024-07-22", "2024-07-26"))
    assert (row(officer).absent_until.day, row(deputy).deputy_for) == (26, row(officer))
    assert "2024-07-26" in client.get(PAGE).text
    client.post(PAGE, form_of(officer, None, "", ""))
    assert row(officer).absent_from is None


def test_page_says_what_is_wrong(client, officer, deputy):
    sign_in(client, officer)
    response = client.post(PAGE, form_of(officer, None, "2024-07-22", "2024-07-26"))
    assert str(DeputyMissing.message) in response.text
    assert row(officer).absent_from is None


def test_page_is_for_officers_and_signatories(client, case, officer):
    reader = make_staff(case.authority, StaffRole.READER)
    for person in (reader, make_user(roles=["auditor"]), make_user(roles=["administrator"])):
        assert sign_in(client, person).get(PAGE).status_code == 404


def test_page_changes_nobody_elses_absence(client, officer, deputy):
    sign_in(client, deputy)
    assert (
        client.post(PAGE, form_of(officer, deputy, "2024-07-22", "2024-07-26")).status_code == 200
    )
    assert row(officer).absent_from is None


def test_administration_sets_absence_at_the_member(client, officer, deputy):
    sign_in(client, make_user(roles=["administrator"]))
    change = "admin:welcome_authoritymember_change"
    days = {"absent_from": "2024-07-22", "absent_until": "2024-07-26"}
    missing = client.post(
        reverse(change, args=[row(officer).pk]), {"deputy_for": "", **days}, follow=True
    )
    assert str(DeputyMissing.message) in missing.text
    stands_in = {"deputy_for": row(officer).pk, "absent_from": "", "absent_until": ""}
    client.post(reverse(change, args=[row(deputy).pk]), stands_in)
    client.post(reverse(change, args=[row(officer).pk]), {"deputy_for": "", **days})
    assert row(officer).absent_from.day == 22
