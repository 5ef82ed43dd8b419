import pytest

from corridor.sessions import SessionStore
from tests.people import make_person, sign_in


@pytest.mark.parametrize("cookie", [r'"aaaaaaaaaaaa\000"', "aaaaaaaa'--", "a" * 5000, "short"])
def test_session_that_is_made_up_is_nobodys(client, db, cookie):
    client.cookies.load(f"sessionid={cookie}")
    assert client.get("/en/account/")["Location"].startswith("/en/accounts/login/")


def test_session_with_nul_has_no_key():
    assert SessionStore("aaaaaaaaaaaa\0").session_key is None


def test_session_goes_on(client, db):
    sign_in(client, make_person())
    assert client.get("/en/account/").status_code == 200
