"""A signed decision that is not to go out before a day."""

from datetime import timedelta

import pytest
from django.urls import reverse

from corridor import clock
from tests.database import refused_by, sql
from tests.factories import fresh, make_case, make_staff, officer_of, sign_in
from welcome import actions
from welcome.choices import CaseState, StaffRole
from welcome.exceptions import DayToCome, HeldBack, NoteMissing, NotOfThisAuthority, WrongState

pytestmark = pytest.mark.django_db

LIST = reverse("admin:welcome_case_changelist")


@pytest.fixture
def signed():
    return make_case("signed")


def hold(case, *, days=14, note="The press hears of all awards at once.", by=None):
    until = clock.today() + timedelta(days=days)
    by = by or officer_of(case.authority)
    return actions.hold_back(case=case, until=until, note=note, by=by)


def test_hold_is_kept_with_its_reason_and_can_be_moved(signed):
    hold(signed), hold(signed, days=3, note="Sooner.")
    decision = fresh(signed).open_decision
    assert (decision.held_until, decision.held_note) == (
        clock.today() + timedelta(days=3),
        "Sooner.",
    )
    assert signed.events.last().note == "Not before 25 July 2024. Sooner."


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [({"days": 0}, DayToCome), ({"note": " "}, NoteMissing)],
)
def test_hold_needs_a_day_to_come_and_a_reason(signed, fields, refusal):
    with pytest.raises(refusal):
        hold(signed, **fields)


@pytest.mark.parametrize("state", sorted(set(CaseState) - {CaseState.SIGNED}))
def test_only_a_signed_decision_is_held_back(state):
    with pytest.raises(WrongState):
        hold(make_case(state))


def test_only_officers_hold_back(signed):
    with pytest.raises(NotOfThisAuthority):
        hold(signed, by=make_staff(signed.authority, StaffRole.SIGNATORY))


def test_unsigned_decision_is_not_held_back_in_sql():
    make_case("proposed")
    with refused_by("decision_held_back_whole"):
        sql("UPDATE welcome_decision SET held_until = '2024-08-01', held_note = 'Why'")


def test_held_decision_is_released_before_its_day_only_when_said_so(signed):
    hold(signed)
    officer = officer_of(signed.authority)
    with pytest.raises(HeldBack, match="5 August 2024"):
        actions.release(case=signed, by=officer)
    actions.release(case=signed, by=officer, despite=True)
    assert fresh(signed).state == CaseState.RELEASED


def test_held_decision_is_released_on_its_day(signed, set_clock):
    hold(signed)
    set_clock(clock.today() + timedelta(days=14))
    actions.release(case=signed, by=officer_of(signed.authority))
    assert fresh(signed).state == CaseState.RELEASED


def test_release_of_several_leaves_out_what_is_held_back_and_says_why(client, signed):
    hold(signed)
    sign_in(client, officer_of(signed.authority))
    ticked = {"action": "release_several", "index": "0", "_selected_action": [signed.pk]}
    words = "The decision is held back: it is not to go out before 5 August 2024."
    assert words in client.post(LIST, ticked).text
    decision = {"decision": [signed.open_decision.pk], "apply": "yes"}
    assert words in client.post(LIST, {**ticked, **decision}).text
    assert fresh(signed).state == CaseState.SIGNED


def test_list_and_page_say_until_when_it_is_held_back(client, signed):
    hold(signed)
    sign_in(client, officer_of(signed.authority))
    assert 'held back <span class="quiet">not before 5 August</span>' in client.get(LIST).text
    page = client.get(reverse("admin:welcome_case_change", args=[signed.pk])).text
    assert "Not before 5 August 2024. The press hears" in page


def test_page_of_the_release_asks_before_that_day(client, signed):
    hold(signed)
    address = reverse("admin:welcome_case_release", args=[signed.pk])
    sign_in(client, officer_of(signed.authority))
    assert "Tick this to go on." in client.post(address).text
    assert fresh(signed).state == CaseState.SIGNED
    client.post(address, {"despite": "on"})
    assert fresh(signed).state == CaseState.RELEASED


def test_page_holds_back(client, signed):
    address = reverse("admin:welcome_case_hold_back", args=[signed.pk])
    sign_in(client, officer_of(signed.authority))
    assert "still to come" in client.post(address, {"until": clock.today(), "note": "Why"}).text
    client.post(address, {"until": clock.today() + timedelta(days=1), "note": "Why"})
    assert fresh(signed).open_decision.is_held_back
