import pytest
from django.urls import reverse

from corridor.actions import Conflict, NotPermitted
from startups import actions
from startups.models import Partner
from tests.people import make_person, sign_in
from tests.startups.ecosystem import OPENING, PARTNER, make_partner, make_project

LIST = "/en/partners/"
ADMIN = "/admin/startups/partner/"


@pytest.fixture
def partner(editor):
    return make_partner(editor)


def read(client, path=LIST, **query):
    return client.get(path, query).content.decode()


def test_address_comes_from_the_name_and_stays(editor):
    names = ["Universität Düsseldorf", "Universitaet Duesseldorf", "ಕರ್ನಾಟಕ"]
    slugs = [make_partner(editor, name=name).slug for name in names]
    assert slugs == ["universitaet-duesseldorf", "universitaet-duesseldorf-2", "partner"]
    partner = Partner.objects.get(slug="partner")
    assert actions.change_partner(partner=partner, by=editor, name="KITS").slug == "partner"


def test_only_editors_write_partners(partner, founder, auditor):
    for person in (founder, auditor):
        with pytest.raises(NotPermitted):
            make_partner(person)
        with pytest.raises(NotPermitted):
            actions.change_partner(partner=partner, by=person, name="Mine")


def test_public_partner_is_described(editor):
    with pytest.raises(Conflict) as refused:
        make_partner(editor, description_de="", description_en="")
    assert refused.value.rule == "partner_public_has_words"


def test_list_names_one_side_after_the_other(client, editor):
    make_partner(editor, name="KDEM", side="karnataka")
    make_partner(editor, name="IHK")
    make_partner(editor, name="Secret", is_published=False)
    page = read(client)
    places = [page.index(words) for words in (">Düsseldorf</h2>", "IHK", ">Karnataka</h2>", "KDEM")]
    assert places == sorted(places)
    assert "Secret" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"side": "karnataka"}, {"KDEM"}),
        ({"kind": "chamber"}, {"IHK"}),
        ({"side": "karnataka", "kind": "chamber"}, set()),
        ({"side": "mars"}, {"IHK", "KDEM"}),
    ],
)
def test_list_is_filtered(client, editor, query, found):
    make_partner(editor, name="KDEM", side="karnataka")
    make_partner(editor, name="IHK", kind="chamber")
    page = read(client, **query)
    assert {name for name in ("KDEM", "IHK") if f">{name}</a>" in page} == found
    assert ("Show all partners" in page) == (not found)


@pytest.mark.parametrize("number", [1, 30])
def test_list_costs_the_same_for_one_and_thirty(
    client, editor, number, django_assert_max_num_queries
):
    for _ in range(number):
        make_partner(editor)
    with django_assert_max_num_queries(2):
        client.get(LIST)


def test_page_says_what_they_offer_to_whom_and_never_their_address(client, partner, editor):
    make_project(editor, partners=[partner])
    make_project(editor, partners=[partner], title_en="Hidden", is_published=False)
    fields = {**OPENING, "is_published": True}
    actions.create_opening(partner=partner, by=editor, **fields)
    page = read(client, partner.get_absolute_url())
    for words in (
        "Market access, Mentoring",
        "MedTech",
        "startup-unit.example",
        "5G for factories",
    ):
        assert words in page
    assert "Internship in radio measurement" in page
    assert "Hidden" not in page
    for person in (None, editor):
        shown = read(sign_in(client, person) if person else client, partner.get_absolute_url())
        assert PARTNER["email"] not in shown


def test_page_without_sectors_is_for_all(client, editor):
    partner = make_partner(editor, sectors=[])
    assert "Start-ups of every sector" in read(client, partner.get_absolute_url())


def test_page_marks_the_other_language(client, editor):
    partner = make_partner(editor, description_de="")
    page = read(client, f"/de/partners/{partner.slug}/")
    assert '<div lang="en"><p>Helps start-ups to arrive.</p></div>' in page


def test_page_costs_few_queries(client, partner, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get(partner.get_absolute_url())


def test_page_that_is_not_public_is_404_but_for_editors_and_auditors(
    client, editor, auditor, founder
):
    address = make_partner(editor, is_published=False).get_absolute_url()
    assert client.get(address).status_code == 404
    assert sign_in(client, founder).get(address).status_code == 404
    for person in (editor, auditor):
        assert "Only editors and auditors see this page." in read(sign_in(client, person), address)


# The back office


def test_editor_adds_and_changes_a_partner(as_editor, editor):
    as_editor.post(f"{ADMIN}add/", {**PARTNER, "is_published": ""})
    partner = Partner.objects.get()
    assert (partner.slug, partner.is_published) == ("startup-unit", False)
    assert partner.offering == ["market_access", "mentoring"]
    change = reverse("admin:startups_partner_change", args=[partner.pk])
    assert partner.get_absolute_url() in read(as_editor, change)
    as_editor.post(change, {**PARTNER, "name": "Startup Unit Düsseldorf", "is_published": "on"})
    partner.refresh_from_db()
    assert (partner.name, partner.slug, partner.is_published) == (
        "Startup Unit Düsseldorf",
        "startup-unit",
        True,
    )


def test_form_says_what_a_public_partner_lacks(as_editor):
    words = {"description_de": "", "description_en": ""}
    page = as_editor.post(f"{ADMIN}add/", {**PARTNER, **words}).content.decode()
    assert "Describe the partner in German or English before it is public." in page
    assert not Partner.objects.exists()


def test_auditor_reads_a_partner_and_its_history(client, partner, auditor):
    client = sign_in(client, auditor)
    page = read(client, reverse("admin:startups_partner_change", args=[partner.pk]))
    assert 'name="_save"' not in page
    assert "Market access, Mentoring" in page
    history = read(client, reverse("admin:startups_partner_history", args=[partner.pk]))
    assert "Partner added" in history
    assert "Erika Editor" in history


@pytest.mark.parametrize("role", ["event_team", "administrator"])
def test_admin_is_404_for_other_staff(client, db, role):
    person = make_person("staff@duesseldorf.example", roles=[role])
    assert sign_in(client, person).get(ADMIN).status_code == 404


def test_nobody_deletes_a_partner(as_editor, partner):
    delete = reverse("admin:startups_partner_delete", args=[partner.pk])
    assert as_editor.post(delete, {"post": "yes"}).status_code == 404
