"""Mails to groups, sent once; and feedback after the event."""

import io
import uuid
from datetime import date

import pytest
from django.urls import reverse
from pypdf import PdfReader

from corridor import clock
from corridor.actions import Conflict, NotPermitted
from events import actions
from events.exceptions import DelegationElsewhere, MailingSent, NobodyToWriteTo, NotOver
from events.models import Feedback, Mailing
from tests.events.factories import make_delegate, make_delegation, make_event, register

pytestmark = pytest.mark.django_db
WORDS = {
    "kind": "practical",
    "subject_de": "So kommen Sie an",
    "subject_en": "How to get there",
    "text_de": "Linie U75.\n\nEingang Ost.",
    "text_en": "Line U75.\n\nEntrance <b>East</b>.",
}


@pytest.fixture
def fest(event_team):
    """Two confirmed people, one of them German, and one on a list who has not registered."""
    event = make_event(event_team, is_open=True)
    register(event, 1)
    actions.register(
        event=event,
        people=[{"given_names": "Elif", "email": "elif@rheinfaktur.example", "language": "de"}],
        by=None,
    )
    make_delegate(event, make_delegation(event, by=event_team))
    return event


def write(event, by, **fields):
    return actions.write_mailing(event=event, by=by, **{"audience": "confirmed", **WORDS, **fields})


def test_each_gets_it_in_their_language_with_their_link(fest, event_team, queued):
    assert actions.send_mailing(mailing=write(fest, event_team), by=event_team) == 2
    mails = {mail.to[0]: mail for mail in queued("events/mail/mailing")}
    assert mails["elif@rheinfaktur.example"].subject == "So kommen Sie an"
    assert "Entrance <b>East</b>." in mails["person1@kaverion.example"].message
    assert "East</b>" not in mails["person1@kaverion.example"].html_message
    assert "/registrations/" in mails["person1@kaverion.example"].message


def test_it_is_sent_once_and_stays_as_it_went_out(fest, event_team, queued):
    mailing = write(fest, event_team)
    actions.send_mailing(mailing=mailing, by=event_team)
    with pytest.raises(MailingSent):
        actions.send_mailing(mailing=mailing, by=event_team)
    with pytest.raises(Conflict) as refused:
        actions.change_mailing(mailing=mailing, by=event_team, subject_en="Another")
    assert refused.value.rule == "mailing_sent_once"
    assert len(queued("events/mail/mailing")) == 2


def test_it_goes_to_its_group_alone(fest, event_team, queued):
    actions.send_mailing(mailing=write(fest, event_team, audience="invited"), by=event_team)
    assert [mail.to for mail in queued("events/mail/mailing")] == [["person3@kaverion.example"]]


def test_it_names_no_delegation_of_another_event(fest, event_team):
    other = make_delegation(make_event(event_team, slug="another"))
    with pytest.raises(DelegationElsewhere):
        write(fest, event_team, delegation=other)


def test_nobody_in_the_group_is_said(fest, event_team):
    with pytest.raises(NobodyToWriteTo):
        actions.send_mailing(mailing=write(fest, event_team, audience="waiting"), by=event_team)


def test_only_the_event_team_sends(fest, event_team, auditor):
    with pytest.raises(NotPermitted):
        actions.send_mailing(mailing=write(fest, event_team), by=auditor)


def test_it_is_written_looked_at_and_sent_in_the_back_office(as_event_team, fest, queued):
    typed = {**WORDS, "event": fest.pk, "audience": "confirmed", "delegation": ""}
    page = as_event_team.post(reverse("admin:events_mailing_add"), typed, follow=True)
    mailing = Mailing.objects.get()
    assert "Entrance &lt;b&gt;East&lt;/b&gt;." in page.content.decode()
    assert "Hello …," in page.content.decode()
    assert "Ihre Seite zu Future Tech Fest 2024:" in page.content.decode()
    assert "Plain text: signs such as" in page.content.decode()
    address = reverse("admin:events_mailing_send", args=[mailing.pk])
    assert "goes to 2 people" in as_event_team.get(address).content.decode()
    assert queued("events/mail/mailing") == []
    as_event_team.post(address)
    assert len(queued("events/mail/mailing")) == 2


def test_feedback_is_asked_after_the_event_and_read_without_names(
    client, as_event_team, fest, set_clock
):
    delegate = fest.delegates.coming().first()
    said = {"rating": 4, "worked": "The visits", "missing": ""}
    with pytest.raises(NotOver):
        actions.give_feedback(delegate=delegate, by=None, link=delegate.link, **said)
    set_clock(date(2024, 8, 29))
    client.post(f"/en/registrations/{delegate.token}/feedback/", said)
    client.post(f"/en/registrations/{delegate.token}/feedback/", {**said, "rating": 5})
    assert Feedback.objects.get().rating == 5
    page = as_event_team.get(reverse("admin:events_feedback_changelist")).content.decode()
    assert "The visits" in page
    assert delegate.name not in page


def test_who_was_there_gets_a_certificate_and_nobody_else(client, fest, event_team, set_clock):
    came, stayed = fest.delegates.coming()
    set_clock(date(2024, 8, 28))
    actions.check_in(
        event=fest, delegate=came, at=clock.now(), scan=uuid.uuid4(), gate="East", by=event_team
    )
    address = f"/en/registrations/{came.token}/certificate.pdf"
    assert client.get(address).status_code == 404
    set_clock(date(2024, 8, 29))
    pdf = client.get(address).content
    words = " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    assert "Person 1 took part in Future Tech Fest 2024 on 28 August 2024" in words
    assert client.get(f"/en/registrations/{stayed.token}/certificate.pdf").status_code == 404
    assert "certificate.pdf" in client.get(f"/en/registrations/{came.token}/").content.decode()
