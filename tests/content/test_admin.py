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


@pytest.mark.parametrize(
    ("tick", "days"),
    [
        ({}, (date(2024, 2, 1), date(2025, 1, 31))),
        ({"reviewed": "on"}, (date(2024, 7, 22), date(2025, 7, 22))),
    ],
)
def test_only_the_tick_counts_as_a_review(as_editor, statement, tick, days):
    as_editor.post(STATEMENT, typed(statement, text_en="All of it is usable.", **tick))

    statement.refresh_from_db()
    assert statement.text_en == "All of it is usable."
    assert (statement.changed_on, statement.review_on) == days


def test_page_asks_for_the_review_each_time_anew(as_editor, statement):
    html = read(as_editor, STATEMENT)

    assert 'id="id_reviewed"' in html
    assert "checked" not in html


def test_page_is_emptied_in_neither_language(as_editor, statement):
    html = as_editor.post(STATEMENT, typed(statement, title_de="", text_de=" ")).content.decode()

    assert html.count("Fill this in.") == 4  # at the fields, and above them
    assert "(optional)" not in html.partition("<form")[2].partition("id_reviewed")[0]
    statement.refresh_from_db()
    assert statement.text_de.strip()


def test_editor_names_another_day_of_review(as_editor, statement):
    as_editor.post(STATEMENT, typed(statement, review_on="2024-12-01", reviewed="on"))

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


@pytest.mark.parametrize(("step", "published"), [("publish", False), ("unpublish", True)])
def test_step_begins_with_what_was_typed(as_editor, editor, step, published):
    news = make_news(editor, published=published)
    assert f'name="_step" value="{step}"' in read(as_editor, address(news))

    response = as_editor.post(address(news), {**FIELDS, "title_en": "Typed", "_step": step})

    assert response.url == address(news, step)
    news.refresh_from_db()
    assert (news.title_en, bool(news.published_on)) == ("Typed", published)


def test_new_news_is_saved_and_published_in_one_go(as_editor, db):
    response = as_editor.post(f"{NEWS}add/", {**FIELDS, "_step": "publish"})

    assert response.url == address(NewsItem.objects.get(), "publish")


def test_save_with_an_unknown_step_leads_to_the_list(as_editor, editor):
    assert as_editor.post(address(make_news(editor)), {**FIELDS, "_step": "eat"}).url == NEWS


def test_news_without_an_address_gets_one_from_its_title(as_editor, db):
    words = {**FIELDS, "slug": "", "title_en": ""} | dict.fromkeys(["teaser_en", "text_en"], "")

    for _ in range(2):
        as_editor.post(f"{NEWS}add/", {**words, "title_de": "Düsseldorf grüßt"})

    slugs = NewsItem.objects.order_by("slug").values_list("slug", flat=True)
    assert list(slugs) == ["duesseldorf-gruesst", "duesseldorf-gruesst-2"]


def test_form_of_news_says_once_that_one_language_suffices(as_editor, db):
    html = as_editor.post(f"{NEWS}add/", {"slug": "Über uns"}).content.decode()

    assert html.count("One language is enough") == 1
    assert '<a href="#id_title_de">Title in German – Fill in title,' in html
    assert "Use small letters, digits and hyphens." in html
    assert (
        "(optional)"
        not in html.partition('for="id_title_de"')[2].partition('for="id_new_picture"')[0]
    )


def test_search_finds_news_by_title_or_text(as_editor, editor):
    make_news(editor)

    html = read(as_editor, NEWS, q="tea")

    assert '<label for="searchbar">Title or text</label>' in html
    assert "Projects agreed" in html
    assert "1 news item" in html


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


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-07-22", "The news item is published."),
        ("2024-08-01", "The news item waits: it is published on 1 August 2024."),
    ],
)
def test_message_says_whether_the_news_is_public_now(as_editor, editor, day, words):
    news = make_news(editor, published=False)

    html = as_editor.post(address(news, "publish"), {"on": day}, follow=True).content.decode()

    assert words in html


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

    assert "Save and take back …" in html
    assert "Leave it empty" not in html  # the address stays
    assert "Save and publish …" not in html
    assert "Save and publish …" in read(as_editor, f"{NEWS}add/")


@pytest.mark.parametrize("step", ["publish", "unpublish"])
def test_steps_are_404_for_auditors(client, editor, auditor, step):
    news = make_news(editor)

    assert sign_in(client, auditor).post(address(news, step)).status_code == 404
    assert 'name="_step"' not in read(client, address(news))


def test_news_is_not_deleted(as_editor, editor):
    assert as_editor.get(address(make_news(editor), "delete")).status_code == 404


def test_report_is_answered_on_its_page(as_editor, editor, report):
    assert "Note the answer" in read(as_editor, address(report))

    page = as_editor.post(address(report), {"text": "It opens now."}, follow=True).content.decode()

    report.refresh_from_db()
    assert (report.answer, report.answered_by) == ("It opens now.", editor)
    assert "The answer is noted, not sent." in page
    assert "It opens now." in page
    assert "<textarea" not in page


@pytest.mark.parametrize(
    ("tick", "said", "stays"),
    [
        ({"send": "on"}, "The answer was sent to reader@lens.example.", "sent to <bdi>reader@"),
        ({}, "The answer is noted, not sent.", "noted, not sent</dd>"),
    ],
)
def test_page_says_whether_the_answer_was_sent(as_editor, editor, tick, said, stays):
    report = make_report(email="reader@lens.example")

    page = as_editor.post(address(report), {"text": "Done.", **tick}, follow=True).content.decode()

    assert said in page
    assert stays in page


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("/en/startups/", '<a href="/en/startups/" dir="auto">/en/startups/</a>'),
        ("//elsewhere.example/", "<bdi>//elsewhere.example/</bdi>"),
        ("The directory", "<bdi>The directory</bdi>"),
        ("", "not said"),
    ],
)
def test_report_links_to_pages_of_the_portal_alone(as_editor, editor, page, shown):
    assert f"<dd>{shown}</dd>" in read(as_editor, address(make_report(page=page)))


def test_words_of_readers_run_in_their_own_direction(as_editor, editor):
    report = make_report(text="התפריט לא נפתח")

    assert "<bdi>התפריט לא נפתח</bdi>" in read(as_editor, REPORTS)
    assert 'dir="auto"><p>התפריט' in read(as_editor, address(report))


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
    as_editor.post(STATEMENT, typed(statement, text_en="Usable."))
    as_editor.post(STATEMENT, typed(statement, text_en="All of it is usable.", reviewed="on"))

    html = read(sign_in(client, auditor), address(statement, "history"))

    assert html.count("Page changed") == html.count("Page reviewed") == 1
    assert "Erika Editor" in html
