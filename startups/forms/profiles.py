from django import forms
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import one_line
from corridor.documents.forms import CleanImageField
from corridor.forms import PlainWords, WebsiteField
from corridor.widgets import DayInput
from startups import choices, registry_numbers
from startups.choices import RegistrationKind
from startups.models import Startup

ONE_LINE = ["name", "legal_name", "city"]
OLDEST_YEAR = 1850
NUMBER_NAMES = {
    RegistrationKind.CIN: _("Corporate Identification Number"),
    RegistrationKind.DPIIT: _("Number of the recognition as a start-up"),
    RegistrationKind.GSTIN: _("Goods and Services Tax Identification Number"),
    RegistrationKind.HRB: _("Commercial register, with its court"),
    RegistrationKind.UST_ID: _("VAT identification number"),
    RegistrationKind.LEI: _("Legal Entity Identifier"),
}


class RegistryNumberField(forms.CharField):
    """A number of one kind, in its one written form."""

    def __init__(self, kind):
        self.kind = kind
        example = registry_numbers.EXAMPLES[kind]
        hint = format_lazy(
            _("{name}, for example {example}"), name=NUMBER_NAMES[kind], example=example
        )
        super().__init__(label=kind.label, help_text=hint, required=False, max_length=60)
        self.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def clean(self, value):
        number = super().clean(value)
        return registry_numbers.normalise(self.kind, number) if number else ""


class SentenceField(forms.CharField):
    """One sentence: a line break inside is a space."""

    widget = forms.Textarea

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


class PictureInput(forms.ClearableFileInput):
    """Shows the present picture, whose file name tells nobody anything."""

    template_name = "startups/picture_input.html"


def several(enum, label):
    return forms.MultipleChoiceField(
        label=label, choices=enum.choices, required=False, widget=forms.CheckboxSelectMultiple
    )


def one_of(enum, label):
    return forms.ChoiceField(label=label, choices=enum.choices, widget=forms.RadioSelect)


class StartupForm(PlainWords, forms.ModelForm):
    """A profile and its registry numbers; `profile()` and `numbers()` are what the actions take."""

    origin = one_of(choices.Origin, _("Home of the start-up"))
    sector = one_of(choices.Sector, _("Sector"))
    themes = several(choices.Theme, _("Themes"))
    seeking = several(choices.Seeking, _("You are looking for"))
    offering = several(choices.Offering, _("You offer"))
    website = WebsiteField(label=_("Website"), required=False, max_length=200)
    logo = CleanImageField(label=_("Logo"), required=False, widget=PictureInput)

    class Meta:
        model = Startup
        # The logo is not among them: the form must not write into the profile that the page shows.
        fields = [
            "name",
            "legal_name",
            "origin",
            "city",
            "founded_on",
            "website",
            "sector",
            "themes",
            "one_liner_de",
            "one_liner_en",
            "description_de",
            "description_en",
            "stage",
            "team_size",
            "seeking",
            "offering",
        ]
        field_classes = {"one_liner_de": SentenceField, "one_liner_en": SentenceField}
        widgets = {
            "one_liner_de": forms.Textarea(attrs={"rows": 2, "lang": "de"}),
            "one_liner_en": forms.Textarea(attrs={"rows": 2, "lang": "en"}),
            "founded_on": DayInput,
            "description_de": forms.Textarea(attrs={"rows": 8, "lang": "de"}),
            "description_en": forms.Textarea(attrs={"rows": 8, "lang": "en"}),
        }
        help_texts = {
            "name": _("As people know it."),
            "legal_name": _("As the register writes it, with the legal form."),
            "one_liner_de": _("What you make, and for whom. One of the two languages is enough."),
            "one_liner_en": _("What you make, and for whom. One of the two languages is enough."),
            "description_de": _("Plain text. An empty line begins a new paragraph."),
            "description_en": _("Plain text. An empty line begins a new paragraph."),
        }

    def __init__(self, *args, instance=None, **kwargs):
        self.stored = (
            {row.kind: row.value for row in instance.registrations.all()} if instance else {}
        )
        # What waits for an editor is what its writer goes on with.
        self.change = instance.changes.waiting().first() if instance else None
        held = dict(self.change.fields) if self.change else {}
        numbers = {**self.stored, **held.pop("registrations", {})}
        initial = {**numbers, **held, "logo": instance.logo if instance else None}
        super().__init__(*args, instance=instance, initial=initial, **kwargs)
        for kind in RegistrationKind:
            self.fields[kind.value] = RegistryNumberField(kind)
        for name in ONE_LINE:
            self.fields[name].validators.append(one_line)
        self.fields["founded_on"].widget.attrs["max"] = clock.today().isoformat()
        for name in ("stage", "team_size"):
            self.fields[name].choices = [("", _("Choose")), *self.fields[name].choices[1:]]
        self.order_fields([field.name for _title, fields in self.sections() for field in fields])

    def clean_founded_on(self):
        day = self.cleaned_data["founded_on"]
        if day > clock.today():
            raise forms.ValidationError(
                _("This day is still to come. Enter the day of the foundation.")
            )
        if day.year < OLDEST_YEAR:
            raise forms.ValidationError(_("Check the year; write it with four digits."))
        return day

    def clean(self):
        super().clean()
        sentences = ("one_liner_de", "one_liner_en")
        if not any(self.cleaned_data.get(name) or name in self.errors for name in sentences):
            problem = _("Say in one sentence, in German or English, what the start-up does.")
            self.add_error(self.sentence_first()[0], problem)

    def profile(self):
        """The fields of the profile, without the logo."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def numbers(self):
        """Every registry number by its kind, empty ones included: those are removed."""
        return {kind.value: self.cleaned_data[kind.value] for kind in RegistrationKind}

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

    @property
    def new_logo(self):
        """The picture that was chosen, False when the present one is to go, None when nothing changes."""
        return self.cleaned_data["logo"] if "logo" in self.changed_data else None

    def sentence_first(self):
        """The two one-liners, the reader's language first."""
        return sorted(
            ("one_liner_de", "one_liner_en"), key=lambda name: name[-2:] != get_language()[:2]
        )

    def sections(self):
        """The form in parts: title and fields."""
        sentences = self.sentence_first()
        descriptions = [name.replace("one_liner", "description") for name in sentences]
        parts = [
            (_("The company"), ["name", "legal_name", "origin", "city", "founded_on", "website"]),
            (_("What you do"), ["sector", "themes", *sentences, *descriptions, "logo"]),
            (_("Where you stand"), ["stage", "team_size", "seeking", "offering"]),
            (_("If you are registered in India"), ["cin", "dpiit", "gstin"]),
            (_("If you are registered in Germany"), ["hrb", "ust_id"]),
            (_("International"), ["lei"]),
        ]
        return [(title, [self[name] for name in names]) for title, names in parts]


class NoteForm(PlainWords, forms.Form):
    """Why a profile goes back or out of the directory."""

    note = forms.CharField(
        label=_("Reason"),
        help_text=_("The owners get it by mail. Say what they should change."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
