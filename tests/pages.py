"""The pages that tests walk: those of the sitemap, and every address of the access table for who may see it.

So a new page is walked as soon as it stands in the table of `tests/corridor/test_access.py`, where it must.
"""

from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree

from django.conf import settings
from django.utils.translation import override

from corridor.accounts.models import User
from tests.corridor.test_access import rows
from tests.corridor.world import make_world
from tests.factories import make_startup

LANGUAGES = ("de", "en")
# Each address is walked by the first of these who sees it.
PEOPLE = (
    "public",
    "founder",
    "officer",
    "signatory",
    "event_team",
    "editor",
    "auditor",
    "superuser",
)
# Seen by everybody, and different for who is signed in.
FOR_ALL = ("home", "startups", "package")
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
# What else strangers meet: nothing found, something wrong.
STRANGERS = ["startups/?q=nobody", "startups/?q=&sector=medtech&page=2", "no-such-page/"]
ERRORS = [f"broken/{status}/" for status in ("400", "403", "csrf", "404", "429", "500", "503")]


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
    User.objects.update(language=language)
    for person in filter(None, world.people.values()):
        person.refresh_from_db()
    return world


def pages_of(world, person, language):
    """The addresses of the access table that this person is the first to see, without those that are only posted."""
    with override(language):
        return unique(row.address(world) for row in rows() if walks(row, person))


def walks(row, person):
    seen_by = [each for each in PEOPLE if row.expected(each) == "ok"]
    return person in seen_by and (person == seen_by[0] or row.route in FOR_ALL)


def pages_of_sitemap(client, language):
    """The paths that the sitemap names in one language."""
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    places = [place.text.removeprefix(settings.BASE_URL) for place in root.iter(LOCATION)]
    return [place for place in places if place.startswith((f"/{language}/", "/kn/"))]


def unique(things):
    return list(dict.fromkeys(things))


def own_path(target, page):
    """The path that a link on a page leads to, without its fragment; nothing for other hosts and mail."""
    address = urldefrag(urljoin(f"{settings.BASE_URL}{page}", target)).url
    return address.removeprefix(settings.BASE_URL) if address.startswith(settings.BASE_URL) else ""
