import re
from datetime import timedelta
from functools import partial
from urllib.parse import quote

import pytest
from django.db import IntegrityError, transaction

from corridor import clock
from corridor.actions import Conflict
from startups import actions, chores
from startups.choices import InvitationState, MemberRole, ProfileState
from startups.models import Invitation, Membership
from tests.people import make_person, sign_in
from tests.startups.factories import make_startup
from tests.threads import at_once, refusals

ADDRESS = "Vikram@Kaverion.example"


@pytest.fixture
def colleague(db):
    return make_person("vikram@kaverion.example", name="Vikram Hegde")


def invite(startup, by, email=ADDRESS, role=MemberRole.EDITOR):
    return actions.invite_member(startup=startup, email=email, role=role, by=by)


def join(startup, owner, person, role=MemberRole.EDITOR):
    invitation = invite(startup, owner, person.email, role)
    return actions.accept_invitation(invitation=invitation, by=person)


def people(startup):
    return {(each.user.name, each.role) for each in startup.memberships.all()}


def test_invitation_is_a_secret_mail_to_the_address(
    startup, founder, queued, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks():
        invitation = invite(startup, founder)
    mail = queued("startups/mail/invited")[0]
    assert mail.to == ["vikram@kaverion.example"]
    assert mail.context["secret"]
    assert "/en/invitations/" in mail.message
    assert invitation.expires_on == clock.today() + timedelta(days=14)


def test_invitation_is_written_in_the_language_of_a_known_account(startup, founder, queued):
    make_person("vikram@kaverion.example", name="Vikram", language="de")
    invite(startup, founder)
    assert "lädt Sie" in queued("startups/mail/invited")[0].subject


def test_invitations_come_from_owners_alone(startup, founder, stranger, colleague):
    join(startup, founder, colleague)
    with pytest.raises(actions.NotAnOwner):
        invite(startup, colleague, "new@kaverion.example")
    with pytest.raises(actions.NotAMember):
        invite(startup, stranger, "new@kaverion.example")


def test_invitation_of_a_member_is_refused(startup, founder):
    with pytest.raises(actions.AlreadyAMember):
        invite(startup, founder, founder.email.upper())


def test_second_invitation_of_an_address_waits_for_the_end_of_the_first(
    startup, founder, set_clock
):
    first = invite(startup, founder)
    with pytest.raises(Conflict, match="invited already"), transaction.atomic():
        invite(startup, founder)
    set_clock(first.expires_on + timedelta(days=1))
    assert invite(startup, founder).state == InvitationState.OPEN


def test_invitations_are_twenty_at_most_even_when_taken_back(startup, founder, set_clock):
    rows = [invite(startup, founder, f"person{number}@kaverion.example") for number in range(20)]
    actions.withdraw_invitation(invitation=rows[0], by=founder)
    with pytest.raises(actions.TooManyInvitations):
        invite(startup, founder)
    set_clock(rows[0].expires_on + timedelta(days=1))
    assert invite(startup, founder)


def test_accepting_makes_a_member_and_tells_the_owner(startup, founder, colleague, queued):
    member = join(startup, founder, colleague)
    assert member.role == MemberRole.EDITOR
    assert queued("startups/mail/member_joined")[0].to == [founder.email]
    assert "Vikram Hegde" in queued("startups/mail/member_joined")[0].subject


def test_accepting_is_for_the_invited_address(startup, founder, stranger):
    with pytest.raises(actions.NotInvited):
        actions.accept_invitation(invitation=invite(startup, founder), by=stranger)
    assert startup.memberships.count() == 1


@pytest.mark.parametrize(("days", "works"), [(14, True), (15, False)])
def test_invitation_holds_for_14_days(startup, founder, colleague, set_clock, days, works):
    invitation = invite(startup, founder)
    set_clock(clock.today() + timedelta(days=days))
    if works:
        assert actions.accept_invitation(invitation=invitation, by=colleague)
    else:
        with pytest.raises(actions.InvitationEnded):
            actions.accept_invitation(invitation=invitation, by=colleague)


def test_invitation_works_once_and_not_after_it_was_taken_back(startup, founder, colleague):
    used = invite(startup, founder)
    actions.accept_invitation(invitation=used, by=colleague)
    gone = invite(startup, founder, "other@kaverion.example")
    actions.withdraw_invitation(invitation=gone, by=founder)
    for ended in (used, gone):
        with pytest.raises(actions.InvitationEnded):
            actions.accept_invitation(invitation=ended, by=colleague)


def test_invitation_of_somebody_who_joined_meanwhile_is_refused(startup, founder, colleague):
    invitation = invite(startup, founder)
    Membership.objects.create(startup=startup, user=colleague, role="editor", since=clock.now())
    with pytest.raises(actions.AlreadyAMember):
        actions.accept_invitation(invitation=invitation, by=colleague)


@pytest.mark.parametrize(("days", "left"), [(90, 1), (91, 0)])
def test_address_is_forgotten_90_days_after_the_last_day(startup, founder, set_clock, days, left):
    set_clock(invite(startup, founder).expires_on + timedelta(days=days))
    chores.forget_invitations()
    assert Invitation.objects.count() == left


def test_hand_over_makes_another_owner_who_hears_of_it(startup, founder, colleague, queued):
    member = join(startup, founder, colleague)
    actions.change_member(membership=member, role=MemberRole.OWNER, by=founder)
    actions.leave(startup=startup, by=founder)
    assert people(startup) == {("Vikram Hegde", MemberRole.OWNER)}
    assert queued("startups/mail/member_changed")[0].to == [colleague.email]


def test_role_goes_to_and_fro_once_a_day(startup, founder, colleague, queued, monkeypatch):
    member = join(startup, founder, colleague)
    for role in (MemberRole.OWNER, MemberRole.EDITOR):
        actions.change_member(membership=member, role=role, by=founder)
    with pytest.raises(actions.ChangedOften):
        actions.change_member(membership=member, role=MemberRole.OWNER, by=founder)
    assert len(queued("startups/mail/member_changed")) == 2
    tomorrow = clock.real_now() + timedelta(days=1)
    monkeypatch.setattr("corridor.clock.real_now", lambda: tomorrow)
    assert actions.change_member(membership=member, role=MemberRole.OWNER, by=founder).is_owner


def test_same_role_again_changes_nothing(startup, founder, queued):
    own = startup.membership_of(founder)
    actions.change_member(membership=own, role=MemberRole.OWNER, by=founder)
    assert not queued("startups/mail/member_changed")


def test_roles_are_changed_and_people_removed_by_owners(startup, founder, colleague):
    member, own = join(startup, founder, colleague), startup.membership_of(founder)
    with pytest.raises(actions.NotAnOwner):
        actions.change_member(membership=member, role=MemberRole.OWNER, by=colleague)
    with pytest.raises(actions.NotAnOwner):
        actions.remove_member(membership=own, by=colleague)


def test_last_owner_stays(startup, founder, colleague):
    join(startup, founder, colleague)
    own = startup.membership_of(founder)
    with pytest.raises(actions.LastOwner):
        actions.leave(startup=startup, by=founder)
    with pytest.raises(actions.LastOwner):
        actions.remove_member(membership=own, by=founder)
    with pytest.raises(actions.LastOwner):
        actions.change_member(membership=own, role=MemberRole.EDITOR, by=founder)


def test_removed_person_hears_of_it_and_their_invitations_end(startup, founder, colleague, queued):
    member = join(startup, founder, colleague, MemberRole.OWNER)
    invitation = invite(startup, colleague, "friend@elsewhere.example")
    actions.remove_member(membership=member, by=founder)
    invitation.refresh_from_db()
    assert invitation.state == InvitationState.WITHDRAWN
    assert queued("startups/mail/member_removed")[0].to == [colleague.email]
    with pytest.raises(actions.NoLongerAMember):
        actions.remove_member(membership=member, by=founder)


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows.update(role=MemberRole.EDITOR),
        lambda rows: rows.delete(),
        lambda rows: rows.filter(role=MemberRole.OWNER).delete(),
    ],
)
def test_database_keeps_the_last_owner(startup, founder, colleague, change):
    join(startup, founder, colleague, MemberRole.OWNER)
    with pytest.raises(IntegrityError, match="membership_last_owner"), transaction.atomic():
        change(startup.memberships.all())
    assert startup.memberships.count() == 2


