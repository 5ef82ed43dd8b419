import pytest
from django.urls import reverse

from corridor.accounts import actions
from tests.people import add_app, code_of, make_person, sign_in


@pytest.fixture
def editor(db):
    return make_person("editor@duesseldorf.example", roles=["editor"])


@pytest.mark.parametrize("address", ["/admin/", "/en/account/"])
def test_staff_without_app_set_one_up_first(client, editor, address):
    sign_in(client, editor, second_factor=False)
    response = client.get(address, follow=True)
    assert "Set it up to go on" in response.text


def test_staff_with_app_give_its_code_in_a_session_without(client, editor):
    secret = add_app(editor)
    sign_in(client, editor, second_factor=False)
    response = client.get("/admin/")
    assert response["Location"] == "/en/accounts/2fa/reauthenticate/?next=%2Fadmin%2F"
    client.post(response["Location"], {"code": code_of(secret)})
    assert client.get("/admin/").status_code == 200


def test_staff_with_app_reach_nothing_by_their_password(client, editor):
    add_app(editor)
    sign_in(client, editor, second_factor=False)
    deactivate = reverse("mfa_deactivate_totp")
    given = {"password": "corridor-demo", "next": deactivate}
    client.post(reverse("account_reauthenticate"), given)
    client.post(deactivate)
    assert editor.authenticator_set.filter(type="totp").exists()


@pytest.mark.parametrize(
    "name",
    [
        "account_change_password",
        "account_email",
        "account_profile",
        "account_reauthenticate",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_generate_recovery_codes",
        "mfa_index",
        "mfa_view_recovery_codes",
    ],
)
def test_staff_with_app_are_asked_for_its_code_first(client, editor, name):
    add_app(editor)
    sign_in(client, editor, second_factor=False)
    for ask in (client.get, client.post):
        assert ask(reverse(name))["Location"].startswith("/en/accounts/2fa/reauthenticate/?next=")


@pytest.mark.parametrize("name", ["account_change_password", "account_email", "account_profile"])
def test_staff_without_app_reach_no_other_page_of_their_account(client, editor, name):
    sign_in(client, editor, second_factor=False)
    assert client.get(reverse(name))["Location"] == reverse("mfa_activate_totp")


def test_staff_set_up_their_app_and_go_on(client, editor):
    sign_in(client, editor, second_factor=False)
    activate = reverse("mfa_activate_totp")
    client.post(reverse("account_reauthenticate"), {"password": "corridor-demo", "next": activate})
    secret = client.get(activate).context["form"].secret
    response = client.post(activate, {"code": code_of(secret)}, follow=True)
    ask = response.redirect_chain[-1][0]
    assert ask.startswith(reverse("mfa_reauthenticate"))
    response = client.post(ask, {"code": code_of(secret)}, follow=True)
    assert response.status_code == 200
    assert client.get("/admin/").status_code == 200


def test_staff_who_gave_their_second_factor_pass(client, editor):
    sign_in(client, editor)
    assert client.get("/admin/").status_code == 200


def test_second_factor_of_somebody_else_does_not_count(client, editor):
    sign_in(client, make_person())
    client.force_login(editor)
    assert client.get("/admin/").status_code == 302


def test_staff_may_always_sign_out(client, editor):
    sign_in(client, editor, second_factor=False)
    assert client.post(reverse("account_logout")).status_code == 302
    assert "_auth_user_id" not in client.session


def test_founders_need_no_second_factor(client, founder):
    sign_in(client, founder, second_factor=False)
    assert client.get("/en/account/").status_code == 200


def test_demo_asks_for_no_second_factor(client, editor, settings):
    settings.STAFF_SECOND_FACTOR = False
    sign_in(client, editor, second_factor=False)
    assert client.get("/admin/").status_code == 200


def test_leaving_staff_ends_the_session_at_once(client, editor):
    sign_in(client, editor)
    actions.set_roles(user=editor, roles=[], by=None)
    assert client.get("/admin/")["Location"].startswith("/admin/login/")


def test_back_office_speaks_the_persons_language(client, db):
    person = make_person("editor@duesseldorf.example", language="de", roles=["editor"])
    sign_in(client, person)
    response = client.get("/admin/", headers={"accept-language": "en"})
    assert response["Content-Language"] == "de"


def test_bare_address_leads_to_the_persons_language(client, db):
    client.force_login(make_person(language="de"))
    assert client.get("/", headers={"accept-language": "en"})["Location"] == "/de/"


def test_language_in_the_address_comes_first(client, db):
    client.force_login(make_person(language="de"))
    assert client.get("/en/account/")["Content-Language"] == "en"


def test_address_without_language_does_not_vary_by_cookie_for_strangers(client, db):
    assert "Cookie" not in client.get("/healthz").get("Vary", "")


def test_what_signed_in_people_see_is_kept_nowhere(client, founder):
    sign_in(client, founder)
    for address in ("/en/", "/en/account/", "/en/nothing/"):
        assert client.get(address)["Cache-Control"] == "private, no-store"


def test_what_a_view_says_about_caches_counts(client, editor):
    sign_in(client, editor)
    assert "max-age=0" in client.get("/admin/")["Cache-Control"]


def test_answers_for_strangers_say_nothing_about_caches(client, db):
    assert "Cache-Control" not in client.get("/en/")
