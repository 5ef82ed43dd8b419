from corridor import housekeeping
from events import actions


@housekeeping.chore
def expire_offers():
    """Places that were offered and not taken in time go to those who wait next."""
    actions.expire_offers(by=None)


@housekeeping.chore
def purge_papers():
    """Passport data and needs go when their time after the event is over."""
    actions.purge_passports()
    actions.purge_needs()


@housekeeping.chore
def erase_delegates():
    """Who took part, and who led a delegation, is forgotten six months after the event."""
    actions.erase_delegates(by=None)


@housekeeping.chore
def purge_check_ins():
    """Who came when is deleted twelve months after the event."""
    actions.purge_check_ins()


@housekeeping.chore
def expire_meetings():
    """Requests for a meeting end when their time has come unanswered."""
    actions.expire_meetings(by=None)


@housekeeping.chore
def ask_outcomes():
    """Once a meeting is over both sides are asked by mail what came of it."""
    actions.ask_outcomes(by=None)


@housekeeping.chore
def purge_meetings():
    """Who met whom is deleted twelve months after the event."""
    actions.purge_meetings()
