"""What an applicant declares and consents to, word for word, by version.

A version that anybody may have agreed to is never changed: a new wording is a new version beside it, so that every
file shows what was agreed to. `tests/welcome/test_declarations.py` holds the words of each in both languages.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Declaration:
    """One sentence to tick; `for_acts` is asked only where an authority issues administrative acts."""

    name: str
    text: str
    hint: str = ""
    for_acts: bool = False


VERSIONS = {
    "2024-07": (
        Declaration("correct", _("What I say in this application is correct and complete.")),
        Declaration(
            "solvent", _("The company is not insolvent, and no insolvency proceedings are open.")
        ),
        Declaration(
            "not_begun", _("The measure has not begun and will not begin before an award.")
        ),
        Declaration(
            "electronic_notice",
            _("I agree that decision notices are provided for retrieval in this portal."),
            _(
                "You get a mail when a notice is ready. A retrieved notice counts as notified on the following day "
                "(§ 41 (2a) VwVfG)."
            ),
            for_acts=True,
        ),
    ),
}
CURRENT = "2024-07"


def asked_of(*, with_acts: bool) -> list[Declaration]:
    """The declarations of today that an application needs."""
    return [each for each in VERSIONS[CURRENT] if with_acts or not each.for_acts]
