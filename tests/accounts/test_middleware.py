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
