"""A list of people, pasted or uploaded by a head: shown first with what is wrong in each row, then saved as a whole."""

import codecs

from django.contrib import messages
from django.core.signing import BadSignature
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from corridor.actions import Refused
from corridor.forms import posted
from corridor.spreadsheets import CSV, TYPES
from events import actions, progress
from events.forms.delegations import EntryForm, ListForm
from events.imports import people
from events.views.delegations import acting, led


@led(progress.list_closed)
def import_list(request, delegation, *, link, token):
    """Read a list, and show what would be saved; a list that was shown is saved."""
    if "rows" in request.POST:
        return save(request, delegation, link, token)
    form = ListForm(*posted(request))
    if not form.is_valid():
        return show(request, delegation, token, form)
    try:
        found, sheet = people.read(delegation, **form.cleaned_data)
    except Refused as refused:
        name = "file" if form.cleaned_data["file"] else "text"
        form.add_error(name, refused.message)
        return show(request, delegation, token, form)
    text = sheet.text if form.cleaned_data["file"] else form.cleaned_data["text"]
    return show_list(request, delegation, token, found, text)


def save(request, delegation, link, token):
    """Save what was shown, if it is as right as it was then. A list that was changed meanwhile is shown again."""
    try:
        found, after = people.from_signed(delegation, request.POST["rows"])
    except BadSignature:
        messages.error(request, _("The list did not come back as it was shown. Paste it again."))
        return redirect("delegation_import", token)
    text = request.POST.get("text", "")
    if found.wrong:
        return show_list(request, delegation, token, found, text)
    try:
        added = actions.add_people(
            delegation=delegation, people=found.people, after=after, **acting(request, link)
        )
    except Refused as refused:
        messages.error(request, refused.message)
        return show_list(request, delegation, token, found, text)
    words = ngettext(
        "%(number)s person is on the list now. Send them their link.",
        "%(number)s people are on the list now. Send them their links.",
        len(added),
    )
    messages.success(request, words % {"number": len(added)})
    return redirect("delegation", token)


def show_list(request, delegation, token, found, text):
    """What was read: the rows to mend and the list to mend them in, or all rows and the button that saves them."""
    form = ListForm({"text": text}, {})
    if not found.lines:
        form.add_error("text", _("The list names nobody."))
    if wrong := len(found.wrong):
        words = ngettext(
            "%(number)s row is not right yet. Nothing is saved. Mend it here and check again.",
            "%(number)s rows are not right yet. Nothing is saved. Mend them here and check again.",
            wrong,
        )
        form.add_error("text", words % {"number": wrong})
    return show(request, delegation, token, form, found=found, text=text)


def show(request, delegation, token, form, **found):
    fields = EntryForm.base_fields.values()
    context = {
        "delegation": delegation,
        "event": delegation.event,
        "token": token,
        "form": form,
        "labels": [field.label for field in fields],
        **found,
    }
    return render(request, "events/delegation_import.html", context)


@led(methods=require_safe)
def template(request, delegation, *, link, token):
    """An empty list with the headings; spreadsheets in German take semicolons alone."""
    delimiter = ";" if get_language() == "de" else ","
    headings = delimiter.join(str(field.label) for field in EntryForm.base_fields.values())
    content = codecs.BOM_UTF8 + f"{headings}\r\n".encode()
    name = slugify(_("Delegation")) or CSV
    disposition = f'attachment; filename="{name}.csv"'
    return HttpResponse(
        content, content_type=TYPES[CSV], headers={"Content-Disposition": disposition}
    )
