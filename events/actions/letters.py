"""Invitation letters: asked for by a delegate, approved by the event's signatory, rendered on request."""

from datetime import date

from django.utils.translation import gettext as _

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import NotPermitted, action
from corridor.documents.actions import log_bundle
from events import emails
from events.actions.places import current
from events.actions.registrations import require_ahead
from events.actions.rights import require_delegate, require_team
from events.choices import DelegateState, LetterState
from events.exceptions import (
    LetterChanged,
    LetterDatesAway,
    NoLetters,
    NotConfirmed,
    SignatoryNotOnTeam,
)
from events.journeys import require_near
from events.letter_codes import new_code
from events.letter_readings import changed_since
from events.models import Delegate, Event, InvitationLetter, LetterSetup, TravelDocument
from events.models.letters import PASSPORT_KEPT, guest_of

DIGITS = 4


@action
def set_up_letters(*, event: Event, by: User, **fields) -> LetterSetup:
    """Say who invites to an event. Raises NotPermitted, SignatoryNotOnTeam."""
    require_team(by)
    require_on_team(fields["signatory"])
    return LetterSetup.objects.create(event=event, **fields)


@action
def change_letter_setup(*, setup: LetterSetup, by: User, **fields) -> LetterSetup:
    """Change what the letters to come say; approved ones stay as they are. Raises like `set_up_letters`."""
    require_team(by)
    setup = LetterSetup.objects.select_for_update(no_key=True).get(pk=setup.pk)
    for name, value in fields.items():
        setattr(setup, name, value)
    require_on_team(setup.signatory)
    setup.save(update_fields=list(fields))
    return setup


@action
def ask_letter(
    *,
    delegate: Delegate,
    passport: dict,
    by: User | None,
    link: int | None = None,
    **fields,
) -> InvitationLetter:
    """Ask for a letter, or change one that nobody has approved yet; `passport` is sealed at once.

    Raises LinkRevoked, NotConfirmed, NoLetters, LetterDatesAway, TravelDaysAway, EventOver, or Conflict once it is
    approved.
    """
    _pool, delegate = current(delegate)
    require_delegate(delegate, by, link)
    require_ahead(delegate.event)
    if delegate.state != DelegateState.CONFIRMED:
        raise NotConfirmed
    if not LetterSetup.objects.filter(event=delegate.event).exists():
        raise NoLetters
    require_days(delegate.event, fields["entry_on"], fields["exit_on"])
    keep_passport(delegate, passport)
    letter = delegate.letters.current().select_for_update(no_key=True).first()
    is_new = letter is None
    letter = letter or InvitationLetter(delegate=delegate)
    for name, value in (fields | {"asked_at": clock.now()}).items():
        setattr(letter, name, value)
    letter.save(force_insert=is_new)
    if is_new:
        emails.letter_asked(letter)
    return letter


@action
def approve_letter(*, letter: InvitationLetter, by: User, read: str = "") -> InvitationLetter:
    """Give the letter its number and code; the delegate gets mail, and takes the letter from their page.

    `read` is the stamp of what the signatory had before them. Raises NotPermitted for all but the signatory,
    LetterChanged when it says something else by now, Conflict.
    """
    setup = LetterSetup.objects.select_for_update(no_key=True).get(event=letter.delegate.event)
    letter = locked(letter)
    if setup.signatory != by:
        raise NotPermitted
    require_team(by)
    if read and (changed := changed_since(letter, read)):
        raise LetterChanged(changed)
    letter.head = head_of(setup) | {"guest": guest_of(letter.delegate)}
    letter.number = next_number(setup)
    letter.code = new_code()
    return answered(letter, LetterState.APPROVED, by)


@action
def decline_letter(*, letter: InvitationLetter, note: str, by: User) -> InvitationLetter:
    """Say why there is none. Raises NotPermitted, or Conflict when it was answered."""
    require_team(by)
    letter = locked(letter)
    letter.note = note
    return answered(letter, LetterState.DECLINED, by)


@action
def withdraw_letter(*, letter: InvitationLetter, note: str, by: User) -> InvitationLetter:
    """Make it invalid and say why: whoever checks its code reads that it is not valid.

    Raises NotPermitted, or Conflict when it was withdrawn before.
    """
    require_team(by)
    letter = locked(letter)
    letter.state, letter.note, letter.withdrawn_at = LetterState.WITHDRAWN, note, clock.now()
    letter.save(update_fields=["state", "note", "withdrawn_at"])
    emails.letter_answered(letter)
    return letter


@action
def open_passport(*, letter: InvitationLetter, by: User) -> dict:
    """What the passport says, for the event team; who looked is kept in the log. Raises NotPermitted, SealBroken."""
    require_team(by)
    name = f"{_('Passport data')}: {letter.delegate_id}"
    log_bundle(subject=letter.delegate_id, name=name, by=by)
    document = TravelDocument.objects.filter(delegate=letter.delegate_id).first()
    return document.opened() if document else {}


@action
def purge_passports(*, by: None = None) -> int:
    """Delete passport data 30 days after its event; how many that were."""
    over = clock.now() - PASSPORT_KEPT
    late = TravelDocument.objects.filter(delegate__event__ends_at__lt=over)
    return late.delete()[0]


def keep_passport(delegate, passport):
    """Seal what was said, or forget what was kept when nothing is said any more."""
    if not any(passport.values()):
        TravelDocument.objects.filter(delegate=delegate).delete()
        return
    TravelDocument.objects.update_or_create(
        delegate=delegate,
        defaults={"sealed": TravelDocument.sealing(**passport), "changed_at": clock.now()},
    )


def answered(letter, state, by):
    letter.state, letter.decided_by, letter.decided_at = state, by, clock.now()
    letter.save()
    emails.letter_answered(letter)
    return letter


def head_of(setup) -> dict:
    """What a letter keeps of the set-up."""
    names = [
        "sender",
        "address",
        "place",
        "purpose_de",
        "purpose_en",
        "signatory_line",
        "signatory_line_en",
    ]
    return {name: getattr(setup, name) for name in names} | {"signatory": setup.signatory.name}


def next_number(setup) -> str:
    """The next number of an event, whose set-up is locked."""
    given = InvitationLetter.objects.filter(number__startswith=f"{setup.prefix}-").count()
    return f"{setup.prefix}-{given + 1:0{DIGITS}}"


def require_days(event: Event, entry_on: date, exit_on: date):
    """Raises TravelDaysAway, and LetterDatesAway when somebody would not be there during the event."""
    require_near(event, {"entry_on": entry_on, "exit_on": exit_on})
    if entry_on > event.first_day:
        raise LetterDatesAway("entry_on")
    if exit_on < event.first_day:
        raise LetterDatesAway("exit_on")


def require_on_team(user):
    try:
        require_team(user)
    except NotPermitted as error:
        raise SignatoryNotOnTeam from error


def locked(letter):
    return InvitationLetter.objects.select_for_update(no_key=True).get(pk=letter.pk)
