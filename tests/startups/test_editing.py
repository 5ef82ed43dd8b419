"""The profile section by section: what is missing, the preview, and two people at once."""

import re

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from corridor import clock
from startups import actions, sections
from startups.choices import MemberRole, ProfileState
from startups.models import Membership
from tests.people import sign_in
from tests.startups.factories import make_startup, picture, typed


def address(startup, section=None):
    args = [startup.slug, section] if section else [startup.slug]
    return reverse("startup_section" if section else "startup_edit", args=args)


def opened(browser, startup, section):
    """What a person posts who opened the form just now."""
    page = browser.get(address(startup, section)).content.decode()
    return {"seen": re.search(r'name="seen" value="([^"]*)"', page)[1]}


def save(browser, startup, section, **fields):
    typed_now = {**typed(**opened(browser, startup, section)), **fields}
    return browser.post(address(startup, section), typed_now, follow=True)


@pytest.fixture
def begun(founder):
    """A profile as the short form leaves it."""
    return make_startup(founder, stage="", team_size="", one_liner_de="", one_liner_en="")


# The task list


def test_task_list_names_what_is_needed_and_what_helps(as_founder, begun):
    page = as_founder.get(address(begun))
    words = page.content.decode()
    assert [gap["words"] for gap in page.context["needed"]] == [
        "one sentence about what you do, in German or English",
        "the stage",
        "the size of the team",
    ]
    assert f'<a href="{address(begun, "links")}">the logo</a>' in words
    assert words.count("Needed for the review") == 2
    assert "Not ready yet" in words


def test_task_list_of_a_ready_profile_leads_to_the_preview(as_founder, startup):
    page = as_founder.get(address(startup)).content.decode()
    assert "must be there before" not in page
    assert "Preview and send for review" in page


def test_task_list_during_review_opens_no_section(as_founder, startup, founder):
    actions.submit_profile(startup=startup, by=founder)
    page = as_founder.get(address(startup)).content.decode()
    assert address(startup, "name") not in page
    assert as_founder.get(address(startup, "name")).url == address(startup)


def test_task_list_says_that_nothing_is_missing(as_founder, founder):
    whole = make_startup(
        founder,
        description_de="Wir messen.",
        description_en="We measure.",
        themes=["sustainability"],
        seeking=["talent"],
        offering=["research"],
        website="https://kaverion.example/",
        logo="logos/present.webp",
        registrations={"dpiit": "DIPP12345"},
    )
    assert "Nothing is missing." in as_founder.get(address(whole)).content.decode()


def test_returned_profile_asks_for_a_change_first(as_founder, founder):
    returned = make_startup(founder, state=ProfileState.RETURNED)
    page = as_founder.get(address(returned)).content.decode()
    assert "Change what the editor asks, then send it again." in page
    assert "After your change" in page
    assert "Everything that the review needs is there" not in page


def test_empty_section_is_not_called_begun(as_founder, startup):
    tasks = {
        str(task["title"]): task["status"]
        for task in as_founder.get(address(startup)).context["tasks"]
    }
    assert tasks["What you seek and offer"] == "Nothing yet"
    assert tasks["What you do"] == "You can add more"


@pytest.mark.parametrize("section", ["words", "market"])
def test_half_a_section_of_a_draft_is_saved(as_founder, begun, section):
    page = save(
        as_founder, begun, section, one_liner_de="", one_liner_en="", stage="", team_size=""
    )
    assert "Saved." in page.content.decode()


def test_profile_in_review_has_no_way_to_edit(as_founder, startup, founder):
    assert address(startup) + '"' in as_founder.get(startup.get_absolute_url()).content.decode()
    actions.submit_profile(startup=startup, by=founder)
    assert address(startup) + '"' not in as_founder.get(startup.get_absolute_url()).content.decode()


# One section


