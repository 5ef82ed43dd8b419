"""Introductions: a start-up asks, the other side answers within three weeks, and only a yes shows who is who."""

from datetime import timedelta

import pgtrigger
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.actions import NotPermitted, Refused, action
from startups import emails
from startups.actions.profiles import require_editor, require_member, require_owner
from startups.choices import IntroductionState, Outcome, Purpose
from startups.models import Introduction, IntroductionHistory, Partner, Startup
from startups.models.introductions import ANSWER_WITHIN

MOST_OPEN = 5
MOST_ASKED = 20
# So often the same side hears the same start-up ask, and take it back, within the time of one question.
MOST_TAKEN_BACK = 2
ASKED_WITHIN = timedelta(days=30)
# So many in one transaction; housekeeping comes back every minute.
MOST_ERASED = 500
# So long a no holds.
REST_AFTER_NO = timedelta(days=90)


class NotInDirectory(Refused):
    message = _("Your start-up can ask once its profile is in the directory.")


class TargetNotPublic(Refused):
    message = _("They are not in the portal any more. Nothing was sent.")


class TooManyOpen(Refused):
    message = _("Five requests of your start-up wait for an answer. Take one back, or wait.")


class TooManyAsked(Refused):
    message = _("Your start-up has asked 20 times in 30 days. Wait some days before you ask again.")


class TakenBackTwice(Refused):
    message = _(
        "You have asked them twice lately and taken it back. Ask again three weeks after the first request."
    )


class DeclinedLately(Refused):
    message = _("They declined within the last 90 days. Ask again after that.")


class AlreadyEnded(Refused):
    message = _("This introduction has ended by now. Reload the page.")


class TooLate(Refused):
    message = _("The time for an answer is over.")


class NobodyToMeet(Refused):
    message = _("Enter the partner's email address first: the start-up will write to it.")


class NotAnOwnerOfTheirs(Refused):
    message = _("Name an owner of the start-up: the other side will write to them.")


class NotAccepted(Refused):
    message = _("Only an accepted introduction has an outcome.")


@action
def ask_introduction(
    *, asking: Startup, target: Startup | Partner, purpose: Purpose, message: str, by: User
) -> Introduction:
    """Ask another start-up, or a partner, to meet; its owners hear of it, or the editors for a partner.

    Raises NotAMember, NotInDirectory, TargetNotPublic, TooManyOpen, TooManyAsked, TakenBackTwice, DeclinedLately, or
    Conflict when the same question waits already.
    """
    # One question after the other, so that the limits hold.
    asking = Startup.objects.select_for_update(no_key=True).get(pk=asking.pk)
    require_member(asking, by)
    require_public(asking, target)
    require_measure(asking, target)
    introduction = Introduction.objects.create(
        asking=asking,
        startup=target if isinstance(target, Startup) else None,
        partner=target if isinstance(target, Partner) else None,
        asked_by=by,
        purpose=purpose,
        message=message,
        asked_at=clock.now(),
        expires_on=clock.today() + ANSWER_WITHIN,
    )
    emails.introduction_asked(introduction)
    return introduction


@action
def accept_introduction(*, introduction: Introduction, by: User, answer: str = "") -> Introduction:
    """Say yes for one's start-up: both sides see each other's names and addresses then.

    Raises NotAnOwner, AlreadyEnded, TooLate.
    """
    return answered(introduction, IntroductionState.ACCEPTED, by, answer)


@action
def decline_introduction(*, introduction: Introduction, by: User, answer: str = "") -> Introduction:
    """Say no for one's start-up; nobody learns who asked. Raises like `accept_introduction`."""
    return answered(introduction, IntroductionState.DECLINED, by, answer)


@action
def withdraw_introduction(*, introduction: Introduction, by: User) -> Introduction:
    """Take a question back that nobody has answered yet. Raises NotAMember, AlreadyEnded."""
    introduction = locked(introduction)
    require_member(introduction.asking, by)
    return ended(introduction, IntroductionState.WITHDRAWN)


@action
def broker_introduction(
    *,
    introduction: Introduction,
    accepted: bool,
    by: User,
    answer: str = "",
    contact: User | None = None,
) -> Introduction:
    """Pass on, as an editor, what the other side said; `contact` is the owner whom the asking side meets.

    A partner has no account: its address is shown. Raises NotPermitted, AlreadyEnded, TooLate, NobodyToMeet,
    NotAnOwnerOfTheirs, TargetNotPublic.
    """
    require_editor(by)
    introduction = locked(introduction)
    require_contact(introduction, contact, accepted)
    if accepted:
        require_both_public(introduction)
    state = IntroductionState.ACCEPTED if accepted else IntroductionState.DECLINED
    introduction = ended(
        introduction, state, answer=answer, answered_by=contact, brokered_by=by, in_time=True
    )
    emails.introduction_answered(introduction)
    return introduction


