"""All deferred work. Each chore runs on one machine at a time and never keeps another chore from running.

An app registers its chores in `chores.py`:

    @housekeeping.chore
    def send_mail(): ...
"""

import logging
import threading
from contextlib import contextmanager

from django.db import close_old_connections, connection
from django.utils.module_loading import autodiscover_modules

logger = logging.getLogger(__name__)

# Set when the process is asked to end: a long chore looks at it between two steps.
stopping = threading.Event()
_chores = {}


def chore(function):
    """Register a function without arguments to be run by `manage.py housekeeping`."""
    _chores[f"{function.__module__}.{function.__name__}"] = function
    return function


def chores():
    """Every registered chore by its dotted name."""
    autodiscover_modules("chores")
    return _chores


def run_all():
    """Run every chore once and return the names of those that failed; the log has their tracebacks."""
    return [name for name in sorted(chores()) if not stopping.is_set() and not run(name)]


def run(name):
    """Run one chore unless another process is at it; False when it failed."""
    if not connection.in_atomic_block:  # a test's own transaction
        close_old_connections()
    try:
        with _only_here(name) as free:
            if free:
                chores()[name]()
    except Exception:
        logger.exception("The chore %s failed", name)
        return False
    return True


@contextmanager
def _only_here(name):
    """Hold PostgreSQL's advisory lock of this name; a process that dies loses it with its connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", [name])
        (free,) = cursor.fetchone()
    try:
        yield free
    finally:
        if free:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [name])
