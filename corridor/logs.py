"""What the log may hold: a link in an address may be somebody's key, so lines name the route instead."""

import logging


class RoutesOnly(logging.Filter):
    """Put the route where Django writes the path; drop what planned maintenance answers."""

    def filter(self, record):
        if getattr(record, "status_code", None) == 503:
            return False
        request = getattr(record, "request", None)
        if request is not None and isinstance(record.args, tuple):
            match = request.resolver_match
            route = match.route if match else "(no route)"
            # Django writes what is not ASCII in a path as an escape sequence.
            paths = {request.path, request.path.encode("unicode_escape").decode("ascii")}
            record.args = tuple(route if arg in paths else arg for arg in record.args)
        return True
