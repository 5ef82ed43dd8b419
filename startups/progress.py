"""Where a profile stands on its way into the directory, and what it still lacks, for its own people."""

from django.urls import reverse
from django.utils.translation import gettext as _

from startups import sections
from startups.choices import PROFILE_TRANSITIONS, ProfileState

# For each state, how far the three stops are: the draft, the editor's look, the directory.
STOPS = {
    ProfileState.DRAFT: ("here", "ahead", "ahead"),
    ProfileState.RETURNED: ("here", "ahead", "ahead"),
    ProfileState.IN_REVIEW: ("passed", "here", "ahead"),
    ProfileState.PUBLISHED: ("passed", "passed", "here"),
    ProfileState.HIDDEN: ("passed", "here", "ahead"),
}


def stops(startup):
    """For components/line.html."""
    notes = {
        ProfileState.DRAFT: _("Only people of the start-up see it."),
        ProfileState.RETURNED: _("Sent back: change it and ask again."),
        ProfileState.IN_REVIEW: _("You get mail with the answer."),
        ProfileState.PUBLISHED: _("Everybody can see it."),
        ProfileState.HIDDEN: _("Nobody confirmed it. Confirm it and it is public again.")
        if startup.lapsed
        else _("An editor took it out of the directory."),
    }
    titles = (_("Draft"), _("Review by an editor"), _("In the directory"))
    return [
        {"title": title, "state": state, "note": notes[startup.state] if state == "here" else ""}
        for title, state in zip(titles, STOPS[startup.state], strict=True)
    ]


def may_be_submitted(startup):
    """Whether its state allows to ask for publication; `sections.needed` says whether it is ready."""
    return (startup.state, ProfileState.IN_REVIEW) in PROFILE_TRANSITIONS


def of(startup):
    """The task list and what is missing, by name and with the address where to add it."""
    now = sections.values(startup)
    missing = {section: section.missing(now) for section in sections.SECTIONS}
    gaps = [
        {"words": gap.words, "needed": gap.needed, "url": address(startup, section)}
        for section, found in missing.items()
        for gap in found
    ]
    return {
        "tasks": tasks(startup, missing, now),
        "needed": [gap for gap in gaps if gap["needed"]],
        "helpful": [gap for gap in gaps if not gap["needed"]],
    }


def tasks(startup, missing, now):
    """For components/task_list.html: the sections, then the preview."""
    locked = startup.state == ProfileState.IN_REVIEW
    unready = [section for section, gaps in missing.items() if any(gap.needed for gap in gaps)]
    here = next(iter(unready), None)
    rows = [
        {
            "title": section.title,
            "url": "" if locked else address(startup, section),
            "state": "here" if section is here else "ahead" if gaps else "passed",
            "status": status(gaps, any(now[name] for name in section.fields)),
        }
        for section, gaps in missing.items()
    ]
    return [*rows, preview_task(startup, unready)]


def status(gaps, has_begun):
    if any(gap.needed for gap in gaps):
        return _("Needed for the review")
    if not has_begun:
        return _("Nothing yet")
    return _("You can add more") if gaps else _("Complete")


def preview_task(startup, unready):
    url = reverse("startup_preview", args=[startup.slug])
    if not may_be_submitted(startup):
        words, state = startup.get_state_display(), "passed"
        return {"title": _("Preview"), "url": url, "state": state, "status": words}
    ready = _("After your change") if startup.state == ProfileState.RETURNED else _("Ready")
    state, words = ("ahead", _("Not ready yet")) if unready else ("here", ready)
    title = _("Preview and send for review")
    return {"title": title, "url": url, "state": state, "status": words}


def address(startup, section):
    return reverse("startup_section", args=[startup.slug, section.slug])
