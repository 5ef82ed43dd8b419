from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import NotPermitted, Refused, action
from startups import emails
from startups.models import SavedSearch, Startup

MOST_SAVED = 20


class TooManySearches(Refused):
    message = _("You have saved 20 searches. Delete one before you save another.")


@action
def save_search(*, query: str, by: User) -> SavedSearch:
    """Keep a search of the directory, to hear of what is new once a week. Raises TooManySearches, Conflict."""
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    if by.saved_searches.count() >= MOST_SAVED:
        raise TooManySearches
    return SavedSearch.objects.create(
        user=by, query=query, saved_at=clock.now(), told_on=clock.today()
    )


@action
def delete_search(*, search: SavedSearch, by: User) -> None:
    if search.user != by:
        raise NotPermitted
    search.delete()


@action
def unsubscribe(*, pk: str, by: None) -> None:
    """End the mails about a search, for whoever holds the link in one of them; nothing happens the second time."""
    SavedSearch.objects.filter(pk=pk).delete()


@action
def tell_of_new(*, search: SavedSearch, startups: list[Startup], by: None) -> bool:
    """Mail a person what is new to their search, if anything is; False when that was done within the week."""
    today = clock.today()
    search = (
        SavedSearch.objects.select_for_update(of=("self",)).due(today).filter(pk=search.pk).first()
    )
    if search is None:
        return False
    search.told_on = today
    search.save(update_fields=["told_on"])
    if startups:
        emails.new_in_search(search, startups)
    return True
