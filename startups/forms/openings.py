from django import forms
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import one_line
from corridor.actions import Refused
from corridor.documents.files import PDF
from corridor.documents.forms import UploadField
from corridor.forms import PlainWords
from startups import choices
from startups.actions.openings import require_closing_day
from startups.forms.fields import languages
from startups.models import Interest, Opening

PLAIN_TEXT = _("Plain text. One language is enough. An empty line begins a new paragraph.")


class OpeningWords(PlainWords, forms.ModelForm):
    """What members and editors alike write: one of the two languages is enough, a missing one is shown as such."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if (language := name[-3:]) in {"_de", "_en"}:
                field.widget.attrs["lang"] = language[1:]
                field.says_optional = False  # one of the two is needed
        if "city" in self.fields:
            self.fields["city"].validators.append(one_line)
        both = [f"{stem}_{code}" for stem in ("title", "text") for code in languages()]
        self.order_fields([*(name for name in ("partner", "kind") if name in self.fields), *both])

    def clean_closes_on(self):
        day = self.cleaned_data["closes_on"]
        try:
            require_closing_day(day)
        except Refused as refused:
            raise forms.ValidationError(refused.message) from refused
        return day

    def clean(self):
        super().clean()
        for stem, problem in [
            ("title", _("Give a title in German or English.")),
            ("text", _("Describe the opening in German or English.")),
        ]:
            names = [f"{stem}_{code}" for code in languages()]
            if not any(self.cleaned_data.get(name) or name in self.errors for name in names):
                self.add_error(names[0], problem)


class OpeningForm(OpeningWords):
    kind = forms.ChoiceField(
        label=_("Kind"), choices=choices.OpeningKind.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = Opening
        fields = ["kind", "title_de", "title_en", "text_de", "text_en", "city", "closes_on"]
        widgets = {
            "text_de": forms.Textarea(attrs={"rows": 8}),
            "text_en": forms.Textarea(attrs={"rows": 8}),
            "closes_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }
        help_texts = {
            "title_de": _("What you are looking for, in a few words. One language is enough."),
            "title_en": _("What you are looking for, in a few words. One language is enough."),
            "text_de": PLAIN_TEXT,
            "text_en": PLAIN_TEXT,
            "city": _("Where the work is done."),
            "closes_on": _("The last day on which people can write to you, within one year."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["closes_on"].widget.attrs["min"] = clock.today().isoformat()


class InterestForm(PlainWords, forms.ModelForm):
    """A short message and a CV; the content of the file decides whether it is a PDF."""

    cv = UploadField(label=_("Your CV"), types=[PDF])

    class Meta:
        model = Interest
        fields = ["message"]
        labels = {"message": _("Your message")}
        help_texts = {
            "message": _("Who you are, what you can do, and from when. At most 2,000 characters.")
        }
        widgets = {"message": forms.Textarea(attrs={"rows": 8})}
