"""The people of a delegation, by its head: put on the list, changed, replaced, taken off, mailed their links."""

from functools import wraps

from allauth.core.ratelimit import consume
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from corridor.actions import Refused
from corridor.forms import posted
from events import actions, progress
from events.choices import DelegateState
from events.forms.delegations import EntryForm
from events.models import Delegate
from events.progress import Progress
from events.views.delegations import acting, form_page, led, saved, tried


def of_list(view):
    """The view of one person on the delegation's list; who is not on it any more is named."""

    @wraps(view)
    def wrapper(request, delegation, *, link, token, pk):
        try:
            delegate = delegation.delegates.get(pk=pk)
        except Delegate.DoesNotExist as error:
            raise Http404 from error
        if not delegate.is_active:
            gone = _("%(name)s is not on the list any more.") % {"name": delegate}
            messages.error(request, gone)
            return redirect("delegation", token)
        return view(request, delegation, delegate, link=link, token=token)

    return wrapper


@led(progress.list_closed)
def add(request, delegation, *, link, token):
    """Put one person on the list, by form."""
    form = EntryForm(posted(request)[0], initial=beginning(delegation))
    if people := saved(form, added, delegation=delegation, **acting(request, link)):
        messages.success(request, _("%(name)s is on the list.") % {"name": people[0]})
        return redirect("delegation", token)
    left = Progress(delegation).left
    words = ngettext("%(left)s place is left.", "%(left)s places are left.", left)
    return form_page(
        request,
        delegation,
        token,
        form,
        title=_("Put somebody on the list"),
        lead=words % {"left": left},
        button=_("Put on the list"),
    )


def added(*, delegation, by, link, **person):
    return actions.add_people(delegation=delegation, people=[person], by=by, link=link)


def beginning(delegation):
    return {"organisation": delegation.organisation, "language": delegation.language}


@led()
@of_list
def person(request, delegation, delegate, *, link, token):
    """What the list says of somebody, to be changed; and how one replaces them or takes them off."""
    closed = progress.list_closed(delegation)
    if closed and request.method == "POST":
        messages.error(request, closed)
        return redirect("delegation", token)
    form = None if closed else EntryForm(posted(request)[0], initial=as_entered(delegate))
    if form and delegate.state != DelegateState.INVITED:
        form.fields["email"].disabled = True
        form.fields["email"].help_text = _("After the registration only the event team changes it.")
    change = actions.change_person
    if form and (changed := saved(form, change, delegate=delegate, **acting(request, link))):
        messages.success(request, _("The entry of %(name)s is saved.") % {"name": changed})
        return redirect("delegation", token)
    return form_page(
        request,
        delegation,
        token,
        form,
        delegate=delegate,
        title=delegate.name,
        lead=closed or "",
        button=_("Save"),
    )


def as_entered(delegate):
    return {name: getattr(delegate, name) for name in EntryForm.base_fields}


@led(progress.list_closed)
@of_list
def swap(request, delegation, delegate, *, link, token):
    """Replace somebody by somebody else."""
    form = EntryForm(posted(request)[0], initial=beginning(delegation))
    if successor := saved(form, swapped, delegate=delegate, **acting(request, link)):
        words = _("%(new)s has the place of %(old)s.")
        messages.success(request, words % {"new": successor, "old": delegate})
        return redirect("delegation", token)
    return form_page(
        request,
        delegation,
        token,
        form,
        title=_("Who comes instead of %(name)s?") % {"name": delegate},
        lead=told(delegate),
        button=_("Replace"),
        back=reverse("delegation_person", args=[token, delegate.pk]),
        back_words=delegate.name,
    )


def swapped(*, delegate, by, link, **person):
    return actions.swap(delegate=delegate, person=person, by=by, link=link)


def told(delegate):
    if not delegate.has_heard:
        return _("%(name)s has had no link yet and is not told.") % {"name": delegate}
    if delegate.email:
        return _("%(name)s gets mail about it.") % {"name": delegate}
    return _("%(name)s has no email address here and is not told.") % {"name": delegate}


@led()
@of_list
def remove(request, delegation, delegate, *, link, token):
    """A page with one button that takes somebody off the list."""
    if request.method == "POST":
        gone = _("%(name)s is not on the list any more.") % {"name": delegate}
        tried(request, gone, actions.cancel_as_head, delegate=delegate, **acting(request, link))
        return redirect("delegation", token)
    return form_page(
        request,
        delegation,
        token,
        None,
        title=_("Take %(name)s off the list") % {"name": delegate},
        lead=_("The place is free again for somebody else."),
        text=told(delegate),
        button=_("Take off the list"),
        is_danger=True,
        back=reverse("delegation_person", args=[token, delegate.pk]),
        back_words=delegate.name,
    )


@led(methods=require_POST)
@of_list
def mail_one(request, delegation, delegate, *, link, token):
    """Mail one person their link, or a reminder."""
    return mailed(request, delegation, [delegate], link=link, token=token)


@led(methods=require_POST)
def mail_all(request, delegation, *, link, token):
    """Mail everybody who has not registered their link, or a reminder."""
    people = Progress(delegation).due
    return mailed(request, delegation, people, link=link, token=token)


def mailed(request, delegation, people, *, link, token):
    if not consume(request, action="mail_links", key=str(delegation.pk)):
        messages.error(request, _("You have asked several times. Try again in an hour."))
        return redirect("delegation", token)
    try:
        number = actions.mail_links(
            delegation=delegation, delegates=people, **acting(request, link)
        )
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        words = ngettext(
            "%(number)s person gets mail with their private link.",
            "%(number)s people get mail with their private links.",
            number,
        )
        messages.success(request, words % {"number": number})
    return redirect("delegation", token)
