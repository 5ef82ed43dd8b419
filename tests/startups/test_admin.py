from datetime import datetime

import pgtrigger
import pytest
from django.urls import reverse
from post_office.models import Email

from corridor.clock import BERLIN
from startups import actions
from startups.choices import PROFILE_TRANSITIONS, ProfileState
from startups.models import Startup
from tests.people import make_person, sign_in
from tests.startups.factories import make_startup

LIST = "/admin/startups/startup/"
BUTTONS = {
    "publish": (ProfileState.PUBLISHED, {}),
    "return": (ProfileState.RETURNED, {"note": "Name no customer."}),
    "hide": (ProfileState.HIDDEN, {"note": "The website is gone."}),
}


def address(startup, step="change"):
    return reverse(f"admin:startups_startup_{step}", args=[startup.pk])


def read(client, startup):
    return client.get(address(startup)).content.decode()


@pytest.mark.parametrize("source", ProfileState)
@pytest.mark.parametrize("step", BUTTONS)
def test_step_from_every_state(as_editor, founder, editor, source, step):
    startup = make_startup(founder, state=source, editor=editor)
    target, typed = BUTTONS[step]
    allowed = (source, target) in PROFILE_TRANSITIONS

    page = as_editor.post(address(startup, step), typed, follow=True).content.decode()

    startup.refresh_from_db()
    assert startup.state == (target if allowed else source)
    assert ("in another state by now" in page) != allowed


@pytest.mark.parametrize("source", ProfileState)
@pytest.mark.parametrize("step", BUTTONS)
def test_page_offers_the_steps_that_are_possible(as_editor, founder, editor, source, step):
    startup = make_startup(founder, state=source, editor=editor)
    allowed = (source, BUTTONS[step][0]) in PROFILE_TRANSITIONS

    assert (address(startup, step) in read(as_editor, startup)) == allowed


@pytest.mark.parametrize("role", ["event_team", "auditor", "administrator"])
@pytest.mark.parametrize("step", BUTTONS)
def test_step_is_404_for_other_staff(client, founder, editor, role, step):
    startup = make_startup(founder, state=ProfileState.IN_REVIEW, editor=editor)
    person = make_person("staff@duesseldorf.example", roles=[role])

    response = sign_in(client, person).post(address(startup, step), BUTTONS[step][1])

    startup.refresh_from_db()
    assert (response.status_code, startup.state) == (404, ProfileState.IN_REVIEW)


@pytest.mark.parametrize("step", BUTTONS)
def test_step_is_404_for_founders_and_asks_strangers_to_sign_in(client, startup, founder, step):
    assert "/admin/login/" in client.post(address(startup, step)).url
    assert sign_in(client, founder).post(address(startup, step)).status_code == 404


@pytest.mark.parametrize("step", BUTTONS)
def test_step_changes_nothing_when_it_is_only_read(as_editor, founder, editor, step):
    startup = make_startup(founder, state=ProfileState.IN_REVIEW, editor=editor)

    status = as_editor.get(address(startup, step)).status_code

    startup.refresh_from_db()
    assert (status, startup.state) == (200, ProfileState.IN_REVIEW)


@pytest.mark.parametrize("note", ["", "   "])
def test_return_wants_a_reason_and_links_to_its_field(as_editor, founder, editor, note):
    startup = make_startup(founder, state=ProfileState.IN_REVIEW, editor=editor)

    page = as_editor.post(address(startup, "return"), {"note": note}).content.decode()

    assert '<a href="#id_note">Reason – Fill this in.</a>' in page
    assert "<title>Error: " in page
    assert not Email.objects.exists()


def test_return_tells_the_owner(as_editor, founder, editor):
    startup = make_startup(founder, state=ProfileState.IN_REVIEW, editor=editor)

    as_editor.post(address(startup, "return"), {"note": "Name no customer."})

    assert "Name no customer." in Email.objects.get().message


