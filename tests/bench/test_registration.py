"""What a registration costs, as a ratio to a bare form of the same fields: `make bench`."""

import statistics
import time

import pytest
from django.urls import reverse

from events.links import mailed_token
from tests.events.factories import make_event, make_event_team, register

ROUNDS = 30
MOST_PAGES, MOST = 3, 2.5  # of the bare form's cost, all pages of a registration together

pytestmark = [pytest.mark.bench, pytest.mark.urls("tests.bench.urls"), pytest.mark.django_db]


@pytest.fixture
def journey():
    """The pages from the address to the confirmed place."""
    event = make_event(make_event_team(), slug="open", is_open=True)
    form = reverse("register_form", args=[event.slug, mailed_token(event, "new@kaverion.example")])
    return [reverse("register", args=[event.slug]), form, register(event, 1).get_absolute_url()]


def seconds(client, path):
    start = time.perf_counter()
    assert client.get(path).status_code == 200, path
    return time.perf_counter() - start


def test_a_registration_costs_little_more_than_a_bare_form(client, journey, capsys):
    paths = ["/bare-form/", *journey]
    for path in paths:
        seconds(client, path)
    rounds = [[seconds(client, path) for path in paths] for _ in range(ROUNDS)]
    bare, *times = [statistics.median(column) for column in zip(*rounds, strict=True)]
    with capsys.disabled():
        print(f"\nbare form: {bare * 1000:.1f} ms")
        for path, each in zip(journey, times, strict=True):
            print(f"{each / bare:5.2f} of the bare form: {path[:44]}")
    assert len(journey) <= MOST_PAGES
    assert statistics.mean(times) <= MOST * bare
