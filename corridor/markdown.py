"""Texts written by staff: Markdown made into HTML that is safe to show."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

TAGS = {
    "p",
    "br",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "a",
    "blockquote",
    "code",
    "pre",
    "hr",
}
SCHEMES = {"http", "https", "mailto", "tel"}


def headings_below_the_page(state):
    """A page has its h1 already: the text's highest heading, however it was written, is an h2."""
    headings = [token for token in state.tokens if token.type in {"heading_open", "heading_close"}]
    highest = min((int(token.tag[1]) for token in headings), default=2)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) - highest + 2, 6)}"


reader = MarkdownIt("commonmark", {"html": False})
reader.core.ruler.push("headings_below_the_page", headings_below_the_page)


def render_markdown(text: str) -> SafeString:
    """HTML of a Markdown text: cleaned, its headings below the page's own."""
    html = nh3.clean(
        reader.render(text),
        tags=TAGS,
        attributes={"a": {"href", "title"}},
        url_schemes=SCHEMES,
        link_rel="noopener",
    )
    return mark_safe(html)  # noqa: S308 - cleaned by nh3
