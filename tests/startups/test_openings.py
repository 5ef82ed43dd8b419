from datetime import date, timedelta

import pytest
from django.urls import reverse

from corridor import clock
from corridor.actions import Conflict, NotPermitted
from startups import actions
from startups.choices import MemberRole, ProfileState
from startups.models import Membership, Opening
from tests.people import make_person, sign_in
from tests.startups.ecosystem import OPENING, in_days, make_interest, make_opening, make_partner
from tests.startups.factories import make_startup

LIST = "/en/openings/"


@pytest.fixture
def opening(published, founder):
    return make_opening(published, founder)


@pytest.fixture
def draft(published, founder):
    return make_opening(published, founder, published=False)


def address(opening, page="opening"):
    return reverse(page, args=[opening.pk])


def read(client, path=LIST, **query):
    return client.get(path, query).content.decode()


def typed(**fields):
    words = {k: v.isoformat() if isinstance(v, date) else v for k, v in OPENING.items()}
    return {**words, **fields}


# What the actions allow


def test_opening_begins_as_a_draft(draft):
    assert not draft.is_published
    assert not Opening.objects.open_on(clock.today()).exists()


def test_opening_is_written_by_members_alone(published, editor, stranger):
    for person in (editor, stranger):
        with pytest.raises(actions.NotAMember):
            make_opening(published, person)


def test_every_member_writes_openings(published, stranger):
    Membership.objects.create(
        startup=published, user=stranger, role=MemberRole.EDITOR, since=clock.now()
    )
    assert make_opening(published, stranger).is_open


@pytest.mark.parametrize(
    "state", [state for state in ProfileState if state != ProfileState.PUBLISHED]
)
def test_opening_needs_a_public_start_up(founder, editor, state):
    startup = make_startup(founder, state=state, editor=editor)
    with pytest.raises(actions.StartupNotPublic):
        make_opening(startup, founder)


def test_openings_of_partners_are_written_by_editors_alone(editor, founder):
    partner = make_partner(editor)
    fields = {**OPENING, "is_published": True}
    assert actions.create_opening(partner=partner, by=editor, **fields).is_open
    with pytest.raises(NotPermitted):
        actions.create_opening(partner=partner, by=founder, **fields)


def test_opening_belongs_to_one(published, founder, editor):
    with pytest.raises(Conflict) as refused:
        make_opening(published, founder, partner=make_partner(editor))
    assert refused.value.rule == "opening_of_one"


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"title_de": "", "title_en": ""}, "opening_has_a_title"),
        ({"text_de": "", "text_en": ""}, "opening_public_has_words"),
    ],
)
def test_opening_needs_words(published, founder, fields, rule):
    with pytest.raises(Conflict) as refused:
        make_opening(published, founder, **fields)
    assert refused.value.rule == rule


def test_closing_day_lies_within_a_year(published, founder):
    for days in (0, 365):
        assert make_opening(published, founder, closes_on=in_days(days)).is_open
    with pytest.raises(actions.ClosingDayMissed):
        make_opening(published, founder, closes_on=in_days(-1))
    with pytest.raises(actions.ClosingDayTooFar):
        make_opening(published, founder, closes_on=in_days(366))


def test_opening_is_open_to_the_end_of_its_last_day(opening, set_clock):
    set_clock(opening.closes_on)
    assert opening.is_open
    assert Opening.objects.open_on(clock.today()).get() == opening
    set_clock(opening.closes_on + timedelta(days=1))
    assert opening.is_closed
    assert not Opening.objects.open_on(clock.today()).exists()


def test_draft_is_published_only_before_its_closing_day(draft, founder, set_clock):
    set_clock(draft.closes_on + timedelta(days=1))
    with pytest.raises(actions.ClosingDayMissed):
        actions.publish_opening(opening=draft, by=founder)


def test_opening_of_a_hidden_start_up_is_not_open(opening, published, editor):
    actions.hide_profile(startup=published, note="The website is gone.", by=editor)
    opening.refresh_from_db()
    assert not opening.is_open
    assert not Opening.objects.open_on(clock.today()).exists()


def test_opening_is_closed_early_and_for_good(opening, founder):
    closed = actions.close_opening(opening=opening, by=founder)
    assert (closed.closed_on, closed.is_open) == (clock.today(), False)
    for verb in (actions.close_opening, actions.change_opening):
        with pytest.raises(actions.OpeningClosed):
            verb(opening=opening, by=founder)


def test_opening_of_a_hidden_start_up_can_be_closed(opening, published, founder, editor):
    actions.hide_profile(startup=published, note="The website is gone.", by=editor)
    assert actions.close_opening(opening=opening, by=founder).is_closed


def test_database_keeps_a_closed_opening_closed(opening, founder):
    actions.close_opening(opening=opening, by=founder)
    with pytest.raises(Conflict) as refused:
        actions.publish_opening(opening=reopened(opening), by=founder)
    assert refused.value.rule == "opening_closed_for_good"


def reopened(opening):
    """As if somebody had forgotten the rule: only the database is left to refuse."""
    from corridor.actions import action

    @action
    def reopen(*, by):
        Opening.objects.filter(pk=opening.pk).update(closed_on=None)

    reopen(by=None)


