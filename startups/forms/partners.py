"""What editors fill in for partners, projects and the openings of partners."""

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import one_line
from corridor.admin import OfficeForm
from corridor.forms import WebsiteField
from startups import choices
from startups.forms.openings import OpeningForm, OpeningWords
from startups.forms.profiles import several
from startups.models import Milestone, Partner, Project, Startup


class PartnerForm(OfficeForm):
    website = WebsiteField(label=_("Website"), required=False, max_length=200)
    sectors = several(choices.Sector, _("Sectors"))
    themes = several(choices.Theme, _("Themes"))
    offering = several(choices.Offering, _("Offering"))

    class Meta:
        model = Partner
        fields = [
            "name", "kind", "side", "city", "website", "email", "description_de", "description_en", "sectors",
            "themes", "offering", "is_published",
        ]  # fmt: skip
        help_texts = {
            "email": _("Introductions go there. No page shows it."),
            "sectors": _("Leave all empty when the partner helps in every sector."),
            "description_de": _("Plain text. An empty line begins a new paragraph."),
            "description_en": _("Plain text. An empty line begins a new paragraph."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"name", "city"} & self.fields.keys():
            self.fields[name].validators.append(one_line)


class StartupsField(forms.CharField):
    """Start-ups by their addresses in the directory, one a line: nobody scrolls through thousands of boxes."""

    widget = forms.Textarea(attrs={"rows": 4, "spellcheck": "false"})

    def prepare_value(self, value):
        if isinstance(value, list):
            return "\n".join(startup.slug for startup in value)
        return value

    def clean(self, value):
        slugs = [word.rstrip("/").rpartition("/")[2] for word in super().clean(value).split()]
        found = Startup.objects.in_bulk(slugs, field_name="slug")
        if unknown := [slug for slug in slugs if slug not in found]:
            problem = _("There is no start-up with this address: %(names)s.")
            raise forms.ValidationError(problem, params={"names": ", ".join(unknown)})
        return list(found.values())


class ProjectForm(OfficeForm):
    startups = StartupsField(
        label=_("Start-ups"),
        required=False,
        max_length=4000,
        help_text=_("The addresses of their profiles, one on each line."),
    )

    class Meta:
        model = Project
        fields = [
            "title_de", "title_en", "summary_de", "summary_en", "sector", "state", "starts_on", "ends_on", "partners",
            "startups", "is_published",
        ]  # fmt: skip
        widgets = {"partners": forms.CheckboxSelectMultiple}


class MilestoneForm(OfficeForm):
    class Meta:
        model = Milestone
        fields = ["title_de", "title_en", "owner", "due_on", "done_on"]


class PartnerOpeningForm(OpeningWords):
    """An opening of a partner."""

    class Meta(OpeningForm.Meta):
        fields = ["partner", *OpeningForm.Meta.fields, "is_published"]
        help_texts = {
            **OpeningForm.Meta.help_texts,
            "partner": _("People write to the partner directly; the page leads to its website."),
            "closes_on": _("The last day on which everybody sees it, within one year."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "partner" in self.fields:
            self.fields["partner"].required = True
