from functools import partial

import pytest
from django.db import transaction
from django.urls import reverse

from corridor.actions import Conflict, NotPermitted
from startups import actions, sections
from startups.choices import ChangeState, ProfileState
from startups.models import ProfileChange
from tests.people import make_person, sign_in
from tests.startups.factories import bring_to, make_editor, make_startup
from tests.threads import at_once, refusals

CIN, OTHER_CIN = "U72900KA2019PTC123456", "U72900KA2020PTC123456"


@pytest.fixture
def numbered(founder, editor):
    """A published profile with two numbers, both checked."""
    startup = make_startup(founder, registrations={"cin": CIN, "dpiit": "DIPP12345"})
    for registration in startup.registrations.all():
        actions.check_registration(registration=registration, by=editor)
    return bring_to(startup, ProfileState.PUBLISHED, by=founder, editor=editor)


def change(startup, by, **fields):
    actions.change_startup(startup=startup, by=by, **fields)
    return startup.changes.waiting().first()


def fresh(startup):
    startup.refresh_from_db()
    return startup


def test_most_of_a_public_profile_changes_at_once(published, founder):
    assert change(published, founder, city="Mysuru", legal_name="Another Pvt Ltd") is None
    assert (fresh(published).city, published.legal_name) == ("Mysuru", "Another Pvt Ltd")


def test_name_sector_and_numbers_of_a_public_profile_wait(numbered, founder):
    waiting = change(
        numbered,
        founder,
        name="Kaverion Networks",
        sector="medtech",
        city="Mysuru",
        registrations={"cin": OTHER_CIN, "dpiit": "DIPP12345", "lei": ""},
    )
    assert waiting.fields == {
        "name": "Kaverion Networks",
        "sector": "medtech",
        "registrations": {"cin": OTHER_CIN},
    }
    assert (fresh(numbered).name, numbered.city) == ("Kaverion EdgeNet", "Mysuru")
    assert numbered.registrations.filter(value=CIN).exclude(checked_on=None).exists()


@pytest.mark.parametrize("state", [ProfileState.DRAFT, ProfileState.RETURNED])
def test_nothing_waits_before_the_first_publication(founder, editor, state):
    startup = make_startup(founder, state=state, editor=editor)
    assert change(startup, founder, name="Kaverion Networks") is None
    assert fresh(startup).name == "Kaverion Networks"


def test_name_of_a_hidden_profile_waits_too(founder, editor):
    startup = make_startup(founder, state=ProfileState.HIDDEN, editor=editor)
    assert change(startup, founder, name="Kaverion Networks")


def test_second_edit_adds_to_what_waits_and_replaces_it(numbered, founder):
    first = change(numbered, founder, name="Kaverion Networks")
    second = change(numbered, founder, registrations={"cin": OTHER_CIN})
    assert second.fields == {"name": "Kaverion Networks", "registrations": {"cin": OTHER_CIN}}
    first.refresh_from_db()
    assert first.state == ChangeState.WITHDRAWN


def test_same_edit_again_leaves_what_waits(published, founder):
    first = change(published, founder, name="Kaverion Networks")
    assert change(published, founder, name="Kaverion Networks", city="Mysuru") == first


def test_old_value_typed_again_takes_the_change_back(numbered, founder):
    change(numbered, founder, name="Kaverion Networks", registrations={"cin": OTHER_CIN})
    change(numbered, founder, name=numbered.name)
    assert change(numbered, founder, registrations={"cin": CIN}) is None
    assert numbered.changes.count() == 2


def test_accepted_change_is_public_and_its_numbers_are_unchecked(numbered, founder, editor, queued):
    waiting = change(numbered, founder, name="Kaverion Networks", registrations={"cin": OTHER_CIN})
    actions.accept_change(change=waiting, by=editor)
    assert fresh(numbered).name == "Kaverion Networks"
    marks = {row.value: row.checked_on is not None for row in numbered.registrations.all()}
    assert marks == {OTHER_CIN: False, "DIPP12345": True}
    mail = queued("startups/mail/change_accepted")[0]
    assert mail.to == [founder.email]
    assert "CIN: U72900KA2020PTC123456" in mail.message


