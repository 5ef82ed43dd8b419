"""A wish for a benefit, answered by its provider with the link in a mail and without an account."""

from django.core.signing import BadSignature
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from corridor import clock
from corridor.actions import Refused
from corridor.forms import posted
from welcome import actions
from welcome.exceptions import ReasonMissing
from welcome.forms.awards import ProviderForm
from welcome.models import Redemption
from welcome.models.provider_links import wish_and_mail
from welcome.views.drafts import read_or_post


# Whoever holds the link may answer, and no session is asked; the page's "no-referrer" would fail the check anyway.
@csrf_exempt
@never_cache
@read_or_post
def answer(request, token):
    """What is wished, and two buttons. Once it is answered or a later mail was sent, the page says that and no more."""
    try:
        pk, mail = wish_and_mail(token)
    except BadSignature as error:
        raise Http404 from error
    form = ProviderForm(*posted(request))
    if form.is_valid() and answered(request, pk, mail, form):
        response = redirect(request.path)
    else:
        wish = wish_of(pk)
        context = {
            "wish": wish,
            "award": wish.item.award,
            "form": form,
            "is_outdated": wish.provider_asked != mail,
            "is_late": wish.wished_on < clock.today(),
        }
        response = render(request, "welcome/awards/provider.html", context)
    response["Referrer-Policy"] = "no-referrer"
    return response


def answered(request, pk, mail, form):
    """Take the answer; a refusal is said on the page."""
    refuses = "refuse" in request.POST
    act = actions.refuse_as_provider if refuses else actions.confirm_as_provider
    try:
        act(redemption=wish_of(pk), mail=mail, by=None, **form.cleaned_data)
    except Refused as refused:
        form.add_error("answer" if isinstance(refused, ReasonMissing) else None, refused.message)
    return not form.errors


def wish_of(pk):
    wishes = Redemption.objects.select_related(
        "item__granted", "item__award__case__package__authority", "item__award__case__startup"
    )
    return get_object_or_404(wishes.select_related("asked_by"), pk=pk)
