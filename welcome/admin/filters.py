"""The filters of the list of cases; none of them names what belongs to another authority."""

from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.admin import Choice
from startups.choices import Sector
from welcome.admin.waiting import CONDITIONS, DUE, WAITING
from welcome.choices import DECIDED, WITH_AUTHORITY, CaseState, StaffRole
from welcome.models import Authority, Package


class StateFilter(Choice):
    """The inbox unless something else is asked for; a search, and the question who is waited for, look everywhere."""

    title = _("state")
    parameter_name = "state"
    widest = "all"

    def __init__(self, request, params, model, model_admin):
        self.searching = any(request.GET.get(name) for name in ("q", "waiting"))
        super().__init__(request, params, model, model_admin)

    def lookups(self, request, model_admin):
        return [
            ("authority", _("With the authority")),
            ("running", _("All that run")),
            ("decided", _("Decided")),
            ("all", _("All")),
            *CaseState.choices,
        ]

    def value(self):
        return super().value() or ("all" if self.searching else "authority")

    def choices(self, changelist):
        _nothing_asked, *states = super().choices(changelist)
        return states

    def queryset(self, request, queryset):
        match self.value():
            case "all":
                return queryset
            case "authority":
                return queryset.filter(state__in=sorted(WITH_AUTHORITY))
            case "running":
                return queryset.running()
            case "decided":
                return queryset.filter(state__in=sorted(DECIDED))
            case state:
                return queryset.filter(state=state)


class WaitingFilter(Choice):
    title = _("waits for")
    parameter_name = "waiting"

    def lookups(self, request, model_admin):
        return [
            (name, label)
            for name, (label, _condition, role) in WAITING.items()
            if role is None or request.user.has_role(role)
        ]

    def queryset(self, request, queryset):
        condition = CONDITIONS.get(self.value())
        return queryset.filter(condition(request.user)) if condition else queryset


class DueFilter(Choice):
    title = _("due")
    parameter_name = "due"

    def lookups(self, request, model_admin):
        return [("overdue", _("Overdue")), ("soon", _("In the next 14 days"))]

    def queryset(self, request, queryset):
        condition = DUE.get(self.value())
        return queryset.filter(condition()) if condition else queryset


class SectorFilter(Choice):
    title = _("sector")
    parameter_name = "sector"

    def lookups(self, request, model_admin):
        return Sector.choices

    def queryset(self, request, queryset):
        return queryset.filter(startup__sector=self.value()) if self.value() else queryset


class AuthorityFilter(Choice):
    """For whoever sees the cases of several."""

    title = _("authority")
    parameter_name = "authority"

    def lookups(self, request, model_admin):
        found = [(each.slug, each.name) for each in Authority.objects.visible_to(request.user)]
        return found if len(found) > 1 else []

    def queryset(self, request, queryset):
        return queryset.filter(package__authority__slug=self.value()) if self.value() else queryset


class PackageFilter(Choice):
    title = _("package")
    parameter_name = "package"

    def lookups(self, request, model_admin):
        return [
            (str(package.pk), str(package))
            for package in Package.objects.for_back_office(request.user)
        ]

    def queryset(self, request, queryset):
        return queryset.filter(package=self.value()) if self.value() else queryset


class OfficerFilter(Choice):
    title = _("case officer")
    parameter_name = "officer"

    def lookups(self, request, model_admin):
        found = [("none", _("Nobody yet"))]
        if request.user.has_role(Role.OFFICER):
            found.insert(0, ("me", _("Me")))
        return found + [(str(person.pk), str(person)) for person in officers(request.user)]

    def queryset(self, request, queryset):
        match self.value():
            case None:
                return queryset
            case "me":
                return queryset.filter(officer=request.user)
            case "none":
                return queryset.filter(officer=None)
            case person:
                return queryset.filter(officer=person)


def officers(user):
    """The other officers of the authorities that a person works for."""
    authorities = Authority.objects.visible_to(user)
    found = User.objects.filter(
        authority_roles__authority__in=authorities, authority_roles__role=StaffRole.OFFICER
    )
    return found.exclude(pk=user.pk).distinct().order_by("name", "email")
