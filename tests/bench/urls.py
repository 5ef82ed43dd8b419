"""The portal's addresses and three more: a bare Django view with one SELECT of 24 rows, a bare form, a stock admin."""

from django.contrib import admin
from django.forms import modelform_factory
from django.forms.renderers import DjangoTemplates
from django.http import HttpResponse
from django.urls import path

from corridor.urls import *  # noqa: F403
from corridor.urls import urlpatterns as portal
from events.forms.registrations import PersonForm
from events.models import Delegate
from startups.models import Startup
from welcome.models import Case

ASKED = [name for name in PersonForm.Meta.fields if name != "startup"]
BareForm = modelform_factory(Delegate, fields=ASKED)


def bare(request):
    rows = Startup.objects.order_by("pk").values_list("name", "city")[:24]
    return HttpResponse("\n".join(f"<p>{name}, {city}" for name, city in rows))


def bare_form(request):
    """What a registration asks, as Django alone writes it."""
    form = BareForm(request.POST or None, renderer=DjangoTemplates())
    if form.is_valid():
        form.save(commit=False)
    return HttpResponse(f"<form method=post>{form.as_p()}<button>Send</button></form>")


class StockCases(admin.ModelAdmin):
    """The columns and filters of our list, as Django alone shows them."""

    list_display = [
        "reference", "startup", "startup__sector", "package", "state", "officer", "submitted_at", "due_on",
    ]  # fmt: skip
    list_filter = ["state", "package", "officer", "startup__sector"]
    list_select_related = ["startup", "package", "officer"]
    list_per_page = 50
    search_fields = ["reference"]
    actions = ["nothing"]

    @admin.action(description="A tick for each row, as ours has")
    def nothing(self, request, queryset):
        pass


stock = admin.AdminSite(name="stock")
stock.register(Case, StockCases)

urlpatterns = [
    path("bare/", bare),
    path("bare-form/", bare_form),
    path("stock/", stock.urls),
    *portal,
]
