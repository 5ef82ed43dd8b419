"""A delegate's link that somebody else may have: a new one goes to the mailbox alone, and the old one is of no use."""

import pytest

from corridor.actions import NotPermitted
from corridor.changes import changes
from events import actions, emails
from events.exceptions import NoAddress
from tests.events.factories import make_delegate, make_delegation, make_event, register
from tests.people import make_person

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


def test_the_event_team_mails_somebody_elsewhere_and_says_why(as_event_team, guest, queued):
    page = f"/admin/events/delegate/{guest.pk}/address/"
    words = {"email": "New@Kaverion.example", "reason": "Rang us up from the office"}
    told = as_event_team.post(page, words, follow=True).text
    assert "The new address gets a new link" in told
    before, guest = guest, type(guest).objects.get()
    assert (guest.email, guest.link) == ("new@kaverion.example", 2)
    [new], [old] = queued("events/mail/own_link"), queued("events/mail/address_changed")
    assert (new.to, old.to) == ([guest.email], [before.email])
    assert guest.token in new.message
    assert "/registrations/" not in old.message
    assert guest.email not in old.message
    assert "Rang us up" in as_event_team.get(f"/admin/events/delegate/{guest.pk}/change/").text
    verbs = {str(change.action) for change in changes(guest.history.all())}
    assert "Email address changed by the event team" in verbs


def test_an_address_that_is_taken_or_the_same_is_refused(as_event_team, guest):
    register(guest.event, 2)
    page = f"/admin/events/delegate/{guest.pk}/address/"
    for email, words in [
        (guest.email, "This is the address already"),
        ("person2@kaverion.example", "This email address is taken at this event already"),
    ]:
        assert words in as_event_team.post(page, {"email": email, "reason": "asked"}).text


def test_the_account_of_the_old_address_reaches_the_registration_no_more(event_team, guest):
    guest.user = make_person(guest.email)
    guest.save(update_fields=["user"])
    said = {"email": "new@kaverion.example", "reason": "asked"}
    assert actions.change_address(delegate=guest, by=event_team, **said).user is None


def test_only_the_event_team_changes_addresses(guest, auditor):
    with pytest.raises(NotPermitted):
        actions.change_address(delegate=guest, email="x@y.example", reason="-", by=auditor)


def test_whoever_is_registered_finds_whom_to_ask_for_another_address(client, guest):
    page = client.get(f"/en/registrations/{guest.token}/change/").text
    assert 'href="/en/contact/">Write to us' in page
