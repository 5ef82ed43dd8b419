import os
import re

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.settings")
BOUNDARY = re.compile(r';\s*boundary=("[^"]*"|[^;\s]+)', re.IGNORECASE)
# More than the documents of an application may be together (welcome/actions/files.py), with what surrounds them.
LARGEST_BODY = 110 * 1024 * 1024
django_application = get_wsgi_application()


def application(environ, start_response):
    plain_charset(environ)
    whole_body(environ)
    response = django_application(environ, start_response)
    return HeadersOnly(response) if environ.get("REQUEST_METHOD") == "HEAD" else response


class HeadersOnly:
    """The answer to HEAD: Django makes it as for GET and leaves it to the server to drop the body, which then warns."""

    def __init__(self, response):
        self.close = getattr(response, "close", lambda: None)

    def __iter__(self):
        return iter(())


def plain_charset(environ):
    """Leave of the content's type what Django needs, so that everything sent is read as UTF-8.

    Django takes any charset that Python knows, "rot13" and "idna" among them, and fails to read forms and addresses.
    """
    if "CONTENT_TYPE" in environ:
        media_type, _semicolon, parameters = environ["CONTENT_TYPE"].partition(";")
        boundary = BOUNDARY.search(f";{parameters}")
        environ["CONTENT_TYPE"] = media_type + (boundary.group() if boundary else "")


def whole_body(environ):
    if "wsgi.input" in environ:
        environ["wsgi.input"] = WholeBody(environ)


class WholeBody:
    """The body of a request, whole or not at all.

    A server hands over what came in before a connection broke off, and Django takes a file that ends early for one that
    is complete. What is too large is not read either: nobody fills the disk.
    """

    def __init__(self, environ):
        self.stream = environ["wsgi.input"]
        length = environ.get("CONTENT_LENGTH") or ""
        self.missing = int(length) if length.isdecimal() else 0
        self.is_too_large = self.missing > LARGEST_BODY

    def read(self, size=-1):
        return self.taken(self.stream.read, size)

    def readline(self, size=-1):
        return self.taken(self.stream.readline, size)

    def taken(self, read, size):
        if self.is_too_large:
            raise OSError("The body is larger than anything that is taken here.")
        wanted = self.missing if size is None or size < 0 else min(size, self.missing)
        data = read(wanted) if wanted else b""
        if wanted and not data:
            raise OSError("The connection broke off.")
        self.missing -= len(data)
        return data
