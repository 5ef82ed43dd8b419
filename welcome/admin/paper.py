"""Applications on paper in the back office: whose it is, then what it says; for officers alone."""

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from corridor.actions import Refused
from corridor.forms import PlainWords, posted
from startups.choices import ProfileState
from startups.models import Registration, Startup
from welcome import actions
from welcome.admin.search import companies
from welcome.choices import StaffRole
from welcome.exceptions import RulesUnmet
from welcome.forms.paper import PaperForm
from welcome.models import Authority, Case, Package

MOST_FOUND = 20


class WhoseForm(PlainWords, forms.Form):
    """For which package, and whose application it is."""

    package = forms.ModelChoiceField(
        Package.objects.none(), label=_("Package"), widget=forms.RadioSelect, empty_label=None
    )
    q = forms.CharField(
        label=_("Name or registry number of the start-up"), max_length=200, strip=True
    )

    def __init__(self, *args, packages, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["package"].queryset = packages


def packages_of(user):
    """The packages whose applications a person may enter."""
    ours = Authority.objects.of(user, StaffRole.OFFICER)
    return Package.objects.filter(authority__in=ours).select_related("authority")


def found(text, user):
    """Start-ups that an officer may know of: public ones, those with a case here, and one by its very number."""
    known = Q(state=ProfileState.PUBLISHED)
    known |= Q(pk__in=Case.objects.for_back_office(user).values("startup"))
    numbered = Registration.objects.filter(value__iexact=text.strip()).values("startup")
    startups = Startup.objects.filter(pk__in=companies(text)).exclude(memberships__user=user)
    return startups.filter(known | Q(pk__in=numbered)).by_name()[:MOST_FOUND]


class PaperViews:
    """For the admin of cases: two pages that lead to a new case."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("paper/", view(self.whose_view), name="welcome_case_paper"),
            path("paper/<int:package>/", view(self.paper_view_of), name="welcome_case_paper_new"),
            path(
                "paper/<int:package>/<uuid:startup>/",
                view(self.paper_view_of),
                name="welcome_case_paper_known",
            ),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        enters = {"enters_paper": request.user.has_role(StaffRole.OFFICER)}
        return super().changelist_view(request, {**enters, **(extra_context or {})})

    @method_decorator(require_safe)
    def whose_view(self, request):
        """Looks the start-up up; the address keeps what was looked for."""
        if not request.user.has_role(StaffRole.OFFICER):
            raise Http404
        packages = packages_of(request.user)
        form = WhoseForm(request.GET if "q" in request.GET else None, packages=packages)
        context = {"form": form, "errors": form.errors, "title": _("Application on paper")}
        if form.is_valid():
            package = form.cleaned_data["package"]
            context |= {
                "package": package,
                "startups": found(form.cleaned_data["q"], request.user),
            }
        return self.paper_page(request, "whose", context)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def paper_view_of(self, request, package, startup=None):
        package = get_object_or_404(packages_of(request.user), pk=package)
        startup = startup and get_object_or_404(
            Startup.objects.exclude(memberships__user=request.user), pk=startup
        )
        form = PaperForm(*posted(request), package=package, startup=startup)
        if form.is_valid():
            try:
                case = actions.enter(by=request.user, **form.said)
            except Refused as refused:
                form.add_error(None, refused.message)
                if isinstance(refused, RulesUnmet):
                    form.offer_despite()
            else:
                words = _("The application is entered. Its reference number is %s.") % case
                messages.success(request, words)
                return redirect("admin:welcome_case_change", case.pk)
        title = _("Enter an application on paper")
        context = {
            "form": form,
            "errors": form.errors or any(each.errors for each in form.forms),
            "title": f"{title}: {startup}" if startup else title,
            "package": package,
            "startup": startup,
        }
        return self.paper_page(request, "enter", context)

    def paper_page(self, request, name, context):
        chrome = {**self.admin_site.each_context(request), "opts": self.opts}
        return TemplateResponse(request, f"admin/welcome/paper/{name}.html", {**chrome, **context})
