"""What the page of a case shows, in the order of reading."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from corridor import clock
from corridor.accounts.models import User
from corridor.admin import time_left
from corridor.documents.views import SHOWN_INLINE
from welcome import aid
from welcome.admin import awaited, company, court, requests, reviews, sanctions, verbs
from welcome.admin.timeline import timeline
from welcome.checklist import items_of
from welcome.choices import WITH_AUTHORITY, CaseState, StaffRole
from welcome.deadlines import aid_counts_after
from welcome.looks import others_at
from welcome.models import Award, Case, CaseEvent, Decision, Settlement
from welcome.profiles import profile_rows
from welcome.readings import stamp
from welcome.stages import STOPS, stops_of
from welcome.summary import document_rows, summary_of

# Sections that have a place of their own on the page. What was asked of other authorities is not this one's matter.
ELSEWHERE = {"packages", "documents", "aid"}

# As staff see the way of a case: the decision inside is a stop of its own.
STAFF_STOPS = (
    *STOPS[:2],
    (_lazy("Substantive review"), {CaseState.REVIEW, CaseState.WAITING_LIST}),
    (_lazy("Decision"), {CaseState.PROPOSED, CaseState.SIGNED}),
    (
        _lazy("Notice"),
        {CaseState.RELEASED, CaseState.NOTIFIED, CaseState.IN_COURT, CaseState.HEARD},
    ),
)
ENDS = {CaseState.FINAL, CaseState.CLOSED, CaseState.DECLINED, CaseState.LAPSED}


def context(case: Case, user: User) -> dict:
    as_read = stamp(case)  # first of all: whatever comes later is not known to the reader
    delivery = verbs.latest_delivery(case)
    possible, items = verbs.possible(case, user, delivery), items_of(case)
    return {
        "case": case,
        "as_read": as_read,
        # For whoever could change something at the same time, so not for the auditor.
        "others": others_at(case, user) if user.has_role(*StaffRole) else [],
        "due": due_words(case),
        "overdue": is_overdue(case),
        "missed_on": delivery.closes_on if verbs.can_provide_again(case, delivery) else None,
        "verbs": verbs.by_findings(possible, items)
        if case.state == CaseState.CHECKING
        else possible,
        "waits_for": awaited.waits_for(case, user, delivery),
        "findings": [item for item in items if item.mark],
        "decisions": (decisions := decisions_of(case)),
        "returned": returned(case),
        "way": way(case),
        "stops": timeline(case, user),
        **application(case),
        **requests.context(case),
        **reviews.context(case, user),
        "reply_form": (reply := reply_form(case, user)),
        # Both are for officers as long as the case runs.
        "may_assign": reply is not None,
        "may_declare": user.has_role(*StaffRole),
        "may_record_repayment": any(each.is_reclaiming for each in decisions)
        and not verbs.obstacle(case, verbs.VERBS["record_repayment"], user),
        **award_facts(case),
        **court.context(case, released=any(each.released_at for each in decisions)),
        **sanctions.context(case),
        **company.context(case, user),
    }


def award_facts(case: Case) -> dict:
    """What has become of the award; nothing before it is final."""
    award = Award.objects.filter(case=case).first()
    if award is None:
        return {"award": None}
    return {
        "award": award,
        "award_items": award.items.with_taken().select_related("granted"),
        "wishes": award.redemptions.select_related("item__granted", "answered_by"),
        "proofs": award.proofs.all(),
        "settlement": Settlement.objects.filter(award=award).first(),
    }


def application(case: Case) -> dict:
    """What was applied for, as far as it is this authority's matter."""
    return {
        "sections": [
            part
            for part in summary_of(case.revision, reader=case.authority)
            if part["slug"] not in ELSEWHERE
        ],
        "documents": document_rows(case.revision, case.authority),
        "shown_beside": SHOWN_INLINE,
        "profile": profile_rows(case.revision),
        "aid": aid_facts(case) if case.authority.issues_acts else None,
    }


def reply_form(case: Case, user: User) -> requests.ReplyForm | None:
    """To write to the applicant, for whoever may."""
    if verbs.obstacle(case, verbs.VERBS["write_to_applicant"], user):
        return None
    return requests.ReplyForm(case=case)


def returned(case: Case) -> CaseEvent | None:
    """How the latest proposal came back, as long as nothing new is proposed; None otherwise."""
    if case.state not in (CaseState.REVIEW, CaseState.HEARD):
        return None
    back = ("return_proposal", "reopen")
    events = case.events.filter(verb__in=[*back, "release", "hear"])
    latest = events.select_related("by").order_by("pk").last()
    return latest if latest and latest.verb in back else None


def due_words(case: Case) -> str:
    """How long the authority has, in words; empty while it does not owe the next step."""
    if case.state not in WITH_AUTHORITY:
        return ""
    return time_left(case.due_on)


def decisions_of(case: Case) -> list[Decision]:
    """Every decision of the case with who made it, the latest first."""
    return list(
        case.decisions.select_related(
            "proposed_by",
            "signed_by",
            "released_by",
            "notice",
            "revision",
            "revocation",
            "certificate__document",
            "register_entry__by",
        )
        .prefetch_related("items", "deliveries__retrieved_by", "revocation__repayments__by")
        .order_by("-proposed_at")
    )


def way(case: Case) -> list[dict]:
    """The stops from the submission to the end, the next ones included."""
    last = (_("Final"), ENDS) if case.authority.issues_acts else (_("Closed"), {CaseState.CLOSED})
    found = stops_of(case, (*STAFF_STOPS, last))
    return [{**stop, "when": stop["when"] and day(stop["when"])} for stop in found]


def day(at) -> date:
    return at.astimezone(clock.BERLIN).date()


def aid_facts(case: Case) -> dict:
    entries = aid.ledger(case)
    counted = aid.total(entries)
    return {
        "entries": entries,
        "total": counted,
        "ceiling": aid.CEILING,
        "left": aid.CEILING - counted,
        "since": aid_counts_after(clock.today()) + timedelta(days=1),
    }


def is_overdue(case: Case) -> bool:
    return case.state in WITH_AUTHORITY and case.due_on < clock.today()
