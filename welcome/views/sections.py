from django.http import Http404
from django.shortcuts import redirect, render

from corridor.actions import Refused
from corridor.forms import posted
from welcome import actions
from welcome.earlier import taken_from
from welcome.forms import PackagesForm, form_of
from welcome.sections import find
from welcome.views.drafts import (
    came_back,
    for_its_people,
    missing_fields,
    own_draft,
    read_or_post,
    save,
    typed,
)


@for_its_people
@read_or_post
def section(request, pk, section):
    """One section of the form, saved on its own, half-filled too."""
    application = own_draft(request, pk)
    here = find(section, application)
    form_class = here and form_of(here)
    if form_class is None:
        raise Http404
    answers = application.answers.get(section)
    initial = form_class.first_answers(application) if answers is None else answers
    form = form_class(*typed(request), application=application, initial=initial)
    outcome = None
    if request.method == "POST":
        form.full_clean()
        outcome = save(request, form, here, form.answers())
        if outcome.is_done:
            return redirect(application)
        form = outcome.form
    context = {
        "application": application,
        "section": here,
        "form": form,
        "missing": missing_fields(form, here),
        "prefilled": answers is None and initial,
        "came_back": came_back(request),
        "taken_from": taken_from(application, here.slug),
        "outcome": outcome,
    }
    return render(request, "welcome/section.html", context)


@for_its_people
@read_or_post
def packages(request, pk):
    application = own_draft(request, pk)
    form = PackagesForm(*posted(request), application=application)
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
