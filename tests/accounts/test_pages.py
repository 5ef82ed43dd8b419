"""Every page about signing in renders, in both languages, without anything the CSP forbids."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils.translation import override

from tests.people import add_app, code_of, make_person, sign_in

ANONYMOUS = [
    "account_inactive",
    "account_login",
    "account_password_reset_completed",
    "account_request_login_code",
    "account_reset_password",
    "account_signup",
]
SIGNED_IN = [
    "account",
    "account_change_password",
    "account_email",
    "account_logout",
    "account_profile",
    "account_reauthenticate",
    "mfa_index",
]
INLINE = re.compile(r"<style|<script(?! src=)| style=| on[a-z]+=", re.IGNORECASE)


def get(client, name, language="en"):
    with override(language):
        return client.get(reverse(name))


def check(response):
    assert response.status_code == 200
    assert not INLINE.search(response.text)
    assert len(re.findall("<h1", response.text)) == 1
    assert "placeholder=" not in response.text
    return response


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", ANONYMOUS)
def test_page_for_strangers(client, db, name, language):
    assert f'<html lang="{language}">' in check(get(client, name, language)).text


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", SIGNED_IN)
def test_page_for_signed_in(client, founder, name, language):
    client.force_login(founder)
    check(get(client, name, language))


@pytest.mark.parametrize("name", SIGNED_IN)
def test_page_sends_strangers_to_sign_in(client, db, name):
    response = get(client, name)
    if name == "account_logout":
        assert response["Location"] == "/en/"
    else:
        assert response["Location"].startswith("/en/accounts/login/?next=")


def test_page_to_choose_a_password(client, db):
    client.force_login(make_person(password=None))
    check(get(client, "account_set_password"))


def test_pages_of_codes(client, founder, django_capture_on_commit_callbacks):
    for name, confirm in [
        ("account_request_login_code", "account_confirm_login_code"),
        ("account_reset_password", "account_confirm_password_reset_code"),
    ]:
        with django_capture_on_commit_callbacks(execute=True):
            client.post(reverse(name), {"email": founder.email})
        assert founder.email in check(get(client, confirm)).text
    code = re.search(r"^[A-Z]{4}-[A-Z]{4}$", mail.outbox[-1].body, re.MULTILINE).group()
    client.post(reverse("account_confirm_password_reset_code"), {"code": code})
    check(get(client, "account_complete_password_reset"))


def test_page_to_confirm_an_address(client, db):
    data = {"name": "Ōe", "email": "new@example.org", "language": "de"}
    client.post(reverse("account_signup"), data)
    check(get(client, "account_email_verification_sent"))


def test_pages_of_the_second_factor(client, founder):
    sign_in(client, founder, second_factor=False)
    client.post(reverse("account_reauthenticate"), {"password": "corridor-demo"})
    response = check(get(client, "mfa_activate_totp"))
    assert 'src="data:image/svg+xml;base64,' in response.text
    secret = response.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert len(re.findall(r"<code>\d{8}</code>", get(client, "mfa_view_recovery_codes").text)) == 10
    for name in ["mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp"]:
        check(get(client, name))
    assert "10 recovery codes left" in check(get(client, "mfa_index")).text


def test_page_that_asks_for_the_second_factor(client, founder):
    add_app(founder)
    client.post(reverse("account_login"), {"login": founder.email, "password": "corridor-demo"})
    check(get(client, "mfa_authenticate"))


def test_app_is_removed(client, founder):
    add_app(founder)
    sign_in(client, founder)
    client.post(reverse("account_reauthenticate"), {"password": "corridor-demo"})
    client.post(reverse("mfa_deactivate_totp"))
    assert "Set up an app" in get(client, "mfa_index").text


def test_page_after_too_many_attempts_is_ours(client, db):
    for _attempt in range(31):
        response = client.post(reverse("account_login"), {})
    assert response.status_code == 429
    assert "Wait a few minutes" in response.text


@pytest.mark.parametrize(("roles", "invited"), [([], True), (["editor"], False)])
def test_only_founders_are_invited_to_write_a_profile(client, db, roles, invited):
    html = sign_in(client, make_person(roles=roles)).get("/en/account/").text
    assert ("My start-ups" in html) == ("Write the profile" in html) == invited
