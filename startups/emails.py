from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from corridor.accounts.models import User
from corridor.content.emails import to_editors
from corridor.mail.actions import queue
from startups.choices import ASKED_EVERY, MOST_ASKED, MemberRole
from startups.models import Startup

# More than these names do not help in a mail; the list has all of them.
MOST_NAMED = 10


def owners(startup: Startup):
    """The people who are told about their start-up: its owners."""
    return [
        m.user for m in startup.memberships.filter(role=MemberRole.OWNER).select_related("user")
    ]


def invited(invitation):
    """The link to join. Whoever holds it learns who invites, so the text does not stay in the outbox."""
    known = User.objects.filter(email=invitation.email).first()
    queue(
        template="startups/mail/invited",
        to=known or invitation.email,
        context={"invitation": invitation, "startup": invitation.startup},
        secret=True,
    )


def member_joined(membership):
    for owner in owners(membership.startup):
        if owner != membership.user:
            context = {"startup": membership.startup, "member": membership}
            queue(template="startups/mail/member_joined", to=owner, context=context)


def member_changed(membership):
    context = {"startup": membership.startup, "member": membership}
    queue(template="startups/mail/member_changed", to=membership.user, context=context)


def member_removed(membership):
    context = {"startup": membership.startup}
    queue(template="startups/mail/member_removed", to=membership.user, context=context)


def still_true(startup):
    """The question, and when the profile will be hidden if nobody answers."""
    left = MOST_ASKED - startup.asked_times + 1
    context = {"startup": startup, "hidden_on": startup.asked_on + left * ASKED_EVERY}
    for owner in owners(startup):
        queue(template="startups/mail/still_true", to=owner, context=context)


def profile_lapsed(startup):
    for owner in owners(startup):
        queue(template="startups/mail/profile_lapsed", to=owner, context={"startup": startup})


def change_accepted(change):
    for owner in owners(change.startup):
        context = {"startup": change.startup, "change": change}
        queue(template="startups/mail/change_accepted", to=owner, context=context)


def change_declined(change):
    for owner in owners(change.startup):
        context = {"startup": change.startup, "change": change}
        queue(template="startups/mail/change_declined", to=owner, context=context)


def profile_published(startup):
    for owner in owners(startup):
        queue(template="startups/mail/profile_published", to=owner, context={"startup": startup})


def profile_returned(startup):
    for owner in owners(startup):
        queue(template="startups/mail/profile_returned", to=owner, context={"startup": startup})


def profile_hidden(startup):
    for owner in owners(startup):
        queue(template="startups/mail/profile_hidden", to=owner, context={"startup": startup})


def interest_sent(interest):
    """Everybody in the start-up hears of it; what the person wrote stays in the portal."""
    context = {"opening": interest.opening, "startup": interest.opening.startup}
    for membership in interest.opening.startup.memberships.select_related("user"):
        queue(template="startups/mail/interest_sent", to=membership.user, context=context)


def new_in_search(search, startups):
    """What is new to a saved search; mail programs offer to end these mails with one press (RFC 8058)."""
    with override(search.user.language):
        ending = f"{settings.BASE_URL}{reverse('unsubscribe', args=[search.token])}"
        address = f"{settings.BASE_URL}{search.get_absolute_url()}"
    queue(
        template="startups/mail/new_in_search",
        to=search.user,
        context={
            "startups": startups[:MOST_NAMED],
            "more": len(startups) > MOST_NAMED,
            "address": address,
            "ending": ending,
        },
        headers={
            "List-Unsubscribe": f"<{ending}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def introduction_asked(introduction):
    to_other_side("startups/mail/introduction_asked", introduction)


def introduction_due(introduction):
    """Seven days are left to answer."""
    to_other_side("startups/mail/introduction_due", introduction)


def to_other_side(template, introduction):
    """The owners of the start-up that is asked; the editors for a partner, who has no account."""
    context = {"introduction": introduction}
    if introduction.partner:
        to_editors(f"{template}_partner", **context)
        return
    for owner in owners(introduction.startup):
        queue(template=template, to=owner, context=context)


def introduction_answered(introduction):
    to_asking_person("startups/mail/introduction_answered", introduction)


def met(introduction):
    """To both people, of what the portal has noted after they met."""
    for person in (introduction.asking_person, introduction.answering_person):
        queue(template="startups/mail/met", to=person, context={"introduction": introduction})


def introduction_expired(introduction):
    to_asking_person("startups/mail/introduction_expired", introduction)


def to_asking_person(template, introduction):
    queue(template=template, to=introduction.asking_person, context={"introduction": introduction})
