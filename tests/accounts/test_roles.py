import pytest
from django.apps.registry import Apps
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from corridor.accounts import roles
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from tests.people import make_person


def permissions(role):
    rows = Group.objects.get(name=role).permissions
    return set(rows.values_list("content_type__app_label", "codename"))


@pytest.mark.parametrize("role", Role)
def test_group_has_what_the_table_says(db, role):
    assert permissions(role) == roles.permission_names(roles.RIGHTS[role])


def test_groups_are_repaired_by_migrate(db):
    Group.objects.get(name=Role.OFFICER).permissions.clear()
    Group.objects.get(name=Role.EDITOR).delete()
    call_command("migrate", verbosity=0)
    assert permissions(Role.OFFICER)
    assert permissions(Role.EDITOR)


def test_unknown_permission_in_the_table_stops_migrate(db, monkeypatch):
    monkeypatch.setitem(roles.RIGHTS, Role.READER, {"welcome.case": "view stamp"})
    with pytest.raises(ImproperlyConfigured, match=r"welcome\.stamp_case"):
        call_command("migrate", verbosity=0)


def test_half_migrated_database_gets_the_permissions_it_has(db):
    Group.objects.get(name=Role.READER).permissions.all().delete()
    roles.write()
    assert not permissions(Role.READER)


def test_database_without_groups_is_left_alone(db):
    before = Group.objects.count()
    roles.after_migrate(sender=roles._last_app(), using="default", apps=Apps())
    assert Group.objects.count() == before


def test_nobody_may_delete(db):
    rights = set().union(*map(roles.permission_names, roles.RIGHTS.values()))
    assert not [codename for _app, codename in rights if codename.startswith("delete_")]


def test_superuser_has_the_administrators_rights_and_no_other(db):
    root = User.objects.create_superuser("root@example.org")
    assert root.has_perm("accounts.change_user")
    assert root.has_module_perms("accounts")
    assert not root.has_perm("welcome.view_case")
    assert root.roles == {Role.ADMINISTRATOR}


def test_blocked_person_has_no_rights(administrator):
    administrator.is_active = False
    assert not administrator.has_perm("accounts.change_user")
    assert not administrator.has_module_perms("accounts")


def test_rights_do_not_extend_to_single_objects(administrator):
    assert not administrator.has_perm("accounts.change_user", administrator)


def test_person_without_role_has_no_rights(db):
    assert make_person().get_all_permissions() == set()
