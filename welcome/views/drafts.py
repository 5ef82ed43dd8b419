"""What every page of a draft shares: who sees it, how a section is saved."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.accounts.models import User
from corridor.actions import Refused
from startups.models import Startup
from welcome import actions
from welcome.eligibility import obstacles
from welcome.exceptions import ChangedMeanwhile
from welcome.forms import SectionForm
from welcome.forms.base import version_of
from welcome.models import Application
from welcome.sections import Section, is_blank
from welcome.summary import shown
from welcome.views.typed import forget_typed

read_or_post = require_http_methods(["GET", "HEAD", "POST"])
# What the sections of a draft are made of.
WITH_PACKAGES = (
    "packages__authority",
    "packages__benefits",
    "packages__questions",
    "attachments__document",
)


@dataclass
class Outcome:
    """What a save came to: done, or the form to show again, and who saved what meanwhile."""

    form: SectionForm
    is_done: bool = False
    by: User | None = None
    differences: list | None = None


def save(request, form: SectionForm, section: Section, answers: dict, keep=None) -> Outcome:
    """Keep what makes sense of a section. What somebody else saved meanwhile is shown first and never lost.

    `keep` takes the place of `save_section`: it is called like it and gives the application as it is then.
    """
    try:
        application = (keep or actions.save_section)(
            application=form.application,
            section=section.slug,
            answers=answers,
            seen=form.seen,
            by=request.user,
        )
    except ChangedMeanwhile as changed:
        again = renewed(form, changed.answers, changed.version)
        by = User.objects.get(pk=changed.by)
        return Outcome(again, by=by, differences=differences(form, changed.answers, answers))
    except Refused as refused:
        form.add_error(None, refused.message)
        return Outcome(form)
    forget_typed(request)
    if form.errors:
        return Outcome(renewed(form, answers, version_of(application, section.slug)))
    tell(request, form, section.missing(application))
    return Outcome(form, is_done=True)


def renewed(form, saved, version):
    """The same form on top of what is saved now."""
    return type(form)(form.beside(saved, version), application=form.application)


def differences(form, theirs, mine):
    """Each question that the two answer differently, with both answers in words."""
    return [
        {
            "label": field.label,
            "theirs": shown(field, theirs.get(name)),
            "mine": shown(field, mine.get(name)),
        }
        for name, field in form.questions.items()
        if theirs.get(name) != mine.get(name)
        and not (is_blank(theirs.get(name)) and is_blank(mine.get(name)))
    ]


def tell(request, form, missing):
    labels = [str(form.place_of(name)[1]) for name in missing if name in form.questions]
    if labels:
        words = _("Saved. Still missing: %(questions)s") % {"questions": " · ".join(labels)}
        messages.info(request, words)
    else:
        messages.success(request, _("Saved."))


def missing_fields(form, section):
    """What a submission still needs as (id to jump to, label), once the section was begun."""
    application = form.application
    if form.is_bound or not section.is_begun(application):
        return []
    missing = section.missing(application)
    return [form.place_of(name) for name in missing if name in form.questions]


def own_application(request, pk):
    return get_object_or_404(
        Application.objects.visible_to(request.user).select_related("startup"), pk=pk
    )


def own_draft(request, pk):
    """A draft of one's own start-up; what is submitted has no form any more."""
    mine = Application.objects.filter(startup__in=Startup.objects.of(request.user)).drafts()
    drafts = mine.select_related("startup", "created_by").prefetch_related(*WITH_PACKAGES)
    return get_object_or_404(drafts, pk=pk)


def obstacles_of(application):
    """For each package of a draft that can't be had today: why."""
    found = obstacles(application.startup, list(application.packages.all()))
    return {package: sentences for package, sentences in found.items() if sentences}


def section_url(application, slug):
    return f"{application.get_absolute_url()}{slug}/"
