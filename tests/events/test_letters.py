"""Invitation letters, and the passport data that is nowhere but in them."""

import io
import logging
from datetime import date

import pikepdf
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from post_office.models import Email
from pypdf import PdfReader

from corridor.accounts.models import User
from corridor.actions import Conflict, NotPermitted
from corridor.documents.models import Access
from corridor.privacy.sealed import SealBroken, reseal, seal, unseal
from events import actions
from events.choices import LetterState
from events.exceptions import (
    ConsentMissing,
    LetterChanged,
    LetterDatesAway,
    NoLetters,
    NotConfirmed,
)
from events.invitation import render_letter
from events.models import InvitationLetter, Needs, TravelDocument
from events.visa import time_for_visa
from tests.events.factories import (
    PASSPORT,
    ask_letter,
    make_delegate,
    make_delegation,
    make_event,
    make_letter_setup,
    register,
)
from tests.people import make_person, sign_in

pytestmark = pytest.mark.django_db
NUMBER = PASSPORT["number"]


@pytest.fixture
def guest(event_team):
    """Somebody confirmed for an event that issues letters."""
    event = make_event(event_team, is_open=True)
    make_letter_setup(event)
    return register(event, 1)


@pytest.fixture
def letter(guest):
    return ask_letter(guest)


@pytest.fixture
def approved(letter, event_team):
    return actions.approve_letter(letter=letter, by=event_team)


@pytest.fixture
def inside(client, guest, queued):
    """The guest's browser, past the code."""
    page = f"/en/registrations/{guest.token}/letter/"
    client.post(page, {"send": "1"})
    code = queued("events/mail/proof_code")[-1].subject.split()[-1]
    client.post(page, {"code": code})
    return client


def page(guest, part="letter/"):
    return f"/en/registrations/{guest.token}/{part}"


def text_of(pdf):
    return "\n".join(part.extract_text() for part in PdfReader(io.BytesIO(pdf)).pages)


def test_a_seal_tells_nothing_and_gives_back_what_was_typed():
    sealed = seal({"number": NUMBER, "born_on": None})
    assert NUMBER not in sealed
    assert unseal(sealed) == {"number": NUMBER, "born_on": None}


@pytest.mark.parametrize("spoilt", ["", "ä", "gAAAAABm", "x" * 100])
def test_a_broken_seal_is_an_error_and_never_another_value(spoilt):
    with pytest.raises(SealBroken):
        unseal(spoilt)


def test_a_new_key_reads_what_the_old_one_sealed(settings):
    old, new = settings.FIELD_KEYS, "b25seS1mb3ItbWFrZS1jaGVjay1zZWFscy1ub3RoaW4="
    sealed = seal({"number": NUMBER})
    settings.FIELD_KEYS = [new, *old]
    fresh = reseal(sealed)
    settings.FIELD_KEYS = [new]
    assert unseal(fresh) == {"number": NUMBER}
    with pytest.raises(SealBroken):
        unseal(sealed)


def test_everything_is_sealed_anew_or_nothing(letter, settings, capsys):
    old, new = settings.FIELD_KEYS, "b25seS1mb3ItbWFrZS1jaGVjay1zZWFscy1ub3RoaW4="
    settings.FIELD_KEYS = [new]
    with pytest.raises(CommandError, match="nothing was changed"):
        call_command("reseal")
    settings.FIELD_KEYS = [new, *old]
    call_command("reseal")
    assert "events.TravelDocument.sealed: 1 sealed anew." in capsys.readouterr().out
    settings.FIELD_KEYS = [new]
    assert TravelDocument.objects.get().opened()["number"] == NUMBER


def test_a_letter_is_asked_for_and_its_signatory_hears_of_it(letter, queued):
    assert letter.state == LetterState.ASKED
    assert queued("events/mail/letter_asked")[0].to == ["events@duesseldorf.example"]


def test_what_nobody_has_approved_can_be_changed(letter, guest):
    again = ask_letter(guest, function="Chair")
    assert (again.pk, again.function) == (letter.pk, "Chair")


