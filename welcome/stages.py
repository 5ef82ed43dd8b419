"""A case in the applicant's words: the stops on its line, who owes the next step, what has happened."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from corridor import clock
from welcome.apps import WelcomeConfig
from welcome.choices import RESUMED, WITH_AUTHORITY, CaseState, DecisionKind, DeliveryWay
from welcome.models import Award, Case, CaseEvent, CourtAction, Delivery
from welcome.notice_data import euros

S = CaseState

# The straight way, each stop with the states that stand at it; the applicant never learns an outcome from a stop,
# nor that something is proposed or signed: the case stays where it was (`Case.public_state`).
STOPS = (
    (_("Submitted"), {S.SUBMITTED}),
    (_("Completeness check"), {S.CHECKING, S.INFORMATION_REQUESTED}),
    (_("Substantive review"), {S.REVIEW, S.WAITING_LIST}),
    (_("Decision notice"), {S.RELEASED, S.NOTIFIED, S.IN_COURT, S.HEARD}),
    (_("Final"), {S.FINAL, S.CLOSED, S.DECLINED, S.LAPSED}),
)
LETTER_STOPS = (*STOPS[:3], (_("Letter"), {S.RELEASED, S.CLOSED}))


def stops_of(case: Case, table=None) -> list[dict]:
    """The case as stops on the line, for components/line.html; without a table those that applicants may see."""
    here = standing(case, case.state if table else case.public_state)
    table = table or (STOPS if case.authority.issues_acts else LETTER_STOPS)
    reached = {}
    for event in case.events.all():
        position = position_of(event.target, table)
        if position is not None:
            reached.setdefault(position, event.at)
    here = position_of(here, table)
    if here is None:
        return ended_stops(case, table, reached)
    return [
        {
            "title": title,
            "state": "passed" if index < here else "here" if index == here else "ahead",
            "when": reached.get(index) if index <= here else None,
        }
        for index, (title, _states) in enumerate(table)
    ]


def ended_stops(case, table, reached):
    """A withdrawn case: the stops it passed, then its end."""
    stops = [
        {"title": table[index][0], "state": "passed", "when": when}
        for index, when in sorted(reached.items())
    ]
    last = case.events.last()
    return [
        *stops,
        {"title": case.get_state_display(), "state": "here", "when": last.at if last else None},
    ]


def standing(case, state) -> str:
    """The state that a case is shown in: while something is asked, the one in which it was asked."""
    if case.revoking and case.state in (S.PROPOSED, S.SIGNED):
        return S.HEARD
    request = open_request(case)
    return request.resumes if request else state


def position_of(state, table):
    return next((index for index, (_title, states) in enumerate(table) if state in states), None)


def stop_of(case: Case) -> str:
    """The stop at which a case stands, or its state once it has left the line: less than what its page says."""
    table = STOPS if case.authority.issues_acts else LETTER_STOPS
    position = position_of(standing(case, case.public_state), table)
    return case.get_state_display() if position is None else table[position][0]


@dataclass(frozen=True)
class Owed:
    """Who owes the next step, and by when: a day, or the moment at which the time of a person in India runs out."""

    who: str
    until: date | datetime | None = None


NOBODY = Owed(_("Nobody. There is nothing to do."))


def owed(case: Case, delivery: Delivery | None = None) -> Owed:
    """Who owes the next step. It tells no outcome."""
    if hearing := open_hearing(case):
        return owed_to_hearing(hearing)
    if case.state in WITH_AUTHORITY:
        return Owed(_("The authority"), case.due_on)
    if case.state == S.WAITING_LIST:
        return Owed(_("The authority, when a place is free"))
    if request := open_request(case):
        return Owed(_("Your start-up: answer the authority"), request.last_moment)
    return owed_on_notice(case, delivery)


def owed_on_notice(case, delivery) -> Owed:
    if case.state == S.RELEASED and delivery is None:
        return Owed(_("The authority: post the notice"))
    if case.state == S.RELEASED and delivery and not delivery.retrieved_at:
        if not delivery.can_be_retrieved:
            return Owed(owed_by_authority(delivery))
        last = clock.end_of_day(delivery.closes_on)
        return Owed(_("Your start-up: retrieve the notice"), last)
    return NOBODY


def owed_with_award(case: Case, delivery: Delivery | None, award: Award | None) -> Owed:
    """Who owes the next step, for the start-up alone: with what is to be done about its award."""
    if award is None or not award.is_open or not case.is_usable:
        return owed(case, delivery)
    if award.begun_on is None:
        return Owed(
            _("Your start-up: begin to use the benefits"), clock.end_of_day(award.begins_by)
        )
    if award.live_proof is None:
        return Owed(
            _("Your start-up: send the proof of use"), clock.end_of_day(award.report_due_on)
        )
    return Owed(_("The authority: read your proof of use"))


def owed_by_authority(delivery):
    """What the authority does about a notice that nobody retrieved in time."""
    if delivery.is_missed:
        return _("The authority: provide the notice again or post it")
    if delivery.way == DeliveryWay.ABROAD and not delivery.received_on:
        return _("The authority: prove the day on which the post arrived")
    return NOBODY.who


def owed_to_hearing(hearing) -> Owed:
    """Who owes the next step until a revocation is released."""
    if hearing.can_be_answered:
        return Owed(_("Your start-up: answer the hearing"), hearing.last_moment)
    return Owed(_("The authority"))


# From the hearing to the release of a revocation; the applicant never learns whether one is proposed.
HEARING = (S.HEARD, S.PROPOSED, S.SIGNED)


def open_hearing(case):
    """The hearing as long as nothing is released on it; None otherwise."""
    if not case.revoking or case.state not in HEARING:
        return None
    hearing = case.hearings.open().select_related("stated_by").first()
    hearing.case = case
    return hearing


def open_request(case):
    """The request that the applicant has to answer; None when there is none."""
    is_asked = case.state == S.INFORMATION_REQUESTED
    return case.requests.open().select_related("case").first() if is_asked else None


# What an applicant reads of the record. A verb that is not here stays inside the authority.
SAID = {
    "submit": _("The application arrived."),
    "enter_paper": _("The application arrived on paper."),
    "take": _("A case officer took the case. The completeness check began."),
    "request_information": _("The authority asked for further information."),
    "resume_check": _("Your answer arrived. The completeness check went on."),
    "resume_review": _("Your answer arrived. The substantive review went on."),
    "ask_extension": _("You asked for more time."),
    "grant_extension": _("The authority gave you more time."),
    "refuse_extension": _("The authority gave you no more time."),
    "adopt": _("The authority works with your newer answers."),
    "begin_review": _("The substantive review began."),
    "put_on_waiting_list": _("The application was put on the waiting list."),
    "call_from_waiting_list": _("A place became free. The substantive review went on."),
    "release": _("The authority decided. Its notice was ready."),
    "notify": _("The decision counted as notified."),
    "record_court_action": _("Court action was recorded."),
    "record_judgment": _("The outcome of the court action was recorded."),
    "finalise": _("The decision became final."),
    "hear": _("The authority considers to revoke the award, and hears you."),
    "make_statement": _("You answered the hearing."),
    "enter_letter": _("Your letter arrived."),
    "leave_award": _("The hearing ended. The award stays as it is."),
    "waive_remedies": _("You waived court action. The decision became final."),
    "send_by_post": _("The authority posted the notice."),
    "record_receipt": _("The receipt of the posted notice was proven."),
    "record_faulty_remedy": _("The period for court action became one year."),
    "send_proof": _("You sent the proof of use."),
    "accept_proof": _("The authority accepted the proof of use."),
    "return_proof": _("The authority returned the proof of use."),
    "note_settlement": _("You noted your settlement."),
    "decline": _("You declined the award."),
    "lapse": _("The award lapsed."),
    "close": _("The case was closed."),
    "withdraw": _("You withdrew the application."),
}
UNANSWERED = _("Nobody answered in time. The authority goes on with what it has.")


def is_unanswered(event: CaseEvent) -> bool:
    """Whether the portal led the case back because a deadline had passed."""
    return event.verb in RESUMED and event.by_id is None


def title_of(event: CaseEvent) -> str:
    """What an entry of the record says, in the words of staff."""
    if is_unanswered(event):
        return _("Deadline passed without an answer: decided on the file")
    return WelcomeConfig.action_names.get(event.verb, event.get_target_display())


def history(case: Case) -> list[dict]:
    """What has happened, as sentences with their moments, the latest first."""
    events = [event for event in case.events.all() if event.verb in SAID]
    return [
        {"at": event.at, "words": UNANSWERED if is_unanswered(event) else SAID[event.verb]}
        for event in reversed(events)
    ]


def next_step(case: Case, delivery: Delivery | None = None) -> str:
    """Who owes the next step, and the outcome once the notice is retrieved, in a sentence or two."""
    if hearing := open_hearing(case):
        return hearing_words(hearing)
    if delivery and delivery.has_arrived and case.state not in AWARD_ENDS:
        return outcome(delivery, case)
    if delivery and case.state == S.RELEASED:
        return released_words(delivery)
    if request := open_request(case):
        day = date_format(request.due_on, "DATE_FORMAT")
        return _("The authority asks you for further information. Answer by %(day)s.") % {
            "day": day
        }
    if case.state in WITH_AUTHORITY:
        return with_authority(case)
    return {
        S.WAITING_LIST: _(
            "You are on the waiting list. The authority writes to you when a place is free."
        ),
        S.RELEASED: _("The authority has decided. It posts the notice to you."),
        S.NOTIFIED: _(
            "The decision counts as notified. It becomes final when the period for court action ends."
        ),
        S.FINAL: _("The decision is final."),
        S.WITHDRAWN: _("You have withdrawn your application. Nothing more happens."),
        S.CLOSED: _("The case is closed."),
        **AWARD_ENDS,
    }.get(case.state, _("The authority will write to you."))


def with_authority(case):
    """What an applicant waits for; a day that has passed is no plan any more."""
    if case.due_on < clock.today():
        return _("The authority works on your case. There is nothing for you to do.")
    return _(
        "The authority works on your case and plans to decide by %(day)s. There is nothing for you to do."
    ) % {"day": date_format(case.due_on, "DATE_FORMAT")}


AWARD_ENDS = {
    S.DECLINED: _("You have declined the award. Nothing more happens."),
    S.LAPSED: _("The award has lapsed: nothing was used in time."),
}


def hearing_words(hearing) -> str:
    """What the applicant can do while a revocation is considered."""
    if hearing.can_be_answered:
        day = date_format(hearing.due_on, "DATE_FORMAT")
        return _(
            "The authority considers to revoke the award. You can answer the hearing until %(day)s."
        ) % {"day": day}
    return _("The authority considers to revoke the award. It decides after the hearing.")


def released_words(delivery):
    """What becomes of a notice that has not arrived yet."""
    if delivery.can_be_retrieved:
        day = date_format(delivery.closes_on, "DATE_FORMAT")
        return _("The authority has decided. Retrieve the notice by %(day)s.") % {"day": day}
    if delivery.is_missed:
        return _(
            "The notice was not retrieved in time. The authority provides it again or sends it by post."
        )
    day = date_format(delivery.posted_on, "DATE_FORMAT")
    return _("The authority has decided. It posted the notice on %(day)s.") % {"day": day}


def outcome(delivery: Delivery, case: Case) -> str:
    """What was decided, from when it counts, and until when it can be contested in court."""
    decision = delivery.decision
    if decision.kind == DecisionKind.GRANT:
        result = _("Awarded: benefits worth %(value)s.") % {"value": euros(decision.value)}
    else:
        result = {
            DecisionKind.REJECT: _("Your application is rejected."),
            DecisionKind.INADMISSIBLE: _("Your application is rejected as inadmissible."),
        }.get(decision.kind)
        result = result or revoked_words(decision.revocation)
    if not delivery.notified_on:
        return result
    if case.state == S.IN_COURT:
        return f"{result} {_('Court action is recorded. The court decides.')}"
    days = {
        "notified": date_format(delivery.notified_on, "DATE_FORMAT"),
        "last": date_format(delivery.last_day_in_court, "DATE_FORMAT"),
    }
    if case.state in (S.FINAL, S.CLOSED) or delivery.final_on <= clock.today():
        is_closed = case.state == S.CLOSED
        end = _("The case is closed.") if is_closed else _("The decision is final.")
        return " ".join(str(words) for words in (result, *judgment_words(decision), end))
    period = _(
        "The notice counts as notified on %(notified)s. Court action is possible until %(last)s."
    )
    return f"{result} {period % days}"


def revoked_words(revocation) -> str:
    """What a revocation takes away, and what is to be repaid until when."""
    result = (
        _("The award is revoked from its beginning.")
        if revocation.takes_all
        else _("The award is revoked for the future. What you used until then stays granted.")
    )
    if not revocation.reclaim:
        return result
    facts = {"reclaim": euros(revocation.reclaim), "days": revocation.pay_days}
    words = ngettext(
        "Repay %(reclaim)s within %(days)s day after the decision has become final.",
        "Repay %(reclaim)s within %(days)s days after the decision has become final.",
        revocation.pay_days,
    )
    return f"{result} {words % facts}"


def judgment_words(decision) -> list[str]:
    """How a court action against the decision ended, if there was one."""
    court_action = CourtAction.objects.filter(decision=decision).exclude(outcome="").first()
    return [f"{court_action.get_outcome_display()}."] if court_action else []
