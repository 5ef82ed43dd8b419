"""The back office: Django's admin with our sign-in and our rule that what one may not see is not there."""

import functools
from dataclasses import dataclass
from datetime import date

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.signing_out import sign_out
from corridor.actions import Refused
from corridor.changes import changes, history_of
from corridor.forms import PlainWords, WebsiteField
from corridor.plots import PairPlot
from corridor.widgets import DayAndTimeInput, DayInput

# The order of the rooms on the start page, by the labels of their apps; all others follow.
ROOMS = {
    label: place
    for place, label in enumerate(
        ["welcome", "startups", "events", "content", "accounts", "post_office"]
    )
}

# What Django's filters of a field ask for in the address, behind the name of the field.
LOOKUPS = ("exact", "id__exact", "isnull", "isempty", "gte", "lt")


TICK = '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">'
TICKED = "Select this object for an action - {}"  # of Django's own catalogue


@dataclass(frozen=True)
class Task:
    """What waits for a person on the start page: `sentence` says it with its number, `url` leads to that list.

    `due` is the day on which the first of them has to be done, where there is such a day.
    """

    sentence: str
    url: str
    count: int
    due: date | None = None

    @property
    def is_overdue(self):
        return self.due is not None and self.due < clock.today()


class BackOffice(admin.AdminSite):
    """One sign-in for the whole portal; 404 for whatever a signed-in person may not see, sign-in for strangers."""

    site_header = site_title = _("Innovation Corridor")
    index_title = _("Back office")
    enable_nav_sidebar = False
    empty_value_display = "–"

    def get_urls(self):
        """Without Django's way from any object to its page: it asks nobody whether they may see that object."""
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]

    def admin_view(self, view, cacheable=False):
        inner = super().admin_view(view, cacheable)

        @functools.wraps(inner)
        def wrapper(request, *args, **kwargs):
            if request.user.is_authenticated and not self.has_permission(request):
                raise Http404
            try:
                return inner(request, *args, **kwargs)
            except PermissionDenied as denied:
                raise Http404 from denied

        return wrapper

    def login(self, request, extra_context=None):
        if not request.user.is_authenticated:
            return redirect_to_login(request.GET.get("next", request.path))
        if not self.has_permission(request):
            raise Http404
        return redirect("admin:index")

    def index(self, request, extra_context=None):
        """What waits for the person, the most urgent first, then the rooms they may open."""
        pages = [page for page in self._registry.values() if isinstance(page, ScopedAdmin)]
        tasks = [task for page in pages for task in page.desk(request)]
        context = {
            "notes": [note for page in pages for note in page.notes(request)],
            "plots": [plot for page in pages for plot in page.plots(request)],
            "has_desk": bool(tasks),
            "tasks": sorted(filter(lambda task: task.count, tasks), key=urgency),
        }
        return super().index(request, {**context, **(extra_context or {})})

    def app_index(self, request, app_label, extra_context=None):
        room = apps.app_configs.get(app_label)
        title = {"title": _("Overview: %s") % room.verbose_name if room else ""}
        return super().app_index(request, app_label, {**title, **(extra_context or {})})

    def get_app_list(self, request, app_label=None):
        """The rooms in the order of the work, and in each what is used most first."""
        rooms = super().get_app_list(request, app_label)
        for room in rooms:
            for page in room["models"]:
                model_admin = self._registry[page["model"]]
                page["explanation"] = getattr(model_admin, "explanation", "")
                page["place"] = getattr(model_admin, "place", 9)
            room["models"].sort(key=lambda page: page["place"])
        return sorted(rooms, key=lambda room: ROOMS.get(room["app_label"], len(ROOMS)))

    def logout(self, request, extra_context=None):
        return sign_out(request)

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")


class OfficeForm(PlainWords, forms.ModelForm):
    """What every form of the back office is made of."""


def urgency(task):
    """What has a day comes first, the earliest day before all."""
    return task.due or date.max


