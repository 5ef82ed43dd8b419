from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils.translation import override

from corridor.content import actions
from corridor.content.models import BarrierReport, NewsItem, Page
from tests.content.factories import ALTS, FIELDS, make_news, make_report
from tests.people import make_person


def refused_by(rule, change):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        change()


def page(key):
    return Page.objects.filter(key=key)


@pytest.mark.parametrize("missing", ["title_de", "title_en", "text_de", "text_en"])
def test_page_needs_title_and_text_in_both_languages(db, missing):
    refused_by("page_has_a_text", lambda: page("contact").update(**{missing: ""}))


def test_page_in_kannada_explains_only(db):
    refused_by("page_kannada_explains_only", lambda: page("contact").update(text_kn="ಕನ್ನಡ"))
    page("how-it-works").update(text_kn="ಕನ್ನಡ")


def test_statement_needs_a_day_of_review(db):
    refused_by("page_statement_is_reviewed", lambda: page("accessibility").update(review_on=None))
    page("contact").update(review_on=None)


def test_page_is_written_to_the_history(editor, statement):
    actions.review_page(page=statement, review_on=date(2025, 1, 1), title_en="New", by=editor)

    last = statement.history.order_by("pgh_id").last()
    assert (last.title_en, last.pgh_context.metadata["action"]) == ("New", "review_page")


def test_news_needs_one_whole_language(editor):
    make_news(editor, title_de="", teaser_de="", text_de="")
    refused_by("news_has_a_text", lambda: NewsItem.objects.update(teaser_en=""))


@pytest.mark.parametrize("missing", ALTS)
def test_picture_needs_both_descriptions(editor, missing):
    words = {**FIELDS, **ALTS, missing: "", "picture": "news/a.webp"}
    refused_by("news_picture_is_described", lambda: NewsItem.objects.create(**words))


@pytest.mark.parametrize(
    ("on", "shown"),
    [(date(2024, 7, 21), True), (date(2024, 7, 22), True), (date(2024, 7, 23), False)],
)
def test_published_from_its_day_on(editor, on, shown):
    news = make_news(editor, on=on)

    assert NewsItem.objects.published(date(2024, 7, 22)).exists() == shown
    assert news.is_published == shown


def test_published_leaves_drafts_out_and_begins_with_the_newest(editor):
    make_news(editor, published=False)
    for day in (3, 9, 6):
        make_news(editor, slug=f"of-{day}", on=date(2024, 7, day))

    slugs = [news.slug for news in NewsItem.objects.published(date(2024, 7, 22))]

    assert slugs == ["of-9", "of-6", "of-3"]


@pytest.mark.parametrize(
    ("role", "seen"), [("editor", 1), ("auditor", 1), ("event_team", 0), (None, 0)]
)
def test_drafts_are_visible_to_editors_and_auditors(editor, role, seen):
    make_news(editor, published=False)
    person = make_person(roles=[role]) if role else AnonymousUser()

    assert NewsItem.objects.visible_to(person).count() == seen


def test_news_is_called_by_the_title_of_the_language(editor):
    news = make_news(editor, title_en="")

    assert str(news) == "Projekte vereinbart"
    with override("de"):
        assert str(news) == "Projekte vereinbart"


@pytest.mark.parametrize("role", ["administrator", "event_team", "officer"])
def test_reports_are_for_editors_and_auditors(report, editor, auditor, role):
    others = make_person(roles=[role]) if role != "officer" else make_person()

    assert BarrierReport.objects.visible_to(editor).get() == report
    assert BarrierReport.objects.visible_to(auditor).get() == report
    assert not BarrierReport.objects.visible_to(others).exists()


def test_report_stays_as_it_was_received(report):
    for field in ("page", "text", "email"):
        refused_by(
            "barrier_report_frozen",
            lambda field=field: BarrierReport.objects.update(**{field: "x@y.example"}),
        )


def test_answer_stays_as_it_was_given(report, editor):
    refused_by("barrier_answer_whole", lambda: BarrierReport.objects.update(answer="Done."))
    actions.answer_barrier(report=report, text="Done.", by=editor)
    refused_by("barrier_answer_frozen", lambda: BarrierReport.objects.update(answer="No."))
    refused_by("barrier_answer_frozen", lambda: BarrierReport.objects.update(answer_sent=True))


def test_answer_is_sent_to_nobody_without_an_address(report):
    refused_by(
        "barrier_answer_sent_to_somebody", lambda: BarrierReport.objects.update(answer_sent=True)
    )


def test_report_without_answer_is_not_deleted(report):
    refused_by("barrier_kept_until_answered", report.delete)


def test_report_needs_a_text(db):
    refused_by("barrier_says_something", lambda: make_report_past_actions(text=""))


def make_report_past_actions(**fields):
    return BarrierReport.objects.create(
        received_at="2024-07-22T10:00Z", due_on="2024-08-05", language="en", **fields
    )


def test_open_reports_come_first_and_the_most_urgent_before_all(editor, set_clock):
    answered = make_report(text="answered")
    actions.answer_barrier(report=answered, text="Done.", by=editor)
    make_report(text="late")
    set_clock(date(2024, 7, 1))
    make_report(text="early")

    assert [report.text for report in BarrierReport.objects.all()] == ["early", "late", "answered"]


@pytest.mark.parametrize(("day", "overdue"), [(5, False), (6, True)])
def test_report_is_overdue_after_its_day(report, set_clock, day, overdue):
    set_clock(date(2024, 8, day))

    assert report.is_overdue == overdue
    assert BarrierReport.objects.overdue(date(2024, 8, day)).exists() == overdue
