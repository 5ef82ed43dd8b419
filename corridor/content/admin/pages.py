from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from corridor import clock
from corridor.accounts.choices import Role
from corridor.admin import ScopedAdmin, Task
from corridor.content import actions
from corridor.content.choices import REVIEW_NOTICE, PageKey
from corridor.content.forms import PageForm
from corridor.content.models import Page

KANNADA = ("title_kn", "text_kn")


@admin.register(Page)
class PageAdmin(ScopedAdmin):
    """To read, correct and confirm; every save counts as a review."""

    form = PageForm
    place = 3
    explanation = _(
        "Imprint, privacy, accessibility, contact and the pages that explain the portal"
    )
    list_display = ["page", "changed_on", "review"]
    readonly_fields = ["address", "changed_on"]
    fieldsets = [
        (None, {"fields": ["address", "changed_on", "review_on"]}),
        (_("German"), {"fields": ["title_de", "text_de"]}),
        (_("English"), {"fields": ["title_en", "text_en"]}),
        (_("Kannada"), {"fields": KANNADA}),
    ]

    def desk(self, request):
        if not request.user.has_role(Role.EDITOR):
            return []
        days = [page.review_on for page in Page.objects.review_due(clock.today() + REVIEW_NOTICE)]
        words = ngettext("%(count)s page to review", "%(count)s pages to review", len(days))
        address = reverse("admin:content_page_changelist")
        return [Task(words % {"count": len(days)}, address, len(days), min(days, default=None))]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj and obj.key == PageKey.HOW_IT_WORKS else fieldsets[:-1]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        actions.review_page(page=obj, by=request.user, **form.cleaned_data)

    @admin.display(description=_("page"), ordering="key")
    def page(self, page):
        return str(page)

    @admin.display(description=_("to be reviewed by"), ordering="review_on")
    def review(self, page):
        return page.review_on or _("no review planned")

    @admin.display(description=_("address"))
    def address(self, page):
        return format_html('<a href="{0}">{0}</a>', page.get_absolute_url())
