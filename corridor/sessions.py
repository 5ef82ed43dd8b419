"""Sessions in the database, where a made-up cookie is an unknown one."""

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    def _validate_session_key(self, key):
        """Letters and digits, as Django makes them: PostgreSQL does not even look for a key with a NUL."""
        return super()._validate_session_key(key) and key.isalnum()
