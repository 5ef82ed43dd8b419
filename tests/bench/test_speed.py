"""Speed of pages as a ratio to a bare Django view in the same run: `make bench`."""

import statistics
import time

import pytest

from tests import factories

ROUNDS = 60
PUBLIC, LIST = 0.6, 0.3  # floors
PAGES = {
    "/en/": PUBLIC,
    "/en/startups/": PUBLIC,
    "/de/startups/?q=edge&sector=5g_industry&origin=karnataka": LIST,
    "/en/welcome/": PUBLIC,
    "/en/events/": PUBLIC,
}

pytestmark = [pytest.mark.bench, pytest.mark.urls("tests.bench.urls"), pytest.mark.django_db]


@pytest.fixture
def world(settings):
    settings.PAGE_SECONDS = 20
    for place in range(48):
        words = {"name": f"Edge {place}", "sector": "5g_industry", "origin": "karnataka"}
        factories.make_startup(published=True, **words)


def seconds(client, path):
    start = time.perf_counter()
    response = client.get(path)
    assert response.status_code == 200, path
    return time.perf_counter() - start


def anew(client):
    """The time of a filtered list for somebody whom no kept page is shown: what a first reader waits."""
    client.cookies["known"] = "yes"
    (path,) = (path for path, floor in PAGES.items() if floor == LIST)
    return statistics.median(seconds(client, path) for _ in range(ROUNDS))


def test_pages_keep_up_with_a_bare_view(client, world, capsys):
    paths = ["/bare/", *PAGES]
    for path in paths:
        seconds(client, path)
    # In turn, so that a slow moment of the machine meets all of them.
    rounds = [[seconds(client, path) for path in paths] for _ in range(ROUNDS)]
    bare, *times = [statistics.median(column) for column in zip(*rounds, strict=True)]

    ratios = {path: bare / time for path, time in zip(PAGES, times, strict=True)}
    with capsys.disabled():
        print(f"\nbare view: {bare * 1000:.1f} ms")
        for path, ratio in ratios.items():
            print(f"{ratio:5.2f} of the bare view, floor {PAGES[path]}: {path}")
        print(f"{bare / anew(client):5.2f} of the bare view: a filtered list that is made anew")
    assert {path for path, ratio in ratios.items() if ratio < PAGES[path]} == set()
