from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from welcome.earlier import applications_before, taken_from
from welcome.models import Application
from welcome.sections import required_kinds, sections_of
from welcome.summary import summary_of
from welcome.views.drafts import WITH_PACKAGES, obstacles_of, own_application, section_url


@login_required
@require_safe
def index(request):
    applications = (
        Application.objects.visible_to(request.user)
        .select_related("startup")
        .prefetch_related("packages", "cases__package__authority", "cases__events")
    )
    return render(request, "welcome/applications.html", {"applications": applications})


@login_required
@require_safe
def overview(request, pk):
    """The task list of a draft; once it is submitted, its cases."""
    application = own_application(request, pk)
    if application.is_draft:
        prefetch_related_objects([application], *WITH_PACKAGES)
        return render(request, "welcome/task_list.html", task_list(application))
    revision = application.revisions.last()
    context = {
        "application": application,
        "cases": application.cases.select_related("package__authority").prefetch_related("events"),
        "revision": revision,
        "summary": summary_of(revision),
        "is_member": application.startup.membership_of(request.user) is not None,
    }
    return render(request, "welcome/submitted.html", context)


def task_list(application):
    found = sections_of(application)
    open_ones = [section for section in found if not section.is_complete(application)]
    here = next(iter(open_ones), None)
    tasks = [
        {
            "title": section.title,
            "url": section_url(application, section.slug),
            "state": state_of(section, here, open_ones),
            "status": section.status(application).label,
            "note": note_of(application, section),
        }
        for section in found
    ]
    ready = not open_ones
    tasks.append(
        {
            "title": _("Check your answers and submit"),
            "url": section_url(application, "check"),
            "state": "here" if ready else "ahead",
            "status": _("Ready") if ready else _("When all sections are complete"),
        }
    )
    return {
        "application": application,
        "tasks": tasks,
        "ready": ready,
        "done": len(found) - len(open_ones),
        "all": len(found),
        "obstacles": obstacles_of(application),
        "has_earlier": bool(open_ones) and applications_before(application).exists(),
    }


def note_of(application, section):
    """That nothing is asked for in a section, or that it was taken over, as long as nobody has saved it since."""
    if section.slug == "documents" and not required_kinds(application):
        return _("No package asks for documents. You can add some.")
    day = taken_from(application, section.slug)
    if day is None:
        return ""
    words = _("Taken over from your application of %(day)s. Check it and save it.")
    return words % {"day": date_format(day, "DATE_FORMAT")}


def state_of(section, here, open_ones):
    if section not in open_ones:
        return "passed"
    return "here" if section is here else "ahead"
