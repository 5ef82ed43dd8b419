"""The portal's addresses and two more: a bare Django view with one SELECT of 24 rows, and a bare form."""

from django.forms import modelform_factory
from django.forms.renderers import DjangoTemplates
from django.http import HttpResponse
from django.urls import path

from corridor.urls import *  # noqa: F403
from corridor.urls import urlpatterns as portal
from events.forms.registrations import PersonForm
from events.models import Delegate
from startups.models import Startup

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


urlpatterns = [path("bare/", bare), path("bare-form/", bare_form), *portal]
