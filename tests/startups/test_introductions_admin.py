import pytest
from django.urls import reverse

from startups import actions
from startups.choices import ProfileState
from tests.people import sign_in
from tests.startups.ecosystem import make_introduction, make_partner
from tests.startups.factories import make_startup

LIST = "/admin/startups/introduction/"


@pytest.fixture
def other(stranger, editor):
    return make_startup(stranger, state=ProfileState.PUBLISHED, editor=editor, name="Rheinfaser")


@pytest.fixture
def introduction(published, other, founder):
    return make_introduction(published, other, founder)


@pytest.fixture
def to_partner(published, founder, editor):
    return make_introduction(published, make_partner(editor), founder)


def address(introduction, step="change"):
    return reverse(f"admin:startups_introduction_{step}", args=[introduction.pk])


def read(client, path):
    return client.get(path).content.decode()


@pytest.mark.parametrize(("asked", "found"), [("partners", "Startup Unit"), ("startups", "Rheinf")])
def test_list_is_filtered_by_who_is_asked(as_editor, introduction, to_partner, asked, found):
    page = read(as_editor, f"{LIST}?asked={asked}")
    assert {name for name in ("Startup Unit", "Rheinf") if name in page} == {found}


def test_list_is_searched_by_both_sides(as_editor, introduction, to_partner):
    page = read(as_editor, f"{LIST}?q=rheinfaser")
    assert "Rheinfaser" in page
    assert "Startup Unit" not in page


def test_page_shows_whom_to_ask_and_who_asked(as_editor, introduction, to_partner, founder):
    assert "arjun@elsewhere.example" in read(as_editor, address(introduction))
    page = read(as_editor, address(to_partner))
    assert "secret@startup-unit.example" in page
    assert founder.email in page


def test_page_offers_the_steps_of_its_state(as_editor, to_partner, editor):
    page = read(as_editor, address(to_partner))
    assert address(to_partner, "accept") in page
    assert address(to_partner, "outcome") not in page
    actions.broker_introduction(introduction=to_partner, accepted=True, by=editor)
    page = read(as_editor, address(to_partner))
    assert address(to_partner, "accept") not in page
    assert address(to_partner, "outcome") in page


@pytest.mark.parametrize(("step", "state"), [("accept", "accepted"), ("decline", "declined")])
def test_editor_passes_an_answer_on(as_editor, to_partner, step, state):
    assert as_editor.get(address(to_partner, step)).status_code == 200
    to_partner.refresh_from_db()
    assert to_partner.is_open
    as_editor.post(address(to_partner, step), {"answer": "In autumn."})
    to_partner.refresh_from_db()
    assert (to_partner.state, to_partner.answer) == (state, "In autumn.")


def test_editor_names_the_owner_who_said_yes(as_editor, introduction, founder, stranger):
    accept = address(introduction, "accept")
    for typed in ({}, {"contact": founder.pk}):
        assert '<a href="#id_contact_0">' in as_editor.post(accept, typed).content.decode()
    as_editor.post(accept, {"contact": stranger.pk})
    introduction.refresh_from_db()
    assert introduction.answering_person == stranger


def test_refusal_is_said(as_editor, introduction, stranger):
    actions.decline_introduction(introduction=introduction, by=stranger)
    response = as_editor.post(address(introduction, "decline"), follow=True)
    assert "This introduction has ended by now." in response.content.decode()


def test_outcome_is_noted(as_editor, introduction, stranger):
    actions.accept_introduction(introduction=introduction, by=stranger)
    as_editor.post(address(introduction, "outcome"), {"outcome": "settlement", "note": "A GmbH."})
    introduction.refresh_from_db()
    assert (introduction.outcome, introduction.outcome_note) == ("settlement", "A GmbH.")
    assert "Settlement" in read(as_editor, LIST)


def test_auditor_reads_and_takes_no_step(client, introduction, auditor):
    sign_in(client, auditor)
    assert address(introduction, "accept") not in read(client, address(introduction))
    assert client.post(address(introduction, "accept")).status_code == 404


@pytest.mark.parametrize("number", [0, 1])
def test_desk_says_how_many_wait_for_a_partner(as_editor, to_partner, editor, number):
    if not number:
        actions.broker_introduction(introduction=to_partner, accepted=False, by=editor)
    words = "1 start-up waits for the answer of a partner"
    assert (words in read(as_editor, "/admin/")) == bool(number)
    assert (f"{LIST}?state__exact=asked&amp;asked=partners" in read(as_editor, "/admin/")) == bool(
        number
    )


@pytest.mark.parametrize("number", [1, 5])
def test_list_costs_the_same_for_one_and_five(
    as_editor, published, founder, editor, number, django_assert_max_num_queries
):
    for place in range(number):
        make_introduction(published, make_partner(editor, name=f"Partner {place}"), founder)
    with django_assert_max_num_queries(7):
        read(as_editor, LIST)
