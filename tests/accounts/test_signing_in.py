"""Sign-up, sign-in, passwords: the whole way through the pages and the mail."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import override
from post_office.models import Email

from corridor.accounts import actions
from corridor.accounts.models import User
from corridor.actions import Conflict
from tests.people import add_app, code_of, make_person

CODE = re.compile(r"^[A-Z]{4}-[A-Z]{4}$", re.MULTILINE)


def url(name, language="en"):
    with override(language):
        return reverse(name)


@pytest.fixture
def post(client, django_capture_on_commit_callbacks):
    """Post to a page of an English reader and let the transaction commit."""

    def send(page, /, *, page_language="en", follow=True, **data):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(url(page, page_language), data, follow=follow)

    return send


def code():
    return CODE.search(mail.outbox[-1].body).group()


def sign_up(post, email="new@example.org", language="en", **data):
    data = {"name": "Ōe", "email": email, "language": language, **data}
    return post("account_signup", **data)


def sign_in(post, person, **data):
    return post("account_login", login=person.email, password="corridor-demo", **data)


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_sign_up_is_confirmed_by_code(client, post, db):
    sign_up(post)
    assert not is_signed_in(client)
    response = post("account_email_verification_sent", code=code())
    assert response.redirect_chain[-1][0] == "/en/account/"
    assert is_signed_in(client)
    person = User.objects.get()
    assert (person.email, person.name) == ("new@example.org", "Ōe")
    assert not person.has_usable_password()


def test_sign_up_leads_on_in_the_chosen_language(post, db):
    sign_up(post, language="de")
    assert mail.outbox[0].subject == "Bestätigen Sie Ihre E-Mail-Adresse"
    response = post("account_email_verification_sent", code=code())
    assert response.redirect_chain[-1][0] == "/de/account/"


def test_sign_up_with_wrong_code_says_so(client, post, db):
    sign_up(post)
    response = post("account_email_verification_sent", code="AAAA-AAAA")
    assert "This code is not right" in response.text
    assert not is_signed_in(client)


def test_sign_up_without_name_keeps_what_was_typed(client, post, db):
    response = sign_up(post, name="")
    assert 'href="#id_name"' in response.text
    assert 'value="new@example.org"' in response.text
    assert not User.objects.exists()


def test_sign_up_with_a_taken_address_tells_only_its_owner(post, founder):
    taken = sign_up(post, email=founder.email.upper())
    post("account_logout")
    free = sign_up(post)
    assert taken.redirect_chain == free.redirect_chain
    assert [message.subject for message in mail.outbox] == [
        "You have an account already",
        "Confirm your email address",
    ]


def test_sign_up_that_somebody_else_finished_first_tells_only_the_owner(post, db, monkeypatch):
    def too_late(**data):
        make_person(data["email"])
        raise Conflict("user_email_unique", "taken")

    monkeypatch.setattr(actions, "sign_up", too_late)
    sign_up(post)
    assert [message.subject for message in mail.outbox] == ["You have an account already"]


def test_superuser_from_the_command_line_gets_in(client, post, db):
    call_command("createsuperuser", "--noinput", email="root@example.org", name="Root")
    post("account_request_login_code", email="root@example.org")
    post("account_confirm_login_code", code=code())
    post("account_email_verification_sent", code=code())
    assert is_signed_in(client)


def test_another_code_replaces_the_first(client, post, db):
    sign_up(post)
    first = code()
    cache.clear()  # ten seconds pass
    post("account_email_verification_sent", action="resend")
    second = code()
    assert first != second
    post("account_email_verification_sent", code=second)
    assert is_signed_in(client)


def test_sign_in_by_code(client, post, founder):
    post("account_request_login_code", email=founder.email)
    response = post("account_confirm_login_code", code=code().lower().replace("-", ""))
    assert response.redirect_chain[-1][0] == "/en/account/"
    assert is_signed_in(client)


def test_code_is_blank_in_the_outbox(post, founder):
    post("account_request_login_code", email=founder.email)
    assert Email.objects.get().message == ""


def test_code_works_for_fifteen_minutes_and_no_longer(client, post, founder, monkeypatch):
    post("account_request_login_code", email=founder.email)
    real = __import__("time").time
    monkeypatch.setattr("time.time", lambda: real() + 14 * 60)
    assert client.get(url("account_confirm_login_code")).status_code == 200
    monkeypatch.setattr("time.time", lambda: real() + 16 * 60)
    post("account_confirm_login_code", code=code())
    assert not is_signed_in(client)


def test_code_is_refused_after_three_attempts(client, post, founder):
    post("account_request_login_code", email=founder.email)
    for _attempt in range(3):
        response = post("account_confirm_login_code", code="AAAA-AAAA")
    assert "Too many attempts" in response.text
    post("account_confirm_login_code", code=code())
    assert not is_signed_in(client)


def test_code_for_an_unknown_address_answers_alike(client, post, db):
    response = post("account_request_login_code", email="nobody@example.org")
    assert response.redirect_chain[-1][0].startswith("/en/accounts/login/code/confirm/")
    assert "We sent a mail to <strong>nobody@example.org</strong>" in response.text
    assert mail.outbox[0].subject == "There is no account with this address"


def test_codes_are_limited_per_address(post, founder):
    for _request in range(3):
        post("account_request_login_code", email=founder.email)
        post("account_logout")
    response = post("account_request_login_code", email=founder.email)
    assert "Too many attempts" in response.text
    assert len(mail.outbox) == 3


def test_code_proves_the_address_of_an_account_made_by_an_administrator(client, post, db):
    person = make_person("colleague@duesseldorf.example", verified=False, password=None)
    post("account_request_login_code", email=person.email)
    post("account_confirm_login_code", code=code())
    assert is_signed_in(client)
    assert person.emailaddress_set.get().verified


def test_sign_in_with_password(client, post, founder):
    post("account_login", login=founder.email.upper(), password="corridor-demo")
    assert is_signed_in(client)


def test_sign_in_with_wrong_password_names_the_other_way(client, post, founder):
    response = post("account_login", login=founder.email, password="wrong")
    assert "You can also sign in with a code" in response.text
    assert not is_signed_in(client)


def test_sign_in_goes_where_one_wanted_to(client, post, founder):
    response = sign_in(post, founder, next="/en/accounts/email/")
    assert response.redirect_chain[-1][0] == "/en/accounts/email/"


def test_sign_in_goes_there_in_the_persons_language(post, db):
    person = make_person(language="de")
    response = sign_in(post, person, next="/en/accounts/email/")
    assert response.redirect_chain[-1][0] == "/de/accounts/email/"


def test_sign_in_never_leads_to_another_site(post, founder):
    response = sign_in(post, founder, next="https://evil.example/", follow=False)
    assert response["Location"] == "/en/account/"


def test_blocked_person_does_not_get_in(client, post, founder):
    User.objects.update(is_active=False)
    response = sign_in(post, founder)
    assert "This account is blocked" in response.text
    post("account_request_login_code", email=founder.email)
    assert mail.outbox[-1].subject == "There is no account with this address"
    assert not is_signed_in(client)


@pytest.mark.parametrize("way", ["code", "password"])
def test_authenticator_app_is_asked_for_whatever_the_way(client, post, founder, way):
    secret = add_app(founder)
    if way == "code":
        post("account_request_login_code", email=founder.email)
        response = post("account_confirm_login_code", code=code())
    else:
        response = sign_in(post, founder)
    assert response.redirect_chain[-1][0] == "/en/accounts/2fa/authenticate/"
    assert not is_signed_in(client)
    post("mfa_authenticate", code=code_of(secret))
    assert is_signed_in(client)


def test_code_of_an_app_counts_once(client, post, founder):
    now = code_of(add_app(founder))
    sign_in(post, founder)
    post("mfa_authenticate", code=now)
    post("account_logout")
    # Allauth remembers a used code for half a minute; clocks that differ make it good for longer.
    cache.delete(f"allauth.mfa.totp.used?user={founder.pk}&code={now}")
    sign_in(post, founder)
    response = post("mfa_authenticate", code=now)
    assert "Wait for the next one" in response.text
    assert not is_signed_in(client)


def test_forgotten_password_is_replaced_by_code(client, post, founder):
    post("account_reset_password", email=founder.email)
    post("account_confirm_password_reset_code", code=code())
    response = post("account_complete_password_reset", password1="four words in a row")
    assert "Your password is changed" in response.text
    assert not is_signed_in(client)
    founder.refresh_from_db()
    assert founder.check_password("four words in a row")


def test_short_password_is_refused_with_the_reason(client, post, founder):
    client.force_login(founder)
    response = post("account_change_password", oldpassword="corridor-demo", password1="short")
    assert "at least 12 characters" in response.text


def test_change_of_password_is_told_by_mail(client, post, founder):
    client.force_login(founder)
    post("account_change_password", oldpassword="corridor-demo", password1="four words in a row")
    assert is_signed_in(client)
    assert "The password of your account was changed." in Email.objects.get().message


def test_first_password_is_set_without_an_old_one(client, post, db):
    person = make_person(password=None)
    client.force_login(person)
    post("account_set_password", password1="four words in a row")
    person.refresh_from_db()
    assert person.has_usable_password()


def test_address_changes_once_the_new_one_is_confirmed(client, post, db):
    person = make_person(password=None)
    client.force_login(person)
    post("account_email", email="new@example.org", action_add="")
    person.refresh_from_db()
    assert person.email == "meera@kaverion.example"
    post("account_email_verification_sent", code=code())
    person.refresh_from_db()
    assert person.email == "new@example.org"
    notice = Email.objects.get(to="meera@kaverion.example")
    assert "The new address is new@example.org." in " ".join(notice.message.split())


def test_profile_is_saved_and_the_page_follows_the_language(client, post, founder):
    client.force_login(founder)
    response = post("account_profile", name="Nagarajan", language="de")
    assert response.redirect_chain == [("/de/account/", 302)]
    founder.refresh_from_db()
    assert (founder.name, founder.language) == ("Nagarajan", "de")


def test_profile_without_name_is_refused(client, post, founder):
    client.force_login(founder)
    assert 'href="#id_name"' in post("account_profile", name=" ", language="de").text


def test_sign_out_needs_a_click(client, post, founder):
    client.force_login(founder)
    client.get(url("account_logout"))
    assert is_signed_in(client)
    post("account_logout")
    assert not is_signed_in(client)


def test_many_sign_ins_from_one_place_are_stopped(client, post, founder):
    for _attempt in range(11):
        response = post("account_login", login="x@example.org", password="wrong")
    assert "Too many attempts" in response.text


def test_staff_begin_in_the_back_office(post, db, settings):
    settings.STAFF_SECOND_FACTOR = False
    person = make_person("editor@duesseldorf.example", roles=["editor"])
    assert sign_in(post, person).redirect_chain == [("/admin/", 302)]


def test_staff_go_where_they_wanted_to(post, db, settings):
    settings.STAFF_SECOND_FACTOR = False
    person = make_person("editor@duesseldorf.example", roles=["editor"])
    response = sign_in(post, person, next="/en/accounts/email/", follow=False)
    assert response["Location"] == "/en/accounts/email/"


def test_staff_set_up_the_second_factor_before_the_back_office(post, db, settings):
    settings.STAFF_SECOND_FACTOR = True
    person = make_person("editor@duesseldorf.example", roles=["editor"])
    chain = [address for address, _code in sign_in(post, person).redirect_chain]
    assert chain[0] == "/admin/"
    assert chain[1] == "/en/accounts/2fa/totp/activate/"
