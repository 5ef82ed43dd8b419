"""The page on which a member of an authority says when they are away, and who stands in."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor import clock
from corridor.actions import Refused
from corridor.forms import PlainWords
from corridor.widgets import DayInput
from welcome import actions
from welcome.choices import StaffRole
from welcome.models import AuthorityMember

ROLES = (StaffRole.OFFICER, StaffRole.SIGNATORY)


class ColleagueField(forms.ModelChoiceField):
    def label_from_instance(self, member):
        return str(member.user)


class AbsenceForm(PlainWords, forms.Form):
    absent_from = forms.DateField(
        label=gettext_lazy("First day away"), widget=DayInput, required=False
    )
    absent_until = forms.DateField(
        label=gettext_lazy("Last day away"), widget=DayInput, required=False
    )
    deputy = ColleagueField(
        label=gettext_lazy("Who stands in"), queryset=None, required=False, empty_label="–"
    )

    def __init__(self, *args, member, **kwargs):
        colleagues = AuthorityMember.objects.filter(
            authority=member.authority, role=member.role, user__is_active=True
        ).exclude(pk=member.pk)
        values = {
            "absent_from": member.absent_from,
            "absent_until": member.absent_until,
            "deputy": member.deputies.first(),
        }
        super().__init__(*args, prefix=f"member-{member.pk}", initial=values, **kwargs)
        self.fields["deputy"].queryset = colleagues.select_related("user")
        self.member = member


def mine(user):
    """The roles in which a person decides something, each with whom they stand in for."""
    rows = AuthorityMember.objects.filter(user=user, role__in=ROLES)
    return rows.select_related("authority", "user", "deputy_for__user")


def absence_view(request, admin_site):
    """A form for each role of the person; a POST names one of them."""
    members = list(mine(request.user))
    if not members:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    member_forms = [
        AbsenceForm(sent if sent and sent.get("member") == str(member.pk) else None, member=member)
        for member in members
    ]
    for form in member_forms:
        if form.is_bound and form.is_valid() and save(request, form):
            return redirect("admin:welcome_absence")
    context = {
        **admin_site.each_context(request),
        "title": _("When I am away"),
        "forms": member_forms,
        "form": next((form for form in member_forms if form.is_bound), None),
        "errors": any(form.errors for form in member_forms),
    }
    return TemplateResponse(request, "admin/welcome/absence.html", context)


def save(request, form):
    try:
        actions.set_absence(member=form.member, by=request.user, **form.cleaned_data)
    except Refused as refused:
        form.add_error(None, refused.message)
        return False
    messages.success(request, _("Your absence is saved."))
    return True


def notes(user):
    """For the start page: whom one stands in for now, and the way to say when one is away oneself."""
    today, found = clock.today(), []
    members = list(mine(user)) if user.has_role(*ROLES) else []
    for away in {member.deputy_for for member in members if member.deputy_for}:
        if away.absent_from and away.absent_from <= today <= away.absent_until:
            words = _("You stand in for %(name)s until %(day)s.")
            day = date_format(away.absent_until, "DATE_FORMAT")
            found.append({"words": words % {"name": away.user, "day": day}, "url": ""})
    if members:
        address = reverse("admin:welcome_absence")
        found.append({"words": _("When I am away"), "url": address})
    return found
