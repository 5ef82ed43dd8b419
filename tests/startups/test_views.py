import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from corridor import clock
from startups import actions
from startups.choices import MemberRole, ProfileState
from startups.models import Membership, Startup
from tests.people import sign_in
from tests.startups.factories import make_startup, picture, typed

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
    with django_assert_num_queries(2):
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


def test_profile_tells_members_what_is_missing_and_what_to_do(as_founder, startup):
    page = as_founder.get(startup.get_absolute_url()).content.decode()

    assert "Submit for review" in page
    assert "<li>the logo</li>" in page
    assert "Only people of the start-up see it." in page


@pytest.mark.parametrize(
    ("state", "words"),
    [(ProfileState.RETURNED, "Name no customer."), (ProfileState.HIDDEN, "The website is gone.")],
)
def test_profile_shows_members_the_reason(as_founder, founder, editor, state, words):
    startup = make_startup(founder, state=state, editor=editor)

    assert words in as_founder.get(startup.get_absolute_url()).content.decode()


def test_profile_offers_submitting_to_owners_only(client, startup, stranger):
    Membership.objects.create(
        startup=startup, user=stranger, role=MemberRole.EDITOR, since=clock.now()
    )

    page = sign_in(client, stranger).get(startup.get_absolute_url()).content.decode()

    assert "Submit for review" not in page
    assert "An owner of the start-up asks for publication." in page


def test_profile_shows_the_public_nothing_of_the_members_part(client, published):
    page = client.get(published.get_absolute_url()).content.decode()

    assert "Your profile" not in page
    assert "You can still add" not in page


def test_create_asks_to_sign_in(client):
    response = client.get(NEW)

    assert response.url == f"/en/accounts/login/?next={NEW}"


def test_create_makes_a_draft_of_the_person(as_founder, founder):
    response = as_founder.post(NEW, typed(name="Ōe", lei="5493 00DEMO00DUSKA053", logo=picture()))

    startup = Startup.objects.get()
    assert response.url == "/en/startups/oe/"
    assert (startup.state, startup.membership_of(founder).role) == (
        ProfileState.DRAFT,
        MemberRole.OWNER,
    )
    assert startup.registrations.get().value == "549300DEMO00DUSKA053"
    assert default_storage.exists(startup.logo.name)


def test_create_leads_back_to_what_needed_the_profile(as_founder):
    address = "/en/packages/soft-landing/apply/"
    assert as_founder.post(f"{NEW}?next={address}", typed()).url == address


@pytest.mark.parametrize("foreign", ["https://evil.example/", "//evil.example/", "javascript:x"])
def test_create_never_leads_elsewhere(as_founder, foreign):
    response = as_founder.post(f"{NEW}?next={foreign}", typed())

    assert response.url == Startup.objects.get().get_absolute_url()


def test_create_links_each_error_to_its_field_and_keeps_what_was_typed(as_founder):
    fields = typed(city="", cin="U123", legal_name="Müller <GmbH>", origin="")
    page = as_founder.post(NEW, fields).content.decode()

    assert '<a href="#id_city">City – Fill this in.</a>' in page
    assert '<a href="#id_cin">CIN – This is not a valid CIN. It looks like this: ' in page
    assert '<a href="#id_origin_0">' in page
    assert 'value="Müller &lt;GmbH&gt;"' in page
    assert "<title>Error: Add your start-up" in page


def test_create_asks_for_the_logo_again(as_founder):
    page = as_founder.post(NEW, typed(city="", logo=picture())).content.decode()

    assert "Choose the logo again" in page


def test_create_says_the_refusal_of_the_action(as_founder, monkeypatch):
    def refuse(**arguments):
        raise actions.WrongProfileState

    monkeypatch.setattr(actions, "create_startup", refuse)
    page = as_founder.post(NEW, typed()).content.decode()

    assert "in another state by now" in page


def test_edit_shows_what_is_stored(as_founder, founder):
    startup = make_startup(
        founder, name="Müller", themes=["sustainability"], registrations={"dpiit": "DIPP1"}
    )

    page = as_founder.get(reverse("startup_edit", args=[startup.slug])).content.decode()

    assert 'value="Müller"' in page
    assert 'value="2019-03-01"' in page
    assert 'value="DIPP1"' in page
    assert 'value="sustainability" id="id_themes_2"' in page


def test_edit_writes_and_keeps_the_address(as_founder, startup):
    address = startup.get_absolute_url()

    response = as_founder.post(f"{address}edit/", typed(name="Another name"))

    startup.refresh_from_db()
    assert (startup.name, response.url) == ("Another name", address)


def test_edit_with_errors_keeps_the_heading(as_founder, startup):
    page = as_founder.post(f"{startup.get_absolute_url()}edit/", typed(name="")).content.decode()

    assert "<h1>Edit Kaverion EdgeNet</h1>" in page


def test_edit_removes_the_logo(as_founder, founder):
    startup = make_startup(founder, logo="logos/present.webp")

    as_founder.post(f"{startup.get_absolute_url()}edit/", typed(**{"logo-clear": "on"}))

    startup.refresh_from_db()
    assert not startup.logo


@pytest.mark.parametrize("name", ["startup_edit", "startup_submit"])
def test_pages_of_members_are_404_for_others(client, published, stranger, editor, name):
    address = reverse(name, args=[published.slug])

    for person in (stranger, editor):
        assert sign_in(client, person).post(address, typed()).status_code == 404


@pytest.mark.parametrize("name", ["startup_edit", "startup_submit"])
def test_pages_of_members_ask_strangers_to_sign_in(client, published, name):
    response = client.post(reverse(name, args=[published.slug]))

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


def test_edit_warns_of_a_cin_of_another_year_and_saves_it(as_founder, startup):
    address = f"{startup.get_absolute_url()}edit/"
    assert "Check this number" not in as_founder.get(address).content.decode()

    page = as_founder.post(address, typed(cin="U72900KA2017PTC123456"), follow=True)

    warning = "CIN: Incorporated in 2017 by this number, founded in 2019 by the profile."
    assert warning in page.content.decode()
    assert warning in as_founder.get(address).content.decode()
    assert startup.registrations.get().value == "U72900KA2017PTC123456"


def test_profile_says_when_each_number_was_checked(client, founder, editor):
    numbers = {"cin": "U72900KA2019PTC123456", "dpiit": "DIPP12345"}
    startup = make_startup(
        founder, state=ProfileState.PUBLISHED, editor=editor, registrations=numbers
    )
    actions.check_registration(registration=startup.registrations.get(kind="cin"), by=editor)

    page = client.get(startup.get_absolute_url()).content.decode()

    assert 'checked on <time datetime="2024-07-22">Monday, 22 July 2024</time>' in page
    assert page.count("not checked yet") == 1
