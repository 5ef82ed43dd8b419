"""Authorities, their people and their packages, set up by administrators; and what only auditors read."""

import pytest
from django.urls import reverse

from corridor.accounts.models import User
from tests.factories import (
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_user,
    officer_of,
    sign_in,
)
from welcome.choices import StaffRole
from welcome.models import Authority, AuthorityMember, Package

pytestmark = pytest.mark.django_db


def address(model, what="changelist", *args):
    return reverse(f"admin:welcome_{model}_{what}", args=args)


@pytest.fixture
def administrator(client):
    person = make_user("Anna Admin", roles=["administrator"])
    sign_in(client, person)
    return person


# Packages


def fields_of(package, **changes):
    """What the package's form sends when nothing was changed."""
    names = ["slug", "title_de", "title_en", "summary_de", "summary_en", "sectors", "origins", "max_age_years",
             "required_documents", "award_days", "begin_days", "report_days", "decision_days", "budget",
             "places"]  # fmt: skip
    data = {name: getattr(package, name) for name in names}
    data |= {
        "is_public": "on",
        "opens_on": f"{package.opens_on}",
        "closes_on": f"{package.closes_on}",
    }
    for none in ("questions", "criteria"):
        data |= {f"{none}-TOTAL_FORMS": 0, f"{none}-INITIAL_FORMS": 0}
    lines = list(package.benefits.all())
    data |= {"benefits-TOTAL_FORMS": len(lines), "benefits-INITIAL_FORMS": len(lines)}
    for index, benefit in enumerate(lines):
        words = [
            "id",
            "title_de",
            "title_en",
            "quantity",
            "unit_de",
            "unit_en",
            "unit_value",
            "provider",
        ]
        data |= {f"benefits-{index}-{name}": getattr(benefit, name) for name in words}
    return {**data, **changes}


def new_benefit(index):
    return {
        f"benefits-{index}-title_de": "Mentor",
        f"benefits-{index}-title_en": "Mentor",
        f"benefits-{index}-quantity": 1,
        f"benefits-{index}-unit_de": "Person",
        f"benefits-{index}-unit_en": "person",
        f"benefits-{index}-unit_value": "500",
        f"benefits-{index}-provider": "digihub",
    }


def test_administrator_changes_a_package_and_its_benefits(client, administrator):
    package = make_package()
    kept, removed = package.benefits.all()
    changes = {
        "title_en": "Arrival",
        "benefits-TOTAL_FORMS": 3,
        "benefits-0-quantity": 5,
        "benefits-1-DELETE": "on",
    }
    data = fields_of(package, **changes, **new_benefit(2))
    response = client.post(address("package", "change", package.pk), data)
    assert response.url == address("package")
    package.refresh_from_db()
    assert package.title_en == "Arrival"
    assert [(benefit.title_en, benefit.quantity) for benefit in package.benefits.all()] == [
        (kept.title_en, 5),
        ("Mentor", 1),
    ]
    assert not package.benefits.filter(pk=removed.pk).exists()


def test_administrator_adds_a_question_to_a_package(client, administrator):
    package = make_package()
    asked = {"text_de": "Wo?", "text_en": "Where?", "kind": "line", "is_required": "on"}
    data = fields_of(package, **{f"questions-0-{name}": value for name, value in asked.items()})
    client.post(address("package", "change", package.pk), {**data, "questions-TOTAL_FORMS": 1})
    question = package.questions.get()
    assert (question.text_en, question.is_required) == ("Where?", True)
    kept = {"questions-TOTAL_FORMS": 1, "questions-INITIAL_FORMS": 1, "questions-0-id": question.pk}
    data = {**data, **kept, "questions-0-DELETE": "on"}
    client.post(address("package", "change", package.pk), data)
    assert not package.questions.exists()


