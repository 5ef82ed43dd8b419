"""Consents are taken back at any time, also when the event is over and nothing else can be changed."""

from functools import partial

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from events import actions, links
from events.models import Needs
from events.views.held import held
from events.views.registrations import form_page, take


@held(links.DELEGATE)
@form_page
def photographs(request, delegate, *, link, token):
    """A page with one button that takes back the consent to photographs."""
    words = {
        "title": _("Take back your consent to photographs"),
        "lead": _("From now on, photographs and films that show you are not published any more."),
        "button": _("Take the consent back"),
    }
    act = partial(actions.withdraw_photo_consent, delegate=delegate, link=link)
    done = _("Your consent to photographs is taken back.")
    return withdrawal(request, delegate, token, words, done, act, bool(delegate.photo_consent_at))


@held(links.DELEGATE)
@form_page
def needs(request, delegate, *, link, token):
    """A page with one button that deletes what somebody said of food and access."""
    words = {
        "title": _("Delete what you said of food and access"),
        "lead": _("The event team can’t read it any more then."),
        "button": _("Delete"),
    }
    act = partial(actions.withdraw_needs, delegate=delegate, link=link)
    done = _("What you said of food and access is deleted.")
    is_kept = Needs.objects.filter(delegate=delegate).exists()
    return withdrawal(request, delegate, token, words, done, act, is_kept)


def withdrawal(request, delegate, token, words, done, act, is_given):
    if not is_given:
        return redirect("registration", token)
    if request.method == "POST":
        return take(request, token, act, done)
    context = {"delegate": delegate, "event": delegate.event, "token": token, **words}
    return render(request, "events/registration_step.html", {**context, "back": _("Keep it")})
