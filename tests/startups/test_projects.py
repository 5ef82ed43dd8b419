from datetime import date

import pytest
from django.urls import reverse

from corridor.actions import Conflict, NotPermitted
from startups import actions, milestones
from startups.choices import ProfileState, ProjectState
from startups.models import Milestone, Project
from tests.people import sign_in
from tests.startups.ecosystem import PROJECT, make_partner, make_project, milestone
from tests.startups.factories import make_startup

LIST = "/en/projects/"
ADMIN = "/admin/startups/project/"
TODAY = date(2024, 7, 22)


def read(client, path=LIST, **query):
    return client.get(path, query).content.decode()


def states(project, **options):
    return [(stop["state"], stop["note"]) for stop in milestones.stops(project, **options)]


def test_only_editors_write_projects(editor, founder, auditor):
    project = make_project(editor)
    for person in (founder, auditor):
        with pytest.raises(NotPermitted):
            make_project(person)
        with pytest.raises(NotPermitted):
            actions.change_project(project=project, by=person, state="done")


def test_address_comes_from_the_title_and_is_numbered(editor):
    assert [make_project(editor).slug for _ in range(2)] == [
        "5g-for-factories",
        "5g-for-factories-2",
    ]


def test_project_ends_after_it_begins(editor):
    with pytest.raises(Conflict) as refused:
        make_project(editor, ends_on=date(2024, 1, 14))
    assert refused.value.rule == "project_ends_after_it_begins"


def test_change_keeps_what_is_not_named(editor):
    partner = make_partner(editor)
    project = make_project(editor, partners=[partner], milestones=[milestone()])
    actions.change_project(project=project, by=editor, state="done")
    assert (project.partners.get(), project.milestones.count()) == (partner, 1)


def test_change_writes_adds_and_removes_milestones(editor):
    rows = [milestone("Stays"), milestone("Goes")]
    project = make_project(editor, milestones=rows)
    stays = project.milestones.get(title_en="Stays")
    given = [{"id": stays.pk, **milestone("Stays", done_on=TODAY)}, milestone("New")]
    actions.change_project(project=project, by=editor, milestones=given)
    assert set(project.milestones.values_list("title_en", "done_on")) == {
        ("Stays", TODAY),
        ("New", None),
    }
    assert project.milestones.get(title_en="Stays") == stays


def test_milestones_are_stops_on_the_line(editor):
    rows = [
        milestone("A", due_on=date(2024, 2, 1), done_on=date(2024, 2, 3)),
        milestone("B", due_on=date(2024, 7, 20)),
        milestone("C", due_on=date(2024, 9, 1)),
    ]
    project = make_project(editor, milestones=rows)
    assert states(project) == [("passed", ""), ("here", ""), ("ahead", "")]
    assert states(project, for_staff=True) == [
        ("passed", ""),
        ("here", "Overdue for 2 days"),
        ("ahead", ""),
    ]


@pytest.mark.parametrize(("day", "late"), [(21, True), (22, False), (23, False)])
def test_milestone_is_overdue_from_the_day_after(editor, day, late):
    make_project(editor, milestones=[milestone(due_on=date(2024, 7, day))])
    assert Milestone.objects.overdue(TODAY).exists() == late


@pytest.mark.parametrize("state", ProjectState)
def test_project_that_has_ended_owes_nothing(editor, state):
    lives = state in {ProjectState.PLANNED, ProjectState.RUNNING}
    project = make_project(editor, state=state, milestones=[milestone()])
    assert Milestone.objects.overdue(TODAY).exists() == lives
    assert bool(milestones.stops(project, for_staff=True)[0]["note"]) == lives


# Pages


def test_list_shows_the_published_and_filters(client, editor):
    make_project(editor)
    make_project(editor, title_en="Water", sector="green_tech", state="done")
    make_project(editor, title_en="Secret", is_published=False)
    page = read(client)
    assert "5G for factories" in page
    assert "Secret" not in page
    assert "Water" not in read(client, sector="5g_industry")
    assert "5G for factories" not in read(client, state="done")
    assert "Show all projects" in read(client, sector="medtech")


def test_empty_list_says_so(client, db):
    assert "No project is published yet." in read(client)


@pytest.mark.parametrize("number", [1, 30])
def test_list_costs_the_same_for_one_and_thirty(
    client, editor, number, django_assert_max_num_queries
):
    for _ in range(number):
        make_project(editor)
    with django_assert_max_num_queries(2):
        client.get(LIST)


def test_page_names_who_works_on_it_as_far_as_it_is_public(client, editor, founder):
    public, draft = (
        make_startup(founder, name=name, state=state, editor=editor)
        for name, state in [("Public", ProfileState.PUBLISHED), ("Draft", ProfileState.DRAFT)]
    )
    partners = [
        make_partner(editor),
        make_partner(editor, name="Unseen", is_published=False),
    ]
    project = make_project(
        editor, partners=partners, startups=[public, draft], milestones=[milestone()]
    )
    page = read(client, project.get_absolute_url())
    assert public.get_absolute_url() in page
    assert partners[0].get_absolute_url() in page
    assert draft.name not in page
    assert "Unseen" not in page
    assert "Antenna stands" in page
    assert "KDEM" in page
    assert draft.get_absolute_url() in read(sign_in(client, founder), project.get_absolute_url())


def test_page_says_to_staff_alone_what_is_overdue(client, editor, auditor, founder):
    project = make_project(editor, milestones=[milestone()])
    address = project.get_absolute_url()
    assert "Overdue" not in read(client, address)
    assert "Overdue" not in read(sign_in(client, founder), address)
    for person in (editor, auditor):
        assert "Overdue for 51 days" in read(sign_in(client, person), address)