def test_an_approved_letter_stays_as_it_is(approved, guest):
    with pytest.raises(Conflict) as refused:
        ask_letter(guest, function="Chair")
    assert refused.value.rule == "letter_kept_as_approved"


def test_only_the_signatory_approves(letter):
    other = make_person("other@duesseldorf.example", roles=["event_team"])
    with pytest.raises(NotPermitted):
        actions.approve_letter(letter=letter, by=other)


def test_letters_are_numbered_one_after_the_other(guest, approved, event_team):
    second = actions.approve_letter(letter=ask_letter(register(guest.event, 2)), by=event_team)
    assert (approved.number, second.number) == ("FTF-2024-0001", "FTF-2024-0002")
    assert approved.code != second.code


def test_a_letter_is_answered_once(approved, event_team):
    with pytest.raises(Conflict):
        actions.decline_letter(letter=approved, note="No.", by=event_team)


def test_days_away_from_the_event_are_refused(guest):
    with pytest.raises(LetterDatesAway):
        ask_letter(guest, entry_on=date(2024, 8, 29), exit_on=date(2024, 8, 30))


def test_an_event_without_a_signatory_has_no_letters(event_team):
    with pytest.raises(NoLetters):
        ask_letter(register(make_event(event_team, is_open=True), 1))


def test_only_confirmed_people_get_letters(guest, event_team):
    delegate = make_delegate(guest.event, make_delegation(guest.event, by=event_team))
    with pytest.raises(NotConfirmed):
        ask_letter(delegate)


def test_whoever_cancels_has_no_letter_and_no_passport_here(approved, guest):
    actions.cancel(delegate=guest, by=None, link=guest.link)
    approved.refresh_from_db()
    assert approved.state == LetterState.WITHDRAWN
    assert not TravelDocument.objects.exists()


def test_passport_data_goes_thirty_days_after_the_event(letter, set_clock):
    set_clock(date(2024, 9, 26))
    assert actions.purge_passports() == 0
    set_clock(date(2024, 9, 28))
    assert actions.purge_passports() == 1
    assert InvitationLetter.objects.exists()


def test_who_looks_at_a_passport_is_written_down(letter, event_team, auditor):
    assert actions.open_passport(letter=letter, by=event_team)["number"] == NUMBER
    assert Access.objects.get().by == event_team
    with pytest.raises(NotPermitted):
        actions.open_passport(letter=letter, by=auditor)


def test_the_letter_is_accessible_and_says_what_was_said(approved):
    pdf = render_letter(approved, approved.delegate.travel_document.opened())
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        assert paper.Root.MarkInfo.Marked
        assert str(paper.Root.Lang).startswith("de")
        assert paper.open_metadata()["pdfuaid:part"] == "1"
    words = " ".join(text_of(pdf).split())
    for said in (
        NUMBER,
        "4. März 1988",
        "Person 1",
        "FTF-2024-0001",
        "Hotel am Rhein",
        "Teilnahme",
    ):
        assert said in words
    assert "Taking part in talks on 5G." in words
    assert approved.code in words


def test_a_letter_keeps_the_head_it_was_approved_with(approved, event_team):
    setup = approved.delegate.event.letters
    actions.change_letter_setup(setup=setup, by=event_team, sender="Somebody else")
    approved.refresh_from_db()
    assert "Somebody else" not in text_of(render_letter(approved, {}))


def test_a_letter_names_whom_the_signatory_approved_whatever_they_call_themselves_later(
    client, approved, guest
):
    actions.change_delegate(
        delegate=guest, by=None, link=guest.link, given_names="Somebody", organisation="Other Ltd"
    )
    letter = InvitationLetter.objects.get()
    words = text_of(render_letter(letter, {}))
    assert "Person 1" in words
    assert "Somebody" not in words
    assert "Other Ltd" not in words
    assert "P. 1." in client.get(f"/en/verify/{letter.code}/").content.decode()


def test_the_page_asks_for_a_code_and_mails_it_on_a_post_alone(client, guest, letter, queued):
    words = client.get(page(guest)).content.decode()
    assert "behind a code" in words
    assert NUMBER not in words
    assert queued("events/mail/proof_code") == []
    client.post(page(guest), {"send": "1"})
    assert queued("events/mail/proof_code")[0].to == [guest.email]


