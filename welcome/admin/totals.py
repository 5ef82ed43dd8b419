"""The yearly totals of an authority's packages, as a page and as a table to take away."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_safe

from corridor import clock
from corridor.documents.actions import log_export
from corridor.exports import answer
from corridor.spreadsheets import CSV, TYPES, XLSX
from welcome import totals
from welcome.models import Package
from welcome.rounds import READERS

COLUMNS = (
    (_("Received"), "received"),
    (_("Granted"), "granted"),
    (_("Rejected"), "rejected"),
    (_("Granted in EUR"), "granted_value"),
    (_("Used in EUR"), "used_value"),
    (_("Reclaimed in EUR"), "reclaimed_value"),
    (_("Repaid in EUR"), "repaid_value"),
)


def years_of(user) -> list[totals.Year]:
    """Of the packages of a person's authorities; of all of them for the auditor."""
    packages = Package.objects.for_back_office(user).select_related("authority")
    return totals.of_packages(packages.order_by("authority", "title_de", "pk"))


class TotalsViews:
    """For the admin of packages."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("totals/", view(self.totals_view), name="welcome_package_totals"),
            path(
                "totals/<slug:kind>/",
                view(self.totals_export),
                name="welcome_package_totals_export",
            ),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        reads = {"reads_totals": request.user.has_role(*READERS)}
        return super().changelist_view(request, {**reads, **(extra_context or {})})

    def require_reader(self, request):
        """The administration sets packages up and reads no cases."""
        if not request.user.has_role(*READERS):
            raise Http404

    @method_decorator(require_safe)
    def totals_view(self, request):
        self.require_reader(request)
        address = "admin:welcome_package_totals_export"
        context = {
            **self.admin_site.each_context(request),
            "title": _("Yearly totals"),
            "opts": self.opts,
            "years": years_of(request.user),
            "exports": [(kind.upper(), reverse(address, args=[kind])) for kind in (CSV, XLSX)],
        }
        return TemplateResponse(request, "admin/welcome/package/totals.html", context)

    @method_decorator(require_GET)
    def totals_export(self, request, kind):
        """The same as a table. The log of it is all that this GET writes."""
        self.require_reader(request)
        if kind not in TYPES:
            raise Http404
        rows = [
            [year.number, package.authority, package, *(getattr(row, name) for _, name in COLUMNS)]
            for year in years_of(request.user)
            for package, row in year.rows
        ]
        log_export(what=gettext("Yearly totals"), query="", rows=len(rows), by=request.user)
        header = [
            _("Year"),
            _("Granting authority"),
            _("Package"),
            *(name for name, _key in COLUMNS),
        ]
        table = [[str(name) for name in header], *rows]
        return answer(kind, table, f"totals-{clock.today()}.{kind}")
