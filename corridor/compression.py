"""Pages travel compressed."""

from django.middleware.gzip import GZipMiddleware


class CompressionMiddleware(GZipMiddleware):
    """Django's own, which hides the length of a page's secrets (BREACH); pages only.

    Files stream: they are compressed by their own formats, and a download keeps its length.
    """

    def process_response(self, request, response):
        return response if response.streaming else super().process_response(request, response)
