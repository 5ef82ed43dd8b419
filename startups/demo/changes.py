"""Changes of public profiles that wait for an editor, or were decided."""

from dataclasses import dataclass

from corridor import demo
from corridor.accounts.demo import person
from startups import actions
from startups.demo.partners import EDITOR
from startups.demo.profiles import startup_of


@dataclass(frozen=True)
class Change:
    """Of a start-up, by its key; `decided` says when an editor had an answer, `note` that it was no."""

    of: str
    proposed: str
    fields: dict
    decided: str = ""
    note: str = ""


CHANGES = [
    Change("deccanhydro", "2024-07-18 12:20", {"name": "Deccanhydro Systems"}),
    Change("bilkmed", "2024-07-19 09:15", {"registrations": {"lei": "549300DEMO00DUSKA053"}}),
    Change(
        "agumbe-breath",
        "2024-05-06 10:10",
        {"name": "German Indian Breath Institute"},
        decided="2024-05-07 14:30",
        note="Please choose a name that does not sound like a public body.",
    ),
]


@demo.story_of_each(CHANGES)
def change(row: Change):
    yield demo.moment(row.proposed)
    startup, founder = startup_of(row.of), person(f"founder@{row.of}.example")
    actions.change_startup(startup=startup, by=founder, **row.fields)
    if row.decided:
        yield demo.moment(row.decided)
        waiting = startup.changes.waiting().get()
        actions.decline_change(change=waiting, note=row.note, by=person(EDITOR))
