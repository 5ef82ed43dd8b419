"""Payments on what was reclaimed, on the page of a case."""

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.forms import PlainWords
from corridor.widgets import DayInput
from welcome.actions.repayments import reclaiming
from welcome.exceptions import DayNotPossible, PaidTooMuch
from welcome.models import Repayment


class RepaymentForm(PlainWords, forms.Form):
    paid_on = forms.DateField(
        label=_("Paid on"), widget=DayInput, help_text=_("The day on which the money arrived.")
    )
    amount = forms.DecimalField(
        label=_("Amount in EUR"),
        max_digits=12,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        help_text=_("A wrong entry is put right by another one with a minus sign."),
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=200,
        required=False,
        help_text=_("Such as the booking number. An entry with a minus sign says why."),
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.revocation = reclaiming(case)
        self.fields["paid_on"].initial = clock.today()
        if self.revocation:
            self.fields["amount"].initial = self.revocation.outstanding or None

    def clean_paid_on(self):
        day = self.cleaned_data["paid_on"]
        if day > clock.today():
            raise forms.ValidationError(DayNotPossible.message, code="to_come")
        return day

    def clean_amount(self):
        amount, revocation = self.cleaned_data["amount"], self.revocation
        if revocation and not 0 <= revocation.outstanding - amount <= revocation.reclaim:
            raise forms.ValidationError(PaidTooMuch.message, code="too_much")
        return amount

    def clean(self):
        data = super().clean()
        if data.get("amount", 1) <= 0 and not data.get("note"):
            rule = next(
                c for c in Repayment._meta.constraints if c.name == "repayment_of_something"
            )
            self.add_error("amount", rule.violation_error_message)
        return data
