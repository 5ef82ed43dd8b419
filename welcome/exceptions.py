"""Why an action of the welcome packages says no; each message tells the person what to do."""

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


class FileTooMany(Refused):
    message = _("There is a file of this kind already. Remove it first.")
