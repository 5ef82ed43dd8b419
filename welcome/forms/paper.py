"""An application on paper as an officer enters it: what arrived when, and what it says."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.documents.forms import UploadsField
from corridor.forms import PlainWords
from corridor.widgets import DayInput
from startups.choices import RegistrationKind
from startups.forms import NewStartupForm
from startups.forms.fields import RegistryNumberField
from startups.models import Startup
from welcome import aid
from welcome.actions.files import TYPES
from welcome.actions.paper import earliest_receipt
from welcome.forms.aid import AidForm, AidLineForm, BaseAidLines
from welcome.forms.declarations import DeclarationsForm
from welcome.forms.parts import part_form
from welcome.forms.sections import CompanyForm
from welcome.models import Package, Terms
from welcome.sections import own_section
from welcome.versions import Rows

NUMBERS = (RegistrationKind.CIN, RegistrationKind.HRB)


class PaperStartupForm(NewStartupForm):
    """A start-up that the portal does not know yet."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for kind in NUMBERS:
            self.fields[kind.value] = RegistryNumberField(kind)

    @property
    def facts(self) -> dict:
        """What the action takes instead of a start-up."""
        numbers = {kind: self.cleaned_data[kind] for kind in NUMBERS if self.cleaned_data[kind]}
        return {**self.profile(), "registrations": numbers}


class PaperCompanyForm(CompanyForm):
    """The notice is posted, so there has to be an address."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["address"].required = True
        self.fields["contact_email"].help_text = _(
            "The acknowledgement of receipt goes there. Leave it empty if none is known."
        )


PaperAidLines = forms.formset_factory(
    AidLineForm, formset=BaseAidLines, extra=3, max_num=20, absolute_max=20, validate_max=True
)


class PaperAidForm(AidForm):
    """Aid is entered whole: nobody comes back to what is half said."""

    template_name = "admin/welcome/paper/aid.html"

    def __init__(self, data=None, files=None, **kwargs):
        super().__init__(data, files, **kwargs)
        self.lines = PaperAidLines(data, prefix="lines")

    def full_clean(self):
        super().full_clean()
        if not self.is_bound or self.errors:
            return
        lines, received = self.cleaned_data["lines"], self.cleaned_data.get("received")
        if any(map(aid.gaps_in, lines)):
            self.add_error(None, _("Every aid needs who granted it, the day and the amount."))
        if received != ("yes" if lines else "no") and (lines or received):
            self.add_error("received", _("The answer does not fit the entries."))


class Paper:
    """What the sections of a form know of their application: here it is not written yet."""

    is_draft, saved, answers = True, {}, {}

    def __init__(self, package: Package):
        self.packages = Rows([package])


class PaperForm(PlainWords, forms.Form):
    """One page of several forms: what arrived, whose it is, and what it says beside the scan."""

    received_on = forms.DateField(
        label=_("Received on"),
        widget=DayInput,
        help_text=_("The day of the stamp of receipt. Deadlines and conditions count from it."),
    )
    scans = UploadsField(label=_("Scans of everything that arrived"), types=TYPES)
    despite = forms.BooleanField(
        label=_("Enter it all the same, to reject it as inadmissible"),
        required=False,
        widget=forms.HiddenInput,
    )

    def __init__(self, data=None, files=None, *, package: Package, startup: Startup | None):
        super().__init__(data, files)
        self.package, self.startup = package, startup
        paper, part = Paper(package), part_form(own_section(Terms.of(package)))
        self.startup_form = None if startup else PaperStartupForm(data, prefix="startup")
        self.sections = [
            form(data, prefix=form.slug, application=paper)
            for form in (PaperCompanyForm, part, *self.asked_by_law(package))
        ]
        for form in self.sections:
            for field in form.fields.values():
                field.says_optional = not field.required

    @staticmethod
    def asked_by_law(package):
        return [*([PaperAidForm] if package.authority.issues_acts else []), DeclarationsForm]

    @property
    def forms(self):
        """For whoever lists errors."""
        return [form for form in (self.startup_form, *self.sections) if form]

    @property
    def titled(self):
        """Each section with its heading."""
        titles = {
            "company": _("Company and contact"),
            "aid": _("State aid"),
            "declarations": _("Declarations signed on paper"),
        }
        own = _("What the application asks for")
        return [(titles.get(form.slug, own), form) for form in self.sections]

    def is_valid(self):
        return all([super().is_valid(), *(form.is_valid() for form in self.forms)])

    def clean_received_on(self):
        day = self.cleaned_data["received_on"]
        if day > clock.today():
            raise ValidationError(_("This day is still to come."), code="future")
        if day < earliest_receipt():
            raise ValidationError(_("This day is too long ago. Check the year."), code="past")
        return day

    def offer_despite(self):
        """After a refusal the officer may say that it has to be rejected."""
        self.fields["despite"].widget = forms.CheckboxInput()

    @property
    def said(self) -> dict:
        """What the action takes."""
        return {
            "package": self.package,
            "startup": self.startup or self.startup_form.facts,
            "answers": {form.slug: form.answers() for form in self.sections},
            **{name: self.cleaned_data[name] for name in ("received_on", "scans", "despite")},
        }
