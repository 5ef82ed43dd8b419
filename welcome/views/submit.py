from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from corridor.actions import Refused
from corridor.documents.actions import log_bundle
from startups.choices import MemberRole
from welcome import actions
from welcome.contradictions import contradictions
from welcome.copy import render_copy
from welcome.exceptions import AlreadySubmitted
from welcome.sections import sections_of
from welcome.summary import summary_of
from welcome.views.drafts import WITH_PACKAGES, obstacles_of, own_application, read_or_post


@login_required
@read_or_post
def check(request, pk):
    """Check your answers, then submit."""
    application = own_application(request, pk)
    if not application.is_draft:
        return redirect(application)
    refused = ""
    if request.method == "POST":
        try:
            actions.submit(application=application, by=request.user)
        except AlreadySubmitted:
            return redirect(application)
        except Refused as refusal:
            refused = refusal.message
        else:
            messages.success(
                request,
                _("Your application is submitted. We have sent you an acknowledgement by mail."),
            )
            return redirect(application)
    return render(
        request, "welcome/check.html", {**overview(request, application), "refused": refused}
    )


def overview(request, draft):
    """Everything in the draft, and what still stands against its submission."""
    prefetch_related_objects([draft], *WITH_PACKAGES)
    return {
        "application": draft,
        "summary": summary_of(draft, change=True),
        "owner": draft.startup.memberships.filter(
            user=request.user, role=MemberRole.OWNER
        ).exists(),
        "unfinished": [section for section in sections_of(draft) if not section.is_complete(draft)],
        "obstacles": obstacles_of(draft),
        "contradictions": contradictions(draft),
    }


@login_required
@require_safe
def copy(request, pk, number):
    """A PDF of what was submitted, for one's own files."""
    application = own_application(request, pk)
    revision = get_object_or_404(application.revisions, number=number)
    name = f"{application.startup.slug}-{revision.submitted_at:%Y-%m-%d}-{number}.pdf"
    if request.method != "HEAD":
        log_bundle(subject=application.pk, name=name, by=request.user)
    return HttpResponse(
        render_copy(revision),
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )
