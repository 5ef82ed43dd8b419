"""What staff write when they decide a case, and the set-up by administrators."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.admin import OfficeForm
from corridor.forms import PlainWords
from corridor.widgets import DayInput
from startups.choices import Origin, Sector
from welcome.choices import KINDS_FROM, REQUIRABLE, CaseState, DecisionKind
from welcome.exceptions import (
    ConditionsUnequal,
    NoteMissing,
    OtherProposal,
    WrongKind,
)
from welcome.models import AuthorityMember, Benefit, Case, Criterion, Package, Question
from welcome.models.decisions import conditions_in

TEXTS = ("reasons_de", "reasons_en", "conditions_de", "conditions_en")


def text_field(label, *, rows, required=True, **kwargs):
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, widget=widget, required=required, max_length=20_000, **kwargs
    )


class ProposalForm(PlainWords, forms.Form):
    """A proposal, beginning with what the returned one said. The German text is the binding one."""

    kind = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a kind of decision."),
            "invalid_choice": WrongKind.message,
        },
    )
    reasons_de = text_field(
        _("Reasons in German"),
        rows=10,
        help_text=_(
            "The binding text (§§ 23, 39 VwVfG NRW). An empty line begins a new paragraph."
        ),
    )
    reasons_en = text_field(
        _("Reasons in English"),
        rows=10,
        help_text=_("For the convenience copy."),
    )
    conditions_de = text_field(
        _("Conditions in German"),
        rows=3,
        required=False,
        help_text=_("One condition per line (§ 36 VwVfG NRW)."),
    )
    conditions_en = text_field(
        _("Conditions in English"),
        rows=3,
        required=False,
        help_text=_("The same conditions, one per line."),
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = KINDS_FROM.get(case.state, tuple(DecisionKind))
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        if len(kinds) == 1:
            self.fields["kind"].initial = kinds[0]
        self.offers = case.terms.offers if DecisionKind.GRANT in kinds else []
        for offer in self.offers:
            self.fields[item_name(offer)] = item_field(offer)
        self.initial = {**earlier_words(case, kinds), **self.initial}

    def clean(self):
        german, english = (self.cleaned_data.get(f"conditions_{code}") for code in ("de", "en"))
        if len(conditions_in(german or "")) != len(conditions_in(english or "")):
            self.add_error("conditions_en", ConditionsUnequal.message)

    @property
    def item_fields(self):
        """Each benefit of the terms with the field for its quantity."""
        return [(offer, self[item_name(offer)]) for offer in self.offers]

    @property
    def offered(self):
        """The value of everything that the terms offer."""
        return sum(offer.value for offer in self.offers)

    @property
    def typed(self):
        """The value of the quantities that were sent; None before that, and while one of them is no number."""
        if not self.is_bound or self.errors.keys() & {item_name(offer) for offer in self.offers}:
            return None
        return sum(
            (self.cleaned_data[item_name(offer)] or 0) * offer.unit_value for offer in self.offers
        )

    @property
    def proposal(self) -> dict:
        """What the action takes."""
        items = {offer.id: self.cleaned_data[item_name(offer)] or 0 for offer in self.offers}
        return {"items": items, **{name: self.cleaned_data[name] for name in ("kind", *TEXTS)}}


def earlier_words(case: Case, kinds) -> dict:
    """What the proposal that came back to the review said, for the fields of the next one."""
    earlier = case.decisions.filter(ended_at__isnull=False).order_by("-ended_at").first()
    if case.state != CaseState.REVIEW or earlier is None:
        return {}
    words = {name: getattr(earlier, name) for name in TEXTS}
    if earlier.kind in kinds:
        words["kind"] = earlier.kind
    if earlier.kind == DecisionKind.GRANT:
        words |= earlier_quantities(case, earlier)
    return words


def earlier_quantities(case, earlier):
    """By field; an awarded item has no reference to its offer, so its words and unit tell which it was."""
    awarded = {(item.title_de, item.unit_de): item.quantity for item in earlier.items.all()}
    return {
        item_name(offer): awarded.get((offer.title_de, offer.unit_de), 0)
        for offer in case.terms.offers
    }


def item_name(offer):
    return f"item_{offer.id}"


def item_field(offer):
    title = offer.title_de if get_language() == "de" else offer.title_en
    return forms.IntegerField(
        label=title,
        min_value=0,
        max_value=offer.quantity,
        initial=offer.quantity,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "max_value": _("The package offers %(limit_value)s."),
            "min_value": _("Write 0 to leave the item out."),
        },
    )


class NoteForm(PlainWords, forms.Form):
    """Why something goes back."""

    note = forms.CharField(
        label=_("Note"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What has to change. It stays in the record of the case."),
        error_messages={"required": NoteMissing.message},
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)


class FaultForm(NoteForm):
    """What was wrong with the information on legal remedies."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].help_text = _(
            "What was missing or wrong. It stays in the record of the case."
        )


