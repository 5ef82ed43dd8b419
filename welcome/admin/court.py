"""What may follow a notice on the page of a case: court action, revocation, the entry in the register."""

from datetime import timedelta
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.forms import PlainWords
from corridor.mail.admin import STATES
from corridor.widgets import DayInput
from welcome import deadlines
from welcome.actions.register import award_to_register
from welcome.actions.revocations import value_used
from welcome.admin.forms import text_field
from welcome.aid import signed_on
from welcome.choices import RECLAIMABLE, CourtOutcome, DecisionKind, Effect
from welcome.exceptions import (
    CourtPeriodOver,
    DayNotPossible,
    DayOutOfReach,
    FileNumberMissing,
    NoteMissing,
    ReasonMissing,
    ReclaimNotPossible,
)
from welcome.models import Case, CaseMail, CourtAction, Decision, Delivery


class CourtForm(PlainWords, forms.Form):
    """The court action as the court's letter tells of it."""

    received_on = forms.DateField(
        label=_("Received by the court on"),
        widget=DayInput,
        help_text=_("The day that counts is the one on which the court got it."),
    )
    file_number = forms.CharField(
        label=_("File number of the court"),
        max_length=60,
        error_messages={"required": FileNumberMissing.message},
    )
    reinstated = forms.BooleanField(
        label=_("The court has granted reinstatement (§ 60 VwGO)"),
        required=False,
        help_text=_("Only where the period for court action was over on that day."),
    )
    note = text_field(_("Note"), rows=4, required=False)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.delivery = Delivery.objects.filter(decision__case=case).order_by("pk").last()
        self.fields["note"].max_length = 4_000

    def clean_received_on(self):
        day = self.cleaned_data["received_on"]
        if day > clock.today():
            raise ValidationError(DayNotPossible.message, code="to_come")
        return day

    def clean(self):
        data = super().clean()
        last = self.delivery and self.delivery.last_day_in_court
        if last and data.get("received_on", last) > last and not data.get("reinstated"):
            self.add_error("received_on", CourtPeriodOver.message)
        return data


class JudgmentForm(PlainWords, forms.Form):
    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=CourtOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an outcome.")},
    )
    ended_on = forms.DateField(
        label=_("Ended on"),
        widget=DayInput,
        help_text=_("The day on which the judgment became final, or the action was withdrawn."),
    )
    outcome_note = text_field(
        _("What the court said"),
        rows=6,
        help_text=_("In your own words. It stays in the record of the case."),
        error_messages={"required": ReasonMissing.message},
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome_note"].max_length = 4_000


class HearingForm(PlainWords, forms.Form):
    """Why a revocation is considered, in both languages, and until when the start-up can answer."""

    reasons_de = text_field(
        _("Why a revocation is considered, in German"),
        rows=8,
        help_text=_("The facts that matter for the decision (§ 28 VwVfG NRW)."),
    )
    reasons_en = text_field(
        _("The same in English"),
        rows=8,
    )
    due_on = forms.DateField(
        label=_("Statement due on"),
        widget=DayInput,
        help_text=_(
            "The day ends at midnight in Düsseldorf; in Bengaluru that is early on the next day."
        ),
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["due_on"].initial = clock.today() + timedelta(days=deadlines.ANSWER_DAYS)

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        first, last = deadlines.answer_until(clock.today())
        if not first <= day <= last:
            raise ValidationError(DayOutOfReach.message, code="out_of_reach")
        return day


class LeaveForm(PlainWords, forms.Form):
    note = text_field(
        _("Note"),
        rows=5,
        help_text=_("Why the award stays. It stays in the record of the case."),
        error_messages={"required": NoteMissing.message},
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].max_length = 4_000


class RevocationForm(PlainWords, forms.Form):
    """A proposed revocation, beginning with what the returned one said."""

    effect = forms.ChoiceField(
        label=_("What happens to the award"),
        choices=Effect.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happens to the award.")},
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
    reclaim = forms.DecimalField(
        label=_("Amount to be repaid, in EUR"),
        min_value=0,
        max_digits=12,
        decimal_places=2,
        required=False,
        initial=Decimal(0),
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    reclaim_reasons_de = text_field(_("Reasons for the amount in German"), rows=4, required=False)
    reclaim_reasons_en = text_field(_("Reasons for the amount in English"), rows=4, required=False)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        granted = case.granted_decision
        self.most = value_used(granted) if granted else Decimal(0)
        earlier = case.decisions.filter(kind=DecisionKind.REVOKE, ended_at__isnull=False)
        if latest := earlier.order_by("-ended_at").first():
            self.initial = {**earlier_words(latest), **self.initial}

    def clean_reclaim(self):
        return self.cleaned_data["reclaim"] or Decimal(0)

    def clean(self):
        data = super().clean()
        reclaim = data.get("reclaim") or 0
        most = self.most if data.get("effect") in RECLAIMABLE else 0
        if reclaim > most:
            self.add_error("reclaim", ReclaimNotPossible.message)
        for name in ("reclaim_reasons_de", "reclaim_reasons_en"):
            if reclaim and not data.get(name, "").strip():
                self.add_error(name, self.fields[name].error_messages["required"])
        return data


def earlier_words(decision: Decision) -> dict:
    """What the revocation that came back said, for the fields of the next one."""
    names = ("effect", "reclaim", "reclaim_reasons_de", "reclaim_reasons_en")
    words = {name: getattr(decision.revocation, name) for name in names}
    return {**words, "reasons_de": decision.reasons_de, "reasons_en": decision.reasons_en}


# Of a mail the log shows that it was sent, never what it says.
TEXTS = ("email__message", "email__html_message", "email__headers")


def mail_line(mail: CaseMail) -> dict:
    """A mail about the case: to whom, and what became of it; the outbox may have forgotten it by now."""
    email = mail.email
    return {
        "at": mail.at,
        "subject": mail.subject,
        "to": ", ".join(email.to) if email else "",
        "state": STATES.get(email.status, "") if email else _("No longer in the outbox"),
    }


def context(case: Case, *, released: bool = True) -> dict:
    """The log of mails, and once a notice is `released` what was heard, what is in court and what to register."""
    mails = case.mails.select_related("email").defer(*TEXTS)
    return {
        "mails": [mail_line(each) for each in mails],
        **(after_notice(case) if released else {}),
    }


def after_notice(case: Case) -> dict:
    actions = CourtAction.objects.filter(decision__case=case)
    awaiting = award_to_register(case)
    return {
        "to_register": awaiting,
        "register_by": awaiting and deadlines.register_by(signed_on(awaiting)),
        "hearings": list(case.hearings.select_related("opened_by", "stated_by").order_by("-pk")),
        "court_actions": list(actions.select_related("recorded_by", "closed_by").order_by("-pk")),
    }


FORMS = {
    "record_court_action": ("note", CourtForm, lambda form: form.cleaned_data),
    "record_judgment": ("note", JudgmentForm, lambda form: form.cleaned_data),
    "hear": ("hear", HearingForm, lambda form: form.cleaned_data),
    "leave_award": ("note", LeaveForm, lambda form: form.cleaned_data),
    "propose_revocation": ("revoke", RevocationForm, lambda form: form.cleaned_data),
}
