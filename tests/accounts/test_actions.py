import pytest
from allauth.account.models import EmailAddress

from corridor.accounts import actions
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.actions import Conflict, NotPermitted
from tests.people import make_person


def test_created_person_has_one_primary_address(administrator):
    person = actions.create_person(email="New@Example.org", name="Ōe", by=administrator)
    address = EmailAddress.objects.get(user=person)
    assert (address.email, address.primary, address.verified) == ("new@example.org", True, False)
    assert not person.has_usable_password()


def test_creating_a_person_with_a_taken_address_is_refused(founder):
    with pytest.raises(Conflict) as refused:
        actions.create_person(email=founder.email, name="Twin", by=None)
    assert refused.value.rule == "user_email_unique"
    assert User.objects.count() == 1


def test_creating_a_person_is_for_administrators(founder):
    with pytest.raises(NotPermitted):
        actions.create_person(email="new@example.org", name="New", by=founder)


def test_first_role_makes_staff(founder, administrator):
    actions.set_roles(user=founder, roles=["editor"], by=administrator)
    assert founder.is_staff
    assert founder.roles == {Role.EDITOR}
    assert founder.has_perm("startups.change_startup")


def test_last_role_taken_ends_staff_and_sessions(founder, administrator):
    actions.set_roles(user=founder, roles=["editor"], by=administrator)
    before = founder.get_session_auth_hash()
    actions.set_roles(user=founder, roles=[], by=administrator)
    assert not founder.is_staff
    assert founder.get_session_auth_hash() != before


def test_one_of_two_roles_taken_keeps_the_session(founder, administrator):
    actions.set_roles(user=founder, roles=["editor", "auditor"], by=administrator)
    before = founder.get_session_auth_hash()
    actions.set_roles(user=founder, roles=["auditor"], by=administrator)
    assert founder.get_session_auth_hash() == before


def test_roles_of_authorities_and_others_do_not_touch_each_other(founder, administrator):
    actions.set_case_roles(user=founder, roles=["officer"], by=administrator)
    actions.set_roles(user=founder, roles=["editor"], by=administrator)
    actions.set_case_roles(user=founder, roles=["signatory"], by=administrator)
    assert founder.roles == {Role.SIGNATORY, Role.EDITOR}


def test_role_of_an_authority_is_not_given_directly(founder, administrator):
    with pytest.raises(actions.RoleOfAuthority):
        actions.set_roles(user=founder, roles=["officer"], by=administrator)
    assert not founder.roles


def test_other_role_is_no_role_of_an_authority(founder):
    with pytest.raises(ValueError, match="EDITOR"):
        actions.set_case_roles(user=founder, roles=["editor"], by=None)


def test_own_roles_are_not_changed(administrator):
    with pytest.raises(actions.OwnRoles):
        actions.set_roles(user=administrator, roles=["auditor"], by=administrator)


def test_roles_are_given_by_administrators(founder):
    with pytest.raises(NotPermitted):
        actions.set_roles(user=founder, roles=["administrator"], by=founder)


def test_blocked_account_gets_no_role(founder, administrator):
    actions.block(user=founder, by=administrator)
    with pytest.raises(actions.Inactive):
        actions.set_roles(user=founder, roles=["editor"], by=administrator)


def test_block_and_unblock(founder, administrator):
    before = founder.get_session_auth_hash()
    actions.block(user=founder, by=administrator)
    assert not founder.is_active
    assert founder.get_session_auth_hash() != before
    actions.unblock(user=founder, by=administrator)
    assert founder.is_active


def test_nobody_blocks_themselves(administrator):
    with pytest.raises(actions.OwnRoles):
        actions.block(user=administrator, by=administrator)


def test_profile_is_changed_by_its_owner(founder):
    actions.change_profile(user=founder, name="ಮೀರಾ", language="de", by=founder)
    founder.refresh_from_db()
    assert (founder.name, founder.language) == ("ಮೀರಾ", "de")


def test_profile_of_somebody_else_is_left_alone(founder):
    stranger = make_person("stranger@example.org")
    with pytest.raises(NotPermitted):
        actions.change_profile(user=founder, name="X", language="de", by=stranger)
