import pytest
from django.urls import reverse

from startups import actions
from startups.choices import MemberRole, ProfileState
from startups.models import Startup
from tests.people import sign_in
from tests.startups.ecosystem import make_opening
from tests.startups.factories import make_startup, typed

NEW = "/en/startups/new/"


def test_profile_shows_the_facts(client, founder, editor):
    startup = make_startup(
        founder,
        state=ProfileState.PUBLISHED,
        editor=editor,
        website="https://www.kaverion.example/",
        description_en="One.\n\nTwo <b>.",
        seeking=["talent", "pilot_site"],
        registrations={"dpiit": "DIPP12345"},
    )
    actions.check_registration(registration=startup.registrations.get(), by=editor)

    page = client.get(startup.get_absolute_url()).content.decode()

    assert (
        '<a href="https://www.kaverion.example/" rel="noopener nofollow">kaverion.example</a>'
        in page
    )
    assert "<p>One.</p>\n\n<p>Two &lt;b&gt;.</p>" in page
    assert "Talent, A pilot site" in page
    assert "DIPP12345" in page
    assert "checked on" in page
    assert "Confirmed on" in page


def test_profile_costs_few_queries(client, published, django_assert_num_queries):
    with django_assert_num_queries(3):
        client.get(published.get_absolute_url())


@pytest.mark.parametrize(
    "state", [state for state in ProfileState if state != ProfileState.PUBLISHED]
)
def test_profile_that_is_not_public_is_404(client, founder, stranger, editor, state):
    address = make_startup(founder, state=state, editor=editor).get_absolute_url()

    assert client.get(address).status_code == 404
    assert sign_in(client, stranger).get(address).status_code == 404


def test_profile_that_is_not_public_is_404_for_a_superuser(client, startup, django_user_model):
    root = django_user_model.objects.create_superuser("root@duesseldorf.example", name="Root")

    assert sign_in(client, root).get(startup.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("state", ProfileState)
def test_profile_is_there_for_members_and_editors(client, founder, editor, state):
    address = make_startup(founder, state=state, editor=editor).get_absolute_url()

    for person in (founder, editor):
        assert sign_in(client, person).get(address).status_code == 200


def test_profile_tells_members_where_it_stands(as_founder, startup):
    page = as_founder.get(startup.get_absolute_url()).content.decode()

    assert "Only people of the start-up see it." in page
    assert reverse("startup_edit", args=[startup.slug]) in page


@pytest.mark.parametrize(
    ("state", "words"),
    [(ProfileState.RETURNED, "Name no customer."), (ProfileState.HIDDEN, "The website is gone.")],
)
def test_profile_shows_members_the_reason(as_founder, founder, editor, state, words):
    startup = make_startup(founder, state=state, editor=editor)

    assert words in as_founder.get(startup.get_absolute_url()).content.decode()


def test_profile_shows_the_public_nothing_of_the_members_part(client, published):
    page = client.get(published.get_absolute_url()).content.decode()

    assert "Your profile" not in page
    assert "You can still add" not in page


def test_create_asks_to_sign_in(client):
    response = client.get(NEW)

    assert response.url == f"/en/accounts/login/?next={NEW}"


def test_create_begins_a_draft_of_the_person(as_founder, founder):
    response = as_founder.post(NEW, typed(name="Ōe", stage="", team_size=""))

    startup = Startup.objects.get()
    assert response.url == "/en/startups/oe/edit/"
    assert (startup.state, startup.membership_of(founder).role) == (
        ProfileState.DRAFT,
        MemberRole.OWNER,
    )


def test_create_leads_back_to_what_needed_the_profile(as_founder):
    address = "/en/packages/soft-landing/apply/"
    assert as_founder.post(f"{NEW}?next={address}", typed()).url == address


@pytest.mark.parametrize("foreign", ["https://evil.example/", "//evil.example/", "javascript:x"])
def test_create_never_leads_elsewhere(as_founder, foreign):
    response = as_founder.post(f"{NEW}?next={foreign}", typed())

    assert response.url == reverse("startup_edit", args=[Startup.objects.get().slug])


def test_create_links_each_error_to_its_field_and_keeps_what_was_typed(as_founder):
    fields = typed(city="", legal_name="Müller <GmbH>", origin="")
    page = as_founder.post(NEW, fields).content.decode()

    assert '<a href="#id_city">City – Fill this in.</a>' in page
    assert '<a href="#id_origin_0">' in page
    assert 'value="Müller &lt;GmbH&gt;"' in page
    assert "<title>Error: Add your start-up" in page


def test_create_says_the_refusal_of_the_action(as_founder, monkeypatch):
    def refuse(**arguments):
        raise actions.WrongProfileState

    monkeypatch.setattr(actions, "create_startup", refuse)
    page = as_founder.post(NEW, typed()).content.decode()

    assert "in another state by now" in page


@pytest.mark.parametrize("page", ["submit/", "edit/name/"])
def test_pages_of_members_are_404_for_others(client, published, stranger, editor, page):
    for person in (stranger, editor):
        browser = sign_in(client, person)
        assert browser.post(f"{published.get_absolute_url()}{page}", typed()).status_code == 404


@pytest.mark.parametrize("page", ["submit/", "edit/name/"])
def test_pages_of_members_ask_strangers_to_sign_in(client, published, page):
    response = client.post(f"{published.get_absolute_url()}{page}")

    assert response.status_code == 302
    assert "/accounts/login/" in response.url


def test_submit_asks_for_publication(as_founder, startup):
    response = as_founder.post(reverse("startup_submit", args=[startup.slug]), follow=True)

    startup.refresh_from_db()
    assert startup.state == ProfileState.IN_REVIEW
    assert "An editor looks at the profile now." in response.content.decode()


def test_submit_twice_gives_the_reason(as_founder, startup):
    address = reverse("startup_submit", args=[startup.slug])
    as_founder.post(address)

    page = as_founder.post(address, follow=True).content.decode()

    assert "The profile is in another state by now." in page


def test_submit_does_nothing_when_a_scanner_follows_the_link(as_founder, startup):
    assert as_founder.get(reverse("startup_submit", args=[startup.slug])).status_code == 405

    startup.refresh_from_db()
    assert startup.state == ProfileState.DRAFT


@pytest.mark.parametrize("slug", ["none", "new-2", "a" * 200, "%00"])
def test_dead_links_are_404(client, db, slug):
    assert client.get(f"/en/startups/{slug}/").status_code == 404


def test_profile_says_when_each_number_was_checked(client, founder, editor):
    numbers = {"cin": "U72900KA2019PTC123456", "dpiit": "DIPP12345"}
    startup = make_startup(
        founder, state=ProfileState.PUBLISHED, editor=editor, registrations=numbers
    )
    actions.check_registration(registration=startup.registrations.get(kind="cin"), by=editor)

    page = client.get(startup.get_absolute_url()).content.decode()

    assert 'checked on <time datetime="2024-07-22">Monday, 22 July 2024</time>' in page
    assert page.count("not checked yet") == 1


def test_profile_lists_what_is_open_today(client, published, founder):
    make_opening(published, founder)
    closed = make_opening(published, founder, title_en="Over")
    actions.close_opening(opening=closed, by=founder)
    make_opening(published, founder, published=False, title_en="Not yet")

    page = client.get(published.get_absolute_url()).content.decode()

    assert "Internship in radio measurement" in page
    assert "Over" not in page
    assert "Not yet" not in page
