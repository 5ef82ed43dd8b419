"""What people write to openings: who reads it, and when it is gone."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.storage import storages
from django.db import transaction
from django.urls import reverse

from corridor.actions import Conflict, NotPermitted, action
from corridor.documents.files import FileRefused
from corridor.documents.models import Document
from startups import actions, chores
from startups.choices import MemberRole
from startups.models import Interest, Membership, cvs_visible_to
from tests.documents.conftest import PDF_BYTES, picture
from tests.people import make_person, sign_in
from tests.startups.ecosystem import OPENING, cv, make_interest, make_opening, make_partner

SECRET = "I measure radio since 1998."


@pytest.fixture
def opening(published, founder):
    return make_opening(published, founder)


@pytest.fixture
def interest(opening, stranger):
    return make_interest(opening, stranger, message=SECRET)


def address(opening, page="opening_interest"):
    return reverse(page, args=[opening.pk])


def file_of(document):
    return reverse("document", args=[document.pk])


def read(client, path):
    return client.get(path).content.decode()


def send(client, opening, **fields):
    typed = {"message": SECRET, "cv": cv(), **fields}
    return client.post(address(opening), typed)


# Writing


def test_interest_is_sent_once(client, opening, stranger):
    client = sign_in(client, stranger)
    assert "Only the people of Kaverion EdgeNet read this" in read(client, address(opening))
    assert send(client, opening).url == reverse("opening", args=[opening.pk])
    page = send(client, opening, message="Twice").content.decode()
    assert SECRET in page
    interest = Interest.objects.get()
    assert (interest.message, interest.cv.name) == (SECRET, "cv.pdf")


def test_second_one_in_the_same_moment_is_refused_and_leaves_no_cv(interest, opening, stranger):
    with pytest.raises(Conflict) as refused:
        make_interest(opening, stranger)
    assert refused.value.rule == "interest_once"
    assert Document.objects.get() == interest.cv


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("cv.pdf", b"hello", "Save the file as PDF and upload that."),
        ("cv.png", picture(), "Save the file as PDF and upload that."),
        ("cv.pdf", picture(), "Save the file as PDF and upload that."),
        ("cv.pdf", b"", "The file is empty."),
        ("cv.docx", PDF_BYTES, "The file is not what its name says."),
    ],
)
def test_cv_is_a_pdf_by_its_content(client, opening, stranger, name, content, words):
    response = send(sign_in(client, stranger), opening, cv=cv(content, name))
    assert words in response.content.decode()
    assert not Interest.objects.exists()
    assert not Document.objects.exists()
    with pytest.raises(FileRefused):
        actions.send_interest(opening=opening, message="", cv=cv(content, name), by=stranger)


def test_form_asks_for_both_and_for_the_file_again(client, opening, stranger):
    page = send(sign_in(client, stranger), opening, message="").content.decode()
    assert '<a href="#id_message">' in page
    assert "Choose the CV again: browsers do not keep files." in page
    assert 'accept=".pdf,application/pdf"' in page


def test_nobody_writes_to_their_own_start_up(as_founder, opening, founder):
    assert as_founder.get(address(opening)).status_code == 404
    with pytest.raises(actions.OwnOpening):
        make_interest(opening, founder)


def test_nobody_writes_to_a_partner(editor, stranger):
    fields = {**OPENING, "is_published": True}
    opening = actions.create_opening(partner=make_partner(editor), by=editor, **fields)
    with pytest.raises(actions.WriteToThePartner):
        make_interest(opening, stranger)


def test_nobody_writes_to_a_draft_or_a_closed_one(client, published, founder, stranger):
    draft = make_opening(published, founder, published=False)
    closed = actions.close_opening(opening=make_opening(published, founder), by=founder)
    for opening in (draft, closed):
        with pytest.raises(actions.NotOpen):
            make_interest(opening, stranger)
        assert send(sign_in(client, stranger), opening).status_code == 404
    assert not Document.objects.exists()


def test_opening_that_closes_meanwhile_keeps_nothing(opening, founder, stranger, monkeypatch):
    store = actions.openings.documents.store

    def slow(*args, **kwargs):
        actions.close_opening(opening=opening, by=founder)
        return store(*args, **kwargs)

    monkeypatch.setattr(actions.openings.documents, "store", slow)
    with pytest.raises(actions.NotOpen):
        make_interest(opening, stranger)
    assert not Document.objects.exists()


def test_strangers_sign_in_first(client, opening):
    assert "/accounts/login/?next=" in client.get(address(opening)).url


def test_mail_goes_to_every_member_without_a_word_of_the_person(
    opening, published, stranger, queued
):
    colleague = make_person("colleague@kaverion.example", name="Colleague", language="de")
    Membership.objects.create(
        startup=published, user=colleague, role=MemberRole.EDITOR, since=opening.created_at
    )
    make_interest(opening, stranger, message=SECRET)
    mails = queued("startups/mail/interest_sent")
    assert {mail.to[0] for mail in mails} == {
        "meera@kaverion.example",
        "colleague@kaverion.example",
    }
    for mail in mails:
        assert f"/openings/{opening.pk}/" in mail.message
        assert not any(word in mail.message for word in (SECRET, stranger.name, stranger.email))


def test_what_was_sent_stays_as_it_was(interest):
    @action
    def forge(*, by):
        Interest.objects.update(message="Other words")

    with pytest.raises(Conflict) as refused:
        forge(by=None)
    assert refused.value.rule == "interest_kept"


# Reading


def test_members_read_the_message_and_open_the_cv(as_founder, interest, opening):
    page = read(as_founder, opening.get_absolute_url())
    assert SECRET in page
    assert "mailto:arjun@elsewhere.example" in page
    assert "Sunday, 30 March 2025" in page
    assert file_of(interest.cv) in page
    assert b"".join(as_founder.get(file_of(interest.cv))) == PDF_BYTES


def test_whoever_sent_it_reads_their_own(client, interest, opening, stranger):
    client = sign_in(client, stranger)
    page = read(client, address(opening))
    assert SECRET in page
    assert "See what you sent" in read(client, opening.get_absolute_url())
    assert b"".join(client.get(file_of(interest.cv))) == PDF_BYTES


@pytest.mark.parametrize("roles", [["editor"], ["auditor"], ["administrator"], ["event_team"], []])
def test_no_role_opens_a_cv_or_reads_a_message(client, interest, opening, roles):
    person = make_person("somebody@duesseldorf.example", roles=roles)
    client = sign_in(client, person)
    assert client.get(file_of(interest.cv)).status_code == 404
    assert SECRET not in read(client, opening.get_absolute_url())
    assert not Interest.objects.visible_to(person).exists()
    assert not cvs_visible_to(person).exists()


def test_no_superuser_and_no_stranger_opens_a_cv(client, interest, django_user_model):
    root = django_user_model.objects.create_superuser("root@duesseldorf.example", name="Root")
    assert "/accounts/login/" in client.get(file_of(interest.cv)).url
    assert sign_in(client, root).get(file_of(interest.cv)).status_code == 404


def test_nobody_unknown_opens_a_cv(interest):
    assert not cvs_visible_to(AnonymousUser()).exists()


def test_another_applicant_reads_nothing_of_the_first(client, interest, opening):
    other = make_person("other@elsewhere.example", name="Other")
    make_interest(opening, other, message="Me too.", content=PDF_BYTES + b"\n")
    page = read(sign_in(client, other), opening.get_absolute_url())
    assert SECRET not in page
    assert client.get(file_of(interest.cv)).status_code == 404


def test_who_leaves_the_start_up_reads_nothing_more(client, interest, published):
    leaver = make_person("leaver@kaverion.example", name="Leaver")
    place = Membership.objects.create(
        startup=published, user=leaver, role=MemberRole.EDITOR, since=interest.sent_at
    )
    client = sign_in(client, leaver)
    assert b"".join(client.get(file_of(interest.cv))) == PDF_BYTES
    place.delete()
    assert client.get(file_of(interest.cv)).status_code == 404


@pytest.mark.parametrize("number", [1, 30])
def test_interests_cost_the_same_for_one_and_thirty(
    as_founder, opening, number, django_assert_max_num_queries
):
    for index in range(number):
        person = make_person(f"person{index}@elsewhere.example", name=f"Person {index}")
        make_interest(opening, person)
    with django_assert_max_num_queries(8):
        page = read(as_founder, opening.get_absolute_url())
    assert page.count("CV of Person") == number


# Erasing


def content_exists(document):
    return storages["private"].exists(document.path)


def test_person_takes_it_back_at_once(
    client, interest, opening, stranger, django_capture_on_commit_callbacks
):
    client = sign_in(client, stranger)
    withdraw = address(opening, "interest_withdraw")
    assert client.get(withdraw).status_code == 200
    assert Interest.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(withdraw)
    assert not Interest.objects.exists()
    assert not Document.objects.exists()
    assert not content_exists(interest.cv)
    assert client.get(withdraw).status_code == 404


def test_nobody_takes_back_what_another_sent(client, interest, opening, founder, editor):
    for person in (founder, editor):
        withdraw = address(opening, "interest_withdraw")
        assert sign_in(client, person).post(withdraw).status_code == 404
        with pytest.raises(NotPermitted):
            actions.withdraw_interest(interest=interest, by=person)


@pytest.mark.parametrize(
    ("closes_on", "kept_on", "erased_on"),
    [
        (date(2024, 9, 30), date(2025, 3, 29), date(2025, 3, 30)),
        (date(2024, 8, 31), date(2025, 2, 27), date(2025, 2, 28)),
        (date(2024, 8, 28), date(2025, 2, 27), date(2025, 2, 28)),
        (date(2024, 12, 31), date(2025, 6, 29), date(2025, 6, 30)),
        (date(2025, 2, 28), date(2025, 8, 27), date(2025, 8, 28)),
    ],
)
def test_interests_are_erased_six_months_after_closing(
    published,
    founder,
    stranger,
    set_clock,
    django_capture_on_commit_callbacks,
    closes_on,
    kept_on,
    erased_on,
):
    opening = make_opening(published, founder, closes_on=closes_on)
    interest = make_interest(opening, stranger)
    assert opening.erases_on == erased_on
    set_clock(kept_on)
    chores.erase_interests()
    assert Interest.objects.exists()
    set_clock(erased_on)
    with django_capture_on_commit_callbacks(execute=True):
        chores.erase_interests()
    assert not Interest.objects.exists()
    assert not Document.objects.exists()
    assert not content_exists(interest.cv)


def test_time_runs_from_the_day_of_an_early_close(interest, opening, founder, set_clock):
    actions.close_opening(opening=opening, by=founder)
    set_clock(date(2025, 1, 21))
    chores.erase_interests()
    assert Interest.objects.exists()
    set_clock(date(2025, 1, 22))
    chores.erase_interests()
    assert not Interest.objects.exists()


def test_nothing_is_erased_before_its_time(interest):
    actions.erase_interest(interest=interest, by=None)
    assert Interest.objects.get() == interest


def test_what_two_people_sent_alike_stays_until_the_last_is_erased(
    interest, opening, stranger, django_capture_on_commit_callbacks
):
    other = make_person("other@elsewhere.example", name="Other")
    second = make_interest(opening, other)
    assert second.cv.path == interest.cv.path
    with django_capture_on_commit_callbacks(execute=True):
        actions.withdraw_interest(interest=interest, by=stranger)
    assert content_exists(second.cv)
    with django_capture_on_commit_callbacks(execute=True):
        actions.withdraw_interest(interest=second, by=other)
    assert not content_exists(second.cv)


def test_erasing_twice_is_no_mistake(interest, stranger):
    for _ in range(2):
        actions.withdraw_interest(interest=interest, by=stranger)


def test_file_stays_when_the_erasure_is_rolled_back(interest, stranger):
    with transaction.atomic():
        actions.withdraw_interest(interest=interest, by=stranger)
        transaction.set_rollback(True)
    assert Interest.objects.get().cv == interest.cv
    assert content_exists(interest.cv)


def test_erased_after_a_year_even_when_nobody_came_by(interest, opening, set_clock):
    set_clock(opening.erases_on + timedelta(days=400))
    chores.erase_interests()
    assert not Interest.objects.exists()


def test_account_shows_what_one_is_interested_in(client, interest, stranger, founder):
    page = sign_in(client, stranger).get("/en/account/").content.decode()
    assert (
        f'<a href="{interest.opening.get_absolute_url()}">Internship in radio measurement' in page
    )
    assert "What I am interested in" not in sign_in(client, founder).get("/en/account/").text


def test_account_costs_the_same_for_many_interests(
    client, published, founder, stranger, django_assert_max_num_queries
):
    for _ in range(5):
        make_interest(make_opening(published, founder), stranger)
    browser = sign_in(client, stranger)
    with django_assert_max_num_queries(13):
        browser.get("/en/account/")


def test_account_counts_who_wrote(client, published, interest, founder, stranger):
    account = reverse("account")
    own = f'<a href="{reverse("startup_openings", args=[published.slug])}">'
    page = read(sign_in(client, founder), account)
    assert f"{own}1 person wrote to your openings" in page
    assert "wrote to your openings" not in read(sign_in(client, stranger), account)
