from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.actions import Refused
from corridor.documents.actions import store
from corridor.forms import posted
from startups.choices import MemberRole
from startups.models import Startup
from welcome import actions, eligibility
from welcome.exceptions import AlreadySubmitted
from welcome.forms import (
    SECTION_FORMS,
    AidForm,
    AidLines,
    AttachmentForm,
    BeginForm,
    PackagesForm,
)
from welcome.models import Application, Attachment, Package
from welcome.sections import find, sections_of
from welcome.summary import summary_of

read_or_post = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@read_or_post
def begin(request, slug):
    """Begin an application from a package's page, with other packages at the same time."""
    package = get_object_or_404(Package.objects.public(), slug=slug)
    startup = own_startup(request)
    if startup is None:
        return render(request, "welcome/needs_startup.html", {"package": package})
    obstacles = eligibility.obstacles(startup, [package])[package]
    form = BeginForm(*posted(request), startup=startup, initial={"packages": [package.pk]})
    context = {"package": package, "startup": startup, "form": form, "obstacles": obstacles}
    context["startups"] = Startup.objects.of(request.user)
    context["case"] = eligibility.running_cases(startup, [package]).get(package)
    if obstacles or not form.is_valid():
        return render(request, "welcome/begin.html", context)
    try:
        application = actions.begin_application(
            startup=startup, packages=form.cleaned_data["packages"], by=request.user
        )
    except Refused as refused:
        form.add_error(None, refused.message)
        return render(request, "welcome/begin.html", context)
    return redirect(application)


def own_startup(request):
    """The start-up to apply for: the one named in the address, else the person's first."""
    mine = Startup.objects.of(request.user)
    wanted = request.GET.get("startup")
    if wanted and not any(startup.slug == wanted for startup in mine):
        raise Http404
    return next((startup for startup in mine if wanted in (None, "", startup.slug)), None)


@login_required
@require_safe
def index(request):
    applications = (
        Application.objects.visible_to(request.user)
        .select_related("startup")
        .prefetch_related("packages", "cases__package__authority")
    )
    return render(request, "welcome/applications.html", {"applications": applications})


@login_required
@require_safe
def overview(request, pk):
    """The task list of a draft; once it is submitted, its cases."""
    application = own_application(request, pk)
    if application.is_draft:
        return render(request, "welcome/task_list.html", task_list(application))
    cases = application.cases.select_related("package__authority")
    return render(
        request,
        "welcome/submitted.html",
        {
            "application": application,
            "cases": cases,
            "summary": summary_of(application.revisions.last()),
        },
    )


def task_list(application):
    found = sections_of(application)
    done = [section for section in found if section.is_complete(application)]
    here = next((section for section in found if section not in done), None)
    tasks = [
        {
            "title": section.title,
            "url": section_url(application, section.slug),
            "state": "passed" if section in done else "here" if section is here else "ahead",
            "status": _("Complete") if section in done else _("Not started"),
        }
        for section in found
    ]
    ready = len(done) == len(found)
    tasks.append(
        {
            "title": _("Check your answers and submit"),
            "url": section_url(application, "check") if ready else "",
            "state": "here" if ready else "ahead",
            "status": _("Ready") if ready else _("Opens when all sections are complete"),
        }
    )
    return {
        "application": application,
        "tasks": tasks,
        "ready": ready,
        "done": len(done),
        "all": len(found),
    }


@login_required
@read_or_post
def section(request, pk, section):
    """One section of the form, saved on its own."""
    application = own_draft(request, pk)
    here, form_class = find(section, application), SECTION_FORMS.get(section)
    if here is None or form_class is None:
        raise Http404
    answers = application.answers.get(section)
    initial = form_class.first_answers(application) if answers is None else answers
    form = form_class(*posted(request), application=application, initial=initial)
    if form.is_valid() and saved(request, form, application, section, form.answers()):
        return redirect(application)
    context = {
        "application": application,
        "section": here,
        "form": form,
        "prefilled": answers is None and initial,
    }
    return render(request, "welcome/section.html", context)


@login_required
@read_or_post
def packages(request, pk):
    application = own_draft(request, pk)
    initial = PackagesForm.first_answers(application)
    form = PackagesForm(*posted(request), application=application, initial=initial)
    if form.is_valid():
        try:
            actions.choose_packages(
                application=application, packages=form.cleaned_data["packages"], by=request.user
            )
            return redirect(application)
        except Refused as refused:
            form.add_error(None, refused.message)
    context = {"application": application, "section": find("packages", application), "form": form}
    return render(request, "welcome/section.html", context)