class SignForm(PlainWords, forms.Form):
    """The signature on the very proposal that was read."""

    read = forms.ModelChoiceField(
        label=_("Proposal"),
        queryset=None,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(["required", "invalid_choice"], OtherProposal.message),
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["read"].queryset = case.decisions.all()
        self.fields["read"].initial = case.open_decision


def several(label, choices, **kwargs):
    """Several values of an array column."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, widget=forms.CheckboxSelectMultiple, **kwargs
    )


class PackageForm(OfficeForm):
    sectors = several(_("Sectors"), Sector)
    origins = several(_("Origins"), Origin)
    required_documents = several(_("Required documents"), REQUIRABLE, required=False)

    class Meta:
        model = Package
        fields = [
            "authority", "slug", "title_de", "title_en", "summary_de", "summary_en", "is_public", "opens_on",
            "closes_on", "sectors", "origins", "max_age_years", "for_settlers", "required_documents", "award_days",
            "begin_days", "report_days", "decision_days", "budget", "places",
        ]  # fmt: skip
        widgets = {"opens_on": DayInput, "closes_on": DayInput}


class BenefitForm(OfficeForm):
    class Meta:
        model = Benefit
        fields = [
            "title_de",
            "title_en",
            "quantity",
            "unit_de",
            "unit_en",
            "unit_value",
            "provider",
            "contact",
            "provider_email",
        ]


class QuestionForm(OfficeForm):
    class Meta:
        model = Question
        fields = ["text_de", "text_en", "help_de", "help_en", "kind", "is_required"]


class CriterionForm(OfficeForm):
    class Meta:
        model = Criterion
        fields = ["title_de", "title_en", "guidance_de", "guidance_en", "weight"]


class MemberForm(OfficeForm):
    """A new member: the person is named by their address, nobody scrolls through all accounts."""

    email = forms.EmailField(label=_("Email address of the person"))

    class Meta:
        model = AuthorityMember
        fields = ["authority", "role"]

    def clean_email(self):
        address = User.objects.normalize_email(self.cleaned_data["email"])
        person = User.objects.filter(email=address, is_active=True).first()
        if person is None:
            raise ValidationError(
                _("There is no account with this address. Add the person first."), code="unknown"
            )
        self.instance.user = person
        return address

    def clean(self):
        data = super().clean()
        held = AuthorityMember.objects.filter(
            authority=data.get("authority"),
            role=data.get("role", ""),
            user__email=data.get("email", ""),
        )
        if held.exists():
            raise ValidationError(_("This person has the role already."), code="held")
        return data


class DeputyForm(OfficeForm):
    class Meta:
        model = AuthorityMember
        fields = ["deputy_for", "absent_from", "absent_until"]
        widgets = {"absent_from": DayInput, "absent_until": DayInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        member = self.instance
        if "deputy_for" in self.fields and member.pk:
            colleagues = AuthorityMember.objects.filter(
                authority=member.authority, role=member.role
            )
            self.fields["deputy_for"].queryset = colleagues.exclude(
                user=member.user
            ).select_related("user", "authority")
