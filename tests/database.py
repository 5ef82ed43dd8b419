"""The database asked directly, past every action."""

from contextlib import contextmanager

from django.db import IntegrityError, connection, transaction

from corridor.actions import Conflict, conflict_from


def sql(statement, *parameters):
    """Execute one statement in a transaction of its own; the rows it changed."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.rowcount


@contextmanager
def refused_by(rule):
    """The block breaks the constraint or trigger of this name, which has a message for people."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        conflict = conflict_from(error)
    else:
        conflict = None
    assert isinstance(conflict, Conflict), conflict or "nothing was refused"
    assert conflict.rule == rule
