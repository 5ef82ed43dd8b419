import io, time, uuid
from datetime import date, timedelta
import pytest
from django.db import connection
from django.test import Client
from events import actions
from events.badges import render_badges
from events.tickets import render_ticket
from events.invitation import render_letter
from events.attendance import render_certificate
from events.models import *
from tests.events.factories import *
from tests.people import make_person, sign_in
pytestmark = pytest.mark.django_db


def snap():
    with connection.cursor() as c:
        c.execute("select table_name from information_schema.tables where table_schema='public' and table_type='BASE TABLE'")
        out = {}
        for (t,) in c.fetchall():
            c.execute(f'select md5(coalesce(string_agg(x::text, \'|\' order by x::text), \'\')) from "{t}" x')
            out[t] = c.fetchone()[0]
    return out


def test_gets(event_team):
    event = make_event(event_team, is_open=True)
    make_letter_setup(event); make_meeting_setup(event)
    d = make_delegation(event)
    inv = make_delegate(event, d)
    g = register(event, 1); o = register(event, 2)
    wish(g); wish(o); m = ask_meeting(o, g)
    d = actions.open_join_link(delegation=d, by=None, link=d.head_link)
    invd = make_delegation(event, accepted=False, organisation="Inv")
    pages = []
    for deleg in (d, invd):
        b = f"/en/delegations/{deleg.head_token}/"
        pages += [b + t for t in ("", "decline/", "travel/", "places/", "open-link/", "open-link/close/", "links/", "people/new/", "people/import/", "people/list.csv", f"people/{inv.pk}/", f"people/{inv.pk}/swap/", f"people/{inv.pk}/remove/", f"people/{inv.pk}/link/")]
    for x in (g, inv):
        b = f"/en/registrations/{x.token}/"
        pages += [b + t for t in ("", "change/", "travel/", "sessions/", "accept/", "decline/", "cancel/", "ticket.pdf", "calendar.ics", "letter/", "letter.pdf", "needs/", "questions/", "feedback/", "meetings/", "certificate.pdf", "meetings/times/", f"meetings/{m.pk}/accept/", f"meetings/{m.pk}/cancel/")]
    pages += [f"/en/join/{d.open_token}/"]
    before = snap()
    for p in pages:
        for method in ("get", "head"):
            r = getattr(Client(), method)(p)
            after = snap()
            if after != before:
                print("CHANGED", method, p.split("/")[2], p[-25:], [t for t in after if after[t] != before[t]])
                before = after
            rp = r.headers.get("Referrer-Policy")
            if rp != "no-referrer" or "no-store" not in r.headers.get("Cache-Control", ""):
                print("HEADERS", method, p[-20:], r.status_code, rp, r.headers.get("Cache-Control"))


def test_pdf_long(event_team):
    event = make_event(event_team, is_open=True)
    make_letter_setup(event)
    names = ["W" * 120, "ಕ" * 120, "\u200f" + "שלום" * 20, "a\u0301" * 60, "😀" * 40, "\u3164", "#" * 60 + "$x$" + "\\" * 20, "<b>&amp;"]
    people = []
    for n, name in enumerate(names):
        p = actions.register(event=event, people=[someone(n, given_names=name, surname="S" * 120, organisation="O" * 160, job_title="J" * 120)], by=None)[0]
        people.append(p)
        l = actions.approve_letter(letter=ask_letter(p, function="F" * 120, lodging_address="L" * 300), by=event_team)
        t = time.time()
        for f in (lambda: render_ticket(p), lambda: render_letter(l, PASSPORT | {"born_on": "1988-03-04"}), lambda: render_certificate(p)):
            try:
                pdf = f()
                from pypdf import PdfReader
                print(n, len(pdf), len(PdfReader(io.BytesIO(pdf)).pages), round(time.time() - t, 2), end=" | ")
            except Exception as e:
                print("FAIL", n, repr(e)[:200])
        print()
        open(f"/tmp/att7_letter_{n}.pdf", "wb").write(render_letter(l, {}))
        open(f"/tmp/att7_ticket_{n}.pdf", "wb").write(render_ticket(p))
    open("/tmp/att7_badges.pdf", "wb").write(render_badges(people))


