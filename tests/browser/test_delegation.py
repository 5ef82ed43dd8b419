"""A head of delegation's day, on a phone and by keyboard: from the link in the mail to the last swap."""

import re
from datetime import date

from django.core import mail

from events.choices import DelegateState
from tests.browser.hands import Keys
from tests.events.factories import make_delegation, make_event

LIST = "Vorname;Nachname;E-Mail\nS. R.;Venkataraman;sr@kaverion.example\nGopalakrishnan;;gopal@\n"


def link_to(address):
    letter = next(message for message in mail.outbox if address in message.to)
    return re.search(r"/en/delegations/\S+", letter.body).group()


def test_head_fills_the_list_by_keyboard(open_browser):
    delegation = make_delegation(make_event(), organisation="KDEM", places=3, accepted=False)
    head = Keys(open_browser(width=360))
    head.goto(link_to("head@kdem.example"))
    head.fill(arrives_on=date(2024, 8, 26))
    head.submit()
    assert "You have accepted." in head.page.inner_text("body")

    head.follow("/people/import/")
    head.fill(text=LIST)
    head.submit()
    assert "1 row is not right yet. Nothing is saved." in head.text()
    assert not delegation.delegates.exists()
    head.fill(text=LIST.replace("gopal@", "gopal@kaverion.example"))
    head.submit()
    assert "2 rows were read and are right." in head.text()
    head.submit()
    head.submit("form[action$='/links/'] button")
    assert "2 people get mail with their private links." in head.page.inner_text("body")

    head.submit("main tbody th a")
    head.follow("/swap/")
    head.fill(given_names="Meera", surname="Nagarajan", email="meera@kaverion.example")
    head.submit()
    people = delegation.delegates.values_list("given_names", "surname", "state")
    assert list(people) == [
        ("S. R.", "Venkataraman", DelegateState.CANCELLED),
        ("Gopalakrishnan", "", DelegateState.INVITED),
        ("Meera", "Nagarajan", DelegateState.INVITED),
    ]
