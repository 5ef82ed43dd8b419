from corridor import housekeeping
from corridor.sessions import SessionStore


@housekeeping.chore
def delete_ended_sessions():
    SessionStore.clear_expired()
