"""How a case stands, for whoever is not signed in: nobody learns from the page whether a case exists."""

import pytest
from django.core import signing
from django.urls import reverse

from corridor.mail.chores import send_mail
from tests.factories import ask, fresh, make_case, make_user, owner_of
from welcome import actions
from welcome.choices import CaseState
from welcome.chores import answer_status_questions
from welcome.models import StatusQuestion
from welcome.models.status import SALT, status_token


@pytest.fixture
def case(db):
    return make_case(CaseState.REVIEW)


def question(client, reference, email):
    return client.post(reverse("status"), {"reference": reference, "email": email})


def mails(queued):
    return queued("welcome/mail/status")


def test_member_gets_a_link(case, client, queued):
    owner = owner_of(case.startup)
    question(client, f" {case.reference.lower()} ", owner.email.upper())
    answer_status_questions()
    (mail,) = mails(queued)
    assert mail.to == [owner.email]
    assert not StatusQuestion.objects.exists()


@pytest.mark.parametrize("between", [" ", "\u2013", " - ", "\u2010"])
def test_number_may_be_written_as_it_is_read_out(case, client, queued, between):
    owner = owner_of(case.startup)
    question(client, case.reference.replace("-", between), owner.email)
    answer_status_questions()
    assert len(mails(queued)) == 1


def test_contact_of_the_application_gets_one_too(db, client, queued):
    company = {
        "contact_name": "A",
        "contact_role": "B",
        "phone": "+49 221 4710-300",
        "address": "C",
    }
    case = make_case(company={**company, "contact_email": "Office@Sahyascan.example"})
    question(client, case.reference, "office@sahyascan.example")
    answer_status_questions()
    assert [mail.to for mail in mails(queued)] == [["office@sahyascan.example"]]


def test_contact_that_an_answer_replaced_gets_none(case, client, queued):
    request, by = ask(case, "company"), owner_of(case.startup)
    company = {**case.revision.answers["company"], "contact_email": "new@sahyascan.example"}
    actions.save_answer(request=request, section="company", answers=company, by=by)
    actions.send_answer(request=request, by=by)
    later = {**company, "contact_email": "newest@sahyascan.example"}
    request = ask(fresh(case), "company")
    actions.save_answer(request=request, section="company", answers=later, by=by)
    actions.send_answer(request=request, by=by)
    for name in ("new", "newest"):
        question(client, case.reference, f"{name}@sahyascan.example")
    answer_status_questions()
    assert [mail.to for mail in mails(queued)] == [["newest@sahyascan.example"]]


@pytest.mark.parametrize(
    ("reference", "email"), [("ß" * 20, "a@b.example"), ("X", "a" * 250 + "@b.example")]
)
def test_too_long_a_pair_is_no_error_of_ours(db, client, reference, email):
    """Capitals make two letters of one, and an address may be longer than a column."""
    assert question(client, reference, email).status_code in (200, 302)


@pytest.mark.parametrize("pair", ["wrong case", "wrong address", "both wrong"])
def test_nobody_else_gets_one(case, client, queued, pair):
    owner, stranger = owner_of(case.startup), make_user()
    reference = case.reference if pair == "wrong address" else "DUS-2024-9999"
    question(client, reference, owner.email if pair == "wrong case" else stranger.email)
    answer_status_questions()
    assert mails(queued) == []
    assert not StatusQuestion.objects.exists()


def test_answer_and_work_are_the_same_for_every_pair(case, client, django_assert_num_queries):
    answers = []
    for reference, email in [
        (case.reference, owner_of(case.startup).email),
        ("DUS-2024-9999", "nobody@example.com"),
    ]:
        client.get(reverse("status"))
        with django_assert_num_queries(3):  # one row between two savepoints
            response = question(client, reference, email)
        answers.append((response.status_code, response["Location"], dict(response.headers)))
    assert answers[0] == answers[1]


def test_form_says_what_is_missing(db, client):
    response = client.post(reverse("status"), {"reference": "", "email": '"a,b"@example.com'})
    assert set(response.context["form"].errors) == {"reference", "email"}


@pytest.mark.parametrize("limit", ["address", "connection"])
def test_asking_is_limited(db, client, limit):
    times, email = (5, "a@example.com") if limit == "address" else (10, "{}@example.com")
    for number in range(times):
        assert question(client, "DUS-2024-0001", email.format(number)).status_code == 302
    assert question(client, "DUS-2024-0001", email.format("last")).status_code == 429
    assert StatusQuestion.objects.count() == times


def test_link_does_not_stay_in_the_outbox(case, client, queued, django_capture_on_commit_callbacks):
    question(client, case.reference, owner_of(case.startup).email)
    with django_capture_on_commit_callbacks(execute=True):
        answer_status_questions()
    send_mail()
    (mail,) = mails(queued)
    assert (mail.message, mail.html_message) == ("", "")
    assert mail.context["secret"]


def shown(client, case):
    return client.get(reverse("status_shown", args=[status_token(case)]))


def test_page_shows_stage_and_next_step_and_no_more(case, client):
    response = shown(client, case)
    text = response.text
    assert "Substantive review" in text
    assert "The authority" in text
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    for hidden in (case.reference, case.startup.name, case.package.title_en, case.authority.name):
        assert hidden not in text


def test_page_tells_no_outcome(db, client):
    award, rejection = make_case(CaseState.FINAL), make_case(CaseState.FINAL, kind="reject")
    pages = [shown(client, case).text.split("<main")[1] for case in (award, rejection)]
    assert pages[0] == pages[1]


def test_page_says_that_the_startup_owes_and_by_when_in_both_places(case, client):
    ask(case)
    text = shown(client, case).text
    assert "Your start-up" in text
    assert "23:59 in Düsseldorf" in text
    assert "in Bengaluru" in text


@pytest.mark.parametrize("token", ["nonsense", "old", "other salt"])
def test_link_that_is_not_ours_or_out_of_date_shows_nothing(case, client, token, monkeypatch):
    made = {
        "nonsense": lambda: "nonsense",
        "old": lambda: old_token(case, monkeypatch),
        "other salt": lambda: signing.dumps(str(case.pk), salt="startups.invitation"),
    }
    assert client.get(reverse("status_shown", args=[made[token]()])).status_code == 404


def old_token(case, monkeypatch):
    with monkeypatch.context() as earlier:
        earlier.setattr(signing.time, "time", lambda: 1_600_000_000)
        return signing.dumps(str(case.pk), salt=SALT)
