"""What the event team asks besides, once a place is confirmed."""

from functools import partial

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corridor.forms import posted
from events import actions, links
from events.choices import DelegateState
from events.forms.questions import QuestionsForm
from events.views.held import held
from events.views.registrations import form_page, is_over, take


@held(links.DELEGATE)
@form_page
def questions(request, delegate, *, link, token):
    """One page with all questions of the event."""
    asked = delegate.event.questions.filter(is_asked=True)
    if delegate.state != DelegateState.CONFIRMED or is_over(delegate) or not asked:
        return redirect("registration", token)
    given = dict(delegate.answers.values_list("question", "value"))
    form = QuestionsForm(*posted(request), questions=asked, given=given)
    if form.is_valid():
        act = partial(actions.answer_questions, delegate=delegate, link=link, answers=form.answers)
        return take(request, token, act, _("Your answers are saved."))
    context = {"delegate": delegate, "event": delegate.event, "token": token, "form": form}
    return render(request, "events/questions.html", context)
