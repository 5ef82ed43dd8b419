"""A delegate from the link to the ticket, by keyboard on a phone; and several who join without a script."""

import io
from datetime import date

import pypdf
import pytest
from django.urls import reverse

from events import actions
from events.choices import DelegateState
from tests.browser.hands import Keys, NoScript
from tests.events.factories import make_delegate, make_delegation, make_event, make_session


@pytest.fixture
def event(transactional_db):
    return make_event()


def test_delegate_goes_from_link_to_ticket_by_keyboard(open_browser, event):
    session = make_session(event)
    delegate = make_delegate(event, make_delegation(event), given_names="Kempegowda")
    hands = Keys(open_browser(width=360))
    hands.goto(delegate.get_absolute_url())
    hands.fill(job_title="Director", photo_consent=True)
    hands.submit()
    assert "Your place is confirmed" in hands.text()

    hands.follow("/sessions/")
    hands.fill(sessions=[str(session.pk)])
    hands.submit()
    assert "Session at 10" in hands.text()

    hands.follow("/travel/")
    hands.fill(arrives_on=date(2024, 8, 27), hotel="Hotel am Rhein")
    hands.submit()
    assert "Hotel am Rhein" in hands.text()

    hands.follow("/cancel/")
    hands.follow(delegate.get_absolute_url())
    ticket = hands.page.request.get(
        hands.page.locator("a[href$='/ticket.pdf']").get_attribute("href"), timeout=30_000
    )
    assert "Kempegowda" in pypdf.PdfReader(io.BytesIO(ticket.body())).pages[0].extract_text()
    delegate.refresh_from_db()
    assert (delegate.state, delegate.job_title) == (DelegateState.CONFIRMED, "Director")
    assert delegate.photo_consent_at


def test_two_people_join_together_without_a_script(open_browser, event):
    delegation = make_delegation(event)
    link = {"delegation": delegation, "by": None, "link": delegation.head_link}
    delegation = actions.open_join_link(**link)
    hands = NoScript(open_browser(width=360, javascript=False))
    hands.goto(reverse("join", args=[delegation.open_token]))
    hands.fill(**person(0, "Asha"))
    hands.submit("button[name='add']")
    hands.fill(**person(1, "Ravi"))
    hands.page.locator("[name='person-1-email']").press("Enter")
    hands.page.wait_for_load_state()

    assert "Your registration has arrived" in hands.text()
    assert delegation.delegates.coming().count() == 2


def person(place, name):
    fields = {"given_names": name, "email": f"{name.lower()}@kdem.example"}
    return {f"person-{place}-{field}": value for field, value in fields.items()}
