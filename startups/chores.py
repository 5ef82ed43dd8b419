import logging

from django.conf import settings
from django.db import DatabaseError
from django.http import QueryDict

from corridor import clock, housekeeping
from corridor.documents.sweeping import sweep_public
from startups import actions, facets, logos
from startups.emails import MOST_NAMED
from startups.filters import StartupFilter
from startups.models import Interest, SavedSearch, Startup

logger = logging.getLogger(__name__)


@housekeeping.chore
def sweep_logos():
    """Delete pictures that no profile names: their upload was broken off."""
    sweep_public(logos.FOLDER, set(Startup.objects.exclude(logo="").values_list("logo", flat=True)))


@housekeeping.chore
def erase_interests():
    """Erase what people wrote to openings that closed long enough ago, CVs included."""
    for interest in Interest.objects.to_erase(clock.today()):
        actions.erase_interest(interest=interest, by=None)


@housekeeping.chore
def end_introductions():
    """End what nobody answered in time, then remind whoever still can."""
    actions.expire_introductions(by=None)
    actions.remind_of_introductions(by=None)


@housekeeping.chore
def erase_introductions():
    """Erase what was asked and answered long enough ago, and its history."""
    actions.erase_introductions(by=None)


@housekeeping.chore
def keep_facets():
    """Count the choices of the directory anew, so that nobody's page has to."""
    if settings.PAGE_SECONDS:
        facets.keep()


@housekeeping.chore
def tell_of_new():
    """Mail what was published since, to those who saved a search a week ago or longer."""
    today = clock.today()
    for saved in SavedSearch.objects.due(today).select_related("user"):
        if housekeeping.stopping.is_set():
            break
        new = Startup.objects.published().filter(
            published_on__gte=saved.told_on, published_on__lt=today
        )
        try:
            rows = StartupFilter(QueryDict(saved.query), queryset=new).qs
            actions.tell_of_new(search=saved, startups=list(rows[: MOST_NAMED + 1]), by=None)
        except DatabaseError:  # nobody's search keeps the others waiting
            logger.exception("The saved search %s could not be looked up", saved.pk)


@housekeeping.chore
def forget_invitations():
    """Delete what is kept of invitations that ended long ago."""
    actions.forget_invitations(by=None)


@housekeeping.chore
def keep_true():
    """Ask the owners of profiles whether they still hold, remind them, and hide what nobody confirmed."""
    today = clock.today()
    steps = [
        (Startup.objects.to_ask(today), actions.ask_to_confirm),
        (Startup.objects.to_hide(today), actions.hide_unconfirmed),
    ]
    for due, act in steps:
        for startup in due:
            if housekeeping.stopping.is_set():
                return
            act(startup=startup, by=None)
