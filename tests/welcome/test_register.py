"""The EU's de-minimis register: which awards wait, until when, the CSV, and the entry that staff note."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridor import clock
from corridor.documents.models import Export
from tests.database import refused_by, sql
from tests.factories import (
    fresh,
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_startup,
    officer_of,
    owner_of,
    sign_in,
)
from welcome import actions, workdays
from welcome.admin.register import tasks
from welcome.choices import CaseState, DecisionKind
from welcome.deadlines import is_working_day, register_by
from welcome.exceptions import DayNotPossible, NoSuchActivity, NothingToRegister, NotOfThisAuthority
from welcome.models import Decision, RegisterEntry

LIST, FILE = "admin:welcome_case_register", "admin:welcome_case_register_csv"


@pytest.fixture
def by_law(monkeypatch):
    monkeypatch.setattr(workdays, "rows", list)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_last_day_is_the_twentieth_working_day(by_law, day):
    last = register_by(day)
    days = [day + timedelta(days=number) for number in range(1, (last - day).days + 1)]
    assert sum(map(is_working_day, days)) == 20
    assert is_working_day(last)


@pytest.mark.parametrize(
    ("awarded", "last"),
    [
        (date(2024, 7, 1), date(2024, 7, 29)),
        (date(2025, 12, 10), date(2026, 1, 12)),  # Christmas twice, New Year
        (date(2026, 3, 20), date(2026, 4, 21)),  # Good Friday, Easter Monday
        (date(2026, 5, 2), date(2026, 6, 2)),  # from a Saturday: Ascension, Whit Monday
        (date(2026, 5, 29), date(2026, 6, 29)),  # Corpus Christi, in NRW
    ],
)
def test_holidays_of_nrw_move_the_last_day(by_law, awarded, last):
    assert register_by(awarded) == last


def enter(case, *, by=None, **fields):
    whole = {"registered_on": clock.today(), "nace": "62.10", **fields}
    return actions.register_award(case=case, by=by or officer_of(case.authority), **whole)


@pytest.mark.parametrize(
    ("state", "kind", "law", "waits"),
    [
        (CaseState.SIGNED, "grant", "nrw", False),
        (CaseState.RELEASED, "grant", "nrw", True),
        (CaseState.FINAL, "grant", "nrw", True),
        (CaseState.DECLINED, "grant", "nrw", False),
        (CaseState.FINAL, "reject", "nrw", False),
        (CaseState.RELEASED, "grant", "none", False),
    ],
)
def test_released_awards_of_aid_wait_for_their_entry(db, state, kind, law, waits):
    make_case(state, kind=DecisionKind(kind), package=make_package(make_authority(law)))
    assert Decision.objects.to_register().exists() == waits


def test_entry_is_noted_once_with_its_activity(db):
    case = make_case(CaseState.FINAL)
    entry = enter(case)
    assert (entry.nace, entry.registered_on) == ("62.10", clock.today())
    assert case.events.last().verb == "register_award"
    with pytest.raises(NothingToRegister):
        enter(case)
    with refused_by("register_entry_append_only"):
        sql("UPDATE welcome_registerentry SET nace = '01.11'")


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"registered_on": date(2024, 7, 23)}, DayNotPossible),
        ({"registered_on": date(2024, 1, 1)}, DayNotPossible),
        ({"nace": "99.99"}, NoSuchActivity),
        ({"nace": "=1+1"}, NoSuchActivity),
    ],
)
def test_bad_entry_is_refused(db, fields, error):
    case = make_case(CaseState.FINAL)
    with pytest.raises(error):
        enter(case, **fields)
    assert not RegisterEntry.objects.exists()


def test_only_officers_note_an_entry(db):
    case = make_case(CaseState.FINAL)
    with pytest.raises(NotOfThisAuthority):
        enter(case, by=owner_of(case.startup))
    with pytest.raises(NotOfThisAuthority):
        enter(case, by=make_staff(make_authority()))


def test_database_registers_nothing_but_aid(db):
    case = make_case(CaseState.FINAL, kind=DecisionKind.REJECT)
    with refused_by("register_entry_of_aid"):
        RegisterEntry.objects.create(
            decision=case.released_decision,
            registered_on=clock.today(),
            nace="62.10",
            by=officer_of(case.authority),
            at=clock.now(),
        )


def test_database_tells_by_itself_what_is_unregistered(db):
    case = make_case(CaseState.RELEASED)
    award = case.released_decision
    assert award.unregistered
    Decision.objects.update(unregistered=False)
    assert Decision.objects.to_register().get() == award
    enter(case)
    Decision.objects.update(unregistered=True)
    assert not Decision.objects.filter(unregistered=True).exists()


@pytest.mark.parametrize(
    ("state", "fields"),
    [
        (CaseState.SIGNED, {}),
        (CaseState.RELEASED, {"kind": DecisionKind.REJECT}),
        (CaseState.RELEASED, {"package": "letter"}),
    ],
)
def test_only_released_awards_of_aid_are_unregistered(db, state, fields):
    if "package" in fields:
        fields = {"package": make_package(make_authority("none"))}
    make_case(state, **fields)
    assert not Decision.objects.filter(unregistered=True).exists()


def test_task_turns_red_five_working_days_before(db, set_clock):
    set_clock(date(2024, 7, 1))
    case = make_case(CaseState.RELEASED)
    officer = officer_of(case.authority)
    (task,) = tasks(officer)
    assert (task.count, task.due, task.is_overdue) == (1, date(2024, 7, 29), False)
    set_clock(date(2024, 7, 19))
    assert not tasks(officer)[0].is_overdue
    set_clock(date(2024, 7, 22))
    assert tasks(officer)[0].is_overdue
    enter(case, registered_on=date(2024, 7, 22))
    assert (tasks(officer)[0].count, tasks(officer)[0].due) == (0, None)


def test_task_is_for_officers_of_an_authority(db):
    assert tasks(owner_of(make_startup())) == []


def test_list_and_file_hold_own_awards_and_no_formula(client, db):
    case = make_case(
        CaseState.RELEASED, startup=make_startup(legal_name="=HYPERLINK(1) Private Limited")
    )
    other = make_case(CaseState.RELEASED)
    sign_in(client, officer_of(case.authority))
    text = client.get(reverse(LIST)).text
    assert case.reference in text
    assert other.reference not in text
    content = b"".join(client.get(reverse(FILE)).streaming_content).decode()
    assert ",=HYPERLINK" not in content
    assert "\n=HYPERLINK" not in content
    assert "6000.00" in content
    assert case.authority.name in content
    assert other.reference not in content
    log = Export.objects.get()
    assert (log.by, log.rows) == (officer_of(case.authority), 1)


def test_list_costs_the_same_for_one_and_three_awards(client, db, django_assert_max_num_queries):
    package = make_package()
    make_case(CaseState.RELEASED, package=package)
    sign_in(client, officer_of(package.authority))
    with django_assert_max_num_queries(40) as first:
        client.get(reverse(LIST))
    for _number in range(2):
        make_case(CaseState.RELEASED, package=package)
    with django_assert_max_num_queries(len(first)):
        client.get(reverse(LIST))


def test_case_page_leads_to_the_entry_and_shows_it(client, db):
    case = make_case(CaseState.FINAL)
    sign_in(client, officer_of(case.authority))
    page = reverse("admin:welcome_case_change", args=[case.pk])
    address = reverse("admin:welcome_case_register_award", args=[case.pk])
    assert address in client.get(page).text
    form = {"registered_on": "2024-07-22", "nace": "nothing"}
    assert "no code of NACE" in client.post(address, form).text
    response = client.post(address, {**form, "nace": "62.10"}, follow=True)
    assert "Entered in the de-minimis register on 22 July 2024 under 62.10" in response.text
    assert address not in response.text
    assert fresh(case).state == CaseState.FINAL


def test_page_shows_the_first_ones_and_the_file_all(client, db, monkeypatch):
    package = make_package()
    cases = [make_case(CaseState.RELEASED, package=package) for _number in range(2)]
    monkeypatch.setattr("welcome.admin.register.MOST_SHOWN", 1)
    sign_in(client, officer_of(package.authority))
    text = client.get(reverse(LIST)).text
    assert cases[0].reference in text
    assert cases[1].reference not in text
    assert "These are the first ones." in text
    rows = b"".join(client.get(reverse(FILE))).decode()
    assert all(case.reference in rows for case in cases)
