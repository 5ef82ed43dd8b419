from datetime import date
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.documents.forms import UploadField
from corridor.forms import PlainWords
from corridor.widgets import DayInput
from startups.choices import Stage
from welcome.choices import DocumentKind
from welcome.eligibility import obstacles
from welcome.models import Package
from welcome.sections import DECLARATIONS_VERSION, needs_aid, required_kinds


class YesNo(forms.TypedChoiceField):
    """A question that is answered with yes or no, never left to a default."""

    def __init__(self, **kwargs):
        super().__init__(
            choices=[("yes", _("Yes")), ("no", _("No"))],
            widget=forms.RadioSelect,
            **kwargs,
        )


class SectionForm(PlainWords, forms.Form):
    """One section of an application; `application` gives the draft, `answers()` what is kept of it."""

    def __init__(self, *args, application, **kwargs):
        self.application = application
        super().__init__(*args, **kwargs)

    @classmethod
    def first_answers(cls, application) -> dict:
        """What the form shows before anything was saved: what the profile already says."""
        return {}

    def answers(self) -> dict:
        return {name: plain(value) for name, value in self.cleaned_data.items()}


def plain(value):
    """An answer as JSON keeps it."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


class PackageChoice(forms.ModelMultipleChoiceField):
    def label_from_instance(self, package):
        return f"{package} ({package.authority})"


class PackagesForm(SectionForm):
    """Which packages to apply for, among those this start-up can have today."""

    packages = PackageChoice(
        label=_("Packages"), queryset=Package.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["packages"].queryset = open_packages(self.application.startup)

    @classmethod
    def first_answers(cls, application):
        return {"packages": list(application.packages.values_list("pk", flat=True))}


def open_packages(startup):
    """The packages a start-up can apply for today."""
    open_today = Package.objects.open_on(clock.today())
    candidates = open_today.for_origin(startup.origin).select_related("authority")
    possible = [
        package.pk for package, found in obstacles(startup, candidates).items() if not found
    ]
    return candidates.filter(pk__in=possible)


class BeginForm(PlainWords, forms.Form):
    """The first step: for which start-up, and which packages besides the one that was opened."""

    packages = PackageChoice(
        label=_("Packages"),
        queryset=Package.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("One application is enough. Each authority decides on its own package."),
    )

    def __init__(self, *args, startup, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["packages"].queryset = open_packages(startup)


class CompanyForm(SectionForm):
    contact_name = forms.CharField(label=_("Contact person"), max_length=200)
    contact_role = forms.CharField(label=_("Function in the company"), max_length=120)
    phone = forms.CharField(
        label=_("Telephone, with country code"),
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    address = forms.CharField(
        label=_("Postal address of the company"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The decision notice names this address."),
    )

    @classmethod
    def first_answers(cls, application):
        return {"contact_name": application.created_by.name}


class ProductForm(SectionForm):
    product = forms.CharField(
        label=_("What is your product or service?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    stage = forms.ChoiceField(
        label=_("How far along is it?"), choices=Stage, widget=forms.RadioSelect
    )
    customers = forms.CharField(
        label=_("Who uses or tests it today?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    @classmethod
    def first_answers(cls, application):
        startup = application.startup
        return {"product": startup.description_en or startup.description_de, "stage": startup.stage}


class PlanForm(SectionForm):
    goals = forms.CharField(
        label=_("What do you want to reach on the other side, and how?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    settles = YesNo(label=_("Do you intend to found a company or a branch there?"))
    arrives_on = forms.DateField(
        label=_("When do you want to start?"),
        widget=DayInput,
        help_text=_("The first day on site."),
    )
    jobs = forms.IntegerField(
        label=_("How many jobs there after three years?"), min_value=0, max_value=10_000
    )
    founder_on_site = YesNo(label=_("Will a founder be on site?"))

    def clean_arrives_on(self):
        day = self.cleaned_data["arrives_on"]
        if day <= clock.today():
            raise ValidationError(
                _("The start lies in the past. A measure must not begin before the award."),
                code="past",
            )
        return day


class AidForm(SectionForm):
    received = YesNo(
        label=_(
            "Has your company, or a company linked to it, received de-minimis aid in the last three years?"
        ),
        help_text=_(
            "Aid from public bodies in Germany that was granted as de-minimis aid. "
            "Per undertaking it may add up to EUR 300,000 in three years."
        ),
    )


class AidLineForm(PlainWords, forms.Form):
    authority = forms.CharField(label=_("Granted by"), max_length=120)
    granted_on = forms.DateField(label=_("Granted on"), widget=DayInput)
    amount = forms.DecimalField(
        label=_("Amount in EUR"),
        min_value=Decimal("0.01"),
        max_digits=12,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "0.01"}),
    )

    def clean_granted_on(self):
        day = self.cleaned_data["granted_on"]
        if day > clock.today():
            raise ValidationError(_("This day is still to come."), code="future")
        return day


AidLines = forms.formset_factory(
    AidLineForm, extra=1, max_num=20, absolute_max=20, validate_max=True
)
AidLines.item_label = _("Aid received")


class AttachmentForm(PlainWords, forms.Form):
    """One file of one kind."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=DocumentKind, widget=forms.RadioSelect)
    file = UploadField(label=_("File"))

    def __init__(self, *args, application, **kwargs):
        super().__init__(*args, **kwargs)
        present = {attachment.kind for attachment in application.attachments.all()}
        wanted = required_kinds(application) or set(DocumentKind.values)
        self.fields["kind"].choices = [
            (kind, label) for kind, label in DocumentKind.choices if kind in wanted - present
        ]
        if len(self.fields["kind"].choices) == 1:
            self.fields["kind"].initial = self.fields["kind"].choices[0][0]


class DeclarationsForm(SectionForm):
    correct = forms.BooleanField(label=_("What I say in this application is correct and complete."))
    solvent = forms.BooleanField(
        label=_("The company is not insolvent, and no insolvency proceedings are open.")
    )
    not_begun = forms.BooleanField(
        label=_("The measure has not begun and will not begin before an award.")
    )
    electronic_notice = forms.BooleanField(
        label=_("I agree that decision notices are provided for retrieval in this portal."),
        help_text=_(
            "You get a mail when a notice is ready. A retrieved notice counts as notified on the following day "
            "(§ 41 (2a) VwVfG)."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not needs_aid(self.application):
            del self.fields["electronic_notice"]

    def answers(self):
        return {**super().answers(), "version": DECLARATIONS_VERSION}


SECTION_FORMS = {
    "company": CompanyForm,
    "product": ProductForm,
    "plan": PlanForm,
    "aid": AidForm,
    "declarations": DeclarationsForm,
}
