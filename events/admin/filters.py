"""Filters of the event team's lists."""

from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.admin import Choice
from events.models import Event


def events_of(request) -> list[Event]:
    """The events that somebody may choose from, read once for a page."""
    if not hasattr(request, "events_to_choose"):
        request.events_to_choose = list(Event.objects.visible_to(request.user))
    return request.events_to_choose


class EventFilter(Choice):
    """The event that comes next, unless another one is asked for; a search and a delegation look everywhere."""

    title = _("event")
    parameter_name = "event__id__exact"
    widest = "all"
    field = "event"

    def __init__(self, request, params, model, model_admin):
        self.looks_everywhere = any(
            request.GET.get(name) for name in ("q", "delegation__id__exact")
        )
        self.coming = self.widest
        super().__init__(request, params, model, model_admin)

    def lookups(self, request, model_admin):
        events = events_of(request)
        now = clock.now()
        if events:
            self.coming = str(next((one for one in events if one.ends_at >= now), events[-1]).pk)
        return [*((str(event.pk), str(event)) for event in events), (self.widest, _("All"))]

    def value(self):
        return super().value() or (self.widest if self.looks_everywhere else self.coming)

    def choices(self, changelist):
        _nothing_asked, *events = super().choices(changelist)
        return events

    def queryset(self, request, queryset):
        if self.value() == self.widest:
            return queryset
        return queryset.filter(**{self.field: self.value()})


class EventOfDelegateFilter(EventFilter):
    field = "delegate__event"
