import json
import uuid
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from corridor import clock
from events import actions, links, chores
from events.invitation import letter_data
from events.models import *
from tests.events.factories import *
from tests.people import make_person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def guest(event_team):
    event = make_event(event_team, is_open=True)
    make_letter_setup(event)
    return register(event, 1)


def test_name_after_approval(guest, event_team, client):
    letter = actions.approve_letter(letter=ask_letter(guest), by=event_team)
    data = {"given_names": "Osama", "surname": "Other", "organisation": "Other Ltd", "nationality": "PK", "language": "en"}
    r = client.post(f"/en/registrations/{guest.token}/change/", data)
    assert r.status_code == 302, r.content.decode()[:3000]
    letter = InvitationLetter.objects.get(pk=letter.pk)
    print(letter.state, letter_data(letter, {})["recipient"], letter_data(letter, {})["en"]["facts"][:6])
    print(client.get(f"/en/verify/{letter.code}/").content.decode().split("Initials")[1][:80])


def test_erase_dash(event_team, set_clock):
    event = make_event(event_team, is_open=True)
    d = actions.register(event=event, people=[someone(1, given_names="–", surname="Rao", phone="+4911111")], by=None)[0]
    set_clock(date(2025, 3, 1))
    print("erased", actions.erase_delegates(by=None))
    d.refresh_from_db()
    print(d.email, d.surname, d.phone)


def test_lost_link_same(guest, client, queued):
    client.post(f"/en/events/{guest.event.slug}/register/", {"email": guest.email})
    m = queued("events/mail/own_link")[-1]
    print("same link mailed:", guest.token in m.message)


def test_session_key(guest, client, queued):
    p = f"/en/registrations/{guest.token}/letter/"
    client.post(p, {"send": "1"})
    before = client.session.session_key
    code = queued("events/mail/door_code")[-1].subject.split()[-1]
    r = client.post(p, {"code": code})
    print("cycled", before != client.session.session_key, r.status_code, client.get(p).status_code)


def test_json_bomb(fair_day, as_event_team):
    as_event_team.raise_request_exception = False
    for body in (b"[" * 200000, b'{"scans": [{"scan": {"a":1}, "ticket": ["x"], "ago": 1e999}]}', b"\xff\xfe", b'{"scans": "x"}', b"1"*5000, b'{"scans":[{"scan":"%s","ticket":"%s","ago":0,"gate":"a\\u2028b"}],"shown":{"a":1}}' % (str(uuid.uuid4()).encode(), b"a"*64)):
        r = as_event_team.post(f"/checkin/{fair_day.slug}/scans/", body, content_type="application/json")
        print(body[:20], r.status_code)


def test_flood_head(event_team, client, queued):
    event = make_event(event_team)
    d = make_delegation(event)
    base = f"/en/delegations/{d.head_token}/"
    for n in range(4):
        client.post(base + "people/new/", {"given_names": "https://evil.example", "email": "victim@x.example", "language": "en"})
        p = d.delegates.active().get()
        client.post(base + f"people/{p.pk}/link/")
        client.post(base + f"people/{p.pk}/remove/")
    print("mails to victim", len([m for t in ("own_link", "cancelled") for m in queued(f"events/mail/{t}")]))
    for n in range(20):
        client.post(base + "places/", {"places": 20 + n, "because": "x"})
    print("mails to team", len(queued("events/mail/places_wanted")))
    print(queued("events/mail/own_link")[-1].message[:200])


def test_weird_names(event_team, client, queued):
    event = make_event(event_team, is_open=True)
    make_meeting_setup(event)
    d = make_delegation(event)
    base = f"/en/delegations/{d.head_token}/"
    for n, name in enumerate(["A\u2028Bcc: x@y.z", "A\u0085B", "A\u202eB", "\u200f\u200fB", "\u200b", "\u00a0", "A\u0000B", "A\nB", "A\x1bB", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "\u3164", "a"*121, "e\u0301"*40]):
        r = client.post(base + "people/new/", {"given_names": name, "email": f"v{n}@x.example", "language": "en"})
        print(ascii(name)[:30], r.status_code)
    print([ascii(x.name) for x in d.delegates.all()])
    print(client.post(base + "links/").status_code, client.get(base).status_code)
    one = register(event, 1); 
    two = actions.register(event=event, people=[someone(2, given_names="A\u2028Bcc: x@y.z \u0085 B")], by=None)[0]
    wish(one); wish(two)
    ask_meeting(two, one)
    m = queued("events/mail/meeting_asked")[-1]
    print(ascii(m.subject)); print(ascii(m.message[:60]))
    m.refresh_from_db()
    print(m.status)
    print(ascii(str(m.email_message().message())[:600]))


