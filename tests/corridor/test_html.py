"""Every page: its HTML is valid, and whatever it links to answers. No browser is needed for that.

`make test` reads them in German, `make test-all` in English too.
"""

import re
from collections import defaultdict
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

from tests.factories import sign_in
from tests.markup import Tree, problems_of
from tests.pages import GROUPS, LANGUAGES, forms_of, make_pages, own_path, pages_of

# Not measured again: what runs here is measured by the tests of each part.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("tests.broken_urls"),
    pytest.mark.no_cover,
]


def slow(values):
    """Parameters that wait for `make test-all`."""
    return [pytest.param(value, marks=pytest.mark.slow) for value in values]


ROOM = re.compile("/admin/[a-z]+/")


class Walk:
    """What one person finds: the pages, parsed, and how every address answered."""

    def __init__(self, world, person, language):
        # What has no language in its address comes in the browser's.
        self.client = Client(raise_request_exception=False, headers={"accept-language": language})
        if world.people[person]:
            sign_in(self.client, world.people[person])
        self.language, self.pages, self.answers = language, {}, {}
        for path in pages_of(world, person, language):
            self.read(path)
        for path in forms_of(world, person, language):
            response = self.client.post(path, {"action_add": ""})
            assert response.status_code == 200, path
            self.pages[f"{path} (sent empty)"] = Tree(response.text)

    def read(self, path):
        """How an address answers; its page is parsed when it is one."""
        response = self.client.get(path)
        self.answers[path] = response.status_code
        content = b"".join(response)
        if response["Content-Type"].startswith("text/html") and content:
            self.pages[path] = Tree(content.decode())

    def problems(self):
        found = {
            page: [*problems_of(tree), *self.lang(page, tree), *self.dead_ends(page, tree)]
            for page, tree in self.pages.items()
        }
        return {page: problems for page, problems in found.items() if problems} | self.titles()

    def lang(self, page, tree):
        said, meant = tree.root.get("lang"), get_language_from_path(page) or self.language
        if said != meant and not page.startswith(("/kn/", "/demo/")):
            yield f"lang={said}"

    def dead_ends(self, page, tree):
        here = page.split(" (")[0]
        for path in {own_path(target, here) for target in tree.targets} - {""}:
            if not self.leads_somewhere(path, page):
                yield f"leads to {path}, which is not there"
        for action in tree.posts:
            try:
                with override(self.language):
                    resolve(urlsplit(own_path(action or "", here)).path)
            except Resolver404:
                yield f"posts to {action}, which is not there"

    def leads_somewhere(self, path, page):
        if path.startswith("/static/"):
            return bool(finders.find(path.removeprefix("/static/")))
        if path not in self.answers:
            response = self.client.get(path)
            self.answers[path] = response.status_code
            b"".join(response)  # read to its end, a file is closed
        # The answer to what went wrong links to itself in the other language.
        return self.answers[path] < 400 or self.answers[path] == self.answers.get(page)

    def titles(self):
        """Titles that two pages share. Another query is the same page, and a room may be called as its one list."""
        sharing = defaultdict(list)
        for path, tree in self.pages.items():
            if self.answers.get(path) == 200 and "?" not in path and not ROOM.fullmatch(path):
                sharing[tree.title].append(path)
        return {title: paths for title, paths in sharing.items() if len(paths) > 1}


@pytest.mark.parametrize("language", [LANGUAGES[0], *slow(LANGUAGES[1:])])
@pytest.mark.parametrize("people", GROUPS, ids="+".join)
def test_every_page_is_valid_and_leads_somewhere(people, language):
    world = make_pages(language)
    problems = {
        f"{person}: {page}": found
        for person in people
        for page, found in Walk(world, person, language).problems().items()
    }
    assert problems == {}


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ("<div><span></div>", "end-tag-too-early"),
        ("<p><ul></ul></p>", "unexpected-end-tag"),
        ("<p id=a></p><p id=a></p>", "2 elements with id 'a'"),
        ("<label for=name>Name</label>", "leads nowhere"),
        ("<a href=#below>Below</a>", "leads nowhere"),
        ("<h3>Below the h1</h3>", "h3 follows h1"),
        ("<h1>Another</h1>", "2 h1"),
        ("<a href=/><span><button>Go</button></span></a>", "within <a"),
        ("<span><div>Block</div></span>", "within <span"),
        ("<input name=q>", "no label"),
        ("<button>Send</button>", "button without a form"),
        ("<img src=a.png alt=''>", "no width, height"),
        ("<p style='color: red'>Red</p>", "inline ['style']"),
        ("<script type='application/json'>{}</script>", "inline script"),
    ],
)
def test_checker_finds_what_is_wrong(markup, problem):
    page = '<!DOCTYPE html><html lang="en"><title>Page</title><main><h1>Page</h1>%s</main></html>'
    assert problems_of(Tree(page % "")) == []
    assert problem in " ".join(problems_of(Tree(page % markup)))