def test_database_keeps_the_last_owner_in_their_startup(startup, founder):
    other = make_startup(founder, name="Other")
    with pytest.raises(IntegrityError, match="membership_last_owner"), transaction.atomic():
        Membership.objects.filter(startup=startup).update(startup=other)


def test_history_tells_auditors_who_joined(client, startup, founder, colleague, auditor):
    join(startup, founder, colleague)
    page = sign_in(client, auditor).get(f"/admin/startups/startup/{startup.pk}/history/")
    assert "Invitation accepted" in page.content.decode()
    assert "Vikram Hegde" in page.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("through_actions", [True, False])
def test_two_owners_who_leave_at_once_leave_one(through_actions):
    one, other = make_person(), make_person("vikram@kaverion.example", name="Vikram")
    startup = make_startup(one)
    join(startup, one, other, MemberRole.OWNER)
    places = [startup.membership_of(person) for person in (one, other)]
    if through_actions:
        calls = [partial(actions.leave, startup=startup, by=person) for person in (one, other)]
        assert refusals(at_once(*calls)) == [actions.LastOwner]
    else:
        results = at_once(*(partial(past_the_actions, place) for place in places))
        assert sorted(results) == ["gone", "kept"]
    assert startup.memberships.filter(role=MemberRole.OWNER).count() == 1


