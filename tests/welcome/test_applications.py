from datetime import date, timedelta

import pytest

from corridor import clock
from startups.actions import NotAMember, change_startup
from startups.choices import MemberRole, Origin, Sector
from startups.models import Membership
from tests.factories import (
    answers,
    days_ago,
    make_application,
    make_authority,
    make_case,
    make_document,
    make_package,
    make_startup,
    make_user,
    owner_of,
    wishes,
)
from welcome import actions
from welcome.choices import CaseState, DocumentKind
from welcome.exceptions import (
    AlreadySubmitted,
    Incomplete,
    NotEligible,
    NothingChosen,
    NotOwner,
)
from welcome.models import Application, Case, Revision
from welcome.sections import own_slug

ACKNOWLEDGEMENT = "welcome/mail/acknowledgement"


@pytest.fixture
def startup(db):
    return make_startup()


@pytest.fixture
def owner(startup):
    return owner_of(startup)


@pytest.fixture
def editor(startup):
    editor = make_user("Ōe")
    Membership.objects.create(
        startup=startup, user=editor, role=MemberRole.EDITOR, since=clock.now()
    )
    return editor


@pytest.fixture
def draft(startup):
    return make_application(startup)


def begin(startup, *packages, by=None):
    return actions.begin_application(startup=startup, packages=packages, by=by or owner_of(startup))


def submit(draft, by=None):
    return actions.submit(application=draft, by=by or owner_of(draft.startup))


def assert_nothing_submitted(draft):
    draft.refresh_from_db()
    assert draft.is_draft
    assert not Revision.objects.exists()
    assert not Case.objects.exists()


# Begin


def test_begin_makes_a_draft_for_the_packages(startup, owner):
    packages = [make_package(), make_package()]
    draft = begin(startup, *packages)
    assert draft.is_draft
    assert set(draft.packages.all()) == set(packages)
    assert draft.created_by == owner
    assert draft.created_at.astimezone(clock.BERLIN).date() == date(2024, 7, 22)


def test_begin_goes_on_with_the_draft(startup, draft):
    package = make_package()
    assert begin(startup, package) == draft
    assert draft.packages.count() == 2
    assert draft.answers


def test_begin_after_submission_makes_another_draft(startup, draft):
    submit(draft)
    assert begin(startup, make_package()) != draft


def test_begin_by_editor_is_possible(startup, editor):
    assert begin(startup, make_package(), by=editor).created_by == editor


def test_begin_by_stranger_is_refused(startup):
    with pytest.raises(NotAMember):
        begin(startup, make_package(), by=make_user())
    assert not Application.objects.exists()


def test_begin_without_package_is_refused(startup):
    with pytest.raises(NothingChosen):
        begin(startup)


TODAY = date(2024, 7, 22)


@pytest.mark.parametrize(
    ("package", "words"),
    [
        ({"closes_on": TODAY - timedelta(days=1)}, "not open"),
        ({"opens_on": TODAY + timedelta(days=1)}, "not open"),
        ({"is_public": False}, "not open"),
        ({"origins": [Origin.DUESSELDORF]}, "other side"),
        ({"sectors": [Sector.GREEN_TECH]}, "sector"),
        ({"max_age_years": 2}, "older"),
    ],
)
def test_begin_for_unsuitable_package_is_refused_with_the_obstacle(startup, package, words):
    package = make_package(**package)
    with pytest.raises(NotEligible, match=words) as refused:
        begin(startup, make_package(), package)
    assert package.title_en in str(refused.value)
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    "package", [{"closes_on": TODAY}, {"opens_on": TODAY}, {"max_age_years": None}]
)
def test_begin_on_the_last_and_the_first_day_is_possible(startup, package):
    assert begin(startup, make_package(**package))


@pytest.mark.parametrize(("day", "fits"), [(date(2034, 7, 21), True), (date(2034, 7, 22), False)])
def test_startup_is_too_old_from_the_day_after_its_birthday(db, day, fits):
    startup = make_startup(founded_on=date(2024, 7, 21))
    package = make_package(max_age_years=10, closes_on=date(2040, 1, 1))
    assert (package.obstacles(startup, day) == []) is fits


