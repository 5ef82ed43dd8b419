"""The officers' desk after the award."""

import pytest
from django.urls import reverse

from corridor import clock
from tests.factories import (
    make_authority,
    make_case,
    make_staff,
    officer_of,
    owner_of,
    sign_in,
    use_benefit,
)
from welcome import actions
from welcome.choices import CaseState, StaffRole
from welcome.models import Delivery, LandingStep, ProofOfUse, Redemption

pytestmark = pytest.mark.django_db


@pytest.fixture
def wish():
    case = make_case(CaseState.FINAL)
    item, by = case.award.items.first(), owner_of(case.startup)
    return actions.ask_benefit(item=item, quantity=1, wished_on=clock.today(), by=by)


@pytest.fixture
def proof():
    case = make_case(CaseState.FINAL)
    use_benefit(case)
    return actions.send_proof(case=case, text="We used it.", by=owner_of(case.startup))


def office(client, case, name, pk, **data):
    sign_in(client, officer_of(case.authority))
    address = reverse(f"admin:welcome_{name}", args=[pk])
    return client.post(address, data) if data else client.get(address)


def test_start_page_names_wishes_and_proofs(client, wish, proof):
    for case, words in [
        (wish.case, "1 benefit is asked for and waits for an answer"),
        (proof.case, "1 proof of use waits to be read"),
    ]:
        sign_in(client, officer_of(case.authority))
        found = client.get(reverse("admin:index")).text
        assert words in found
        sign_in(client, make_staff(make_authority(), StaffRole.OFFICER))
        assert words not in client.get(reverse("admin:index")).text


def test_wish_is_confirmed_and_its_use_noted(client, wish):
    assert "Confirm the benefit" in office(client, wish.case, "redemption_change", wish.pk).text
    today = clock.today().isoformat()
    office(client, wish.case, "redemption_confirm", wish.pk, agreed_on=today, answer="Desk 14")
    office(client, wish.case, "redemption_used", wish.pk, used_on=today)
    wish.refresh_from_db()
    assert (wish.answer, wish.used_on) == ("Desk 14", clock.today())


def test_confirmation_of_a_day_too_late_is_refused_on_the_page(client, wish):
    page = office(client, wish.case, "redemption_confirm", wish.pk, agreed_on="2030-01-01")
    assert "This day is not possible" in page.text
    assert Redemption.objects.get().is_asked


def test_wish_is_refused_with_a_reason(client, wish):
    page = office(client, wish.case, "redemption_refuse", wish.pk, answer="")
    assert "Say why." in page.text
    office(client, wish.case, "redemption_refuse", wish.pk, answer="Fully booked.")
    assert Redemption.objects.get().state == "refused"
    again = office(client, wish.case, "redemption_refuse", wish.pk, answer="Still booked.")
    assert again.url == reverse("admin:welcome_redemption_change", args=[wish.pk])
    assert Redemption.objects.get().answer == "Fully booked."


def test_proof_is_returned_and_accepted(client, proof):
    case = proof.case
    office(client, case, "proofofuse_return", proof.pk, note="Which months?")
    second = actions.send_proof(case=case, text="May to July.", by=owner_of(case.startup))
    assert "May to July." in office(client, case, "proofofuse_change", second.pk).text
    office(client, case, "proofofuse_accept", second.pk, sure="yes")
    assert list(ProofOfUse.objects.values_list("state", flat=True)) == ["returned", "accepted"]
    assert office(client, case, "case_close", case.pk, sure="yes").status_code == 302
    assert type(case).objects.get().state == CaseState.CLOSED


def test_page_of_the_case_shows_the_award(client, wish):
    page = office(client, wish.case, "case_change", wish.case.pk).text
    assert "Award in use" in page
    assert "2 of 3 months left" in page
    assert reverse("admin:welcome_redemption_change", args=[wish.pk]) in page


def test_posting_and_receipt_are_entered_on_the_case(client, set_clock):
    case = make_case(CaseState.RELEASED)
    set_clock(Delivery.objects.get().closes_on.replace(day=9))
    today = clock.today().isoformat()
    early = office(client, case, "case_send_by_post", case.pk, way="abroad", posted_on="2024-07-22")
    assert "This day is not possible" in early.text
    office(client, case, "case_send_by_post", case.pk, way="abroad", posted_on=today)
    office(client, case, "case_record_receipt", case.pk, received_on=today)
    assert Delivery.objects.last().notified_on == clock.today()
    assert "Proven receipt on" in office(client, case, "case_change", case.pk).text


def test_landing_steps_are_written_in_the_office(client):
    case = make_case(CaseState.FINAL)
    sign_in(client, officer_of(case.authority))
    words = {"title_de": "Notar", "title_en": "Notary", "position": 1, "is_shown": "on"}
    client.post(reverse("admin:welcome_landingstep_add"), {"authority": case.authority.pk, **words})
    step = LandingStep.objects.get()
    words["title_en"] = "A notary"
    office(client, case, "landingstep_change", step.pk, **words)
    assert LandingStep.objects.get().title_en == "A notary"
