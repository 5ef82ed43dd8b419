"""Lists of the back office as tables to take away: what the filters leave, never more, and each one is logged."""

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from corridor import clock
from corridor.documents.actions import log_export
from corridor.spreadsheets import CSV, TYPES, XLSX, as_csv, as_xlsx

MOST_ROWS = 20_000
AT_ONCE = 500


class ExportMixin:
    """For an admin page: `export_columns` are pairs of a column's name and a function of the row."""

    export_columns = []

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        view = self.admin_site.admin_view(self.export_view)
        return [path("export/<slug:kind>/", view, name=name), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_export"
        exports = [(kind.upper(), reverse(name, args=[kind])) for kind in (CSV, XLSX)]
        return super().changelist_view(request, {"exports": exports, **(extra_context or {})})

    @method_decorator(require_GET)
    def export_view(self, request, kind):
        """The list of this address as a file. The log of it is all that this GET writes."""
        if kind not in TYPES or not self.has_view_permission(request):
            raise Http404
        if "%00" in request.GET.urlencode():
            raise Http404
        try:
            found = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters as error:
            raise Http404 from error
        number = found.order_by()[: MOST_ROWS + 1].count()
        if number > MOST_ROWS:
            messages.error(
                request, _("The list is too long to be exported. Narrow it by a filter.")
            )
            name = f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"
            return redirect(f"{reverse(name)}?{request.GET.urlencode()}")
        what = capfirst(self.opts.verbose_name_plural)
        log_export(what=what, query=request.GET.urlencode(), rows=number, by=request.user)
        return answer(kind, self.table(found), f"{self.opts.model_name}-{clock.today()}.{kind}")

    def table(self, found):
        """The names of the columns, then a row for each object."""
        yield [str(name) for name, _value in self.export_columns]
        for row in found[:MOST_ROWS].iterator(AT_ONCE):
            yield [value(row) for _name, value in self.export_columns]


def answer(kind, rows, name):
    if kind == CSV:
        response = StreamingHttpResponse(as_csv(rows), content_type=TYPES[CSV])
    else:
        response = HttpResponse(as_xlsx(rows), content_type=TYPES[XLSX])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
