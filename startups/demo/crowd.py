"""A large directory: start-ups put together by chance, the same in every run, written in bulk."""

from datetime import date, datetime, timedelta

import pgtrigger
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError

from corridor import demo
from corridor.accounts.choices import Language
from corridor.accounts.demo import password_hash, person
from corridor.accounts.models import User
from corridor.folding import address_stem
from startups.choices import (
    MemberRole,
    Offering,
    Origin,
    ProfileState,
    RegistrationKind,
    Sector,
    Seeking,
    Stage,
    TeamSize,
    Theme,
)
from startups.demo import words
from startups.demo.numbers import german, gstin, indian
from startups.models import Membership, Registration, Startup
from startups.registry_numbers import normalise

DOMAIN = "@crowd.example"
EDITOR = "editor@duesseldorf.example"
# Three of four come from Karnataka; nearly all profiles are public.
ORIGINS = [Origin.KARNATAKA, Origin.KARNATAKA, Origin.KARNATAKA, Origin.DUESSELDORF]
STATES = [ProfileState.PUBLISHED] * 92 + [
    *[ProfileState.DRAFT] * 3,
    *[ProfileState.IN_REVIEW] * 2,
    *[ProfileState.RETURNED] * 2,
    ProfileState.HIDDEN,
]
NOTES = {
    ProfileState.RETURNED: "Please say for whom you make it.",
    ProfileState.HIDDEN: "At your own request.",
}
FIRST_DAY = datetime(2023, 3, 1, 8, tzinfo=demo.BEGINNING.tzinfo)
# Behind the numbers of the start-ups that have a story.
FIRST_NUMBER = 1000
BATCH = 1000


@demo.crowd("startups")
def fill_up(total: int) -> int:
    """Invent start-ups until there are `total`, drafts and hidden ones included."""
    missing = max(0, total - Startup.objects.count())
    first = User.objects.filter(email__endswith=DOMAIN).count()
    taken = set(Startup.objects.values_list("slug", flat=True))
    write([invent(index, taken) for index in range(first, first + missing)])
    return missing


def invent(index: int, taken: set) -> tuple[Startup, User]:
    """One start-up and its founder; its address is added to those taken."""
    chance = demo.chance("startup", index)
    origin, sector = chance.choice(ORIGINS), chance.choice(Sector.values)
    name, slug = free_name(chance, origin, sector, taken)
    founder = invent_founder(chance, index, origin)
    created = FIRST_DAY + timedelta(hours=chance.randrange(24 * 480))
    state = chance.choice(STATES)
    startup = Startup(
        id=demo.uuid(chance),
        slug=slug,
        name=name,
        legal_name=f"{name} {'Private Limited' if origin == Origin.KARNATAKA else 'GmbH'}",
        origin=origin,
        sector=sector,
        city=chance.choice(words.CITIES[origin]),
        website=f"https://www.{slug}.example/",
        founded_on=date(chance.randint(2013, 2022), chance.randint(1, 12), chance.randint(1, 28)),
        created_at=created,
        state=state,
        return_note=NOTES.get(state, ""),
        published_on=publication(created, state),
        confirmed_on=confirmation(index, publication(created, state)),
        **facets(chance),
        **sentences(chance, sector),
    )
    return startup, founder


def publication(created, state):
    return (created + timedelta(days=2)).date() if state == ProfileState.PUBLISHED else None


def confirmation(index, published):
    """Within the last five months: nobody is due to be asked."""
    lately = demo.DAY - timedelta(days=demo.chance("confirmed", index).randrange(1, 150))
    return published and max(published, lately)


def free_name(chance, origin, sector, taken):
    while True:
        start = chance.choice(words.FIRST[origin]) + chance.choice(words.SECOND[origin])
        name = f"{start} {chance.choice(words.LAST[sector])}"
        slug = address_stem(name)
        if slug not in taken:
            taken.add(slug)
            return name, slug


