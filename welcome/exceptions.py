"""Why an action of the welcome packages says no; each message tells the person what to do."""

from datetime import date

from django.utils.formats import date_format
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


class NotDeclared(NotPermitted):
    message = _("First declare whether you have a conflict of interest in this case.")


class ConflictDeclared(NotPermitted):
    message = _(
        "You have declared a conflict of interest in this case. Somebody else has to work on it."
    )


class ColleagueInConflict(Refused):
    message = _("The colleague has declared a conflict of interest in this case.")


class WrongState(Refused):
    message = _("The case is in another state by now. Reload the page.")


class ChangedSinceRead(Refused):
    message = _(
        "The case has changed since you opened this page, so nothing is saved yet. Look at what is different."
    )


class NotOpened(Refused):
    message = _("Open this proposal and read it first. Then you can sign it among others.")


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


class RulesUnmet(Refused):
    """What an application on paper did not meet on the day of its receipt."""

    def __init__(self, unmet):
        words = _(
            "On the day of receipt this did not hold: %(unmet)s. You can enter it all the same, to reject it as "
            "inadmissible."
        )
        super().__init__(words % {"unmet": unmet})


class AppliedAlready(Refused):
    def __init__(self, reference):
        words = _("The start-up has a running case for this package already: %(reference)s.")
        super().__init__(words % {"reference": reference})


class YearEntered(Refused):
    message = _("Holidays of this year are entered already. Reload the page.")


class ScanMissing(Refused):
    message = _("Add the scan of what arrived.")


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
    message = _("Write a note that says why.")


class OtherProposal(Refused):
    message = _("Another proposal has taken the place of the one you read. Read it first.")


class DecidedInConflict(Refused):
    message = _(
        "Somebody who decided here has declared a conflict of interest since, or belongs to the start-up. "
        "Return it, so that somebody else decides anew (§§ 20, 21 VwVfG NRW)."
    )


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


class CeilingOfCompanyExceeded(CeilingExceeded):
    """Aid of other profiles counts with it; whoever reads this can have a wrong number removed."""

    def __init__(self, names):
        words = _(
            "Counted with it is the aid of %(names)s, with the same registry number. "
            "If the number is wrong there, ask the editors to remove it."
        )
        super().__init__(f"{self.message} {words % {'names': ', '.join(names)}}")


class ProvisionEnded(Refused):
    message = _(
        "The time to retrieve the notice is over. The authority will provide it again or send it by post."
    )


class LawKept(Refused):
    message = _(
        "The form of decisions stays as it is: the authority has cases. Add another authority for the other form."
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


class NotAnOfficer(Refused):
    message = _("The colleague is no case officer of this authority.")


class OfficerConcerned(Refused):
    message = _("The colleague belongs to this start-up and may not work on its case.")


class AssignedAlready(Refused):
    message = _("The case has this case officer already.")


class TooManyViews(Refused):
    message = _("You have twenty views. Delete one of them first.")


class DeputyTaken(Refused):
    message = _("The colleague stands in for somebody else who is away on these days.")


class NotYourAbsence(NotPermitted):
    message = _("Only the person and the administration say when somebody is away.")


class DeputyMissing(Refused):
    message = _("Choose the colleague who stands in for you.")


class CourtPeriodOver(Refused):
    message = _(
        "The period for court action was over on this day. If the court has granted reinstatement (§ 60 VwGO), note it."
    )


class FileNumberMissing(Refused):
    message = _("Enter the file number of the court.")


class AwardInUse(Refused):
    message = _(
        "Benefits of this award can be used already. Hear the start-up on a revocation instead."
    )


class NothingToRevoke(Refused):
    message = _("There is no award that could be revoked.")


class HearingReasonsMissing(Refused):
    message = _("Say in German and in English why a revocation is considered (§ 28 VwVfG NRW).")


class OtherCaseRuns(Refused):
    message = _(
        "The start-up has another running case for this package. Bring that one to its end first."
    )


class HearingOver(Refused):
    message = _("The hearing is answered or over. Write the authority a message.")


class HearingRuns(Refused):
    message = _(
        "The start-up can still answer the hearing. A revocation can be proposed once it has, or its time is over."
    )


class ReclaimNotPossible(Refused):
    message = _(
        "No more can be reclaimed than was used, and nothing where the award ends for the future alone "
        "(§ 49a VwVfG NRW)."
    )


class DayToCome(Refused):
    message = _("Choose a day that is still to come.")


class HeldBack(Refused):
    message = _("The decision is held back: it is not to go out before %(day)s.")

    def __init__(self, day: date):
        super().__init__(self.message % {"day": date_format(day, "DATE_FORMAT")})


class NothingReclaimed(Refused):
    message = _("No final revocation of this case reclaims an amount.")


class PaidTooMuch(Refused):
    message = _("All payments together lie between nothing and the amount that was reclaimed.")


class ReclaimReasonsMissing(Refused):
    message = _("Give the reasons for the amount to be repaid in German and in English.")


class NotAReviewer(Refused):
    message = _("Only colleagues of this authority who are not concerned can review the case.")


class HasRead(Refused):
    message = _(
        "The colleague could read the reviews that are sent, so their own would not be blind. "
        "Ask everybody before the last review is in."
    )


class ReviewIncomplete(Refused):
    message = _("Give points and a reason for each criterion, and a recommendation.")


class ReviewSent(Refused):
    message = _("The review is sent and stays as it is.")


class NothingToRegister(Refused):
    message = _("There is no award of this case that waits to be entered in the register.")


class NoSuchActivity(Refused):
    message = _("This is no code of NACE. It looks like 62.10.")


class ListMissing(Refused):
    message = _("Name the list in which you looked.")


class HitUnexplained(Refused):
    message = _("Say what you found.")


class ClearUnexplained(Refused):
    message = _("This list had a hit. Say in the note why it is none.")


class SanctionsUnchecked(Refused):
    message = _(
        "The latest look-up in the lists of sanctions has to be clear and no older than 30 days, and each hit needs "
        "a later look-up in the same list that says why it is none. "
        "A case officer records it; the proposal can wait for it."
    )
