"""The list of cases: its money, the filters that a person comes back to, and who is to work on what."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ChangeList
from django.db.models import DecimalField, F, Func, OuterRef, QuerySet, Subquery
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import Refused
from corridor.forms import PlainWords, posted
from corridor.pages import MOST_COUNTED, LongList
from welcome import actions
from welcome.admin.due import with_days
from welcome.choices import DecisionKind, StaffRole
from welcome.exceptions import NotOfThisAuthority, WrongState
from welcome.models import Authority, Case, Decision, SavedView

# What the address of the list may ask for; a page number is not worth keeping.
FILTERS = ("state", "waiting", "due", "package", "officer", "sector", "authority", "o")
KEPT = (*FILTERS, "q")
LAST = "cases_filters"
# The whole inbox, said aloud: the bare address brings back the filters of the last time.
INBOX = "?state=authority"
MOST_AT_ONCE = 100


class Wished(Func):
    """What the benefits that somebody asked for are worth by the terms of their case, in EUR."""

    output_field = DecimalField(max_digits=12, decimal_places=2)

    def as_sql(self, compiler, connection):
        parts = [compiler.compile(each) for each in self.source_expressions]
        (benefits, answers, package), params = zip(*parts, strict=True)
        sql = (
            "(SELECT SUM((line->>'unit_value')::numeric * (line->>'quantity')::integer)"  # noqa: S608
            f" FROM jsonb_array_elements({benefits}) AS line"
            f" WHERE jsonb_exists({answers} -> ('package-' || {package}) -> 'benefits', line->>'id'))"
        )
        return sql, tuple(value for each in params for value in each)


def with_facts(cases):
    """The value of the award that a case got, of the one that is proposed, and of what was asked for."""
    awards = Decision.objects.filter(
        case=OuterRef("pk"), kind=DecisionKind.GRANT, ended_at=None
    ).order_by("-proposed_at")
    return cases.annotate(
        granted=Subquery(awards.filter(signed_at__isnull=False).values("value")[:1]),
        proposed=Subquery(awards.filter(signed_at=None).values("value")[:1]),
        wished=Wished(F("terms__benefits"), F("revision__answers"), F("package_id")),
    )


# What a table of cases holds, in the order of its columns.
COLUMNS = [
    (gettext_lazy("Reference number"), str),
    (gettext_lazy("Start-up"), lambda case: case.startup),
    (gettext_lazy("Sector"), lambda case: case.startup.get_sector_display()),
    (gettext_lazy("Package"), lambda case: case.package),
    (gettext_lazy("State"), lambda case: case.get_state_display()),
    (gettext_lazy("Case officer"), lambda case: case.officer),
    (gettext_lazy("Submitted"), lambda case: case.submitted_at.astimezone(clock.BERLIN).date()),
    (gettext_lazy("Decision due on"), lambda case: case.due_on),
    (gettext_lazy("Asked for in EUR"), lambda case: case.wished),
    (gettext_lazy("Granted in EUR"), lambda case: case.granted),
]


class CasePages(LongList):
    """Counted in the order of the inbox, so that an index is walked and no table read."""

    @cached_property
    def count(self):
        return self.object_list.order_by("due_on", "reference")[: MOST_COUNTED + 1].count()

    def rows(self, first, last):
        """Found by their keys alone; what a row shows is read for those of the page."""
        keys = self.object_list.values("pk")[first:last]
        found = Case.objects.filter(pk__in=keys).select_related("startup", "package", "officer")
        return with_days(with_facts(found)).order_by(*self.object_list.query.order_by)


class CaseList(ChangeList):
    def get_results(self, request):
        super().get_results(request)
        if not {"q", "p"} & request.GET.keys():
            self.preserved_filters = (
                ""  # the session has them; to write them costs a look-up for each row
            )
        if isinstance(self.result_list, QuerySet):  # all of them, not from a page
            self.result_list = self.paginator.rows(0, self.list_max_show_all)

    def get_query_string(self, new_params=None, remove=None):
        found = super().get_query_string(new_params, remove)
        return INBOX if found == "?" else found


def kept(query: QueryDict, names) -> str:
    """The part of an address that says what is asked for, without what nobody knows."""
    found = QueryDict(mutable=True)
    for name in names:
        if value := query.get(name):
            found[name] = value
    return found.urlencode()


def last_filters(request):
    """Lead from the bare address to the filters of the last time; else remember those of this one."""
    if not request.GET:
        last = request.session.get(LAST)
        return redirect(f"{request.path}?{last}") if last else None
    asked = kept(request.GET, FILTERS)
    # A search is not a filter: it is over with its answer.
    if "q" not in request.GET and request.session.get(LAST, "") != asked:
        request.session[LAST] = asked
    return None


class ViewForm(PlainWords, forms.Form):
    name = forms.CharField(label=gettext_lazy("Name of the view"), max_length=60)
    query = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)


def save_view(request):
    """Keep the filters of the list under a name, and come back to it."""
    form = ViewForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Give the view a name of at most 60 letters."))
        return redirect("admin:welcome_case_changelist")
    query = kept(QueryDict(form.cleaned_data["query"]), KEPT) or INBOX.removeprefix("?")
    try:
        actions.save_view(name=form.cleaned_data["name"], query=query, by=request.user)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("The view is saved. It stands above the list."))
    return redirect(f"{reverse('admin:welcome_case_changelist')}?{query}")


def delete_view(request, pk):
    view = get_object_or_404(SavedView.objects.visible_to(request.user), pk=pk)
    actions.delete_view(view=view, by=request.user)
    messages.success(request, _("The view is deleted."))
    return redirect(f"{reverse('admin:welcome_case_changelist')}{INBOX}")


def officers_for(user):
    """Who may be given a case by this person: the officers of the same authorities, oneself too."""
    found = User.objects.filter(
        is_active=True,
        authority_roles__role=StaffRole.OFFICER,
        authority_roles__authority__in=Authority.objects.of(user, StaffRole.OFFICER),
    )
    return found.distinct().order_by("name", "email")


class OfficerForm(PlainWords, forms.Form):
    officer = forms.ModelChoiceField(
        label=gettext_lazy("Case officer"), queryset=None, empty_label="–"
    )


class AssignForm(OfficerForm):
    """For one case: its authority's officers."""

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        members = case.authority.members.filter(role=StaffRole.OFFICER, user__is_active=True)
        people = User.objects.filter(pk__in=members.values("user"))
        self.fields["officer"].queryset = people.exclude(pk=case.officer_id).order_by("name")


