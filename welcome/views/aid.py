from django.http import Http404
from django.shortcuts import redirect, render

from welcome import aid as rules
from welcome.earlier import taken_from
from welcome.forms import AidForm
from welcome.sections import find
from welcome.views.drafts import missing_fields, own_draft, read_or_post, save
from welcome.views.typed import for_its_people, sealed, typed


@for_its_people
@read_or_post
def aid(request, pk):
    """State aid: the question, one entry for each aid received, and what it adds up to."""
    application = own_draft(request, pk)
    here = find("aid", application)
    if here is None:
        raise Http404
    form = AidForm(
        *typed(request), application=application, initial=application.answers.get("aid", {})
    )
    outcome = None
    if request.method == "POST":
        form.full_clean()
        outcome = save(request, form, here, form.answers())
        if outcome.is_done:
            return redirect(
                "application_aid" if "more" in request.POST else "application", pk=application.pk
            )
        form, application = outcome.form, own_draft(request, pk)
    context = {
        "application": application,
        "section": here,
        "form": form,
        "missing": missing_fields(form, here),
        **sealed(request),
        "taken_from": taken_from(application, here.slug),
        "outcome": outcome,
        "statement": rules.statement(application),
        "ceiling": rules.CEILING,
    }
    return render(request, "welcome/aid.html", context)
