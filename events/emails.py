"""What delegates, heads and the event team are told, one function a mail.

Mails with a link are secret: their text is blanked once they are sent.
"""

from datetime import timedelta

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.mail import texts
from corridor.mail.actions import queue
from events import links
from events.choices import Actor, DelegateState


def to_delegate(template, delegate, *, secret=True, **context):
    """One delegate, with the link to their page; nobody when the head gave no address."""
    if not delegate.email:
        return
    queue(
        template=f"events/mail/{template}",
        to=delegate.email,
        language=delegate.language,
        context={"delegate": delegate, "event": delegate.event, "name": delegate.name, **context},
        secret=secret,
    )


def to_heads(template, delegation, *, secret=True, **context):
    """Head and deputy, each by name."""
    for name, email in delegation.heads:
        queue(
            template=f"events/mail/{template}",
            to=email,
            language=delegation.language,
            context={"delegation": delegation, "event": delegation.event, "name": name, **context},
            secret=secret,
        )


def to_team(template, **context):
    for person in User.objects.with_role(Role.EVENT_TEAM).filter(is_active=True):
        queue(template=f"events/mail/{template}", to=person, context=context)


def delegation_invited(delegation):
    """The link to its page: for the invitation, and again whenever it is asked for."""
    to_heads("delegation_invited", delegation)


def places_wanted(delegation):
    to_team("places_wanted", delegation=delegation, event=delegation.event)


def wish_answered(delegation, *, granted, offered, left):
    """The answer, how many who waited have been offered a place by it, and how many places are left then."""
    to_heads("wish_answered", delegation, granted=granted, offered=offered, left=left)


def own_link(delegate):
    """The link to one's own page: to register, and again whenever it is asked for."""
    to_delegate("own_link", delegate)


def address_changed(delegate):
    """To the address that counts no more, without the link and without the new address."""
    to_delegate("address_changed", delegate, secret=False)


def way_to_form(event, email, language):
    """The link to the form, which shows that one reads the mail of this address."""
    context = {"event": event, "token": links.mailed_token(event, email)}
    queue(
        template="events/mail/way_to_form",
        to=email,
        language=language,
        context={**context, "hours": links.MAILED_HOURS},
        secret=True,
        useful_for=timedelta(hours=links.MAILED_HOURS),
    )


def nobody_registered(event, email, language):
    """To an address that is not registered, while one can't register. Sent as the others are: time would tell, too."""
    queue(
        template="events/mail/nobody_registered",
        to=email,
        language=language,
        context={"event": event},
        secret=True,
    )


def registered(delegate):
    to_delegate("registered", delegate)


def confirmed(delegate):
    to_delegate("confirmed", delegate)


def waiting(delegate):
    to_delegate("waiting", delegate)


def place_offered(delegate):
    to_delegate("place_offered", delegate)


def offer_expired(delegate):
    to_delegate("offer_expired", delegate, secret=False)


def rejected(delegate):
    to_delegate("rejected", delegate, secret=False)


def cancelled(delegate, actor):
    """Whoever never heard of the list hears nothing of having been on it."""
    if not delegate.has_heard:
        return
    said = {"by_oneself": actor == Actor.DELEGATE, "by_team": actor == Actor.TEAM}
    if delegate.registered_at is None:
        to_delegate("taken_off", delegate, secret=False, **said)
        return
    source = delegate.steps.order_by("-id").values_list("source", flat=True).first()
    said["had_place"] = source == DelegateState.CONFIRMED
    to_delegate("cancelled", delegate, secret=False, **said)


def session_place_given(place):
    to_delegate("session_place_given", place.delegate, session=place.session)


def session_changed(place, meetings):
    """Another time or room; and the meetings that the delegate has at that time."""
    others = [meeting.other(place.delegate) for meeting in meetings]
    to_delegate("session_changed", place.delegate, session=place.session, others=others)


def session_cancelled(place):
    to_delegate("session_cancelled", place.delegate, session=place.session)


def letter_asked(letter):
    setup = letter.delegate.event.letters
    queue(
        template="events/mail/letter_asked",
        to=setup.signatory,
        context={"letter": letter, "event": letter.delegate.event},
    )


def letter_answered(letter):
    """Approved, not issued or withdrawn; the letter itself stays behind the code."""
    to_delegate("letter_answered", letter.delegate, letter=letter)


def proof_code(delegate, code):
    """The code that opens letters and passport data, for one session."""
    to_delegate("proof_code", delegate, code=code)


def mailing(mailing, delegate):
    """A text of the event team, in the language of the delegate."""
    to_delegate("mailing", delegate, **words_of(mailing, delegate.language))


def mailing_as_sent(mailing, language):
    """The mail as it goes out, to look at: for whoever gets it there are dots."""
    anybody = {"name": "…", "delegate": {"get_absolute_url": f"/{language}/…"}}
    context = {"event": mailing.event, **anybody, **words_of(mailing, language)}
    return texts.render("events/mail/mailing", language, context)


def words_of(mailing, language):
    return {
        "subject": getattr(mailing, f"subject_{language}"),
        "text": getattr(mailing, f"text_{language}"),
    }


def meeting_asked(meeting):
    to_side("meeting_asked", meeting, meeting.asked)


def meeting_agreed(meeting):
    """Time, place and the entry for the calendar, to both."""
    for side in (meeting.asked_by, meeting.asked):
        to_side("meeting_agreed", meeting, side)


def meeting_unanswered(meeting):
    """Declined, or not answered in time; to who asked."""
    to_side("meeting_unanswered", meeting, meeting.asked_by)


def meeting_cancelled(meeting, side, *, is_outside=False):
    """That it does not take place; because the event is at another time now, if that is why."""
    to_side("meeting_cancelled", meeting, side, is_outside=is_outside)


def meeting_over(meeting, side):
    """The question what came of it, with the way to the form."""
    to_side("meeting_over", meeting, side)


def to_side(template, meeting, delegate, **context):
    """One of the two, about the other one."""
    to_delegate(template, delegate, meeting=meeting, other=meeting.other(delegate), **context)
