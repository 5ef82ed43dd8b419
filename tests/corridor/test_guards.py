"""The triggers that refuse, as the database has them."""

import pgtrigger
import pytest
from django.db import connection, transaction

from corridor.guards import AppendOnly, Guard, NotEmptied
from tests.database import refused_by, sql
from tests.factories import make_case
from welcome.models import CaseEvent

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


def test_every_log_and_history_is_guarded_as_a_whole():
    logs = {
        model
        for model, trigger in pgtrigger.registered()
        if trigger.name == "append_only"
        or (isinstance(trigger, AppendOnly) and trigger.operation == AppendOnly.operation)
    }
    whole = {model for model, trigger in pgtrigger.registered() if isinstance(trigger, NotEmptied)}
    assert len(logs) > 40
    assert logs <= whole


@pytest.mark.parametrize(
    ("table", "rule"),
    [
        ("welcome_caseevent", "case_event_append_only_whole"),
        ("welcome_casehistory", "case_history_whole"),
        ("welcome_casemail", "case_mail_whole"),
        ("documents_access", "access_kept_whole"),
    ],
)
def test_log_is_not_emptied_at_once(db, table, rule):
    sql("SET LOCAL corridor.may_empty = off")
    with refused_by(rule):
        sql(f"TRUNCATE {table}")


def test_log_is_not_emptied_with_what_it_is_about(db):
    sql("SET LOCAL corridor.may_empty = off")
    with pytest.raises(Exception, match="refused by the database"), transaction.atomic():
        sql("TRUNCATE welcome_decision CASCADE")


def test_session_that_says_so_may_empty_a_log(db):
    make_case()
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    sql("TRUNCATE welcome_caseevent")
    assert not CaseEvent.objects.exists()
