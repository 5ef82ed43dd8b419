"""The triggers that refuse, as the database has them."""

import pgtrigger
import pytest
from django.db import connection

from corridor.guards import Guard

GUARDS = [
    pytest.param(model, trigger, id=trigger.rule)
    for model, trigger in pgtrigger.registered()
    if isinstance(trigger, Guard)
]


@pytest.mark.parametrize(("model", "trigger"), GUARDS)
def test_installed_trigger_is_the_one_of_the_model(db, model, trigger):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
            "WHERE tgrelid = %s::regclass AND tgname = %s",
            [model._meta.db_table, trigger.get_pgid(model)],
        )
        (source,) = cursor.fetchone()
    assert " ".join(trigger.get_func(model).split()) in " ".join(source.split())


@pytest.mark.parametrize(("model", "trigger"), GUARDS)
def test_guard_has_a_message_for_people(model, trigger):
    assert len(str(trigger.message)) > 10


def test_names_of_guards_are_distinct():
    """A refusal is known by its name alone."""
    names = [guard.values[1].rule for guard in GUARDS]
    assert len(names) == len(set(names))
