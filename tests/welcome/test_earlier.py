"""Answers and documents from an earlier application."""

from datetime import timedelta

import pytest
from django.urls import reverse

from corridor import clock
from startups.actions import NotAMember
from tests.factories import (
    days_ago,
    make_application,
    make_authority,
    make_document,
    make_package,
    make_startup,
    make_user,
    owner_of,
    sign_in,
)
from welcome import actions
from welcome.choices import DocumentKind
from welcome.earlier import offer, taken_from
from welcome.exceptions import NothingToTake

pytestmark = pytest.mark.django_db

DECK = DocumentKind.PITCH_DECK
LINE = {"authority": "ZIM", "granted_on": "2023-01-02", "amount": "500.00"}


@pytest.fixture
def startup():
    return make_startup()


@pytest.fixture
def earlier(startup):
    """Submitted 30 days ago, withdrawn since."""
    with days_ago(30):
        old = make_application(
            startup,
            [make_package(required_documents=[DECK])],
            aid={"received": "yes", "lines": [{**LINE, "granted_on": "2021-06-30"}, LINE]},
        )
        (case,) = actions.submit(application=old, by=owner_of(startup))
        actions.withdraw(case=case, by=owner_of(startup))
    old.refresh_from_db()
    return old


@pytest.fixture
def draft(startup, earlier):
    package = make_package(required_documents=[DECK, DocumentKind.BUSINESS_PLAN])
    return make_application(startup, [package], complete=False, company={"contact_name": "New"})


def take_over(draft, earlier, by=None):
    taken = actions.take_over(
        application=draft, revision=earlier.revisions.last(), by=by or owner_of(draft.startup)
    )
    draft.refresh_from_db()
    return taken


def test_sections_that_nobody_has_begun_are_filled(draft, earlier):
    take_over(draft, earlier)
    assert draft.answers["product"] == earlier.answers["product"]
    assert draft.answers["company"] == {"contact_name": "New"}
    assert "declarations" not in draft.answers


def test_what_was_taken_over_is_marked_until_it_is_saved(draft, earlier):
    take_over(draft, earlier)
    day = clock.today() - timedelta(days=30)
    assert taken_from(draft, "product") == day
    assert taken_from(draft, "company") is None
    same = draft.answers["product"]
    saved = actions.save_section(
        application=draft, section="product", answers=same, by=owner_of(draft.startup)
    )
    assert taken_from(saved, "product") is None


def test_aid_that_no_longer_counts_stays_behind(draft, earlier):
    take_over(draft, earlier)
    assert draft.answers["aid"] == {"received": "yes", "lines": [LINE]}


def test_that_there_was_no_aid_is_declared_anew(draft):
    other = make_application(make_startup(), [make_package()])
    actions.submit(application=other, by=owner_of(other.startup))
    assert "aid" not in offer(draft, other.revisions.last()).answers


def test_days_that_have_passed_stay_behind(draft, earlier, set_clock):
    set_clock(clock.today() + timedelta(days=100))
    take_over(draft, earlier)
    assert "arrives_on" not in draft.answers["plan"]
    assert draft.answers["plan"]["goals"] == earlier.answers["plan"]["goals"]


def test_documents_are_named_not_copied(draft, earlier):
    take_over(draft, earlier)
    assert draft.attachments.get().document == earlier.attachments.get().document


def test_document_of_a_kind_that_is_there_stays_behind(draft, earlier):
    own = actions.attach(
        application=draft, kind=DECK, document=make_document(), by=owner_of(draft.startup)
    )
    take_over(draft, earlier)
    assert draft.attachments.get() == own


def test_taking_over_twice_takes_nothing_more(draft, earlier):
    take_over(draft, earlier)
    with pytest.raises(NothingToTake):
        take_over(draft, earlier)


def test_answers_of_another_start_up_are_not_taken(draft):
    other = make_application(make_startup(), [make_package()])
    actions.submit(application=other, by=owner_of(other.startup))
    with pytest.raises(NothingToTake):
        take_over(draft, other)


def test_stranger_takes_nothing(draft, earlier):
    with pytest.raises(NotAMember):
        take_over(draft, earlier, by=make_user())


def test_wishes_of_the_same_package_are_taken(startup):
    package = make_package(make_authority("none"))
    first = str(package.benefits.first().pk)
    own = {f"package-{package.pk}": {"benefits": [first, "999999"]}}
    old = make_application(startup, [package], **own)
    (case,) = actions.submit(application=old, by=owner_of(startup))
    actions.withdraw(case=case, by=owner_of(startup))
    draft = make_application(startup, [package], complete=False)
    take_over(draft, old)
    assert draft.answers[f"package-{package.pk}"] == {"benefits": [first]}


# Pages


@pytest.fixture
def page(draft, client):
    sign_in(client, owner_of(draft.startup))
    return reverse("application_earlier", args=[draft.pk])


def test_page_shows_what_comes_and_takes_it(draft, earlier, page, client):
    assert "A pocket ultrasound." in client.get(page).text
    response = client.post(page, follow=True)
    assert "Taken over from your application of 22 June 2024" in response.text
    text = client.get(f"{draft.get_absolute_url()}product/").text
    assert "Taken over from your application of 22 June 2024" in text
    assert "taken over from an earlier" in client.get(f"{draft.get_absolute_url()}documents/").text
    assert "There is nothing to take over" in client.get(page).text
    assert "There is nothing to take over" in client.post(page).text


def test_page_offers_each_earlier_application(draft, earlier, page, client, startup):
    assert client.get(page, {"from": earlier.pk}).status_code == 200
    assert client.get(page, {"from": draft.pk}).status_code == 404


def test_page_without_an_earlier_application_says_so(client):
    draft = make_application(complete=False)
    sign_in(client, owner_of(draft.startup))
    text = client.get(reverse("application_earlier", args=[draft.pk])).text
    assert "You have not submitted an application yet." in text
    assert "Use answers from" not in client.get(draft.get_absolute_url()).text
