"""Every page in both languages: its HTML is valid, and whatever it links to answers. No browser is needed for that."""

from collections import Counter

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language_from_path, override

from tests.factories import sign_in
from tests.markup import Tree, problems_of
from tests.pages import (
    ERRORS,
    LANGUAGES,
    PEOPLE,
    STRANGERS,
    make_pages,
    own_path,
    pages_of,
    pages_of_sitemap,
)

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.broken_urls")]

# Forms that are sent empty: the page comes back with its errors.
FORMS = {
    "public": ["account_login", "account_signup", "account_reset_password", "report_barrier"],
    "founder": ["startup_new", "account_profile", "account_email", "account_change_password"],
    "event_team": ["admin:events_event_add"],
    "superuser": ["admin:accounts_user_add", "admin:welcome_package_add"],
}
FORMS_OF_DRAFT = ["application_packages", "application_aid", "application_documents"]


class Walk:
    """What one person finds: the pages, parsed, and how every address answered."""

    def __init__(self, world, person, language):
        self.client = Client(raise_request_exception=False)
        if world.people[person]:
            sign_in(self.client, world.people[person])
        self.language, self.pages, self.answers = language, {}, {}
        for path in [*pages_of(world, person, language), *more_pages(self.client, person, language)]:
            self.read(path)
        for path in forms_of(world, person, language):
            self.pages[f"{path} sent empty"] = Tree(self.client.post(path).text)

    def read(self, path):
        response = self.client.get(path)
        self.answers[path] = response.status_code
        if response["Content-Type"].startswith("text/html") and response.status_code not in (301, 302):
            self.pages[path] = Tree(response.text)

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
        for path in {own_path(target, page) for target in tree.targets} - {""}:
            if not self.leads_somewhere(path, page):
                yield f"leads to {path}, which is not there"
        for action in tree.posts:
            try:
                resolve((own_path(action, page) if action else page).split("?")[0].split()[0])
            except Resolver404:
                yield f"posts to {action}, which is not there"

    def leads_somewhere(self, path, page):
        if path.startswith("/static/"):
            return bool(finders.find(path.removeprefix("/static/")))
        if path not in self.answers:
            response = self.client.get(path)
            self.answers[path] = response.status_code
            b"".join(getattr(response, "streaming_content", ()))  # close the file
        # The answer to what went wrong links to itself in the other language.
        return self.answers[path] < 400 or self.answers[path] == self.answers.get(page)

    def titles(self):
        """Titles that two pages share; the same page in another state is the same page."""
        pages = {path: tree for path, tree in self.pages.items() if self.answers.get(path) == 200}
        counted = Counter(tree.title for path, tree in pages.items() if "?" not in path)
        return {title: [f"title of {count} pages"] for title, count in counted.items() if count > 1}


def more_pages(client, person, language):
    if person != "public":
        return []
    ours = [f"/{language}/{path}" for path in [*STRANGERS, *ERRORS]]
    return [*pages_of_sitemap(client, language), *ours]


def forms_of(world, person, language):
    with override(language):
        forms = [reverse(name) for name in FORMS.get(person, [])]
        if person == "founder":
            forms += [reverse(name, args=[world.draft.pk]) for name in FORMS_OF_DRAFT]
            forms += [reverse("startup_edit", args=[world.startup.slug])]
    return forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_valid_and_leads_somewhere(language):
    world = make_pages(language)
    problems = {
        f"{person}: {page}": found
        for person in PEOPLE
        for page, found in Walk(world, person, language).problems().items()
    }
    assert problems == {}
