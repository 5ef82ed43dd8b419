import re
from datetime import date

import pytest
from post_office.models import Email

from corridor.content import pictures
from corridor.content.choices import PageKey
from corridor.content.models import BarrierReport, Page
from tests.content.factories import ALTS, make_news, picture
from tests.people import make_person, sign_in

REPORT = "/en/accessibility/report/"
KANNADA = "/kn/how-it-works/"


def read(client, address, **query):
    return client.get(address, query).content.decode()


def footer(page):
    return page.partition('<footer class="site">')[2]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("key", PageKey)
def test_page_shows_its_text_in_each_language(client, db, key, language):
    page = Page.objects.get(key=key)

    html = read(client, f"/{language}/{key.value}/")

    assert f"<h1>{getattr(page, f'title_{language}')}</h1>" in html
    assert "only-in" not in html


def test_page_shows_no_markup_that_staff_typed(client, statement):
    Page.objects.update(text_en='<script>alert(1)</script> "quoted" [x](javascript:alert(1))')

    html = read(client, "/en/contact/")

    assert "<script>" not in html
    assert 'href="javascript:' not in html
    assert 'content="&lt;script' in html


def test_page_that_is_gone_is_404(client, db):
    Page.objects.filter(key="contact").delete()

    assert client.get("/en/contact/").status_code == 404


def test_statement_says_when_it_was_reviewed_and_leads_to_the_form(client, statement):
    html = read(client, "/en/accessibility/")

    assert '<time datetime="2024-02-01">' in html
    assert '<time datetime="2025-01-31">' in html
    assert f'<a class="button" href="{REPORT}">Report a barrier</a>' in html


def test_easy_read_and_steps_have_their_classes(client, db):
    assert '<article class="text easy-read">' in read(client, "/de/easy-read/")
    assert '<article class="text steps">' in read(client, "/de/how-it-works/")


@pytest.mark.parametrize("language", ["de", "en"])
def test_how_it_works_leads_to_kannada(client, db, language):
    html = read(client, f"/{language}/how-it-works/")

    assert f'<a href="{KANNADA}" lang="kn" hreflang="kn">ಕನ್ನಡ</a>' in html
    assert set(re.findall(r'rel="alternate" hreflang="(..)"', html)) == {"de", "en", "kn"}


def test_how_it_works_without_kannada_leads_nowhere(client, db):
    Page.objects.update(title_kn="", text_kn="")

    assert 'hreflang="kn"' not in read(client, "/en/how-it-works/").partition("<footer")[0]
    assert client.get(KANNADA).status_code == 404


@pytest.mark.parametrize("accepted", ["de", "en", "kn"])
def test_kannada_page_is_kannada_in_an_english_frame(client, db, accepted):
    response = client.get(KANNADA, headers={"accept-language": accepted})
    html = response.content.decode()

    assert response["Content-Language"] == "kn"
    assert '<html lang="kn">' in html
    assert re.search(r'<div lang="en">\s*<header class="site">', html)
    assert re.search(r'<div lang="en">\s*<footer class="site">', html)
    assert '<p lang="en">Courtesy translation into Kannada.' in html
    assert "Sign in" in html


def test_kannada_page_switches_to_both_languages(client, db):
    html = read(client, KANNADA)

    assert '<a href="/de/how-it-works/" lang="de" hreflang="de">Deutsch</a>' in html
    assert '<a href="/en/how-it-works/" lang="en" hreflang="en">English</a>' in html
    alternates = dict(re.findall(r'hreflang="(..)" href="http://[^/]+(/[^"]+)"', html))
    assert alternates == {
        "de": "/de/how-it-works/",
        "en": "/en/how-it-works/",
        "kn": KANNADA,
    }


