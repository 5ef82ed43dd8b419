from datetime import date, timedelta

import pytest
from django.core.files.storage import default_storage
from post_office.models import Email

from corridor import clock
from corridor.actions import Conflict, NotPermitted
from corridor.content import actions, pictures
from corridor.content.choices import REVIEW_EVERY
from corridor.content.models import BarrierReport, Page
from tests.content.factories import ALTS, FIELDS, make_editor, make_news, make_report, picture
from tests.people import make_person

MAIL = "content/mail/"


def test_review_notes_day_and_texts(editor, statement):
    actions.review_page(
        page=statement, review_on=date(2025, 3, 1), text_en="All of it is usable.", by=editor
    )

    statement.refresh_from_db()
    assert statement.text_en == "All of it is usable."
    assert (statement.changed_on, statement.review_on) == (date(2024, 7, 22), date(2025, 3, 1))


def test_correction_is_no_review(editor, statement):
    actions.change_page(page=statement, text_en="All of it is usable.", by=editor)

    statement.refresh_from_db()
    assert statement.text_en == "All of it is usable."
    assert (statement.changed_on, statement.review_on) == (date(2024, 2, 1), date(2025, 1, 31))


def test_review_takes_the_reminder_away(editor, statement):
    actions.remind_of_review(page=statement, by=None)

    page = actions.review_page(page=statement, review_on=date(2025, 3, 1), by=editor)

    assert page.reminded_on is None


@pytest.mark.parametrize("day", [date(2024, 7, 21), date(2024, 7, 22)])
def test_review_wants_a_day_to_come(editor, statement, day):
    with pytest.raises(actions.ReviewInThePast):
        actions.review_page(page=statement, review_on=day, by=editor)


def test_review_of_the_statement_wants_the_next_one(editor, statement):
    with pytest.raises(Conflict, match="reviewed every year"):
        actions.review_page(page=statement, review_on=None, by=editor)


def test_reminder_of_a_review_goes_out_once_to_every_editor(editor, statement, queued):
    make_editor("second@duesseldorf.example")
    blocked = make_editor("blocked@duesseldorf.example")
    blocked.is_active = False
    blocked.save()

    for _ in range(2):
        actions.remind_of_review(page=statement, by=None)

    mails = queued(f"{MAIL}page_review_due")
    assert [mail.to[0].partition("@")[0] for mail in mails] == ["editor", "second"]
    assert "/admin/content/page/accessibility/change/" in mails[0].message