class ScopedAdmin(admin.ModelAdmin):
    """Base of every page of the back office: shows what `visible_to` lets through and changes by actions alone.

    A page that offers a change overrides `save_model` and calls its action there; a Refused becomes a message,
    and nothing has changed.
    """

    # What an address may ask for besides the filters: links of our own pages do.
    linked_lookups = ()
    # On the start page: a line below the name where that does not suffice, and the place in its room.
    explanation = ""
    place = 9

    form = OfficeForm
    actions = None
    view_on_site = False
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    delete_label = _("Remove")
    delete_consequence = _("It is gone from the portal then; the history keeps it.")
    formfield_overrides = {
        models.URLField: {"form_class": WebsiteField, "widget": forms.URLInput},
        models.DateField: {"widget": DayInput},
        models.DateTimeField: {
            "form_class": forms.SplitDateTimeField,
            "widget": DayAndTimeInput,
        },
    }

    def desk(self, request) -> list[Task]:
        """What waits for this person here, also with the number 0: then the start page says that nothing waits."""
        return []

    def notes(self, request) -> list[dict]:
        """Short sentences below what waits: {words, url}; the address may be empty."""
        return []

    def plots(self, request) -> list[PairPlot]:
        """Figures for this person on the start page."""
        return []

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        visible_to = getattr(queryset, "visible_to", None)
        return visible_to(request.user) if visible_to else queryset

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        manager = db_field.remote_field.model._default_manager
        if "queryset" not in kwargs and hasattr(manager.all(), "visible_to"):
            kwargs["queryset"] = manager.all().visible_to(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Without the buttons beside a choice, which open windows to add or change what is chosen."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        if getattr(field, "empty_label", None):
            field.empty_label = "–"
        return field

    def lookup_allowed(self, lookup, value, request=None):
        """What the filters of the list ask for; Django takes any question about the model's own fields."""
        offered = set(self.linked_lookups)
        for each in self.get_list_filter(request):
            if isinstance(each, type):
                offered.add(each.parameter_name)
            else:
                field = each if isinstance(each, str) else each[0]
                offered |= {f"{field}__{name}" for name in LOOKUPS}
        if lookup not in offered:
            raise IncorrectLookupParameters
        return True

    def changelist_view(self, request, extra_context=None):
        if "%00" in request.GET.urlencode():  # PostgreSQL takes no NUL, and no filter means one
            raise Http404
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except Refused as refused:
            self.message_user(request, refused.message, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def action_checkbox(self, obj):
        """The tick of a row as Django writes it; a template for each was a sixth of a list's time."""
        return format_html(TICK, ACTION_CHECKBOX_NAME, obj.pk, gettext(TICKED).format(obj))

    def render_change_form(self, request, context, *args, **kwargs):
        context["shows_history"] = self.has_history_permission(request)
        context["delete_label"] = self.delete_label
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request, obj, post_url_continue=None):
        self.message_user(request, _("“%s” is added.") % obj, messages.SUCCESS)
        return self.response_post_save_add(request, obj)

    def response_change(self, request, obj):
        self.message_user(request, _("“%s” is saved.") % obj, messages.SUCCESS)
        return self.response_post_save_change(request, obj)

    def response_delete(self, request, obj_display, obj_id):
        self.message_user(request, _("“%s” is removed.") % obj_display, messages.SUCCESS)
        return self.response_post_save_change(request, None)

    def delete_view(self, request, object_id, extra_context=None):
        words = {"title": self.delete_label, "consequence": self.delete_consequence}
        return super().delete_view(request, object_id, {**words, **(extra_context or {})})

    def has_history_permission(self, request):
        history = history_of(self.model)
        return bool(history) and request.user.has_perm(
            f"{history._meta.app_label}.view_{history._meta.model_name}"
        )

    def histories(self, obj):
        """The rows of history that belong to the object's page."""
        return [obj.history.all()]

    def history_view(self, request, object_id, extra_context=None):
        """Who changed what and when, from the database's own history."""
        obj = self.get_object(request, object_id)
        if obj is None or not self.has_history_permission(request):
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            "title": _("History"),
            "opts": self.opts,
            "object": obj,
            "changes": changes(*self.histories(obj)),
        }
        return TemplateResponse(request, "admin/history.html", context)

    def save_model(self, request, obj, form, change):
        raise NotImplementedError(f"{type(self).__name__} must call an action to save")

    def delete_model(self, request, obj):
        raise NotImplementedError(f"{type(self).__name__} must call an action to delete")

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        raise Http404


def time_left(day: date) -> str:
    """How much time is left until a day, or how late it is, in words."""
    days = (day - clock.today()).days
    if days == 0:
        return gettext("today")
    if days > 0:
        return ngettext("in %(days)s day", "in %(days)s days", days) % {"days": days}
    return ngettext("%(days)s day overdue", "%(days)s days overdue", -days) % {"days": -days}


class Choice(admin.SimpleListFilter):
    """A filter that takes what it offers, and nothing else from the address.

    `widest` is the value that leaves nothing out, for a filter that narrows the list by itself.
    """

    widest = None

    def value(self):
        value = super().value()
        return value if value in dict(self.lookup_choices) else None


class ReadOnly:
    """To look at, whatever a role may do elsewhere."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ReadOnlyAdmin(ReadOnly, ScopedAdmin):
    pass


class ReadOnlyInline(ReadOnly, admin.TabularInline):
    """Rows that belong to the object shown; whoever sees that object sees them."""

    template = "admin/read_only_rows.html"
    extra = 0
    can_delete = False
    view_on_site = False
