from django.http import Http404
from django.shortcuts import redirect, render

from corridor.accounts.models import User
from corridor.actions import Refused
from welcome import actions
from welcome.earlier import taken_from
from welcome.exceptions import ChangedMeanwhile
from welcome.forms import PackagesForm, form_of
from welcome.models import Package
from welcome.sections import OWNERS_ONLY, find
from welcome.views.cases import is_owner
from welcome.views.drafts import Outcome, missing_fields, own_draft, read_or_post, save
from welcome.views.typed import for_its_people, forget_typed, sealed, typed


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
        "read_only": section in OWNERS_ONLY and not is_owner(request.user, application),
        **sealed(request),
        "taken_from": taken_from(application, here.slug),
        "outcome": outcome,
    }
    return render(request, "welcome/section.html", context)


@for_its_people
@read_or_post
def packages(request, pk):
    application = own_draft(request, pk)
    form = PackagesForm(*typed(request), application=application)
    outcome = None
    if request.method == "POST" and form.is_valid():
        outcome = choose(request, form, application)
        if outcome.is_done:
            return redirect(application)
        form = outcome.form
    context = {
        "application": application,
        "section": find("packages", application),
        "form": form,
        "outcome": outcome,
        **sealed(request),
    }
    return render(request, "welcome/section.html", context)


def choose(request, form, application) -> Outcome:
    """Make the choice that of the draft. What somebody else chose meanwhile is shown beside it first."""
    mine, seen = form.cleaned_data["packages"], form.cleaned_data["version"]
    try:
        actions.choose_packages(application=application, packages=mine, seen=seen, by=request.user)
    except ChangedMeanwhile as changed:
        data = form.data.copy()
        data["version"] = changed.version
        theirs = Package.objects.filter(pk__in=changed.answers)
        label = form.fields["packages"].label
        row = {"label": label, "theirs": named(theirs), "mine": named(mine)}
        again = PackagesForm(data, application=application)
        return Outcome(again, by=User.objects.get(pk=changed.by), differences=[row])
    except Refused as refused:
        form.add_error(None, refused.message)
        return Outcome(form)
    forget_typed(request)
    return Outcome(form, is_done=True)


def named(packages):
    return ", ".join(map(str, packages))