@pytest.mark.parametrize("role", ["auditor", "administrator", "event_team", None])
def test_only_editors_act(editor, statement, report, role):
    news = make_news(editor)
    person = make_person(roles=[role] if role else [])

    for act in (
        lambda: actions.review_page(page=statement, review_on=date(2025, 3, 1), by=person),
        lambda: actions.change_page(page=statement, title_en="Mine", by=person),
        lambda: actions.create_news(by=person, **{**FIELDS, "slug": "second"}),
        lambda: actions.change_news(news=news, title_en="Mine", by=person),
        lambda: actions.publish_news(news=news, by=person),
        lambda: actions.unpublish_news(news=news, by=person),
        lambda: actions.answer_barrier(report=report, text="No.", by=person),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_news_is_published_today_or_on_a_named_day(editor):
    news = make_news(editor, published=False)

    assert actions.publish_news(news=news, by=editor).published_on == date(2024, 7, 22)
    day = date(2024, 8, 1)
    assert actions.publish_news(news=news, by=editor, on=day).published_on == day
    assert actions.unpublish_news(news=news, by=editor).published_on is None


@pytest.mark.parametrize(
    ("titles", "slug"),
    [
        ({"title_en": "Projects agreed", "title_de": "Projekte"}, "projects-agreed"),
        ({"title_en": "", "title_de": "Größe & Übermut"}, "groesse-uebermut"),
        ({"title_en": "ಕರ್ನಾಟಕ", "title_de": ""}, "news"),
    ],
)
def test_address_comes_from_the_title(editor, titles, slug):
    words = {"teaser_en": "It is.", "text_en": "It is.", "teaser_de": "Ja.", "text_de": "Ja."}

    assert actions.create_news(by=editor, **words, **titles).slug == slug


def test_address_of_news_is_taken_once(editor):
    make_news(editor)

    with pytest.raises(Conflict, match="has this address"):
        make_news(editor)


def test_replaced_picture_goes(editor, django_capture_on_commit_callbacks):
    first, second = pictures.keep(picture()), pictures.keep(picture())
    news = make_news(editor, **first, **ALTS)

    with django_capture_on_commit_callbacks(execute=True):
        actions.change_news(news=news, by=editor, **second)

    assert not default_storage.exists(first["picture"])
    assert not default_storage.exists(first["picture_small"])
    assert default_storage.exists(second["picture"])


def test_picture_stays_when_words_change(editor, django_capture_on_commit_callbacks):
    kept = pictures.keep(picture())
    news = make_news(editor, **kept, **ALTS)

    with django_capture_on_commit_callbacks(execute=True):
        actions.change_news(news=news, title_en="Another title", by=editor)

    assert default_storage.exists(kept["picture"])


def test_report_is_due_in_two_weeks_and_told_to_every_editor(editor, queued):
    make_editor("second@duesseldorf.example")

    report = make_report(email="reader@lens.example")

    assert report.due_on == date(2024, 8, 5)
    mails = queued(f"{MAIL}barrier_reported")
    assert [mail.to[0].partition("@")[0] for mail in mails] == ["editor", "second"]
    assert str(report.pk) in mails[0].message


def test_mail_to_editors_says_nothing_about_the_reporter(editor, queued):
    make_report(email="reader@lens.example")

    (mail,) = queued(f"{MAIL}barrier_reported")
    assert "menu" not in mail.message
    assert "reader" not in mail.message


def test_reporter_hears_until_when_and_reads_nothing_that_was_typed(editor, queued):
    make_report(email="reader@lens.example", language="de")

    (mail,) = queued(f"{MAIL}barrier_received")
    assert mail.to == ["reader@lens.example"]
    assert "bis zum 5. August 2024" in " ".join(mail.message.split())
    assert "/de/accessibility/" in mail.message
    assert "menu" not in mail.message


def test_nobody_is_written_to_without_an_address(editor, queued):
    report = make_report()
    actions.answer_barrier(report=report, text="Done.", by=editor)

    assert {mail.to[0] for mail in queued()} == {editor.email}


def test_answer_is_noted_and_sent_in_the_language_of_the_report(editor, queued):
    report = make_report(email="reader@lens.example", language="de")

    report = actions.answer_barrier(report=report, text="Es geht jetzt.", by=editor)

    assert report.answered_by == editor
    (mail,) = queued(f"{MAIL}barrier_answered")
    assert "Es geht jetzt." in mail.message
    assert mail.headers["Content-Language"] == "de"


def test_second_answer_is_refused(editor, report):
    actions.answer_barrier(report=report, text="Done.", by=editor)

    with pytest.raises(actions.AlreadyAnswered):
        actions.answer_barrier(report=report, text="No.", by=editor)


def test_reminder_of_a_report_goes_out_once_and_not_after_the_answer(editor, report, queued):
    for _ in range(2):
        actions.remind_of_report(report=report, by=None)
    answered = make_report()
    actions.answer_barrier(report=answered, text="Done.", by=editor)
    actions.remind_of_report(report=answered, by=None)

    assert len(queued(f"{MAIL}barrier_overdue")) == 1


def test_forget_reports_a_year_after_the_answer(editor, set_clock):
    old, kept = make_report(), make_report()
    actions.answer_barrier(report=old, text="Done.", by=editor)
    set_clock(date(2024, 8, 1))
    actions.answer_barrier(report=kept, text="Done.", by=editor)
    open_report = make_report()
    set_clock(date(2025, 7, 25))

    assert actions.forget_reports(by=None) == 1
    assert set(BarrierReport.objects.all()) == {kept, open_report}


def test_reminder_leaves_no_trace_in_the_history(editor, statement):
    before = statement.history.count()

    actions.remind_of_review(page=statement, by=None)

    assert statement.history.count() == before
    assert Page.objects.get(pk=statement.pk).reminded_on == date(2024, 7, 22)


def test_answer_that_is_only_noted_is_not_sent(editor):
    report = make_report(email="reader@reader.example")
    Email.objects.all().delete()

    actions.answer_barrier(report=report, text="Not meant.", send=False, by=editor)

    assert not Email.objects.exists()


def test_next_review_of_the_statement_lies_within_a_year(editor):
    statement = Page.objects.get(key="accessibility")
    late = clock.today() + REVIEW_EVERY + timedelta(days=1)

    with pytest.raises(actions.ReviewTooLate):
        actions.review_page(page=statement, review_on=late, by=editor)
