"""Who grants in the demonstration: three authorities and the people who work for them."""

from corridor import demo
from corridor.accounts.demo import ADMIN, person
from welcome import actions
from welcome.choices import Law, StaffRole

CITY, STATE, KDEM = "duesseldorf", "nrw-global-business", "kdem"

COURT_DE = (
    "Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Klage beim Verwaltungsgericht Düsseldorf, "
    "Bastionstraße 39, 40213 Düsseldorf, erhoben werden."
)
COURT_EN = (
    "An action against this decision may be brought before the Administrative Court (Verwaltungsgericht) of "
    "Düsseldorf, Bastionstraße 39, 40213 Düsseldorf, within one month of notification."
)

AUTHORITIES = [
    {
        "slug": CITY,
        "name": "Landeshauptstadt Düsseldorf",
        "prefix": "DUS",
        "law": Law.NRW,
        "address": "Wirtschaftsförderung\nMusterallee 1\n40210 Düsseldorf",
        "place": "Düsseldorf",
        "email": "welcome@duesseldorf.example",
        "phone": "+49 221 4710-100",
        "website": "https://www.duesseldorf.example/",
        "signatory_line_de": "Im Auftrag",
        "signatory_line_en": "By order",
        "remedy_de": COURT_DE,
        "remedy_en": COURT_EN,
    },
    {
        "slug": STATE,
        "name": "NRW.Global Business GmbH",
        "prefix": "NRW",
        "law": Law.NRW,
        "address": "Startup Welcome Package\nMusterufer 20\n40221 Düsseldorf",
        "place": "Düsseldorf",
        "email": "startups@nrw.example",
        "phone": "+49 221 4710-200",
        "website": "https://www.nrw.example/",
        "signatory_line_de": "Für die Bewilligungsstelle",
        "signatory_line_en": "For the granting authority",
        "remedy_de": COURT_DE,
        "remedy_en": COURT_EN,
    },
    {
        "slug": KDEM,
        "name": "Karnataka Digital Economy Mission",
        "prefix": "KDEM",
        "law": Law.NONE,
        "address": "Soft Landing Desk\n1 Sample Road\nBengaluru 560001\nIndia",
        "place": "Bengaluru",
        "email": "softlanding@kdem.example",
        "website": "https://www.kdem.example/",
        "signatory_line_de": "Für die Karnataka Digital Economy Mission",
        "signatory_line_en": "For the Karnataka Digital Economy Mission",
    },
]

MEMBERS = {
    CITY: {
        "officer@duesseldorf.example": StaffRole.OFFICER,
        "officer2@duesseldorf.example": StaffRole.OFFICER,
        "signatory@duesseldorf.example": StaffRole.SIGNATORY,
        "signatory2@duesseldorf.example": StaffRole.SIGNATORY,
    },
    STATE: {
        "officer@nrw.example": StaffRole.OFFICER,
        "signatory@nrw.example": StaffRole.SIGNATORY,
    },
    KDEM: {
        "officer@kdem.example": StaffRole.OFFICER,
        "signatory@kdem.example": StaffRole.SIGNATORY,
    },
}


@demo.story
def authorities():
    yield demo.moment("2023-02-20 11:00")
    for fields in AUTHORITIES:
        authority = actions.create_authority(**fields, by=person(ADMIN))
        for email, role in MEMBERS[authority.slug].items():
            actions.set_member(
                authority=authority, user=person(email), roles=[role], by=person(ADMIN)
            )


def staff(authority: str, role: StaffRole) -> list[str]:
    """The addresses of an authority's people in one role, the first one first."""
    return [email for email, held in MEMBERS[authority].items() if held == role]
