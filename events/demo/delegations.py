"""Delegations of the demonstration and their people; none of these exists."""

from datetime import date

from corridor import demo
from corridor.accounts.demo import person
from events import actions
from events.demo.events import EVENT_TEAM, FTF, SUMMIT
from events.models import Delegation, Event
from startups.models import Startup

KDEM = "Karnataka Digital Economy Mission"
# Given names, surname, organisation, function. Some have one name alone, some have initials before it.
KARNATAKA = [
    ("Padmapriya", "", "KDEM", "Head of delegation"),
    ("S. Raghavendra", "Hegde", "KDEM", "International relations"),
    ("Kavitha", "Gowda", "Kaverion EdgeNet", "Founder"),
    ("R. Manjunath", "", "Hampitron Robotics", "Chief technology officer"),
    ("Anjali", "Deshpande", "Nandilytics 5G", "Co-founder"),
    ("Mohammed Irfan", "Shariff", "Sahyascan", "Regulatory affairs"),
    ("Lakshmi", "Narasimhan", "Tungavira Diagnostics", "Founder"),
    ("Deepa", "Bhat", "Malnadex Bio", "Chief scientific officer"),
    ("C. M. Kushalappa", "", "Coorgenza", "Founder"),
    ("Vinay", "Kulkarni", "Deccanhydro", "Founder"),
    ("Nagaveni", "", "Sharavolt Storage", "Chief executive"),
    ("Joseph", "D’Souza", "Sharavolt Storage", "Cell engineer"),
    ("Sowmya", "Shetty", "Kaverion EdgeNet", "Sales"),
    ("Praveen Kumar", "B. N.", "Hampitron Robotics", "Product"),
    ("Zainab", "Khan", "Sahyascan", "Clinical research"),
    ("Girish", "Patil", "Deccanhydro", "Electrolysis engineer"),
    ("Shruthi", "Rao", "Nandilytics 5G", "Data engineer"),
    ("H. N. Basavaraj", "", "KITS", "Start-up programmes"),
    ("Meenakshi", "Iyer", "KITS", "Events"),
    ("Thimmaiah", "", "Coorgenza", "Quality"),
    ("Rohini", "Kamath", "Tungavira Diagnostics", "Operations"),
    ("Arjun", "Nayak", "Malnadex Bio", "Business development"),
    ("Fathima", "Beevi", "KDEM", "Press"),
    ("Suresh", "M.", "Sharavolt Storage", "Finance"),
]
# So many have registered; some are confirmed, the last ones have only been put on the list.
REGISTERED = 17
# Those of the others whose address nobody knows yet.
WITHOUT_ADDRESS = {19, 23}
DUESSELDORF = [
    ("Annika", "Brüggemann", "Rheinfaktur", "Founder"),
    ("Tariq", "El-Sayed", "Pempelwerk", "Co-founder"),
    ("Jonas", "Vößing", "digihub Düsseldorf/Rheinland", "Programmes"),
    ("Mareike", "Thönnissen", "Startup Unit", "Head of delegation"),
]


def address(number, given_names, organisation):
    """A fictional address: a first word of the name at a domain of the organisation's initials."""
    word = "".join(sign for sign in given_names.lower() if sign.isascii() and sign.isalpha())
    domain = "".join(sign for sign in organisation.lower() if sign.isascii() and sign.isalnum())
    return f"{word}{number}@{domain}.example"


def entry(number, given_names, surname, organisation, function, **fields):
    """One person of a list, as a head enters them."""
    return {
        "given_names": given_names,
        "surname": surname,
        "organisation": organisation,
        "job_title": function,
        "email": address(number, given_names, organisation),
        **fields,
    }


@demo.story
def karnataka():
    yield demo.moment("2024-07-02 15:00")
    fest, team = Event.objects.get(slug=FTF), person(EVENT_TEAM)
    delegation = actions.invite_delegation(
        event=fest,
        by=team,
        organisation=KDEM,
        country="IN",
        head_name="Padmapriya",
        head_email="head@kdem.example",
        deputy_name="S. Raghavendra Hegde",
        deputy_email="deputy@kdem.example",
        places=40,
    )
    actions.invite_delegation(
        event=fest,
        by=team,
        organisation="Hubballi Innovation Circle",
        country="IN",
        head_name="V. Kalyani",
        head_email="head@hubballi-circle.example",
        places=12,
    )
    yield demo.moment("2024-07-04 08:15")
    head = person("head@kdem.example")
    actions.accept_delegation(
        delegation=delegation, by=head, arrives_on=date(2024, 8, 26), departs_on=date(2024, 8, 30)
    )
    people = [
        entry(number, *row, email="") if number in WITHOUT_ADDRESS else entry(number, *row)
        for number, row in enumerate(KARNATAKA)
    ]
    listed = actions.add_people(delegation=delegation, people=people, by=head)
    yield demo.moment("2024-07-04 08:40")
    actions.mail_links(delegation=delegation, delegates=listed, by=head)
    sessions = list(fest.sessions.order_by("starts_at", "title_en"))
    for number, invited in enumerate(listed[:REGISTERED]):
        yield demo.moment(f"2024-07-{5 + number // 2:02} {9 + number % 2:02}:20")
        delegate = actions.complete(
            delegate=invited,
            by=None,
            link=invited.link,
            phone="0221 4710-000",
            nationality="IN",
            startup=Startup.objects.filter(name=invited.organisation).first(),
        )
        chosen = [session for session in sessions if session.places][number % 3 : number % 3 + 1]
        actions.choose_sessions(delegate=delegate, sessions=chosen, by=None, link=delegate.link)
    yield demo.moment("2024-07-16 12:05")
    actions.ask_for_places(
        delegation=delegation,
        places=44,
        because="Four founders of the ELEVATE programme would like to join.",
        by=head,
    )


@demo.story
def visitors():
    """People who come without a delegation, two of them together."""
    yield demo.moment("2024-07-08 19:30")
    fest = Event.objects.get(slug=FTF)
    actions.register(
        event=fest,
        by=None,
        people=[
            {
                "given_names": "Elif",
                "surname": "Yılmaz",
                "email": "elif@rheinfaktur.example",
                "language": "de",
            },
            {
                "given_names": "Björn",
                "surname": "Grüßner",
                "email": "bjoern@rheinfaktur.example",
                "language": "de",
            },
        ],
    )
    yield demo.moment("2024-07-12 07:10")
    actions.register(
        event=fest,
        by=None,
        people=[{"given_names": "Chandrashekhar", "email": "chandrashekhar@mysuru-lab.example"}],
    )


@demo.story
def summit():
    """A delegation the other way."""
    yield demo.moment("2023-08-14 10:00")
    event, team = Event.objects.get(slug=SUMMIT), person(EVENT_TEAM)
    delegation = actions.invite_delegation(
        event=event,
        by=team,
        organisation="Startup Unit Düsseldorf",
        country="DE",
        language="de",
        head_name="Mareike Thönnissen",
        head_email="head@startup-unit.example",
        places=10,
    )
    yield demo.moment("2023-08-16 11:00")
    link = Delegation.objects.get(pk=delegation.pk).head_link
    delegation = actions.accept_delegation(
        delegation=delegation,
        by=None,
        link=link,
        arrives_on=date(2023, 11, 27),
        departs_on=date(2023, 12, 2),
    )
    people = [entry(number, *row, language="de") for number, row in enumerate(DUESSELDORF)]
    for delegate in actions.add_people(delegation=delegation, people=people, by=None, link=link):
        actions.complete(delegate=delegate, by=None, link=delegate.link)
