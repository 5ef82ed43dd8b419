import pytest
from django.db import connection, models
from django.db.migrations import CreateModel
from django.db.migrations.state import ProjectState

from corridor.tables import CreateTables

pytestmark = pytest.mark.django_db

TREE = CreateModel("Tree", [("id", models.BigAutoField(primary_key=True))])
LEAF = CreateModel(
    "Leaf",
    [
        ("id", models.BigAutoField(primary_key=True)),
        ("tree", models.ForeignKey("garden.Tree", models.CASCADE)),
    ],
)


def garden():
    tables = connection.introspection.table_names()
    return sorted(table for table in tables if table.startswith("garden_"))


def test_create_tables_makes_all_and_takes_them_away():
    step = CreateTables([TREE, LEAF])
    before, after = ProjectState(), ProjectState()
    step.state_forwards("garden", after)
    with connection.schema_editor() as editor:
        step.database_forwards("garden", editor, before, after)
    assert garden() == ["garden_leaf", "garden_tree"]
    with connection.schema_editor() as editor:
        step.database_backwards("garden", editor, after, before)
    assert garden() == []


def test_create_tables_shows_models_in_a_state_that_was_rendered_before():
    state = ProjectState()
    assert not state.apps.all_models["garden"]
    CreateTables([TREE, LEAF]).state_forwards("garden", state)
    leaf = state.apps.get_model("garden", "Leaf")
    assert leaf._meta.get_field("tree").related_model._meta.label == "garden.Tree"


def test_create_tables_says_what_it_does():
    assert CreateTables([TREE, LEAF]).describe() == "Create 2 models"
