from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from corridor.content import actions, pictures
from corridor.content.models import NewsItem, Page
from tests.content.factories import ALTS, FIELDS, make_news, make_report, picture, upload
from tests.people import make_person, sign_in

PAGES, NEWS, REPORTS = (f"/admin/content/{name}/" for name in ("page", "newsitem", "barrierreport"))
STATEMENT = f"{PAGES}accessibility/change/"
BUTTON = 'name="_save"'


def read(client, address, **query):
    return client.get(address, query).content.decode()


def address(row, page="change"):
    return reverse(f"admin:content_{row._meta.model_name}_{page}", args=[row.pk])


def typed(page, **fields):
    names = ("title_de", "title_en", "text_de", "text_en")
    kept = {name: getattr(page, name) for name in names}
    return {**kept, "review_on": page.review_on or "", **fields}


def test_saving_a_page_counts_as_a_review(as_editor, statement):
    as_editor.post(STATEMENT, typed(statement, text_en="All of it is usable."))

    statement.refresh_from_db()
    assert statement.text_en == "All of it is usable."
    assert (statement.changed_on, statement.review_on) == (date(2024, 7, 22), date(2025, 7, 22))


def test_editor_names_another_day_of_review(as_editor, statement):
    as_editor.post(STATEMENT, typed(statement, review_on="2024-12-01"))

    statement.refresh_from_db()
    assert statement.review_on == date(2024, 12, 1)


def test_page_form_shows_what_is_wrong_and_keeps_the_text(as_editor, statement):
    html = as_editor.post(STATEMENT, typed(statement, review_on="", text_en="New")).content.decode()

    assert "reviewed every year" in html
    assert ">\nNew</textarea>" in html


def test_only_how_it_works_is_written_in_kannada(as_editor, db):
    assert 'name="text_kn"' in read(as_editor, f"{PAGES}how-it-works/change/")
    assert 'name="text_kn"' not in read(as_editor, f"{PAGES}contact/change/")


def test_kannada_is_saved(as_editor, db):
    page = Page.objects.get(key="how-it-works")

    as_editor.post(address(page), typed(page, title_kn="ಹೊಸದು", text_kn="ಪಠ್ಯ"))

    page.refresh_from_db()
    assert (page.title_kn, page.text_kn) == ("ಹೊಸದು", "ಪಠ್ಯ")


@pytest.mark.parametrize("path", ["add/", "contact/delete/"])
def test_pages_are_neither_added_nor_deleted(as_editor, db, path):
    assert as_editor.get(f"{PAGES}{path}").status_code == 404


def test_list_of_pages_says_when_to_review(as_editor, statement):
    html = read(as_editor, PAGES)

    assert "31 January 2025" in html
    assert "no review planned" in html


def test_auditor_reads_pages_news_and_reports(client, auditor, statement, editor, report):
    client = sign_in(client, auditor)
    for shown in (statement, make_news(editor), report):
        html = read(client, address(shown))
        assert BUTTON not in html
        assert "<button>" not in html


@pytest.mark.parametrize("role", ["administrator", "event_team"])
@pytest.mark.parametrize("list_", [PAGES, NEWS, REPORTS])
def test_lists_are_404_for_other_staff(client, db, role, list_):
    person = make_person(roles=[role])

    assert sign_in(client, person).get(list_).status_code == 404


def test_news_begins_as_a_draft(as_editor, db):
    as_editor.post(f"{NEWS}add/", FIELDS)

    news = NewsItem.objects.get()
    assert (news.title_en, news.published_on, news.picture.name) == ("Projects agreed", None, "")


def test_news_gets_its_picture(as_editor, db):
    as_editor.post(f"{NEWS}add/", {**FIELDS, **ALTS, "new_picture": upload()})

    news = NewsItem.objects.get()
    assert (news.picture_width, news.picture_height, news.picture_small_width) == (1280, 640, 640)
    assert default_storage.exists(news.picture.name)


def test_news_loses_its_picture(as_editor, editor):
    news = make_news(editor, **pictures.keep(picture()), **ALTS)

    as_editor.post(address(news), {**FIELDS, "new_picture-clear": "on"})

    news.refresh_from_db()
    assert (news.picture.name, news.picture_width, news.picture_alt_de) == ("", None, "")


def test_news_keeps_its_picture_and_address_when_words_change(as_editor, editor):
    news = make_news(editor, **pictures.keep(picture()), **ALTS)

    as_editor.post(address(news), {**FIELDS, **ALTS, "title_en": "New", "slug": "moved"})

    changed = NewsItem.objects.get()
    assert (changed.title_en, changed.slug) == ("New", "projects-agreed")
    assert changed.picture == news.picture


def test_picture_that_is_none_is_refused_at_its_field(as_editor, db):
    no_picture = SimpleUploadedFile("photo.png", b"text", content_type="image/png")
    html = as_editor.post(f"{NEWS}add/", {**FIELDS, "new_picture": no_picture}).content.decode()

    assert "not a picture that can be read" in html
    assert not NewsItem.objects.exists()


def test_publish_asks_for_the_day(as_editor, editor):
    news = make_news(editor, published=False)

    assert 'value="2024-07-22"' in read(as_editor, address(news, "publish"))
    as_editor.post(address(news, "publish"), {"on": "2024-08-01"})

    news.refresh_from_db()
    assert news.published_on == date(2024, 8, 1)
    assert "Waits for its day" in read(as_editor, NEWS)


