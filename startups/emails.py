from corridor.mail.actions import queue
from startups.choices import MemberRole
from startups.models import Startup


def owners(startup: Startup):
    """The people who are told about their start-up: its owners."""
    return [
        m.user for m in startup.memberships.filter(role=MemberRole.OWNER).select_related("user")
    ]


def profile_published(startup):
    for owner in owners(startup):
        queue(template="startups/mail/profile_published", to=owner, context={"startup": startup})


def profile_returned(startup):
    for owner in owners(startup):
        queue(template="startups/mail/profile_returned", to=owner, context={"startup": startup})


def profile_hidden(startup):
    for owner in owners(startup):
        queue(template="startups/mail/profile_hidden", to=owner, context={"startup": startup})