def invent_founder(chance, index, origin):
    names = chance.choice(words.GIVEN_NAMES[origin]), chance.choice(words.SURNAMES[origin])
    return User(
        id=demo.uuid(chance),
        email=f"founder{index}{DOMAIN}",
        name=" ".join(names),
        language=Language.EN if origin == Origin.KARNATAKA else Language.DE,
        password=password_hash(),
    )


def facets(chance) -> dict:
    return {
        "stage": chance.choice(Stage.values),
        "team_size": chance.choice(TeamSize.values),
        "themes": sorted(chance.sample(Theme.values, chance.randint(0, 2))),
        "seeking": sorted(chance.sample(Seeking.values, chance.randint(1, 2))),
        "offering": sorted(chance.sample(Offering.values, chance.randint(0, 2))),
    }


def sentences(chance, sector) -> dict:
    """What it makes, for whom; one in ten says it in one language only."""
    product, user = chance.choice(words.PRODUCTS[sector]), chance.choice(words.USERS)
    effect, number = chance.choice(words.EFFECTS), chance.randint(3, 60)
    spoken = chance.choice([("de",), ("en",), *[("de", "en")] * 18])
    found = {}
    for place, language in enumerate(("de", "en")):
        if language in spoken:
            found[f"one_liner_{language}"] = f"{product[place]} {user[place]}."
            found[f"description_{language}"] = effect[place].format(number=number)
    return found


def write(invented):
    startups = [startup for startup, _founder in invented]
    founders = [founder for _startup, founder in invented]
    User.objects.bulk_create(founders, batch_size=BATCH)
    addresses = (
        EmailAddress(user=user, email=user.email, primary=True, verified=True) for user in founders
    )
    EmailAddress.objects.bulk_create(addresses, batch_size=BATCH)
    with pgtrigger.ignore("startups.Startup:startup_begins_as_draft"):
        Startup.objects.bulk_create(startups, batch_size=BATCH)
    Membership.objects.bulk_create(map(membership, startups, founders), batch_size=BATCH)
    editor = person(EDITOR)
    registrations = [
        row for startup, founder in invented for row in numbers_of(startup, founder, editor)
    ]
    Registration.objects.bulk_create(registrations, batch_size=BATCH)


def membership(startup, founder):
    return Membership(
        startup=startup, user=founder, role=MemberRole.OWNER, since=startup.created_at
    )


def numbers_of(startup, founder, editor) -> list[Registration]:
    """The numbers in their registers; those of published profiles were found there by the editor."""
    number = int(founder.email.removeprefix("founder").removesuffix(DOMAIN))
    abroad = startup.origin == Origin.KARNATAKA
    numbers = indian_crowd(startup, number) if abroad else german(FIRST_NUMBER + number)
    checked = (
        {"checked_on": startup.published_on, "checked_by": editor} if startup.is_published else {}
    )
    return [
        Registration(startup=startup, kind=kind, value=value, **checked)
        for kind, value in numbers.items()
    ]


def indian_crowd(startup, number):
    series = f"ZY{chr(ord('A') + number // 10_000)}"
    initial = startup.name[0]
    numbers = indian(startup.founded_on.year, FIRST_NUMBER + number, initial)
    return numbers | {RegistrationKind.GSTIN: gstin(initial, number % 10_000, series)}


@demo.check
def problems():
    """What may not be in the directory after bulk writing; every other rule is a constraint of the database."""
    for registration in Registration.objects.select_related("startup"):
        if not is_well_written(registration):
            yield f"{registration.startup}: {registration} is not written as it should be"
    for startup in Startup.objects.filter(memberships=None):
        yield f"{startup} has no owner"
    for startup in Startup.objects.published().filter(confirmed_on=None):
        yield f"{startup} is published without anybody having confirmed it"


def is_well_written(registration) -> bool:
    try:
        return normalise(registration.kind, registration.value) == registration.value
    except ValidationError:
        return False
