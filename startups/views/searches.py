from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from corridor.actions import Refused
from startups import actions
from startups.filters import StartupFilter
from startups.models import SavedSearch
from startups.models.searches import search_id


@login_required
@require_POST
def save(request):
    """Keep the search that the directory shows."""
    asked = StartupFilter(QueryDict(request.POST.get("query", "")))
    try:
        actions.save_search(query=asked.query(), by=request.user)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect(asked.address())
    messages.success(
        request, _("The search is saved. You get mail once a week when there is something new.")
    )
    return redirect("account")


@login_required
@require_POST
def delete(request, pk):
    search = get_object_or_404(SavedSearch.objects.visible_to(request.user), pk=pk)
    actions.delete_search(search=search, by=request.user)
    messages.success(request, _("The search is deleted. You get no more mail about it."))
    return redirect("account")


# Whoever holds the link may end the mails: programs post here by themselves and have no cookie (RFC 8058).
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request, token):
    """End the mails about one saved search, without signing in."""
    try:
        pk = search_id(token)
    except BadSignature as error:
        raise Http404 from error
    if request.method == "POST":
        actions.unsubscribe(pk=pk, by=None)
    search = SavedSearch.objects.filter(pk=pk).first()
    words = search and in_words(search)
    response = render(request, "startups/unsubscribe.html", {"search": search, "words": words})
    response["Referrer-Policy"] = "no-referrer"
    return response


def in_words(search):
    """What a saved search looks for, as its person would say it."""
    parts = [part["words"] for part in StartupFilter(QueryDict(search.query)).parts()]
    return " · ".join(parts) or _("All start-ups")


def saved_by(user):
    """The person's searches as {words, url, pk}, for the page "My corridor"."""
    searches = SavedSearch.objects.visible_to(user)
    return [{"words": in_words(search), "search": search} for search in searches]
