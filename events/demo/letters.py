"""Invitation letters and needs of the demonstration. The passport numbers are made up, like the people."""

from datetime import date

from corridor import demo
from corridor.accounts.demo import person
from events import actions
from events.choices import Costs, Lodging
from events.demo.events import EVENT_TEAM, FTF
from events.models import Event

# How many ask for a letter, and how many of those are approved; the last one that is answered gets none.
ASKED, APPROVED = 6, 3
DIETS = ["vegetarian", "", "Jain, no root vegetables", "", "no nuts (allergy)"]


@demo.story
def letters():
    yield demo.moment("2024-07-03 10:30")
    fest, team = Event.objects.get(slug=FTF), person(EVENT_TEAM)
    actions.set_up_letters(
        event=fest,
        by=team,
        prefix="FTF-2024",
        sender="Landeshauptstadt Düsseldorf, Wirtschaftsförderung",
        address="International Business Service\nDemonstrationsallee 1\n40213 Düsseldorf",
        place="Düsseldorf",
        purpose_de="Die Reise dient der Teilnahme am Future Tech Fest 2024 auf dem Areal Böhler und Gesprächen mit "
        "Unternehmen in Düsseldorf. Grundlage ist die Vereinbarung zum Innovation Corridor Karnataka–Düsseldorf vom "
        "15. Februar 2023.",
        purpose_en="The journey is for taking part in Future Tech Fest 2024 at Areal Böhler and for talks with "
        "companies in Düsseldorf. It rests on the agreement on the Karnataka–Düsseldorf Innovation Corridor of "
        "15 February 2023.",
        signatory=team,
        signatory_line="Veranstaltungen und Delegationen",
        signatory_line_en="Events and delegations",
    )
    yield demo.moment("2024-07-17 09:10")
    guests = list(fest.delegates.coming().filter(delegation__country="IN")[:ASKED])
    asked = [
        actions.ask_letter(
            delegate=guest,
            by=None,
            link=guest.link,
            entry_on=date(2024, 8, 26),
            exit_on=date(2024, 8, 30),
            function=guest.job_title,
            costs=[Costs.EMPLOYER, Costs.SELF][number % 2],
            lodging=Lodging.HOST if number % 3 else Lodging.SELF,
            lodging_address="",
            passport={
                "number": f"X000000{number}" if number % 2 else "",
                "born_on": date(1985, 1, 1 + number) if number % 2 else None,
                "expires_on": None,
            },
        )
        for number, guest in enumerate(guests)
    ]
    for guest, diet in zip(guests, DIETS, strict=False):
        actions.save_needs(
            delegate=guest, diet=diet, access="", consent=bool(diet), by=None, link=guest.link
        )
    yield demo.moment("2024-07-18 14:20")
    for letter in asked[:APPROVED]:
        actions.approve_letter(letter=letter, by=team)
    actions.decline_letter(
        letter=asked[APPROVED], note="Please enter your function first.", by=team
    )
