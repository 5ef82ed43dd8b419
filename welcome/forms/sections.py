from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from corridor import clock
from corridor.widgets import DayInput
from startups.choices import Stage, TeamSize
from welcome.forms.base import SectionForm, YesNo


def words(label, *, rows, longest, **kwargs):
    """A question that is answered in sentences."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=longest, widget=widget, **kwargs)


class CompanyForm(SectionForm):
    slug = "company"
    contact_name = forms.CharField(label=_("Contact person"), max_length=200)
    contact_role = forms.CharField(label=_("Function in the company"), max_length=120)
    phone = PhoneNumberField(
        label=_("Telephone, with country code"),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        error_messages={
            "invalid": _("Enter the number with its country code, such as +91 80 4710 0000.")
        },
    )
    contact_email = forms.EmailField(
        label=_("Email address of the contact person"),
        max_length=254,
        help_text=_("With it the contact person can ask at which stage a case is."),
    )
    address = words(
        _("Postal address of the company"),
        rows=4,
        longest=400,
        help_text=_("The decision notice names this address."),
    )

    @classmethod
    def first_answers(cls, application):
        return {"contact_name": application.created_by.name}


class TeamForm(SectionForm):
    slug = "team"
    founders = words(
        _("Who founded the company?"),
        rows=4,
        longest=1500,
        help_text=_("One person a line: name, what they do in the company."),
    )
    team_size = forms.ChoiceField(
        label=_("How many people work for it?"), choices=TeamSize, widget=forms.RadioSelect
    )
    skills = words(
        _("What can your team do, and whom do you still look for?"),
        rows=4,
        longest=2000,
    )

    @classmethod
    def first_answers(cls, application):
        return {"team_size": application.startup.team_size}


class ProductForm(SectionForm):
    slug = "product"
    product = words(_("What is your product or service?"), rows=6, longest=3000)
    stage = forms.ChoiceField(
        label=_("How far along is it?"), choices=Stage, widget=forms.RadioSelect
    )
    customers = words(_("Who uses or tests it today?"), rows=4, longest=2000)

    @classmethod
    def first_answers(cls, application):
        startup = application.startup
        return {"product": startup.description_en or startup.description_de, "stage": startup.stage}


class PlanForm(SectionForm):
    slug = "plan"
    goals = words(_("What do you want to reach on the other side, and how?"), rows=6, longest=3000)
    milestones = words(
        _("What do you want to have done by when?"),
        rows=4,
        longest=2000,
        help_text=_("One step a line, with its month."),
    )
    settles = YesNo(label=_("Do you intend to found a company or a branch there?"))
    founds_on = forms.DateField(
        label=_("When do you want to found it?"),
        widget=DayInput,
        help_text=_("Needed if you intend to. A rough date is enough."),
    )
    arrives_on = forms.DateField(
        label=_("When do you want to start?"),
        widget=DayInput,
        help_text=_("The first day on site."),
    )
    jobs = forms.IntegerField(
        label=_("How many jobs there after three years?"), min_value=0, max_value=10_000
    )
    founder_on_site = YesNo(label=_("Will a founder be on site?"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Whoever intends to found has to say when: it is not asked of all, and not left to anybody either.
        self.fields["founds_on"].says_optional = False

    def clean_arrives_on(self):
        day = self.cleaned_data["arrives_on"]
        if day and day <= clock.today():
            raise ValidationError(
                _("Name a day after today. A measure must not begin before the award."),
                code="past",
            )
        return day

    def clean_founds_on(self):
        day = self.cleaned_data["founds_on"]
        if day and day <= clock.today():
            raise ValidationError(
                _("Name a day after today. A measure must not begin before the award."), code="past"
            )
        return day
