"""The pages of the door: without a script, and what phones load and send."""

import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from corridor.documents.models import Access
from events import actions, tickets
from events.choices import Outcome
from events.entrance import ticket_hash
from events.models import CheckIn, Delegate
from tests.events.factories import make_event, register, team_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def fest(fair_day):
    return fair_day


@pytest.fixture
def delegate(fest):
    return fest.delegates.get(delegation=None)


def door(client, event, said=None):
    page = reverse("checkin", args=[event.slug])
    return client.get(page) if said is None else client.post(page, {"said": said}, follow=True)


def read(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def sent(client, event, *scans, shown=""):
    body = json.dumps({"scans": scans, "shown": shown})
    address = reverse("checkin_scans", args=[event.slug])
    return client.post(address, body, content_type="application/json")


def one_scan(delegate, ago=0, **fields):
    scan = {"scan": str(uuid4()), "ticket": ticket_hash(delegate.pk), "ago": ago, "gate": "West"}
    return scan | fields


def test_a_typed_code_checks_in_and_the_second_time_says_when_where_and_by_whom(
    as_event_team, fest, delegate
):
    as_event_team.post(reverse("checkin_gate", args=[fest.slug]), {"gate": "Entrance East"})
    code = tickets.in_groups(tickets.code_of(delegate))

    first, second = (door(as_event_team, fest, code) for _time in range(2))

    assert "Checked in Person 1" in read(first)
    assert "In: 1 of 1" in read(first)
    assert "Already checked in at 12:00, Entrance East, by Eva Events" in read(second)
    assert code not in second.request["QUERY_STRING"]


def test_a_name_is_looked_up_and_checked_in_by_its_button(as_event_team, fest, delegate):
    page = door(as_event_team, fest, "pérson")
    scan = {"scan": re.search(r'name="scan" value="([^"]+)"', page.content.decode())[1]}
    address = reverse("checkin_by_name", args=[fest.slug, delegate.pk])

    for _time in range(2):
        assert "Checked in Person 1" in read(as_event_team.post(address, scan, follow=True))

    assert "No confirmed place: On the list" in read(page)
    assert str(CheckIn.objects.get().scan) == scan["scan"]


def test_an_unknown_name_and_an_unknown_code_say_so(as_event_team, fest):
    assert "Nobody of this event is called that" in read(door(as_event_team, fest, "Zebra %_"))
    assert "no ticket has this code" in read(door(as_event_team, fest, "AAAA-BBBB-CCCC"))
    assert "Error" in read(door(as_event_team, fest, " "))


def test_a_name_that_could_be_a_code_is_looked_up(as_event_team, fest, delegate):
    Delegate.objects.filter(pk=delegate.pk).update(surname="Balakrishnan")

    page = read(door(as_event_team, fest, "Balakrishnan"))

    assert "Person 1 Balakrishnan" in page
    assert not CheckIn.objects.exists()


def test_a_check_in_is_undone(as_event_team, fest, delegate):
    door(as_event_team, fest, tickets.code_of(delegate))
    known = CheckIn.objects.get()
    address = reverse("checkin_undo", args=[fest.slug, known.pk])

    assert "Person 1 is not checked in any more" in read(as_event_team.post(address, follow=True))
    assert "not possible any more" in read(as_event_team.post(address, follow=True))
    shown = as_event_team.get(f"{reverse('checkin', args=[fest.slug])}?scan={known.scan}")
    assert "The check-in is undone" in read(shown)


def test_another_event_undoes_and_shows_nothing(as_event_team, fest, delegate):
    door(as_event_team, fest, tickets.code_of(delegate))
    other, known = make_event(slug="other", by=CheckIn.objects.get().by), CheckIn.objects.get()

    assert as_event_team.post(reverse("checkin_undo", args=["other", known.pk])).status_code == 404
    page = as_event_team.get(f"{reverse('checkin', args=[other.slug])}?scan={known.scan}")
    assert "Person 1" not in read(page)


def test_needs_are_shown_at_the_door_and_their_sight_is_logged(as_event_team, fest, delegate):
    said = {"diet": "Vegan", "access": "Step-free", "consent": True}
    actions.save_needs(delegate=delegate, by=None, link=1, **said)

    page = read(door(as_event_team, fest, tickets.code_of(delegate)))

    assert "Access: Step-free" in page
    assert "Food and drink: Vegan" in page
    assert Access.objects.filter(subject=delegate.pk).exists()


def test_a_phone_keeps_hash_name_and_delegation_of_whoever_is_expected_and_no_more(
    as_event_team, fest, delegate
):
    listed = as_event_team.get(reverse("checkin_list", args=[fest.slug])).json()

    assert listed.keys() == {"seconds", "people"}
    assert listed["people"] == [[ticket_hash(delegate.pk), "Person 1", ""]]
    assert tickets.code_of(delegate) not in json.dumps(listed)


def test_after_the_event_a_phone_gets_nobody(as_event_team, fest, set_clock):
    set_clock(fest.ends_at.date() + timedelta(days=1))

    listed = as_event_team.get(reverse("checkin_list", args=[fest.slug])).json()

    assert listed == {"seconds": 0, "people": []}
    assert "The event is over" in read(door(as_event_team, fest))


def test_scans_sent_later_count_from_when_they_were_made(as_event_team, fest, delegate):
    scan, again = one_scan(delegate, 60 * 60 * 1000), one_scan(delegate, 1000)

    for _time in range(2):  # sent once more after an answer that got lost
        results = sent(as_event_team, fest, scan, again).json()["results"]
        assert [result["outcome"] for result in results] == ["in", "again"]

    assert results[1]["words"] == "Already checked in at 11:00, West, by Eva Events"
    assert CheckIn.objects.valid().get().outcome == Outcome.IN
    assert CheckIn.objects.count() == 2


def test_only_the_scan_somebody_looks_at_comes_back_with_its_card(as_event_team, fest, delegate):
    shown, other = one_scan(delegate, 1000), one_scan(delegate)

    answer = sent(as_event_team, fest, shown, other, shown=shown["scan"]).json()

    assert ["card" in result for result in answer["results"]] == [True, False]
    assert "In: 1 of 1" in answer["numbers"]


def test_a_scan_that_is_refused_does_not_stop_the_others(as_event_team, fest, delegate):
    invited = fest.delegates.exclude(pk=delegate.pk).get()
    scans = [one_scan(invited), one_scan(delegate, ticket="0" * 64), one_scan(delegate)]

    results = sent(as_event_team, fest, *scans).json()["results"]

    assert [result["outcome"] for result in results] == ["refused", "refused", "in"]
    assert results[0]["words"].startswith("Person 2 has no confirmed place (state: On the list)")


@pytest.mark.parametrize(
    "body",
    [
        *[
            "",
            "[]",
            "{}",
            '{"scans": [1]}',
            '{"scans": [{"scan": "x"}]}',
            '{"scans": 3}',
            "\ufeff{",
        ],
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_what_no_phone_of_ours_sends_is_refused(as_event_team, fest, body):
    address = reverse("checkin_scans", args=[fest.slug])

    assert as_event_team.post(address, body, content_type="application/json").status_code == 400


def queries(client, event):
    with CaptureQueriesContext(connection) as captured:
        assert "Person 2" in read(door(client, event, "person"))
        client.get(reverse("checkin_list", args=[event.slug]))
        sent(client, event)
    return len(captured)


def test_more_people_cost_no_more_queries(as_event_team, fest, set_clock):
    before = queries(as_event_team, fest)
    set_clock(fest.registration_opens_on)
    fest = actions.change_event(event=fest, places=40, by=team_of())
    for number in range(3, 13):
        register(fest, number)
    set_clock(fest.starts_at.date())

    assert queries(as_event_team, fest) == before


def test_signing_out_wipes_what_phones_keep(as_event_team):
    response = as_event_team.post(reverse("account_logout"))

    assert response["Clear-Site-Data"] == '"storage"'
    assert "Clear-Site-Data" not in as_event_team.get(reverse("account_logout"))


def test_the_worker_is_a_script_for_the_door_alone(client):
    response = client.get(reverse("checkin_worker"))

    assert response["Content-Type"].startswith("text/javascript")
    assert reverse("checkin_worker") == "/checkin/worker.js"


def test_the_back_office_leads_to_the_door_from_three_days_before(as_event_team, fest, set_clock):
    way = f'href="{reverse("checkin", args=[fest.slug])}"'
    day = fest.starts_at.date()

    for date, is_shown in ((day, True), (day - timedelta(3), True), (day - timedelta(4), False)):
        set_clock(date)
        page = as_event_team.get(reverse("admin:index")).content.decode()
        assert (way in page) == is_shown
