"""The pages that tests walk: those of the sitemap, and every address of the access table for who may see it.

So a new page is walked as soon as it stands in the table of `tests/corridor/test_access.py`, where it must.
"""

from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from corridor.accounts.models import User
from tests.corridor.test_access import rows
from tests.corridor.world import make_world
from tests.factories import make_application, make_case, make_package, make_startup
from welcome.choices import CaseState
from welcome.sections import own_slug

LANGUAGES = ("de", "en")
# Who walks; one group is one test.
GROUPS = [
    ["public"],
    ["founder"],
    ["officer", "signatory", "event_team"],
    ["editor", "auditor", "superuser"],
]
# Each address is walked by the first of these who sees it.
PEOPLE = [person for group in GROUPS for person in group]
# Seen by everybody, and different for who is signed in.
FOR_ALL = ("home", "startups", "package")
FORMS = {
    "public": [
        "account_login",
        "account_signup",
        "account_reset_password",
        "report_barrier",
        "status",
    ],
    "founder": ["startup_new", "account_profile", "account_email", "account_change_password"],
    "event_team": ["admin:events_event_add"],
    "editor": [f"admin:startups_{name}_add" for name in ("partner", "opening")],
    "superuser": ["admin:accounts_user_add", "admin:welcome_package_add"],
}
FORMS_OF_DRAFT = ["application_packages", "application_aid", "application_documents"]
FORMS_OF_ANSWER = ["case_extension", "answer_check"]
PROFILE = ("name", "market", "words")
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
# What else strangers meet: nothing found, something wrong. The answers come from `tests/broken_urls.py`.
NOTHING_FOUND = ["startups/?q=nobody", "startups/?q=&sector=medtech&page=2", "verify/?code=none"]
# The check before an application, with answers and with one that makes no sense.
CHECKED = [
    "welcome/check/?origin=karnataka&sector=medtech&founded_on=2022-01-01&settles=unsure",
    "welcome/check/?origin=duesseldorf&sector=other&founded_on=&settles=no",
    "welcome/check/?origin=nowhere",
]
ANSWERS = ("400", "403", "csrf", "404", "429", "500", "503")
ERRORS = ["no-such-page/", *(f"broken/{answer}/" for answer in ANSWERS)]


def make_pages(language):
    """One of everything, words that no line holds, and people who read this language."""
    world = make_world()
    world.long = make_startup(
        published=True,
        name=LONG,
        legal_name=LONG,
        city=LONG[:80],
        one_liner_de=LONG,
        one_liner_en=LONG,
    )
    world.blank = make_application(make_startup(world.founder), [world.package], complete=False)
    world.review, world.final = (
        make_case(state, package=make_package(world.authority), startup=make_startup(world.founder))
        for state in (CaseState.REVIEW, CaseState.FINAL)
    )
    User.objects.update(language=language)
    for person in filter(None, world.people.values()):
        person.refresh_from_db()
    return world


def pages_of(world, person, language):
    """The addresses that this person walks: of the sitemap, of the access table, and of other states than those."""
    with override(language):
        found = [row.address(world) for row in rows() if walks(row, person)]
        found += [reverse(name, args=args) for name, args in other_states(world, person)]
        if person == "founder":
            found.append(f"{reverse('introduction_new')}?startup={world.published.slug}")
    if person == "public":
        more = [f"/{language}/{path}" for path in [*NOTHING_FOUND, *CHECKED, *ERRORS]]
        found = [*pages_of_sitemap(language), *found, *more]
    return unique(found)


def other_states(world, person):
    """Pages of objects in another state than the table's."""
    if person == "founder":
        sections = ("team", "plan", own_slug(world.draft.packages.get()))
        return [
            *(("case", [case.reference]) for case in (world.review, world.final)),
            *(("application_section", [world.draft.pk, slug]) for slug in sections),
        ]
    if person == "officer":
        pages = ("propose", "change")
        return [(f"admin:welcome_case_{page}", [world.review.pk]) for page in pages]
    return []


def forms_of(world, person, language):
    """Forms that come back with errors when they are sent empty."""
    forms = [(name, []) for name in FORMS.get(person, [])]
    if person == "public":
        forms += [("register", [world.fest.slug]), ("join", [world.delegation.open_token])]
        forms += [("register_form", [world.fest.slug, world.mailed_token])]
        forms += [("registration_change", [world.confirmed.token])]
        head = world.delegation.head_token
        forms += [(f"delegation_{page}", [head]) for page in ("add", "import", "places")]
    if person == "event_team":
        forms += [("checkin", [world.fest.slug])]
    if person == "founder":
        forms += [(name, [world.blank.pk]) for name in FORMS_OF_DRAFT]
        forms += [("startup_people", [world.employer.slug])]
        forms += [("startup_section", [world.startup.slug, part]) for part in PROFILE]
        forms += [("opening_new", [world.employer.slug]), ("opening_edit", [world.opening.pk])]
        forms += [("application_document_replace", [world.draft.pk, world.attachment.pk])]
        found = world.usable.reference
        forms += [("benefit_ask", [found, world.item.pk]), ("settlement", [found])]
        forms += [(name, [world.unanswered.reference]) for name in FORMS_OF_ANSWER]
    if person == "officer":
        forms += [("admin:welcome_redemption_refuse", [world.wish.pk])]
        verbs = ("propose", "request_information", "enter_letter")
        forms += [(f"admin:welcome_case_{verb}", [world.review.pk]) for verb in verbs]
    with override(language):
        return [reverse(name, args=args) for name, args in forms]


def walks(row, person):
    seen_by = [each for each in PEOPLE if row.expected(each) == "ok"]
    return person in seen_by and (person == seen_by[0] or row.route in FOR_ALL)


def pages_of_sitemap(language):
    """The paths that the sitemap names in one language."""
    root = ElementTree.fromstring(Client().get("/sitemap.xml").content)
    places = [place.text.removeprefix(settings.BASE_URL) for place in root.iter(LOCATION)]
    return [place for place in places if place.startswith((f"/{language}/", "/kn/"))]


def unique(things):
    return list(dict.fromkeys(things))


def own_path(target, page):
    """The path that a link on a page leads to, without its fragment; nothing for other hosts and mail."""
    address = urldefrag(urljoin(f"{settings.BASE_URL}{page}", target)).url
    return address.removeprefix(settings.BASE_URL) if address.startswith(settings.BASE_URL) else ""
