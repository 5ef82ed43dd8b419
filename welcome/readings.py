"""What a person knew of a case when they opened a page of it, and what others have changed since."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from corridor import clock
from corridor.accounts.models import User
from corridor.changes import differences, history_of, metadata, relations
from welcome import checklist
from welcome.models import Case, CaseEvent, CheckMark, Message, SanctionsCheck
from welcome.stages import title_of

# A stamp has the latest id of each of these, in this order; what it lacks is what happened later.
LOGS = (
    ("events", CaseEvent, "case"),
    ("messages", Message, "case"),
    ("checks", SanctionsCheck, "case"),
    ("marks", history_of(CheckMark), "case"),
    ("fields", history_of(Case), "pgh_obj"),
)
STAMP = re.compile(r"\d{1,18}(\.\d{1,18}){4}")
LONGEST = 300  # characters of a message


@dataclass(frozen=True)
class Change:
    """One thing that happened: a step, a message, a mark of the checklist; None as `by` is the portal."""

    at: datetime
    title: str
    by: User | None
    note: str = ""

    def __str__(self):
        moment = date_format(self.at.astimezone(clock.BERLIN), "DATETIME_FORMAT")
        return f"{self.title} ({self.by or _('The portal')}, {moment})"


def stamp(case: Case) -> str:
    """How far the case has come, for the forms of a page."""
    latest = [
        Subquery(model.objects.filter(**{link: OuterRef("pk")}).order_by("-pk").values("pk")[:1])
        for _name, model, link in LOGS
    ]
    found = Case.objects.filter(pk=case.pk).values_list(*latest).get()
    return ".".join(str(number or 0) for number in found)


@dataclass(frozen=True)
class Reading:
    """That a person read a case, as far as `stamp` says."""

    stamp: str
    by: User

    @classmethod
    def of(cls, text: str, by: User) -> "Reading | None":
        """The reading that a form carries; None where it carries none that can be understood."""
        return cls(text, by) if STAMP.fullmatch(text) else None

    @property
    def seen(self) -> dict[str, int]:
        return dict(
            zip([name for name, *_log in LOGS], map(int, self.stamp.split(".")), strict=True)
        )

    def changes(self, case: Case) -> list[Change]:
        """What others have done since, the oldest first; what the reader did is known to them."""
        if stamp(case) == self.stamp:
            return []
        found = [*self.steps(case), *self.messages(case), *self.checks(case), *self.marks(case)]
        return sorted((each for each in found if each.by != self.by), key=lambda each: each.at)

    def steps(self, case):
        events = case.events.filter(pk__gt=self.seen["events"]).select_related("by")
        return [Change(event.at, title_of(event), event.by, event.note) for event in events]

    def messages(self, case):
        rows = case.messages.filter(pk__gt=self.seen["messages"]).select_related("by")
        return [
            Change(row.sent_at, title_of_message(row), row.by, Truncator(row.text).chars(LONGEST))
            for row in rows
        ]

    def checks(self, case):
        rows = case.sanctions_checks.filter(pk__gt=self.seen["checks"]).select_related("by")
        title = _("Sanctions lists looked up")
        return [
            Change(row.at, title, row.by, f"{row.get_result_display()}, {row.list_name}")
            for row in rows
        ]

    def marks(self, case):
        """What the completeness check says by now, item by item."""
        rows = history_of(CheckMark).objects.filter(case=case, pgh_id__gt=self.seen["marks"])
        latest = {row.item: row for row in rows.select_related("pgh_context").order_by("pgh_id")}
        if not latest:
            return []
        titles = {item.name: item.title for item in checklist.items_of(case)}
        people = authors(latest.values())
        return [
            Change(
                row.marked_at,
                f"{titles.get(item, item)}: {mark_words(row)}",
                people.get(metadata(row).get("by")),
                "" if row.pgh_label == "delete" else row.note,
            )
            for item, row in latest.items()
        ]

    def fields(self, case: Case) -> list[tuple[str, str, str]]:
        """The fields of the case that are different by now: name, before, after."""
        rows = case.history.prefetch_related(*relations(history_of(Case)))
        before = rows.filter(pgh_id=self.seen["fields"]).first()
        return differences(before, rows.order_by("pgh_id").last()) if before else []


def title_of_message(message):
    if message.from_authority:
        return _("Message to the start-up")
    return _("Message of the start-up")


def mark_words(row):
    return _("Not looked at yet") if row.pgh_label == "delete" else row.get_state_display()


def authors(rows) -> dict[str, User]:
    """People by the id that the history keeps."""
    ids = {metadata(row).get("by") for row in rows}
    return {str(pk): user for pk, user in User.objects.in_bulk([UUID(i) for i in ids if i]).items()}
