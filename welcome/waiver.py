"""The waiver of legal remedies (Rechtsbehelfsverzicht), word for word.

A version that anybody may have declared is never changed: a new wording is a new version beside it.
"""

from django.utils.translation import gettext_lazy as _

LETTER = "letter"
TEXTS = {
    "2024-07": _(
        "I have read the decision notice. I waive court action against it. With this declaration the decision is "
        "final, and I can't take it back."
    ),
    LETTER: _("Declared by a letter, whose scan is with the messages."),
}
CURRENT = "2024-07"
