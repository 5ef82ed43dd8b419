import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.test import RequestFactory

from corridor import wsgi


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("text/plain; charset=rot13", "text/plain"),
        ("text/plain;charset=utf-8", "text/plain"),
        ("text/plain; x*=rot13''%41", "text/plain"),
        (
            'multipart/form-data; charset=idna; boundary="a;b"',
            'multipart/form-data; boundary="a;b"',
        ),
        ("multipart/form-data;boundary=ab; charset=utf-7", "multipart/form-data;boundary=ab"),
        ("", ""),
    ],
)
def test_charset_is_dropped_and_the_boundary_kept(given, left):
    environ = {"CONTENT_TYPE": given}
    wsgi.plain_charset(environ)
    assert environ == {"CONTENT_TYPE": left}


def test_request_without_content_is_left_alone():
    environ = {}
    wsgi.plain_charset(environ)
    assert environ == {}


@pytest.mark.parametrize("charset", ["rot13", "utf-7", "unicode_escape", "idna"])
def test_address_asked_for_in_an_odd_charset_is_read_as_utf8(monkeypatch, charset):
    read = lambda environ, start_response: WSGIRequest(environ).GET["q"]  # noqa: E731
    monkeypatch.setattr(wsgi, "django_application", read)
    environ = RequestFactory().get("/", {"q": "ä"}).environ
    environ["CONTENT_TYPE"] = f"text/plain; charset={charset}"
    assert wsgi.application(environ, None) == "ä"


def test_open_data_is_asked_for_in_an_odd_charset():
    environ = (
        RequestFactory().get("/api/v1/startups/", {"sort": "ä"}, HTTP_HOST="localhost").environ
    )
    environ["CONTENT_TYPE"] = "application/json; charset=rot13"
    response = wsgi.application(environ, lambda *_arguments: None)
    assert (response.status_code, "“ä”" in response.text) == (400, True)
