"""The list of cases: what it shows, the filters and views of a person, and the buttons below it."""

from django.contrib import admin
from django.http import Http404
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from corridor.accounts.choices import CASE_ROLES, Role
from corridor.admin import ReadOnlyAdmin
from corridor.exports import ExportMixin
from corridor.templatetags.corridor import money
from welcome import rounds
from welcome.admin import batches, desk, due, inbox, register, search
from welcome.admin.filters import (
    AuthorityFilter,
    DueFilter,
    OfficerFilter,
    PackageFilter,
    SectorFilter,
    StateFilter,
    WaitingFilter,
)
from welcome.models import Case, SavedView


class CaseListPage(ExportMixin, ReadOnlyAdmin):
    list_display = [
        "reference", "startup", "sector", "package", "state", "officer_name", "due", "amount",
    ]  # fmt: skip
    list_filter = [
        WaitingFilter, StateFilter, DueFilter, PackageFilter, OfficerFilter, SectorFilter, AuthorityFilter,
    ]  # fmt: skip
    actions = ["give_away", "sign_several", "release_several"]
    export_columns = inbox.COLUMNS
    list_select_related = ["startup", "package", "officer"]
    sortable_by = ["startup", "package", "state", "officer_name", "due"]
    list_per_page = 50
    paginator = inbox.CasePages
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["reference"]
    search_help_text = _("Reference number, company or registry number")
    explanation = _("Applications for a package, from the submission to the end of the file.")
    place = 0

    def desk(self, request):
        return desk.tasks(request.user) + register.tasks(request.user)

    def plots(self, request):
        return rounds.plots(request.user)

    def get_urls(self):
        """With the addresses of the person's own views."""
        views = [
            path(
                "views/",
                self.admin_site.admin_view(self.save_list_view),
                name="welcome_case_view_save",
            ),
            path(
                "views/<int:pk>/delete/",
                self.admin_site.admin_view(self.delete_list_view),
                name="welcome_case_view_delete",
            ),
        ]
        return [*views, *super().get_urls()]

    def get_queryset(self, request):
        return Case.objects.for_back_office(request.user)

    def get_search_results(self, request, queryset, search_term):
        return (search.matching(queryset, search_term) if search_term else queryset), False

    def table(self, found):
        return super().table(inbox.with_facts(found))

    def get_changelist(self, request, **kwargs):
        return inbox.CaseList

    def changelist_view(self, request, extra_context=None):
        if request.method == "GET" and (back := inbox.last_filters(request)):
            return back
        keeps = request.user.has_role(*CASE_ROLES)
        context = {
            "views": SavedView.objects.visible_to(request.user),
            "view_form": keeps and inbox.ViewForm(initial={"query": request.GET.urlencode()}),
        }
        return super().changelist_view(request, {**context, **(extra_context or {})})

    @admin.action(permissions=["give"], description=_("Give the ticked cases to a case officer"))
    def give_away(self, request, queryset):
        """Named for the list's button; `response_action` answers, as it reads the ticks with more care."""

    @admin.action(permissions=["sign"], description=batches.SIGN.title)
    def sign_several(self, request, queryset):
        """Like `give_away`."""

    @admin.action(permissions=["give"], description=batches.RELEASE.title)
    def release_several(self, request, queryset):
        """Like `give_away`."""

    def has_give_permission(self, request):
        return request.user.has_role(Role.OFFICER)

    def has_sign_permission(self, request):
        return request.user.has_role(Role.SIGNATORY)

    def response_action(self, request, queryset):
        """The page of the button that was pressed, for whoever has that button."""
        pressed = inbox.pressed(request)
        if pressed not in self.get_actions(request):
            raise Http404
        if batch := batches.BATCHES.get(pressed):
            return batches.several(request, self, batch)
        return inbox.assign_several(request, self)

    @method_decorator(require_POST)
    def save_list_view(self, request):
        self.require_view(request)
        return inbox.save_view(request)

    @method_decorator(require_POST)
    def delete_list_view(self, request, pk):
        self.require_view(request)
        return inbox.delete_view(request, pk)

    def require_view(self, request):
        if not self.has_view_permission(request):
            raise Http404

    @admin.display(description=_("sector"), ordering="startup__sector")
    def sector(self, case):
        return case.startup.get_sector_display()

    @admin.display(description=_("money"))
    def amount(self, case):
        """What was granted, else what is proposed, else what was asked for."""
        found = [
            (case.granted, _("granted")),
            (case.proposed, _("as proposed")),
            (case.wished, _("asked for")),
        ]
        value, words = next((each for each in found if each[0] is not None), (0, ""))
        return (
            format_html('{} <span class="quiet">{}</span>', money(value), words) if value else "–"
        )

    @admin.display(description=_("case officer"), ordering="officer__name")
    def officer_name(self, case):
        return case.officer or _("nobody yet")

    @admin.display(description=_("due"), ordering="due_on")
    def due(self, case):
        return due.cell(case)