def test_administrator_adds_a_package(client, administrator):
    authority = make_authority()
    model = make_package()
    data = fields_of(
        model,
        authority=authority.pk,
        slug="new",
        **{"benefits-INITIAL_FORMS": 0, "benefits-TOTAL_FORMS": 1},
    )
    data |= {"benefits-0-id": "", **new_benefit(0)}
    client.post(address("package", "add"), data)
    package = Package.objects.get(slug="new")
    assert package.authority == authority
    assert package.value == 500


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"closes_on": "2000-01-01"}, "opens before it closes"),
        ({"sectors": []}, "Choose an answer."),
        ({"budget": "-1"}, "Enter 0 or more."),
        ({"benefits-0-quantity": "-3"}, "or more."),
        ({"benefits-0-title_de": ""}, "Fill this in."),
    ],
)
def test_bad_package_is_refused_and_keeps_what_was_typed(client, administrator, change, words):
    package = make_package()
    data = fields_of(package, title_en="Typed", **change)
    response = client.post(address("package", "change", package.pk), data)
    assert words in response.text
    assert 'value="Typed"' in response.text
    assert Package.objects.get().title_en == package.title_en


def test_authority_of_a_package_is_not_changed(client, administrator):
    package, other = make_package(), make_authority()
    client.post(address("package", "change", package.pk), fields_of(package, authority=other.pk))
    assert Package.objects.get().authority == package.authority


def test_benefit_of_another_package_is_not_taken_over(client, administrator):
    package, other = make_package(), make_package()
    foreign = other.benefits.first()
    client.post(
        address("package", "change", package.pk),
        fields_of(package, **{"benefits-0-id": foreign.pk}),
    )
    foreign.refresh_from_db()
    assert foreign.package == other
    assert package.benefits.count() == 2


def test_officers_read_their_packages_in_words(client):
    package, other = make_package(is_public=False), make_package()
    sign_in(client, officer_of(package.authority))
    text = client.get(address("package", "change", package.pk)).text
    assert "5G industry, MedTech" in text
    assert 'name="_save"' not in text
    assert client.get(address("package", "change", other.pk)).status_code == 404
    assert str(other) not in client.get(address("package")).text
    assert client.get(address("package", "add")).status_code == 404


def test_officer_who_posts_a_package_changes_nothing(client):
    package = make_package()
    sign_in(client, officer_of(package.authority))
    data = fields_of(package, title_en="Mine")
    assert client.post(address("package", "change", package.pk), data).status_code == 404
    assert Package.objects.get().title_en == package.title_en


def test_nobody_deletes_a_package(client, administrator):
    package = make_package()
    assert client.post(address("package", "delete", package.pk), {"post": "yes"}).status_code == 404


# Authorities


def form_of(authority, **changes):
    names = ["name", "slug", "prefix", "law", "address", "place", "email", "phone", "website",
             "signatory_line_de", "signatory_line_en", "remedy_de", "remedy_en"]  # fmt: skip
    return {**{name: getattr(authority, name) for name in names}, **changes}


def test_administrator_changes_an_authority(client, administrator):
    authority = make_authority()
    client.post(address("authority", "change", authority.pk), form_of(authority, place="Köln"))
    assert Authority.objects.get().place == "Köln"


def test_administrator_adds_an_authority(client, administrator):
    model = make_authority()
    data = form_of(model, name="Bezirk", slug="bezirk", prefix="BEZ")
    assert client.post(address("authority", "add"), data).url == address("authority")
    assert Authority.objects.get(slug="bezirk").prefix == "BEZ"


def test_administrative_act_without_remedy_text_is_refused(client, administrator):
    authority = make_authority()
    response = client.post(
        address("authority", "change", authority.pk), form_of(authority, remedy_de="")
    )
    assert "the period for court action is one year" in response.text
    assert Authority.objects.get().remedy_de


# Members


def add_member(client, authority, person, role=StaffRole.OFFICER):
    data = {"authority": authority.pk, "email": getattr(person, "email", person), "role": role}
    return client.post(address("authoritymember", "add"), data)


def test_administrator_gives_roles_one_by_one(client, administrator):
    authority, person = make_authority(), make_user()
    add_member(client, authority, person)
    add_member(client, authority, person, StaffRole.SIGNATORY)
    person = User.objects.get(pk=person.pk)
    assert person.roles == {"officer", "signatory"}
    assert person.is_staff


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("nobody@example.org", "no account with this address"),
        ("not an address", "Enter an email address"),
    ],
)
def test_member_without_account_is_refused(client, administrator, who, words):
    response = add_member(client, make_authority(), who)
    assert words in response.text
    assert who in response.text
    assert not AuthorityMember.objects.exists()


def test_role_that_is_held_already_is_refused(client, administrator):
    authority = make_authority()
    assert "has the role already" in add_member(client, authority, officer_of(authority)).text