def test_startup_founded_on_a_leap_day_ages_on_the_last_of_february(db):
    startup = make_startup(founded_on=date(2016, 2, 29))
    package = make_package(max_age_years=1, opens_on=date(2016, 1, 1))
    assert package.obstacles(startup, date(2017, 2, 28)) == []
    assert package.obstacles(startup, date(2017, 3, 1)) != []


# Choose, save, attach


def test_choose_replaces_the_packages(draft, owner):
    package = make_package()
    actions.choose_packages(application=draft, packages=[package], by=owner)
    assert list(draft.packages.all()) == [package]


def test_choose_nothing_is_refused(draft, owner):
    with pytest.raises(NothingChosen):
        actions.choose_packages(application=draft, packages=[], by=owner)
    assert draft.packages.count() == 1


def test_choose_closed_package_is_refused(draft, owner):
    with pytest.raises(NotEligible):
        actions.choose_packages(
            application=draft, packages=[make_package(is_public=False)], by=owner
        )
    assert draft.packages.count() == 1


def test_save_section_keeps_the_others(draft, owner):
    before = draft.answers
    actions.save_section(application=draft, section="plan", answers={"goals": "ಕನ್ನಡ"}, by=owner)
    draft.refresh_from_db()
    assert draft.answers == {**before, "plan": {"goals": "ಕನ್ನಡ"}}


def test_save_section_notes_the_time(draft, owner):
    with days_ago(-2):
        actions.save_section(application=draft, section="plan", answers={}, by=owner)
    draft.refresh_from_db()
    assert draft.changed_at.date() == TODAY + timedelta(days=2)


def test_save_section_ignores_what_a_stale_page_holds(draft, owner):
    stale = Application.objects.get(pk=draft.pk)
    actions.save_section(application=draft, section="plan", answers={"goals": "new"}, by=owner)
    actions.save_section(application=stale, section="product", answers={"product": "new"}, by=owner)
    stale.refresh_from_db()
    assert stale.answers["plan"] == {"goals": "new"}


def attach(draft, kind=DocumentKind.PITCH_DECK, by=None):
    by = by or owner_of(draft.startup)
    return actions.attach(application=draft, kind=kind, document=make_document(by=by), by=by)


def test_attach_takes_several_files_of_a_kind(draft):
    attach(draft, DocumentKind.PITCH_DECK)
    attach(draft, DocumentKind.PITCH_DECK)
    assert draft.attachments.count() == 2


def changes(draft, by):
    """Every action that writes into a draft, as a function."""
    package = make_package()
    attachment = draft.attachments.first()
    return {
        "choose": lambda: actions.choose_packages(application=draft, packages=[package], by=by),
        "save": lambda: actions.save_section(application=draft, section="plan", answers={}, by=by),
        "attach": lambda: attach(draft, DocumentKind.INCORPORATION, by=by),
        "detach": lambda: actions.detach(attachment=attachment, by=by),
        "submit": lambda: submit(draft, by),
    }


@pytest.mark.parametrize("change", ["choose", "save", "attach", "detach", "submit"])
def test_stranger_changes_nothing(draft, change):
    attach(draft)
    with pytest.raises(NotAMember):
        changes(draft, make_user())[change]()
    assert draft.attachments.count() == 1


@pytest.mark.parametrize("change", ["choose", "save", "attach", "detach", "submit"])
def test_submitted_application_is_not_changed(draft, owner, change):
    attach(draft)
    stale = Application.objects.get(pk=draft.pk)
    submit(draft)
    with pytest.raises(AlreadySubmitted):
        changes(stale, owner)[change]()
    assert Revision.objects.count() == Case.objects.count() == 1


# Submit


def test_submit_opens_one_case_for_each_package(startup, set_clock):
    packages = [make_package(decision_days=10), make_package(decision_days=42)]
    cases = submit(make_application(startup, packages))
    assert {case.package: case.due_on for case in cases} == {
        packages[0]: date(2024, 8, 1),
        packages[1]: date(2024, 9, 2),
    }
    assert {case.state for case in cases} == {CaseState.SUBMITTED}
    assert {case.startup for case in cases} == {startup}


