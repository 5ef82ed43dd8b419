import brotli
import pytest
from django.core.cache import caches
from django.urls import reverse

from tests.factories import make_package, make_startup, owner_of, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _keeps_pages(settings):
    settings.PAGE_SECONDS = 20
    for cache in caches.all(initialized_only=True):
        cache.clear()
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()


def test_page_for_strangers_is_kept(client, django_assert_num_queries):
    address = reverse("packages")
    first = client.get(address)
    make_package(title_en="Too late for this page")
    with django_assert_num_queries(0):
        second = client.get(address)
    assert second.content == first.content
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert second["Vary"] == first["Vary"] == "Accept-Encoding, Cookie"


def test_page_for_strangers_differs_by_language(client):
    assert client.get("/en/welcome/").content != client.get("/de/welcome/").content


def test_page_with_query_is_kept_by_its_address(client, django_assert_num_queries):
    first = client.get("/en/startups/?sector=medtech")
    startup = make_startup(published=True, sector="medtech")
    with django_assert_num_queries(0):
        assert client.get("/en/startups/?sector=medtech").content == first.content
    assert startup.name in client.get("/en/startups/?sector=medtech&page=1").text


def test_page_for_htmx_is_made_anew(client):
    """Its answer says the address in a header that the kept page does not have."""
    address = "/en/startups/?sort=&sector=medtech"
    client.get(address)
    headers = {"HX-Request": "true"}
    assert client.get(address, headers=headers)["HX-Push-Url"] == "/en/startups/?sector=medtech"
    assert "HX-Push-Url" not in client.get(address)


def test_pages_with_query_are_few_and_push_out_no_other(client, settings):
    client.get("/en/welcome/")
    most = settings.CACHES["lists"]["OPTIONS"]["MAX_ENTRIES"]
    for number in range(most):
        caches["lists"].set(f"made-up-{number}", "")
    client.get("/en/startups/?q=one+more")
    assert len(caches["lists"]._cache) <= most
    make_package(title_en="Too late for this page")
    assert "Too late" not in client.get("/en/welcome/").text


def test_page_of_signed_in_person_is_made_anew_and_not_shown_to_strangers(client):
    startup = make_startup()
    address = startup.get_absolute_url()
    sign_in(client, owner_of(startup))
    assert startup.name in client.get(address).text
    client.logout()
    client.cookies.clear()
    assert client.get(address).status_code == 404


def test_page_that_is_not_found_is_not_kept(client):
    assert client.get("/en/startups/sahyascan-new/").status_code == 404
    make_startup(name="Sahyascan New", published=True)
    assert client.get("/en/startups/sahyascan-new/").status_code == 200


def test_page_for_strangers_travels_in_brotli(client):
    plain = client.get("/en/welcome/")
    small = client.get("/en/welcome/", headers={"accept-encoding": "gzip, deflate, br"})
    assert small["Content-Encoding"] == "br"
    assert brotli.decompress(small.content) == plain.content
    assert "Accept-Encoding" in plain["Vary"]
    assert "Accept-Encoding" in small["Vary"]


def test_page_that_did_not_change_is_not_sent_again(client):
    headers = {"accept-encoding": "br"}
    first = client.get("/en/welcome/", headers=headers)
    again = client.get("/en/welcome/", headers={**headers, "if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
