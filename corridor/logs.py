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
            record.args = tuple(route if arg == request.path else arg for arg in record.args)
        return True
