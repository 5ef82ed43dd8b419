"""People in the back office: accounts, roles, access. Nobody sees or types another person's password."""

from allauth.account.admin import EmailAddress
from allauth.mfa.admin import Authenticator
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import Group
from django.utils.translation import gettext_lazy as _

from corridor.accounts import actions
from corridor.accounts.choices import CASE_ROLES, Role
from corridor.accounts.models import User
from corridor.admin import Choice, OfficeForm, ScopedAdmin

# Imported from where their pages are registered: we take these pages away.
admin.site.unregister([Authenticator, EmailAddress, Group])

GIVEN_HERE = [(role.value, role.label) for role in Role if role not in CASE_ROLES]


class RoleFilter(Choice):
    title = _("role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return Role.choices

    def queryset(self, request, queryset):
        return queryset.with_role(self.value()) if self.value() else queryset


class PersonForm(OfficeForm):
    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=GIVEN_HERE, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = User
        fields = ["email", "name", "language", "is_active"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            self.initial["roles"] = sorted(self.instance.roles - CASE_ROLES)


@admin.register(User)
class UserAdmin(ScopedAdmin):
    form = PersonForm
    list_display = ["email", "name", "roles", "authority_roles", "is_active", "last_login"]
    list_filter = [RoleFilter, "is_active"]
    search_fields = ["email", "name"]
    search_help_text = _("Name or email address")
    list_per_page = 50
    explanation = _("Accounts, their roles, and who may sign in.")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def get_fields(self, request, obj=None):
        if obj is None:
            return ["email", "name", "language", "roles"]
        state = ["is_active", "last_login", "date_joined"]
        return ["email", "name", "language", "roles", "authority_roles", *state]

    def get_readonly_fields(self, request, obj=None):
        return ["email", "authority_roles", "last_login", "date_joined"] if obj else []

    def save_model(self, request, obj, form, change):
        data, by = form.cleaned_data, request.user
        profile = {"name": data["name"], "language": data["language"], "by": by}
        if change:
            actions.change_profile(user=obj, **profile)
        else:
            obj.pk = actions.create_person(email=data["email"], **profile).pk
        self._save_access(obj, form, by)

    @admin.display(description=_("Roles"))
    def roles(self, person):
        return _labels(person, set(Role) - CASE_ROLES)

    @admin.display(description=_("Roles in authorities"))
    def authority_roles(self, person):
        return _labels(person, CASE_ROLES)

    def _save_access(self, person, form, by):
        data = form.cleaned_data
        if "roles" in form.changed_data:
            actions.set_roles(user=person, roles=data["roles"], by=by)
        if "is_active" in form.changed_data:
            verb = actions.unblock if data["is_active"] else actions.block
            verb(user=person, by=by)


def _labels(person, among):
    names = {group.name for group in person.groups.all()}
    return ", ".join(str(role.label) for role in Role if role in among and role in names) or "–"
