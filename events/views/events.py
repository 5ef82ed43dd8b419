from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from corridor import clock
from corridor.strangers import kept_for_strangers
from events.choices import DelegationState
from events.models import Event, LetterSetup, MeetingSetup
from events.programme import programme
from events.visa import time_for_visa

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
        "visa": visa_for(event),
        "delegations": event.delegations.filter(state=DelegationState.ACCEPTED, is_listed=True),
    }
    return render(request, "events/event.html", context)


def visa_for(event):
    """Whether there is still time for a visa; empty where nobody asks for letters, and once it has begun."""
    has_letters = LetterSetup.objects.filter(event=event).exists()
    if clock.now() >= event.starts_at or not has_letters:
        return ""
    return time_for_visa(event.first_day, clock.today())
