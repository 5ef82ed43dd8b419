"""What was typed into a form when the session had ended: it waits in the next one and comes back after sign-in."""

import functools
from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import QueryDict

from corridor.forms import posted

# Where the session keeps what was typed, and how many characters of it at most.
TYPED = "typed"
LONGEST = 60_000
SALT = "welcome.typed"
OPEN = timedelta(days=14)


def for_its_people(view):
    """Sign-in first. What was typed into a page without a session comes back after it, files apart."""
    guarded = login_required(view)

    @functools.wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.method == "POST" and not request.user.is_authenticated:
            keep_typed(request)
        return guarded(request, *args, **kwargs)

    return wrapper


def sealed(request, path=None) -> dict:
    """What a page with such a form needs; `path` is the form's own address, where that is not the page's.

    The seal goes out to people who are signed in, so that nobody else fills the table of sessions.
    """
    seal = signing.dumps(path or request.path, salt=SALT)
    return {"seal": seal, "came_back": came_back(request)}


def keep_typed(request):
    data = request.POST.copy()
    data.pop("csrfmiddlewaretoken", None)
    seal = data.pop("seal", [""])[-1]
    text = data.urlencode()
    if len(text) <= LONGEST and is_of_this_page(request, seal):
        request.session[TYPED] = {"path": request.path, "text": text}


def is_of_this_page(request, seal):
    try:
        return signing.loads(seal, salt=SALT, max_age=OPEN) == request.path
    except signing.BadSignature:
        return False


def typed(request):
    """Data and files for a form: those of a POST, else what was typed on this page before the session had ended."""
    kept = request.session.get(TYPED, {})
    if request.method == "POST" or kept.get("path") != request.path:
        return posted(request)
    return QueryDict(kept["text"]), None


def came_back(request):
    """Whether the form shows what was typed before the session had ended."""
    return request.method != "POST" and request.session.get(TYPED, {}).get("path") == request.path


def forget_typed(request):
    request.session.pop(TYPED, None)
