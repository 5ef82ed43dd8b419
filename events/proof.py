"""Proof that one reads the delegate's mail, before letters and passport data: a code, once per browser session.

The session keeps a salted hash of the code, when it was sent and how often somebody typed a wrong one, in real time.
"""

import secrets
from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password, make_password

from corridor import clock

HOLDS = timedelta(minutes=15)
MOST_TRIES = 5
DIGITS = 6


def key(delegate):
    """A new link asks for a new proof: what was shown with one link does not count for the next."""
    return f"proof:{delegate.pk}:{delegate.link}"


def is_given(request, delegate) -> bool:
    """Whether this session has proven the address, by its code or by the account that has it."""
    user = request.user
    is_own = user.is_authenticated and user.email == delegate.email.lower()
    return is_own or request.session.get(key(delegate), {}).get("given", False)


def new_code(request, delegate) -> str:
    """A code for this session; the one before does not work any more."""
    code = "".join(secrets.choice("0123456789") for _digit in range(DIGITS))
    sent = clock.real_now().isoformat()
    request.session[key(delegate)] = {"hash": make_password(code), "sent": sent, "tries": 0}
    return code


def was_sent(request, delegate) -> bool:
    """Whether a code is on its way that still works."""
    asked = request.session.get(key(delegate), {})
    if "hash" not in asked or asked["tries"] >= MOST_TRIES:
        return False
    return clock.real_now() - datetime.fromisoformat(asked["sent"]) < HOLDS


def gives(request, delegate, code: str) -> bool:
    """Try a code; the right one is the proof for this session, five wrong ones end it."""
    if not was_sent(request, delegate):
        return False
    asked = request.session[key(delegate)]
    # Kept before the code is reckoned, which takes its time, and not behind it once more: tries at once count, too.
    request.session[key(delegate)] = asked | {"tries": asked["tries"] + 1}
    request.session.save()
    request.session.modified = False
    if not check_password("".join(code.split()), asked["hash"]):
        return False
    # Another key, so that nobody shares the session who planted its cookie before.
    request.session.cycle_key()
    request.session[key(delegate)] = {"given": True}
    return True
