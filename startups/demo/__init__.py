"""The start-ups of the demonstration; none of them exists."""

from datetime import date, timedelta

from corridor import demo
from corridor.accounts.demo import join, person
from startups import actions, logos
from startups.choices import ProfileState
from startups.demo import (  # noqa: F401
    changes,
    confirmations,
    crowd,
    duesseldorf,
    introductions,
    karnataka,
    openings,
    partners,
    people,
    projects,
)
from startups.demo.marks import logo
from startups.demo.profiles import Profile, startup_of  # noqa: F401
from startups.models import Startup

PROFILES = [*karnataka.PROFILES, *duesseldorf.PROFILES]
EDITOR = "editor@duesseldorf.example"
HIDDEN_ON = "2024-06-04 09:30"


@demo.story_of_each(PROFILES)
def profile(row: Profile):
    """From the first draft to the directory, or as far as this one came."""
    yield demo.moment(row.created)
    founder = join(row.email, name=row.founder, language=row.language)
    startup = create(row, founder)
    if row.state == ProfileState.DRAFT:
        return
    yield demo.moment(row.created) + timedelta(hours=1)
    actions.submit_profile(startup=startup, by=founder)
    if row.state == ProfileState.IN_REVIEW:
        return
    yield demo.moment(row.reviewed)
    review(row, startup)
    if row.state == ProfileState.HIDDEN:
        yield demo.moment(HIDDEN_ON)
        actions.hide_profile(startup=startup, note=row.note, by=person(EDITOR))


def create(row, founder) -> Startup:
    return actions.create_startup(
        by=founder,
        registrations=row.numbers,
        origin=row.origin,
        website=row.website,
        logo=logos.keep(logo(*row.mark)) if row.mark else "",
        **{**row.texts, "founded_on": date.fromisoformat(row.texts["founded_on"])},
    )


def review(row, startup):
    editor = person(EDITOR)
    if row.state == ProfileState.RETURNED:
        actions.return_profile(startup=startup, note=row.note, by=editor)
        return
    for registration in startup.registrations.filter(kind__in=row.checked):
        actions.check_registration(registration=registration, by=editor)
    actions.publish_profile(startup=startup, by=editor)