def test_draft_is_not_closed(draft, founder):
    with pytest.raises(actions.NotPublished):
        actions.close_opening(opening=draft, by=founder)


@pytest.mark.parametrize("verb", ["change_opening", "publish_opening", "close_opening"])
def test_others_do_nothing_to_an_opening(draft, stranger, editor, verb):
    for person in (stranger, editor):
        with pytest.raises(actions.NotAMember):
            getattr(actions, verb)(opening=draft, by=person)


# The list


def test_list_shows_what_is_open_the_next_closing_day_first(client, published, founder, draft):
    for days, title in [(20, "Later"), (5, "Sooner")]:
        make_opening(published, founder, title_en=title, closes_on=in_days(days))
    page = read(client)
    assert page.index("Sooner") < page.index("Later")
    assert OPENING["title_en"] not in page
    assert "open until" in page
    assert "Saturday, 27 July 2024" in page


@pytest.mark.parametrize("number", [1, 30])
def test_list_costs_the_same_for_one_and_thirty(
    client, published, founder, number, django_assert_max_num_queries
):
    for _ in range(number):
        make_opening(published, founder)
    with django_assert_max_num_queries(2):
        client.get(LIST)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"kind": "internship"}, {"Radio"}),
        ({"sector": "5g_industry"}, {"Radio"}),
        ({"sector": "medtech"}, {"Desk"}),
        ({"side": "duesseldorf"}, {"Desk"}),
        ({"side": "karnataka", "kind": "job"}, set()),
        ({"city": "bengaluru"}, {"Radio"}),
        ({"city": "duesseldorf"}, {"Desk"}),
        ({"city": "%_\\"}, set()),
        ({"kind": "nonsense"}, {"Radio", "Desk"}),
    ],
)
def test_list_is_filtered(client, published, founder, editor, query, found):
    make_opening(published, founder, title_en="Radio")
    fields = {**OPENING, "title_en": "Desk", "kind": "job", "city": "Düsseldorf"}
    partner = make_partner(editor)
    actions.create_opening(partner=partner, by=editor, is_published=True, **fields)
    page = read(client, **query)
    assert {title for title in ("Radio", "Desk") if f">{title}</a>" in page} == found


def test_list_says_what_to_relax(client, opening):
    assert "Show all openings" in read(client, kind="job")


def test_empty_list_leads_to_the_start_ups(client, db):
    assert "Nobody has an opening at present." in read(client)


# The page


def test_page_says_who_offers_it_and_until_when(client, opening, published):
    page = read(client, address(opening))
    assert published.get_absolute_url() in page
    assert "Six months in the hall." in page
    assert "Monday, 30 September 2024" in page
    assert address(opening, "opening_interest") in page
    assert "noindex" not in page


def test_page_costs_few_queries(client, opening, founder, django_assert_max_num_queries):
    with django_assert_max_num_queries(1):
        client.get(address(opening))
    sign_in(client, founder)
    with django_assert_max_num_queries(8):
        client.get(address(opening))


def test_page_of_a_partner_leads_to_its_website(client, editor):
    partner = make_partner(editor)
    fields = {**OPENING, "is_published": True}
    opening = actions.create_opening(partner=partner, by=editor, **fields)
    page = read(client, address(opening))
    assert "Startup Unit takes applications itself:" in page
    assert "https://www.startup-unit.example/" in page
    assert "I am interested" not in page
    assert sign_in(client, editor).get(address(opening, "opening_interest")).status_code == 404


def test_draft_is_404_but_for_members_editors_and_auditors(
    client, draft, founder, stranger, editor, auditor
):
    assert client.get(address(draft)).status_code == 404
    assert sign_in(client, stranger).get(address(draft)).status_code == 404
    for person in (founder, editor, auditor):
        assert "Draft." in read(sign_in(client, person), address(draft))


def test_closed_one_is_404_but_for_who_wrote_to_it(client, opening, founder, stranger):
    make_interest(opening, stranger)
    actions.close_opening(opening=opening, by=founder)
    assert client.get(address(opening)).status_code == 404
    page = read(sign_in(client, stranger), address(opening))
    assert "Closed." in page
    assert "You wrote to them on 22 July 2024." in page


# What members do


def test_members_write_and_publish(as_founder, published):
    new = reverse("opening_new", args=[published.slug])
    assert 'value="Bengaluru"' in read(as_founder, new)
    response = as_founder.post(new, typed())
    opening = Opening.objects.get()
    assert (response.url, opening.is_published) == (address(opening), False)
    as_founder.post(address(opening, "opening_publish"))
    opening.refresh_from_db()
    assert opening.is_open


def test_form_says_what_is_wrong_and_keeps_what_was_typed(as_founder, published):
    new = reverse("opening_new", args=[published.slug])
    wrong = typed(title_de="", title_en="", closes_on="2024-07-21", city="Ōe")
    page = as_founder.post(new, wrong).content.decode()
    assert '<a href="#id_title_en">' in page
    assert "The closing day has passed. Enter a later one." in page
    assert 'value="Ōe"' in page
    assert not Opening.objects.exists()