def test_check_marks_a_number(as_editor, founder, editor):
    startup = make_startup(founder, registrations={"cin": "U72900KA2019PTC123456"})
    number = startup.registrations.get()

    as_editor.post(reverse("admin:startups_registration_check", args=[number.pk]))

    number.refresh_from_db()
    assert number.checked_by == editor
    page = read(as_editor, startup)
    assert "Check again" in page
    assert "Remove wrong number" not in page


def test_wrong_number_is_removed_while_nobody_has_checked_it(as_editor, founder):
    startup = make_startup(founder, registrations={"cin": "U72900KA2019PTC123456"})
    remove = reverse("admin:startups_registration_remove", args=[startup.registrations.get().pk])
    assert remove in read(as_editor, startup)
    page = as_editor.post(remove, follow=True).content.decode()
    assert "The number is removed." in page
    assert not startup.registrations.exists()
    assert as_editor.post(remove).status_code == 404


def test_check_says_when_another_startup_holds_the_number(as_editor, founder):
    numbers = {"cin": "U72900KA2019PTC123456"}
    first, second = (
        make_startup(founder, name=name, registrations=numbers) for name in ("Ahorn", "Birke")
    )
    for startup in (first, second):
        check = reverse("admin:startups_registration_check", args=[startup.registrations.get().pk])
        page = as_editor.post(check, follow=True).content.decode()

    assert "Another start-up holds this checked number." in page
    assert "Also given by: Ahorn." in page


def test_check_is_404_for_others_and_for_dead_numbers(client, as_editor, founder, auditor):
    startup = make_startup(founder, registrations={"cin": "U72900KA2019PTC123456"})
    check = reverse("admin:startups_registration_check", args=[startup.registrations.get().pk])

    assert as_editor.get(check).status_code == 405
    assert as_editor.post(reverse("admin:startups_registration_check", args=[0])).status_code == 404
    assert sign_in(client, auditor).post(check).status_code == 404


def test_return_page_says_which_language_the_owners_read(as_editor, founder, startup):
    waiting = actions.submit_profile(startup=startup, by=founder)
    page = as_editor.get(reverse("admin:startups_startup_return", args=[waiting.pk]))
    assert "Meera Nagarajan reads English." in page.content.decode()


def test_page_shows_the_doubts_about_a_number(as_editor, founder):
    startup = make_startup(founder, registrations={"cin": "U72900MH2018PTC123456"})

    page = read(as_editor, startup)

    assert "The number says 2018, the profile 2019. Correct one of them." in page
    assert "not registered in Karnataka" in page


def test_nobody_types_a_state_or_any_field(as_editor, startup):
    page = read(as_editor, startup)

    assert 'name="state"' not in page
    assert 'name="name"' not in page
    assert 'name="_save"' not in page


def test_posting_to_the_page_changes_nothing(as_editor, startup):
    response = as_editor.post(
        address(startup), {"name": "Mine", "state": "published", "_save": "1"}
    )

    startup.refresh_from_db()
    assert (response.status_code, startup.name, startup.state) == (404, "Kaverion EdgeNet", "draft")


@pytest.mark.parametrize("path", ["add/", "{pk}/delete/"])
def test_nobody_adds_or_deletes_here(as_editor, startup, path):
    assert as_editor.get(LIST + path.format(pk=startup.pk)).status_code == 404


def test_list_filters_the_queue_and_searches_folded(as_editor, founder, editor):
    make_startup(founder, name="Müller", state=ProfileState.IN_REVIEW, editor=editor)
    make_startup(founder, name="Ahorn")

    page = as_editor.get(LIST, {"state__exact": "in_review", "q": "mueller"}).content.decode()

    assert "Müller" in page
    assert "Ahorn" not in page


@pytest.mark.parametrize("number", [1, 30])
def test_list_costs_the_same_for_one_and_thirty(
    as_editor, founder, number, django_assert_max_num_queries
):
    for _ in range(number):
        make_startup(founder)

    with django_assert_max_num_queries(6):
        as_editor.get(LIST)


