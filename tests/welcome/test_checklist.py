"""The completeness check item by item, and text blocks."""

import pytest
from django.urls import reverse

from tests.factories import (
    fresh,
    make_authority,
    make_case,
    make_package,
    make_staff,
    officer_of,
    sign_in,
    signatory_of,
)
from welcome import actions, checklist
from welcome.choices import CheckState, TextUse
from welcome.exceptions import NoteMissing, NotOfThisAuthority, WrongState
from welcome.models import CheckMark, TextBlock

pytestmark = pytest.mark.django_db

MISSING = {"plan": ("missing", "No date of arrival.")}
DECK = "documents-pitch_deck"


@pytest.fixture
def case():
    return make_case("checking", package=make_package(required_documents=["pitch_deck"]))


def mark(case, marks, by=None):
    return actions.mark_items(case=case, marks=marks, by=by or officer_of(case.authority))


def make_block(authority, use=TextUse.REASONS, **fields):
    words = {
        "title_de": "Ermessen",
        "title_en": "Discretion",
        "text_de": "Deutsch.",
        "text_en": "English.",
    }
    return actions.add_text_block(authority=authority, by=None, use=use, **{**words, **fields})


def post(client, case, verb, **data):
    sign_in(client, officer_of(case.authority))
    return client.post(reverse(f"admin:welcome_case_{verb}", args=[case.pk]), data, follow=True)


def test_checklist_names_sections_and_each_kind_of_document(case):
    items = {item.name: item for item in checklist.items_of(case)}
    assert {"company", "team", "product", "plan", "aid", DECK} <= items.keys()
    assert items[DECK].files == 1
    assert items[DECK].section == "documents"


def test_document_that_nobody_sent_is_on_the_list(case):
    case.terms.required_documents = ["pitch_deck", "accounts"]
    assert {item.name: item.files for item in checklist.documents(case)} == {
        DECK: 1,
        "documents-accounts": 0,
    }


def test_mark_names_who_made_it_and_stays_when_a_colleague_saves(case):
    mark(case, {"plan": ("complete", "")})
    mark(case, {"plan": ("complete", ""), "team": ("complete", "")}, by=make_staff(case.authority))
    by = {each.item: each.marked_by for each in case.marks.all()}
    assert by["plan"] == officer_of(case.authority) != by["team"]


def test_mark_is_taken_away(case):
    mark(case, MISSING)
    mark(case, {"plan": ("", "")})
    assert not case.marks.exists()


@pytest.mark.parametrize("state", [CheckState.MISSING, CheckState.NOT_NEEDED])
def test_what_is_not_simply_there_needs_a_note(case, state):
    with pytest.raises(NoteMissing):
        mark(case, {"plan": (state, "  ")})


def test_unknown_item_is_passed_over(case):
    assert mark(case, {"passport": ("complete", "")}) == []


def test_marks_are_for_officers_while_it_is_checked(case):
    with pytest.raises(NotOfThisAuthority):
        mark(case, MISSING, by=signatory_of(case.authority))
    actions.begin_review(case=case, by=officer_of(case.authority))
    with pytest.raises(WrongState):
        mark(fresh(case), MISSING)


def test_checklist_is_filled_in_and_comes_back(client, case):
    response = post(
        client, case, "mark_items", state_plan="missing", note_plan="No date of arrival."
    )
    assert "What you found is noted." in response.text
    assert CheckMark.objects.get().note == "No date of arrival."
    again = client.get(reverse("admin:welcome_case_mark_items", args=[case.pk]))
    assert 'value="No date of arrival."' in again.text


def test_findings_stand_on_the_page_of_the_case(client, case):
    assert 'id="findings"' not in page(client, case).text
    mark(case, MISSING)
    text = page(client, case).text
    assert '<h2 id="findings">' in text
    assert "No date of arrival." in text


@pytest.mark.parametrize(
    ("state", "main"),
    [("", "mark_items"), ("missing", "request_information"), ("complete", "begin_review")],
)
def test_next_step_follows_what_was_found(client, case, state, main):
    mark(case, {item.name: (state, "Look.") for item in checklist.items_of(case)})
    assert page(client, case).context["verbs"][0].name == main


