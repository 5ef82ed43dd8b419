"""Declarations on conflicts of interest in the demonstration: before a first step, and one conflict."""

from corridor import demo
from corridor.accounts.demo import person
from startups.demo import startup_of
from welcome import actions
from welcome.demo.packages import DUESSELDORF_2024
from welcome.models import Case


def declare(case, *people):
    """Whoever is about to work on a case has opened it."""
    for each in people:
        if not case.is_open_to(each):
            actions.declare_no_conflict(case=case, by=each)


@demo.story
def bilvacells():
    """A member of the City's staff knows a founder, and leaves the case to her colleague."""
    yield demo.moment("2024-07-11 08:20")
    cases = Case.objects.filter(package__slug=DUESSELDORF_2024)
    actions.declare_conflict(
        case=cases.get(startup=startup_of("bilvacells")),
        note="Ich habe das Unternehmen vor meiner Zeit bei der Stadt beraten.",
        by=person("officer2@duesseldorf.example"),
    )
