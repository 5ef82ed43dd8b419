"""Who else has a case open: what the log of looks tells a colleague."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from corridor import clock
from corridor.accounts.models import User
from welcome.models import Case, CaseAccess

# Whoever opened a page within this time may still be working on it.
STILL_HERE = timedelta(minutes=15)
# A sitting is not looked for any further back.
LONGEST = timedelta(hours=12)


@dataclass(frozen=True)
class Sitting:
    """A colleague who seems to be working on a case, and since when: in real time, as the log has it."""

    person: User
    since: datetime


def others_at(case: Case, user: User) -> list[Sitting]:
    """The colleagues of the case's authority who opened it lately, each with the beginning of their sitting."""
    now = clock.real_now()
    looks = CaseAccess.objects.filter(
        case=case, by__in=case.authority.members.values("user"), at__gt=now - LONGEST
    )
    begun: dict[User, datetime] = {}
    for look in looks.exclude(by=user).select_related("by").order_by("-at"):
        if begun.get(look.by, now) - look.at <= STILL_HERE:
            begun[look.by] = look.at
    return [Sitting(person, since) for person, since in begun.items()]
