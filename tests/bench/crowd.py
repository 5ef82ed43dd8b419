"""Start-ups by the thousand, the same in every run, without the people behind them."""

import random
from datetime import date, timedelta
from uuid import UUID

import pgtrigger
from django.db import connection
from django.utils.text import slugify

from corridor import clock
from startups.choices import Origin, ProfileState, Sector
from startups.demo import words
from startups.demo.crowd import facets, sentences
from startups.models import Startup

BATCH = 2_000


def fill_up(total):
    """Write start-ups until there are `total`, and tell the planner."""
    first = Startup.objects.count()
    with pgtrigger.ignore("startups.Startup:startup_begins_as_draft"):
        for start in range(first, total, BATCH):
            stop = min(start + BATCH, total)
            Startup.objects.bulk_create([invent(number) for number in range(start, stop)])
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE startups_startup")


def invent(number):
    chance = random.Random(number)
    origin, sector = chance.choice(list(Origin)), chance.choice(list(Sector))
    start = chance.choice(words.FIRST[origin]) + chance.choice(words.SECOND[origin])
    name = f"{start} {chance.choice(words.LAST[sector])} {number}"
    published = date(2023, 3, 1) + timedelta(days=chance.randrange(480))
    return Startup(
        id=UUID(int=chance.getrandbits(128)),
        slug=slugify(name),
        name=name,
        legal_name=f"{name} Private Limited",
        origin=origin,
        sector=sector,
        city=chance.choice(words.CITIES[origin]),
        founded_on=date(chance.randint(2013, 2022), 1, 1),
        created_at=clock.now(),
        state=ProfileState.PUBLISHED,
        published_on=published,
        confirmed_on=published,
        team_size="6-10",
        **{name: value for name, value in facets(chance).items() if name != "team_size"},
        **sentences(chance, sector),
    )
