"""Which ticket is whose, at the door.

A code is reckoned from the delegate's id and stored nowhere, so it is looked up among the codes of its event: 500 of
them take 20 ms in a process that has not reckoned them yet, and no time afterwards.
"""

import functools
import re
from hashlib import sha256
from uuid import UUID

from django.conf import settings

from events.models import Delegate, Event
from events.tickets import LETTERS, code_of

REMEMBERED = 20_000
# Signs that no code has, for those that they are mistaken for.
MISREAD = str.maketrans("018", "OIB")


def typed(text: str) -> str:
    """The code that somebody typed, with or without hyphens; empty for what can't be one."""
    code = re.sub(r"[\s\-–.]", "", text).upper().translate(MISREAD)
    return code if re.fullmatch(rf"[A-Z2-7]{{{LETTERS}}}", code) else ""


def hash_of(code: str) -> str:
    """What phones at the door keep of a ticket: enough to know it again, too little to print one."""
    return sha256(code.encode()).hexdigest()


def ticket_hash(pk: UUID) -> str:
    return remembered_hash(pk, settings.SECRET_KEY)


@functools.lru_cache(maxsize=REMEMBERED)
def remembered_hash(pk, _key):
    return hash_of(code_of(Delegate(pk=pk)))


def holders(event: Event) -> dict[str, UUID]:
    """Delegates of an event by the hash of their ticket, whatever became of them."""
    keys = Delegate.objects.filter(event=event).order_by().values_list("pk", flat=True)
    return {ticket_hash(pk): pk for pk in keys}


def holder(event: Event, code: str) -> UUID | None:
    """Whose ticket of an event a typed code is; None for what is no code of it."""
    signs = typed(code)
    return holders(event).get(hash_of(signs)) if signs else None
