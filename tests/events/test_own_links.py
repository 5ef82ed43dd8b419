"""A delegate's link that somebody else may have: a new one goes to the mailbox alone, and the old one is of no use."""

import pytest

from corridor.actions import NotPermitted
from events import actions, emails
from events.exceptions import NoAddress
from tests.events.factories import make_delegate, make_delegation, make_event, register

pytestmark = pytest.mark.django_db


@pytest.fixture
def guest(event_team):
    return register(make_event(event_team, is_open=True), 1)


def test_a_new_link_is_mailed_and_shown_to_nobody(client, guest, queued):
    page = f"/en/registrations/{guest.token}/new-link/"
    answer = client.post(page, follow=True)
    guest.refresh_from_db()
    assert (guest.link, answer.status_code) == (2, 410)
    assert guest.token not in answer.content.decode()
    assert guest.token in queued("events/mail/own_link")[0].message


def test_a_look_at_the_page_makes_no_link(client, guest):
    assert (
        "stops working" in client.get(f"/en/registrations/{guest.token}/new-link/").content.decode()
    )
    guest.refresh_from_db()
    assert guest.link == 1


def test_the_event_team_makes_a_link_for_who_asks(as_event_team, guest, queued):
    as_event_team.post(f"/admin/events/delegate/{guest.pk}/link/")
    guest.refresh_from_db()
    assert (guest.link, len(queued("events/mail/own_link"))) == (2, 1)


def test_auditors_make_no_links(guest, auditor):
    with pytest.raises(NotPermitted):
        actions.renew_link_as_team(delegate=guest, by=auditor)


def test_without_an_address_the_link_stays(event_team):
    delegation = make_delegation(make_event(event_team))
    guest = make_delegate(delegation.event, delegation, email="")
    with pytest.raises(NoAddress):
        actions.renew_link(delegate=guest, by=None, link=guest.link)


def test_who_finds_a_code_in_their_mail_can_lock_the_other_out(client, guest, queued):
    emails.proof_code(guest, "123456")
    assert f"{guest.token}/new-link/" in queued("events/mail/proof_code")[0].message