def test_accepted_change_removes_an_emptied_number(numbered, founder, editor):
    waiting = change(numbered, founder, registrations={"cin": ""})
    actions.accept_change(change=waiting, by=editor)
    assert [row.kind for row in numbered.registrations.all()] == ["dpiit"]


def test_declined_change_leaves_the_profile_and_tells_why(published, founder, editor, queued):
    waiting = change(published, founder, name="Kaverion Networks")
    with pytest.raises(Conflict, match="Give the reason"), transaction.atomic():
        actions.decline_change(change=waiting, note="", by=editor)
    actions.decline_change(change=waiting, note="Another firm has it.", by=editor)
    assert fresh(published).name == "Kaverion EdgeNet"
    assert "Another firm has it." in queued("startups/mail/change_declined")[0].message


@pytest.mark.parametrize("verb", ["accept", "decline", "withdraw"])
def test_change_is_decided_once(published, founder, editor, verb):
    waiting = change(published, founder, name="Kaverion Networks")
    actions.withdraw_change(change=waiting, by=founder)
    act = getattr(actions, f"{verb}_change")
    note = {"note": "Why."} if verb == "decline" else {}
    with pytest.raises(actions.ChangeEnded):
        act(change=waiting, by=founder if verb == "withdraw" else editor, **note)


def test_change_that_was_replaced_cannot_be_accepted(published, founder, editor):
    read = change(published, founder, name="Kaverion Networks")
    change(published, founder, name="City of Düsseldorf")
    with pytest.raises(actions.ChangeEnded):
        actions.accept_change(change=read, by=editor)
    assert fresh(published).name == "Kaverion EdgeNet"


def test_changes_are_decided_by_editors_and_taken_back_by_members(
    published, founder, stranger, auditor
):
    waiting = change(published, founder, name="Kaverion Networks")
    for person in (founder, auditor):
        with pytest.raises(NotPermitted):
            actions.accept_change(change=waiting, by=person)
        with pytest.raises(NotPermitted):
            actions.decline_change(change=waiting, note="Why.", by=person)
    with pytest.raises(actions.NotAMember):
        actions.withdraw_change(change=waiting, by=stranger)


def test_accepted_number_of_another_startup_stays_unchecked(numbered, founder, editor):
    other = make_startup(founder, name="Other", state=ProfileState.PUBLISHED, editor=editor)
    waiting = change(other, founder, registrations={"cin": CIN})
    assert waiting.doubts() == ["CIN: Also given by: Kaverion EdgeNet."]
    actions.accept_change(change=waiting, by=editor)
    with pytest.raises(Conflict, match="Another start-up holds"):
        actions.check_registration(registration=other.registrations.get(), by=editor)


@pytest.mark.django_db(transaction=True)
def test_edits_at_once_wait_as_one_change():
    founder, editor = make_person(), make_editor()
    startup = make_startup(founder, state=ProfileState.PUBLISHED, editor=editor)
    edit = partial(actions.change_startup, startup=startup, by=founder)
    at_once(partial(edit, name="Kaverion Networks"), partial(edit, sector="medtech"))
    waiting = ProfileChange.objects.waiting().get()
    assert waiting.fields == {"name": "Kaverion Networks", "sector": "medtech"}


@pytest.mark.django_db(transaction=True)
def test_forms_read_at_once_are_not_both_saved():
    founder, editor = make_person(), make_editor()
    startup = make_startup(founder, state=ProfileState.PUBLISHED, editor=editor)
    seen = sections.stamp(sections.find("name"), sections.values(startup))
    save = partial(actions.change_startup, startup=startup, by=founder, seen=seen)
    tries = at_once(partial(save, name="Kaverion Networks"), partial(save, name="Kaverion Labs"))
    assert refusals(tries) == [actions.ChangedMeanwhile]
    assert startup.changes.count() == 1


@pytest.mark.django_db(transaction=True)
def test_accepting_and_taking_back_at_once_are_never_both():
    founder, editor = make_person(), make_editor()
    startup = make_startup(founder, state=ProfileState.PUBLISHED, editor=editor)
    waiting = change(startup, founder, name="Kaverion Networks")
    accept = partial(actions.accept_change, change=waiting, by=editor)
    withdraw = partial(actions.withdraw_change, change=waiting, by=founder)
    assert refusals(at_once(accept, withdraw)) == [actions.ChangeEnded]
    accepted = startup.changes.get().state == ChangeState.ACCEPTED
    assert (fresh(startup).name == "Kaverion Networks") is accepted


