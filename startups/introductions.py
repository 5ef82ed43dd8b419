"""Where an introduction stands: who owes what until when, and whom one can write to."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from startups.choices import IntroductionState


def sentence(introduction, *, may_answer=False):
    """Who owes the next step and until when, or how it ended."""
    return sentences(may_answer)[kind(introduction)] % {
        "asking": introduction.asking,
        "name": introduction.target,
        "day": date_format(introduction.expires_on, "DATE_FORMAT"),
    }


def kind(introduction):
    if introduction.is_open and introduction.partner_id:
        return "partner"
    return introduction.state


def sentences(may_answer):
    return {
        "partner": _("An editor talks to %(name)s and passes the answer on, by %(day)s."),
        IntroductionState.ASKED: _("%(asking)s waits for your answer, until %(day)s.")
        if may_answer
        else _("An owner of %(name)s answers by %(day)s."),
        IntroductionState.ACCEPTED: _("%(name)s has accepted. You can write to each other."),
        IntroductionState.DECLINED: _("%(name)s has declined."),
        IntroductionState.WITHDRAWN: _("%(asking)s has taken the request back."),
        IntroductionState.EXPIRED: _("%(name)s has not answered in time."),
    }


def stops(introduction):
    """For components/line.html."""
    asked = {"title": _("Asked"), "when": introduction.asked_at, "by": introduction.asking}
    contact, outcome = {"title": _("Contact")}, {"title": _("What came of it")}
    if introduction.is_open:
        answer = {"title": _("Answer"), "when": introduction.expires_on, "note": _("The last day")}
        return on_line([asked, answer, contact, outcome], here=1)
    by = "" if introduction.state == IntroductionState.EXPIRED else who_ended(introduction)
    answer = {"title": introduction.get_state_display(), "when": introduction.ended_at, "by": by}
    if not introduction.is_accepted:
        return on_line([asked, answer], here=1)
    if not introduction.outcome:
        return on_line([asked, answer, contact, outcome], here=2)
    outcome |= {"when": introduction.outcome_on, "note": introduction.get_outcome_display()}
    return on_line([asked, answer, contact, outcome], here=3)


def who_ended(introduction):
    withdrawn = introduction.state == IntroductionState.WITHDRAWN
    return introduction.asking if withdrawn else introduction.target


def on_line(stops, here):
    states = ["passed"] * here + ["here"] + ["ahead"] * (len(stops) - here - 1)
    return [{**stop, "state": state} for stop, state in zip(stops, states, strict=True)]


def contacts(introduction):
    """Whom each side writes to; nobody before it is accepted."""
    if not introduction.is_accepted:
        return []
    asking = introduction.asking_person
    answering = introduction.answering_person
    target = introduction.target
    return [
        {"side": introduction.asking, "name": asking, "email": asking.email},
        {
            "side": target,
            "name": answering or "",
            "email": answering.email if answering else target.email,
        },
    ]
