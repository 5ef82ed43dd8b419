import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from corridor.accounts.models import User
from tests.people import make_person


def test_email_is_stored_in_lower_case(db):
    assert make_person(" Meera@Kaverion.Example ").email == "meera@kaverion.example"


def test_email_in_capitals_is_refused_by_the_database(founder):
    with pytest.raises(IntegrityError, match="user_email_lower_case"), transaction.atomic():
        User.objects.filter(pk=founder.pk).update(email="Meera@kaverion.example")


def test_email_twice_is_refused_by_the_database(founder):
    with pytest.raises(IntegrityError, match="user_email_unique"):
        User.objects.create_user(founder.email, name="Somebody else")


def test_email_twice_has_a_message_for_people(founder):
    twin = User(email=founder.email.upper(), name="Somebody else")
    with pytest.raises(
        ValidationError, match="There is an account with this email address already"
    ):
        twin.full_clean(exclude=["password"])


@pytest.mark.parametrize("name", ["Ōe", "Nagarajan", "Müller-Lüdenscheidt", "ಮೀರಾ ನಾಗರಾಜನ್"])
def test_name_is_kept_as_written(db, name):
    person = make_person(name=name)
    person.refresh_from_db()
    assert str(person) == name


def test_name_with_line_break_is_refused(founder):
    founder.name = "Meera\nBcc: all"
    with pytest.raises(ValidationError, match="one line"):
        founder.full_clean()


def test_nameless_superuser_is_called_by_address(db):
    root = User.objects.create_superuser("root@example.org")
    assert root.get_short_name() == "root@example.org"


def test_person_without_role_sees_themselves(founder, administrator):
    assert set(User.objects.visible_to(founder)) == {founder}


def test_nobody_sees_anybody_anonymously(founder):
    assert not User.objects.visible_to(AnonymousUser())


@pytest.mark.parametrize("role", ["administrator", "auditor"])
def test_everybody_is_seen_by(founder, role):
    looking = make_person("looking@example.org", roles=[role])
    assert set(User.objects.visible_to(looking)) == {founder, looking}