def test_the_right_code_makes_another_session_of_the_one_that_stood_before_it(
    client, guest, queued
):
    client.post(page(guest), {"send": "1"})
    before = client.cookies["sessionid"].value
    code = queued("events/mail/proof_code")[-1].subject.split()[-1]
    client.post(page(guest), {"code": code})
    planted = Client()
    planted.cookies["sessionid"] = before
    assert "behind a code" in planted.get(page(guest)).content.decode()
    assert "behind a code" not in client.get(page(guest)).content.decode()


def test_a_try_counts_before_its_code_is_reckoned(client, guest, queued, monkeypatch):
    def slow(_code, _hash):
        seen.extend(asked["tries"] for asked in client.session.values())
        return False

    seen = []
    monkeypatch.setattr("events.proof.check_password", slow)
    client.post(page(guest), {"send": "1"})
    client.post(page(guest), {"code": "123456"})
    assert seen == [1]


def test_a_wrong_code_opens_nothing_and_five_end_it(client, guest, queued):
    client.post(page(guest), {"send": "1"})
    code = queued("events/mail/proof_code")[-1].subject.split()[-1]
    wrong = "000000" if code != "000000" else "111111"
    for _try in range(5):
        assert "does not work" in client.post(page(guest), {"code": wrong}).content.decode()
    client.post(page(guest), {"code": code})
    assert "behind a code" in client.get(page(guest)).content.decode()


def test_past_the_code_the_letter_is_asked_for_and_taken(inside, guest, event_team):
    typed = {
        "entry_on": "2024-08-26",
        "exit_on": "2024-08-30",
        "function": "Founder",
        "costs": "self",
        "lodging": "self",
        "number": NUMBER,
        "born_on": "1988-03-04",
    }
    assert inside.post(page(guest), typed).status_code == 302
    actions.approve_letter(letter=InvitationLetter.objects.get(), by=event_team)
    response = inside.get(page(guest, "letter.pdf"))
    assert response["Content-Type"] == "application/pdf"
    assert NUMBER in text_of(response.content)
    assert "no-store" in response["Cache-Control"]


def test_another_session_is_asked_for_a_code_again(inside, guest, approved):
    response = Client().get(page(guest, "letter.pdf"))
    assert response["Content-Type"].startswith("text/html")
    assert inside.get(page(guest, "letter.pdf"))["Content-Type"] == "application/pdf"


def test_the_check_says_initials_event_and_days_and_no_more(client, approved):
    words = client.get(f"/en/verify/{approved.code.lower()}/").content.decode()
    assert "This letter is valid" in words
    assert "P. 1." in words
    for secret in ("Person 1", NUMBER, "Founder", approved.delegate.email):
        assert secret not in words


def test_the_check_says_when_the_journey_lies_behind(client, approved, set_clock):
    address = f"/de/verify/{approved.code}/"
    set_clock(approved.exit_on)
    assert "Dieses Schreiben gilt" in client.get(address).content.decode()
    set_clock(date(2024, 8, 31))
    assert "galt bis zum 30. August 2024" in client.get(address).content.decode()


def test_the_check_says_that_a_letter_was_withdrawn(client, approved, event_team):
    actions.withdraw_letter(letter=approved, note="The visit is off.", by=event_team)
    assert "not valid any more" in client.get(f"/en/verify/{approved.code}/").content.decode()


def test_each_answer_has_a_subject_of_its_own_and_withdrawing_a_reason(
    client, letter, approved, event_team, queued
):
    address = reverse("admin:events_invitationletter_withdraw", args=[approved.pk])
    client = sign_in(client, event_team)
    assert "note" in client.post(address, {"note": ""}).context["form"].errors
    client.post(address, {"note": "The visit is off."})
    ready, withdrawn = queued("events/mail/letter_answered")
    assert ready.subject == "Your invitation letter for Future Tech Fest 2024 is ready"
    assert withdrawn.subject.endswith("has been withdrawn")
    assert "The reason: The visit is off." in withdrawn.message
    assert "/en/contact/" in withdrawn.message


