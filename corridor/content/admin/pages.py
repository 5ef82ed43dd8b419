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
    """To read and correct; the tick below says that all of it was reviewed."""

    form = PageForm
    place = 3
    explanation = _(
        "Imprint, privacy, accessibility, contact and the pages that explain the portal."
    )
    list_display = ["page", "changed_on", "review"]
    readonly_fields = ["address", "changed_on"]
    fieldsets = [
        (None, {"fields": ["address", "changed_on"]}),
        (_("German"), {"fields": ["title_de", "text_de"]}),
        (_("English"), {"fields": ["title_en", "text_en"]}),
    ]

    def desk(self, request):
        if not request.user.has_role(Role.EDITOR):
            return []
        days = [page.review_on for page in Page.objects.review_due(clock.today() + REVIEW_NOTICE)]
        words = ngettext("%(count)s page to review", "%(count)s pages to review", len(days))
        address = reverse("admin:content_page_changelist")
        return [Task(words % {"count": len(days)}, address, len(days), min(days, default=None))]

    def get_fieldsets(self, request, obj=None):
        """Kannada where there is any; the tick only for whoever reviews."""
        kannada = [(_("Kannada"), {"fields": KANNADA})] if obj.key == PageKey.HOW_IT_WORKS else []
        may_review = self.has_change_permission(request, obj)
        review = ["reviewed", "review_on"] if may_review else ["review_on"]
        return [*self.fieldsets, *kannada, (_("Review"), {"fields": review})]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        texts, by = form.texts(), request.user
        if form.cleaned_data["reviewed"]:
            review_on = form.cleaned_data["review_on"]
            actions.review_page(page=obj, review_on=review_on, by=by, **texts)
        else:
            actions.change_page(page=obj, by=by, **texts)

    @admin.display(description=_("page"), ordering="key")
    def page(self, page):
        return str(page)

    @admin.display(description=_("to be reviewed by"), ordering="review_on")
    def review(self, page):
        return page.review_on or _("no review planned")

    @admin.display(description=_("address"))
    def address(self, page):
        return format_html('<a href="{0}">{0}</a>', page.get_absolute_url())
