"""Whether a public profile still holds: its owners are asked, confirm, or it leaves the directory."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import Refused, action
from startups import emails
from startups.actions.profiles import locked, move_profile, require_owner
from startups.choices import ProfileState
from startups.models import Startup


class NothingToConfirm(Refused):
    message = _("Only a profile in the directory is confirmed. An editor decides about this one.")


@action
def confirm_profile(*, startup: Startup, by: User) -> Startup:
    """Say that everything still holds; a profile hidden because nobody said so is public again.

    Raises NotAnOwner, or NothingToConfirm for one that an editor hid or has not published.
    """
    startup = locked(startup)
    require_owner(startup, by)
    answered = {"confirmed_on": clock.today(), "asked_times": 0, "asked_on": None}
    if startup.lapsed:
        return move_profile(
            startup, ProfileState.PUBLISHED, lapsed=False, return_note="", **answered
        )
    if startup.state != ProfileState.PUBLISHED:
        raise NothingToConfirm
    for name, value in answered.items():
        setattr(startup, name, value)
    startup.save(update_fields=list(answered))
    return startup


@action
def ask_to_confirm(*, startup: Startup, by: None) -> bool:
    """Ask the owners, for the first time or again; False when it is not due any more."""
    due = Startup.objects.to_ask(clock.today()).select_for_update(no_key=True, of=("self",))
    startup = due.filter(pk=startup.pk).first()
    if startup is None:
        return False
    startup.asked_times, startup.asked_on = startup.asked_times + 1, clock.today()
    startup.save(update_fields=["asked_times", "asked_on"])
    emails.still_true(startup)
    return True


@action
def hide_unconfirmed(*, startup: Startup, by: None) -> bool:
    """Take a profile out of the directory that nobody confirmed; False when that is not due any more."""
    due = Startup.objects.to_hide(clock.today()).select_for_update(no_key=True, of=("self",))
    startup = due.filter(pk=startup.pk).first()
    if startup is None:
        return False
    note = gettext("Nobody confirmed for a long time that the profile still holds.")
    move_profile(startup, ProfileState.HIDDEN, lapsed=True, return_note=note)
    emails.profile_lapsed(startup)
    return True