@login_required
@read_or_post
def aid(request, pk):
    """State aid: the question, and one line for each aid received."""
    application = own_draft(request, pk)
    here = find("aid", application)
    if here is None:
        raise Http404
    answers = application.answers.get("aid", {})
    form = AidForm(*posted(request), application=application, initial=answers)
    lines = AidLines(*posted(request), prefix="lines", initial=answers.get("lines", []))
    if request.method == "POST" and form.is_valid():
        received = form.cleaned_data["received"] == "yes"
        if not received or lines.is_valid():
            kept = [plain_line(line) for line in lines.cleaned_data if line] if received else []
            if received and not kept:
                form.add_error("received", _("Name the aid below, or answer “No”."))
            elif saved(request, form, application, "aid", {**form.answers(), "lines": kept}):
                return redirect(
                    "application_aid" if "more" in request.POST else "application",
                    pk=application.pk,
                )
    context = {"application": application, "section": here, "form": form, "formset": lines}
    return render(request, "welcome/aid.html", context)


def plain_line(line):
    return {
        "authority": line["authority"],
        "granted_on": line["granted_on"].isoformat(),
        "amount": str(line["amount"]),
    }


@login_required
@read_or_post
def documents(request, pk):
    """The files of a draft: add one, see what is there and what is missing."""
    application = own_draft(request, pk)
    here = find("documents", application)
    if here is None:
        raise Http404
    form = AttachmentForm(*posted(request), application=application)
    if form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            kept = store(file=upload, name=upload.name, by=request.user)
            actions.attach(
                application=application,
                kind=form.cleaned_data["kind"],
                document=kept,
                by=request.user,
            )
        except Refused as refused:
            form.add_error("file", refused.message)
        else:
            messages.success(request, _("%(name)s is added.") % {"name": kept.name})
            return redirect("application_documents", pk=application.pk)
    context = {
        "application": application,
        "section": here,
        "form": form if form.fields["kind"].choices else None,
        "attachments": application.attachments.select_related("document"),
    }
    return render(request, "welcome/documents.html", context)


@login_required
@require_POST
def remove_document(request, pk, attachment):
    application = own_draft(request, pk)
    kept = get_object_or_404(Attachment, pk=attachment, application=application)
    try:
        actions.detach(attachment=kept, by=request.user)
        messages.success(request, _("%(name)s is removed.") % {"name": kept.document.name})
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("application_documents", pk=application.pk)


@login_required
@read_or_post
def check(request, pk):
    """Check your answers, then submit."""
    application = own_application(request, pk)
    if not application.is_draft:
        return redirect(application)
    context = {
        "application": application,
        "summary": summary_of(application, change=True),
        "owner": application.startup.memberships.filter(
            user=request.user, role=MemberRole.OWNER
        ).exists(),
        "unfinished": [
            section for section in sections_of(application) if not section.is_complete(application)
        ],
    }
    if request.method == "POST":
        try:
            actions.submit(application=application, by=request.user)
        except AlreadySubmitted:
            return redirect(application)
        except Refused as refused:
            context["refused"] = refused.message
        else:
            messages.success(
                request,
                _("Your application is submitted. We have sent you an acknowledgement by mail."),
            )
            return redirect(application)
    return render(request, "welcome/check.html", context)


def saved(request, form, application, section, answers):
    """Save a section; a refusal becomes an error of the form."""
    try:
        actions.save_section(
            application=application, section=section, answers=answers, by=request.user
        )
    except Refused as refused:
        form.add_error(None, refused.message)
        return False
    messages.success(request, _("Saved."))
    return True


def own_application(request, pk):
    return get_object_or_404(
        Application.objects.visible_to(request.user).select_related("startup"), pk=pk
    )


def own_draft(request, pk):
    """A draft of one's own start-up; what is submitted has no form any more."""
    mine = Application.objects.filter(startup__in=Startup.objects.of(request.user)).drafts()
    return get_object_or_404(mine.select_related("startup", "created_by"), pk=pk)


def section_url(application, slug):
    return f"{application.get_absolute_url()}{slug}/"
