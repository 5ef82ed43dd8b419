from django.contrib.auth.decorators import login_required
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from corridor.documents.actions import log_bundle
from startups.models import Startup
from welcome.archive import archive
from welcome.models import Application


@login_required
@require_safe
def export(request, pk):
    """One's whole file as a ZIP, for the start-up's own people; owners find decisions in it, too."""
    mine = Application.objects.filter(startup__in=Startup.objects.of(request.user))
    application = get_object_or_404(mine.select_related("startup"), pk=pk)
    name = f"{application.startup.slug}-{application.created_at:%Y-%m-%d}.zip"
    pieces = archive(application, request.user)
    if request.method != "HEAD":
        log_bundle(subject=application.pk, name=name, by=request.user)
    return StreamingHttpResponse(
        pieces,
        content_type="application/zip",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
