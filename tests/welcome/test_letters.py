"""Letters of a start-up: they count like what is sent in the portal, from the day of receipt, and keep their scan."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from corridor import clock
from tests.database import refused_by, sql
from tests.factories import (
    days_ago,
    fresh,
    make_authority,
    make_case,
    make_staff,
    officer_of,
    owner_of,
    sign_in,
)
from welcome import actions
from welcome.choices import CaseState, LetterKind, StaffRole
from welcome.exceptions import (
    DayNotPossible,
    NothingWritten,
    NotLeft,
    NotOfThisAuthority,
    ScanMissing,
    WrongState,
)
from welcome.models import Delivery, Message

pytestmark = pytest.mark.django_db

# By kind the states in which it can arrive; anything else arrives in every state that runs.
FITS = {
    LetterKind.ANSWER: {"information_requested"},
    LetterKind.WITHDRAWAL: {
        "submitted",
        "checking",
        "information_requested",
        "review",
        "waiting_list",
        "proposed",
        "signed",
    },
    LetterKind.WAIVER: {"notified"},
}


def scan(name="letter.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7\n%%EOF", content_type="application/pdf")


def enter(case, kind, *, days=0, by=None, **fields):
    """A letter that arrived so many days ago."""
    said = {"text": "The plan is enclosed.", "scans": [scan()], **fields}
    received_on = clock.today() - timedelta(days=days)
    by = by or officer_of(case.authority)
    return actions.enter_letter(case=case, kind=kind, received_on=received_on, by=by, **said)


def prints(case):
    return fresh(case).state, case.events.count(), case.messages.count()


@pytest.mark.parametrize("kind", FITS)
@pytest.mark.parametrize("state", CaseState)
def test_letter_brings_about_only_what_fits_the_case(state, kind):
    case = make_case(state)
    before = prints(case)
    if state in FITS[kind]:
        enter(case, kind)
        assert fresh(case).state != state
    else:
        with pytest.raises(WrongState):
            enter(case, kind)
        assert prints(case) == before


def test_answer_by_letter_goes_on_with_the_case_from_the_day_of_receipt():
    with days_ago(10):
        case = make_case("information_requested")
    due_on = case.due_on
    enter(case, LetterKind.ANSWER, days=4)
    case = fresh(case)
    request = case.requests.get()
    assert case.due_on == due_on + timedelta(days=6)
    assert (request.end, request.note) == ("answered", "The plan is enclosed.")
    event = case.events.last()
    assert event.by == officer_of(case.authority)
    assert event.note == "On paper, received on 18 July 2024. Scan: letter.pdf."


def test_answer_by_letter_leaves_what_is_being_written_in_the_portal():
    case = make_case("information_requested")
    request = case.requests.get()
    actions.save_answer(
        request=request, section="plan", answers={"goal": "Two pilots."}, by=owner_of(case.startup)
    )
    enter(case, LetterKind.ANSWER)
    assert case.answer.changes["plan"] == {"goal": "Two pilots."}


def test_withdrawal_by_letter_ends_the_proposal_and_says_so(queued):
    case = make_case("proposed")
    enter(case, LetterKind.WITHDRAWAL, text="We withdraw.")
    assert fresh(case).state == CaseState.WITHDRAWN
    assert case.decisions.get().ended_at
    assert case.events.last().note.startswith("On paper, received on 22 July 2024.")
    assert queued("welcome/mail/withdrawn")


def test_waiver_by_letter_makes_the_decision_final_on_its_day():
    with days_ago(5):
        case = make_case("notified")
    enter(case, LetterKind.WAIVER, days=2)
    delivery = Delivery.objects.get(decision__case=case)
    assert fresh(case).state == CaseState.FINAL
    assert delivery.final_on == clock.today() - timedelta(days=2)
    assert "letter" in str(delivery.waiver_text)


def test_other_letter_waits_for_an_answer_like_a_message():
    case = make_case("review")
    message = enter(case, LetterKind.OTHER)
    assert list(case.messages.waiting()) == [message]
    assert message.author == case.startup.name
    assert case.events.last().verb == "enter_letter"


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"days": -1}, DayNotPossible),
        ({"days": 1}, DayNotPossible),
        ({"scans": []}, ScanMissing),
        ({"text": "  "}, NothingWritten),
        ({"kind": "nothing"}, WrongState),
    ],
)
def test_letter_that_cannot_be_entered_changes_nothing(fields, refusal):
    case = make_case("review")
    before = prints(case)
    kind = fields.pop("kind", LetterKind.OTHER)
    with pytest.raises(refusal):
        enter(case, kind, **fields)
    assert prints(case) == before


@pytest.mark.parametrize("role", [StaffRole.SIGNATORY, StaffRole.READER])
def test_only_officers_enter_letters(role):
    case = make_case("review")
    with pytest.raises(NotOfThisAuthority):
        enter(case, LetterKind.OTHER, by=make_staff(case.authority, role))


def test_day_of_receipt_is_never_changed():
    enter(make_case("review"), LetterKind.OTHER)
    with refused_by("message_kept_as_sent"):
        sql("UPDATE welcome_message SET received_on = '2024-07-01'")


# The page


def address(case):
    return reverse("admin:welcome_case_enter_letter", args=[case.pk])


def typed(**fields):
    said = {"kind": "withdrawal", "received_on": clock.today(), "text": "We withdraw."}
    return {**said, "scans": scan(), **fields}


def test_page_offers_what_fits_and_enters_it(client):
    case = make_case("review")
    sign_in(client, officer_of(case.authority))
    choices = client.get(address(case)).context["form"].fields["kind"].choices
    assert [value for value, _label in choices] == ["withdrawal", "other"]
    response = client.post(address(case), typed(), follow=True)
    assert fresh(case).state == CaseState.WITHDRAWN
    assert f"Letter of {case.startup}, received on 22 July 2024, entered by" in response.text


def test_page_without_a_scan_keeps_what_was_typed(client):
    case = make_case("review")
    sign_in(client, officer_of(case.authority))
    text = client.post(address(case), typed(scans="")).text
    assert "Choose a file." in text
    assert "We withdraw." in text
    assert not Message.objects.exists()


def test_page_is_not_there_for_another_authority(client):
    case = make_case("review")
    sign_in(client, make_staff(make_authority()))
    assert client.post(address(case), typed()).status_code == 404


def test_startup_reads_its_letter_as_its_own(client):
    case = make_case("review")
    enter(case, LetterKind.OTHER)
    text = sign_in(client, owner_of(case.startup)).get(f"/en/cases/{case.reference}/").text
    assert "Your letter, received on 22 July 2024" in text


# A wish for a benefit


def wish(case, *, quantity=1, **fields):
    today = clock.today()
    said = {"wished_on": today, "received_on": today, "text": "A desk, please.", "scans": [scan()]}
    by = officer_of(case.authority)
    said |= {"item": case.award.items.first(), "by": by}
    return actions.enter_wish(case=case, quantity=quantity, **{**said, **fields})


def test_wish_from_a_letter_is_answered_like_any_other():
    case = make_case("final")
    row = wish(case, quantity=2)
    officer = officer_of(case.authority)
    actions.confirm_benefit(redemption=row, agreed_on=clock.today(), answer="", by=officer)
    assert (row.item.redemptions.get().state, row.words) == ("confirmed", "A desk, please.")
    assert not case.messages.waiting().exists()
    assert case.events.last().note.startswith("On paper, received on 22 July 2024.")


@pytest.mark.parametrize(
    ("fields", "refusal"), [({"quantity": 4}, NotLeft), ({"scans": []}, ScanMissing)]
)
def test_wish_that_cannot_be_entered_leaves_no_letter(fields, refusal):
    case = make_case("final")
    with pytest.raises(refusal):
        wish(case, **fields)
    assert not Message.objects.exists()


def test_wish_of_another_case_is_not_entered():
    case, other = make_case("final"), make_case("final")
    with pytest.raises(NotLeft):
        wish(case, item=other.award.items.first())


def test_page_of_the_award_leads_to_the_wish(client):
    case = make_case("final")
    sign_in(client, officer_of(case.authority))
    page = client.get(reverse("admin:welcome_case_change", args=[case.pk])).text
    place = reverse("admin:welcome_case_enter_wish", args=[case.pk])
    assert place in page
    item = case.award.items.first()
    said = {"item": item.pk, "quantity": "1", "wished_on": clock.today()}
    response = client.post(place, {**typed(), **said}, follow=True)
    assert "The wish is entered." in response.text
    assert item.redemptions.get().asked_by == officer_of(case.authority)
