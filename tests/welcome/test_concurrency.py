"""Two or more people at once, on real connections: exactly one wins, nobody waits for ever."""

from decimal import Decimal
from functools import partial
from threading import Event

import pytest
from django.db import connection, transaction

from corridor import clock
from corridor.actions import Conflict, action
from startups.actions import change_startup, check_registration
from startups.choices import MemberRole
from startups.models import Membership, Startup
from tests.factories import (
    ask,
    fresh,
    make_application,
    make_authority,
    make_benefit,
    make_case,
    make_package,
    make_staff,
    make_startup,
    make_user,
    officer_of,
    owner_of,
    propose,
    signatory_of,
    take_step,
)
from tests.threads import PATIENCE, at_once, refusals
from welcome import actions, waiver
from welcome.actions import applications
from welcome.choices import CaseState, StaffRole
from welcome.exceptions import (
    AlreadySubmitted,
    BudgetExceeded,
    CeilingExceeded,
    CeilingOfCompanyExceeded,
    ChangedMeanwhile,
    NotLeft,
    PlacesExceeded,
    RequestEnded,
    WrongState,
)
from welcome.models import (
    Application,
    Award,
    Case,
    CaseEvent,
    Counter,
    Decision,
    Delivery,
    Package,
    Redemption,
    Revision,
    Terms,
)

pytestmark = pytest.mark.django_db(transaction=True)


def sign(case):
    return partial(actions.sign, case=case, by=signatory_of(case.authority))


def submit(draft):
    return partial(actions.submit, application=draft, by=owner_of(draft.startup))


def test_two_owners_who_answer_at_once_make_one_revision(queued):
    case = make_case(CaseState.REVIEW)
    second = make_user()
    Membership.objects.create(
        startup=case.startup, user=second, role=MemberRole.OWNER, since=clock.now()
    )
    request, owners = ask(case), [owner_of(case.startup), second]
    answers = {**case.revision.answers["plan"], "jobs": 99}
    actions.save_answer(request=request, section="plan", answers=answers, by=second)
    results = at_once(*(partial(actions.send_answer, request=request, by=by) for by in owners))
    assert refusals(results) == [RequestEnded]
    assert [revision.number for revision in Revision.objects.all()] == [1, 2]
    assert CaseEvent.objects.filter(case=case, verb="resume_review").count() == 1
    assert len(queued("welcome/mail/answer_arrived")) == 1


def test_answers_to_two_authorities_at_once_are_two_revisions():
    draft = make_application(packages=[make_package(), make_package()])
    owner = owner_of(draft.startup)
    cases = actions.submit(application=draft, by=owner)
    requests = []
    for number, case in enumerate(cases):
        take_step(case, "take")
        requests.append(ask(case, ["plan", "company"][number]))
    for request, section in zip(requests, ["plan", "company"], strict=True):
        said = {**request.case.revision.answers[section], "jobs": 99, "contact_role": "Owner"}
        actions.save_answer(request=request, section=section, answers=said, by=owner)
    results = at_once(
        *(partial(actions.send_answer, request=request, by=owner) for request in requests)
    )
    assert refusals(results) == []
    last = Revision.objects.order_by("number").last()
    assert last.number == 3
    # Nothing of the other answer is lost.
    assert (last.answers["plan"]["jobs"], last.answers["company"]["contact_role"]) == (99, "Owner")


