from datetime import date

import pytest
from django.urls import reverse

from corridor.accounts.actions import Inactive, OwnRoles
from corridor.accounts.choices import Role
from corridor.actions import Conflict, NotPermitted
from tests.database import refused_by
from tests.factories import (
    make_application,
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_user,
    sign_in,
)
from welcome import actions
from welcome.choices import StaffRole
from welcome.exceptions import LawKept, WrongDeputy
from welcome.models import Authority, AuthorityMember, Package


@pytest.fixture
def administrator(db):
    return make_user("Anna", roles=[Role.ADMINISTRATOR])


@pytest.fixture
def authority(db):
    return make_authority()


def set_member(authority, user, *roles, by=None):
    actions.set_member(authority=authority, user=user, roles=list(roles), by=by)
    user.refresh_from_db()
    user.forget_roles()


def test_member_gets_the_roles_as_groups(authority, administrator):
    person = make_user()
    set_member(authority, person, StaffRole.OFFICER, StaffRole.READER, by=administrator)
    assert person.roles == {Role.OFFICER, Role.READER}
    assert person.is_staff


def test_roles_are_replaced(authority):
    person = make_staff(authority, StaffRole.OFFICER, StaffRole.READER)
    set_member(authority, person, StaffRole.READER, StaffRole.SIGNATORY)
    assert person.roles == {Role.READER, Role.SIGNATORY}
    assert authority.members.filter(user=person).count() == 2


def test_same_roles_again_change_nothing(authority):
    person = make_staff(authority, StaffRole.OFFICER)
    before = list(authority.members.values_list("pk", flat=True))
    set_member(authority, person, StaffRole.OFFICER)
    assert list(authority.members.values_list("pk", flat=True)) == before


def test_role_at_another_authority_keeps_the_group(authority):
    person = make_staff(authority, StaffRole.OFFICER)
    set_member(make_authority(), person, StaffRole.OFFICER)
    set_member(authority, person)
    assert person.roles == {Role.OFFICER}
    set_member(Authority.objects.exclude(pk=authority.pk).get(), person)
    assert person.roles == frozenset()
    assert not person.is_staff


def test_who_leaves_is_signed_out(authority):
    person = make_staff(authority, StaffRole.OFFICER)
    generation = person.session_generation
    set_member(authority, person)
    assert person.session_generation == generation + 1


@pytest.mark.parametrize("role", [Role.EDITOR, Role.AUDITOR, Role.OFFICER])
def test_only_an_administrator_sets_members(authority, role):
    by = (
        make_staff(authority, StaffRole.OFFICER)
        if role == Role.OFFICER
        else make_user(roles=[role])
    )
    with pytest.raises(NotPermitted):
        set_member(authority, make_user(), StaffRole.OFFICER, by=by)


def test_administrator_does_not_make_themselves_a_member(authority, administrator):
    with pytest.raises(OwnRoles):
        set_member(authority, administrator, StaffRole.SIGNATORY, by=administrator)
    assert not AuthorityMember.objects.exists()


def test_blocked_person_is_not_made_a_member(authority):
    person = make_user()
    person.is_active = False
    person.save()
    with pytest.raises(Inactive):
        set_member(authority, person, StaffRole.OFFICER)
    assert not AuthorityMember.objects.exists()


def test_unknown_role_is_an_error_and_changes_nothing(authority):
    with pytest.raises(ValueError, match="mayor"):
        set_member(authority, make_user(), "mayor")
    assert not AuthorityMember.objects.exists()


# Deputies


def members(authority, *roles):
    return [make_staff(authority, role).authority_roles.get() for role in roles]


def test_deputy_stands_in_for_somebody_of_the_same_role(authority, administrator):
    deputy, officer = members(authority, StaffRole.OFFICER, StaffRole.OFFICER)
    actions.set_deputy(member=deputy, deputy_for=officer, by=administrator)
    assert list(officer.deputies.all()) == [deputy]
    actions.set_deputy(member=deputy, deputy_for=None, by=administrator)
    assert not officer.deputies.exists()


def test_deputy_of_another_role_authority_or_oneself_is_refused(authority, administrator):
    deputy, signatory = members(authority, StaffRole.OFFICER, StaffRole.SIGNATORY)
    (stranger,) = members(make_authority(), StaffRole.OFFICER)
    for other in (signatory, stranger, deputy):
        with pytest.raises(WrongDeputy):
            actions.set_deputy(member=deputy, deputy_for=other, by=administrator)


# Authorities and packages


def new_authority(by, **fields):
    data = {name: getattr(make_authority(), name) for name in FIELDS} | {
        "slug": "new",
        "prefix": "NEW",
    }
    return actions.create_authority(by=by, **{**data, **fields})


FIELDS = (
    "name", "law", "address", "place", "email", "signatory_line_de", "signatory_line_en", "remedy_de", "remedy_en",
)  # fmt: skip


def test_authority_is_created_and_changed_by_an_administrator(administrator):
    authority = new_authority(administrator)
    actions.change_authority(authority=authority, place="Köln", by=administrator)
    authority.refresh_from_db()
    assert (authority.slug, authority.place) == ("new", "Köln")


def test_authority_with_acts_keeps_its_remedy(authority, administrator):
    with pytest.raises(Conflict, match="legal remedies"):
        actions.change_authority(authority=authority, remedy_en="", by=administrator)


