from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from corridor import clock
from corridor.strangers import kept_for_strangers
from events.choices import DelegationState
from events.models import Event, MeetingSetup
from events.programme import programme

MOST_PAST = 50


@require_safe
@kept_for_strangers
def events(request):
    """What is to come, then what was."""
    shown = Event.objects.visible_to(request.user)
    context = {
        "upcoming": shown.upcoming(clock.now()),
        "past": shown.past(clock.now())[:MOST_PAST],
    }
    return render(request, "events/events.html", context)


@require_safe
@kept_for_strangers
def event(request, slug):
    """One event: when and where it is, its programme, who comes, and when one can register."""
    event = get_object_or_404(Event.objects.visible_to(request.user), slug=slug)
    context = {
        "event": event,
        "window": event.registration_window(clock.today()),
        "programme": programme(event),
        "has_meetings": MeetingSetup.objects.filter(event=event).exists(),
        "delegations": event.delegations.filter(state=DelegationState.ACCEPTED, is_listed=True),
    }
    return render(request, "events/event.html", context)
