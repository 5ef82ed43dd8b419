"""The answer to a request for further information: worked on in the opened sections, looked at, sent."""

import functools
from functools import partial

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.actions import Refused
from corridor.documents.models import Document
from corridor.forms import posted
from welcome import actions, versions
from welcome.differences import differences
from welcome.exceptions import AnswerTooLate, RequestEnded
from welcome.forms import form_of
from welcome.forms.cases import SendForm
from welcome.forms.documents import FilesForm
from welcome.models import Answer
from welcome.stages import open_request
from welcome.views.cases import is_owner, own_case
from welcome.views.documents import keep_each
from welcome.views.drafts import missing_fields, read_or_post, save
from welcome.views.typed import for_its_people, forget_typed, sealed, typed


def for_open_request(view):
    """Give the view the open request of one's own case; whoever comes too late is led back to the case."""

    @functools.wraps(view)
    def wrapper(request, reference, **arguments):
        case = own_case(request, reference)
        asked = open_request(case)
        if asked is None or not asked.can_be_answered:
            messages.error(request, (AnswerTooLate if asked else RequestEnded).message)
            return redirect(case)
        asked.case = case
        return view(request, asked, **arguments)

    return wrapper


@login_required
@require_safe
@for_open_request
def overview(request, asked):
    """What is asked, and the sections that it opens."""
    new = versions.answered(asked, answer_of(asked))
    changed = {part["slug"] for part in shown_difference(asked, new)}
    lacking = {section.slug for section in versions.unfinished(asked, new)}
    open_ones = [
        each.slug for each in opened(asked) if each.slug in lacking or each.slug not in changed
    ]
    tasks = [
        {
            "title": each.title,
            "url": f"{answer_url(asked)}{each.slug}/",
            "state": state_of(each.slug, open_ones),
            "status": status_of(each.slug, changed, lacking),
        }
        for each in opened(asked)
    ]
    ready = bool(changed) and not lacking
    tasks.append(
        {
            "title": _("Check your answer and send it"),
            "url": f"{answer_url(asked)}check/",
            "state": "here" if not open_ones else "ahead",
            "status": _("Ready") if ready else "",
        }
    )
    return render(request, "welcome/answer.html", {**shared(asked), "tasks": tasks})


def state_of(slug, open_ones):
    """One stop is "here": the first section that still waits."""
    if slug not in open_ones:
        return "passed"
    return "here" if slug == open_ones[0] else "ahead"


def status_of(slug, changed, lacking):
    if slug in lacking:
        return _("Something is missing")
    return _("Changed") if slug in changed else _("As submitted")


@for_its_people
@read_or_post
@for_open_request
def section(request, asked, section):
    """One opened section, saved on its own, with what is asked beside the form."""
    here = next((each for each in opened(asked) if each.slug == section), None)
    form_class = here and form_of(here)
    if form_class is None:
        raise Http404
    stand = stand_of(asked)
    given = stand.answers.get(section, {})
    form = form_class(*typed(request), application=stand, initial=given)
    outcome = None
    if request.method == "POST":
        form.full_clean()
        outcome = save(request, form, here, form.answers(), partial(keep, asked))
        if outcome.is_done:
            return redirect(request.path if "more" in request.POST else answer_url(asked))
        form = outcome.form
    context = {
        **shared(asked),
        "section": here,
        "form": form,
        "missing": missing_fields(form, here),
        **sealed(request),
        "outcome": outcome,
    }
    return render(request, "welcome/answer_section.html", context)


def keep(asked, *, application, **said):
    """Save a section of the answer; the application as the answer makes it then."""
    actions.save_answer(request=asked, **said)
    return stand_of(asked)


def stand_of(asked):
    answer = answer_of(asked)
    saved = answer.saved if answer else {}
    return versions.Stand(asked.case.application, versions.answered(asked, answer), saved)


@login_required
@read_or_post
@for_open_request
def documents(request, asked):
    """The files of the answer: those submitted, and those it adds or leaves out."""
    require_opened(asked, "documents")
    form = FilesForm(*posted(request))
    if form.is_valid():
        answer = answer_of(asked)
        upload = partial(actions.upload_to_answer, request=asked)
        keep_each(request, form, upload, there=answer.files.all() if answer else [])
        if not form.errors:
            return redirect("answer_documents", reference=asked.case.reference)
    answer = answer_of(asked)
    left_out = answer.files.filter(added=False).select_related("document") if answer else []
    context = {
        **shared(asked),
        "form": form,
        "files": versions.answered(asked, answer).files,
        "left_out": left_out,
        "upload_limit": settings.UPLOAD_LIMIT,
    }
    return render(request, "welcome/answer_documents.html", context)


@login_required
@require_POST
@for_open_request
def leave_out(request, asked, pk):
    return change_file(request, asked, pk, actions.leave_out, _("%(name)s is left out."))


@login_required
@require_POST
@for_open_request
def put_back(request, asked, pk):
    return change_file(request, asked, pk, actions.put_back, _("%(name)s is in the answer again."))


def change_file(request, asked, pk, act, done):
    require_opened(asked, "documents")
    document = get_object_or_404(Document, pk__in=known_files(asked), pk=pk)
    try:
        act(request=asked, document=document, by=request.user)
        messages.success(request, done % {"name": document.name})
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("answer_documents", reference=asked.case.reference)


def known_files(asked):
    """The ids of the files that were submitted and of those that the answer adds."""
    submitted = versions.of_revision(versions.latest(asked.case)).files
    answer = answer_of(asked)
    added = answer.files.values_list("document", flat=True) if answer else []
    return [*(file.document.pk for file in submitted), *added]


@for_its_people
@read_or_post
@for_open_request
def check(request, asked):
    """The difference that the authority will see, and the button that sends it."""
    latest, answer = versions.latest(asked.case), answer_of(asked)
    new = versions.answered(asked, answer)
    form = SendForm(*typed(request), latest=latest)
    if request.method == "POST" and form.is_valid():
        try:
            actions.send_answer(request=asked, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            forget_typed(request)
            messages.success(request, _("Your answer is sent. We have sent you a receipt by mail."))
            return redirect(asked.case)
    context = {
        **shared(asked),
        "form": form,
        "difference": shown_difference(asked, new),
        "unfinished": versions.unfinished(asked, new),
        "owner": is_owner(request.user, asked.case),
        **sealed(request),
    }
    return render(request, "welcome/answer_check.html", context)


def shown_difference(asked, new):
    """Against what the authority has now, not only against what was submitted last."""
    case = asked.case
    old = versions.of_revision(case.revision)
    return differences(old, new, case.application, versions.sections_of_case(case))


def opened(asked):
    return versions.unlocked(asked)


def require_opened(asked, slug):
    if slug not in asked.sections:
        raise Http404


def answer_of(asked):
    return Answer.objects.filter(case=asked.case).first()


def answer_url(asked):
    return f"{asked.case.get_absolute_url()}answer/"


def shared(asked):
    return {"asked": asked, "case": asked.case, "answer_url": answer_url(asked)}