@action
def note_outcome(
    *, introduction: Introduction, outcome: Outcome, by: User, note: str = ""
) -> Introduction:
    """Note what came of an accepted introduction: an editor, or an owner of either side; it may change later.

    Raises NotPermitted, NotAccepted.
    """
    introduction = locked(introduction)
    require_owner_or_editor(introduction, by)
    if not introduction.is_accepted:
        raise NotAccepted
    fields = {"outcome": outcome, "outcome_note": note, "outcome_on": clock.today()}
    return written(introduction, fields)


@action
def remind_of_introductions(*, by: None) -> int:
    """Remind whoever owes an answer, once, seven days before the end; how many were due."""
    today = clock.today()
    due = list(rows_for_update(Introduction.objects.to_remind(today)))
    for introduction in due:
        written(introduction, {"reminded_on": today})
        emails.introduction_due(introduction)
    return len(due)


@action
def expire_introductions(*, by: None) -> int:
    """End the questions that nobody answered in time and tell who asked; how many they were."""
    late = list(rows_for_update(Introduction.objects.to_expire(clock.today())))
    for introduction in late:
        ended(introduction, IntroductionState.EXPIRED)
        emails.introduction_expired(introduction)
    return len(late)


@action
def erase_introductions(*, by: None) -> int:
    """Erase what ended long enough ago, its history with it; how many they were."""
    old = Introduction.objects.to_erase(clock.now()).select_for_update()
    keys = [introduction.pk for introduction in old[:MOST_ERASED]]
    Introduction.objects.filter(pk__in=keys).delete()
    with pgtrigger.ignore("startups.IntroductionHistory:append_only"):
        IntroductionHistory.objects.filter(pgh_obj__in=keys).delete()
    return len(keys)


def require_owner_or_editor(introduction, user):
    owned = Introduction.objects.owned_by(user).filter(pk=introduction.pk)
    if not (user.has_role(Role.EDITOR) or owned.exists()):
        raise NotPermitted


def require_public(asking, target):
    if not asking.is_published:
        raise NotInDirectory
    if not type(target).objects.published().filter(pk=target.pk).exists():
        raise TargetNotPublic


def require_measure(asking, target):
    """Nobody is flooded, and a no is respected."""
    now, asked = clock.now(), asking.introductions_asked.all()
    if asked.open().count() >= MOST_OPEN:
        raise TooManyOpen
    if asked.filter(asked_at__gt=now - ASKED_WITHIN).count() >= MOST_ASKED:
        raise TooManyAsked
    before = Introduction.objects.between(asking, target)
    # Each of them was a mail to the other side.
    taken_back = before.filter(state=IntroductionState.WITHDRAWN, expires_on__gte=clock.today())
    if taken_back.count() >= MOST_TAKEN_BACK:
        raise TakenBackTwice
    declined = before.filter(state=IntroductionState.DECLINED, ended_at__gt=now - REST_AFTER_NO)
    if declined.exists():
        raise DeclinedLately


def require_contact(introduction, contact, accepted):
    """Whoever accepts can be written to."""
    if introduction.partner and accepted and not introduction.partner.email:
        raise NobodyToMeet
    if introduction.startup and (contact or accepted):
        owned = Startup.objects.owned_by(contact).filter(pk=introduction.startup_id)
        if not (contact and owned.exists()):
            raise NotAnOwnerOfTheirs


def answered(introduction, state, by, answer):
    introduction = locked(introduction)
    if introduction.startup is None:
        raise NotPermitted
    require_owner(introduction.startup, by)
    if state == IntroductionState.ACCEPTED:
        require_both_public(introduction)
    introduction = ended(introduction, state, answer=answer, answered_by=by, in_time=True)
    emails.introduction_answered(introduction)
    return introduction


def require_both_public(introduction):
    """Contacts are given only while everybody can read who they are of."""
    if not (introduction.asking.is_published and introduction.target.is_published):
        raise TargetNotPublic


def ended(introduction, state, *, in_time=False, **fields):
    if not introduction.is_open:
        raise AlreadyEnded
    if in_time and introduction.expires_on < clock.today():
        raise TooLate
    return written(introduction, {"state": state, "ended_at": clock.now(), **fields})


def locked(introduction):
    return rows_for_update(Introduction.objects.filter(pk=introduction.pk)).get()


def rows_for_update(rows):
    return rows.select_for_update(of=("self",), no_key=True).select_related(
        "asking", "startup", "partner", "asked_by"
    )


def written(introduction, fields):
    for name, value in fields.items():
        setattr(introduction, name, value)
    introduction.save(update_fields=list(fields))
    return introduction
