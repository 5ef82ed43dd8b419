"""The EU's de-minimis register: which awards wait to be entered, as list and CSV, and the task of the start page."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.db.models import OuterRef, Subquery
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_safe

from corridor import clock
from corridor.accounts.models import User
from corridor.admin import Task
from corridor.documents.actions import log_export
from corridor.exports import answer
from corridor.forms import PlainWords
from corridor.pages import MOST_COUNTED
from corridor.spreadsheets import CSV
from corridor.widgets import DayInput
from welcome import workdays
from welcome.actions.register import is_activity
from welcome.admin.waiting import Number
from welcome.aid import signed_on
from welcome.choices import StaffRole
from welcome.deadlines import register_by
from welcome.exceptions import NoSuchActivity
from welcome.models import Case, Decision

TO_ENTER = ngettext_lazy(
    "%(count)s award has to be entered in the de-minimis register",
    "%(count)s awards have to be entered in the de-minimis register",
    "count",
)
# So many working days before the last one the task is urgent.
URGENT = 5
# So many of them the page shows; the file has all.
MOST_SHOWN = 500


class RegisterForm(PlainWords, forms.Form):
    registered_on = forms.DateField(label=_("Entered in the register on"), widget=DayInput)
    nace = forms.CharField(
        label=_("Economic activity (NACE)"),
        max_length=7,
        help_text=_("The code under which the award stands in the register, such as 62.10."),
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["registered_on"].initial = clock.today()

    def clean_nace(self):
        code = self.cleaned_data["nace"]
        if not is_activity(code):
            raise forms.ValidationError(NoSuchActivity.message, code="unknown")
        return code


@dataclass(frozen=True)
class Line:
    """An award that has to be entered, and by when."""

    award: Decision

    @property
    def awarded_on(self) -> date:
        return signed_on(self.award)

    @property
    def due_on(self) -> date:
        return register_by(self.awarded_on)

    @property
    def is_urgent(self) -> bool:
        """Few working days are left, or none."""
        return working_days_until(self.due_on) <= URGENT

    @property
    def identifier(self) -> str:
        """The number by which the undertaking is known to a register: one that was checked, where there is one."""
        known = list(self.award.case.startup.registrations.all())
        known.sort(key=lambda each: (each.checked_on is None, each.pk))
        return f"{known[0].get_kind_display()} {known[0].value}" if known else ""


def working_days_until(last: date) -> int:
    """How many working days after today a day is; 0 when it is today or over."""
    today, calendar = clock.today(), workdays.current()
    days = (
        date.fromordinal(number) for number in range(today.toordinal() + 1, last.toordinal() + 1)
    )
    return sum(calendar.works(day) for day in days)


def waiting_for(user: User):
    """The awards of a person's authorities that nobody has entered yet, the oldest first."""
    ours = Case.objects.for_back_office(user).filter(pk=OuterRef("case")).values("pk")
    found = Decision.objects.to_register().alias(ours=Subquery(ours[:1]))
    return found.filter(ours__isnull=False)


def lines_for(user: User, most: int | None = None) -> list[Line]:
    """The awards of a person's authorities that wait to be entered, the most urgent first."""
    awards = waiting_for(user).select_related(
        "case__startup", "case__terms", "case__package__authority", "revision"
    )
    return [Line(award) for award in awards.prefetch_related("case__startup__registrations")[:most]]


def tasks(user: User) -> list[Task]:
    """Of the officers of an authority that grants aid; red when few working days are left, or none."""
    if not user.has_role(StaffRole.OFFICER):
        return []
    # No further than a list counts.
    signed = list(waiting_for(user).values_list("signed_at", flat=True)[: MOST_COUNTED + 1])
    due = register_by(signed[0].astimezone(clock.BERLIN).date()) if signed else None
    number = Number(len(signed), due)
    return [
        RegisterTask(
            sentence=number.said(TO_ENTER),
            url=reverse("admin:welcome_case_register"),
            count=number.count,
            due=number.due,
        )
    ]


class RegisterTask(Task):
    @property
    def is_overdue(self):
        return self.due is not None and working_days_until(self.due) <= URGENT


COLUMNS = (
    (_("Recipient"), lambda line: line.award.revision.profile["legal_name"]),
    (_("Identifier"), lambda line: line.identifier),
    (_("Amount in EUR"), lambda line: line.award.value),
    (_("Day of the award"), lambda line: line.awarded_on.isoformat()),
    (_("Granting authority"), lambda line: line.award.case.authority.name),
    (_("Instrument"), lambda line: gettext("Grant in kind")),
    (_("Economic activity (NACE)"), lambda line: ""),
    (_("Reference"), lambda line: line.award.case.reference),
    (_("To be entered by"), lambda line: line.due_on.isoformat()),
)


class RegisterViews:
    """For the admin of cases: the list of awards that wait, and the same as CSV."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("register/", view(self.register_view), name="welcome_case_register"),
            path("register/csv/", view(self.register_csv), name="welcome_case_register_csv"),
            *super().get_urls(),
        ]

    def require_reader(self, request):
        if not self.has_view_permission(request):
            raise Http404

    @method_decorator(require_safe)
    def register_view(self, request):
        self.require_reader(request)
        lines = lines_for(request.user, MOST_SHOWN + 1)
        context = {
            "title": _("De-minimis register"),
            "lines": lines[:MOST_SHOWN],
            "more": len(lines) > MOST_SHOWN,
            "opts": self.opts,
        }
        return TemplateResponse(
            request,
            "admin/welcome/register.html",
            {**self.admin_site.each_context(request), **context},
        )

    @method_decorator(require_GET)
    def register_csv(self, request):
        """The list as a file. The log of it is all that this GET writes."""
        self.require_reader(request)
        lines = lines_for(request.user)
        log_export(what=gettext("De-minimis register"), query="", rows=len(lines), by=request.user)
        rows = [[value(line) for _name, value in COLUMNS] for line in lines]
        header = [str(name) for name, _value in COLUMNS]
        return answer(CSV, [header, *rows], f"de-minimis-{clock.today()}.csv")
