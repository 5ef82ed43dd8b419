"""People for tests, and their second factor."""

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value

from corridor.accounts import actions
from corridor.clock import real_now


def make_person(email="meera@kaverion.example", *, name="Meera Nagarajan", roles=(), **fields):
    """An account with a confirmed address; `roles` are given by the portal."""
    person = actions.create_person(
        email=email, name=name, by=None, **{"verified": True, "password": "corridor-demo", **fields}
    )
    if roles:
        actions.set_roles(user=person, roles=roles, by=None)
    return person


def add_app(person):
    """Set up an authenticator app for a person and return its key."""
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def code_of(secret):
    """What the app with this key shows now."""
    return format_hotp_value(hotp_value(secret, int(real_now().timestamp()) // 30))


def sign_in(client, person, *, second_factor=True):
    """Sign a person in as allauth would, and return the client."""
    client.force_login(person)
    if second_factor:
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "mfa", "at": real_now().timestamp()}
        ]
        session["account_authentication_methods_user"] = str(person.pk)
        session.save()
    return client
