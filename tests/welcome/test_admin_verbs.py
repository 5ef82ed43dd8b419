"""Every verb from every state: what the table allows happens once, everything else changes nothing and says why."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from corridor import clock
from corridor.accounts.models import User
from corridor.forms import DJANGOS, MISSING
from tests.factories import (
    REASONS,
    days_ago,
    fresh,
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_startup,
    make_user,
    officer_of,
    owner_of,
    propose,
    prove_use,
    sign_in,
    signatory_of,
    state_views,
)
from welcome import actions
from welcome.admin.cases import FORMS
from welcome.admin.verbs import BESIDE, VERBS
from welcome.choices import STEPS, Actor, CaseState, DecisionKind, Law, StaffRole
from welcome.exceptions import FourEyes, WrongState
from welcome.models import CaseHistory, Decision, Delivery, Package

pytestmark = pytest.mark.django_db

# Where a verb leads otherwise: tests/welcome/test_court.py, test_decisions.py and test_revocations.py go there.
OTHERWISE = {
    ("record_judgment", CaseState.REVIEW),
    ("return_proposal", CaseState.CHECKING),
    ("reopen", CaseState.CHECKING),
    ("leave_award", CaseState.NOTIFIED),
    ("leave_award", CaseState.CLOSED),
}
ALLOWED = [
    (step.verb, step.source, step.target, step.law or Law.NRW)
    for step in STEPS
    if step.verb in VERBS
    and step.actor in {Actor.OFFICER, Actor.SIGNATORY}
    and not step.revokes
    and (step.verb, step.target) not in OTHERWISE
]
# What each verb needs in its form; a quantity is added by `form_of`.
KINDS = {CaseState.CHECKING: "inadmissible", CaseState.REVIEW: "grant"}
ERROR = re.compile('class="(?:notice )?error')


def address(case, verb):
    return reverse(f"admin:welcome_case_{verb}", args=[case.pk])


def page(case):
    return reverse("admin:welcome_case_change", args=[case.pk])


def items_of(case, **quantities):
    return {
        f"item_{offer.id}": quantities.get("all", offer.quantity) for offer in case.terms.offers
    }


def proposal_of(case, **fields):
    return {"kind": KINDS.get(case.state, "grant"), **REASONS, **items_of(case), **fields}


def form_of(case, verb):
    match verb:
        case "propose":
            return proposal_of(case)
        case "sign":
            decision = case.open_decision or case.decisions.first()
            return {"read": decision.pk} if decision else {}
        case "request_information":
            due_on = clock.today() + timedelta(days=14)
            return {"sections": ["plan"], "message": "Why?", "due_on": due_on.isoformat()}
        case "return_proposal" | "reopen" | "leave_award":
            return {"note": "One reason is missing."}
    return later_form(case, verb)


def later_form(case, verb):
    """What a verb after the notice needs."""
    today = clock.today()
    forms = {
        "record_court_action": {"received_on": last_day(case), "file_number": "20 K 1/24"},
        "record_judgment": {"outcome": "upheld", "ended_on": today, "outcome_note": "Dismissed."},
        "hear": {**REASONS, "due_on": today + timedelta(days=14)},
        "propose_revocation": {"effect": "future", **REASONS},
    }
    return forms.get(verb, {})


def last_day(case):
    """On which court action could have come in, as seen from today."""
    decision = fresh(case).released_decision
    delivery = decision and decision.deliveries.last()
    last = delivery and delivery.last_day_in_court
    return min(last or clock.today(), clock.today())


def both_roles(case):
    """A colleague who may take every step, and has proposed nothing."""
    return make_staff(case.authority, StaffRole.OFFICER, StaffRole.SIGNATORY)


def prints(case):
    """What must not change when a step is refused."""
    return (
        fresh(case).state,
        case.events.count(),
        Decision.objects.filter(case=case).count(),
        Delivery.objects.filter(decision__case=case).count(),
        CaseHistory.objects.filter(pgh_obj=case).count(),
    )


@pytest.mark.parametrize(("verb", "source", "target", "law"), ALLOWED)
def test_allowed_step_is_taken_and_recorded_once(client, verb, source, target, law):
    case = make_case(source, package=make_package(make_authority(law)))
    user = both_roles(case)
    if verb == "close":
        prove_use(case)
    if verb == "propose_revocation":
        state_views(case)
    before = case.events.count()
    response = sign_in(client, user).post(address(case, verb), form_of(case, verb), follow=True)
    assert str(VERBS[verb].done) in response.text
    assert fresh(case).state == target
    event = case.events.last()
    assert (case.events.count(), event.verb, event.source, event.by) == (
        before + 1,
        verb,
        source,
        user,
    )


@pytest.mark.parametrize("source", CaseState)
def test_forbidden_steps_change_nothing_and_say_why(client, source):
    case = make_case(source)
    sign_in(client, both_roles(case))
    allowed = {verb for verb, state, _target, law in ALLOWED if state == source and law == Law.NRW}
    before = prints(case)
    forbidden = VERBS.keys() - allowed - BESIDE.keys()  # beside: they leave the state as it is
    # A refusal comes with the form again, or waits as a message for the page of the case.
    answers = [client.post(address(case, verb), form_of(case, verb)) for verb in forbidden]
    answers.append(client.get(page(case)))
    said = sum(answer.text.count(str(WrongState.message)) for answer in answers)
    own_words = forbidden & {"provide_again"}  # in some states
    assert len(forbidden - own_words) <= said <= len(forbidden)
    errors = [word for answer in answers for word in ERROR.findall(answer.text)]
    assert len(errors) >= len(forbidden)
    assert prints(case) == before


@pytest.mark.parametrize("source", CaseState)
def test_page_offers_exactly_the_allowed_steps(client, source):
    case = make_case(source)
    if source == CaseState.FINAL:
        prove_use(case)
    response = sign_in(client, both_roles(case)).get(page(case))
    allowed = {verb for verb, state, _target, law in ALLOWED if state == source and law == Law.NRW}
    beside = {
        CaseState.NOTIFIED: {"record_faulty_remedy"},
        CaseState.CHECKING: {"mark_items"},
        CaseState.REVIEW: {"ask_review"},
        CaseState.SIGNED: {"hold_back"},
    }
    allowed |= beside.get(source, set())
    if source == CaseState.HEARD:  # as long as the start-up can still answer
        allowed.remove("propose_revocation")
    assert {verb.name for verb in response.context["verbs"]} == allowed


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_takes_no_step(client, verb, method):
    state = {
        "sign": "proposed",
        "return_proposal": "proposed",
        "release": "signed",
        "reopen": "signed",
    }
    case = make_case(state.get(verb, "checking"))
    before = prints(case)
    getattr(sign_in(client, both_roles(case)), method)(address(case, verb))
    assert prints(case) == before


def test_address_of_a_button_leads_back_to_the_case(client):
    case = make_case()
    assert sign_in(client, both_roles(case)).get(address(case, "take")).url == page(case)


@pytest.mark.parametrize(
    ("role", "verb", "state"),
    [
        (StaffRole.SIGNATORY, "take", "submitted"),
        (StaffRole.SIGNATORY, "propose", "review"),
        (StaffRole.SIGNATORY, "release", "signed"),
        (StaffRole.SIGNATORY, "reopen", "signed"),
        (StaffRole.OFFICER, "sign", "proposed"),
        (StaffRole.OFFICER, "return_proposal", "proposed"),
    ],
)
def test_other_role_of_the_authority_is_refused(client, role, verb, state):
    case = make_case(state)
    sign_in(client, make_staff(case.authority, role))
    before = prints(case)
    response = client.post(address(case, verb), form_of(case, verb), follow=True)
    assert f"in the role “{role.label}” may" not in response.text
    assert f"in the role “{VERBS[verb].role.label}” may do this" in response.text
    assert prints(case) == before
    assert client.get(address(case, verb)).url == page(case)


def test_superuser_takes_no_step(client):
    case = make_case("proposed")
    sign_in(client, User.objects.create_superuser("root@example.org", name="Root"))
    assert client.post(address(case, "sign"), form_of(case, "sign")).status_code == 404


# Proposing


def proposed(client, case, **fields):
    sign_in(client, officer_of(case.authority))
    return client.post(address(case, "propose"), proposal_of(case, **fields))


def test_proposal_keeps_what_was_written(client):
    case = make_case("review")
    first, second = case.terms.offers
    items = {f"item_{first.id}": 2, f"item_{second.id}": 0}
    proposed(client, case, conditions_de="Eins\nZwei", conditions_en="One\nTwo", **items)
    decision = case.decisions.get()
    assert decision.kind == DecisionKind.GRANT
    assert decision.value == 2_000
    assert [(item.title_en, item.quantity) for item in decision.items.all()] == [("Benefit 1", 2)]
    assert decision.conditions("en") == ["One", "Two"]


def test_form_offers_terms_and_what_is_left(client):
    package = make_package(budget=10_000, places=3)
    make_case("signed", package=package)
    case = make_case("review", package=package)
    response = sign_in(client, officer_of(case.authority)).get(address(case, "propose"))
    assert [field.initial for _offer, field in response.context["form"].item_fields] == [3, 3]
    assert "€4,000" in response.text
    assert (response.context["room"].places, response.context["room"].aid) == (2, 300_000)


@pytest.mark.parametrize(("verb", "state"), [("return_proposal", "proposed"), ("reopen", "signed")])
def test_next_proposal_begins_with_the_returned_one(client, verb, state):
    case = make_case("review")
    first, _second = case.terms.offers
    written = {"reasons_en": "My long text", "conditions_de": "Eins", "conditions_en": "One"}
    propose(case, items={first.id: 2}, **written)
    if state == "signed":
        actions.sign(case=case, by=signatory_of(case.authority))
    user = both_roles(case)
    getattr(actions, verb)(case=case, note="Why two hours?", by=user)
    response = sign_in(client, officer_of(case.authority)).get(address(case, "propose"))
    form = response.context["form"]
    assert {name: form[name].initial for name in written} == written
    assert form["kind"].initial == DecisionKind.GRANT
    assert [field.initial for _offer, field in form.item_fields] == [2, 0]
    for text in (response.text, client.get(page(case)).text):
        assert "Why the proposal came back" in text
        assert "Why two hours?" in text
        assert user.name in text


def test_note_of_a_return_leaves_the_top_with_the_next_proposal(client):
    case = make_case("proposed")
    actions.return_proposal(case=case, note="Again.", by=signatory_of(case.authority))
    propose(fresh(case))
    assert sign_in(client, officer_of(case.authority)).get(page(case)).context["returned"] is None


def test_form_of_the_completeness_check_offers_one_kind_and_no_items(client):
    case = make_case("checking")
    form = sign_in(client, officer_of(case.authority)).get(address(case, "propose")).context["form"]
    assert [value for value, _label in form.fields["kind"].choices] == ["inadmissible"]
    assert form["kind"].initial == "inadmissible"
    assert form.item_fields == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "revoke"}, "be proposed from here"),
        ({"kind": ""}, "Choose a kind of decision"),
        ({"reasons_de": ""}, "Fill this in."),
        ({"reasons_en": "  \n "}, "Fill this in."),
        ({"conditions_de": "Eins\nZwei"}, "the same number of conditions"),
        ({"all": 0}, "needs at least one benefit item"),
        ({"all": -1}, "Write 0 to leave the item out"),
        ({"all": 4}, "The package offers 3"),
        ({"all": "many"}, "Enter a whole number"),
    ],
)
def test_bad_proposal_is_refused_and_keeps_what_was_typed(client, fields, words):
    case = make_case("review")
    everywhere = items_of(case, all=fields.pop("all")) if "all" in fields else {}
    typed = {"conditions_de": "Schon getippt", "conditions_en": "Typed already"}
    response = proposed(client, case, **{**typed, **fields, **everywhere})
    assert response.status_code == 200
    assert words in response.text
    assert "error-summary" in response.text
    assert "Typed already" in response.text
    assert "<title>Error:" in response.text
    assert fresh(case).state == CaseState.REVIEW
    assert not case.decisions.exists()


def test_error_summary_links_to_the_quantity(client):
    case = make_case("review")
    offer = case.terms.offers[0]
    response = proposed(client, case, **{f"item_{offer.id}": 99})
    assert f'href="#id_item_{offer.id}"' in response.text


def test_form_sums_up_what_is_offered_and_what_was_entered(client):
    case = make_case("review")
    first, _second = case.terms.offers
    html = sign_in(client, officer_of(case.authority)).get(address(case, "propose")).text
    assert "All that is offered" in html
    assert "Quantities as you entered them" not in html
    form = proposed(client, case, reasons_de="", **{f"item_{first.id}": 1}).context["form"]
    assert (form.offered, form.typed) == (6_000, 4_000)
    form = proposed(client, case, **{f"item_{first.id}": 99}).context["form"]
    assert form.typed is None


def test_item_of_another_package_is_not_awarded(client):
    case, other = make_case("review"), make_package()
    proposed(client, case, **{f"item_{other.benefits.first().pk}": 1}, **items_of(case, all=1))
    assert case.decisions.get().items.count() == 2


def test_benefits_of_the_package_changed_since_do_not_matter(client):
    case = make_case("review")
    case.package.benefits.all().delete()
    proposed(client, case)
    assert case.decisions.get().value == 6_000


def test_rejection_awards_nothing(client):
    case = make_case("review")
    proposed(client, case, kind="reject")
    assert case.decisions.get().value == 0
    assert not case.decisions.get().items.exists()


def test_proposal_written_while_a_colleague_was_faster_is_not_lost(client):
    case = make_case("review")
    written = proposal_of(case, reasons_en="My long text")
    propose(case, by=make_staff(case.authority))
    response = sign_in(client, officer_of(case.authority)).post(address(case, "propose"), written)
    assert "My long text" in response.text
    assert str(WrongState.message) in response.text
    assert case.decisions.count() == 1


# Signing


def signed(client, case, user=None, **fields):
    sign_in(client, user or signatory_of(case.authority))
    return client.post(address(case, "sign"), {**form_of(case, "sign"), **fields}, follow=True)


def test_signatory_reads_the_whole_proposal(client):
    case = make_case("review")
    propose(case, conditions_de="Bericht bis Dezember", conditions_en="Report by December")
    sign_in(client, signatory_of(case.authority))
    text = client.get(address(case, "sign")).text
    for words in [
        "Award, €6,000",
        "Benefit 1",
        "Discretion was exercised.",
        "Report by December",
        "Passed: proposed by",
    ]:
        assert words in text
    assert "Sign the decision" in text


def test_signature_stores_the_notice_and_sends_nothing(client, queued):
    case = make_case("proposed")
    signed(client, case)
    decision = case.decisions.get()
    assert decision.signed_by == signatory_of(case.authority)
    assert decision.notice.media_type == "application/pdf"
    assert not queued("welcome/mail/notice_released")


def proposer_and_signatory(state="review"):
    case = make_case(state)
    user = both_roles(case)
    propose(case, by=user)
    return fresh(case), user


def test_proposer_sees_why_there_is_no_button(client):
    case, user = proposer_and_signatory()
    response = sign_in(client, user).get(page(case))
    assert "sign" not in {verb.name for verb in response.context["verbs"]}
    text = client.get(address(case, "sign")).text
    assert "Sign the decision" not in text
    assert "another person has to sign it" in text


def test_proposer_who_holds_nothing_else_reads_why(client):
    case, user = proposer_and_signatory()
    actions.set_member(authority=case.authority, user=user, roles=["officer"], by=None)
    assert str(FourEyes.message) in sign_in(client, user).get(page(case)).text


def test_crafted_signature_of_own_proposal_is_refused(client):
    case, user = proposer_and_signatory()
    before = prints(case)
    assert str(FourEyes.message) in signed(client, case, user).text
    assert prints(case) == before


def test_signature_on_a_proposal_that_was_replaced_is_refused(client):
    case = make_case("proposed")
    read = case.open_decision
    actions.return_proposal(case=case, note="Again.", by=signatory_of(case.authority))
    propose(case)
    assert "Another proposal has taken the place" in signed(client, case, read=read.pk).text
    assert fresh(case).state == CaseState.PROPOSED


@pytest.mark.parametrize("read", ["", "nothing", "00000000-0000-0000-0000-000000000000"])
def test_signature_on_nothing_is_refused(client, read):
    case = make_case("proposed")
    assert "error-summary" in signed(client, case, read=read).text
    assert fresh(case).state == CaseState.PROPOSED


def test_signature_without_budget_is_refused_with_the_reason(client):
    package = make_package(budget=10_000)
    case = make_case("proposed", package=package)
    make_case("signed", package=package)
    sign_in(client, signatory_of(case.authority))
    text = client.get(address(case, "sign")).text
    assert "Sign the decision" not in text
    assert "budget does not cover this award" in text
    assert "error-summary" in signed(client, case).text
    assert fresh(case).state == CaseState.PROPOSED


def test_signature_over_the_ceiling_is_refused_with_the_reason(client):
    aid = {
        "received": "yes",
        "lines": [{"authority": "Köln", "granted_on": "2023-03-01", "amount": "299000.00"}],
    }
    case = make_case("proposed", aid=aid)
    assert "de-minimis aid of three years would pass EUR 300,000" in signed(client, case).text
    assert fresh(case).state == CaseState.PROPOSED


def test_rejection_is_signed_without_checks_of_money(client):
    case = make_case("proposed", package=make_package(budget=0, places=0), kind=DecisionKind.REJECT)
    signed(client, case)
    assert fresh(case).state == CaseState.SIGNED


# Returning and taking back


@pytest.mark.parametrize(("verb", "state"), [("return_proposal", "proposed"), ("reopen", "signed")])
def test_return_needs_a_note(client, verb, state):
    case = make_case(state)
    sign_in(client, both_roles(case))
    assert "says why" in client.post(address(case, verb), {"note": "  "}).text
    assert fresh(case).state == state


@pytest.mark.parametrize(("verb", "state"), [("return_proposal", "proposed"), ("reopen", "signed")])
def test_note_of_a_return_stays_in_the_record(client, verb, state):
    case = make_case(state)
    sign_in(client, both_roles(case)).post(address(case, verb), {"note": "Seven hours, not eight."})
    assert case.events.last().note == "Seven hours, not eight."
    assert case.decisions.get().return_note == "Seven hours, not eight."
    assert "Seven hours, not eight." in client.get(page(case)).text


def test_note_typed_too_late_is_not_lost(client):
    case = make_case("proposed")
    actions.sign(case=case, by=signatory_of(case.authority))
    sign_in(client, both_roles(case))
    response = client.post(address(case, "return_proposal"), {"note": "My long note"})
    assert "My long note" in response.text
    assert str(WrongState.message) in response.text


@pytest.mark.parametrize("verb", FORMS)
def test_empty_form_says_in_the_words_of_the_portal_what_it_lacks(verb):
    _template, form_class, _arguments = FORMS[verb]
    form = form_class({}, {}, case=make_case())
    said = [str(words) for errors in form.errors.values() for words in errors]
    assert str(DJANGOS) not in said
    own = [words for words in said if words not in map(str, MISSING.values())]
    assert len(own) == len(set(own))


# Preview and delivery


def test_preview_is_a_draft_and_stores_nothing(client):
    case = make_case("proposed")
    before = prints(case)
    response = sign_in(client, signatory_of(case.authority)).get(address(case, "preview"))
    assert response["Content-Type"] == "application/pdf"
    assert "no-store" in response["Cache-Control"]
    assert response.content.startswith(b"%PDF-")
    assert prints(case) == before
    assert case.decisions.get().notice is None


def test_preview_of_a_signed_decision_is_its_notice(client):
    case = make_case("signed")
    response = sign_in(client, officer_of(case.authority)).get(address(case, "preview"))
    assert response.url == reverse("document", args=[case.decisions.get().notice_id])


@pytest.mark.parametrize("state", ["review", "released"])
def test_preview_without_a_proposal_is_not_there(client, state):
    case = make_case(state)
    assert (
        sign_in(client, officer_of(case.authority)).get(address(case, "preview")).status_code == 404
    )


def test_notice_that_was_not_retrieved_is_provided_again(client, queued):
    with days_ago(11):
        case = make_case("released")
    sign_in(client, officer_of(case.authority))
    offered = [verb.name for verb in client.get(page(case)).context["verbs"]]
    assert offered == ["provide_again", "send_by_post"]
    assert "Not retrieved by 21 July 2024." in client.get(page(case)).text
    assert "provides the notice again" in str(client.get(page(case)).context["waits_for"])
    client.post(address(case, "provide_again"))
    assert Delivery.objects.filter(decision__case=case).count() == 2
    assert client.get(page(case)).context["verbs"] == []


def test_notice_that_can_still_be_retrieved_is_not_provided_again(client):
    case = make_case("released")
    sign_in(client, officer_of(case.authority))
    assert "Not retrieved by" not in client.get(page(case)).text
    assert "can still be retrieved" in client.post(address(case, "provide_again"), follow=True).text
    assert Delivery.objects.filter(decision__case=case).count() == 1


def test_page_of_the_release_says_what_happens_before_it_does(client, queued):
    owner = make_user("Kavya Ōe", email="owner@kaverion.example")
    case = make_case("signed", startup=make_startup(owner=owner))
    text = sign_in(client, officer_of(case.authority)).get(address(case, "release")).text
    for words in ["Award, €6,000", "Kavya Ōe, owner@kaverion.example", "Thursday, 1 August 2024"]:
        assert words in text
    assert "Passed: proposed by" in text
    assert fresh(case).state == CaseState.SIGNED
    assert not queued("welcome/mail/notice_released")


def test_page_of_a_release_that_would_be_refused_has_no_button_for_it(client):
    case = make_case("signed")
    Package.objects.update(places=0)
    text = sign_in(client, officer_of(case.authority)).get(address(case, "release")).text
    assert "can’t be released now" in text
    assert "<button>Release the notice</button>" not in text


def test_release_tells_the_owners_by_mail(client, queued):
    case = make_case(
        "signed", startup=make_startup(owner=make_user(email="owner@kaverion.example"))
    )
    sign_in(client, officer_of(case.authority)).post(address(case, "release"))
    (mail,) = queued("welcome/mail/notice_released")
    assert mail.to == [owner_of(case.startup).email]
