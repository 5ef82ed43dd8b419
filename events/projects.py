"""Meetings that both sides say led to a project: for editors, who set it up."""

from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef
from django.urls import reverse

from corridor import clock
from events.choices import MeetingOutcome
from events.models import Meeting
from startups.models import Project

# So long they stand on the start page; after that nobody takes them up any more.
PROPOSED_FOR = timedelta(days=90)


def planned():
    """Those of two start-ups that are in no project together."""
    both = Project.objects.filter(startups=OuterRef("asked_by__startup"))
    both = both.filter(startups=OuterRef("asked__startup"))
    meetings = Meeting.objects.arranged().filter(
        ~Exists(both),
        ends_at__gt=clock.now() - PROPOSED_FOR,
        outcome_of_asking=MeetingOutcome.PROJECT,
        outcome_of_asked=MeetingOutcome.PROJECT,
        asked_by__startup__isnull=False,
        asked__startup__isnull=False,
    )
    meetings = meetings.exclude(asked_by__startup=F("asked__startup"))
    return meetings.select_related("asked_by__startup", "asked__startup").order_by("ends_at", "pk")


def form_for(meeting):
    """The address of the form for a new project, filled in as far as one knows. It is not public yet."""
    startups = [meeting.asked_by.startup, meeting.asked.startup]
    title = " – ".join(startup.name for startup in startups)
    known = {
        "title_de": title,
        "title_en": title,
        "sector": startups[0].sector,
        "startups": ",".join(startup.slug for startup in startups),
    }
    return f"{reverse('admin:startups_project_add')}?{urlencode(known)}"
