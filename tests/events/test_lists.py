"""The lists that are handed on: who may take which, and what is in them."""

from datetime import date

import pytest
from django.urls import reverse

from corridor.documents.models import Export
from events import actions
from tests.events.factories import make_delegate, make_delegation, make_event, register
from tests.people import make_person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def fest(event_team):
    """Two people: one eats no meat, the other has a delegation that arrives on the 26th."""
    event = make_event(event_team, is_open=True)
    guest = register(event, 1)
    said = {"diet": "vegan", "access": "", "consent": True}
    actions.save_needs(delegate=guest, by=None, link=guest.link, **said)
    delegation = make_delegation(event, by=event_team)
    actions.change_travel(
        delegation=delegation,
        by=None,
        link=1,
        arrives_on=date(2024, 8, 26),
        departs_on=date(2024, 8, 30),
    )
    delegate = make_delegate(event, delegation, organisation="KDEM")
    actions.complete(delegate=delegate, by=None, link=delegate.link)
    return event


def take(client, event, name, kind="csv"):
    response = client.get(reverse("admin:events_event_list", args=[event.pk, name, kind]))
    content = response.streaming_content if response.streaming else [response.content]
    return response.status_code, b"".join(content)


@pytest.mark.parametrize(
    ("name", "has", "has_not"),
    [
        ("hotel", ["Person 1", "Person 2", "2024-08-26"], ["vegan", "person1@"]),
        ("catering", ["Person 1", "vegan"], ["Person 2", "person1@"]),
        ("badges", ["Person 1", "Person 2", "KDEM"], ["vegan", "2024-08-26", "person1@"]),
    ],
)
def test_a_list_has_the_columns_its_reader_needs(as_event_team, fest, name, has, has_not):
    status, content = take(as_event_team, fest, name)
    text = content.decode()
    assert status == 200
    assert all(words in text for words in has)
    assert not any(words in text for words in has_not)


def test_a_list_that_is_taken_is_logged(as_event_team, fest, event_team):
    take(as_event_team, fest, "hotel", "xlsx")
    entry = Export.objects.get()
    assert (entry.by, entry.rows) == (event_team, 2)


@pytest.mark.parametrize(
    ("role", "statuses"),
    [
        ("auditor", {"hotel": 200, "badges": 200, "catering": 404}),
        ("editor", {"hotel": 404, "badges": 404, "catering": 404}),
    ],
)
def test_each_role_takes_only_its_lists(client, fest, role, statuses):
    client = sign_in(client, make_person("staff@duesseldorf.example", roles=[role]))
    assert {name: take(client, fest, name)[0] for name in statuses} == statuses


def test_the_page_of_the_event_offers_them(as_event_team, fest):
    page = as_event_team.get(reverse("admin:events_event_change", args=[fest.pk])).content.decode()
    assert "lists/catering.csv" in page
