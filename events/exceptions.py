"""What the rules of events refuse, each with a message that says what one can do."""

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from corridor.actions import NotPermitted, Refused


class LinkRevoked(NotPermitted):
    message = _("This link does not work any more. Ask for a new one.")


class RegistrationClosed(Refused):
    message = _("One can't register for this event at present.")


class NotWithoutDelegation(Refused):
    message = _("This event is only open to people who come with a delegation.")


class DelegationEnded(Refused):
    message = _("This delegation does not take part any more.")


class NotAccepted(Refused):
    message = _("Accept the invitation first.")


class DelegationFull(Refused):
    message = _("The delegation has not so many places left. Ask for more, or take somebody out.")


class SwapsEnded(Refused):
    message = _("People can't be replaced any more. Write to the event team.")


class EventOver(Refused):
    message = _("The event is over.")


class StepImpossible(Refused):
    message = _("This is not possible any more. Reload the page.")


class OfferEnded(Refused):
    message = _("The place was held for a time that is over, or has been answered already.")


class MailedToday(Refused):
    message = _("They got a mail with their link today. Tomorrow you can send another.")


class DelegationElsewhere(Refused):
    message = _("The delegation belongs to another event.")


class NoAddress(Refused):
    message = _("There is no email address here to which a link can be mailed.")


class SameAddress(Refused):
    message = _("This is the address already. Make a new link instead.")


class NobodyToMail(Refused):
    message = _("Nobody on the list is waiting for a link that can be mailed.")


class ListChanged(Refused):
    message = _("The list has changed meanwhile. Check it once more, then save it.")


class NothingAsked(Refused):
    message = _("No further places are asked for at present.")


class FewerPlaces(Refused):
    field = "places"
    message = _("Ask for more places than the delegation has.")


class NotConfirmed(Refused):
    message = _("Sessions are chosen once the place is confirmed.")


class SessionsOverlap(Refused):
    message = _("Two of these sessions are at the same time.")


class MeetingAtThatTime(Refused):
    message = _("You have a meeting at the time of this session.")


class SessionAtThatTime(Refused):
    message = _("You have chosen a session at the time of this meeting.")


class NoLetters(Refused):
    message = _("There are no invitation letters for this event.")


class LetterChanged(Refused):
    message = _("Changed since you opened this page: %(what)s. Read the letter again below.")

    def __init__(self, what):
        super().__init__(self.message % {"what": ", ".join(what)})


class LetterDatesAway(Refused):
    message = _("Enter an entry before the event begins and an exit after that day.")

    def __init__(self, field):
        self.field = field
        super().__init__()


class TravelDaysAway(Refused):
    message = _("Enter a day between %(first)s and %(last)s, near the event.")

    def __init__(self, field, *, first, last):
        self.field = field
        days = {"first": date_format(first), "last": date_format(last)}
        super().__init__(self.message % days)


class SignatoryNotOnTeam(Refused):
    message = _(
        "Letters are approved by a member of the event team. Give the person that role first."
    )


class ConsentMissing(Refused):
    message = _("Tick the consent, or leave both fields empty.")


class UnknownTicket(Refused):
    message = _("There is no such ticket for this event. Look for the person by name.")


class NotExpected(Refused):
    message = _("%(name)s has no confirmed place (state: %(state)s). Ask the event team.")

    def __init__(self, *, name, state):
        super().__init__(self.message % {"name": name, "state": state})


class MailingSent(Refused):
    message = _("This has been sent. Write another one.")


class NobodyToWriteTo(Refused):
    message = _("Nobody in this group has an email address.")


class NotOver(Refused):
    message = _("Feedback is asked of those who had a place, after the event.")


class NoMeetings(Refused):
    message = _("There are no meetings at this event.")


class NotAtMeetings(Refused):
    message = _("Meetings are for people whose place is confirmed.")


class NotToBeAsked(Refused):
    message = _("This person can’t be asked for a meeting any more.")


class TimeTaken(Refused):
    message = _("One of you is not free at this time any more. Choose another one.")


class NoTableFree(Refused):
    message = _("All tables are taken at this time. Choose another one.")


class TooManyAsked(Refused):
    message = _("Five people have not answered you yet. Take one request back, or wait.")


class AskedEnough(Refused):
    message = _("You have asked 20 times at this event. The event team can arrange more for you.")


class AskedTwice(Refused):
    message = _(
        "You have asked this person twice. They can ask you, or the event team arranges it."
    )


class DeclinedBefore(Refused):
    message = _("This person has declined. They can still ask you.")


class AskedByMany(Refused):
    message = _("This person has ten requests to answer. Ask again when there are fewer.")


class TableInUse(Refused):
    message = _("There are meetings at a table that you take out. Leave it in the list.")


class NotMet(Refused):
    message = _("What came of it is asked once the meeting is over.")


class QuestionAnswered(Refused):
    message = _("People have answered this. Ask it anew instead of changing what the answers mean.")
