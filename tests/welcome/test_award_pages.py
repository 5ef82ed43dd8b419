"""What a founder sees and does once the notice has arrived."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from corridor import clock
from startups.choices import MemberRole
from startups.models import Membership
from tests.factories import (
    fresh,
    make_authority,
    make_case,
    make_package,
    make_user,
    officer_of,
    owner_of,
    sign_in,
    take_step,
    use_benefit,
)
from welcome import actions, waiver
from welcome.choices import CaseState, DecisionKind, DeliveryWay
from welcome.models import LandingMark, ProofOfUse, Redemption, Settlement
from welcome.stages import NOBODY, owed

TODAY = date(2024, 7, 22)

pytestmark = pytest.mark.django_db


def page(client, case, name="notice", *args, **data):
    """The page for the owner; posted when there is data."""
    sign_in(client, owner_of(case.startup))
    address = reverse(name, args=[case.reference, *args])
    return client.post(address, data) if data else client.get(address)


def text(response):
    return " ".join(response.text.split())


def final():
    return make_case(CaseState.FINAL)


# The dates in words


def test_notice_says_until_when_one_can_go_to_court(client):
    case = make_case(CaseState.RELEASED)
    take_step(case, "retrieve")
    found = text(page(client, case))
    assert "Tuesday, 23 July 2024</time>, the day after the retrieval" in found
    assert "Friday, 23 August 2024, 23:59 in Düsseldorf, 24 August, 03:29 in Bengaluru" in found
    assert "Saturday, 24 August 2024</time>, if nobody goes to court" in found
    assert "Court action may be brought" in found


def test_notice_says_why_the_last_day_is_later(client, set_clock):
    case = make_case(CaseState.RELEASED)
    set_clock(date(2024, 7, 23))
    take_step(case, "retrieve")
    found = text(page(client, case))
    assert "The month ends on" in found
    assert "Saturday, 24 August 2024</time>, which is no working day" in found
    assert "Monday, 26 August 2024, 23:59" in found


def test_notice_says_that_the_authority_acts_when_nobody_retrieved(client, set_clock):
    case = make_case(CaseState.RELEASED)
    set_clock(date(2024, 8, 2))
    found = page(client, case)
    assert "will provide it again or send it by post" in found.text
    assert "Retrieve the notice" not in found.text
    overview = page(client, case, "case").text
    assert "not retrieved in time" in overview
    assert "provide the notice again or post it" in overview


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (DeliveryWay.POST, "counts as notified some days later"),
        (DeliveryWay.ABROAD, "no period runs"),
    ],
)
def test_notice_says_how_post_counts(client, set_clock, way, words):
    case = make_case(CaseState.RELEASED)
    set_clock(date(2024, 8, 2))
    by = officer_of(case.authority)
    actions.send_by_post(case=case, way=way, posted_on=clock.today(), by=by)
    assert words in page(client, case).text
    assert "posted the notice on 2 August 2024" in page(client, case, "case").text


def test_notice_of_a_case_in_court_names_no_last_day(client):
    found = page(client, make_case(CaseState.IN_COURT)).text
    assert "when the court has decided" in found
    assert "You can go to court until" not in found


def test_notice_of_a_final_decision_speaks_of_the_past(client, set_clock):
    case = make_case(CaseState.NOTIFIED)
    assert "You can go to court until" in page(client, case).text
    set_clock(TODAY + timedelta(days=60))
    take_step(case, "finalise")
    found = page(client, case).text
    assert "Court action was possible until" in found
    assert "Final since" in found
    assert "if nobody goes to court" not in found


def test_faulty_remedy_text_is_explained(client):
    case = make_case(CaseState.NOTIFIED)
    by = officer_of(case.authority)
    actions.record_faulty_remedy(case=case, note="Wrong court.", by=by)
    assert "One year instead of one month" in page(client, case).text


# After a refusal


def refused(**package):
    case = make_case(CaseState.RELEASED, package=make_package(**package), kind=DecisionKind.REJECT)
    take_step(case, "retrieve")
    return case


def test_rejection_says_why_and_what_else_there_is(client):
    case = refused(closes_on=TODAY + timedelta(days=3))
    other = make_package()
    found = text(page(client, case))
    assert "Discretion was exercised." in found
    assert "You can apply again until" in found
    assert f'The nearest other package: <a href="{other.get_absolute_url()}"' in found


def test_rejection_names_the_next_opening_of_the_authority(client):
    authority = make_authority()
    case = refused(authority=authority)
    case.package.closes_on = TODAY - timedelta(days=1)
    case.package.save()
    later = make_package(authority, opens_on=TODAY + timedelta(days=30))
    found = text(page(client, case))
    assert "You can apply again from" in found
    assert str(later.title_en) in found


def test_rejection_without_an_opening_says_so(client):
    case = refused()
    type(case.package).objects.update(closes_on=TODAY - timedelta(days=1))
    assert "not known yet" in page(client, case).text


def test_reasons_are_for_owners_and_after_the_retrieval(client):
    case = make_case(CaseState.RELEASED, kind=DecisionKind.REJECT)
    assert "Discretion was exercised" not in page(client, case).text
    take_step(case, "retrieve")
    editor = make_user()
    Membership.objects.create(
        startup=case.startup, user=editor, role=MemberRole.EDITOR, since=clock.now()
    )
    sign_in(client, editor)
    found = client.get(reverse("notice", args=[case.reference])).text
    assert "Discretion was exercised" not in found
    assert "What you can do now" in found


# Waiver and decline


def test_waiver_is_ticked_and_sent(client):
    case = make_case(CaseState.NOTIFIED)
    assert "is final, and I can" in page(client, case, "case_waive").text
    refused = page(client, case, "case_waive", version=waiver.CURRENT)
    assert "Tick this to go on." in refused.text
    page(client, case, "case_waive", waived="on", version=waiver.CURRENT)
    assert fresh(case).state == CaseState.FINAL
    assert "Use your benefits" in page(client, case, "case").text


def test_waiver_of_a_rejection_promises_nothing(client):
    case = make_case(CaseState.NOTIFIED)
    assert "can be used from that moment" in page(client, case, "case_waive").text
    case = make_case(CaseState.NOTIFIED, kind=DecisionKind.REJECT)
    found = page(client, case, "case_waive").text
    assert "brings you no benefits" in found
    assert "can be used from that moment" not in found


def test_waiver_in_other_words_is_refused_on_the_page(client):
    case = make_case(CaseState.NOTIFIED)
    found = page(client, case, "case_waive", waived="on", version="2020-01")
    assert "Remedies can be waived once" in found.text


def test_waiver_of_an_editor_is_no_form(client):
    case, editor = make_case(CaseState.NOTIFIED), make_user()
    Membership.objects.create(
        startup=case.startup, user=editor, role=MemberRole.EDITOR, since=clock.now()
    )
    sign_in(client, editor)
    address = reverse("case_waive", args=[case.reference])
    client.post(address, {"waived": "on", "version": waiver.CURRENT})
    assert "Only an owner" in client.get(address).text
    assert fresh(case).state == CaseState.NOTIFIED


def test_award_is_declined_after_a_question(client):
    case = final()
    assert "give up every benefit" in text(page(client, case, "case_decline"))
    page(client, case, "case_decline", sure="yes")
    assert fresh(case).state == CaseState.DECLINED
    assert "declined the award" in page(client, case, "case").text


def test_award_that_is_used_has_no_way_to_decline(client):
    case = final()
    use_benefit(case)
    assert page(client, case, "case_decline").url == case.get_absolute_url()


# Benefits


def test_benefits_say_what_is_left_from_whom_until_when(client):
    case = final()
    use_benefit(case, quantity=2)
    found = text(page(client, case, "benefits"))
    assert "1 of 3 months left, 2 used" in found
    assert "digihub Düsseldorf/Rheinland" in found
    assert 'You can use them until <time datetime="2024-10-20"' in found


def test_benefits_cost_the_same_for_one_wish_and_many(client, django_assert_max_num_queries):
    case = final()
    for _wish in range(2):
        use_benefit(case)
    sign_in(client, owner_of(case.startup))
    with django_assert_max_num_queries(12):
        client.get(reverse("benefits", args=[case.reference]))


def test_benefit_is_asked_for_and_its_use_noted(client):
    case = final()
    item = case.award.items.first()
    wish = {"quantity": "4", "wished_on": "2024-07-01", "seen": "0"}
    late = page(client, case, "benefit_ask", item.pk, **wish)
    assert "3 are left." in late.text
    assert "Choose a day from today" in late.text
    wish |= {"quantity": "2", "wished_on": "2024-07-29", "words": "Early"}
    page(client, case, "benefit_ask", item.pk, **wish)
    wish = Redemption.objects.get()
    officer = officer_of(case.authority)
    actions.confirm_benefit(redemption=wish, agreed_on=TODAY, by=officer, answer="Desk 14")
    assert "Desk 14" in page(client, case, "benefits").text
    wrong = page(client, case, "benefit_wish", wish.pk, used_on="2024-07-23")
    assert "Choose a day from the confirmation" in wrong.text
    page(client, case, "benefit_wish", wish.pk, used_on="2024-07-22")
    wish.refresh_from_db()
    assert wish.used_on == TODAY


def test_wish_that_is_sent_twice_is_one(client):
    """Also when one wish leaves too little for a second one; the next form asks for more."""
    case = final()
    item = case.award.items.first()
    wish = {"quantity": "2", "wished_on": TODAY, "seen": "0"}
    for _click in range(2):
        assert page(client, case, "benefit_ask", item.pk, **wish).status_code == 302
    assert Redemption.objects.count() == 1
    assert 'name="seen" value="1"' in page(client, case, "benefit_ask", item.pk).text
    page(client, case, "benefit_ask", item.pk, **wish | {"quantity": "1", "seen": "1"})
    assert Redemption.objects.count() == 2


def test_another_wish_than_was_left_since_is_refused(client):
    case = final()
    use_benefit(case, quantity=2)
    wish = {"quantity": "2", "wished_on": "2024-07-29", "seen": "0"}
    late = page(client, case, "benefit_ask", case.award.items.first().pk, **wish)
    assert "So much is not left" in late.text


def test_wish_is_taken_back(client):
    case = final()
    wish = {"quantity": "1", "wished_on": TODAY, "seen": "0"}
    page(client, case, "benefit_ask", case.award.items.first().pk, **wish)
    page(client, case, "benefit_wish", Redemption.objects.get().pk, cancel="1")
    assert Redemption.objects.get().state == "cancelled"
    again = page(client, case, "benefit_wish", Redemption.objects.get().pk, cancel="1")
    assert "answered already" in again.text


def test_benefit_that_is_used_up_is_not_asked_for(client):
    case = final()
    use_benefit(case, quantity=3)
    item = case.award.items.first()
    assert page(client, case, "benefit_ask", item.pk).url == reverse(
        "benefits", args=[case.reference]
    )


# Report, checklist, settlement


def test_report_is_sent_read_and_returned(client):
    case = final()
    assert "Nothing is used yet" in page(client, case, "report").text
    use_benefit(case)
    page(client, case, "report", text="We met three hospitals.")
    proof = ProofOfUse.objects.get()
    assert "reads it" in page(client, case, "report").text
    actions.return_proof(proof=proof, note="Which ones?", by=officer_of(case.authority))
    assert "Which ones?" in page(client, case, "report").text


def test_case_asks_for_the_report_once_the_period_is_over(client, set_clock):
    case = final()
    use_benefit(case)
    assert "Use your benefits" in page(client, case, "case").text
    set_clock(TODAY + timedelta(days=91))
    assert "Write the proof of use" in page(client, case, "case").text
    assert "The time to use the award ended" in page(client, case, "benefits").text


def test_case_says_what_is_owed_for_its_award(client):
    case = final()
    assert "Your start-up: begin to use the benefits" in page(client, case, "case").text
    use_benefit(case)
    assert "Your start-up: send the proof of use" in page(client, case, "case").text
    page(client, case, "report", text="We met three hospitals.")
    assert "The authority: read your proof of use" in page(client, case, "case").text
    assert owed(fresh(case)) == NOBODY  # what whoever asks for the stage reads: no outcome


def test_landing_keeps_own_date_and_note(client):
    case = final()
    assert "not written a checklist" in page(client, case, "landing").text
    step = actions.add_landing_step(
        authority=case.authority, by=None, title_de="Notar", title_en="Notary"
    )
    page(client, case, "landing_step", step.pk, state="begun", day="2024-08-01", note="10:00")
    assert LandingMark.objects.get().day == date(2024, 8, 1)
    found = text(page(client, case, "landing"))
    assert 'In progress, <time datetime="2024-08-01"' in found
    assert "Steps done: 0 of 1." in found


def test_settlement_is_noted_with_its_number(client):
    case = final()
    data = {"settled_on": "2024-07-01", "kind": "hrb"}
    wrong = page(client, case, "settlement", **{**data, "number": "12", "settled_on": "2024-08-01"})
    assert "This is not a valid HRB" in wrong.text
    assert "HRB: from the German commercial register" in wrong.text
    assert "once the day has come" in wrong.text
    page(client, case, "settlement", **data, number="Düsseldorf hrb 12345")
    assert Settlement.objects.get().number == "Düsseldorf HRB 12345"
    assert "Düsseldorf HRB 12345" in page(client, case, "landing").text
