"""Texts written by staff: Markdown made into HTML that is safe to show."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

TAGS = {"p", "br", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre", "hr"}
SCHEMES = {"http", "https", "mailto", "tel"}


def heading_below_the_page(state):
    """A page has its h1 already: every heading goes one level down."""
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"


reader = MarkdownIt("commonmark", {"html": False})
reader.core.ruler.push("heading_below_the_page", heading_below_the_page)


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
