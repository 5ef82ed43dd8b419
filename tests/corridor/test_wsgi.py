from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse, UnreadablePostError
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


def body(content, length):
    environ = {"wsgi.input": BytesIO(content), "CONTENT_LENGTH": str(length)}
    wsgi.whole_body(environ)
    return environ["wsgi.input"]


def test_whole_body_is_read_in_pieces():
    stream = body(b"one\ntwo", 7)
    assert (stream.readline(), stream.read(2), stream.read(), stream.read()) == (
        b"one\n",
        b"tw",
        b"o",
        b"",
    )


@pytest.mark.parametrize("length", [9, wsgi.LARGEST_BODY + 1])
def test_body_that_ends_early_or_is_too_large_is_not_read(length):
    stream = body(b"half", length)
    with pytest.raises(OSError, match=r"broke off|larger"):
        [stream.read(4), stream.read(4)]


def test_upload_that_is_cut_off_is_no_shorter_file(monkeypatch):
    """Django alone would hand over what came in as if it were all."""
    request = RequestFactory().post("/", {"file": ContentFile(b"x" * 100_000, name="a.jpg")})
    sent = request.environ["wsgi.input"].read(60_000)
    environ = {**request.environ, "wsgi.input": BytesIO(sent)}
    read = lambda environ, start_response: WSGIRequest(environ).FILES  # noqa: E731
    monkeypatch.setattr(wsgi, "django_application", read)
    with pytest.raises(UnreadablePostError):
        wsgi.application(environ, None)


def test_open_data_is_asked_for_in_an_odd_charset(db):
    environ = (
        RequestFactory().get("/api/v1/startups/", {"sort": "ä"}, HTTP_HOST="localhost").environ
    )
    environ["CONTENT_TYPE"] = "application/json; charset=rot13"
    response = wsgi.application(environ, lambda *_arguments: None)
    assert (response.status_code, "“ä”" in response.text) == (400, True)


@pytest.mark.parametrize(("method", "has_body"), [("GET", True), ("HEAD", False)])
def test_head_is_answered_without_a_body_and_closed(db, method, has_body, monkeypatch):
    closed = []
    monkeypatch.setattr(HttpResponse, "close", lambda self: closed.append(True))
    environ = RequestFactory().generic(method, "/healthz", HTTP_HOST="localhost").environ
    answer = wsgi.application(environ, lambda *_arguments: None)
    assert bool(b"".join(answer)) is has_body
    answer.close()
    assert closed == [True]