def test_answers_stand_beside_what_is_looked_at(client, case):
    sign_in(client, officer_of(case.authority))
    text = client.get(reverse("admin:welcome_case_mark_items", args=[case.pk])).text
    form = text.partition('class="checklist"')[2].partition("</form>")[0]
    assert case.revision.answers["plan"]["goals"] in form
    assert case.revision.documents.get(kind="pitch_deck").document.name in form


def page(client, case):
    sign_in(client, officer_of(case.authority))
    return client.get(reverse("admin:welcome_case_change", args=[case.pk]))


def test_form_without_a_note_says_so(client, case):
    response = post(client, case, "mark_items", state_plan="missing")
    plan = next(item for item in checklist.items_of(case) if item.name == "plan")
    assert response.context["form"]["note_plan"].label == f"Note: {plan.title}"
    assert str(NoteMissing.message) in response.text
    assert not CheckMark.objects.exists()


def test_request_begins_with_what_is_missing(client, case):
    mark(case, MISSING | {DECK: ("missing", "The deck is empty.")})
    sign_in(client, officer_of(case.authority))
    response = client.get(reverse("admin:welcome_case_request_information", args=[case.pk]))
    form = response.context["form"]
    assert form["sections"].initial == ["plan", "documents"]
    assert "Pitch deck: The deck is empty." in form["message"].initial


def test_block_goes_into_both_languages_and_nothing_typed_is_lost(client):
    case = make_case("review")
    block = make_block(case.authority)
    typed = {"kind": "reject", "reasons_de": "Getippt.", "reasons_en": "", "insert": block.pk}
    form = post(client, case, "propose", **typed).context["form"]
    assert form["reasons_de"].value() == "Getippt.\n\nDeutsch."
    assert form["reasons_en"].value() == "English."
    assert form["kind"].value() == "reject"
    assert not form.errors
    assert not case.decisions.exists()


def test_condition_is_a_line_of_its_own(client):
    case = make_case("review")
    block = make_block(case.authority, TextUse.CONDITIONS)
    form = post(client, case, "propose", conditions_de="Eins", insert=block.pk).context["form"]
    assert form["conditions_de"].value() == "Eins\nDeutsch."


@pytest.mark.parametrize(("language", "text"), [("de", "Deutsch."), ("en", "English.")])
def test_request_takes_the_language_that_was_chosen(client, case, language, text):
    block = make_block(case.authority, TextUse.REQUEST)
    typed = {"sections": ["plan", "team"], "insert": f"{block.pk}-{language}"}
    form = post(client, case, "request_information", **typed).context["form"]
    assert form["message"].value() == text
    assert form["sections"].value() == ["plan", "team"]


@pytest.mark.parametrize("insert", ["", "0", "9" * 30, "9" * 5000, "nothing"])
def test_block_that_is_not_there_is_not_found(client, insert):
    assert post(client, make_case("review"), "propose", insert=insert).status_code == 404


def test_block_of_another_authority_is_not_offered(client):
    case, block = make_case("review"), make_block(make_authority())
    assert post(client, case, "propose", insert=block.pk).status_code == 404
    assert (
        "Discretion" not in client.get(reverse("admin:welcome_case_propose", args=[case.pk])).text
    )


def test_block_is_written_in_the_office(client):
    case = make_case()
    sign_in(client, officer_of(case.authority))
    words = {
        "use": "reasons", "title_de": "A", "title_en": "B", "text_de": "C", "text_en": "D", "is_shown": "on",
    }  # fmt: skip
    client.post(reverse("admin:welcome_textblock_add"), {"authority": case.authority.pk, **words})
    block = TextBlock.objects.get()
    client.post(
        reverse("admin:welcome_textblock_change", args=[block.pk]), {**words, "text_en": "E"}
    )
    assert TextBlock.objects.get().text_en == "E"


def test_block_of_another_authority_is_not_changed():
    block = make_block(make_authority())
    with pytest.raises(NotOfThisAuthority):
        actions.change_text_block(block=block, by=make_staff(make_authority()), text_de="X")
