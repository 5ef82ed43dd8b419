"""Why an action of the welcome packages says no; each message tells the person what to do."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from corridor.actions import NotPermitted, Refused


class NotOwner(NotPermitted):
    message = _("Only an owner of the start-up may do this. Ask one of your owners.")


class NotOfThisAuthority(NotPermitted):
    message = _("Only staff of the granting authority in the right role may do this.")


class OwnCase(NotPermitted):
    message = _(
        "You belong to this start-up. Somebody else has to work on its case (§§ 20, 21 VwVfG NRW)."
    )


class WrongState(Refused):
    message = _("The case is in another state by now. Reload the page.")


class AlreadySubmitted(Refused):
    message = _("This application is submitted already.")


class Incomplete(Refused):
    message = _("Something is still missing. The task list shows what.")


class ChangedMeanwhile(Refused):
    """`answers` is what `by` (an id) saved meanwhile, as `version` of the section."""

    message = _("Somebody has saved this section since you opened it.")

    def __init__(self, *, answers, version, by):
        super().__init__()
        self.answers, self.version, self.by = answers, version, by


class NothingChosen(Refused):
    message = _("Choose at least one package.")


class NotEligible(Refused):
    """`message` is the package's title and the first obstacle, in words."""


class WrongKind(Refused):
    message = _("This kind of decision can't be proposed from here.")


class ItemsMissing(Refused):
    message = _("An award needs at least one benefit item.")


class NotOffered(Refused):
    message = _(
        "An award can only hold what the package offered when the application came in, and no more of it."
    )


class ReasonsMissing(Refused):
    message = _(
        "A decision needs reasons in German (§ 39 VwVfG NRW) and a working translation into English."
    )


class ConditionsUnequal(Refused):
    message = _("Name the same number of conditions in both languages.")


class NoteMissing(Refused):
    message = _("Say why, so that the officer knows what to change.")


class OtherProposal(Refused):
    message = _("Another proposal has taken the place of the one you read. Read it first.")


class FourEyes(Refused):
    message = _("Four eyes: nobody signs their own proposal. Another person has to sign.")


class BudgetExceeded(Refused):
    message = _("The package's budget does not cover this award any more.")


class PlacesExceeded(Refused):
    message = _("The package has no place left.")


class CeilingExceeded(Refused):
    message = _(
        "With this award the de-minimis aid of three years would pass EUR 300,000. "
        "The whole award would be outside the regulation (Art. 3 (2) Regulation (EU) 2023/2831)."
    )


class ProvisionEnded(Refused):
    message = _(
        "The time to retrieve the notice is over. The authority will provide it again or send it by post."
    )


class WrongDeputy(Refused):
    message = _(
        "A deputy and the person they stand in for have the same role at the same authority."
    )


class AlreadyProvided(Refused):
    message = _("The notice is provided and can still be retrieved.")


class RequestEnded(Refused):
    message = _("The request has been answered or has ended by now. Reload the page.")


class AnswerTooLate(Refused):
    message = _(
        "The deadline has passed. Write the authority a message, with your files if you have any."
    )


class NotAsked(Refused):
    message = _("The authority has not asked for this. Only what it names can be changed.")


class NothingAsked(Refused):
    message = _("Write what you need, and choose the sections that it concerns.")


class DayOutOfReach(Refused):
    message = _("Name a day after today, within half a year.")


class NothingAnswered(Refused):
    message = _("Nothing is different yet. Change something, or write to the authority what is so.")


class OtherVersion(Refused):
    message = _("There is a newer version by now. Look at the difference once more.")


class NothingNewer(Refused):
    message = _("The case works on the newest version already.")


class TooManyFiles(Refused):
    message = _("These are too many files, or together too large. Send fewer or smaller ones.")


class NoRoom(TooManyFiles):
    def __init__(self, *, most_files, most_megabytes):
        message = _(
            "An application holds at most {files} files, together up to {megabytes} MB. "
            "Remove a file, or save one smaller."
        )
        super().__init__(format_lazy(message, files=most_files, megabytes=most_megabytes))


class NothingToTake(Refused):
    message = _("There is nothing to take over: you have begun every section that was in it.")


class NotLater(Refused):
    message = _("Name a day after the present deadline, within half a year from today.")


class TooManyExtensions(Refused):
    message = _("You have asked for more time three times. Write the authority a message instead.")


class ReasonMissing(Refused):
    message = _("Say why.")


class AlreadyAnswered(Refused):
    message = _("This has been answered already. Reload the page.")


class LinkOutdated(Refused):
    message = _("A later mail has a newer link. Use that one.")


class NoProviderMail(Refused):
    message = _("The provider of this benefit answers by no mail. Arrange it yourself.")


class TooManyMessages(Refused):
    message = _("Many messages were sent on this case today. Go on tomorrow.")


class TooManyWishes(Refused):
    message = _("You have asked for many benefits of this award today. Go on tomorrow.")


class FileGone(Refused):
    message = _("Somebody has replaced or removed this file meanwhile. Go back to the documents.")


class NothingWritten(Refused):
    message = _("Write a message.")


class CaseEnded(Refused):
    message = _("The case has ended. Write to the authority by email.")


class DayNotPossible(Refused):
    message = _("This day is not possible. Look at the hint beside the field.")


class NotWaivable(Refused):
    message = _(
        "Remedies can be waived once the decision counts as notified, until it is final or in court."
    )


class AwardOver(Refused):
    message = _("The time to use this award is over.")


class NotLeft(Refused):
    message = _("So much is not left of this benefit.")


class BenefitsUsed(Refused):
    message = _(
        "A benefit is confirmed or used already. Take back what you do not need, and report on the rest."
    )


class NothingUsed(Refused):
    message = _("No benefit is used yet, so there is nothing to prove.")


class ConsentMissing(Refused):
    message = _(
        "The start-up has not agreed to notices in the portal. Ask it for the declaration first."
    )
