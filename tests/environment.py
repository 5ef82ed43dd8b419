"""Loaded by pytest before the settings are (see pyproject.toml): marks the process as a test's."""

import os

os.environ.setdefault("CORRIDOR_TEST", "1")
