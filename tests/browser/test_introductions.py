"""Two founders meet: one asks, the other accepts or declines, in two windows."""

import pytest
from django.urls import reverse

from startups.choices import ProfileState
from startups.models import Introduction
from tests.people import make_person
from tests.startups.factories import make_editor, make_startup


@pytest.fixture
def founders(transactional_db):
    """Two people, each with a start-up in the directory."""
    editor, people = make_editor(), []
    for name in ("Meera Nagarajan", "Arjun Deshpande"):
        person = make_person(f"{name.split()[0].lower()}@corridor.example", name=name)
        make_startup(person, state=ProfileState.PUBLISHED, editor=editor, name=f"{name} Labs")
        people.append(person)
    return people


def ask(window, other):
    """From the profile of the other one to the question."""
    window.goto(other.memberships.get().startup.get_absolute_url())
    window.page.get_by_role("link", name="Ask for an introduction").click()
    window.fill(purpose=["pilot"], message="May we try it in your hall?")
    window.submit()
    return reverse("introduction", args=[Introduction.objects.get().pk])


@pytest.mark.parametrize("javascript", [True, False])
def test_accepting_shows_both_who_they_are(open_browser, founders, javascript):
    asking, other = founders
    here, there = (open_browser(person, javascript=javascript) for person in founders)
    address = ask(here, other)
    there.goto(address)
    assert asking.email not in there.page.content()
    there.fill(answer="Gern.")
    there.page.get_by_role("button", name="Accept").click()
    assert asking.email in there.page.locator("main").inner_text()
    here.goto(address)
    assert other.email in here.page.locator("main").inner_text()


def test_declining_shows_nobody(open_browser, founders):
    asking, other = founders
    here, there = (open_browser(person) for person in founders)
    address = ask(here, other)
    there.goto(address)
    there.page.get_by_role("button", name="Decline").click()
    there.check()
    here.goto(address)
    assert "has declined" in here.page.locator("main").inner_text()
    assert other.email not in here.page.content()
    assert asking.email not in there.page.content()