def test_section_shows_what_is_stored_and_writes_its_fields_alone(as_founder, founder):
    startup = make_startup(founder, name="Müller", registrations={"dpiit": "DIPP1"})
    page = as_founder.get(address(startup, "name")).content.decode()
    assert 'value="Müller"' in page
    assert 'value="2019-03-01"' in page
    assert 'value="DIPP1"' in page
    save(as_founder, startup, "exchange", seeking=["talent"], name="Never")
    startup.refresh_from_db()
    assert (startup.name, startup.seeking) == ("Müller", ["talent"])


def test_section_that_is_none_is_404(as_founder, startup):
    assert as_founder.get(address(startup, "nothing")).status_code == 404


def test_section_keeps_the_logo_and_removes_it(as_founder, startup):
    save(as_founder, startup, "links", logo=picture())
    startup.refresh_from_db()
    assert default_storage.exists(startup.logo.name)
    save(as_founder, startup, "links", **{"logo-clear": "on"})
    startup.refresh_from_db()
    assert not startup.logo


def test_section_asks_for_the_logo_again(as_founder, startup):
    page = save(as_founder, startup, "links", logo=picture(), website="https://")
    assert "Choose the logo again" in page.content.decode()


def test_section_warns_of_a_cin_of_another_year_and_saves_it(as_founder, startup):
    assert "Check this number" not in as_founder.get(address(startup, "name")).content.decode()
    page = save(as_founder, startup, "name", cin="U72900KA2017PTC123456").content.decode()
    warning = "CIN: The number says 2017, the profile 2019. Correct one of them."
    assert warning in page
    assert warning in as_founder.get(address(startup, "name")).content.decode()
    assert startup.registrations.get().value == "U72900KA2017PTC123456"


def test_section_of_a_public_profile_never_leaves_it_without_words(as_founder, published):
    page = save(as_founder, published, "words", one_liner_de="", one_liner_en="")
    assert "Say in one sentence" in page.content.decode()


def test_section_says_only_what_of_it_waits(as_founder, published):
    page = save(as_founder, published, "name", name="Kaverion Networks", city="Hubballi")
    assert "registry number waits for an editor" in page.content.decode()
    page = save(as_founder, published, "exchange", seeking=["talent"])
    assert "registry number waits for an editor" not in page.content.decode()
    assert published.changes.waiting().get().fields == {"name": "Kaverion Networks"}


# Two people at once


def test_stale_form_is_refused_with_what_changed_and_what_was_typed(as_founder, startup, founder):
    seen = opened(as_founder, startup, "name")
    actions.change_startup(startup=startup, by=founder, city="Mysuru <b>")
    stale = typed(**seen, city="Hubballi", legal_name="Kaverion Ltd")
    page = as_founder.post(address(startup, "name"), stale).content.decode()
    assert "This section was changed while you wrote." in page
    assert "<li>City: Mysuru &lt;b&gt;</li>" in page
    assert "<li>Legal name" not in page
    assert 'value="Hubballi"' in page
    startup.refresh_from_db()
    assert (startup.city, startup.legal_name) == ("Mysuru <b>", "Kaverion EdgeNet Private Limited")


def test_stale_form_that_comes_back_can_be_saved_knowingly(as_founder, startup, founder):
    seen = opened(as_founder, startup, "market")
    actions.change_startup(startup=startup, by=founder, themes=["sustainability"], team_size="1-5")
    page = as_founder.post(address(startup, "market"), typed(**seen)).content.decode()
    assert "<li>Themes: Sustainability</li>" in page
    fresh = re.search(r'name="seen" value="([^"]*)"', page)[1]
    as_founder.post(address(startup, "market"), typed(seen=fresh))
    startup.refresh_from_db()
    assert (startup.themes, startup.team_size) == ([], "6-10")