def test_administrator_gives_themselves_no_role(client, administrator):
    response = add_member(client, make_authority(), administrator)
    assert "Nobody changes their own roles" in client.get(response.url).text
    assert not AuthorityMember.objects.exists()


def test_administrator_takes_a_role_away(client, administrator):
    authority = make_authority()
    person = make_staff(authority, StaffRole.OFFICER, StaffRole.READER)
    member = authority.members.get(role="officer")
    page = address("authoritymember", "delete", member.pk)
    assert client.get(page).status_code == 200
    assert client.post(page, {"post": "yes"}).url == address("authoritymember")
    assert User.objects.get(pk=person.pk).roles == {"reader"}


def test_deputies_are_of_the_same_authority_and_role(client, administrator):
    authority = make_authority()
    officer_of(authority), make_staff(authority, name="Zweite"), make_staff(make_authority())
    first, second = authority.members.order_by("pk")
    page = address("authoritymember", "change", second.pk)
    choices = client.get(page).context["adminform"].form.fields["deputy_for"].queryset
    assert list(choices) == [first]
    client.post(page, {"deputy_for": first.pk})
    second.refresh_from_db()
    assert second.deputy_for == first
    assert str(first.user) in client.get(address("authoritymember")).text


def test_role_and_person_of_a_member_are_not_changed(client, administrator):
    authority = make_authority()
    officer_of(authority)
    member = authority.members.get()
    page = address("authoritymember", "change", member.pk)
    client.post(page, {"deputy_for": "", "role": "signatory", "user": administrator.pk})
    member.refresh_from_db()
    assert (member.role, member.user) == ("officer", officer_of(authority))


@pytest.mark.parametrize("model", ["authority", "authoritymember"])
def test_officers_find_no_set_up(client, model):
    sign_in(client, officer_of(make_authority()))
    assert client.get(address(model)).status_code == 404
    assert client.get(address(model, "add")).status_code == 404


@pytest.mark.parametrize("model", ["authority", "authoritymember", "package"])
def test_auditors_read_the_set_up_and_change_nothing(client, model):
    package = make_package()
    officer_of(package.authority)
    row = {
        "authority": package.authority,
        "authoritymember": package.authority.members.get(),
        "package": package,
    }[model]
    sign_in(client, make_user(roles=["auditor"]))
    assert client.get(address(model)).status_code == 200
    assert 'name="_save"' not in client.get(address(model, "change", row.pk)).text
    assert client.post(address(model, "change", row.pk), {"place": "x"}).status_code == 404
    assert client.get(address(model, "history", row.pk)).status_code == 200
    if model != "package":
        assert client.get(address(model, "delete", row.pk)).status_code == 404


# Records

RECORDS = {
    "application": lambda case: case.application,
    "revision": lambda case: case.revision,
    "decision": lambda case: case.decisions.get(),
    "caseevent": lambda case: case.events.last(),
}


@pytest.mark.parametrize("model", RECORDS)
def test_records_are_the_auditors_to_read(client, model):
    case = make_case("proposed")
    row = RECORDS[model](case)
    sign_in(client, officer_of(case.authority))
    assert client.get(address(model)).status_code == 404
    assert client.get(address(model, "change", row.pk)).status_code == 404
    sign_in(client, make_user(roles=["auditor"]))
    assert (
        case.startup.name in client.get(address(model)).text
        or case.reference in client.get(address(model)).text
    )
    text = client.get(address(model, "change", row.pk)).text
    assert 'name="_save"' not in text
    assert client.post(address(model, "change", row.pk), {}).status_code == 404
    assert client.get(address(model, "add")).status_code == 404
    assert client.get(address(model, "delete", row.pk)).status_code == 404


def test_submitted_application_leads_to_its_cases(client):
    case = make_case()
    sign_in(client, make_user(roles=["auditor"]))
    page = client.get(address("revision", "change", case.revision.pk)).text
    assert address("case", "change", case.pk) in page


@pytest.mark.parametrize("model", RECORDS)
def test_records_cost_the_same_for_one_row_and_for_more(
    client, model, django_assert_max_num_queries
):
    for _ in range(5):
        make_case("proposed")
    sign_in(client, make_user(roles=["auditor"]))
    with django_assert_max_num_queries(6):
        client.get(address(model))
