"""The people of the demonstration who work for the partners; founders come with their start-ups."""

from functools import cache

from django.contrib.auth.hashers import make_password

from corridor import demo
from corridor.accounts import actions
from corridor.accounts.choices import Language, Role
from corridor.accounts.models import User

PASSWORD = "corridor-demo"  # noqa: S105
ADMIN = "admin@duesseldorf.example"

# Email, name, language, roles that follow from no authority. Nobody here exists.
PEOPLE = [
    (ADMIN, "Sinan Özgür", Language.DE, [Role.ADMINISTRATOR]),
    ("officer@duesseldorf.example", "Katrin Müller-Lüdenscheidt", Language.DE, []),
    ("officer2@duesseldorf.example", "Naoko Ōe", Language.DE, []),
    ("signatory@duesseldorf.example", "Dr. Friederike Aßhauer", Language.DE, []),
    ("signatory2@duesseldorf.example", "Tobias Yıldız", Language.DE, []),
    ("officer@nrw.example", "Henrike Vößing", Language.DE, []),
    ("signatory@nrw.example", "Dr. Paweł Wójcicki-Thäle", Language.DE, []),
    ("officer@kdem.example", "H. S. Divyashree", Language.EN, []),
    ("signatory@kdem.example", "M. N. Raghunandana", Language.EN, []),
    ("head@kdem.example", "Padmapriya", Language.EN, []),
    ("events@duesseldorf.example", "Sofia Antunes Brandão", Language.DE, [Role.EVENT_TEAM]),
    ("editor@duesseldorf.example", "Jule Hölscher", Language.DE, [Role.EDITOR]),
    ("auditor@duesseldorf.example", "Renate Kißling", Language.DE, [Role.AUDITOR]),
]


@demo.story
def people():
    yield demo.moment("2023-02-20 09:00")
    for email, name, language, roles in PEOPLE:
        user = join(email, name=name, language=language)
        if roles:
            actions.set_roles(user=user, roles=roles, by=None)


def join(email: str, **fields) -> User:
    """A new account of the demonstration: confirmed address, the password that everybody there has."""
    user = actions.create_person(email=email, by=None, verified=True, **fields)
    user.password = password_hash()
    user.save(update_fields=["password"])
    return user


@cache
def password_hash() -> str:
    """Hashed once: the password is printed on the screen, and a hash takes its time."""
    return make_password(PASSWORD)


def person(email: str) -> User:
    return User.objects.get(email=email)


def world_exists() -> bool:
    return User.objects.filter(email=ADMIN).exists()