def test_stale_form_does_not_take_back_a_colleagues_waiting_change(as_founder, published, founder):
    seen = opened(as_founder, published, "name")
    actions.change_startup(
        startup=published, by=founder, name="Kaverion Networks", registrations={"dpiit": "DIPP1"}
    )
    page = as_founder.post(address(published, "name"), typed(**seen)).content.decode()
    assert "<li>Name: Kaverion Networks</li>" in page
    assert "<li>DPIIT: DIPP1</li>" in page
    assert published.changes.waiting().get().fields["name"] == "Kaverion Networks"


def test_change_in_another_section_is_not_in_the_way(as_founder, startup, founder):
    seen = opened(as_founder, startup, "name")
    actions.change_startup(startup=startup, by=founder, seeking=["talent"])
    as_founder.post(address(startup, "name"), typed(**seen, city="Hubballi"))
    startup.refresh_from_db()
    assert (startup.city, startup.seeking) == ("Hubballi", ["talent"])


def test_accepted_change_is_not_in_the_way(as_founder, published, founder, editor):
    actions.change_startup(startup=published, by=founder, name="Kaverion Networks")
    seen = opened(as_founder, published, "name")
    actions.accept_change(change=published.changes.get(), by=editor)
    as_founder.post(
        address(published, "name"), typed(**seen, name="Kaverion Networks", city="Hubballi")
    )
    published.refresh_from_db()
    assert published.city == "Hubballi"


@pytest.mark.parametrize("seen", ["", "nonsense", "city:", "city:x city"])
def test_form_without_a_true_stamp_overwrites_nothing(as_founder, startup, seen):
    as_founder.post(address(startup, "name"), typed(seen=seen, city="Hubballi"))
    startup.refresh_from_db()
    assert startup.city == "Bengaluru"


def test_other_errors_leave_the_stamp_as_it_was(as_founder, startup, founder):
    seen = opened(as_founder, startup, "name")
    actions.change_startup(startup=startup, by=founder, city="Mysuru")
    page = as_founder.post(address(startup, "name"), typed(**seen, name="")).content.decode()
    assert f'value="{seen["seen"]}"' in page


# The preview, and sending for review


def preview(startup):
    return reverse("startup_preview", args=[startup.slug])


def test_preview_shows_both_languages_and_says_which_is_missing(as_founder, founder):
    startup = make_startup(founder, one_liner_en="", seeking=["talent"])
    page = as_founder.get(preview(startup)).content.decode()
    german, english = page.split('<section class="preview wide" lang="en">')
    assert "Fachkräfte" in german
    assert "only-in" not in german
    assert "Talent" in english
    assert '<span lang="de">Private 5G-Netze für die Fabrik.</span>' in english
    assert "(only in German)" in english


def test_preview_is_for_members_and_editors(client, startup, stranger, auditor, editor):
    assert client.get(preview(startup)).status_code == 302
    for person in (stranger, auditor):
        assert sign_in(client, person).get(preview(startup)).status_code == 404
    page = sign_in(client, editor).get(preview(startup))
    assert "Send for review" not in page.content.decode()


def test_preview_offers_submitting_to_owners_only(client, startup, founder, stranger):
    Membership.objects.create(
        startup=startup, user=stranger, role=MemberRole.EDITOR, since=clock.now()
    )
    assert "Send for review" in sign_in(client, founder).get(preview(startup)).content.decode()
    page = sign_in(client, stranger).get(preview(startup)).content.decode()
    assert "Send for review" not in page
    assert "An owner of the start-up asks for publication." in page


def test_page_and_action_ask_the_same_what_is_needed(as_founder, begun):
    assert "Send for review" not in as_founder.get(preview(begun)).content.decode()
    page = as_founder.post(reverse("startup_submit", args=[begun.slug]), follow=True)
    words = page.content.decode()
    begun.refresh_from_db()
    assert begun.state == ProfileState.DRAFT
    assert "Add this before an editor reads the profile: one sentence" in words
    for gap in sections.needed(begun):
        assert f"<li>{gap.words}</li>" in words


@pytest.mark.parametrize("pages", [address, preview])
def test_pages_cost_few_queries(as_founder, published, pages, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        as_founder.get(pages(published))
