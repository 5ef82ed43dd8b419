from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corridor.actions import Refused
from welcome import actions
from welcome.earlier import applications_before, offer
from welcome.sections import sections_of
from welcome.summary import section_rows
from welcome.versions import File, Stand, Version
from welcome.views.drafts import own_draft, read_or_post


@login_required
@read_or_post
def earlier(request, pk):
    """Use answers from an earlier application: which one, and what would be taken over."""
    draft = own_draft(request, pk)
    found = list(applications_before(draft))
    source = chosen(request, found)
    context = {"application": draft, "found": found, "source": source}
    if source:
        revision = source.revisions.last()
        if request.method == "POST":
            try:
                actions.take_over(application=draft, revision=revision, by=request.user)
            except Refused as refused:
                context["refused"] = refused.message
            else:
                messages.success(
                    request, _("Taken over. Check each of these sections and save it.")
                )
                return redirect(draft)
        context["summary"] = shown(draft, offer(draft, revision))
    return render(request, "welcome/earlier.html", context)


def chosen(request, found):
    """The application named in the address, else the latest."""
    named = request.GET.get("from")
    if not named:
        return found[0] if found else None
    source = next((each for each in found if str(each.pk) == named), None)
    if source is None:
        raise Http404
    return source


def shown(draft, taken):
    """What would be taken over, section by section."""
    files = [File(row.kind, row.document) for row in taken.files]
    stand = Stand(draft, Version(taken.answers, files))
    parts = [
        {"title": section.title, "rows": section_rows(section, stand)}
        for section in sections_of(draft)
        if section.slug in taken.answers or (section.slug == "documents" and files)
    ]
    return [part for part in parts if part["rows"]]
