from datetime import date
from xml.etree import ElementTree

import brotli
import pytest
from django.core.cache import cache

from corridor.content.models import NewsItem
from tests.content.factories import make_news

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
GERMAN, ENGLISH = "/feeds/news.de.atom", "/feeds/news.en.atom"


def read(client, address=ENGLISH, **headers):
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def texts(element, name):
    return [each.text for each in element.iter(f"{ATOM}{name}")]


def links(element):
    return {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}


def test_feed_has_what_atom_asks_for(client, editor):
    make_news(editor, on=date(2024, 7, 1))
    feed = read(client)
    assert feed.get(LANGUAGE) == "en"
    assert links(feed) == {
        "alternate": "http://localhost:8000/en/news/",
        "self": "http://localhost:8000/feeds/news.en.atom",
    }
    for name in ("id", "title", "updated"):
        assert feed.find(f"{ATOM}{name}").text
    assert feed.find(f"{ATOM}author/{ATOM}name").text == "Karnataka–Düsseldorf Innovation Corridor"
    [entry] = feed.iter(f"{ATOM}entry")
    assert texts(entry, "title") == ["Projects agreed"]
    assert texts(entry, "updated") == texts(entry, "published") == ["2024-07-01T00:00:00+02:00"]
    assert links(entry) == {"alternate": "http://localhost:8000/en/news/projects-agreed/"}
    assert entry.find(f"{ATOM}summary").get("type") == "html"


def test_each_language_has_its_feed(client, editor):
    make_news(editor)
    german = read(client, GERMAN)
    assert german.get(LANGUAGE) == "de"
    assert texts(german, "title")[1:] == ["Projekte vereinbart"]
    assert links(next(german.iter(f"{ATOM}entry")))["alternate"].endswith(
        "/de/news/projects-agreed/"
    )


@pytest.mark.parametrize(("language", "address"), [("de", GERMAN), ("en", ENGLISH)])
def test_feed_without_language_is_the_readers(client, editor, language, address):
    make_news(editor)
    response = client.get("/feeds/news.atom", headers={"accept-language": language})
    assert response.content == client.get(address).content
    assert response["Content-Language"] == language
    assert "Accept-Language" in response["Vary"]


def test_entry_keeps_its_id_when_its_address_changes(client, editor):
    make_news(editor)
    before = texts(read(client), "id")[1:]
    NewsItem.objects.update(slug="another")
    assert texts(read(client), "id")[1:] == before
    assert before[0].startswith("urn:uuid:")
    assert texts(read(client, GERMAN), "id")[1:] != before


def test_entry_in_one_language_says_which(client, editor):
    make_news(editor, title_de="", teaser_de="", text_de="")
    [entry] = read(client, GERMAN).iter(f"{ATOM}entry")
    assert entry.get(LANGUAGE) == "en"
    assert texts(entry, "title") == ["Projects agreed"]
    [entry] = read(client).iter(f"{ATOM}entry")
    assert entry.get(LANGUAGE) is None


def test_feed_holds_what_is_public_newest_first(client, editor, monkeypatch):
    monkeypatch.setattr("corridor.content.feeds.MOST", 2)
    for day in (1, 2, 3):
        make_news(editor, slug=f"n{day}", title_en=f"Day {day}", on=date(2024, 7, day))
    make_news(editor, slug="draft", title_en="Draft", published=False)
    make_news(editor, slug="later", title_en="Later", on=date(2024, 7, 23))
    assert texts(read(client), "title")[1:] == ["Day 3", "Day 2"]


def test_markup_and_control_signs_are_no_way_into_the_feed(client, editor):
    words = {"title_en": "A & <b>B</b>", "teaser_en": "<script>x</script> & more\x0b"}
    item = make_news(editor)
    NewsItem.objects.filter(pk=item.pk).update(**words)
    [entry] = read(client).iter(f"{ATOM}entry")
    assert texts(entry, "title") == ["A & <b>B</b>"]
    assert texts(entry, "summary") == ["&lt;script&gt;x&lt;/script&gt; &amp; more"]


def test_empty_feed_is_a_feed(client, db):
    feed = read(client)
    assert texts(feed, "entry") == []
    assert texts(feed, "updated") == ["1970-01-01T00:00:00+00:00"]  # the same each time


def test_feed_of_no_language_of_ours_is_404(client, db):
    assert client.get("/feeds/news.kn.atom").status_code == 404


def test_unchanged_feed_is_not_sent_again_and_a_correction_is(client, editor):
    make_news(editor)
    first = client.get(ENGLISH)
    assert "Last-Modified" not in first
    headers = {"if-none-match": first["ETag"]}
    assert client.get(ENGLISH, headers=headers).status_code == 304
    NewsItem.objects.update(teaser_en="Corrected.")
    assert client.get(ENGLISH, headers=headers).status_code == 200


def test_feed_is_kept_like_a_page(client, editor, settings, django_assert_num_queries):
    settings.PAGE_SECONDS = 20
    make_news(editor)
    first = client.get(ENGLISH)
    with django_assert_num_queries(0):
        kept = client.get(ENGLISH, headers={"accept-encoding": "br"})
    assert brotli.decompress(kept.content) == first.content
    assert kept["Content-Type"] == first["Content-Type"]
    assert kept["Content-Language"] == "en"
    cache.clear()


@pytest.mark.parametrize("page", ["/de/", "/de/news/", "/de/news/projects-agreed/"])
def test_pages_with_news_name_the_feed_of_their_language(client, editor, page):
    make_news(editor)
    link = f'<link rel="alternate" type="application/atom+xml" title="Aktuelles" href="{GERMAN}">'
    assert link in client.get(page).text
