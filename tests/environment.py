"""Loaded by pytest before the settings are (see pyproject.toml): marks the process as a test's."""

import os

os.environ.setdefault("CORRIDOR_TEST", "1")
# Between tests whole tables are emptied; everywhere else `corridor.guards.NotEmptied` refuses that.
os.environ["PGOPTIONS"] = "-c corridor.may_empty=on"
