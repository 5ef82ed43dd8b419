"""What the list of cases says of time: how long the authority has, or what else is awaited, and until which day."""

from datetime import date

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from corridor import clock
from welcome.admin import case_page
from welcome.choices import CaseState
from welcome.models import Award, Decision, Delivery, Hearing, InformationRequest

DATES = ("closes_on", "posted_on", "notified_on", "final_on")


def with_days(cases):
    """With the days that somebody else has, or that have to pass; all in the query of the cases itself."""
    own = {"case": OuterRef("pk")}
    requests = InformationRequest.objects.open().filter(**own)
    hearings = Hearing.objects.open().filter(**own, stated_at=None)
    notices = Delivery.objects.of_latest_notice(OuterRef(OuterRef("pk"))).order_by("-pk")
    facts = JSONObject(retrieved_at="retrieved_at", **{name: name for name in DATES})
    awards = Award.objects.filter(**own)
    held = Decision.objects.filter(**own, ended_at=None, released_at=None)
    return cases.annotate(
        answer_due=Subquery(requests.values("due_on")[:1]),
        statement_due=Subquery(hearings.values("due_on")[:1]),
        notice_facts=Subquery(notices.values(facts=facts)[:1]),
        held_until=Subquery(held.values("held_until")[:1]),
        begin_due=Subquery(awards.in_use().filter(begun_on=None).values("begins_by")[:1]),
        report_due=Subquery(awards.without_proof().values("report_due_on")[:1]),
    )


def cell(case) -> str:
    """The words of the list's column."""
    if case.held_until and clock.today() < case.held_until:
        return with_day(_("held back"), _("not before %(day)s") % {"day": short(case.held_until)})
    if words := case_page.due_words(case):
        mark = "overdue" if case_page.is_overdue(case) else "due"
        return with_day(marked(words, mark), short(case.due_on))
    if found := awaited(case):
        words, day, *late = found
        return with_day(marked(words, "overdue") if any(late) else words, day)
    return _("not running")


def marked(words, mark):
    return format_html('<span class="{}">{}</span>', mark, words)


def with_day(words, day):
    return format_html('{} <span class="quiet">{}</span>', words, day) if day else words


def awaited(case) -> tuple | None:
    """What a case waits for while the authority has no deadline: words, the day in words, whether it is over."""
    found = WAITING.get(case.state)
    return found(case) if found else None


def notice_of(case) -> Delivery | None:
    """How the latest notice was delivered, made of what the list's query has read."""
    facts = case.notice_facts
    if facts is None:
        return None
    days = {name: facts[name] and date.fromisoformat(facts[name]) for name in DATES}
    return Delivery(retrieved_at=facts["retrieved_at"], **days)


def on_release(case):
    """What becomes of a notice that has not been notified yet."""
    delivery = notice_of(case)
    if delivery is None:
        return _("post the notice"), ""
    if delivery.notified_on:
        return _("notification"), on(delivery.notified_on)
    if delivery.retrieved_at:
        return on_award(case)
    if delivery.closes_on:
        return until(_("retrieval"), delivery.closes_on)
    return _("prove the receipt"), _("posted on %(day)s") % {"day": short(delivery.posted_on)}


def on_notification(case):
    return _("final"), on(notice_of(case).final_on)


def on_hearing(case):
    return until(_("hearing"), case.statement_due) or (_("decide on the revocation"), "")


def on_award(case):
    """What the start-up does with its award next."""
    return until(_("first use"), case.begin_due) or until(_("proof of use"), case.report_due)


def until(words, day):
    if day is None:
        return None
    return words, _("until %(day)s") % {"day": short(day)}, day < clock.today()


def on(day):
    return _("on %(day)s") % {"day": short(day)}


def short(day: date) -> str:
    """With its year only where that is another one."""
    this_year = day.year == clock.today().year
    return date_format(day, "MONTH_DAY_FORMAT" if this_year else "DATE_FORMAT")


WAITING = {
    CaseState.INFORMATION_REQUESTED: lambda case: until(_("answer"), case.answer_due),
    CaseState.WAITING_LIST: lambda case: (_("a free place"), ""),
    CaseState.HEARD: on_hearing,
    CaseState.RELEASED: on_release,
    CaseState.NOTIFIED: on_notification,
    CaseState.IN_COURT: lambda case: (_("the court decides"), ""),
    CaseState.FINAL: on_award,
}
