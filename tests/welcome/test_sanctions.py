"""Lists of sanctions: somebody looks, and no award is signed without a clear and recent look-up."""

from datetime import timedelta

import pytest
from django.urls import reverse

from corridor import clock
from tests.database import refused_by, sql
from tests.factories import (
    fresh,
    look_up,
    make_authority,
    make_case,
    make_package,
    make_user,
    officer_of,
    owner_of,
    sign_in,
    signatory_of,
    take_step,
)
from welcome import actions
from welcome.choices import CaseState, DecisionKind
from welcome.exceptions import (
    CaseEnded,
    ClearUnexplained,
    DayNotPossible,
    HitUnexplained,
    ListMissing,
    NotOfThisAuthority,
    SanctionsUnchecked,
)
from welcome.models import SanctionsCheck

pytestmark = pytest.mark.django_db


def address(case, verb):
    return reverse(f"admin:welcome_case_{verb}", args=[case.pk])


def sign(case):
    return actions.sign(case=case, by=signatory_of(case.authority))


@pytest.mark.parametrize(("days", "signs"), [(30, True), (31, False)])
def test_look_up_holds_for_thirty_days(days, signs, set_clock):
    case = make_case(CaseState.PROPOSED)
    set_clock(clock.today() + timedelta(days=days))
    if signs:
        assert sign(case).signed_at
    else:
        with pytest.raises(SanctionsUnchecked):
            sign(case)


def test_award_is_not_signed_on_a_hit_until_it_is_cleared():
    case = make_case(CaseState.PROPOSED)
    look_up(case, "hit", note="Similar name")
    with pytest.raises(SanctionsUnchecked):
        sign(case)
    look_up(case, note="Another birthday")
    assert sign(case).signed_at


@pytest.mark.parametrize(
    "later",
    [
        {"list_name": "UN List", "note": "Nothing there"},
        {"checked_on": timedelta(days=-2), "note": "From before the hit"},
    ],
)
def test_hit_is_not_hidden_by_another_look_up(later):
    case = make_case(CaseState.PROPOSED)
    look_up(case, "hit", checked_on=clock.today() - timedelta(days=1), note="Entry 4711")
    if "checked_on" in later:
        later = {**later, "checked_on": clock.today() + later["checked_on"]}
    look_up(case, **later)
    with pytest.raises(SanctionsUnchecked):
        sign(case)


def test_hit_that_is_entered_late_counts_whatever_its_day():
    case = make_case(CaseState.PROPOSED)
    look_up(case, "hit", checked_on=clock.today() - timedelta(days=1), note="Letter of yesterday")
    with pytest.raises(SanctionsUnchecked):
        sign(case)


def test_clear_look_up_after_a_hit_says_why_it_was_none(client):
    case = make_case(CaseState.REVIEW)
    look_up(case, "hit", list_name="EU List", note="Entry 4711")
    with pytest.raises(ClearUnexplained):
        look_up(case, list_name=" eu  LIST")
    sign_in(client, officer_of(case.authority))
    form = {"checked_on": "2024-07-22", "list_name": "EU List", "result": "clear", "note": " "}
    text = client.post(address(case, "record_sanctions_check"), form).text
    assert "This list had a hit. Say in the note why it is none." in text
    assert case.sanctions_checks.count() == 1
    assert look_up(case, list_name="UN List").is_clear


def test_hit_after_the_signature_stops_the_release():
    case = make_case(CaseState.SIGNED)
    look_up(case, "hit", note="Entry 4711")
    with pytest.raises(SanctionsUnchecked):
        take_step(case, "release")


def test_rejection_and_letter_need_no_look_up():
    rejected = make_case(CaseState.PROPOSED, kind=DecisionKind.REJECT)
    assert not rejected.sanctions_checks.exists()
    assert sign(rejected).signed_at
    letter = make_case(CaseState.PROPOSED, package=make_package(make_authority("none")))
    look_up(letter, "hit", note="Not ours to judge")
    assert sign(letter).signed_at


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"checked_on": timedelta(days=1)}, DayNotPossible),
        ({"list_name": " "}, ListMissing),
        ({"result": "hit"}, HitUnexplained),
    ],
)
def test_bad_look_up_is_refused(fields, error):
    if "checked_on" in fields:
        fields = {"checked_on": clock.today() + fields["checked_on"]}
    with pytest.raises(error):
        look_up(make_case(CaseState.REVIEW), **fields)


def test_look_up_is_for_officers_of_running_cases():
    case = make_case(CaseState.WITHDRAWN)
    with pytest.raises(CaseEnded):
        look_up(case)
    running = make_case(CaseState.REVIEW)
    with pytest.raises(NotOfThisAuthority):
        actions.record_sanctions_check(
            case=running,
            checked_on=clock.today(),
            list_name="EU",
            result="clear",
            by=owner_of(running.startup),
        )


def test_look_up_is_only_ever_added_to():
    make_case(CaseState.PROPOSED)
    with refused_by("sanctions_check_append_only"):
        sql("UPDATE welcome_sanctionscheck SET result = 'clear'")


def test_staff_see_it_and_the_start_up_does_not(client):
    case = make_case(CaseState.PROPOSED)
    assert SanctionsCheck.objects.visible_to(officer_of(case.authority)).exists()
    assert not SanctionsCheck.objects.visible_to(owner_of(case.startup)).exists()
    assert not SanctionsCheck.objects.visible_to(make_user()).exists()


def test_officer_records_it_on_the_page_of_the_case(client):
    case = make_case(CaseState.REVIEW)
    sign_in(client, officer_of(case.authority))
    page = address(case, "change")
    assert "Nobody has looked yet." in client.get(page).text
    form = {"checked_on": "2024-07-22", "list_name": "EU", "result": "hit", "note": " "}
    assert "Say what you found." in client.post(address(case, "record_sanctions_check"), form).text
    form["note"] = "Same name, another birthday"
    text = client.post(address(case, "record_sanctions_check"), form, follow=True).text
    assert "Same name, another birthday" in text


def test_signatory_reads_why_the_award_waits(client):
    case = make_case(CaseState.PROPOSED)
    look_up(case, "hit", note="Entry 4711")
    sign_in(client, signatory_of(case.authority))
    text = client.get(address(case, "sign")).text
    assert "Sign the decision" not in text
    assert "has to be clear and no older than 30 days" in text
    assert fresh(case).state == CaseState.PROPOSED
