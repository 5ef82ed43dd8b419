"""Pages that join the apps, and the answers to what goes wrong."""

import logging
from datetime import timedelta

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.decorators import login_required
from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import Count
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from corridor import clock, samples
from corridor.accounts.views import account_context
from corridor.content.models import NewsItem
from corridor.context import portal
from corridor.documents.views import serve
from corridor.open_data.problems import is_asked_for_data, problem
from corridor.plots import PairPlot
from corridor.strangers import kept_for_strangers
from events import figures as event_figures
from events.models import Delegate, Delegation, Event
from startups import figures as startup_figures
from startups.choices import Origin
from startups.models import Interest, Introduction, Startup, cvs_visible_to
from startups.views.searches import saved_by
from welcome import figures as award_figures
from welcome.models import (
    Application,
    Case,
    Delivery,
    InformationRequest,
    Package,
    documents_visible_to,
)

logger = logging.getLogger(__name__)


@require_safe
def choose_language(request):
    """The bare address leads to the reader's language."""
    return redirect(f"/{get_language()}/")


@require_safe
@kept_for_strangers
def home(request):
    today = clock.today()
    context = {
        "packages": Package.objects.open_on(today).select_related("authority"),
        "event": Event.objects.public().upcoming(clock.now()).first(),
        "plot": startups_plot(),
        "news": NewsItem.objects.published(today)[:3],
    }
    return render(request, "home/home.html", context)


def startups_plot():
    """Who is in the directory, by sector, from both ends of the corridor."""
    ends = Origin.KARNATAKA, Origin.DUESSELDORF
    return PairPlot(
        _("Start-ups in the directory"),
        *(end.label for end in ends),
        [
            (sector.label, *(numbers[end] for end in ends))
            for sector, numbers in Startup.objects.published().per_sector()
        ],
    )


@require_safe
@kept_for_strangers
def numbers(request):
    """The corridor in numbers: each room gives its own; nobody can be told from a small one."""
    rooms = [startup_figures, award_figures, event_figures]
    context = {
        "plots": [plot for room in rooms for plot in room.plots()],
        "today": clock.today(),
    }
    return render(request, "home/numbers.html", context)


@login_required
@require_safe
def account(request):
    """My corridor: what belongs to the signed-in person."""
    user = request.user
    context = {
        "startups": Startup.objects.of(user).annotate(
            answers=Count("openings__interests", distinct=True)
        ),
        "applications": Application.objects.filter(startup__in=Startup.objects.of(user))
        .drafts()
        .select_related("startup")
        .prefetch_related("packages"),
        "notices": Delivery.objects.waiting_for(user, clock.today()).select_related(
            "decision__case__package__authority"
        ),
        "questions": InformationRequest.objects.waiting_for(user).select_related(
            "case__package__authority"
        ),
        "cases": Case.objects.for_applicant(user)
        .select_related("package__authority", "startup")
        .prefetch_related("events"),
        "introductions_waiting": Introduction.objects.waiting_for(user).count(),
        "interests_sent": Interest.objects.filter(user=user).select_related("opening__startup"),
        "searches": saved_by(user),
        "delegations": Delegation.objects.led_by(user).reserving().select_related("event"),
        "registrations": Delegate.objects.filter(user=user).active().select_related("event"),
        **account_context(user),
    }
    return render(request, "account.html", context)


@login_required
@require_safe
def document(request, pk):
    """A private document, for whoever may see it: each room knows its own. `?inline` shows what a browser can show."""
    seen = documents_visible_to(request.user) | cvs_visible_to(request.user)
    return serve(request, get_object_or_404(seen, pk=pk), inline="inline" in request.GET)


@require_safe
@cache_control(max_age=31_536_000, s_maxage=86_400, public=True, immutable=True)
def media(request, path):
    """A public picture, such as a logo. Its name changes with its content."""
    try:
        return FileResponse(default_storage.open(path))
    except (OSError, ValueError) as error:
        raise Http404 from error


@require_safe
def healthz(request):
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def readyz(request):
    """The process can work: the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def robots(request):
    """Search engines are welcome on public pages, and nowhere in a demonstration."""
    closed = ["/"] if settings.DEMO else ["/admin/", "/de/accounts/", "/en/accounts/", "/media/"]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    if not settings.DEMO:
        lines += [f"Sitemap: {settings.BASE_URL}{reverse('sitemap')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def security_txt(request):
    """Where to report a weakness (RFC 9116). It counts as fresh for half a year of real time."""
    lines = [
        f"Contact: mailto:{settings.SECURITY_EMAIL}",
        f"Expires: {(clock.real_now() + timedelta(days=180)).isoformat(timespec='seconds')}",
        "Preferred-Languages: de, en",
        f"Canonical: {settings.BASE_URL}{reverse('security_txt')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def components(request):
    """Every component in every state, for whoever builds pages."""
    return render(request, "demo/components.html", samples.context())


def bad_request(request, exception=None):
    if is_asked_for_data(request):
        return problem(400)
    return render(request, "400.html", status=400)


def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


def csrf_failure(request, reason=""):
    return render(request, "403_csrf.html", status=403)


def not_found(request, exception=None):
    """Staff who lose their way in the back office stay there; whoever asked for data gets no page."""
    if is_asked_for_data(request):
        return problem(404)
    if request.path.startswith(reverse("admin:index")) and admin.site.has_permission(request):
        chrome = admin.site.each_context(request)
        return render(request, "admin/404.html", chrome, status=404)
    return render(request, "404.html", status=404)


def server_error(request):
    if is_asked_for_data(request):
        return problem(500)
    return HttpResponse(_without_database("500.html", request), status=500)


def maintenance(request):
    if is_asked_for_data(request):
        answer = problem(503)
    else:
        answer = HttpResponse(_without_database("503.html", request), status=503)
    answer["Retry-After"] = "600"
    return answer


def _without_database(template, request):
    """A page that asks nobody who reads it: the database may be what is missing."""
    return render_to_string(template, portal(request))