def test_publish_without_a_day_shows_the_error(as_editor, editor):
    news = make_news(editor, published=False)

    html = as_editor.post(address(news, "publish"), {"on": ""}).content.decode()

    assert "<title>Error: " in html
    news.refresh_from_db()
    assert news.published_on is None


def test_unpublish_by_post_alone(as_editor, editor):
    news = make_news(editor)

    as_editor.get(address(news, "unpublish"))
    assert NewsItem.objects.get().published_on
    as_editor.post(address(news, "unpublish"))
    assert NewsItem.objects.get().published_on is None


def test_page_offers_the_step_that_is_possible(as_editor, editor):
    news = make_news(editor)

    html = read(as_editor, address(news))

    assert address(news, "unpublish") in html
    assert "/publish/" not in html
    assert "publish/" not in read(as_editor, f"{NEWS}add/")


@pytest.mark.parametrize("step", ["publish", "unpublish"])
def test_steps_are_404_for_auditors(client, editor, auditor, step):
    news = make_news(editor)

    assert sign_in(client, auditor).post(address(news, step)).status_code == 404
    assert address(news, step) not in read(client, address(news))


def test_news_is_not_deleted(as_editor, editor):
    assert as_editor.get(address(make_news(editor), "delete")).status_code == 404


def test_report_is_answered_on_its_page(as_editor, editor, report):
    assert "Note the answer" in read(as_editor, address(report))

    page = as_editor.post(address(report), {"text": "It opens now."}, follow=True).content.decode()

    report.refresh_from_db()
    assert (report.answer, report.answered_by) == ("It opens now.", editor)
    assert "The report is answered." in page
    assert "It opens now." in page
    assert "<textarea" not in page


def test_empty_answer_links_to_its_field(as_editor, report):
    html = as_editor.post(address(report), {"text": " "}).content.decode()

    assert '<a href="#id_text">' in html
    assert "<title>Error: " in html


def test_second_answer_is_refused_with_its_text_kept(as_editor, editor, report):
    actions.answer_barrier(report=report, text="Done.", by=editor)

    html = as_editor.post(address(report), {"text": "Late."}).content.decode()

    assert "Somebody has answered this report by now." in html
    assert "Late.</textarea>" in html


def test_auditor_reads_that_there_is_no_answer(client, auditor, report):
    assert "There is no answer yet." in read(sign_in(client, auditor), address(report))


def test_auditor_cannot_answer(client, auditor, report):
    response = sign_in(client, auditor).post(address(report), {"text": "No."})

    report.refresh_from_db()
    assert (response.status_code, report.answer) == (404, "")


def test_what_a_reader_typed_is_never_markup(as_editor, editor):
    report = make_report(text="<b>bold</b>", page="<i>page</i>")

    for html in (read(as_editor, address(report)), read(as_editor, REPORTS)):
        assert "<b>" not in html.partition("<main")[2]
        assert "<i>page" not in html


@pytest.mark.parametrize("path", ["add/", "{pk}/delete/"])
def test_reports_are_neither_added_nor_deleted(as_editor, report, path):
    assert as_editor.get(REPORTS + path.format(pk=report.pk)).status_code == 404


def test_dead_link_to_a_report_is_404(as_editor):
    assert (
        as_editor.get(f"{REPORTS}00000000-0000-0000-0000-000000000000/change/").status_code == 404
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [(5, "today"), (4, "in 1 day"), (3, "in 2 days"), (6, "1 day overdue"), (7, "2 days overdue")],
)
def test_list_says_in_words_when_a_report_is_due(as_editor, report, set_clock, day, words):
    set_clock(date(2024, 8, day))

    html = read(as_editor, REPORTS)

    assert words in html
    assert ('class="overdue"' in html) == ("overdue" in words)


@pytest.mark.parametrize(
    ("state", "shown"), [("open", {"open"}), ("answered", {"done"}), ("", {"open", "done"})]
)
def test_list_filters_reports(as_editor, editor, state, shown):
    make_report(text="Report open")
    actions.answer_barrier(report=make_report(text="Report done"), text="Done.", by=editor)

    html = read(as_editor, REPORTS, **({"state": state} if state else {}))

    assert {word for word in ("open", "done") if f"Report {word}" in html} == shown
    assert ("answered on 22 July 2024" in html) == ("done" in shown)


@pytest.mark.parametrize("number", [1, 30])
def test_lists_cost_the_same_for_one_and_thirty(
    as_editor, editor, number, django_assert_max_num_queries
):
    for index in range(number):
        make_report()
        make_news(editor, slug=f"news-{index}")

    for list_ in (REPORTS, NEWS):
        with django_assert_max_num_queries(6):
            as_editor.get(list_)


def test_desk_counts_what_waits(as_editor, report, statement, set_clock):
    make_report()
    set_clock(date(2025, 1, 20))

    html = read(as_editor, "/admin/")

    assert "2 barrier reports to answer" in html
    assert f"{REPORTS}?state=open" in html
    assert "1 page to review" in html


def test_desk_is_for_editors_alone(client, auditor, report):
    assert "barrier report" not in read(sign_in(client, auditor), "/admin/").partition("rooms")[0]


def test_history_of_a_page_names_the_review(as_editor, client, statement, auditor):
    as_editor.post(STATEMENT, typed(statement, text_en="All of it is usable."))

    html = read(sign_in(client, auditor), address(statement, "history"))

    assert "Page reviewed" in html
    assert "Erika Editor" in html
