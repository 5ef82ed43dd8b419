"""What the providers of benefits owe: wishes that nobody has answered, and confirmed ones that are not used yet."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Min, Q
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_safe

from corridor import clock
from corridor.documents.actions import log_export
from corridor.exports import MOST_ROWS, answer
from corridor.spreadsheets import CSV, TYPES, XLSX
from welcome.choices import AwardState, RedemptionState
from welcome.models import Redemption

PROVIDER = "item__granted__provider"
ASKED, CONFIRMED = RedemptionState.ASKED, RedemptionState.CONFIRMED
MOST_SHOWN = 200


@dataclass(frozen=True)
class Provider:
    """A provider with what waits: unanswered since when, and confirmed for which days."""

    name: str
    asked: int
    asked_since: datetime | None
    confirmed: int
    first: date | None
    last: date | None

    @property
    def is_late(self):
        """A day that was agreed is over, and no use is noted."""
        return self.first is not None and self.first < clock.today()


def owed(user):
    """The wishes that wait for their providers, in files that the person may open."""
    found = Redemption.objects.for_back_office(user).filter(state__in=[ASKED, CONFIRMED])
    return found.filter(item__award__state=AwardState.OPEN)


def providers_of(user) -> list[Provider]:
    """One query, whatever waits."""
    asked, confirmed = Q(state=ASKED), Q(state=CONFIRMED)
    groups = owed(user).order_by().values(PROVIDER)
    rows = groups.annotate(
        asked=Count("pk", filter=asked),
        asked_since=Min("asked_at", filter=asked),
        confirmed=Count("pk", filter=confirmed),
        first=Min("agreed_on", filter=confirmed),
        last=Max("agreed_on", filter=confirmed),
    )
    return [Provider(row.pop(PROVIDER), **row) for row in rows.order_by(PROVIDER)]


def lines_of(rows):
    """What waits, the day that was agreed or wished first before all."""
    related = rows.select_related("item__granted", "item__award__case__startup")
    return related.order_by(PROVIDER, "wished_on", "pk")


COLUMNS = (
    (_("Provider"), lambda row: row.item.granted.provider),
    (_("Case"), lambda row: row.case),
    (_("Start-up"), lambda row: row.case.startup),
    (_("Benefit item"), lambda row: row.item),
    (_("Quantity"), lambda row: row.quantity),
    (_("State"), lambda row: row.get_state_display()),
    (_("Asked on"), lambda row: row.asked_at.astimezone(clock.BERLIN).date()),
    (_("Wished for"), lambda row: row.wished_on),
    (_("Agreed for"), lambda row: row.agreed_on),
)


class ProviderViews:
    """For the admin of wishes: every provider with a sum, one of them with its wishes."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("providers/", view(self.providers_view), name="welcome_redemption_providers"),
            path(
                "providers/<slug:kind>/",
                view(self.providers_export),
                name="welcome_redemption_providers_export",
            ),
            *super().get_urls(),
        ]

    @method_decorator(require_safe)
    def providers_view(self, request):
        self.require_reader(request)
        chosen = request.GET.get("provider", "")
        rows = (
            owed(request.user).filter(**{PROVIDER: chosen}) if chosen else Redemption.objects.none()
        )
        lines = list(lines_of(rows)[: MOST_SHOWN + 1])
        address = "admin:welcome_redemption_providers_export"
        context = {
            **self.admin_site.each_context(request),
            "title": _("What providers owe"),
            "opts": self.opts,
            "providers": providers_of(request.user),
            "chosen": chosen,
            "lines": lines[:MOST_SHOWN],
            "more": len(lines) > MOST_SHOWN,
            "today": clock.today(),
            "exports": [(kind.upper(), reverse(address, args=[kind])) for kind in (CSV, XLSX)],
        }
        return TemplateResponse(request, "admin/welcome/providers.html", context)

    @method_decorator(require_GET)
    def providers_export(self, request, kind):
        """Every wish that waits, as a table. The log of it is all that this GET writes."""
        self.require_reader(request)
        if kind not in TYPES:
            raise Http404
        rows = lines_of(owed(request.user))[:MOST_ROWS]
        table = [[str(name) for name, _value in COLUMNS]]
        table += [[value(row) for _name, value in COLUMNS] for row in rows]
        what = gettext("What providers owe")
        log_export(what=what, query="", rows=len(table) - 1, by=request.user)
        return answer(kind, table, f"providers-{clock.today()}.{kind}")

    def require_reader(self, request):
        if not self.has_view_permission(request) or "%00" in request.GET.urlencode():
            raise Http404