def test_submit_notes_the_first_line_of_the_record(draft, owner):
    (case,) = submit(draft)
    event = case.events.get()
    assert (event.verb, event.source, event.target, event.by) == ("submit", "", "submitted", owner)
    assert event.at == case.submitted_at == case.revision.submitted_at


def test_submit_freezes_answers_documents_and_aid(startup, owner):
    lines = [
        {"authority": "ZIM", "granted_on": "2023-01-02", "amount": "500.00"},
        {"authority": "BAFA", "granted_on": "2022-03-04", "amount": "0.01"},
    ]
    package = make_package(required_documents=[DocumentKind.PITCH_DECK])
    draft = make_application(startup, [package], aid={"received": "yes", "lines": lines})
    (case,) = submit(draft)
    revision = case.revision
    assert revision.number == 1
    assert revision.submitted_by == owner
    assert revision.answers == draft.answers
    assert revision.documents.get().document == draft.attachments.get().document
    assert [str(line.amount) for line in revision.aid_lines.all()] == ["0.01", "500.00"]


def test_revision_keeps_the_profile_of_its_day(draft, startup, owner):
    (_case,) = submit(draft)
    change_startup(startup=startup, by=owner, legal_name="Another GmbH", city="Hubballi")
    profile = Revision.objects.get().profile
    assert profile["legal_name"] != "Another GmbH"
    assert profile["city"] == "Mysuru"
    assert profile["founded_on"] == startup.founded_on.isoformat()


def test_revision_keeps_the_registry_numbers(draft, startup, owner):
    number = "U72900KA2019PTC123456"
    change_startup(startup=startup, by=owner, registrations={"cin": number})
    (case,) = submit(draft)
    assert case.revision.profile["registrations"] == [{"kind": "cin", "value": number}]


def test_submit_by_editor_is_refused(draft, editor):
    with pytest.raises(NotOwner):
        submit(draft, editor)
    assert_nothing_submitted(draft)


@pytest.mark.parametrize("section", ["company", "product", "plan", "aid", "declarations"])
def test_submit_without_a_section_is_refused(startup, section):
    sections = answers()
    del sections[section]
    draft = make_application(startup, complete=False, **sections)
    with pytest.raises(Incomplete):
        submit(draft)
    assert_nothing_submitted(draft)


def test_submit_without_required_document_is_refused(startup):
    package = make_package(required_documents=[DocumentKind.PITCH_DECK, DocumentKind.INCORPORATION])
    draft = make_application(startup, [package], complete=False, **answers())
    attach(draft, DocumentKind.PITCH_DECK)
    with pytest.raises(Incomplete):
        submit(draft)
    assert_nothing_submitted(draft)


def test_submit_to_authority_without_acts_needs_no_aid_section(startup):
    package = make_package(make_authority("none"))
    sections = answers(**{own_slug(package): wishes(package)})
    del sections["aid"]
    assert submit(make_application(startup, [package], complete=False, **sections))


@pytest.mark.parametrize(
    "change", [{"closes_on": TODAY - timedelta(days=1)}, {"sectors": [Sector.GREEN_TECH]}]
)
def test_submit_for_package_that_changed_meanwhile_is_refused(draft, change):
    package = draft.packages.get()
    for name, value in change.items():
        setattr(package, name, value)
    package.save()
    with pytest.raises(NotEligible):
        submit(draft)
    assert_nothing_submitted(draft)


def test_submit_on_the_last_evening_counts(startup, set_clock):
    package = make_package(closes_on=date(2024, 7, 31))
    draft = make_application(startup, [package])
    set_clock(date(2024, 7, 31), clock.end_of_day(date(2024, 7, 31)).time())
    assert submit(draft)


def test_submit_a_day_late_is_refused(startup, set_clock):
    draft = make_application(startup, [make_package(closes_on=date(2024, 7, 31))])
    set_clock(date(2024, 8, 1))
    with pytest.raises(NotEligible, match="not open"):
        submit(draft)


def test_submit_twice_is_refused(draft, queued):
    submit(draft)
    with pytest.raises(AlreadySubmitted):
        submit(draft)
    assert len(queued(ACKNOWLEDGEMENT)) == 1


