"""Payments on what a revocation reclaims (§ 49a VwVfG NRW)."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome.actions.steps import lock, remark, require_staff
from welcome.choices import StaffRole
from welcome.exceptions import DayNotPossible, NothingReclaimed
from welcome.models import Case, Repayment, Revocation
from welcome.notice_data import euros


@action
def record_repayment(
    *, case: Case, paid_on: date, amount: Decimal, by: User, note: str = ""
) -> Repayment:
    """Note a payment of the start-up; one with a minus sign corrects an earlier entry.

    Raises NothingReclaimed, DayNotPossible for a day before the revocation was released or after today, and Conflict
    for more than was reclaimed.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    revocation = reclaiming(case)
    if revocation is None:
        raise NothingReclaimed
    released_on = revocation.decision.released_at.astimezone(clock.BERLIN).date()
    if not released_on <= paid_on <= clock.today():
        raise DayNotPossible
    said = {"paid_on": paid_on, "amount": amount, "note": note.strip()}
    payment = Repayment.objects.create(revocation=revocation, by=by, at=clock.now(), **said)
    remark(case, "record_repayment", by=by, note=words_of(payment))
    return payment


def reclaiming(case: Case) -> Revocation | None:
    """The final revocation of the case that reclaims something."""
    found = Revocation.objects.effective().filter(decision__case=case, reclaim__gt=0)
    return found.select_related("decision").first()


def words_of(payment) -> str:
    """What the record says beside the entry."""
    said = _("%(amount)s on %(day)s.") % {
        "amount": euros(payment.amount),
        "day": date_format(payment.paid_on, "DATE_FORMAT"),
    }
    return f"{said} {payment.note}".strip()
