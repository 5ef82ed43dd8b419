from events.admin import delegates, delegations, events, letters, mailings, sessions  # noqa: F401