def test_running_case_of_one_package_stops_the_whole_submission(startup):
    case = make_case(startup=startup)
    draft = make_application(startup, [make_package()])
    draft.packages.add(case.package)
    with pytest.raises(NotEligible, match=f"applied for this package already: {case.reference}"):
        submit(draft)
    assert Case.objects.count() == 1
    assert Revision.objects.count() == 1


# Terms


def test_cases_share_terms_until_the_package_changes(db):
    package = make_package()
    first, second = make_case(package=package), make_case(package=package)
    assert first.terms == second.terms
    package.benefits.update(unit_value=2_000)
    assert make_case(package=package).terms != first.terms


def test_change_of_the_package_leaves_the_terms_of_a_case(db):
    package = make_package(title_en="Before", award_days=90)
    case = make_case(package=package)
    values = [offer.value for offer in case.terms.offers]
    package.benefits.all().delete()
    package.title_en, package.award_days = "After", 30
    package.save()
    case.terms.refresh_from_db()
    assert (case.terms.title_en, case.terms.award_days) == ("Before", 90)
    assert [offer.value for offer in case.terms.offers] == values == [3_000, 3_000]


# References


def test_references_count_by_authority_and_year(db, set_clock):
    city, state = make_authority(prefix="DUS"), make_authority(prefix="NRW")
    packages = [make_package(a, closes_on=date(2026, 1, 1)) for a in (city, city, state)]
    first = {case.package: case.reference for case in submit(make_application(packages=packages))}
    assert list(first.values()).count("NRW-2024-0001") == 1
    assert {first[packages[0]], first[packages[1]]} == {"DUS-2024-0001", "DUS-2024-0002"}
    set_clock(date(2025, 1, 1))
    assert make_case(package=packages[0]).reference == "DUS-2025-0001"


def test_reference_follows_the_year_in_duesseldorf(db, set_clock):
    package = make_package(make_authority(prefix="DUS"), closes_on=date(2026, 1, 1))
    set_clock(date(2025, 1, 1), clock.end_of_day(TODAY).time().replace(hour=0))
    assert make_case(package=package).reference == "DUS-2025-0001"


def test_refused_submission_uses_no_reference(db):
    case = make_case()
    draft = make_application(case.startup, [make_package(case.authority)])
    draft.packages.add(case.package)
    with pytest.raises(NotEligible):
        submit(draft)
    following = make_case(package=case.package)
    assert int(following.reference[-4:]) == int(case.reference[-4:]) + 1


def test_reference_passes_nine_thousand(db):
    package = make_package(make_authority(prefix="DUS"))
    for last in (9_999, 123_456):
        actions.applications.Counter.objects.update_or_create(
            authority=package.authority, year=2024, defaults={"last": last}
        )
        assert make_case(package=package).reference == f"DUS-2024-{last + 1}"


# Acknowledgement


@pytest.mark.parametrize(
    ("language", "subject", "title"),
    [("de", "Eingangsbestätigung", "title_de"), ("en", "We have your application", "title_en")],
)
def test_acknowledgement_is_in_the_readers_language(db, queued, language, subject, title):
    startup = make_startup(make_user(language=language))
    packages = [
        make_package(make_authority(prefix="DUS")),
        make_package(make_authority(prefix="NRW")),
    ]
    submit(make_application(startup, packages))
    (mail,) = queued(ACKNOWLEDGEMENT)
    assert mail.subject.startswith(subject)
    assert mail.headers["Content-Language"] == language
    for package, reference in zip(packages, ["DUS-2024-0001", "NRW-2024-0001"], strict=True):
        assert reference in mail.subject
        assert f"{reference}: {getattr(package, title)}" in mail.message
        assert f"/{language}/cases/{reference}/" in mail.message


def test_acknowledgement_goes_to_every_owner_and_no_editor(draft, startup, owner, editor, queued):
    second = make_user("Nagarajan", language="de")
    Membership.objects.create(
        startup=startup, user=second, role=MemberRole.OWNER, since=clock.now()
    )
    submit(draft)
    assert {mail.to[0] for mail in queued(ACKNOWLEDGEMENT)} == {owner.email, second.email}


def test_refused_submission_writes_no_mail(startup, queued):
    with pytest.raises(Incomplete):
        submit(make_application(startup, complete=False))
    assert queued() == []
