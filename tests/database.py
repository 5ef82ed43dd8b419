"""The database asked directly, past every action."""

from contextlib import contextmanager

import pytest
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
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        yield
        # Foreign keys and deferred constraints speak only now.
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    conflict = conflict_from(caught.value)
    assert isinstance(conflict, Conflict), caught.value
    assert conflict.rule == rule