def test_import_sizes(event_team, client):
    event = make_event(event_team, places=9000)
    d = make_delegation(event, places=600)
    base = f"/en/delegations/{d.head_token}/people/import/"
    row = "given names\tsurname\temail\n"
    for label, text in {
        "10000": row + "".join(f"A{n}\tB\ta{n}@x.example\n" for n in range(10000)),
        "500": row + "".join(f"A{n}\tB\ta{n}@x.example\n" for n in range(500)),
        "500 bad": row + "".join(f"=A{n}\t{'b'*200}\tsame\n" for n in range(500)),
        "big": row + "".join(f"{'x'*9000}\tB\ta{n}@x.example\n" for n in range(500)),
        "quote": row + '"' + "x" * 4_000_000,
        "parens": "(" * 2_000_000 + "\n",
        "blank": "\n" * 4_000_000,
        "tabs": "\t" * 4_000_000,
    }.items():
        t = time.time(); r = client.post(base, {"text": text}); print(label, r.status_code, len(r.content), round(time.time() - t, 2))


def test_foreign(event_team, client):
    one = make_event(event_team, is_open=True); two = make_event(event_team, slug="two", is_open=True)
    s = make_session(two)
    g = register(one, 1); o = register(two, 2)
    r = client.post(f"/en/registrations/{g.token}/sessions/", {"sessions": [str(s.pk)]}); print("foreign session", r.status_code, SessionPlace.objects.count())
    make_meeting_setup(one); make_meeting_setup(two); wish(g); wish(o)
    print("foreign meeting", client.post(f"/en/registrations/{g.token}/meetings/ask/{o.pk}/", {"time": slot(one).key, "purpose": "x"}).status_code)
    d2 = make_delegation(two)
    as_team = sign_in(Client(), event_team)
    r = as_team.post("/admin/events/mailing/add/", {"event": one.pk, "kind": "reminder", "audience": "all", "delegation": d2.pk, "subject_de": "a", "subject_en": "b", "text_de": "x", "text_en": "y"})
    print("mailing foreign delegation", r.status_code, [(m.delegation.event_id == m.event_id) for m in Mailing.objects.all()])
    # auditor
    aud = sign_in(Client(), make_person("auditor@duesseldorf.example", roles=["auditor"]))
    make_letter_setup(one); l = ask_letter(g)
    before = snap()
    for p in (f"/admin/events/delegate/{g.pk}/{v}/" for v in ("approve", "wait", "reject", "cancel")):
        print(aud.post(p).status_code, end=" ")
    for v in ("approve", "decline", "withdraw", "passport"):
        print(aud.post(f"/admin/events/invitationletter/{l.pk}/{v}/", {"note": "x"}).status_code, end=" ")
    for p in ("event/add/", f"event/{one.pk}/change/", f"delegation/{d2.pk}/change/", f"delegation/{d2.pk}/link/", f"delegation/{d2.pk}/withdraw/", f"event/{one.pk}/copy/"):
        print(aud.post("/admin/events/" + p, {"title_de": "x"}).status_code, end=" ")
    print(aud.post("/admin/events/delegate/", {"action": "approve_several", "_selected_action": [str(g.pk)]}).status_code, aud.post("/admin/events/delegate/", {"action": "badges", "_selected_action": [str(g.pk)]}).status_code)
    for k in ("hotel", "catering", "badges", "answers"):
        print(k, aud.get(f"/admin/events/event/{one.pk}/lists/{k}.csv").status_code, end=" ")
    after = snap(); print("changed", [t for t in after if after[t] != before[t]])
    boss = sign_in(Client(), make_person("admin@duesseldorf.example", is_superuser=True)) if True else None
    for p in (f"delegate/", f"delegate/{g.pk}/change/", f"delegate/export/csv/", f"invitationletter/{l.pk}/passport/", f"event/{one.pk}/lists/catering.csv", f"event/{one.pk}/lists/hotel.csv", "meeting/", "feedback/"):
        print("super", p[:20], boss.get("/admin/events/" + p).status_code)
    print("super door", boss.get(f"/checkin/{one.slug}/").status_code, boss.get(f"/checkin/{one.slug}/list.json").status_code)


def test_formula(event_team):
    event = make_event(event_team, is_open=True)
    for n, name in enumerate(["=cmd|' /C calc'!A0", "\t=1+1", "＝1+1", "@SUM(1)", "+1", "-1", "%0a=1", "\u200b=1+1", "\ufeff=1", "a\u2028=1", "\xa0=1"]):
        actions.register(event=event, people=[someone(n, given_names=name)], by=None)
    t = sign_in(Client(), event_team)
    for p in ("/admin/events/delegate/export/csv/", f"/admin/events/event/{event.pk}/lists/badges.csv"):
        r = t.get(p); print(r.status_code); print(ascii(b"".join(r.streaming_content).decode()))
