import pytest
from django.urls import reverse
from events import actions, tickets
from events.models import CheckIn
from tests.browser.test_checkin import Phone, fest, ticket
from tests.events.factories import *
MOCK = """
window.BarcodeDetector = class { async detect() { return window.seen ? [{rawValue: window.seen}] : []; } };
navigator.mediaDevices.getUserMedia = async () => { const c = document.createElement('canvas'); c.width=320;c.height=240; c.getContext('2d').fillRect(0,0,320,240); return c.captureStream(); };
"""
def test_look(open_browser, fest, set_clock):
    team = team_of()
    set_clock(fest.registration_opens_on)
    dl = make_delegation(fest, organisation="Karnataka Digital Economy Mission", places=2)
    for n in ("ಕೆಂಪೇಗೌಡ", "Venkataraman Subramanian Krishnamurthy"):
        d = make_delegate(fest, dl, given_names=n, organisation="Kaverion EdgeNet")
    one = actions.complete(delegate=d, by=None, link=1)
    actions.save_needs(delegate=d, by=None, link=1, diet="Vegetarisch, keine Nüsse", access="Rollstuhl, bitte Platz am Gang", consent=True)
    set_clock(fest.starts_at.date())
    team.language = "de"; team.save()
    w = open_browser(team, width=360, scheme="dark")
    w.page.add_init_script(MOCK)
    phone = Phone(w, fest)
    p = w.page
    p.fill("[name=gate]", "Eingang Ost"); p.click("form.keep button"); p.wait_for_selector("#checkin[data-ready]")
    p.click("#camera"); p.wait_for_selector("#picture:not([hidden])")
    p.evaluate(f"window.seen = '{tickets.code_of(d)}'")
    p.wait_for_selector("#card .success form")
    p.wait_for_timeout(1500)
    w.check(); p.screenshot(path="/tmp/shots/day_cam.png", full_page=True)
    assert CheckIn.objects.count() == 1, CheckIn.objects.count()
    p.evaluate("window.seen = ''"); p.click("#camera")
    phone.type("person"); p.wait_for_selector("#found button")
    w.check(); p.screenshot(path="/tmp/shots/day_found.png", full_page=True)
    phone.type("ಕೆಂಪೇಗೌಡ"); p.wait_for_load_state(); p.wait_for_selector("#found li")
    w.check(); p.screenshot(path="/tmp/shots/day_server.png", full_page=True)
    p.wait_for_selector("#checkin[data-ready]")
    phone.type(tickets.code_of(d)); p.wait_for_selector("#card .warning form")
    p.click("#card form button"); p.wait_for_selector("text=ist nicht mehr eingecheckt")
    p.wait_for_selector("#checkin[data-ready]")
    assert not CheckIn.objects.valid().exists()
    phone.type(tickets.code_of(d)); p.wait_for_selector("#card .success form")
    plain = open_browser(team, width=1280, javascript=False)
    plain.goto(reverse("checkin", args=[fest.slug]))
    plain.page.fill("[name=said]", tickets.in_groups(tickets.code_of(d))); plain.page.press("[name=said]", "Enter")
    plain.page.wait_for_selector("#card .warning")
    plain.page.screenshot(path="/tmp/shots/day_plain.png", full_page=True)
