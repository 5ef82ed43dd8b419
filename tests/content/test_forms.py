from datetime import date

import pytest

from corridor.content.forms import AnswerForm, NewsForm, PageForm, own_path
from corridor.content.models import Page
from tests.content.factories import ALTS, FIELDS, make_news, make_report, upload


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/en/startups/", "/en/startups/"),
        ("/en/startups/?q=a&page=2", "/en/startups/"),
        ("http://localhost:8000/de/news/", "/de/news/"),
        ("https://elsewhere.example/de/", ""),
        ("//elsewhere.example/de/", ""),
        ("/\\elsewhere.example/", ""),
        ("javascript:alert(1)", ""),
        ("/en/\x00", ""),
        ("", ""),
        ("/" + "x" * 400, "/" + "x" * 299),
    ],
)
def test_own_path_takes_paths_of_the_portal_alone(settings, address, path):
    assert own_path(address) == path


def page_form(page, **typed):
    names = [name for name in PageForm.Meta.fields if name != "reviewed"]
    kept = {name: getattr(page, name) or "" for name in names}
    return PageForm({**kept, **typed}, instance=page)


def test_page_form_moves_a_review_day_that_was_left(statement):
    form = page_form(statement, reviewed="on")

    assert form.is_valid(), form.errors
    assert form.cleaned_data["review_on"] == date(2025, 7, 22)


def test_page_form_keeps_the_review_day_without_a_review(statement):
    form = page_form(statement)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["review_on"] == date(2025, 1, 31)


def test_page_form_wants_a_review_for_another_day(statement):
    form = page_form(statement, review_on="2024-12-01")

    assert "Say that you have reviewed the whole page" in form.errors["review_on"][0]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("", "reviewed every year"), ("2024-07-22", "lies in the future")],
)
def test_page_form_refuses_a_review_day(statement, typed, problem):
    form = page_form(statement, review_on=typed, reviewed="on")

    assert problem in form.errors["review_on"][0]


def test_page_form_needs_no_review_day_elsewhere(db):
    form = page_form(Page.objects.get(key="contact"), reviewed="on")

    assert form.is_valid()
    assert form.cleaned_data["review_on"] is None


def test_page_form_wants_both_languages(db):
    form = page_form(Page.objects.get(key="contact"), text_de="", title_en="")

    assert form.errors.keys() == {"text_de", "title_en"}


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "title_de"),
        ({"title_de": "Neu"}, "teaser_de"),
        ({"title_en": "New", "teaser_en": "It is new."}, "text_en"),
    ],
)
def test_news_form_names_the_field_that_one_language_lacks(db, typed, field):
    form = NewsForm({"slug": "new", **typed})

    assert form.errors == {
        field: ["Fill in title, “in one sentence” and text in one language at least."]
    }


def test_news_form_takes_small_letters_alone(db):
    assert NewsForm({**FIELDS, "slug": "New-Item"}).errors == {}
    assert "slug" in NewsForm({**FIELDS, "slug": "new item"}).errors


def test_texts_say_their_language(db):
    form = PageForm()

    assert form.fields["text_kn"].widget.attrs["lang"] == "kn"
    assert "lang" not in form.fields["review_on"].widget.attrs


@pytest.mark.parametrize("missing", ALTS)
def test_news_form_wants_the_picture_described(db, missing):
    form = NewsForm({**FIELDS, **ALTS, missing: ""}, {"new_picture": upload()})

    assert form.errors == {missing: ["Say in both languages what the picture shows."]}


def test_news_form_wants_the_present_picture_described(editor):
    news = make_news(editor, picture="news/a.webp", **ALTS)

    assert (
        "picture_alt_de" in NewsForm({**FIELDS, **ALTS, "picture_alt_de": ""}, instance=news).errors
    )


def test_news_form_lets_picture_and_words_go_together(editor):
    news = make_news(editor, picture="news/a.webp", **ALTS)

    form = NewsForm({**FIELDS, "new_picture-clear": "on"}, instance=news)

    assert form.is_valid(), form.errors
    assert form.picture is False


def test_news_form_without_a_picture_changes_none(db):
    form = NewsForm(FIELDS)

    assert form.is_valid(), form.errors
    assert form.picture is None
    assert "new_picture" not in form.words()


@pytest.mark.parametrize(
    ("email", "words"), [("reader@lens.example", "Write in Deutsch."), ("", "no address")]
)
def test_answer_form_says_where_the_answer_goes(editor, email, words):
    report = make_report(email=email, language="de")

    assert words in AnswerForm(report=report).fields["text"].help_text
