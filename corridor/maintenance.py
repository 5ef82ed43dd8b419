"""While the operator works on the portal, visitors get a page that says so: `touch VAR_DIR/maintenance`."""

from django.conf import settings

from corridor.views import maintenance

ALWAYS_ANSWERED = {"/healthz", "/readyz"}


class MaintenanceMiddleware:
    """Answers every page with 503 as long as the file is there; asks no database."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path not in ALWAYS_ANSWERED and settings.MAINTENANCE_FILE.exists():
            return maintenance(request)
        return self.get_response(request)
