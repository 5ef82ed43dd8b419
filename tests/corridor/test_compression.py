import gzip

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.factories import make_startup, owner_of, sign_in

pytestmark = pytest.mark.django_db
GZIP = {"accept-encoding": "gzip"}


def test_page_travels_compressed(client):
    plain, small = client.get("/en/startups/?q=x"), client.get("/en/startups/?q=x", headers=GZIP)
    assert small["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.content) == plain.content


def test_page_with_query_that_did_not_change_is_not_sent_again(client):
    first = client.get("/en/startups/?q=x", headers=GZIP)
    again = client.get("/en/startups/?q=x", headers={**GZIP, "if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_page_of_signed_in_person_is_never_answered_from_a_store(client):
    startup = make_startup()
    sign_in(client, owner_of(startup))
    response = client.get(startup.get_absolute_url())
    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


def test_file_keeps_its_length(client):
    name = default_storage.save("picture.webp", ContentFile(b"x" * 5000))
    response = client.get(f"/media/{name}", headers=GZIP)
    assert len(response.getvalue()) == int(response["Content-Length"]) == 5000
    assert "Content-Encoding" not in response
    assert "immutable" in response["Cache-Control"]
