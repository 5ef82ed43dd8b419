"""Several people at once, each on a connection of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from corridor.actions import Refused

PATIENCE = 10  # seconds


def at_once(*calls):
    """Make all calls at the same moment; what each returned, or the Refused it raised, in their order."""
    start = Barrier(len(calls), timeout=PATIENCE)

    def run(call):
        try:
            connection.ensure_connection()
            start.wait()
            return call()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls, timeout=PATIENCE))


def refusals(results):
    return [type(result) for result in results if isinstance(result, Refused)]
