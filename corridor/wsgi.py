import os
import re

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.settings")
BOUNDARY = re.compile(r';\s*boundary=("[^"]*"|[^;\s]+)', re.IGNORECASE)
django_application = get_wsgi_application()


def application(environ, start_response):
    plain_charset(environ)
    return django_application(environ, start_response)


def plain_charset(environ):
    """Leave of the content's type what Django needs, so that everything sent is read as UTF-8.

    Django takes any charset that Python knows, "rot13" and "idna" among them, and fails to read forms and addresses.
    """
    if "CONTENT_TYPE" in environ:
        media_type, _semicolon, parameters = environ["CONTENT_TYPE"].partition(";")
        boundary = BOUNDARY.search(f";{parameters}")
        environ["CONTENT_TYPE"] = media_type + (boundary.group() if boundary else "")
