"""The tables of an app, made in one step of a migration."""

from django.db.migrations.operations.base import Operation


class CreateTables(Operation):
    """Run `CreateModel`s, rendering the state once for all of them.

    One by one, Django renders all models anew that a new one is connected with, and here nearly all are: to fill an
    empty database would take four times as long.
    """

    serialization_expand_args = ["models"]

    def __init__(self, models):
        self.models = models

    def deconstruct(self):
        return self.__class__.__name__, [], {"models": self.models}

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # what was rendered so far; whoever asks gets it anew
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Create {len(self.models)} models"
