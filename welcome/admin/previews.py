"""The notice to look at before it is signed: of a proposal, and of one that is still being typed."""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpResponse

from corridor.documents.shown import shown
from welcome.models import Case, Decision
from welcome.notice import render_notice
from welcome.notice_data import notice_data

# The verbs whose form can show its notice before anything is saved.
PROPOSALS = {"propose", "propose_revocation"}


def of_typed(propose: Callable[[], Decision]) -> bytes:
    """The draft that a proposal would lead to. It is proposed by its action, with every rule, and taken back whole."""
    with transaction.atomic():
        data = notice_data(propose())
        transaction.set_rollback(True)
    return render_notice(data)


def draft(pdf: bytes, case: Case) -> HttpResponse:
    """A draft in the browser's own viewer."""
    return shown(pdf, f"{case.reference}-draft.pdf")