def test_form_says_the_refusal_of_the_action(as_founder, opening, founder):
    actions.close_opening(opening=opening, by=founder)
    page = as_founder.post(address(opening, "opening_edit"), typed()).content.decode()
    assert "This opening has closed. Write a new one." in page


def test_members_edit_and_close(as_founder, opening):
    as_founder.post(address(opening, "opening_edit"), typed(title_en="Internship, paid"))
    opening.refresh_from_db()
    assert (opening.title_en, opening.is_open) == ("Internship, paid", True)
    assert as_founder.get(address(opening, "opening_close")).status_code == 200
    opening.refresh_from_db()
    assert opening.is_open
    assert as_founder.post(address(opening, "opening_close")).url == address(opening)
    page = as_founder.post(address(opening, "opening_close")).content.decode()
    assert "This opening has closed." in page


def test_publishing_twice_and_too_late(as_founder, draft, set_clock):
    set_clock(draft.closes_on + timedelta(days=1))
    page = as_founder.post(address(draft, "opening_publish"), follow=True).content.decode()
    assert "The closing day has passed." in page


@pytest.mark.parametrize("page", ["opening_edit", "opening_publish", "opening_close"])
def test_pages_of_members_are_404_for_others(client, opening, stranger, editor, page):
    for person in (stranger, editor):
        assert sign_in(client, person).post(address(opening, page)).status_code == 404


def test_profile_that_is_not_public_has_no_new_opening(as_founder, startup):
    assert as_founder.get(reverse("opening_new", args=[startup.slug])).status_code == 404
    page = read(as_founder, reverse("startup_openings", args=[startup.slug]))
    assert "You can write openings once your profile is public." in page


def test_members_find_their_openings_on_the_profile(as_founder, published):
    own = reverse("startup_openings", args=[published.slug])
    assert own in read(as_founder, published.get_absolute_url())


@pytest.mark.parametrize("number", [1, 30])
def test_own_list_costs_the_same_for_one_and_thirty(
    as_founder, published, founder, stranger, number, django_assert_max_num_queries
):
    for _ in range(number):
        make_interest(make_opening(published, founder), stranger)
    with django_assert_max_num_queries(7):
        page = read(as_founder, reverse("startup_openings", args=[published.slug]))
    assert page.count("1 person is interested") == number


# The back office


def test_editor_writes_an_opening_for_a_partner(as_editor, editor):
    partner = make_partner(editor)
    as_editor.post(
        "/admin/startups/opening/add/", typed(partner=str(partner.pk), is_published="on")
    )
    opening = Opening.objects.get()
    assert (opening.partner, opening.is_open) == (partner, True)
    change = reverse("admin:startups_opening_change", args=[opening.pk])
    as_editor.post(change, typed(partner=str(partner.pk), title_en="Another"))
    opening.refresh_from_db()
    assert (opening.title_en, opening.is_published) == ("Another", False)


def test_editor_only_reads_what_start_ups_offer(as_editor, opening, stranger):
    make_interest(opening, stranger, message="Nobody else reads this.")
    page = read(as_editor, reverse("admin:startups_opening_change", args=[opening.pk]))
    assert 'name="_save"' not in page
    assert "Kaverion EdgeNet" in page
    assert "Nobody else reads this." not in page


def test_admin_list_says_how_each_opening_stands(as_editor, opening, draft, published, founder):
    closed = actions.close_opening(opening=make_opening(published, founder), by=founder)
    page = read(as_editor, "/admin/startups/opening/")
    assert all(f"/{row.pk}/change/" in page for row in (opening, draft, closed))
    assert all(f">{words}</td>" in page for words in ("Draft", "Public", "Closed"))


@pytest.mark.parametrize("number", [1, 30])
def test_admin_list_costs_the_same_for_one_and_thirty(
    as_editor, published, founder, number, django_assert_max_num_queries
):
    for _ in range(number):
        make_opening(published, founder)
    with django_assert_max_num_queries(6):
        as_editor.get("/admin/startups/opening/")


@pytest.mark.parametrize("role", ["event_team", "administrator"])
def test_admin_list_is_404_for_other_staff(client, db, role):
    person = make_person("staff@duesseldorf.example", roles=[role])
    assert sign_in(client, person).get("/admin/startups/opening/").status_code == 404


def test_closing_day_does_not_move_away_once_a_cv_is_here(opening, founder, stranger):
    make_interest(opening, stranger)
    later = opening.closes_on + timedelta(days=1)
    with pytest.raises(actions.ClosingDayPromised):
        actions.change_opening(opening=opening, closes_on=later, by=founder)
    earlier = opening.closes_on - timedelta(days=1)
    actions.change_opening(opening=opening, closes_on=earlier, by=founder)


@pytest.mark.parametrize(("language", "first"), [("de", "title_de"), ("en", "title_en")])
def test_form_asks_in_the_language_of_the_page_first(as_founder, published, language, first):
    page = as_founder.get(f"/{language}/startups/{published.slug}/openings/new/")
    names = [name for name in page.context["form"].fields if name.startswith("title")]
    assert names[0] == first
    assert "optional" not in page.content.decode()