def test_a_letter_that_nobody_has_approved_is_not_withdrawn(client, letter, event_team):
    page = reverse("admin:events_invitationletter_change", args=[letter.pk])
    assert set(sign_in(client, event_team).get(page).context["steps"]) == {"approve", "decline"}


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", " ")])
def test_a_code_is_known_however_it_is_typed(client, approved, change):
    answer = client.get(
        "/en/verify/", {"code": change(approved.code).replace("-", "")}, follow=True
    )
    assert answer.request["PATH_INFO"] == f"/en/verify/{approved.code}/"
    assert "This letter is valid" in answer.content.decode()
    assert client.get(f"/en/verify/{change(approved.code)}/").status_code == 200


def test_the_page_of_the_check_says_what_a_code_is(client, db):
    assert "Check an invitation letter" in client.get("/en/verify/").content.decode()
    words = client.get("/en/verify/", {"code": "FTF-2024-0001"}).content.decode()
    assert "This is no code of a letter" in words


@pytest.mark.parametrize("code", ["AAAA-BBBB-CCCC", "%00", "x" * 200])
def test_a_guessed_code_finds_nothing(client, approved, code):
    assert client.get(f"/en/verify/{code}/").status_code == 404


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2024, 2, 25), "from Monday, 26 February 2024"),
        (date(2024, 2, 26), "still time"),
        (date(2024, 8, 11), "still time"),
        (date(2024, 8, 12), "last day to apply"),
    ],
)
def test_whether_there_is_time_for_a_visa(today, words):
    assert words in time_for_visa(date(2024, 8, 26), today)


def test_needs_are_kept_with_consent_alone(guest):
    said = {"diet": "vegan", "access": "", "by": None, "link": guest.link}
    with pytest.raises(ConsentMissing):
        actions.save_needs(delegate=guest, consent=False, **said)
    needs = actions.save_needs(delegate=guest, consent=True, **said)
    assert needs.consent_version
    actions.withdraw_needs(delegate=guest, by=None, link=guest.link)
    assert not Needs.objects.exists()


def test_needs_go_fourteen_days_after_the_event(guest, set_clock):
    said = {"diet": "vegan", "access": "", "by": None, "link": guest.link}
    actions.save_needs(delegate=guest, consent=True, **said)
    set_clock(date(2024, 9, 12))
    assert actions.purge_needs() == 1


def test_the_number_is_in_no_table_no_mail_and_no_log(approved, inside, guest, event_team, caplog):
    """The passport rule: nothing but the sealed column has it, and that tells nothing."""
    with caplog.at_level(logging.DEBUG):
        inside.get(page(guest))
        actions.open_passport(letter=approved, by=event_team)
    assert NUMBER not in caplog.text
    assert not Email.objects.filter(message__contains=NUMBER).exists()
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            table = connection.ops.quote_name(name)
            cursor.execute(
                f"SELECT count(*) FROM {table} AS r WHERE r::text LIKE %s", [f"%{NUMBER}%"]
            )
            assert cursor.fetchone() == (0,), table


def test_no_page_of_the_back_office_shows_the_number_unasked(client, approved, event_team):
    client = sign_in(client, event_team)
    own = f"/admin/events/invitationletter/{approved.pk}/"
    delegate = f"/admin/events/delegate/{approved.delegate_id}/change/"
    for address in (
        f"{own}change/",
        f"{own}passport/",
        delegate,
        "/admin/events/invitationletter/",
    ):
        assert NUMBER not in client.get(address).content.decode(), address
    assert not Access.objects.exists()
    assert NUMBER in client.post(f"{own}passport/").content.decode()
    assert Access.objects.get().by == event_team


@pytest.mark.parametrize("role", ["auditor", "editor", "administrator"])
def test_nobody_else_opens_a_passport(client, approved, role):
    User.objects.filter(email="staff@duesseldorf.example").delete()
    person = make_person("staff@duesseldorf.example", roles=[role])
    address = f"/admin/events/invitationletter/{approved.pk}/passport/"
    assert sign_in(client, person).post(address).status_code == 404


