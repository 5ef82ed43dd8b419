"""Where a profile stands on its way into the directory, and what it could still say."""

from django.utils.translation import gettext as _

from startups.choices import PROFILE_TRANSITIONS, ProfileState

# For each state, how far the three stops are: the draft, the editor's look, the directory.
STOPS = {
    ProfileState.DRAFT: ("here", "ahead", "ahead"),
    ProfileState.RETURNED: ("here", "ahead", "ahead"),
    ProfileState.IN_REVIEW: ("passed", "here", "ahead"),
    ProfileState.PUBLISHED: ("passed", "passed", "here"),
    ProfileState.HIDDEN: ("passed", "here", "ahead"),
}


def of(startup):
    """What people of the start-up see beside the profile."""
    return {
        "stops": stops(startup),
        "missing": missing(startup),
        "may_be_submitted": (startup.state, ProfileState.IN_REVIEW) in PROFILE_TRANSITIONS,
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


def missing(startup):
    """What would make the profile more useful; nothing of it is required."""
    gaps = {
        _("the sentence in German"): startup.one_liner_de,
        _("the sentence in English"): startup.one_liner_en,
        _("a description"): startup.description_de or startup.description_en,
        _("the logo"): startup.logo,
        _("the website"): startup.website,
        _("what you are looking for"): startup.seeking,
        _("what you offer"): startup.offering,
        _("a registry number"): startup.registrations.all(),
    }
    return [name for name, value in gaps.items() if not value]
