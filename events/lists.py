"""Lists to hand on: for the hotel, the caterer and the printer of badges. Each has the columns its reader needs."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from events.models import Delegate, Event


@dataclass(frozen=True)
class HandedOn:
    """One list: its name, who may take it, its columns, and which of the confirmed people are on it."""

    name: str
    roles: tuple
    columns: list[tuple[str, Callable[[Delegate], object]]]
    rows: Callable
    asks: bool = False


def everybody(people):
    return people


def with_needs(people):
    return people.filter(needs__isnull=False).select_related("needs")


def with_answers(people):
    return people.prefetch_related("answers__question")


LISTS = {
    "hotel": HandedOn(
        _("Hotel list"),
        (Role.EVENT_TEAM, Role.AUDITOR),
        [
            (_("given names"), lambda d: d.given_names),
            (_("surname"), lambda d: d.surname),
            (_("delegation"), lambda d: d.delegation or ""),
            (_("arrives on"), lambda d: d.arrives_on or group(d, "arrives_on")),
            (_("departs on"), lambda d: d.departs_on or group(d, "departs_on")),
            (_("where they stay"), lambda d: d.hotel),
        ],
        everybody,
    ),
    "catering": HandedOn(
        _("Food and access"),
        (Role.EVENT_TEAM,),
        [
            (_("Name in the passport"), lambda d: d.name),
            (_("name on the badge"), lambda d: d.shown_name),
            (_("food and drink"), lambda d: d.needs.diet),
            (_("access"), lambda d: d.needs.access),
        ],
        with_needs,
    ),
    "badges": HandedOn(
        _("Badges"),
        (Role.EVENT_TEAM, Role.AUDITOR),
        [
            (_("name on the badge"), lambda d: d.shown_name),
            (_("Name in the passport"), lambda d: d.name),
            (_("function"), lambda d: d.job_title),
            (_("organisation"), lambda d: d.organisation),
            (_("delegation"), lambda d: d.delegation or ""),
        ],
        everybody,
    ),
    "answers": HandedOn(
        _("Answers"),
        (Role.EVENT_TEAM,),
        [
            (_("given names"), lambda d: d.given_names),
            (_("surname"), lambda d: d.surname),
            (_("delegation"), lambda d: d.delegation or ""),
        ],
        with_answers,
        asks=True,
    ),
}


def group(delegate, name):
    """The day of the delegation, for whoever gave none of their own."""
    return getattr(delegate.delegation, name, None) or ""


def open_to(user) -> dict[str, HandedOn]:
    """The lists that somebody may take."""
    return {key: each for key, each in LISTS.items() if user.has_role(*each.roles)}


def people_of(event: Event, handed_on: HandedOn):
    """The confirmed people of an event that a list names."""
    people = event.delegates.coming().select_related("delegation")
    return handed_on.rows(people).order_by("surname", "given_names", "id")


def table(event: Event, handed_on: HandedOn):
    """The names of the columns, then a row for each person."""
    columns = handed_on.columns
    if handed_on.asks:
        columns = [*columns, *map(answered, event.questions.all())]
    yield [str(name) for name, _value in columns]
    for person in people_of(event, handed_on):
        yield [value(person) for _name, value in columns]


def answered(question):
    """A column with the answers to a question."""

    def value(person):
        said = next((one for one in person.answers.all() if one.question_id == question.pk), None)
        return said.in_words() if said else ""

    return getattr(question, f"label_{get_language()}"), value
