"""Delegates and heads are forgotten six months after their event: the row stays for the figures, the person goes."""

import pgtrigger
from dateutil.relativedelta import relativedelta
from django.db.models import F

from corridor import clock
from corridor.actions import action
from events.models import (
    Availability,
    Delegate,
    DelegateAnswer,
    Delegation,
    Feedback,
    InvitationLetter,
    MeetingProfile,
    Needs,
    SessionPlace,
    TravelDocument,
)
from events.models.delegations import NOBODY

KEPT_FOR = relativedelta(months=6)
MOST_ERASED = 200
FORGOTTEN = {
    "given_names": NOBODY,
    "surname": "",
    "badge_name": "",
    "salutation": "",
    "job_title": "",
    "organisation": "",
    "email": "",
    "email_reason": "",
    "phone": "",
    "nationality": "",
    "emergency_name": "",
    "emergency_phone": "",
    "hotel": "",
    "arrives_on": None,
    "departs_on": None,
    "photo_consent_at": None,
    "user": None,
    "party": None,
}
HEADS_FORGOTTEN = {
    "head_name": NOBODY,
    "head_email": "",
    "deputy_name": "",
    "deputy_email": "",
    "wanted_because": "",
}


@action
def erase_delegates(*, by: None) -> int:
    """Forget who took part in an event long ago and who led them, with the history; how many delegates they were.

    State, delegation and start-up stay, so that figures do not change; of what somebody said afterwards the points. A
    letter stays as the number that it had. Links to what was theirs stop working.
    """
    over = clock.now() - KEPT_FOR
    forget_heads(over)
    chosen = Delegate.objects.filter(event__ends_at__lt=over).exclude(**FORGOTTEN)
    chosen = chosen.select_for_update(no_key=True, of=["self"])
    keys = [delegate.pk for delegate in chosen[:MOST_ERASED]]
    delegates = Delegate.objects.filter(pk__in=keys)
    TravelDocument.objects.filter(delegate__in=keys).delete()
    Needs.objects.filter(delegate__in=keys).delete()
    SessionPlace.objects.filter(delegate__in=keys).delete()
    DelegateAnswer.objects.filter(delegate__in=keys).delete()
    MeetingProfile.objects.filter(delegate__in=keys).delete()
    Availability.objects.filter(delegate__in=keys).delete()
    Feedback.objects.filter(delegate__in=keys).update(worked="", missing="")
    forget_letters(InvitationLetter.objects.filter(delegate__in=keys))
    delegates.update(**FORGOTTEN, link=F("link") + 1)
    forget_history(Delegate, keys)
    return len(keys)


def forget_letters(letters):
    """Of each letter its number, code and days stay."""
    for letter in letters:
        letter.head.pop("guest", None)
        letter.function, letter.lodging_address, letter.note = NOBODY, "", ""
    with pgtrigger.ignore("events.InvitationLetter:letter_kept_as_approved"):
        fields = ["head", "function", "lodging_address", "note"]
        InvitationLetter.objects.bulk_update(letters, fields)
    forget_history(InvitationLetter, [letter.pk for letter in letters])


def forget_heads(over):
    """Who led a delegation to an event that was over by then."""
    old = Delegation.objects.filter(event__ends_at__lt=over).exclude(**HEADS_FORGOTTEN)
    keys = list(old.values_list("pk", flat=True))
    chosen = Delegation.objects.filter(pk__in=keys)
    chosen.update(**HEADS_FORGOTTEN, head_link=F("head_link") + 1, open_link=0)
    forget_history(Delegation, keys)


def forget_history(model, keys):
    """Remove the rows of history that hold what was forgotten."""
    history = model.history.rel.related_model
    with pgtrigger.ignore(f"{history._meta.app_label}.{history.__name__}:append_only"):
        history.objects.filter(pgh_obj__in=keys).delete()
