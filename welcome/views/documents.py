from functools import partial

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from corridor.actions import Refused
from corridor.forms import posted
from welcome import actions
from welcome.actions.files import MOST_BYTES
from welcome.choices import DocumentKind
from welcome.forms.documents import AttachmentForm, ReplacementForm
from welcome.sections import find, required_kinds
from welcome.views.drafts import own_draft, read_or_post


@login_required
@read_or_post
def documents(request, pk):
    """The files of a draft: add some, see what is there, who will see it, and what is missing."""
    application, here = draft_with_documents(request, pk)
    form = AttachmentForm(*posted(request), application=application)
    if form.is_valid():
        upload = partial(actions.upload, application=application)
        keep_each(request, form, upload, there=application.attachments.all())
        if not form.errors:
            return redirect("application_documents", pk=application.pk)
        application, here = draft_with_documents(request, pk)
    found = application.attachments.all()
    context = {
        "application": application,
        "section": here,
        "form": form,
        "kinds": kinds_of(application),
        "asked": required_kinds(application),
        "count": len(found),
        "bytes": sum(attachment.document.size for attachment in found),
        "most_bytes": MOST_BYTES,
        "upload_limit": settings.UPLOAD_LIMIT,
        "complete": here.is_complete(application),
    }
    return render(request, "welcome/documents.html", context)


def keep_each(request, form, upload, there):
    """Keep each file that may be kept, with the action `upload`; the others are named at the field.

    `there` has the rows of the files that were kept before: the action gives one of them for a file sent again.
    """
    before, added = {row.pk for row in there}, set()
    for file in form.cleaned_data["files"]:
        try:
            row = upload(kind=form.cleaned_data["kind"], file=file, by=request.user)
        except Refused as refused:
            form.add_error("files", f"{file.name}: {refused.message}")
            continue
        if row.pk in before | added:
            words = _("%(name)s is here already, so it was not added again.")
            messages.info(request, words % {"name": file.name})
        else:
            added.add(row.pk)
    if added:
        words = ngettext("%(kept)d file is added.", "%(kept)d files are added.", len(added))
        messages.success(request, words % {"kept": len(added)})


@login_required
@read_or_post
def replace_document(request, pk, attachment):
    application, here = draft_with_documents(request, pk)
    old = get_object_or_404(application.attachments.select_related("document"), pk=attachment)
    form = ReplacementForm(*posted(request))
    if form.is_valid():
        try:
            new = actions.replace(attachment=old, file=form.cleaned_data["file"], by=request.user)
        except Refused as refused:
            form.add_error("file", refused.message)
        else:
            words = _("%(new)s takes the place of %(old)s.")
            messages.success(request, words % {"new": new.document, "old": old.document})
            return redirect("application_documents", pk=application.pk)
    context = {
        "application": application,
        "section": here,
        "form": form,
        "old": old,
        "upload_limit": settings.UPLOAD_LIMIT,
    }
    return render(request, "welcome/document_replace.html", context)


@login_required
@require_POST
def remove_document(request, pk, attachment):
    application = own_draft(request, pk)
    kept = get_object_or_404(application.attachments.select_related("document"), pk=attachment)
    try:
        actions.detach(attachment=kept, by=request.user)
        messages.success(request, _("%(name)s is removed.") % {"name": kept.document.name})
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("application_documents", pk=application.pk)


def draft_with_documents(request, pk):
    application = own_draft(request, pk)
    here = find("documents", application)
    if here is None:
        raise Http404
    return application, here


def kinds_of(application) -> list[dict]:
    """Each kind that is asked for or there: its files, and the authorities that will see them."""
    asked = required_kinds(application)
    found = application.attachments.all()
    there = {attachment.kind for attachment in found}
    return [
        {
            "label": label,
            "asked": kind in asked,
            "free": kind == DocumentKind.OTHER,
            "readers": readers_of(application, kind),
            "files": [attachment for attachment in found if attachment.kind == kind],
        }
        for kind, label in DocumentKind.choices
        if kind in asked | there
    ]


def readers_of(application, kind) -> list[str]:
    """Who asked for a kind sees it; all do, where nobody asked."""
    packages = application.packages.all()
    asking = [package for package in packages if kind in package.required_documents]
    return sorted({package.authority.name for package in asking or packages})
