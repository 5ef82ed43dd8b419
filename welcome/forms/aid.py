from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.forms import PlainWords
from corridor.widgets import DayInput
from welcome import aid
from welcome.forms.base import SectionForm, YesNo, as_posted, plain
from welcome.models.cases import REFERENCE

NEEDED = ("authority", "granted_on", "amount")


class AidLineForm(PlainWords, forms.Form):
    """One aid; what is missing may come later, and an entry that says nothing is none."""

    authority = forms.CharField(label=_("Granted by"), max_length=120)
    granted_on = forms.DateField(
        label=_("Granted on"),
        widget=DayInput,
        help_text=_("The date of the decision, not of the payment."),
    )
    amount = forms.DecimalField(
        label=_("Amount in EUR"),
        min_value=Decimal("0.01"),
        max_digits=12,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "0.01"}),
        help_text=_("Gross, before taxes; of a service its value."),
        error_messages={"min_value": _("Enter an amount above zero.")},
    )
    company = forms.CharField(
        label=_("Linked company that received it"),
        max_length=200,
        help_text=_("Leave this empty if it was your own company."),
    )
    reference = forms.CharField(
        label=_("Reference number, if it was awarded in this portal"),
        max_length=20,
        validators=[RegexValidator(f"^(?i:{REFERENCE})$", _("For example DUS-2024-0007."))],
        help_text=_("For example DUS-2024-0007. Then it is counted once."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.says_optional = name not in NEEDED
            field.required, field.show_hidden_initial = False, True

    def clean_granted_on(self):
        day = self.cleaned_data["granted_on"]
        if day and day > clock.today():
            raise ValidationError(_("This day is still to come."), code="future")
        return day

    def clean_reference(self):
        return self.cleaned_data["reference"].strip().upper()

    @property
    def answer(self) -> dict:
        """What the entry says so far, as JSON keeps it; nothing when it was taken out."""
        said = {name: self.cleaned_data.get(name) for name in self.base_fields}
        if self.cleaned_data.get("DELETE"):
            return {}
        return {name: plain(value) for name, value in said.items() if value not in (None, "")}


class BaseAidLines(forms.BaseFormSet):
    item_label = _("Aid received")

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Take this entry out")


AidLines = forms.formset_factory(
    AidLineForm,
    formset=BaseAidLines,
    extra=1,
    max_num=20,
    absolute_max=20,
    validate_max=True,
    can_delete=True,
    can_delete_extra=False,
)


class LinesQuestion(forms.Field):
    """Stands for the entries where questions are listed."""


class AidForm(SectionForm):
    """The question, and one entry for each aid received; rendered together."""

    slug = "aid"
    template_name = "welcome/aid_form.html"
    received = YesNo(
        label=_(
            "Has your company, or a company linked to it, received de-minimis aid in the last three years?"
        ),
        help_text=_(
            "Aid from public bodies in Germany that was granted as de-minimis aid. Linked are companies of which one "
            "holds most of the votes in the other or controls it in another way (Art. 2 (2) Regulation (EU) 2023/2831)."
        ),
    )

    def __init__(self, data=None, files=None, **kwargs):
        super().__init__(data, files, **kwargs)
        self.lines = AidLines(data, prefix="lines", initial=self.initial.get("lines"))

    @property
    def questions(self):
        return {**super().questions, "lines": LinesQuestion(label=_("Aid received"))}

    @property
    def forms(self):
        """For whoever lists errors."""
        return [self.lines]

    def get_context(self):
        return {**super().get_context(), "lines": self.lines}

    def full_clean(self):
        super().full_clean()
        if not self.is_bound:
            return
        wrong = [form.errors for form in self.lines if form.errors]
        wrong += [self.lines.non_form_errors()] if self.lines.non_form_errors() else []
        if wrong:
            self._errors["lines"] = wrong
        said = [form.answer for form in self.lines if hasattr(form, "cleaned_data")]
        self.cleaned_data["lines"] = [line for line in said if line]

    def place_of(self, name):
        if name == "received":
            return self.place_of_received()
        if name != "lines":
            return super().place_of(name)
        gaps = [(form, aid.gaps_in(form.initial)) for form in self.lines.initial_forms]
        form, names = next(((form, names) for form, names in gaps if names), (None, []))
        anchor = form[names[0]].id_for_label if form else ""
        return anchor, self.questions[name].label

    def place_of_received(self):
        """An answer is missing, or it does not fit the entries."""
        anchor, label = super().place_of("received")
        said = (self.cleaned_data if self.is_bound else self.initial).get("received")
        words = {
            "yes": _("the aid that you received"),
            "no": _("a clear answer (you say no, but name aid)"),
        }
        return anchor, words.get(said, label)

    def beside(self, theirs, version):
        data = super().beside({**theirs, "lines": None}, version)
        if not self.lines.has_changed():
            put_lines(data, theirs.get("lines", []))
        return data


def put_lines(data, lines):
    """Entries as a browser sends them, with an empty one at the end."""
    data["lines-TOTAL_FORMS"], data["lines-INITIAL_FORMS"] = len(lines) + 1, len(lines)
    for index, line in enumerate([*lines, {}]):
        for name in AidLineForm.base_fields:
            for key in (f"lines-{index}-{name}", f"initial-lines-{index}-{name}"):
                data.setlist(key, as_posted(line.get(name)))
