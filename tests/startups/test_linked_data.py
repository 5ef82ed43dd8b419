"""What a public profile tells machines."""

import json
import re

import pytest
from django.core.files.storage import FileSystemStorage
from django.utils.translation import override

from startups import linked_data
from startups.choices import ProfileState
from tests.startups.factories import make_startup

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def said(client, startup, language="en"):
    """What a machine reads on the public page."""
    with override(language):
        page = client.get(startup.get_absolute_url()).content.decode()
    (text,) = SCRIPT.findall(page)
    return json.loads(text)


def make_public(founder, editor, **fields):
    return make_startup(founder, state=ProfileState.PUBLISHED, editor=editor, **fields)


def test_public_profile_is_an_organization(client, founder, editor, settings):
    numbers = {"lei": "549300DEMO00DUSKA053", "cin": "U72900KA2019PTC123456"}
    startup = make_public(
        founder,
        editor,
        logo="logos/present.webp",
        website="https://kaverion.example/",
        registrations=numbers,
    )
    assert said(client, startup) == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "Kaverion EdgeNet",
        "legalName": "Kaverion EdgeNet Private Limited",
        "url": "https://kaverion.example/",
        "mainEntityOfPage": f"{settings.BASE_URL}/en/startups/kaverion-edgenet/",
        "logo": f"{settings.BASE_URL}/media/logos/present.webp",
        "foundingDate": "2019-03-01",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "Bengaluru",
            "addressRegion": "Karnataka",
            "addressCountry": "IN",
        },
        "description": "Private 5G networks for factories.",
        "leiCode": "549300DEMO00DUSKA053",
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "CIN", "value": "U72900KA2019PTC123456"}
        ],
    }


def test_description_is_in_the_language_of_the_page_or_missing(client, founder, editor):
    startup = make_public(founder, editor, one_liner_en="")
    assert said(client, startup, "de")["description"] == "Private 5G-Netze für die Fabrik."
    assert "description" not in said(client, startup, "en")


def test_german_numbers_have_their_properties(client, founder, editor):
    numbers = {"ust_id": "DE999999995", "hrb": "Düsseldorf HRB 12345"}
    startup = make_public(founder, editor, origin="duesseldorf", registrations=numbers)
    found = said(client, startup)
    assert (found["vatID"], found["address"]["addressCountry"]) == ("DE999999995", "DE")
    assert found["identifier"][0]["value"] == "Düsseldorf HRB 12345"


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!-- <script>", '"}\u2028\\', "ಕಾವೇರಿ & Ōe"]
)
def test_text_from_users_stays_inside(client, founder, editor, text):
    startup = make_public(founder, editor, name=text, one_liner_en=text)
    found = said(client, startup)
    assert (found["name"], found["description"]) == (text, text)
    page = client.get(startup.get_absolute_url()).content.decode()
    assert "<script>alert" not in page


def test_neither_people_nor_their_addresses_are_told(client, founder, editor):
    startup = make_public(founder, editor, one_liner_en="Write to asha@kaverion.example.")
    text = json.dumps(said(client, startup))
    assert "@kaverion" not in text
    assert founder.name not in text


@pytest.mark.parametrize("field", ["name", "legal_name", "city"])
def test_address_in_a_name_is_not_told(client, founder, editor, field):
    startup = make_public(founder, editor, **{field: "Ask asha@kaverion.example"})
    found = said(client, startup)
    assert "@kaverion" not in json.dumps(found)
    assert found["address"]["addressCountry"] == "IN"


def test_profile_that_is_not_public_tells_nothing(as_founder, startup):
    page = as_founder.get(startup.get_absolute_url()).content.decode()
    assert not SCRIPT.search(page)


def test_every_origin_has_a_country():
    assert set(linked_data.COUNTRIES) == set(linked_data.Origin)


def test_logo_of_another_storage_keeps_its_own_address(startup, monkeypatch):
    startup.logo = "logos/a.png"
    assert startup.logo_url == "http://localhost:8000/media/logos/a.png"
    elsewhere = "https://bucket.s3.example/logos/a.png"
    monkeypatch.setattr(FileSystemStorage, "url", lambda _storage, _name: elsewhere)
    assert linked_data.organisation(startup, [])["logo"] == elsewhere