def test_list_is_404_for_who_may_see_no_profiles_there(client, startup, founder):
    person = make_person("events@duesseldorf.example", roles=["event_team"])

    assert sign_in(client, person).get(LIST).status_code == 404
    assert sign_in(client, founder).get(LIST).status_code == 404


def test_history_tells_the_auditor_who_did_what(client, founder, editor, auditor):
    startup = make_startup(
        founder, state=ProfileState.RETURNED, editor=editor, registrations={"dpiit": "DIPP12345"}
    )

    page = sign_in(client, auditor).get(address(startup, "history")).content.decode()

    assert "Profile returned" in page
    assert "Erika Editor" in page
    assert "In review → Returned" in page
    assert "DIPP12345" in page


def test_history_names_the_portal_when_nobody_acted(client, startup, auditor):
    Startup.objects.update(city="Mysuru")

    page = sign_in(client, auditor).get(address(startup, "history")).content.decode()

    assert "The portal" in page
    assert "Bengaluru → Mysuru" in page


def test_history_is_404_for_the_editor_and_is_not_offered(as_editor, startup):
    assert as_editor.get(address(startup, "history")).status_code == 404
    assert "/history/" not in read(as_editor, startup)


def test_pages_keep_the_strict_policy(as_editor, founder, editor):
    startup = make_startup(founder, state=ProfileState.IN_REVIEW, editor=editor)
    for path in (LIST, address(startup), address(startup, "return")):
        response = as_editor.get(path)
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert "style=" not in response.content.decode()
        assert "onclick" not in response.content.decode()


def test_page_offers_the_auditor_nothing_to_do(client, founder, editor, auditor):
    numbers = {"cin": "U72900KA2019PTC123456"}
    startup = make_startup(
        founder, state=ProfileState.IN_REVIEW, editor=editor, registrations=numbers
    )

    page = read(sign_in(client, auditor), startup)

    assert "U72900KA2019PTC123456" in page
    assert "formaction" not in page
    assert address(startup, "return") not in page


def test_start_page_tells_editors_what_to_review(as_editor, founder, editor):
    for name in ("One", "Two"):
        make_startup(founder, name=name, state=ProfileState.IN_REVIEW, editor=editor)
    page = as_editor.get("/admin/")
    (task,) = page.context["tasks"]
    assert (task.sentence, task.count) == ("2 profiles wait for your review", 2)
    assert as_editor.get(task.url).context["cl"].result_count == 2


def test_start_page_tells_others_nothing_of_profiles(client, founder, editor):
    make_startup(founder, state=ProfileState.IN_REVIEW, editor=editor)
    auditor = make_person("auditor@duesseldorf.example", roles=["auditor"])
    assert sign_in(client, auditor).get("/admin/").context["tasks"] == []


def test_queue_says_since_when_a_profile_waits(as_editor, founder, editor):
    for name, state in [("Ahorn", ProfileState.PUBLISHED), ("Birke", ProfileState.IN_REVIEW)]:
        waiting = make_startup(founder, name=name, state=state, editor=editor)
    actions.return_profile(startup=waiting, note="Say for whom.", by=editor)
    actions.submit_profile(startup=waiting, by=founder)
    Startup.objects.filter(pk=waiting.pk).update(city="Hubballi")
    with pgtrigger.ignore("startups.StartupHistory:append_only"):
        for hour, row in enumerate(waiting.history.filter(state="in_review").order_by("pgh_id")):
            waiting.history.filter(pk=row.pk).update(
                pgh_created_at=datetime(2024, 7, 1, 8 + hour, tzinfo=BERLIN)
            )

    page = as_editor.get(LIST, {"o": "6"})

    assert {row.name: row.waits_since for row in page.context["cl"].result_list} == {
        "Ahorn": None,
        "Birke": datetime(2024, 7, 1, 9, tzinfo=BERLIN),  # asked for again; then only edited
    }
    assert "Waiting since" in page.text
