"""Payments on what a revocation reclaims: entered one by one, never changed, never more than was reclaimed."""

from decimal import Decimal

import pytest
from django.urls import reverse

from corridor import clock
from corridor.actions import Conflict
from tests.database import refused_by, sql
from tests.factories import (
    days_ago,
    hear,
    make_case,
    make_staff,
    officer_of,
    sign_in,
    use_benefit,
)
from tests.welcome.test_revocations import RECLAIM_REASONS, revoke
from tests.welcome.test_totals import year_of
from welcome import actions
from welcome.choices import CaseState, Effect, StaffRole
from welcome.exceptions import DayNotPossible, NothingReclaimed, NotOfThisAuthority
from welcome.models import Repayment

pytestmark = pytest.mark.django_db


@pytest.fixture
def owing():
    """EUR 1,000 are reclaimed by a final revocation; the day is sixty days later."""
    case = make_case(CaseState.FINAL)
    use_benefit(case, quantity=2)
    hear(case)
    return revoke(case, effect=Effect.PAST, reclaim=Decimal(1000), **RECLAIM_REASONS)


def pay(case, amount, *, by=None, paid_on=None, note=""):
    return actions.record_repayment(
        case=case,
        amount=Decimal(amount),
        paid_on=paid_on or clock.today(),
        note=note,
        by=by or officer_of(case.authority),
    )


def outstanding(case):
    return case.decisions.get(kind="revoke").revocation.outstanding


def test_payments_reduce_what_is_outstanding_and_stand_in_the_record(owing):
    pay(owing, 400), pay(owing, "350.50", note="Booking 17")
    assert outstanding(owing) == Decimal("249.50")
    event = owing.events.last()
    assert (event.verb, event.source) == ("record_repayment", event.target)
    assert event.note == "EUR 350.50 on 22 July 2024. Booking 17"


@pytest.mark.parametrize("second", ["600.01", "-400.01"])
def test_payments_stay_between_nothing_and_what_was_reclaimed(owing, second):
    pay(owing, 400)
    with pytest.raises(Conflict, match="between nothing and the amount"):
        pay(owing, second, note="Typed wrong")
    assert outstanding(owing) == 600


def test_wrong_entry_is_corrected_by_another_one_with_a_note(owing):
    pay(owing, 400), pay(owing, -300, note="Of another case")
    assert outstanding(owing) == 900
    with pytest.raises(Conflict, match="needs a note"):
        pay(owing, -1)


@pytest.mark.parametrize(
    "statement", ["UPDATE welcome_repayment SET amount = 1", "DELETE FROM welcome_repayment"]
)
def test_payment_is_never_changed(owing, statement):
    pay(owing, 400)
    with refused_by("repayment_append_only"):
        sql(statement)


def test_payment_in_sql_beyond_the_sum_is_refused(owing):
    row = pay(owing, 400)
    with refused_by("repayment_within_reclaim"):
        sql(
            "INSERT INTO welcome_repayment (revocation_id, paid_on, amount, note, by_id, at) "
            "SELECT revocation_id, paid_on, 601, '', by_id, at FROM welcome_repayment WHERE id = %s",
            row.pk,
        )


def test_nothing_is_paid_back_where_nothing_is_reclaimed():
    with pytest.raises(NothingReclaimed):
        pay(make_case(CaseState.FINAL), 1)


@pytest.mark.parametrize("days", [1, -1])
def test_payment_comes_after_the_release_and_not_in_the_future(owing, days):
    with days_ago(days):
        day = clock.today()
    with pytest.raises(DayNotPossible):
        pay(owing, 1, paid_on=day)


@pytest.mark.parametrize("role", [StaffRole.SIGNATORY, StaffRole.READER])
def test_only_officers_record_payments(owing, role):
    with pytest.raises(NotOfThisAuthority):
        pay(owing, 1, by=make_staff(owing.authority, role))


def test_total_of_the_year_says_what_was_repaid(owing):
    pay(owing, 400)
    assert year_of(owing.package).repaid_value == 400


def test_page_of_the_case_says_what_is_outstanding_and_leads_to_the_form(client, owing):
    pay(owing, 400)
    sign_in(client, officer_of(owing.authority))
    text = client.get(reverse("admin:welcome_case_change", args=[owing.pk])).text
    address = reverse("admin:welcome_case_record_repayment", args=[owing.pk])
    assert "<strong>€600</strong>" in text
    assert address in text
    client.post(address, {"paid_on": clock.today(), "amount": "600", "note": ""})
    assert outstanding(owing) == 0


def test_form_refuses_too_much_and_keeps_what_was_typed(client, owing):
    sign_in(client, officer_of(owing.authority))
    address = reverse("admin:welcome_case_record_repayment", args=[owing.pk])
    typed = {"paid_on": clock.today(), "amount": "1000.01", "note": "Booking 17"}
    text = client.post(address, typed).text
    assert "lie between nothing and the amount" in text
    assert "Booking 17" in text
    assert not Repayment.objects.exists()
