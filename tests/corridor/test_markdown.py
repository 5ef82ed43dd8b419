import re

import pytest
from django.template import Context, Template
from django.utils.translation import override

from corridor.markdown import render_markdown
from events.models import Event

SHOWN = [
    ("A **strong** word", "<p>A <strong>strong</strong> word</p>"),
    ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
    ("[Site](https://ftf.example)", '<a href="https://ftf.example" rel="noopener">Site</a>'),
    ("# First", "<h2>First</h2>"),
    ("### Top\n\n#### Below", "<h2>Top</h2>\n<h3>Below</h3>"),
    ("# Top\n\n###### Last", "<h6>Last</h6>"),
    ("ಕಾವೇರಿ & Müller", "<p>ಕಾವೇರಿ &amp; Müller</p>"),
    ("", ""),
]
REFUSED = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](https://elsewhere.example/pixel.png)",
    '<a href="https://x.example" onclick="alert(1)">x</a>',
    '<p style="color:red">x</p>',
    '<https://x.example/" onmouseover=alert(1)>',
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
]
DANGEROUS = r'<script|<img|<[^>]*(style|on\w+)=|href="(javascript|data)'


@pytest.mark.parametrize(("text", "html"), SHOWN)
def test_render_markdown_shows(text, html):
    assert html in render_markdown(text).strip()


@pytest.mark.parametrize("text", REFUSED)
def test_render_markdown_lets_nothing_dangerous_through(text):
    html = render_markdown(text)

    assert not re.search(DANGEROUS, html)


@pytest.mark.parametrize(
    ("language", "html"),
    [
        ("de", "<p><strong>Halle</strong></p>"),
        (
            "en",
            '<p><span class="only-in">(only in German)</span></p><div lang="de"><p><strong>Halle</strong></p>',
        ),
    ],
)
def test_markdown_in_language_marks_the_other_one(language, html):
    template = Template('{% load corridor %}{{ event|markdown_in_language:"description" }}')

    with override(language):
        assert html in template.render(Context({"event": Event(description_de="**Halle**")}))


def test_markdown_filter_takes_nothing():
    assert Template("{% load corridor %}{{ none|markdown }}").render(Context({"none": None})) == ""


@pytest.mark.parametrize(
    ("url", "short"),
    [
        ("https://www.kaverion.example/", "kaverion.example"),
        ("http://a.example/b/", "a.example/b"),
        ("", ""),
    ],
)
def test_short_address_is_what_people_write(url, short):
    assert (
        Template("{% load corridor %}{{ url|short_address }}").render(Context({"url": url}))
        == short
    )