def awards_of(value, *startups, authorities=None, **package):
    """Proposed awards of one package, or of one package of each authority, each worth `value` EUR."""
    packages = [
        make_package(authority, benefits=0, **{"budget": 1_000_000, **package})
        for authority in authorities or [make_authority()]
    ]
    for each in packages:
        make_benefit(each, quantity=1, unit_value=Decimal(value))
    chosen = packages * (len(startups) // len(packages))
    cases = [
        make_case(CaseState.PROPOSED, package=package, startup=startup)
        for package, startup in zip(chosen, startups, strict=True)
    ]
    for case in cases:
        signatory_of(case.authority)
    return cases


def test_two_signatures_at_once_are_one():
    case = make_case(CaseState.PROPOSED)
    signatories = [make_staff(case.authority, StaffRole.SIGNATORY) for _person in range(2)]
    results = at_once(*(partial(actions.sign, case=case, by=by) for by in signatories))
    assert refusals(results) == [WrongState]
    (signed,) = [result for result in results if isinstance(result, Decision)]
    assert case.open_decision.signed_by == signed.signed_by
    assert CaseEvent.objects.filter(case=case, verb="sign").count() == 1


def test_ten_submits_at_once_are_one(queued):
    startup = make_startup()
    second = make_user()
    Membership.objects.create(
        startup=startup, user=second, role=MemberRole.OWNER, since=clock.now()
    )
    draft = make_application(startup, [make_package(), make_package()])
    owners = [owner_of(startup), second] * 5
    results = at_once(*(partial(actions.submit, application=draft, by=by) for by in owners))
    assert refusals(results) == [AlreadySubmitted] * 9
    assert Case.objects.count() == 2
    assert Revision.objects.count() == 1
    assert sorted(mail.to[0] for mail in queued()) == sorted({by.email for by in owners})


def test_two_awards_at_once_do_not_pass_the_budget():
    cases = awards_of(3_000, make_startup(), make_startup(), budget=5_999)
    assert refusals(at_once(*map(sign, cases))) == [BudgetExceeded]
    assert Decision.objects.binding_awards().total() == 3_000


def test_two_awards_at_once_take_the_last_place_once():
    cases = awards_of(1, make_startup(), make_startup(), places=1)
    assert refusals(at_once(*map(sign, cases))) == [PlacesExceeded]


def test_two_authorities_at_once_do_not_pass_the_ceiling():
    startup = make_startup()
    cases = awards_of(200_000, startup, startup, authorities=[make_authority(), make_authority()])
    assert refusals(at_once(*map(sign, cases))) == [CeilingExceeded]
    assert Decision.objects.binding_awards().total() == 200_000


def test_two_profiles_of_a_company_at_once_do_not_pass_the_ceiling():
    startups, number = [make_startup(), make_startup()], "U72900KA2019PTC123456"
    for startup in startups:
        change_startup(startup=startup, by=owner_of(startup), registrations={"cin": number})
    check_registration(registration=startups[0].registrations.get(), by=make_user(roles=["editor"]))
    # Of two authorities, so that nothing but the start-ups is locked by both.
    cases = awards_of(200_000, *startups, authorities=[make_authority(), make_authority()])
    assert refusals(at_once(*map(sign, cases))) == [CeilingOfCompanyExceeded]


def test_references_at_once_are_distinct():
    package = make_package()
    drafts = [make_application(packages=[package]) for _startup in range(5)]
    results = at_once(*map(submit, drafts))
    numbers = sorted(int(case.reference[-4:]) for (case,) in results)
    assert numbers == [1, 2, 3, 4, 5]
    assert Counter.objects.get().last == 5
    assert Terms.objects.count() <= 5


def test_applications_in_crossed_order_do_not_wait_for_each_other(monkeypatch):
    """Both hold their first reference before either takes its second."""
    one, other = make_authority(), make_authority()
    packages = [make_package(authority) for authority in (one, other, one)]
    drafts = [make_application(packages=packages[:2]), make_application(packages=packages[1:])]
    give, arrived = applications.next_reference, [Event(), Event()]

    def slowly(authority, day):
        reference = give(authority, day)
        first = arrived[0] if not arrived[0].is_set() else arrived[1]
        first.set()
        arrived[1].wait(0.3)
        return reference

    monkeypatch.setattr(applications, "next_reference", slowly)
    assert refusals(at_once(*map(submit, drafts))) == []
    assert Case.objects.count() == 4


def test_drafts_begun_at_once_are_one():
    startup, packages = make_startup(), [make_package() for _package in range(4)]
    owner = owner_of(startup)
    results = at_once(
        *(
            partial(actions.begin_application, startup=startup, packages=[each], by=owner)
            for each in packages
        )
    )
    assert {draft.pk for draft in results} == {Application.objects.get().pk}
    assert Application.objects.get().packages.count() == 4


def test_package_is_never_added_to_what_is_being_submitted():
    draft, late = make_application(), make_package()
    owner, submitted, begun = owner_of(draft.startup), Event(), Event()

    def submit_slowly():
        with transaction.atomic():
            submit(draft)()
            submitted.set()
            begun.wait(0.3)  # not committed yet

    def begin_meanwhile():
        submitted.wait(PATIENCE)
        try:
            return actions.begin_application(startup=draft.startup, packages=[late], by=owner)
        finally:
            begun.set()

    _submitted, other = at_once(submit_slowly, begin_meanwhile)
    assert other != draft
    assert list(other.packages.all()) == [late]
    assert draft.packages.count() == draft.cases.count() == 1


def test_section_saved_during_the_submission_is_in_it_or_refused():
    draft = make_application()
    late = {**draft.answers["product"], "product": "late"}
    save = partial(
        actions.save_section,
        application=draft,
        section="product",
        answers=late,
        by=owner_of(draft.startup),
    )
    results = at_once(submit(draft), save)
    saved = Revision.objects.get().answers["product"] == late
    assert saved == (refusals(results) == [])


def test_sections_saved_at_once_are_both_kept():
    draft = make_application(complete=False)
    by = owner_of(draft.startup)
    at_once(
        *(
            partial(
                actions.save_section, application=draft, section=slug, answers={"x": slug}, by=by
            )
            for slug in ("plan", "product", "company")
        )
    )
    draft.refresh_from_db()
    assert sorted(draft.answers) == ["company", "plan", "product"]


def test_one_section_saved_twice_at_once_is_saved_once_and_shown_once():
    draft = make_application(complete=False)
    by = owner_of(draft.startup)
    results = at_once(
        *(
            partial(
                actions.save_section,
                application=draft,
                section="plan",
                answers={"goals": goals},
                by=by,
                seen=0,
            )
            for goals in ("one", "other")
        )
    )
    assert refusals(results) == [ChangedMeanwhile]
    (refused,) = [result for result in results if isinstance(result, ChangedMeanwhile)]
    draft.refresh_from_db()
    assert draft.answers["plan"] == refused.answers


def test_withdrawal_and_signature_at_once_end_in_one_of_both():
    case = make_case(CaseState.PROPOSED)
    withdraw = partial(actions.withdraw, case=case, by=owner_of(case.startup))
    results = at_once(sign(case), withdraw)
    assert fresh(case).state == CaseState.WITHDRAWN
    assert refusals(results) in ([], [WrongState])
    assert not Decision.objects.binding_awards().exists()


def test_withdrawal_and_release_at_once_are_never_both():
    case = make_case(CaseState.SIGNED)
    release = partial(actions.release, case=case, by=officer_of(case.authority))
    withdraw = partial(actions.withdraw, case=case, by=owner_of(case.startup))
    assert refusals(at_once(release, withdraw)) == [WrongState]
    released = fresh(case).state == CaseState.RELEASED
    assert Delivery.objects.exists() is released


def test_notice_retrieved_twice_at_once_is_retrieved_once():
    case = make_case(CaseState.RELEASED)
    retrieve = partial(actions.retrieve_notice, case=case, by=owner_of(case.startup))
    first, second = at_once(retrieve, retrieve)
    assert first.retrieved_at == second.retrieved_at


def test_proposals_at_once_are_one():
    case = make_case(CaseState.REVIEW)
    officers = [make_staff(case.authority, StaffRole.OFFICER) for _person in range(2)]
    results = at_once(*(partial(propose, case, by=by) for by in officers))
    assert refusals(results) == [WrongState]
    assert case.decisions.count() == 1


def test_signature_does_not_wait_for_a_submission_of_the_same_startup():
    """A new row that points at package and start-up locks their keys until it is committed."""
    case = make_case(CaseState.PROPOSED)
    signatory_of(case.authority)
    held, done = Event(), Event()

    def hold():
        with transaction.atomic(), connection.cursor() as cursor:
            for table, pk in [(Package, case.package_id), (Startup, case.startup_id)]:
                cursor.execute(
                    f"SELECT 1 FROM {table._meta.db_table} WHERE id = %s FOR KEY SHARE", [pk]
                )
            held.set()
            return done.wait(PATIENCE)

    def sign_meanwhile():
        held.wait(PATIENCE)
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '1s'")
        try:
            return sign(case)()
        finally:
            done.set()

    _held, decision = at_once(hold, sign_meanwhile)
    assert decision.signed_at


def test_members_set_at_once_leave_roles_that_follow_from_them():
    authorities, person = [make_authority(), make_authority()], make_user()
    at_once(
        *(
            partial(actions.set_member, authority=authority, user=person, roles=[role], by=None)
            for authority, role in zip(
                authorities, [StaffRole.OFFICER, StaffRole.SIGNATORY], strict=True
            )
        )
    )
    assert set(person.groups.values_list("name", flat=True)) == {"officer", "signatory"}


def test_double_click_takes_one_step():
    case = make_case()
    take = partial(actions.take, case=case, by=officer_of(case.authority))
    assert refusals(at_once(take, take)) == [WrongState]
    assert case.events.filter(verb="take").count() == 1


def test_two_wishes_at_once_do_not_pass_what_is_left():
    case = make_case(CaseState.FINAL)
    item, owner = case.award.items.first(), owner_of(case.startup)
    today = clock.today()
    ask = partial(actions.ask_benefit, item=item, quantity=2, wished_on=today, by=owner)
    assert refusals(at_once(ask, ask)) == [NotLeft]
    assert Redemption.objects.get().quantity == 2


def test_two_wishes_at_once_past_the_actions_do_not_pass_what_is_left():
    case = make_case(CaseState.FINAL)
    item, owner = case.award.items.first(), owner_of(case.startup)
    row = {"item": item, "quantity": 2, "asked_by": owner, "asked_at": clock.now()}
    write = action(lambda *, by: Redemption.objects.create(wished_on=clock.today(), **row))
    found = at_once(*[partial(write, by=owner)] * 2)
    assert [refusal.rule for refusal in found if isinstance(refusal, Conflict)] == [
        "redemption_within_award"
    ]


def test_waiver_and_finality_at_once_make_one_award(set_clock):
    case = make_case(CaseState.NOTIFIED)
    set_clock(Delivery.objects.get(decision__case=case).final_on)
    waive = partial(
        actions.waive_remedies, case=case, version=waiver.CURRENT, by=owner_of(case.startup)
    )
    results = at_once(waive, partial(actions.finalise, case=case, by=None))
    assert len(refusals(results)) == 1
    assert Award.objects.filter(case=case).count() == 1
