"""Court action and revocation in the back office, and on the pages of the start-up."""

from datetime import timedelta

import pytest
from django.urls import reverse

from corridor import clock
from tests.factories import (
    REASONS,
    fresh,
    hear,
    make_case,
    make_user,
    officer_of,
    owner_of,
    propose_revocation,
    sign_in,
    signatory_of,
    state_views,
    sue,
    take_step,
    use_benefit,
)
from welcome.choices import CaseState, DecisionKind

pytestmark = pytest.mark.django_db


def address(case, verb):
    return reverse(f"admin:welcome_case_{verb}", args=[case.pk])


def page(client, case, person=None):
    sign_in(client, person or officer_of(case.authority))
    return client.get(reverse("admin:welcome_case_change", args=[case.pk]))


def post(client, case, verb, **form):
    sign_in(client, officer_of(case.authority))
    return client.post(address(case, verb), form, follow=True)


@pytest.fixture
def heard():
    case = make_case(CaseState.FINAL)
    use_benefit(case, quantity=2)
    hear(case)
    return fresh(case)


def test_page_shows_the_court_action_and_its_outcome(client):
    case = make_case(CaseState.NOTIFIED)
    sue(case, note="Vertreten durch Rechtsanwalt")
    text = page(client, case).text
    assert "20 K 4711/24" in text
    assert "Vertreten durch Rechtsanwalt" in text
    form = {"outcome": "withdrawn", "ended_on": "2024-07-22", "outcome_note": "Zurückgenommen."}
    assert "Zurückgenommen." in post(client, case, "record_judgment", **form).text


def test_late_court_action_is_refused_at_its_day(client):
    case = make_case(CaseState.FINAL)
    today = clock.today().isoformat()
    response = post(client, case, "record_court_action", received_on=today, file_number="20 K 1/24")
    assert "The period for court action was over on this day" in response.text
    assert fresh(case).state == CaseState.FINAL


def test_rejection_has_no_button_for_a_revocation(client):
    case = make_case(CaseState.NOTIFIED, kind=DecisionKind.REJECT)
    names = {verb.name for verb in page(client, case).context["verbs"]}
    assert "hear" not in names
    assert "state by now" in client.get(address(case, "hear"), follow=True).text


def test_staff_read_hearing_and_statement(client, heard):
    assert "Not yet" in page(client, heard).text
    state_views(heard, "Wir ziehen im September um.")
    text = page(client, heard, signatory_of(heard.authority)).text
    assert "Der Sitz ist nicht in Nordrhein-Westfalen." in text
    assert "Wir ziehen im September um." in text


def test_form_of_the_revocation_names_what_can_be_reclaimed(client, heard):
    sign_in(client, officer_of(heard.authority))
    assert "worth €2,000 were used" in client.get(address(heard, "propose_revocation")).text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"effect": ""}, "Choose what happens to the award"),
        ({"effect": "past", "reclaim": "2000.01"}, "No more can be reclaimed than was used"),
        ({"effect": "past", "reclaim": "1"}, "Fill this in."),
        ({"reasons_de": ""}, "Fill this in."),
    ],
)
def test_bad_revocation_keeps_what_was_typed(client, heard, fields, words):
    state_views(heard)
    typed = {"effect": "future", **REASONS, "reasons_en": "My long text"}
    response = post(client, heard, "propose_revocation", **{**typed, **fields})
    assert words in response.text
    assert "My long text" in response.text
    assert fresh(heard).state == CaseState.HEARD


def test_next_revocation_begins_with_the_returned_one(client, heard):
    propose_revocation(heard, effect="past", reasons_en="My long text")
    take_step(heard, "return_proposal")
    sign_in(client, officer_of(heard.authority))
    response = client.get(address(heard, "propose_revocation"))
    assert response.context["form"]["reasons_en"].initial == "My long text"
    assert response.context["form"]["effect"].initial == "past"
    assert "One reason is missing." in response.text


def test_signatory_reads_what_is_taken(client, heard):
    propose_revocation(
        heard, effect="past", reclaim=500, reclaim_reasons_de="Genutzt.", reclaim_reasons_en="Used."
    )
    sign_in(client, signatory_of(heard.authority))
    text = client.get(address(heard, "sign")).text
    assert "Revoked from the beginning" in text
    assert "€500" in text
    assert "Genutzt." in text
    assert client.get(address(heard, "preview")).content.startswith(b"%PDF-")


# The start-up's side


def hearing_page(case):
    return reverse("case_hearing", args=[case.reference])


def test_start_up_reads_the_hearing_and_answers_it(client, heard):
    sign_in(client, owner_of(heard.startup))
    text = client.get(heard.get_absolute_url()).text
    assert "The seat is not in North Rhine-Westphalia." in text
    assert hearing_page(heard) in text
    response = client.post(hearing_page(heard), {"text": "We move in September."}, follow=True)
    assert "Your statement is sent." in response.text
    assert "We move in September." in response.text
    assert client.get(hearing_page(heard)).url == heard.get_absolute_url()


def test_empty_statement_is_refused(client, heard):
    sign_in(client, owner_of(heard.startup))
    assert "error-summary" in client.post(hearing_page(heard), {"text": " "}).text
    assert heard.hearings.get().stated_at is None


def test_hearing_is_nobody_elses(client, heard):
    sign_in(client, make_user())
    assert client.get(hearing_page(heard)).status_code == 404


def test_case_without_a_hearing_leads_back(client):
    case = make_case(CaseState.FINAL)
    sign_in(client, owner_of(case.startup))
    assert client.get(hearing_page(case)).url == case.get_absolute_url()


def test_hearing_answered_too_late_leads_back(client, heard, set_clock):
    set_clock(clock.today() + timedelta(days=15))
    sign_in(client, owner_of(heard.startup))
    assert client.post(hearing_page(heard), {"text": "Late."}).url == heard.get_absolute_url()


def test_start_up_reads_how_the_court_decided(client):
    case = make_case(CaseState.NOTIFIED)
    sue(case)
    sign_in(client, owner_of(case.startup))
    assert "The court decides." in client.get(case.get_absolute_url()).text
    take_step(case, "record_judgment")
    assert "The court upheld the decision." in client.get(case.get_absolute_url()).text
    text = client.get(reverse("notice", args=[case.reference])).text
    assert "if nobody goes to court" not in text
    assert "The court upheld the decision" in text
