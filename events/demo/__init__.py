"""The events of the demonstration: Future Tech Fest 2024 with its delegations, and the summit before it."""

from events.demo import crowd, delegations, events, letters, meetings  # noqa: F401
