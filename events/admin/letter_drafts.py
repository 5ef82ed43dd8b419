"""The letter that an approval would lead to, for the signatory to look at: without passport data, marked as a draft."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext, override

from corridor import clock
from corridor.documents import pdf
from corridor.documents.shown import shown
from events.actions.letters import head_of
from events.admin.team import may_steer
from events.choices import LetterState
from events.invitation import TEMPLATE, letter_data
from events.models.letters import guest_of

# In the places of number and code; no letter has them.
NONE_YET = "DRAFT"


def render_draft(letter) -> bytes:
    """The PDF of a letter as it is now; nothing of it is saved. Raises typst.TypstError."""
    setup = letter.delegate.event.letters
    letter.head = head_of(setup) | {"guest": guest_of(letter.delegate)}
    letter.number = letter.code = NONE_YET
    letter.decided_at = clock.now()
    data = letter_data(letter, {}) | {"demo": True}
    for language in ("de", "en"):
        with override(language):
            data[language]["demo"] = gettext(
                "Draft: not approved, not valid, without passport data"
            )
    return pdf.render(TEMPLATE, data, created=letter.decided_at)


class WithDraft:
    """For the admin page of letters: a page with the draft."""

    def draft_view(self, request, pk):
        if not may_steer(request):
            raise PermissionDenied
        letter = get_object_or_404(self.get_queryset(request), pk=pk)
        if letter.state != LetterState.ASKED:
            raise Http404
        return shown(render_draft(letter), "draft.pdf")