# Pages of the start-up


def test_section_goes_on_with_what_waits(as_founder, published, founder):
    change(published, founder, name="Kaverion Networks")
    address = f"{published.get_absolute_url()}edit/"
    page = as_founder.get(address).content.decode()
    assert "Name: Kaverion Networks (so far Kaverion EdgeNet)" in page
    assert 'value="Kaverion Networks"' in as_founder.get(f"{address}name/").content.decode()


def test_public_reads_the_old_version_alone(client, published, founder):
    change(published, founder, name="Kaverion Networks", registrations={"cin": CIN})
    page = client.get(published.get_absolute_url()).content.decode()
    assert "Kaverion EdgeNet" in page
    assert "Kaverion Networks" not in page
    assert CIN not in page


def test_change_is_taken_back_by_post_alone(as_founder, published, founder):
    waiting = change(published, founder, name="Kaverion Networks")
    address = reverse("change_withdraw", args=[published.slug])
    assert "Kaverion Networks" in as_founder.get(address).content.decode()
    waiting.refresh_from_db()
    assert waiting.state == ChangeState.WAITING
    page = as_founder.post(address, follow=True).content.decode()
    assert "Taken back." in page
    assert as_founder.get(address).status_code == 404


# The editors' desk


def office(waiting, page="change"):
    return reverse(f"admin:startups_profilechange_{page}", args=[waiting.pk])


def test_desk_counts_what_waits(as_editor, published, founder):
    change(published, founder, name="Kaverion Networks")
    (task,) = as_editor.get("/admin/").context["tasks"]
    assert task.sentence == "1 change of a public profile waits for you"
    assert "Name: Kaverion Networks" in as_editor.get(task.url).content.decode()


def test_page_shows_old_and_new_and_what_to_look_at(as_editor, numbered, founder):
    waiting = change(numbered, founder, registrations={"cin": OTHER_CIN})
    page = as_editor.get(office(waiting)).content.decode()
    assert f"<td>{CIN}</td><td>{OTHER_CIN}</td>" in page
    assert "The number says 2020" in page
    assert office(waiting, "accept") in page


def test_editor_accepts_by_post_alone(as_editor, published, founder):
    waiting = change(published, founder, name="Kaverion Networks")
    assert as_editor.get(office(waiting, "accept")).status_code == 200
    assert fresh(published).name == "Kaverion EdgeNet"
    page = as_editor.post(office(waiting, "accept"), follow=True).content.decode()
    assert "The new version is public." in page
    assert office(waiting, "accept") not in page
    assert fresh(published).name == "Kaverion Networks"


def test_editor_declines_with_a_reason(as_editor, published, founder):
    waiting = change(published, founder, name="Kaverion Networks")
    page = as_editor.post(office(waiting, "decline"), {"note": " "}).content.decode()
    assert 'href="#id_note"' in page
    page = as_editor.post(office(waiting, "decline"), {"note": "No."}, follow=True)
    assert "The profile stays as it is." in page.content.decode()
    page = as_editor.post(office(waiting, "accept"), follow=True).content.decode()
    assert "does not wait any more" in page


def test_auditor_reads_changes_and_decides_none(client, published, founder, auditor):
    waiting = change(published, founder, name="Kaverion Networks", registrations={"cin": CIN})
    browser = sign_in(client, auditor)
    assert office(waiting, "accept") not in browser.get(office(waiting)).content.decode()
    assert browser.post(office(waiting, "accept")).status_code == 404
    page = browser.get(office(waiting, "history")).content.decode()
    assert "Profile changed" in page
    assert f"name: Kaverion Networks, registrations: cin: {CIN}" in page
    assert browser.get("/admin/").context["tasks"] == []


@pytest.mark.parametrize("number", [1, 30])
def test_list_costs_the_same_for_one_and_thirty(
    as_editor, founder, editor, number, django_assert_max_num_queries
):
    for _ in range(number):
        startup = make_startup(founder, state=ProfileState.PUBLISHED, editor=editor)
        change(startup, founder, name="Kaverion Networks")
    with django_assert_max_num_queries(7):
        as_editor.get(reverse("admin:startups_profilechange_changelist"))