def test_people_are_forgotten_six_months_after_the_event(approved, guest, set_clock):
    set_clock(date(2025, 2, 28))
    assert actions.erase_delegates(by=None) == 0
    set_clock(date(2025, 3, 1))
    assert actions.erase_delegates(by=None) == 1
    guest.refresh_from_db()
    assert (guest.name, guest.email, guest.state) == ("–", "", "confirmed")
    with connection.cursor() as cursor:
        for table in (
            "events_delegate",
            "events_delegatehistory",
            "events_invitationletter",
            "events_invitationletterhistory",
        ):
            cursor.execute(f"SELECT count(*) FROM {table} AS r WHERE r::text LIKE '%Person 1%'")
            assert cursor.fetchone() == (0,), table


def test_the_own_page_leads_to_letter_and_needs(client, guest):
    words = client.get(f"/en/registrations/{guest.token}/").content.decode()
    assert f"{guest.token}/letter/" in words
    assert f"{guest.token}/needs/" in words


def test_the_signatory_approves_what_was_read_or_reads_again(client, letter, guest, event_team):
    client = sign_in(client, event_team)
    address = reverse("admin:events_invitationletter_approve", args=[letter.pk])
    read = client.get(address).context["form"].initial["read"]
    assert PASSPORT["number"] not in client.get(address).text
    ask_letter(guest, function="Chair of the board")
    shown = client.post(address, {"read": read})
    assert "Changed since you opened this page: " in shown.text
    assert "Function" in shown.context["form"].non_field_errors()[0]
    assert "Chair of the board" in shown.text
    letter.refresh_from_db()
    assert letter.state == LetterState.ASKED
    client.post(address, {"read": shown.context["form"]["read"].value()})
    letter.refresh_from_db()
    assert (letter.state, letter.function) == (LetterState.APPROVED, "Chair of the board")


@pytest.mark.parametrize("read", ["x", "x.y"])
def test_a_letter_is_not_approved_with_a_stamp_that_is_none(letter, event_team, read):
    with pytest.raises(LetterChanged, match="Name in the passport"):
        actions.approve_letter(letter=letter, by=event_team, read=read)


def test_the_own_page_says_what_is_settled(client, approved, guest):
    said = {"diet": "vegan", "access": "", "consent": True, "by": None, "link": guest.link}
    actions.save_needs(delegate=guest, **said)
    words = client.get(f"/en/registrations/{guest.token}/").content.decode()
    assert "Letter FTF-2024-0001 is approved." in words
    assert "There is still time for a visa" in words
    assert "Your needs are saved." in words
    assert "vegan" not in words


def test_the_event_says_whether_there_is_time_for_a_visa(client, guest, set_clock):
    address = f"/en/events/{guest.event.slug}/"
    assert "There is still time for a visa" in client.get(address).content.decode()
    set_clock(date(2024, 8, 20))
    assert "The last day to apply" in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"entry_on": "2024-08-29"}, "entry_on"),
        ({"exit_on": "2024-08-27"}, "exit_on"),
        ({"entry_on": "2023-08-27"}, "entry_on"),
    ],
)
def test_refused_days_are_said_at_their_field_and_nobody_reckons_with_them(
    inside, letter, guest, days, field
):
    said = {"function": "Founder", "costs": "employer", "lodging": "host"}
    said |= {"entry_on": "2024-08-26", "exit_on": "2024-08-30"}
    shown = inside.post(page(guest), {**said, **days})
    assert list(shown.context["form"].errors) == [field]
    assert "until Sunday, 11 August 2024" in shown.context["visa"]


def test_the_english_copy_has_english_words_below_the_name(letter, event_team):
    setup = letter.delegate.event.letters
    actions.change_letter_setup(setup=setup, by=event_team, signatory_line_en="Head of Protocol")
    said = text_of(render_letter(actions.approve_letter(letter=letter, by=event_team), {}))
    german, english = said.split("Head of Protocol")[0], said.split("Leitung Internationales")[1]
    assert "Leitung Internationales" in german
    assert "Head of Protocol" in english


def test_the_form_says_you_where_the_letter_says_the_guest(inside, guest):
    words = inside.get(page(guest)).content.decode()
    assert "you yourself" in words
    assert "the guest" not in words
