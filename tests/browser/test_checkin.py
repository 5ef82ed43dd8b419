"""The door without network: people are checked in on the phone, and once there is network the portal knows it all."""

import pytest
from django.urls import reverse

from events import actions, tickets
from events.choices import Outcome
from events.models import CheckIn
from tests.events.factories import make_event, register, team_of
from tests.people import make_person

# A camera that sees what the test holds before it.
CAMERA = """
window.BarcodeDetector = class { async detect() { return window.seen ? [{ rawValue: window.seen }] : []; } };
navigator.mediaDevices.getUserMedia = async () => {
  const canvas = document.createElement("canvas");
  canvas.getContext("2d").fillRect(0, 0, 9, 9);
  return canvas.captureStream();
};
"""
CUT_OFF = ["net::ERR_INTERNET_DISCONNECTED", "Failed to load resource"]


@pytest.fixture
def fest(transactional_db, set_clock):
    event = make_event(is_open=True, places=5)
    for number in range(1, 4):
        register(event, number)
    set_clock(event.starts_at.date())
    return event


def ticket(event, number):
    return tickets.in_groups(tickets.code_of(event.delegates.get(given_names=f"Person {number}")))


class Phone:
    """A phone of the event team at the door of an event, with the list on it."""

    def __init__(self, window, event):
        self.window, self.page = window, window.page
        window.expected_errors += CUT_OFF
        window.goto(reverse("checkin", args=[event.slug]))
        self.page.wait_for_selector("#checkin[data-ready]")
        self.page.evaluate("navigator.serviceWorker.ready.then(() => null)")

    def network(self, on):
        self.window.context.set_offline(not on)

    def type(self, text):
        self.page.fill("[name=said]", text)
        self.page.press("[name=said]", "Enter")

    def reads(self, text, where="#checkin"):
        self.page.locator(where, has_text=text).wait_for()


def test_the_door_works_without_network_and_sends_everything_later(open_browser, fest):
    phone = Phone(open_browser(team_of(), width=360), fest)
    phone.reads("The list of 3 people is on this phone")

    phone.network(False)
    phone.page.reload()
    phone.page.wait_for_selector("#checkin[data-ready]")
    phone.reads("No network.")
    phone.type(ticket(fest, 1))
    phone.reads("Person 1", "#card .success")
    phone.type("person 2")
    phone.page.click("#found button")
    phone.reads("Person 2", "#card .success")
    phone.type(ticket(fest, 1))
    phone.reads("on this phone")
    phone.reads("3 scans wait to be sent")
    phone.window.check()
    assert not CheckIn.objects.exists()

    phone.network(True)
    phone.reads("Already checked in at 12:00 by Eva Events")
    phone.reads("In: 2 of 3", "#numbers")
    valid = CheckIn.objects.valid().values_list("delegate__given_names", flat=True)
    assert sorted(valid) == ["Person 1", "Person 2"]
    assert CheckIn.objects.filter(outcome=Outcome.AGAIN).count() == 1

    phone.page.click("#sign-out button")
    phone.page.wait_for_url("**/en/")
    kept = phone.page.evaluate(
        "Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])"
    )
    assert kept == [[], [], []]


def test_a_name_typed_before_the_loss_is_noticed_stays_on_the_page(open_browser, fest):
    phone = Phone(open_browser(team_of(), width=360), fest)
    phone.reads("Connected.")
    phone.type("Somebody Else")
    phone.reads("Nobody of this event is called that")
    phone.page.wait_for_selector("#checkin[data-ready]")
    phone.network(False)
    phone.type("Somebody Else")
    phone.reads("Nobody on this phone’s list is called that", "#card .error")
    phone.reads("No network.")
    phone.type("person 2")
    phone.page.click("#found button")
    phone.reads("Person 2", "#card .success")


def test_two_phones_without_network_make_one_check_in_and_a_note(open_browser, fest):
    second_person = make_person("west@duesseldorf.example", name="Wim West", roles=["event_team"])
    phones = [Phone(open_browser(who, width=360), fest) for who in (team_of(), second_person)]
    code = ticket(fest, 1)
    for phone, gate in zip(phones, ("East", "West"), strict=True):
        phone.page.fill("[name=gate]", gate)
        phone.page.press("[name=gate]", "Enter")
        phone.page.wait_for_selector(f"#checkin[data-gate={gate}][data-ready]")
        phone.network(False)
        phone.type(code)
        phone.reads("Person 1", "#card .success")
    assert not CheckIn.objects.exists()

    first, second = phones
    second.network(True)  # the later scan arrives before the earlier one
    second.reads("In: 1 of 3", "#numbers")
    first.network(True)
    first.reads("In: 1 of 3", "#numbers")

    found = CheckIn.objects.filter(delegate__given_names="Person 1").order_by("at")
    said = [(scan.outcome, scan.gate, scan.by.name) for scan in found]
    assert said == [(Outcome.IN, "East", "Eva Events"), (Outcome.AGAIN, "West", "Wim West")]


def test_the_camera_reads_a_ticket_once_and_the_phone_keeps_no_needs(open_browser, fest):
    person = fest.delegates.get(given_names="Person 1")
    said = {"diet": "Vegan", "access": "", "consent": True}
    actions.save_needs(delegate=person, by=None, link=1, **said)
    window = open_browser(team_of(), width=360, scheme="dark")
    window.page.add_init_script(CAMERA)
    phone = Phone(window, fest)
    over = {"event": "last-year", "until": 1, "people": [["0", "Somebody of last year", ""]]}
    phone.page.evaluate("list => checkinStore.put('lists', list)", over)
    phone.page.reload()
    phone.page.wait_for_selector("#checkin[data-ready]")

    phone.page.click("#camera")
    phone.page.evaluate("code => { window.seen = code; }", tickets.code_of(person))
    phone.reads("Vegan", "#card .success")
    phone.page.wait_for_timeout(500)  # it is still before the camera
    phone.window.check()

    assert CheckIn.objects.get().delegate == person
    kept = phone.page.evaluate(
        "Promise.all([checkinStore.all('lists'), checkinStore.all('scans')]).then(JSON.stringify)"
    )
    assert "Person 1" in kept
    for secret in ("Vegan", "last year", person.email, tickets.code_of(person), person.pk.hex):
        assert secret not in kept
