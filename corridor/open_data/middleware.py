"""Pages of any other site may read the open data, and what is said instead of it."""

from corridor.open_data.problems import is_asked_for_data


class AnyOriginMiddleware:
    """Outermost: an answer that is short (304), an error, or a page's absence is made after the view."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_asked_for_data(request):
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After"
        return response
