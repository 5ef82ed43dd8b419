"""Whom a case waits for: one table for the start page and for the filter of the list."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from corridor import clock
from startups.models import Startup
from welcome.choices import WITH_AUTHORITY, CaseState, DeliveryWay, StaffRole
from welcome.models import Authority, Case, CaseEvent, Decision, Delivery, Extension, Message
from welcome.stages import RESUMED

S = CaseState

# From here the case officer takes the next step.
OFFICERS = {S.CHECKING, S.REVIEW, S.SIGNED, S.HEARD}


def with_role(user, role) -> Q:
    """Cases that a person may work on in a role: of their authorities, and not of their own start-up."""
    ours = Q(package__authority__in=Authority.objects.of(user, role))
    return ours & ~Q(startup__in=Startup.objects.of(user))


def for_me(user) -> Q:
    """The next step is mine as the case officer; one is a notice that was not retrieved, or posted without proof."""
    mine = Q(officer=user) & with_role(user, StaffRole.OFFICER)
    undelivered = unretrieved(open_still=False) | without_receipt()
    return mine & (Q(state__in=OFFICERS) | Q(state=S.RELEASED) & undelivered)


def for_my_signature(user) -> Q:
    """Proposed, and not by this person: four eyes."""
    own = Decision.objects.filter(
        case=OuterRef("pk"), ended_at=None, released_at=None, proposed_by=user
    )
    return Q(state=S.PROPOSED) & with_role(user, StaffRole.SIGNATORY) & ~Exists(own)


def without_officer(user) -> Q:
    """Nobody has taken it yet, and this person could."""
    return Q(state=S.SUBMITTED, officer=None) & with_role(user, StaffRole.OFFICER)


def in_my_care(user) -> Q:
    """Mine as the case officer, or nobody's yet."""
    return (Q(officer=user) | Q(officer=None)) & with_role(user, StaffRole.OFFICER)


def with_message(user) -> Q:
    """The applicant has written, and nobody has answered or put it aside."""
    return in_my_care(user) & Q(pk__in=Message.objects.waiting().values("case"))


def with_extension(user) -> Q:
    """The applicant has asked for more time."""
    return in_my_care(user) & Q(pk__in=Extension.objects.waiting().values("request__case"))


def with_answer(user) -> Q:
    """A request was answered, and nothing has happened on the case since."""
    later = CaseEvent.objects.filter(case=OuterRef("case"), pk__gt=OuterRef("pk"))
    back = CaseEvent.objects.filter(
        ~Exists(later), case=OuterRef("pk"), verb__in=RESUMED, by__isnull=False
    )
    return in_my_care(user) & Q(state__in=[S.CHECKING, S.REVIEW]) & Exists(back)


def for_applicant(user) -> Q:
    """The applicant answers, or retrieves the notice."""
    return Q(state=S.INFORMATION_REQUESTED) | Q(state=S.RELEASED) & unretrieved(open_still=True)


def unretrieved(*, open_still) -> Exists:
    """A notice that nobody retrieved yet; whether they still can, its latest provision tells."""
    today = clock.today()
    found = latest_deliveries().filter(retrieved_at=None)
    return Exists(found.filter(**{"closes_on__gte" if open_still else "closes_on__lt": today}))


def without_receipt() -> Exists:
    """Posted abroad, and nobody has proven yet that it arrived."""
    return Exists(latest_deliveries().filter(way=DeliveryWay.ABROAD, received_on=None))


def latest_deliveries():
    """The latest delivery of each decision, for a case that is named outside."""
    later = Delivery.objects.filter(decision=OuterRef("decision"), pk__gt=OuterRef("pk"))
    return Delivery.objects.filter(~Exists(later), decision__case=OuterRef("pk"))


# Name in the address → what the filter says, the condition, and the role that it is meant for.
WAITING = {
    "me": (_("me"), for_me, StaffRole.OFFICER),
    "my_signature": (_("my signature"), for_my_signature, StaffRole.SIGNATORY),
    "nobody": (_("a case officer"), without_officer, StaffRole.OFFICER),
    "message": (_("an answer to a message"), with_message, StaffRole.OFFICER),
    "extension": (_("an answer about more time"), with_extension, StaffRole.OFFICER),
    "answer": (_("a look at an answer"), with_answer, StaffRole.OFFICER),
    "signature": (_("a signature"), lambda user: Q(state=S.PROPOSED), None),
    "release": (_("its release"), lambda user: Q(state=S.SIGNED), None),
    "applicant": (_("the applicant"), for_applicant, None),
}
CONDITIONS = {name: condition for name, (_label, condition, _role) in WAITING.items()}


@dataclass(frozen=True)
class Number:
    count: int
    due: date | None


def numbers(cases: QuerySet[Case], **conditions: Q) -> dict[str, Number]:
    """For each condition how many cases meet it, and the earliest day by which one is due; one query for all."""
    running = Q(state__in=sorted(WITH_AUTHORITY))
    wanted = {f"{name}_count": Count("pk", filter=meets) for name, meets in conditions.items()}
    wanted |= {
        f"{name}_due": Min("due_on", filter=meets & running) for name, meets in conditions.items()
    }
    found = cases.aggregate(**wanted)
    return {name: Number(found[f"{name}_count"], found[f"{name}_due"]) for name in conditions}
