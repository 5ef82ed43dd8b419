import pytest
from django.urls import reverse

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from tests.people import make_person, sign_in

LIST = reverse("admin:accounts_user_changelist")
ADD = reverse("admin:accounts_user_add")


def page(person):
    return reverse("admin:accounts_user_change", args=[person.pk])


@pytest.fixture
def admin(client, administrator):
    return sign_in(client, administrator)


@pytest.fixture
def auditor(client, db):
    return sign_in(client, make_person("auditor@duesseldorf.example", roles=["auditor"]))


def data(person, **changes):
    fields = {"name": person.name, "language": person.language, "is_active": "on", "roles": []}
    return {**fields, **changes}


def test_list_names_people_and_roles(admin, founder):
    response = admin.get(LIST)
    assert founder.email in response.text
    assert "Administrator" in response.text


def test_list_costs_the_same_for_one_and_for_thirty(admin, django_assert_max_num_queries):
    for number in range(30):
        make_person(f"{number}@example.org", password=None, roles=["editor"])
    with django_assert_max_num_queries(10):
        admin.get(LIST)


def test_list_is_filtered_by_role(admin, founder):
    assert founder.email not in admin.get(LIST, {"role": "administrator"}).text


def test_person_is_added_without_password(admin):
    new = {"email": "New@duesseldorf.example", "name": "Neu", "language": "de", "roles": ["editor"]}
    assert admin.post(ADD, new).status_code == 302
    person = User.objects.get(email="new@duesseldorf.example")
    assert person.roles == {Role.EDITOR}
    assert not person.has_usable_password()


def test_taken_address_is_an_error_of_the_form(admin, founder):
    response = admin.post(ADD, {"email": founder.email.upper(), "name": "Twin", "language": "de"})
    assert "There is an account with this email address already" in response.text


def test_roles_are_given_and_taken(admin, founder):
    admin.post(page(founder), data(founder, roles=["editor", "event_team"]))
    assert User.objects.get(pk=founder.pk).roles == {Role.EDITOR, Role.EVENT_TEAM}
    admin.post(page(founder), data(founder))
    assert not User.objects.get(pk=founder.pk).is_staff


def test_role_of_an_authority_can_not_be_ticked(admin, founder):
    response = admin.post(page(founder), data(founder, roles=["officer"]))
    assert response.status_code == 200
    assert not User.objects.get(pk=founder.pk).roles


def test_own_roles_are_refused_with_the_reason(admin, administrator):
    response = admin.post(page(administrator), data(administrator, name="X"), follow=True)
    assert "Nobody changes their own roles" in response.text
    administrator.refresh_from_db()
    assert administrator.name == "Anna Admin"


def test_person_is_blocked_and_unblocked(admin, founder):
    admin.post(page(founder), data(founder, is_active=""))
    assert not User.objects.get(pk=founder.pk).is_active
    admin.post(page(founder), data(founder))
    assert User.objects.get(pk=founder.pk).is_active


def test_address_is_not_changed_here(admin, founder):
    admin.post(page(founder), data(founder, email="other@example.org"))
    assert not User.objects.filter(email="other@example.org").exists()


def test_password_is_nowhere(admin, founder):
    assert founder.password not in admin.get(page(founder)).text
    assert "password" not in admin.get(page(founder)).context["adminform"].form.fields


def test_auditor_looks_and_changes_nothing(auditor, founder):
    assert founder.email in auditor.get(page(founder)).text
    assert auditor.post(page(founder), data(founder, name="X")).status_code == 404
    assert auditor.get(ADD).status_code == 404


def test_nobody_is_deleted(admin, founder):
    address = reverse("admin:accounts_user_delete", args=[founder.pk])
    assert admin.post(address, {"post": "yes"}).status_code == 404
    assert User.objects.filter(pk=founder.pk).exists()