def past_the_actions(place):
    try:
        place.delete()
    except IntegrityError:
        return "kept"
    return "gone"


@pytest.mark.django_db(transaction=True)
def test_invitation_accepted_twice_at_once_makes_one_member():
    owner, person = make_person(), make_person("vikram@kaverion.example", name="Vikram")
    startup = make_startup(owner)
    accept = partial(actions.accept_invitation, invitation=invite(startup, owner), by=person)
    assert refusals(at_once(accept, accept)) == [actions.InvitationEnded]
    assert startup.memberships.count() == 2


def address(startup, rest=""):
    return f"/en/startups/{startup.slug}/people/{rest}"


def test_people_page_invites(as_founder, startup):
    page = as_founder.post(
        address(startup), {"email": ADDRESS, "role": "editor"}, follow=True
    ).content.decode()
    assert "The link holds for 14 days." in page
    assert "vikram@kaverion.example" in page
    assert Invitation.objects.get().state == InvitationState.OPEN


def test_people_page_links_errors_and_refusals(as_founder, startup, founder):
    page = as_founder.post(address(startup), {"email": "x", "role": "editor"}).content.decode()
    assert 'href="#id_email"' in page
    page = as_founder.post(address(startup), {"email": founder.email, "role": "editor"})
    assert "belongs to the start-up already" in page.content.decode()


def test_people_page_shows_editors_names_and_no_verbs(client, startup, founder, colleague):
    join(startup, founder, colleague)
    invite(startup, founder, "new@kaverion.example")
    browser = sign_in(client, colleague)
    page = browser.get(address(startup)).content.decode()
    assert founder.name in page
    assert "Leave" in page
    assert "new@kaverion.example" not in page
    assert "Remove" not in page
    assert browser.post(address(startup), {}).status_code == 404


@pytest.mark.parametrize("number", [1, 30])
def test_people_page_costs_the_same_for_one_and_thirty(
    as_founder, startup, number, django_assert_max_num_queries
):
    for index in range(number):
        person = make_person(f"person{index}@kaverion.example", name=f"Person {index}")
        Membership.objects.create(startup=startup, user=person, role="editor", since=clock.now())
    with django_assert_max_num_queries(8):
        as_founder.get(address(startup))


@pytest.mark.parametrize(
    ("rest", "left"),
    [
        ("{pk}/owner/", {("Meera Nagarajan", "owner"), ("Vikram Hegde", "owner")}),
        ("{pk}/remove/", {("Meera Nagarajan", "owner")}),
        ("{pk}/editor/", {("Meera Nagarajan", "owner"), ("Vikram Hegde", "editor")}),
    ],
)
def test_steps_happen_by_post_alone(as_founder, startup, founder, colleague, rest, left):
    path = address(startup, rest.format(pk=join(startup, founder, colleague).pk))
    before = people(startup)
    assert as_founder.get(path).status_code == 200
    assert people(startup) == before
    assert as_founder.post(path).url == address(startup)
    assert people(startup) == left


def test_steps_know_two_roles(as_founder, startup, founder, colleague):
    member = join(startup, founder, colleague)
    assert as_founder.post(address(startup, f"{member.pk}/boss/")).status_code == 404


def test_leaving_leads_to_ones_own_page(client, startup, founder, colleague):
    join(startup, founder, colleague)
    browser = sign_in(client, colleague)
    assert browser.get(address(startup, "leave/")).status_code == 200
    assert browser.post(address(startup, "leave/")).url == "/en/account/"
    assert people(startup) == {("Meera Nagarajan", "owner")}


def test_last_owner_reads_why_they_stay(as_founder, startup):
    page = as_founder.post(address(startup, "leave/"), follow=True).content.decode()
    assert "keeps at least one owner" in page
    assert "You are the only owner" in page


def test_invitation_is_taken_back_on_its_page(as_founder, startup, founder):
    invitation = invite(startup, founder)
    path = address(startup, f"invitations/{invitation.pk}/withdraw/")
    assert as_founder.get(path).status_code == 200
    as_founder.post(path)
    assert as_founder.get(path).status_code == 404
    page = as_founder.get(invitation.get_absolute_url()).content.decode()
    assert "has been taken back" in page


