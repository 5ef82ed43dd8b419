"""Five hundred people want three hundred places, over eight connections, while some cancel: through HTTP."""

from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

import pytest
from django.urls import reverse

from events import links
from events.choices import HOLDING, DelegateState
from tests.events.factories import make_event

S = DelegateState
PEOPLE, PLACES, CANCEL, CONNECTIONS = 500, 300, 40, 8
FORM = {"Content-Type": "application/x-www-form-urlencoded"}

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def post(server, path, **said):
    """The answer's status and where it leads to."""
    connection = HTTPConnection(urlsplit(server.url).netloc, timeout=60)
    connection.request("POST", path, urlencode(said), FORM)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.getheader("Location")


def arrive(server, event, number):
    """Register, and for every twelfth of the first ones cancel at once, as the own page has it."""
    email = f"person{number}@kaverion.example"
    path = reverse("register_form", args=[event.slug, links.mailed_token(event, email)])
    status, page = post(server, path, given_names=f"Person {number}", language="en")
    assert status == 302, (number, status)
    if number % 12 == 0 and number < 12 * CANCEL:
        assert post(server, f"{page}cancel/")[0] == 302
    return number


def test_exactly_as_many_as_there_are_places(event_team, live_server, queued):
    event = make_event(event_team, places=PLACES, is_open=True)
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        numbers = list(pool.map(lambda number: arrive(live_server, event, number), range(PEOPLE)))

    people = list(event.delegates.order_by("position"))
    assert len(people) == len(numbers) == PEOPLE
    assert sum(delegate.state in HOLDING for delegate in people) == PLACES
    gone = [delegate for delegate in people if delegate.state == S.CANCELLED]
    assert len(gone) == CANCEL

    # Whoever came first has a place or an offer; nobody who waits came before one of them.
    first_waiting = min(d.position for d in people if d.state == S.WAITING)
    assert all(d.position < first_waiting for d in people if d.state in HOLDING)

    mails = [mail.to[0] for mail in queued() if mail.context["template"] in FIRST]
    assert sorted(mails) == sorted(delegate.email for delegate in people)
    offered = {mail.to[0] for mail in queued("events/mail/place_offered")}
    assert {d.email for d in people if d.state == S.OFFERED} <= offered
    assert len(queued("events/mail/place_offered")) == len(offered)


FIRST = {"events/mail/confirmed", "events/mail/waiting"}
