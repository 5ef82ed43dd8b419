"""Whom a case waits for: one table for the start page and for the filter of the list."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case as Switch
from django.db.models import Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.lookups import In
from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.pages import MOST_COUNTED
from startups.models import Startup
from welcome.choices import RESUMED, WITH_AUTHORITY, CaseState, DeliveryWay, StaffRole
from welcome.models import (
    Authority,
    AuthorityMember,
    Case,
    CaseEvent,
    Decision,
    Extension,
    Message,
)

S = CaseState

SOON = timedelta(days=14)
# From here the case officer takes the next step.
OFFICERS = {S.SUBMITTED, S.CHECKING, S.REVIEW, S.SIGNED, S.HEARD}


def with_role(user, role) -> Q:
    """Cases that a person may work on in a role: of their authorities, and not of their own start-up."""
    ours = Q(package__authority__in=Authority.objects.of(user, role))
    return ours & ~Q(startup__in=Startup.objects.of(user))


def for_me(user) -> Q:
    """The next step is mine as the case officer; one is a notice that has not arrived: to be posted, or unproven."""
    return Q(officer=user) & with_role(user, StaffRole.OFFICER) & officers_step()


def officers_step() -> Q:
    undelivered = In(notice(), ["missed", "unproven", "unposted"])
    return Q(state__in=OFFICERS) | Q(state=S.RELEASED) & Q(undelivered)


def for_me_as_deputy(user) -> Q:
    """Whatever waits for colleagues who are away and whom this person stands in for, as an officer too."""
    theirs = Q(pk__in=[])
    # By name: mostly nobody is away, and the planner can't know that.
    for away in AuthorityMember.objects.stood_in_for(user, StaffRole.OFFICER, clock.today()):
        theirs |= Q(officer=away.user_id, package__authority=away.authority_id)
    asked = Q(pk__in=Message.objects.waiting().values("case"))
    asked |= Q(pk__in=Extension.objects.waiting().values("request__case"))
    return theirs & with_role(user, StaffRole.OFFICER) & (officers_step() | asked)


def for_my_signature(user) -> Q:
    """Proposed, and not by this person: four eyes."""
    own = Decision.objects.filter(
        case=OuterRef("pk"), ended_at=None, released_at=None, proposed_by=user
    )
    return Q(state=S.PROPOSED) & with_role(user, StaffRole.SIGNATORY) & ~Exists(own)


def without_officer(user) -> Q:
    """Nobody has taken it yet, or somebody handed it back, and this person could."""
    return Q(state__in=sorted(WITH_AUTHORITY), officer=None) & with_role(user, StaffRole.OFFICER)


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
    answers = CaseEvent.objects.filter(verb__in=RESUMED, by__isnull=False)
    # Who is new on the case has not looked either.
    latest = CaseEvent.objects.filter(case=OuterRef("pk")).exclude(verb="assign").order_by("-pk")
    by_applicant = latest.values_list(Switch(When(by__isnull=False, then="verb")))
    back = Q(pk__in=answers.values("case")) & Q(In(Subquery(by_applicant[:1]), sorted(RESUMED)))
    return in_my_care(user) & Q(state__in=[S.CHECKING, S.REVIEW]) & back


def for_applicant(user) -> Q:
    """The applicant answers, or retrieves the notice."""
    return Q(state=S.INFORMATION_REQUESTED) | Q(state=S.RELEASED) & Q(In(notice(), ["open"]))


def notice() -> Subquery:
    """Where the latest notice of a case is, in one word.

    One value that is looked up by indexes for each released case: for an `EXISTS` the planner reads all deliveries.
    """
    today = clock.today()
    place = Switch(
        When(deliveries=None, then=Value("unposted")),
        # Posted abroad, and nobody has proven yet that it arrived.
        When(
            deliveries__way=DeliveryWay.ABROAD, deliveries__received_on=None, then=Value("unproven")
        ),
        When(deliveries__retrieved_at__isnull=False, then=Value("retrieved")),
        When(deliveries__closes_on__lt=today, then=Value("missed")),
        When(deliveries__closes_on__gte=today, then=Value("open")),
        default=Value("posted"),
    )
    released = Decision.objects.filter(case=OuterRef("pk"), released_at__isnull=False)
    latest = released.order_by("-released_at", "-deliveries__pk")
    return Subquery(latest.values(place=place)[:1])


def overdue() -> Q:
    """The authority owes the next step, and its day is over."""
    return Q(state__in=sorted(WITH_AUTHORITY), due_on__lt=clock.today())


def due_soon() -> Q:
    """The authority's next step is due today or within two weeks."""
    today = clock.today()
    soon = (today, today + SOON)
    return Q(state__in=sorted(WITH_AUTHORITY), due_on__range=soon)


DUE = {"overdue": overdue, "soon": due_soon}

# Name in the address → what the filter says, the condition, and the role that it is meant for.
WAITING = {
    "me": (_("me"), for_me, StaffRole.OFFICER),
    "deputy": (_("me as deputy"), for_me_as_deputy, StaffRole.OFFICER),
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
    """How many cases meet a condition, up to `MOST_COUNTED` and one, and the first day by which one is due."""

    count: int
    due: date | None

    @property
    def words(self):
        more = self.count > MOST_COUNTED
        return _("more than %s") % number_format(MOST_COUNTED) if more else self.count

    def said(self, sentence) -> str:
        """The lazy sentence in its form for the number, with "more than 1,000" where nobody counted further."""
        said = str(sentence % {"count": self.count})
        return capfirst(said.replace(str(self.count), str(self.words), 1))


def numbers(cases: QuerySet[Case], **conditions: Q) -> dict[str, Number]:
    """For each condition how many cases meet it and when the first is due; one query for all.

    Each of them is looked up by itself and no further than a list counts, so that each can use an index: one count of
    everything would read every case of the authority.
    """
    names = list(conditions)
    rows = [
        cases.filter(conditions[name])
        .order_by("due_on")
        .values_list(Value(place, IntegerField()), "state", "due_on")[: MOST_COUNTED + 1]
        for place, name in enumerate(names)
    ]
    counts, due = Counter(), {}
    for place, state, day in rows[0].union(*rows[1:], all=True) if rows else ():
        counts[place] += 1
        if state in WITH_AUTHORITY:
            due[place] = min(day, due.get(place, day))
    return {name: Number(counts[place], due.get(place)) for place, name in enumerate(names)}
