"""Pages behind a secret link: whose it is, whether it still works, and no trace of it elsewhere."""

import functools

from django.core.signing import BadSignature
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from events import links
from events.models import Delegate, Delegation

# What a link opens, what stands before it on the page, and which of its numbers is the current one.
KINDS = {
    links.HEAD: (Delegation, ["event"], "head_link"),
    links.OPEN: (Delegation, ["event"], "open_link"),
    links.DELEGATE: (Delegate, ["event", "delegation"], "link"),
}


def held(kind):
    """A view behind a link: it gets the row and the link's number in place of the token.

    A link that was revoked says so and how one gets a new one; one that was not made here is not found. No site that
    the page leads to learns of the address; whoever holds the link may act, so no session is asked.
    """
    model, joined, number = KINDS[kind]

    def decorate(view):
        @csrf_exempt
        @never_cache
        @functools.wraps(view)
        def wrapper(request, token, **arguments):
            try:
                pk, link = kind.read(token)
            except (BadSignature, ValueError, TypeError) as error:
                raise Http404 from error
            row = get_object_or_404(model.objects.select_related(*joined), pk=pk)
            if link != getattr(row, number):
                context = {"event": row.event, "kind": kind.name}
                response = render(request, "events/link_revoked.html", context, status=410)
            else:
                response = view(request, row, link=link, token=token, **arguments)
            response["Referrer-Policy"] = "no-referrer"
            return response

        return wrapper

    return decorate
