import pytest
from django.urls import reverse

from events.models import Event
from tests.events.factories import FIELDS, make_event
from tests.factories import make_authority, officer_of
from tests.people import make_person, sign_in

LIST = "/admin/events/event/"


def typed(**fields):
    """What somebody types into the admin's form; moments are typed as date and time."""
    words = {**FIELDS, "is_public": "on", **fields}
    for name in ("starts_at", "ends_at"):
        moment = words.pop(name)
        words |= {f"{name}_0": moment.strftime("%Y-%m-%d"), f"{name}_1": moment.strftime("%H:%M")}
    return words


def change(event, path="change"):
    return reverse(f"admin:events_event_{path}", args=[event.pk])


def test_add_announces_an_event(as_event_team, event_team):
    response = as_event_team.post(f"{LIST}add/", typed())

    event = Event.objects.get()
    assert response.status_code == 302
    assert {name: getattr(event, name) for name in FIELDS} == FIELDS
    assert event.history.get().pgh_context.metadata["by"] == str(event_team.pk)


def test_page_of_an_event_leads_to_what_belongs_to_it(client, as_event_team, event):
    text = as_event_team.get(change(event)).text
    for name in ("session", "delegation", "delegate"):
        assert f"/admin/events/{name}/?event__id__exact={event.pk}" in text
    sign_in(client, officer_of(make_authority()))
    assert (
        f"/admin/events/delegate/?event__id__exact={event.pk}" not in client.get(change(event)).text
    )


def test_change_keeps_the_address(as_event_team, event):
    as_event_team.post(change(event), typed(slug="elsewhere", places="60"))

    event.refresh_from_db()
    assert (event.slug, event.places) == ("future-tech-fest-2024", 60)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"title_de": ""}, "Fill this in."),
        ({"ends_at": FIELDS["starts_at"]}, "An event starts before it ends."),
        ({"registration_closes_on": "2024-07-01"}, "Registration opens before it closes."),
        ({"website": "javascript:alert(1)"}, "Enter an address on the web"),
        ({"places": "0"}, "Enter 1 or more."),
    ],
)
def test_add_says_what_is_wrong_and_keeps_what_was_typed(as_event_team, fields, message):
    page = as_event_team.post(f"{LIST}add/", typed(**fields)).content.decode()

    assert message in page
    assert "Areal Böhler" in page
    assert not Event.objects.exists()


def test_add_needs_another_address_than_those_taken(as_event_team, event):
    page = as_event_team.post(f"{LIST}add/", typed()).content.decode()

    assert "already exists" in page


@pytest.mark.parametrize("role", ["editor", "auditor", "administrator"])
def test_others_change_nothing(client, event, role):
    person = sign_in(client, make_person("staff@duesseldorf.example", roles=[role]))

    assert person.post(change(event), typed(places="60")).status_code == 404
    assert person.get(f"{LIST}add/").status_code == 404


def test_auditor_reads_the_event_and_its_history(client, event, auditor):
    client = sign_in(client, auditor)

    assert "Areal Böhler" in client.get(change(event)).content.decode()
    assert "Event created" in client.get(change(event, "history")).content.decode()


def test_event_team_deletes_nothing_and_reads_no_history(as_event_team, event):
    assert as_event_team.get(change(event, "delete")).status_code == 404
    assert as_event_team.get(change(event, "history")).status_code == 404


@pytest.mark.parametrize("number", [1, 30])
def test_list_costs_the_same_for_one_and_thirty(
    as_event_team, event_team, number, django_assert_max_num_queries
):
    for index in range(number):
        make_event(event_team, slug=f"fair-{index}")

    with django_assert_max_num_queries(6):
        page = as_event_team.get(LIST).content.decode()

    assert page.count("Future Tech Fest 2024") == number
