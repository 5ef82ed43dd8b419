"""Openings, and what people write to them."""

from datetime import date, timedelta

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import NotPermitted, Refused, action
from corridor.documents import actions as documents
from corridor.documents.files import PDF
from startups import emails
from startups.actions.partners import locked, written
from startups.actions.profiles import require_editor, require_member
from startups.models import Interest, Opening, Partner, Startup

# So far ahead an opening closes at the latest: nobody's CV is kept for years.
LONGEST_OPEN = timedelta(days=365)


class StartupNotPublic(Refused):
    message = _("Openings are published by start-ups that are in the directory.")


class ClosingDayMissed(Refused):
    message = _("The closing day has passed. Enter a later one.")


class ClosingDayTooFar(Refused):
    message = _("Name a closing day within one year from now.")


class OpeningClosed(Refused):
    message = _("This opening has closed. Write a new one.")


class NotPublished(Refused):
    message = _("This opening is a draft. Only a published one can be closed.")


class NotOpen(Refused):
    message = _("This opening has closed by now. Nothing was sent.")


class WriteToThePartner(Refused):
    message = _("This partner takes no messages here. Use their website.")


class ClosingDayPromised(Refused):
    message = _(
        "People have sent their CV for this opening, until that day. It can't close later now."
    )


class OwnOpening(NotPermitted):
    message = _("This is an opening of your own start-up.")


@action
def create_opening(
    *, by: User, startup: Startup | None = None, partner: Partner | None = None, **fields
) -> Opening:
    """Write an opening: members for their published start-up, as a draft; editors for a partner.

    Raises NotPermitted, StartupNotPublic, ClosingDayMissed, ClosingDayTooFar, or Conflict without words.
    """
    opening = Opening(startup=startup, partner=partner, created_at=clock.now(), **fields)
    require_writer(opening, by)
    require_closing_day(opening.closes_on)
    opening.save(force_insert=True)
    return opening


@action
def change_opening(*, opening: Opening, by: User, **fields) -> Opening:
    """Change an opening that has not closed. Raises OpeningClosed, ClosingDayPromised, and like `create_opening`.

    Whoever has sent a CV was told when it is erased: that day does not move away.
    """
    opening = locked(opening)
    require_writer(opening, by)
    if opening.is_published and opening.is_closed:
        raise OpeningClosed
    closes_on = fields.get("closes_on", opening.closes_on)
    require_closing_day(closes_on)
    if closes_on > opening.closes_on and opening.interests.exists():
        raise ClosingDayPromised
    return written(opening, fields)


@action
def publish_opening(*, opening: Opening, by: User) -> Opening:
    """Show a draft to everybody until its closing day. Raises like `create_opening`."""
    opening = locked(opening)
    require_writer(opening, by)
    require_closing_day(opening.closes_on)
    return written(opening, {"is_published": True})


@action
def close_opening(*, opening: Opening, by: User) -> Opening:
    """Close an opening today, for good. Raises NotPublished, OpeningClosed, NotPermitted."""
    opening = locked(opening)
    require_author(opening, by)
    if not opening.is_published:
        raise NotPublished
    if opening.is_closed:
        raise OpeningClosed
    return written(opening, {"closed_on": clock.today()})


@action
def send_interest(*, opening: Opening, message: str, cv: File, by: User) -> Interest:
    """Send a message and a CV to the start-up that offers an opening, and tell its members by mail.

    The CV is kept in the same transaction: of one that is refused no row stays. Raises NotOpen, OwnOpening,
    WriteToThePartner, a FileRefused for anything but a sound PDF, or Conflict when the person has written already.
    """
    require_open(opening, by)
    document = documents.store(cv, name=cv.name, types=[PDF], by=by)
    opening = locked(opening)
    require_open(opening, by)
    interest = Interest.objects.create(
        opening=opening, user=by, message=message, cv=document, sent_at=clock.now()
    )
    emails.interest_sent(interest)
    return interest


@action
def withdraw_interest(*, interest: Interest, by: User):
    """Erase what a person has sent, at once; nothing of it stays. Raises NotPermitted."""
    if interest.user_id != by.pk:
        raise NotPermitted
    erase(interest)


@action
def erase_interest(*, interest: Interest, by: User | None):
    """Erase a message and its CV once their time is over: the rows and the file."""
    if interest.opening.erases_on <= clock.today():
        erase(interest)


def erase(interest):
    """First the row that names the CV, then the CV; nothing when somebody else has just done it."""
    interest = Interest.objects.select_for_update().filter(pk=interest.pk).first()
    if interest is not None:
        interest.delete()
        documents.erase(document=interest.cv, by=None)


def require_author(opening, user):
    """Openings of start-ups belong to their members, those of partners to the editors."""
    if opening.startup is None:
        require_editor(user)
    else:
        require_member(opening.startup, user)


def require_writer(opening, user):
    require_author(opening, user)
    if (
        opening.startup_id
        and not Startup.objects.published().filter(pk=opening.startup_id).exists()
    ):
        raise StartupNotPublic


def require_closing_day(day: date):
    if day < clock.today():
        raise ClosingDayMissed
    if day > clock.today() + LONGEST_OPEN:
        raise ClosingDayTooFar


def require_open(opening, user):
    if not Opening.objects.open_on(clock.today()).filter(pk=opening.pk).exists():
        raise NotOpen
    if opening.startup is None:
        raise WriteToThePartner
    if opening.startup.memberships.filter(user=user).exists():
        raise OwnOpening