@pytest.mark.parametrize("address", ["/en/contact/", KANNADA])
def test_page_asks_the_database_once(client, db, address, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get(address)


def test_news_lists_what_is_published_newest_first(client, editor):
    make_news(editor, published=False, slug="draft", title_en="Draft")
    make_news(editor, slug="later", title_en="Later", on=date(2024, 7, 23))
    make_news(editor, slug="old", title_en="Old", on=date(2024, 7, 1))
    make_news(editor, slug="new", title_en="New", on=date(2024, 7, 20))

    html = read(client, "/en/news/")

    assert re.findall(r'<h2><a href="/en/news/([a-z]+)/">', html) == ["new", "old"]


def test_news_without_any_says_so(client, db):
    assert "There is no news yet." in read(client, "/en/news/")


@pytest.mark.parametrize("number", [1, 30])
def test_news_costs_the_same_for_one_and_thirty(
    client, editor, number, django_assert_max_num_queries
):
    for index in range(number):
        make_news(editor, slug=f"news-{index}")

    with django_assert_max_num_queries(2):
        client.get("/en/news/")


def test_news_goes_on_on_the_next_page(client, editor):
    for index in range(12):
        make_news(editor, slug=f"news-{index}")

    html = read(client, "/en/news/", page=2)

    assert html.count("<h2>") == 2
    assert "Page 2 of 2" in html


@pytest.mark.parametrize(
    ("language", "html"), [("de", "<h2>Was geschah</h2>"), ("en", "<strong>tea</strong>")]
)
def test_news_item_shows_its_text(client, editor, language, html):
    make_news(editor)

    assert html in read(client, f"/{language}/news/projects-agreed/")


def test_news_item_in_one_language_says_so(client, editor):
    make_news(editor, title_en="", teaser_en="", text_en="")

    html = read(client, "/en/news/projects-agreed/")

    assert "(only in German)</span>" in html
    assert '<div lang="de">' in html


def test_news_item_offers_its_picture_in_two_sizes(client, editor):
    kept = pictures.keep(picture(size=(2000, 1000)))
    make_news(editor, **kept, **ALTS)

    html = read(client, "/en/news/projects-agreed/")

    small, large = kept["picture_small"], kept["picture"]
    assert f'srcset="/media/{small} 640w, /media/{large} 1280w"' in html
    assert 'width="1280" height="640" alt="Two dots" decoding="async"' in html


def test_draft_is_there_for_editors_and_auditors_alone(client, editor, auditor):
    make_news(editor, published=False)
    address = "/en/news/projects-agreed/"

    assert client.get(address).status_code == 404
    assert sign_in(client, make_person()).get(address).status_code == 404
    assert "Only editors and auditors" in read(sign_in(client, auditor), address)


def test_report_form_is_filled_with_the_page_and_changes_nothing(client, db):
    html = read(client, REPORT, page="/en/startups/")

    assert 'value="/en/startups/"' in html
    assert not BarrierReport.objects.exists()


def test_report_is_taken_in_without_an_account(client, db):
    typed = {"text": "The menu does not open.", "page": "/en/", "email": "reader@lens.example"}

    response = client.post(REPORT, typed, follow=True)

    report = BarrierReport.objects.get()
    assert (report.text, report.page, report.language) == (typed["text"], "/en/", "en")
    assert response.redirect_chain == [(f"{REPORT}sent/", 302)]
    html = response.content.decode()
    assert "We answer by 5 August 2024." in html
    assert "answers within 14 days" in html


def test_report_by_somebody_signed_in(client, db):
    sign_in(client, make_person()).post(REPORT, {"text": "The menu does not open."})

    assert BarrierReport.objects.get().email == ""


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"text": "  "}, "text"),
        ({"text": "x" * 4001}, "text"),
        ({"text": "x", "email": "y"}, "email"),
    ],
)
def test_report_links_to_what_is_to_be_corrected(client, db, typed, field):
    html = client.post(REPORT, typed).content.decode()

    assert f'href="#id_{field}"' in html
    assert not BarrierReport.objects.exists()


def test_sixth_report_within_an_hour_is_refused_and_keeps_the_text(client, editor):
    for _ in range(5):
        assert client.post(REPORT, {"text": "The menu does not open."}).status_code == 302

    response = client.post(REPORT, {"text": "Once more."})

    assert response.status_code == 429
    assert "within one hour" in response.content.decode()
    assert "Once more." in response.content.decode()
    assert (BarrierReport.objects.count(), Email.objects.count()) == (5, 5)


def test_mistakes_do_not_count_towards_the_limit(client, db):
    for _ in range(6):
        client.post(REPORT, {"text": ""})

    assert client.post(REPORT, {"text": "The menu does not open."}).status_code == 302


def test_footer_leads_to_every_page_and_names_this_one_in_the_report(client, db):
    html = footer(read(client, "/en/startups/"))

    for key in PageKey:
        assert f'href="/en/{key.value}/"' in html
    assert f'href="{KANNADA}"' in html
    assert f'href="{REPORT}?page=%2Fen%2Fstartups%2F"' in html


def test_footer_of_a_page_that_is_not_there_names_none(client, db):
    html = footer(read(client, "/en/nothing/"))

    assert f'href="{REPORT}"' in html


def test_home_shows_the_three_newest(client, editor):
    for day in range(1, 6):
        make_news(editor, slug=f"of-{day}", on=date(2024, 7, day))

    shown = re.findall(r'href="/en/news/([^"]+)/"', client.get("/en/").text)
    assert shown == ["of-5", "of-4", "of-3"]


def test_one_address_gets_few_acknowledgements(client, db):
    for number in range(4):
        data = {"text": "x", "email": "reader@reader.example"}
        client.post(REPORT, data, REMOTE_ADDR=f"127.0.3.{number}")

    to_reader = Email.objects.filter(to__contains="reader@reader.example")
    assert (BarrierReport.objects.count(), to_reader.count()) == (4, 3)
