"""What does not fit together in a draft: said before it is submitted, never a reason to refuse it."""

from django.utils.translation import gettext as _

from welcome.models import Application


def contradictions(draft: Application) -> list[str]:
    """Each as a sentence; the authority would ask about it."""
    plan = draft.answers.get("plan", {})
    if plan.get("settles") != "no":
        return []
    found = [
        _("“%(package)s” is for companies that intend to settle. You say that you do not.")
        % {"package": package}
        for package in draft.packages.all()
        if package.for_settlers
    ]
    if plan.get("founds_on"):
        found.append(
            _("You do not intend to found a company, but you name a day on which you want to.")
        )
    return found
