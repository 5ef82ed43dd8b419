"""A case in the applicant's words: the stops on its line, and who owes the next step."""

from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from corridor import clock
from welcome.choices import WITH_AUTHORITY, CaseState, DecisionKind
from welcome.models import Case, Delivery
from welcome.notice_data import euros

S = CaseState

# The straight way, each stop with the states that stand at it; the applicant never learns an outcome from a stop.
STOPS = (
    (_("Submitted"), {S.SUBMITTED}),
    (_("Completeness check"), {S.CHECKING, S.INFORMATION_REQUESTED}),
    (_("Substantive review"), {S.REVIEW, S.WAITING_LIST, S.PROPOSED, S.SIGNED}),
    (_("Decision notice"), {S.RELEASED, S.NOTIFIED, S.IN_COURT, S.HEARD}),
    (_("Final"), {S.FINAL, S.CLOSED, S.DECLINED, S.LAPSED}),
)
LETTER_STOPS = (*STOPS[:3], (_("Letter"), {S.RELEASED, S.CLOSED}))


def stops_of(case: Case, table=None) -> list[dict]:
    """The case as stops on the line, for components/line.html; without a table those that applicants may see."""
    table = table or (STOPS if case.authority.issues_acts else LETTER_STOPS)
    reached = {}
    for event in case.events.all():
        position = position_of(event.target, table)
        if position is not None:
            reached.setdefault(position, event.at)
    here = position_of(case.state, table)
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


def position_of(state, table):
    return next((index for index, (_title, states) in enumerate(table) if state in states), None)


def next_step(case: Case, delivery: Delivery | None = None) -> str:
    """Who owes the next step, and the outcome once the notice is retrieved, in a sentence or two."""
    if delivery and delivery.retrieved_at:
        return outcome(delivery)
    if delivery and case.state == S.RELEASED:
        day = date_format(delivery.closes_on, "DATE_FORMAT")
        return _("The authority has decided. Retrieve the notice by %(day)s.") % {"day": day}
    if case.state in WITH_AUTHORITY:
        return _("The authority works on your case. There is nothing for you to do.")
    return {
        S.INFORMATION_REQUESTED: _("The authority has asked you for further information."),
        S.WAITING_LIST: _(
            "You are on the waiting list. The authority writes to you when a place is free."
        ),
        S.RELEASED: _("The authority has decided. Retrieve your notice."),
        S.NOTIFIED: _(
            "The decision counts as notified. It becomes final when the period for court action ends."
        ),
        S.FINAL: _("The decision is final."),
        S.WITHDRAWN: _("You have withdrawn your application. Nothing more happens."),
        S.CLOSED: _("The case is closed."),
    }.get(case.state, _("The authority will write to you."))


def outcome(delivery: Delivery) -> str:
    """What was decided, from when it counts, and until when it can be contested in court."""
    decision = delivery.decision
    if decision.kind == DecisionKind.GRANT:
        result = _("Awarded: benefits worth %(value)s.") % {"value": euros(decision.value)}
    else:
        result = {
            DecisionKind.REJECT: _("Your application is rejected."),
            DecisionKind.INADMISSIBLE: _("Your application is rejected as inadmissible."),
        }.get(decision.kind, _("The award is revoked."))
    if not delivery.notified_on:
        return result
    days = {
        "notified": date_format(delivery.notified_on, "DATE_FORMAT"),
        "last": date_format(delivery.final_on - timedelta(days=1), "DATE_FORMAT"),
    }
    if delivery.final_on <= clock.today():
        return f"{result} {_('The decision is final.')}"
    period = _(
        "The notice counts as notified on %(notified)s. Court action is possible until %(last)s."
    )
    return f"{result} {period % days}"