def test_invitation_page_asks_strangers_to_sign_in_and_tells_no_other_site(
    client, startup, founder
):
    path = invite(startup, founder).get_absolute_url()
    response = client.get(path)
    page = response.content.decode()
    assert "Meera Nagarajan invites you to join Kaverion EdgeNet. Your role: Colleague." in page
    assert f'/en/accounts/login/?next={quote(path)}"' in page
    assert "vikram" not in page.lower()
    assert response["Referrer-Policy"] == "no-referrer"
    assert client.post(path).url == f"/en/accounts/login/?next={quote(path)}"


def test_invitation_page_lets_the_invited_join(client, startup, founder, colleague):
    invitation = invite(startup, founder)
    path = invitation.get_absolute_url()
    browser = sign_in(client, colleague)
    page = browser.get(path)
    assert "Join" in page.content.decode()
    assert page["Referrer-Policy"] == "strict-origin"
    assert startup.memberships.count() == 1
    assert browser.post(path).url == address(startup)
    assert "This invitation has been used." in browser.get(path).content.decode()


def test_invitation_page_tells_others_why_not(client, startup, founder, stranger):
    path = invite(startup, founder).get_absolute_url()
    browser = sign_in(client, stranger)
    assert "was sent to another address" in browser.get(path).content.decode()
    page = browser.post(path, follow=True).content.decode()
    assert "another email address than that of your account" in page
    assert startup.memberships.count() == 1


def test_invitation_page_says_when_it_ended(client, startup, founder, set_clock):
    invitation = invite(startup, founder)
    set_clock(invitation.expires_on + timedelta(days=1))
    page = client.get(invitation.get_absolute_url()).content.decode()
    assert "This invitation held until" in page


@pytest.mark.parametrize("token", ["none", "a:b:c", "%00"])
def test_invitation_page_takes_no_made_up_links(client, db, token):
    assert client.get(f"/en/invitations/{token}/").status_code == 404


def test_people_of_a_public_profile_are_nobody_elses_business(client, founder, stranger, editor):
    startup = make_startup(founder, state=ProfileState.PUBLISHED, editor=editor)
    for person in (stranger, editor):
        assert sign_in(client, person).get(address(startup)).status_code == 404


def test_new_account_leads_back_to_the_invitation(client, startup, founder, queued):
    path = invite(startup, founder).get_absolute_url()
    typed = {"email": ADDRESS, "name": "Vikram Hegde", "language": "en"}
    response = client.post(f"/en/accounts/signup/?next={quote(path)}", {**typed, "next": path})
    code = re.search(r"^\s*([A-Z0-9-]{6,12})\s*$", queued()[-1].message, re.MULTILINE)[1]
    response = client.post(response.url, {"code": code}, follow=True)
    assert "invites you to join Kaverion EdgeNet" in response.content.decode()
    assert "Join" in response.content.decode()


@pytest.mark.parametrize("end", ["change", "leave"])
def test_whoever_is_no_owner_any_more_has_invited_nobody(startup, founder, colleague, end):
    membership = join(startup, founder, colleague, MemberRole.OWNER)
    invitation = invite(startup, colleague, "back@door.example", MemberRole.OWNER)
    if end == "leave":
        actions.leave(startup=startup, by=colleague)
    else:
        actions.change_member(membership=membership, role=MemberRole.EDITOR, by=founder)
    with pytest.raises(actions.InvitationEnded):
        actions.accept_invitation(invitation=invitation, by=make_person("back@door.example"))


def test_one_person_invites_twenty_strangers_with_all_their_start_ups(startup, founder):
    second = make_startup(founder, name="Second")
    for number in range(20):
        invite((startup, second)[number % 2], founder, f"p{number}@stranger.example")
    with pytest.raises(actions.TooManyInvitations):
        invite(make_startup(founder, name="Third"), founder)


def test_one_stranger_is_invited_three_times(founder):
    for number in range(3):
        invite(make_startup(founder, name=f"Start-up {number}"), founder)
    with pytest.raises(actions.InvitedOften):
        invite(make_startup(founder, name="Fourth"), founder)


def test_inviting_again_is_said_at_the_address(as_founder, startup, founder):
    invite(startup, founder)
    typed = {"email": ADDRESS, "role": "editor"}
    page = as_founder.post(f"/en/startups/{startup.slug}/people/", typed)
    assert list(page.context["form"].errors) == ["email"]
