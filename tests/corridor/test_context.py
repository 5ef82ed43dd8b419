"""The footer of every page, and the one file for whoever finds a weakness."""

from datetime import datetime, timedelta

import pytest
from django.urls import ResolverMatch
from django.utils.translation import override

from corridor import clock, context
from corridor.content.choices import PageKey


def link_to_report(rf, path, **kwargs):
    request = rf.get(path)
    request.resolver_match = ResolverMatch(lambda request: None, (), kwargs)
    return context.report_address(request)


def test_footer_has_every_page_once(rf):
    request = rf.get("/en/startups/")
    request.resolver_match = None

    links = context.footer_links(request)

    urls = [link["url"] for link in links]
    assert len(urls) == len(set(urls))
    assert {f"/en/{key.value}/" for key in PageKey} <= set(urls)
    assert links[-1] == {"url": "/kn/how-it-works/", "name": "ಕನ್ನಡ", "lang": "kn"}


def test_footer_speaks_the_language_of_the_page(rf):
    request = rf.get("/de/startups/")
    request.resolver_match = None

    with override("de"):
        names = [str(link["name"]) for link in context.footer_links(request)]

    assert "Leichte Sprache" in names
    assert "Barriere melden" in names


def test_report_names_the_page(rf):
    address = link_to_report(rf, "/en/startups/kaverion/?q=x", slug="kaverion")

    assert address == "/en/accessibility/report/?page=%2Fen%2Fstartups%2Fkaverion%2F"


@pytest.mark.parametrize("secret", sorted(context.PRIVATE))
def test_report_never_names_an_address_that_is_a_secret(rf, secret):
    assert link_to_report(rf, "/en/join/abc/", **{secret: "abc"}) == "/en/accessibility/report/"


def test_report_does_not_name_itself(rf):
    assert link_to_report(rf, "/en/accessibility/report/") == "/en/accessibility/report/"


def test_security_txt_is_fresh_for_less_than_a_year(client, settings):
    response = client.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert fields["Contact"] == f"mailto:{settings.SECURITY_EMAIL}"
    assert fields["Canonical"] == f"{settings.BASE_URL}/.well-known/security.txt"
    assert fields["Preferred-Languages"] == "de, en"
    left = datetime.fromisoformat(fields["Expires"]) - clock.real_now()
    assert timedelta(days=100) < left < timedelta(days=365)


def test_security_contact_is_an_address_alone(settings):
    assert "@" in settings.SECURITY_EMAIL
    assert "<" not in settings.SECURITY_EMAIL
