# ruff: noqa: F401
from events.admin import (
    checkins,
    delegates,
    delegations,
    events,
    letters,
    mailings,
    meetings,
    questions,
    sessions,
)