class AssignManyForm(OfficerForm):
    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["officer"].queryset = officers_for(user)


def assign_several(request, model_admin):
    """A page that says what will happen to the ticked cases; its button does it, case by case."""
    cases = chosen(request, model_admin.get_queryset(request))
    if not cases:
        raise Http404
    refused = {case.pk: reason for case in cases if (reason := obstacles(request.user)(case))}
    form = AssignManyForm(*(posted(request) if "apply" in request.POST else []), user=request.user)
    if form.is_bound and form.is_valid():
        give(request, cases, form.cleaned_data["officer"])
        return redirect("admin:welcome_case_changelist")
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Give cases to a case officer"),
        "opts": model_admin.opts,
        "form": form,
        "errors": form.errors,
        "possible": [case for case in cases if case.pk not in refused],
        "impossible": [(case, refused[case.pk]) for case in cases if case.pk in refused],
    }
    return TemplateResponse(request, "admin/welcome/case/assign_several.html", context)


def pressed(request) -> str:
    """The name of the button below the list: each has sent its name, and the one that was pressed its place."""
    names, place = request.POST.getlist("action"), request.POST.get("index", "")
    number = int(place) if place.isdecimal() and len(place) < 4 else len(names)
    return names[number] if number < len(names) else ""


def chosen(request, cases) -> list[Case]:
    """The ticked cases among those that the person may see, whatever else was sent."""
    keys = list(filter(None, map(as_uuid, request.POST.getlist(ACTION_CHECKBOX_NAME))))
    rows = cases.filter(pk__in=keys[:MOST_AT_ONCE])
    return list(rows.select_related("startup", "package__authority", "officer"))


def as_uuid(text):
    try:
        return UUID(text)
    except ValueError:
        return None


def obstacles(user):
    """A function that says why a person cannot give a case away, whomever to; one query for all cases."""
    authorities = set(Authority.objects.of(user, StaffRole.OFFICER).values_list("pk", flat=True))

    def obstacle(case):
        if case.package.authority_id not in authorities:
            return NotOfThisAuthority.message
        return "" if case.is_running else WrongState.message

    return obstacle


def give(request, cases, officer):
    """Each case by itself: one that cannot be given away holds up no other."""
    given = 0
    for case in cases:
        try:
            actions.assign(case=case, officer=officer, by=request.user)
        except Refused as refused:
            messages.error(request, f"{case}: {refused.message}")
        else:
            given += 1
    if given:
        words = ngettext(
            "%(count)s case is given to %(name)s.", "%(count)s cases are given to %(name)s.", given
        )
        messages.success(request, words % {"count": given, "name": officer})
