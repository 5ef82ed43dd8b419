"""A profile: the short form that begins it, and one form for each of its sections (startups.sections)."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import one_line
from corridor.documents.forms import CleanImageField
from corridor.forms import PlainWords, WebsiteField
from corridor.widgets import DayInput
from startups import choices, registry_numbers
from startups.choices import RegistrationKind
from startups.forms.fields import (
    PictureInput,
    RegistryNumberField,
    SentenceField,
    chosen,
    languages,
    one_of,
    several,
)
from startups.models import Startup
from startups.sections import NUMBERS, SENTENCES

OLDEST_YEAR = 1850
SENTENCE = _("What you make, and for whom, in at least one language. At most 160 characters.")
DESCRIPTION = _("Plain text, at most 4,000 characters. An empty line begins a new paragraph.")
IDENTITY = ["name", "legal_name", "origin", "city", "founded_on"]


@dataclass(frozen=True)
class Part:
    """Some fields of a form; those in two languages stand beside each other where there is room."""

    fields: list
    title: str = ""
    in_two_languages: bool = False


class SectionForm(PlainWords, forms.ModelForm):
    """Some fields of a profile. It knows no profile: what it says it gets as `initial`, and actions write."""

    def profile(self):
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    def numbers(self):
        """Registry numbers by kind, empty ones included: those are removed."""
        return {name: self.cleaned_data[name] for name in self.fields if name in NUMBERS}

    def doubts(self):
        """What may be wrong although it is allowed, in words."""
        return []

    def parts(self):
        return [Part(list(self.visible_fields()))]


class IdentityForm(SectionForm):
    """Who the start-up is."""

    origin = one_of(choices.Origin, _("Home of the start-up"))

    class Meta:
        model = Startup
        fields = IDENTITY
        widgets = {"founded_on": DayInput}
        help_texts = {
            "name": _("As people know it."),
            "legal_name": _("As the register writes it, with the legal form."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("name", "legal_name", "city"):
            self.fields[name].validators.append(one_line)
        self.fields["founded_on"].widget.attrs["max"] = clock.today().isoformat()
        self.order_fields(IDENTITY)

    def clean_founded_on(self):
        day = self.cleaned_data["founded_on"]
        if day > clock.today():
            raise forms.ValidationError(
                _("This day is still to come. Enter the day of the foundation.")
            )
        if day.year < OLDEST_YEAR:
            raise forms.ValidationError(_("Check the year; write it with four digits."))
        return day


class NewStartupForm(IdentityForm):
    """What a profile cannot begin without; everything else follows section by section."""

    sector = one_of(choices.Sector, _("Sector"))

    class Meta(IdentityForm.Meta):
        fields = [*IDENTITY, "sector"]


class NameForm(IdentityForm):
    """Who the start-up is, and its registry numbers."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for kind in RegistrationKind:
            self.fields[kind.value] = RegistryNumberField(kind)

    def doubts(self):
        """What the numbers say otherwise than the profile, as the form has it now. It may be right: no error."""
        if self.is_bound and not self.is_valid():
            return []
        fields = self.cleaned_data if self.is_bound else self.initial
        facts = {name: fields.get(name) for name in ("origin", "founded_on")}
        return [
            f"{kind.label}: {doubt}"
            for kind in RegistrationKind
            if (number := fields.get(kind.value))
            for doubt in registry_numbers.doubts(kind, number, **facts)
        ]

    def parts(self):
        parts = [
            (_("The company"), IDENTITY),
            (_("If you are registered in India"), ["cin", "dpiit", "gstin"]),
            (_("If you are registered in Germany"), ["hrb", "ust_id"]),
            (_("International"), ["lei"]),
        ]
        return [Part([self[name] for name in names], title) for title, names in parts]


class WordsForm(SectionForm):
    class Meta:
        model = Startup
        fields = ["one_liner_de", "one_liner_en", "description_de", "description_en"]
        field_classes = {"one_liner_de": SentenceField, "one_liner_en": SentenceField}
        widgets = {
            "one_liner_de": forms.Textarea(attrs={"rows": 2, "lang": "de"}),
            "one_liner_en": forms.Textarea(attrs={"rows": 2, "lang": "en"}),
            "description_de": forms.Textarea(attrs={"rows": 12, "lang": "de"}),
            "description_en": forms.Textarea(attrs={"rows": 12, "lang": "en"}),
        }
        help_texts = {
            "one_liner_de": SENTENCE,
            "one_liner_en": SENTENCE,
            "description_de": DESCRIPTION,
            "description_en": DESCRIPTION,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in SENTENCES:
            self.fields[name].says_optional = False  # one of the two is needed

    def parts(self):
        """Sentence and description, each in the reader's language first."""
        return [
            Part([self[f"{name}_{code}"] for code in languages()], in_two_languages=True)
            for name in ("one_liner", "description")
        ]


class MarketForm(SectionForm):
    sector = one_of(choices.Sector, _("Sector"))
    themes = several(choices.Theme, _("Themes"))
    stage = chosen(choices.Stage, _("Stage"))
    team_size = chosen(choices.TeamSize, _("Team size"))

    class Meta:
        model = Startup
        fields = ["sector", "themes", "stage", "team_size"]


class ExchangeForm(SectionForm):
    seeking = several(choices.Seeking, _("You are looking for"))
    offering = several(choices.Offering, _("You offer"))

    class Meta:
        model = Startup
        fields = ["seeking", "offering"]


class LinksForm(SectionForm):
    logo = CleanImageField(label=_("Logo"), required=False, widget=PictureInput)
    website = WebsiteField(label=_("Website"), required=False, max_length=200)

    class Meta:
        model = Startup
        # The logo is no field of the model here: a picture is stored first, then named.
        fields = ["website"]

    field_order = ["logo", "website"]

    @property
    def new_logo(self):
        """The picture that was chosen, False when the present one is to go, None when nothing changes."""
        return self.cleaned_data["logo"] if "logo" in self.changed_data else None


# By the section's slug.
SECTION_FORMS = {
    "name": NameForm,
    "words": WordsForm,
    "market": MarketForm,
    "exchange": ExchangeForm,
    "links": LinksForm,
}


class NoteForm(PlainWords, forms.Form):
    """Why a profile goes back or out of the directory."""

    note = forms.CharField(
        label=_("Reason"),
        help_text=_("The owners get it by mail. Say what they should change."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
