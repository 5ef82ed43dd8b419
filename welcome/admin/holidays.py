"""The public holidays with which dates are reckoned: administrators write, auditors read."""

from django.contrib import admin, messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from corridor import clock
from corridor.actions import Refused
from corridor.admin import ScopedAdmin
from welcome import actions
from welcome.actions.holidays import next_year, years_without
from welcome.models import Holiday


@admin.register(Holiday)
class HolidayAdmin(ScopedAdmin):
    list_display = ["day", "weekday", "title_de", "title_en"]
    ordering = ["-day"]
    fields = ["day", "title_de", "title_en"]
    explanation = _("On which days no period ends, besides Saturdays and Sundays.")
    place = 4
    delete_label = _("Take the holiday out")
    delete_consequence = _(
        "Dates that are reckoned from now on no longer know it. Dates that are fixed stay."
    )

    def notes(self, request):
        """Said aloud: dates of such a year are reckoned with the law's own list."""
        if not self.has_change_permission(request):
            return []
        this = clock.today().year
        words = _("For %(year)s no holidays are entered: dates use those of the law.")
        url = reverse("admin:welcome_holiday_changelist")
        return [
            {"words": words % {"year": year}, "url": url} for year in years_without(this, this + 1)
        ]

    @admin.display(description=_("weekday"))
    def weekday(self, holiday):
        return date_format(holiday.day, "l")

    def get_urls(self):
        view = self.admin_site.admin_view(self.fill_view)
        return [path("fill/", view, name="welcome_holiday_fill"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        year = next_year() if self.has_add_permission(request) else None
        return super().changelist_view(request, {"fill_year": year, **(extra_context or {})})

    @method_decorator(require_POST)
    def fill_view(self, request):
        """The holidays of the next year, as the law has them."""
        if not self.has_add_permission(request):
            raise Http404
        year = next_year()
        try:
            actions.add_holidays(year=year, by=request.user)
        except Refused as refused:
            messages.error(request, refused.message)
        else:
            messages.success(request, _("The holidays of %s are entered. Check them.") % year)
        return redirect("admin:welcome_holiday_changelist")

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def save_model(self, request, obj, form, change):
        if change:
            actions.change_holiday(holiday=obj, by=request.user, **form.cleaned_data)
        else:
            obj.pk = actions.add_holiday(by=request.user, **form.cleaned_data).pk

    def delete_model(self, request, obj):
        actions.remove_holiday(holiday=obj, by=request.user)