@pytest.mark.parametrize("number", [1, 30])
def test_page_costs_the_same_for_one_and_thirty(
    client, editor, founder, number, django_assert_num_queries
):
    partners = [make_partner(editor) for _ in range(number)]
    startups = [
        make_startup(founder, state=ProfileState.PUBLISHED, editor=editor) for _ in range(number)
    ]
    rows = [milestone() for _ in range(number)]
    project = make_project(editor, partners=partners, startups=startups, milestones=rows)
    with django_assert_num_queries(4):
        client.get(project.get_absolute_url())


def test_page_that_is_not_public_is_404_but_for_editors_and_auditors(
    client, editor, auditor, founder
):
    address = make_project(editor, is_published=False).get_absolute_url()
    assert client.get(address).status_code == 404
    assert sign_in(client, founder).get(address).status_code == 404
    for person in (editor, auditor):
        assert sign_in(client, person).get(address).status_code == 200


# The back office


def typed(*rows, partners=(), startups="", **fields):
    """What an editor types: the project, and its milestones in the rows below it."""
    form = {
        **{k: v.isoformat() if isinstance(v, date) else v for k, v in PROJECT.items()},
        "partners": [str(partner.pk) for partner in partners],
        "startups": startups,
        "milestones-TOTAL_FORMS": len(rows),
        "milestones-INITIAL_FORMS": sum("id" in row for row in rows),
        **fields,
    }
    for number, row in enumerate(rows):
        form |= {f"milestones-{number}-{name}": value or "" for name, value in row.items()}
    return form


def test_editor_adds_a_project_with_its_milestones(as_editor, editor, published):
    partner = make_partner(editor)
    address = f"http://localhost:8000{published.get_absolute_url()}"
    as_editor.post(f"{ADMIN}add/", typed(milestone(), partners=[partner], startups=address))
    project = Project.objects.get()
    assert project.slug == "5g-for-factories"
    assert (project.partners.get(), project.startups.get()) == (partner, published)
    assert project.milestones.get().owner == "KDEM"


def test_editor_marks_a_milestone_as_done_and_removes_another(as_editor, editor, published):
    rows = [milestone("First"), milestone("Second")]
    project = make_project(editor, milestones=rows, startups=[published])
    change = reverse("admin:startups_project_change", args=[project.pk])
    page = read(as_editor, change)
    assert f">\n{published.slug}</textarea>" in page
    first, second = project.milestones.all()
    given = [
        {"id": first.pk, "project": project.pk, **milestone("First", done_on=TODAY)},
        {"id": second.pk, "project": project.pk, **milestone("Second"), "DELETE": "on"},
    ]
    as_editor.post(change, typed(*given, startups=published.slug))
    assert project.milestones.get().done_on == TODAY


def test_unknown_start_up_is_named(as_editor, db):
    page = as_editor.post(f"{ADMIN}add/", typed(startups="kaverion\nnobody")).content.decode()
    assert "There is no start-up with this address: kaverion, nobody." in page
    assert not Project.objects.exists()


def test_start_page_tells_editors_what_is_overdue(as_editor, editor):
    rows = [milestone(due_on=date(2024, 7, 1)), milestone(due_on=date(2024, 6, 1)), milestone()]
    make_project(editor, milestones=rows)
    make_project(editor, title_en="In time", milestones=[milestone(due_on=TODAY)])
    tasks = as_editor.get("/admin/").context["tasks"]
    (task,) = [task for task in tasks if "milestone" in task.sentence]
    assert (task.sentence, task.due) == ("3 milestones are overdue", date(2024, 6, 1))
    page = as_editor.get(task.url)
    assert page.context["cl"].result_count == 1
    assert "3 milestones" in page.content.decode()


def test_start_page_tells_others_nothing_of_milestones(client, editor, auditor):
    make_project(editor, milestones=[milestone()])
    assert sign_in(client, auditor).get("/admin/").context["tasks"] == []


@pytest.mark.parametrize("number", [1, 30])
def test_admin_list_costs_the_same_for_one_and_thirty(
    as_editor, editor, number, django_assert_max_num_queries
):
    for _ in range(number):
        make_project(editor, milestones=[milestone()])
    with django_assert_max_num_queries(6):
        as_editor.get(ADMIN)


def test_auditor_reads_a_project_and_its_milestones_history(client, editor, auditor):
    project = make_project(editor, milestones=[milestone()])
    row = project.milestones.get()
    given = [{"id": row.pk, **milestone(done_on=TODAY)}]
    actions.change_project(project=project, by=editor, milestones=given)
    client = sign_in(client, auditor)
    page = read(client, reverse("admin:startups_project_change", args=[project.pk]))
    assert 'name="_save"' not in page
    history = read(client, reverse("admin:startups_project_history", args=[project.pk]))
    assert "Project changed" in history
    assert "22 July 2024" in history


def test_history_tells_who_worked_on_a_project_and_who_does_not_any_more(
    client, editor, auditor, published
):
    partner = make_partner(editor)
    project = make_project(editor, partners=[partner], startups=[published])
    actions.change_project(project=project, by=editor, partners=[])
    address = reverse("admin:startups_project_history", args=[project.pk])
    page = " ".join(sign_in(client, auditor).get(address).content.decode().split())
    assert f"<b>Partner:</b> {partner} → –" in page
    assert f"<b>Start-up:</b> – → {published}" in page
    assert editor.name in page