def test_authority_with_a_case_keeps_its_law(authority, administrator):
    actions.change_authority(authority=authority, law="none", by=administrator)
    actions.change_authority(authority=authority, law="nrw", by=administrator)
    make_case(package=make_package(authority))
    with pytest.raises(LawKept):
        actions.change_authority(authority=authority, law="none", by=administrator)
    actions.change_authority(authority=authority, law="nrw", place="Köln", by=administrator)
    with refused_by("authority_law_of_cases"):
        Authority.objects.filter(pk=authority.pk).update(law="none")


def test_law_is_no_field_of_an_authority_with_a_case(client, authority, administrator):
    sign_in(client, administrator)
    page = reverse("admin:welcome_authority_change", args=[authority.pk])
    assert 'name="law"' in client.get(page).text
    make_case(package=make_package(authority))
    text = client.get(page).text
    assert 'name="law"' not in text
    assert "Stays as it is once the authority has a case." in text


def test_package_is_created_with_its_benefits(authority, administrator):
    fields = package_fields(authority)
    package = actions.create_package(
        benefits=[benefit(), benefit(quantity=1)], by=administrator, **fields
    )
    assert sorted(each.quantity for each in package.benefits.all()) == [1, 3]


def test_package_change_keeps_changes_and_removes_benefits(administrator):
    package = make_package(benefits=2)
    kept, removed = package.benefits.all()
    lines = [benefit(id=kept.pk, title_en="Renamed"), benefit(title_en="New")]
    actions.change_package(package=package, benefits=lines, places=7, by=administrator)
    package.refresh_from_db()
    assert package.places == 7
    assert {each.title_en for each in package.benefits.all()} == {"Renamed", "New"}
    assert package.benefits.get(title_en="Renamed").pk == kept.pk
    assert not package.benefits.filter(pk=removed.pk).exists()


def test_package_of_a_case_may_lose_its_benefits(administrator):
    case = make_case()
    actions.change_package(package=case.package, benefits=[], by=administrator)
    assert len(case.terms.offers) == 2


def test_only_an_administrator_changes_authorities_and_packages(authority):
    officer, package = make_staff(authority, *StaffRole), make_package()
    calls = [
        lambda: new_authority(officer),
        lambda: actions.change_authority(authority=authority, by=officer),
        lambda: actions.create_package(benefits=[], by=officer, **package_fields(authority)),
        lambda: actions.change_package(package=package, benefits=[], by=officer),
        lambda: actions.set_deputy(member=authority.members.first(), deputy_for=None, by=officer),
    ]
    for call in calls:
        with pytest.raises(NotPermitted):
            call()
    assert package.benefits.count() == 2


def package_fields(authority):
    copied = make_package(authority, benefits=0)
    skipped = {"id", "authority", "slug"}
    fields = {
        field.name: getattr(copied, field.name)
        for field in Package._meta.fields
        if field.name not in skipped
    }
    return {**fields, "authority": authority, "slug": "new"}


def benefit(**fields):
    words = dict.fromkeys(("title_de", "title_en", "unit_de", "unit_en", "provider"), "x")
    return {**words, "quantity": 3, "unit_value": 10, **fields}


# Who sees authorities, packages and members


def test_staff_see_their_own_authority(authority):
    officer = make_staff(authority, StaffRole.OFFICER)
    hidden = make_package(authority, is_public=False)
    other = make_package(make_authority(), is_public=False)
    assert list(Authority.objects.visible_to(officer)) == [authority]
    assert hidden in Package.objects.visible_to(officer)
    assert other not in Package.objects.visible_to(officer)
    assert {member.authority for member in AuthorityMember.objects.visible_to(officer)} == {
        authority
    }


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR])
def test_auditor_and_administrator_see_all(authority, role):
    person, hidden = make_user(roles=[role]), make_package(authority, is_public=False)
    assert authority in Authority.objects.visible_to(person)
    assert hidden in Package.objects.visible_to(person)
    assert list(Package.objects.for_back_office(person)) == [hidden]


def test_founder_sees_public_packages_only(authority):
    shown, _hidden = make_package(authority), make_package(authority, is_public=False)
    assert list(Package.objects.visible_to(make_user())) == [shown]
    assert not Authority.objects.visible_to(make_user()).exists()


# Drafts for a package that closes


def closed(package, **fields):
    administrator = make_user("Anna Admin", roles=["administrator"])
    actions.change_package(package=package, benefits=[], by=administrator, **fields)


def told(queued):
    return [mail.subject for mail in queued("welcome/mail/package_closes")]


@pytest.mark.parametrize(
    ("change", "subject"),
    [
        ({"is_public": False}, "{package} is closed"),
        ({"closes_on": date(2024, 7, 21)}, "{package} is closed"),
        ({"closes_on": date(2024, 8, 1)}, "{package} closes earlier, on 1 August 2024"),
    ],
)
@pytest.mark.django_db
def test_owners_of_drafts_hear_that_a_package_closes(queued, change, subject):
    package = make_package()
    make_application(packages=[package], complete=False)
    make_application(packages=[make_package()], complete=False)
    closed(package, **change)
    assert told(queued) == [subject.format(package=package.title_en)]


@pytest.mark.parametrize("change", [{"closes_on": date(2030, 1, 1)}, {"places": 3}])
@pytest.mark.django_db
def test_nobody_hears_of_a_package_that_closes_no_earlier(queued, change):
    package = make_package()
    make_application(packages=[package], complete=False)
    closed(package, **change)
    assert told(queued) == []


@pytest.mark.django_db
def test_who_has_submitted_hears_nothing_of_a_package_that_closes(queued):
    case = make_case()
    closed(case.package, is_public=False)
    assert told(queued) == []
