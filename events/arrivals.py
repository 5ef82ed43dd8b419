"""What the event team reads at the door: who is in, who is expected, whom they have before them."""

from dataclasses import dataclass, field

from django.db.models import Count, Prefetch, Q, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext as _

from corridor.documents.actions import log_bundle
from corridor.folding import Fold
from corridor.templatetags.corridor import day_in_words
from events.choices import DelegateState, Outcome
from events.entrance import ticket_hash
from events.models import CheckIn, Delegate, Event, Needs

MOST_FOUND = 20
MOST_WORDS = 6
SPACE = Value(" ")
IS_IN = Q(check_ins__outcome=Outcome.IN, check_ins__undone_at=None)


@dataclass(frozen=True)
class Numbers:
    """How many have come, of how many: in all, and by delegation."""

    rows: list = field(default_factory=list)

    @property
    def there(self):
        return sum(row["there"] for row in self.rows)

    @property
    def expected(self):
        return sum(row["expected"] for row in self.rows)


def numbers(event: Event) -> Numbers:
    coming = Delegate.objects.filter(event=event).coming().order_by("delegation__organisation")
    rows = coming.values("delegation__organisation").annotate(
        expected=Count("pk", distinct=True), there=Count("pk", filter=IS_IN, distinct=True)
    )
    return Numbers(list(rows))


def phone_list(event: Event) -> list[list[str]]:
    """All that a phone keeps of people: hash of the ticket, name, delegation."""
    coming = Delegate.objects.filter(event=event).coming().select_related("delegation")
    return [
        [ticket_hash(delegate.pk), delegate.both_names, str(delegate.delegation or "")]
        for delegate in coming.order_by("given_names", "surname", "pk")
    ]


def found(event: Event, words: str) -> list[Delegate]:
    """People by parts of their names or organisation, those with a place first."""
    people = Delegate.objects.filter(event=event).annotate(
        words=Fold(
            Concat(
                *("given_names", SPACE, "surname", SPACE, "badge_name", SPACE, "organisation"),
                *(SPACE, "delegation__organisation"),
            )
        ),
        comes=Q(state=DelegateState.CONFIRMED),
    )
    for word in words.split()[:MOST_WORDS]:
        people = people.filter(words__contains=Fold(Value(word)))
    valid = CheckIn.objects.valid().select_related("by")
    people = people.select_related("delegation").order_by("-comes", "given_names", "surname", "pk")
    return people.prefetch_related(Prefetch("check_ins", valid, to_attr="arrivals"))[:MOST_FOUND]


@dataclass(frozen=True)
class Card:
    """One person at the door: what the scan was, and what whoever stands there has to know."""

    delegate: Delegate
    kind: str
    title: str
    check_in: CheckIn | None = None
    needs: Needs | None = None

    @property
    def ticket(self):
        return ticket_hash(self.delegate.pk)


def card_of(scan: CheckIn, event: Event, by) -> Card:
    """What a scan came to. That somebody is shown needs is written to the log of accesses."""
    delegate = scan.delegate
    first = CheckIn.objects.valid().filter(delegate=delegate).select_related("by").first()
    if first is None:
        return Card(delegate, "warning", _("The check-in is undone"))
    kind, title = "success", _("Checked in")
    if first.pk != scan.pk:
        kind, title = "warning", already(first, event)
    return Card(delegate, kind, title, first, needs_of(delegate, by))


def needs_of(delegate, by):
    needs = Needs.objects.visible_to(by).filter(delegate=delegate).first()
    if needs:
        log_bundle(subject=delegate.pk, name=_("Needs, at check-in"), by=by)
    return needs


def already(first: CheckIn, event: Event) -> str:
    """When, where and by whom somebody was checked in."""
    said = {"when": moment(first, event), "gate": first.gate, "person": first.by.name}
    if first.gate:
        return _("Already checked in %(when)s, %(gate)s, by %(person)s") % said
    return _("Already checked in %(when)s by %(person)s") % said


def moment(check_in: CheckIn, event: Event) -> str:
    """The time at the venue; with the day, when that is not the event's first."""
    at = check_in.at.astimezone(event.timezone)
    time = {"time": at.strftime("%H:%M"), "day": day_in_words(at)}
    if at.date() == event.first_day:
        return _("at %(time)s") % time
    return _("on %(day)s at %(time)s") % time
