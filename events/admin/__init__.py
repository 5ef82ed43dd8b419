# ruff: noqa: F401
from events.admin import (
    delegates,
    delegations,
    events,
    letters,
    mailings,
    meetings,
    questions,
    sessions,
)
