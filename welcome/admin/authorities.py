"""Granting authorities and who works for them: administrators write, auditors read."""

from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _

from corridor.admin import ScopedAdmin
from welcome import actions
from welcome.actions.authorities import has_cases
from welcome.admin import absences
from welcome.admin.forms import DeputyForm, MemberForm
from welcome.models import Authority, AuthorityMember


@admin.register(Authority)
class AuthorityAdmin(ScopedAdmin):
    list_display = ["name", "prefix", "law", "email"]
    explanation = _("Letterhead, signature and information on legal remedies.")
    place = 2
    fieldsets = [
        (None, {"fields": ["name", "slug", "prefix", "law"]}),
        (_("Letterhead"), {"fields": ["address", "place", "email", "phone", "website"]}),
        (_("Signature"), {"fields": ["signatory_line_de", "signatory_line_en"]}),
        (_("Legal remedies"), {
            "fields": ["remedy_de", "remedy_en"],
            "description": _("Notices that are signed keep their text."),
        }),
    ]  # fmt: skip

    def get_readonly_fields(self, request, obj=None):
        return ["law"] if obj and has_cases(obj) else []

    def save_model(self, request, obj, form, change):
        if change:
            actions.change_authority(authority=obj, by=request.user, **form.cleaned_data)
        else:
            obj.pk = actions.create_authority(by=request.user, **form.cleaned_data).pk


@admin.register(AuthorityMember)
class AuthorityMemberAdmin(ScopedAdmin):
    list_display = ["user", "role", "authority", "deputy", "absent_from", "absent_until"]
    list_filter = ["authority", "role"]
    list_select_related = ["user", "authority", "deputy_for__user"]
    search_fields = ["user__name", "user__email"]
    search_help_text = _("Name or email address")
    explanation = _("Who works on cases, signs or reads, and who stands in for whom.")
    place = 3
    delete_label = _("Take the role away")
    delete_consequence = _("The person keeps the account and loses this role at once.")

    def get_urls(self):
        """With the page for one's own absence, which asks for no right to read the others'."""
        view = self.admin_site.admin_view(self.absence_view)
        return [path("absence/", view, name="welcome_absence"), *super().get_urls()]

    def absence_view(self, request):
        return absences.absence_view(request, self.admin_site)

    def notes(self, request):
        return absences.notes(request.user)

    def get_form(self, request, obj=None, **kwargs):
        return super().get_form(
            request, obj, **{"form": DeputyForm if obj else MemberForm, **kwargs}
        )

    def get_fields(self, request, obj=None):
        return (
            ["authority", "user", "role", "deputy_for", "absent_from", "absent_until"]
            if obj
            else ["authority", "email", "role"]
        )

    def get_readonly_fields(self, request, obj=None):
        return ["authority", "user", "role"] if obj else []

    @admin.display(description=_("deputy for"))
    def deputy(self, member):
        return member.deputy_for.user if member.deputy_for else ""

    def save_model(self, request, obj, form, change):
        if change:
            self.save_deputy(obj, form.cleaned_data, request.user)
            return
        roles = {*roles_of(obj), obj.role}
        actions.set_member(authority=obj.authority, user=obj.user, roles=roles, by=request.user)
        obj.pk = AuthorityMember.objects.get(
            authority=obj.authority, user=obj.user, role=obj.role
        ).pk

    def save_deputy(self, member, data, by):
        """Both or nothing: the admin saves in one transaction."""
        actions.set_deputy(member=member, deputy_for=data["deputy_for"], by=by)
        days = {name: data[name] for name in ("absent_from", "absent_until")}
        actions.set_absence(member=member, by=by, **days)

    def has_delete_permission(self, request, obj=None):
        """Taking a role away is a change of it; the person stays."""
        return self.has_change_permission(request, obj)

    def delete_model(self, request, obj):
        roles = roles_of(obj) - {obj.role}
        actions.set_member(authority=obj.authority, user=obj.user, roles=roles, by=request.user)


def roles_of(member):
    held = AuthorityMember.objects.filter(authority=member.authority, user=member.user)
    return set(held.values_list("role", flat=True))
