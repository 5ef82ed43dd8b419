"""What is wrong with a page's HTML, beyond what a browser or axe complains about.

The parser in strict mode finds what breaks the grammar; the rules below find what the grammar allows
and the standard, or a person with a screen reader, does not.
"""

from collections import Counter

import html5lib

RULES = []
INTERACTIVE = {"a", "button", "select", "textarea", "input", "summary"}
CONTROLS = {"input", "select", "textarea"}
NEED_NO_LABEL = {"hidden", "submit", "button", "reset", "image"}
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
REFERENCES = ["for", "aria-describedby", "aria-labelledby", "aria-controls", "form", "list"]
# Elements that hold text and what stands within a line, and some that do not stand within a line.
LINES = {
    "span",
    "b",
    "strong",
    "em",
    "i",
    "small",
    "code",
    "time",
    "label",
    "button",
    "p",
    *HEADINGS,
}
BLOCKS = {"div", "p", "ul", "ol", "dl", "table", "section", "form", "fieldset", "figure", *HEADINGS}


class Tree:
    """A parsed page: its elements in their order, the parent of each, and what the parser objects to."""

    def __init__(self, text):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.root = parser.parse(text)
        self.errors = [f"line {line}: {code} {words}" for (line, _), code, words in parser.errors]
        self.elements = [each for each in self.root.iter() if isinstance(each.tag, str)]
        self.parents = {child: parent for parent in self.elements for child in parent}
        self.ids = Counter(each.get("id") for each in self.elements if each.get("id") is not None)

    def all(self, *tags):
        return [each for each in self.elements if each.tag in tags]

    def above(self, element):
        while (element := self.parents.get(element)) is not None:
            yield element

    @property
    def title(self):
        return "".join(text_of(each) for each in self.all("title")[:1])

    @property
    def targets(self):
        """What the page links to, loads, or asks by a form."""
        for element in self.elements:
            names = ["href", "src"] if is_posted(element) else ["href", "src", "action"]
            yield from filter(None, map(element.get, names))
            for picture in filter(None, element.get("srcset", "").split(",")):
                yield picture.split()[0]

    @property
    def posts(self):
        """Where the page's forms are posted to."""
        return [each.get("action") for each in self.all("form") if is_posted(each)]


def is_posted(element):
    return element.get("method", "").lower() == "post"


def rule(check):
    RULES.append(check)
    return check


def problems_of(tree):
    return [*tree.errors, *(problem for check in RULES for problem in check(tree))]


def text_of(element):
    return " ".join("".join(element.itertext()).split())


def show(element):
    attributes = "".join(f' {name}="{value}"' for name, value in list(element.items())[:4])
    return f"<{element.tag}{attributes}>"


@rule
def frame(tree):
    """One main part, one title, one h1, a language."""
    for tag in ("main", "title", "h1"):
        if len([each for each in tree.all(tag) if text_of(each)]) != 1 or len(tree.all(tag)) != 1:
            yield f"{len(tree.all(tag))} {tag}, or one without words"
    if tree.root.get("lang") not in {"de", "en", "kn"}:
        yield f"lang={tree.root.get('lang')}"


@rule
def ids(tree):
    yield from (
        f"{count} elements with id {name!r}" for name, count in tree.ids.items() if count > 1
    )
    yield from (f"id {name!r}" for name in tree.ids if not name or " " in name)


@rule
def references(tree):
    for element in tree.elements:
        for name in REFERENCES:
            for target in element.get(name, "").split():
                if target not in tree.ids:
                    yield f"{name}={target!r} leads nowhere: {show(element)}"
        if (link := element.get("href", "")).startswith("#") and link[1:] not in {*tree.ids, "top"}:
            yield f"{link} leads nowhere"


@rule
def headings(tree):
    levels = [HEADINGS.index(each.tag) for each in tree.all(*HEADINGS)]
    # The summary of errors stands before the h1, under an h2.
    for above, below in zip([0, *levels], levels, strict=False):
        if below > above + 1:
            yield f"h{below + 1} follows h{above + 1}"


@rule
def nesting(tree):
    for element in tree.all(*INTERACTIVE - {"summary"}):
        if element.get("type") != "hidden":
            for outer in tree.above(element):
                if outer.tag in INTERACTIVE:
                    yield f"{show(element)} within {show(outer)}"
    for element in tree.all(*BLOCKS):
        outer = tree.parents.get(element)
        if outer is not None and outer.tag in LINES:
            yield f"{show(element)} within {show(outer)}"


@rule
def controls(tree):
    """Every field has a label, every button a form."""
    labelled = {each.get("for") for each in tree.all("label")}
    for element in tree.all(*CONTROLS):
        named = element.get("aria-label") or element.get("aria-labelledby")
        around = any(each.tag == "label" for each in tree.above(element))
        if element.get("type") not in NEED_NO_LABEL and not (
            named or around or element.get("id") in labelled
        ):
            yield f"no label: {show(element)}"
    for element in tree.all("button"):
        in_form = any(each.tag == "form" for each in tree.above(element))
        if not in_form and not element.get("form") and element.get("type") != "button":
            yield f"button without a form: {show(element)}"


@rule
def pictures(tree):
    for element in tree.all("img"):
        if element.get("src", "").startswith("/static/admin/"):
            continue  # Django's own icons are measured by its stylesheet
        missing = [name for name in ("alt", "width", "height") if element.get(name) is None]
        if missing:
            yield f"no {', '.join(missing)}: {show(element)}"


@rule
def policy(tree):
    """Nothing that the Content Security Policy would only refuse in the browser."""
    for element in tree.elements:
        scripts = [name for name, _ in element.items() if name == "style" or name.startswith("on")]
        if scripts or element.tag == "style" or is_inline_script(element):
            yield f"inline {scripts or element.tag}: {show(element)}"


def is_inline_script(element):
    """A script that would run; JSON-LD is data, which no browser runs."""
    runs = element.get("type") != "application/ld+json"
    return element.tag == "script" and runs and not element.get("src")
