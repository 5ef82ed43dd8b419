"""Triggers that refuse: what a constraint cannot say, said in the database.

A refusal is raised like a broken check constraint and carries the rule's name, so that `corridor.actions` turns
constraints and triggers into the same `Conflict`.
"""

import pgtrigger


def sql_words(words):
    """Words as SQL, for the inside of IN (…)."""
    return ", ".join(f"'{word}'" for word in sorted(words))


def sql_rows(rows):
    """Rows of words as SQL, for a table of what is allowed."""
    return ", ".join("(" + ", ".join(f"'{value}'" for value in row) + ")" for row in sorted(rows))


class Guard(pgtrigger.Trigger):
    """A trigger that refuses a change under a rule name, with a message for people."""

    when = pgtrigger.Before
    message = None

    def __init__(self, *, message=None, **kwargs):
        self.message = message or self.message
        super().__init__(**kwargs)

    @property
    def rule(self):
        return self.name

    @property
    def refusal(self):
        return (
            "RAISE EXCEPTION USING ERRCODE = 'check_violation', "
            f"CONSTRAINT = '{self.rule}', MESSAGE = '{self.rule}: refused by the database';"
        )


class AppendOnly(Guard):
    """Rows may be added, never changed or deleted."""

    operation = pgtrigger.Update | pgtrigger.Delete

    def get_func(self, model):
        return self.refusal


class NotEmptied(Guard):
    """The table is not emptied at once: that asks no trigger of its rows.

    Only a database session that says so may, as those of the tests do (`tests/environment.py`).
    """

    level = pgtrigger.Statement
    operation = pgtrigger.Truncate

    def get_func(self, model):
        allowed = "current_setting('corridor.may_empty', true) IS NOT DISTINCT FROM 'on'"
        return f"IF NOT ({allowed}) THEN {self.refusal} END IF; RETURN NULL;"


def append_only(*, name, message) -> list[Guard]:
    """The guards of a log: neither its rows nor the whole of it ever change or go."""
    return [
        AppendOnly(name=name, message=message),
        NotEmptied(name=f"{name}_whole", message=message),
    ]


class Frozen(Guard):
    """The named columns never change; with `until`, only once that SQL condition on OLD holds."""

    operation = pgtrigger.Update

    def __init__(self, *, fields, until="TRUE", **kwargs):
        self.fields, self.until = fields, until
        super().__init__(**kwargs)

    def get_func(self, model):
        columns = [model._meta.get_field(field).column for field in self.fields]
        changed = " OR ".join(
            f'OLD."{column}" IS DISTINCT FROM NEW."{column}"' for column in columns
        )
        return f"IF ({self.until}) AND ({changed}) THEN {self.refusal} END IF; RETURN NEW;"


class SetOnce(Guard):
    """The named columns may be filled, then never change."""

    operation = pgtrigger.Update

    def __init__(self, *, fields, **kwargs):
        self.fields = fields
        super().__init__(**kwargs)

    def get_func(self, model):
        columns = [model._meta.get_field(field).column for field in self.fields]
        changed = " OR ".join(
            f'(OLD."{column}" IS NOT NULL AND OLD."{column}" IS DISTINCT FROM NEW."{column}")'
            for column in columns
        )
        return f"IF {changed} THEN {self.refusal} END IF; RETURN NEW;"


class Refuse(Guard):
    """Refuse the operation when an SQL condition holds; `declare` and `prepare` may look things up first."""

    def __init__(self, *, when_sql, prepare="", **kwargs):
        self.when_sql, self.prepare = when_sql, prepare
        super().__init__(**kwargs)

    def get_func(self, model):
        return f"{self.prepare} IF {self.when_sql} THEN {self.refusal} END IF; RETURN COALESCE(NEW, OLD);"