def test_tokens(event_team, client):
    event = make_event(event_team)
    d = make_delegation(event)
    p = make_delegate(event, d)
    other = make_delegation(event, organisation="Two")
    q = make_delegate(event, other)
    d = actions.open_join_link(delegation=d, by=None, link=d.head_link)
    toks = {"head": d.head_token, "open": d.open_token, "del": p.token}
    for k, t in toks.items():
        for path in ("delegations", "join", "registrations"):
            print(k, path, client.get(f"/en/{path}/{t}/").status_code, end=" ")
    print()
    for tail in ("", "swap/", "remove/", "link/"):
        print(tail, client.post(f"/en/delegations/{d.head_token}/people/{q.pk}/{tail}").status_code, end=" ")
    print()
    for bad in ("x", "é", "%00", ".eJ:x", "W10:abc", "a" * 3000):
        print([client.get(f"/en/{path}/{bad}/").status_code for path in ("delegations", "join", "registrations", "verify", f"events/{event.slug}/register")])


def test_head_sees_no_secret(event_team, client):
    event = make_event(event_team)
    d = make_delegation(event)
    make_letter_setup(event)
    p = make_delegate(event, d)
    p = actions.complete(delegate=p, by=None, link=p.link, emergency_name="EMERGENCYMARK", phone="+49123", hotel="HOTELMARK")
    actions.save_needs(delegate=p, diet="DIETMARK", access="ACCESSMARK", consent=True, by=None, link=p.link)
    ask_letter(p)
    base = f"/en/delegations/{d.head_token}/"
    for tail in ("", f"people/{p.pk}/", f"people/{p.pk}/swap/", f"people/{p.pk}/remove/", "people/import/", "travel/", "places/"):
        words = client.get(base + tail).content.decode()
        print(tail[:10], [m for m in ("EMERGENCYMARK", "HOTELMARK", "DIETMARK", "ACCESSMARK", "Z7654321", p.token, "registrations/") if m in words])


def scan(marks):
    found = []
    with connection.cursor() as c:
        c.execute("select table_schema, table_name from information_schema.tables where table_schema='public' and table_type='BASE TABLE'")
        for _s, t in c.fetchall():
            for m in marks:
                c.execute(f'select count(*) from "{t}" x where x::text ilike %s', [f"%{m}%"])
                n = c.fetchone()[0]
                if n:
                    found.append((t, m, n))
    return found


def test_forgotten(event_team, client, set_clock, queued):
    event = make_event(event_team, is_open=True)
    make_letter_setup(event); make_meeting_setup(event)
    d = make_delegation(event)
    p = make_delegate(event, d, given_names="NAMEMARK", surname="SURMARK", email="mailmark@x.example", organisation="ORGMARK", job_title="JOBMARK")
    actions.mail_links(delegation=d, delegates=[p], by=None, link=d.head_link)
    tok = p.token
    r = client.post(f"/en/registrations/{tok}/", {"given_names": "NAMEMARK", "surname": "SURMARK", "organisation": "ORGMARK", "language": "en", "emergency_name": "EMERMARK", "emergency_phone": "+4915111111111", "phone": "+4915222222222"})
    p.refresh_from_db(); print(r.status_code, p.state)
    actions.save_needs(delegate=p, diet="DIETMARK", access="ACCMARK", consent=True, by=None, link=p.link)
    q = actions.add_question(event=event, by=event_team, label_de="F", label_en="Q", kind="text")
    actions.answer_questions(delegate=p, answers={q.pk: "ANSWERMARK"}, by=None, link=p.link)
    actions.change_delegate(delegate=p, by=None, link=p.link, hotel="HOTELMARK")
    letter = ask_letter(p, function="FUNCMARK", lodging_address="LODGEMARK")
    client.post(f"/en/registrations/{tok}/letter/", {"send": "1"})
    letter = actions.approve_letter(letter=letter, by=event_team)
    o = register(event, 2)
    wish(o); wish(p, looking_for="LOOKMARK")
    m = ask_meeting(p, o, purpose="PURPMARK"); accept_meeting(m)
    set_clock(event.starts_at.date())
    actions.check_in(event=event, at=clock.now(), scan=uuid.uuid4(), gate="EAST", by=event_team, delegate=p)
    print("PASSPORT in", [x for x in scan(["Z7654321"])])
    set_clock(event.ends_at.date() + timedelta(days=1))
    actions.give_feedback(delegate=p, by=None, link=p.link, rating=5, worked="FEEDMARK", missing="")
    marks = ["NAMEMARK","SURMARK","mailmark","ORGMARK","JOBMARK","EMERMARK","4915111","4915222","DIETMARK","ACCMARK","ANSWERMARK","HOTELMARK","FUNCMARK","LODGEMARK","LOOKMARK","PURPMARK","FEEDMARK","Z7654321", tok.split(":")[1]]
    set_clock(date(2025, 3, 2))
    for f in (chores.purge_papers, chores.erase_delegates, chores.purge_check_ins, chores.purge_meetings): f()
    print("6m", scan(marks))
    set_clock(date(2025, 9, 2))
    for f in (chores.purge_papers, chores.erase_delegates, chores.purge_check_ins, chores.purge_meetings): f()
    print("12m", scan(marks))
    print(client.get(f"/en/registrations/{tok}/").status_code)
    print("feedback again:", client.post(f"/en/registrations/{tok}/feedback/", {"rating": "1", "worked": "AGAINMARK"}).status_code, scan(["AGAINMARK"]))
