"""Introductions of people who have met elsewhere: noted as accepted, once both have said that they stay in touch."""

from django.db.models import Q

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from startups import emails
from startups.actions.introductions import require_public, rows_for_update, written
from startups.actions.profiles import require_member, require_owner
from startups.choices import IntroductionState, Outcome, Purpose
from startups.models import Introduction, Startup
from startups.models.introductions import ANSWER_WITHIN

# What comes of an introduction, from little to much: what is noted gives way to more alone.
GROWING = ["", Outcome.NONE, Outcome.CONTACT, Outcome.VISIT, Outcome.PROJECT, Outcome.SETTLEMENT]


@action
def note_met(
    *,
    asking: Startup,
    target: Startup,
    asked_by: User,
    answered_by: User,
    outcome: Outcome,
    message: str,
    by: User | None,
) -> Introduction:
    """Note that two have met and stay in touch: a member of the one, an owner of the other. Both get mail.

    Where one of the two start-ups has asked the other, that introduction is completed. Raises NotAMember, NotAnOwner,
    NotInDirectory, TargetNotPublic.
    """
    # In the order of ids, so that two who note it at once make one.
    list(lock(Startup.objects.filter(pk__in=[asking.pk, target.pk])))
    require_member(asking, asked_by)
    require_owner(target, answered_by)
    require_public(asking, target)
    introduction = known(asking, target) or Introduction.objects.create(
        asking=asking,
        startup=target,
        asked_by=asked_by,
        purpose=Purpose.MET,
        message=message,
        asked_at=clock.now(),
        expires_on=clock.today() + ANSWER_WITHIN,
    )
    if introduction.is_open:
        is_asked = introduction.startup_id == target.pk
        require_owner(introduction.startup, answered_by if is_asked else asked_by)
        yes = {"state": IntroductionState.ACCEPTED, "ended_at": clock.now()}
        written(introduction, yes | {"answered_by": answered_by if is_asked else asked_by})
        emails.met(introduction)
    if GROWING.index(outcome) > GROWING.index(introduction.outcome):
        written(introduction, {"outcome": outcome, "outcome_on": clock.today()})
    return introduction


def known(asking, target):
    """The introduction of the two that is open or was accepted last, whoever asked."""
    sides = Q(asking=asking, startup=target) | Q(asking=target, startup=asking)
    alive = [IntroductionState.ASKED, IntroductionState.ACCEPTED]
    rows = rows_for_update(Introduction.objects.filter(sides, state__in=alive))
    return rows.order_by("-asked_at", "pk").first()


def lock(startups):
    return startups.select_for_update(no_key=True).order_by("pk")
