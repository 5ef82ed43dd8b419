"""After the award, for officers: post instead of the portal, wishes for benefits, proofs of use, landing steps."""

from django import forms
from django.contrib import admin
from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from corridor import clock
from corridor.admin import OfficeForm, ReadOnlyAdmin, Task
from corridor.exports import ExportMixin
from corridor.forms import PlainWords
from corridor.mail.addresses import require_plain
from corridor.pages import LongList
from corridor.steps import Step, StepsMixin
from corridor.widgets import DayInput
from welcome import actions
from welcome.admin.own_lists import OwnListAdmin
from welcome.admin.providers import ProviderViews
from welcome.admin.waiting import with_role
from welcome.choices import DeliveryWay, StaffRole
from welcome.exceptions import NoteMissing, ReasonMissing
from welcome.models import AwardItem, Case, LandingStep, ProofOfUse, Redemption

POSTAL = [(way.value, way.label) for way in (DeliveryWay.POST, DeliveryWay.ABROAD)]


def text(label, *, required, message=None, **kwargs):
    errors = {"required": message} if message else {}
    area = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(
        label=label,
        max_length=1000,
        required=required,
        widget=area,
        error_messages=errors,
        **kwargs,
    )


class PostForm(PlainWords, forms.Form):
    """How and when the notice was posted."""

    way = forms.ChoiceField(
        label=_("Where to?"),
        choices=POSTAL,
        widget=forms.RadioSelect,
        help_text=_(
            "Within Germany it counts as received four days after the posting, three before 2025. "
            "Abroad only the proven receipt counts."
        ),
    )
    posted_on = forms.DateField(
        label=_("Posted on"),
        widget=DayInput,
        help_text=_("A day after the end of the retrieval, today at the latest."),
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["posted_on"].initial = clock.today()


class ReceiptForm(PlainWords, forms.Form):
    received_on = forms.DateField(
        label=_("Proven receipt on"),
        widget=DayInput,
        help_text=_("The day on the return receipt: not before the posting, today at the latest."),
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)


class ConfirmForm(PlainWords, forms.Form):
    agreed_on = forms.DateField(label=_("Agreed for"), widget=DayInput)
    answer = text(
        _("What the start-up should know"), required=False, help_text=_("Time, place, person.")
    )

    def __init__(self, redemption, data):
        super().__init__(data)
        self.fields["agreed_on"].initial = redemption.wished_on


class RefuseForm(PlainWords, forms.Form):
    answer = text(_("Reason"), required=True, message=ReasonMissing.message)


class UsedForm(PlainWords, forms.Form):
    used_on = forms.DateField(label=_("Used on"), widget=DayInput)

    def __init__(self, redemption, data):
        super().__init__(data)
        today = clock.today()
        self.fields["used_on"].initial = min(redemption.agreed_on or today, today)


class ContactForm(PlainWords, forms.Form):
    """How the provider of an awarded benefit is reached from now on."""

    contact = forms.CharField(
        label=_("Contact"),
        max_length=200,
        required=False,
        help_text=_("Email or telephone of the provider. The start-up reads it."),
    )
    provider_email = forms.EmailField(
        label=_("Mail for wishes"),
        max_length=254,
        required=False,
        validators=[require_plain],
        help_text=_("Wishes that wait go there once you write to the provider again."),
    )

    def __init__(self, item, data):
        initial = {"contact": item.contact, "provider_email": item.provider_email}
        super().__init__(data, initial=initial)


class ReturnForm(PlainWords, forms.Form):
    note = text(_("What is missing"), required=True, message=NoteMissing.message)


def is_officer(user, case) -> bool:
    return case.has_role(user, StaffRole.OFFICER) and not case.concerns(user)


class AfterAward(StepsMixin, ReadOnlyAdmin):
    """A list to look at, and a page with the steps of whoever is the case's officer."""

    list_per_page = 50
    paginator = LongList
    list_filter = ["state"]
    search_help_text = _("Reference number of the case")

    def get_queryset(self, request):
        return self.model.objects.for_back_office(request.user)

    def may_step(self, request, obj):
        return is_officer(request.user, obj.case)

    @admin.display(description=_("case"))
    def file(self, row):
        address = reverse("admin:welcome_case_change", args=[row.case.pk])
        return format_html('<a href="{}">{}</a>', address, row.case)

    # Names alone: officers have no page of a person to be led to.
    @admin.display(description=_("start-up"))
    def startup(self, row):
        return str(row.case.startup)

    @admin.display(description=_("answered by"))
    def answerer(self, row):
        return str(row.answered_by or "–")


@admin.register(Redemption)
class RedemptionAdmin(ProviderViews, ExportMixin, AfterAward):
    place = 1
    explanation = _("Benefits that start-ups ask for, confirm and use.")
    step_argument = "redemption"
    list_display = ["reference", "startup", "benefit", "quantity", "wished_on", "state"]
    list_select_related = ["item__granted", "item__award__case__startup"]
    export_columns = [
        (_("Case"), lambda row: row.case),
        (_("Start-up"), lambda row: row.case.startup),
        (_("Benefit item"), lambda row: row.item),
        (_("Provider"), lambda row: row.item.granted.provider),
        (_("Quantity"), lambda row: row.quantity),
        (_("Wished on"), lambda row: row.wished_on),
        (_("State"), lambda row: row.get_state_display()),
        (_("Agreed for"), lambda row: row.agreed_on),
        (_("Used on"), lambda row: row.used_on),
    ]
    search_fields = ["item__award__case__reference"]
    fields = [
        "file", "startup", "benefit", "provider", "quantity", "wished_on", "words", "provider_asked", "state",
        "agreed_on", "answer", "answerer", "used_on",
    ]  # fmt: skip
    readonly_fields = ["file", "startup", "benefit", "provider", "answerer"]
    steps = {
        "confirm": Step(
            _("Confirm the benefit"),
            actions.confirm_benefit,
            lambda row: row.is_asked,
            _("The benefit is confirmed, and the start-up has been told by mail."),
            ConfirmForm,
        ),
        "refuse": Step(
            _("Say that it is not possible"),
            actions.refuse_benefit,
            lambda row: row.is_asked,
            _("The start-up has been told by mail. The quantity is free again."),
            lambda _row, data: RefuseForm(data),
        ),
        "again": Step(
            _("Write to the provider again"),
            actions.ask_provider_again,
            lambda row: row.is_asked and row.item.provider_email,
            _("The provider has a new link. The one in the earlier mail holds no more."),
        ),
        "used": Step(
            _("Note the use"),
            actions.note_use,
            lambda row: row.is_confirmed,
            _("The use is noted."),
            UsedForm,
        ),
    }

    def desk(self, request):
        rows = Redemption.objects.waiting().filter(open_case(request.user, "item__award__case"))
        sentence = ngettext_lazy(
            "%(count)s benefit is asked for and waits for an answer",
            "%(count)s benefits are asked for and wait for an answer",
            "count",
        )
        return tasks(request, rows, sentence, "wished_on", "welcome_redemption", "asked")

    @admin.display(description=_("case"), ordering="item__award__case__reference")
    def reference(self, row):
        return row.case.reference

    @admin.display(description=_("benefit item"))
    def benefit(self, row):
        return str(row.item)

    @admin.display(description=_("provider"))
    def provider(self, row):
        contact = f", {row.item.contact}" if row.item.contact else ""
        return f"{row.item.granted.provider}{contact}"

    @admin.display(description=_("answered by"))
    def answerer(self, row):
        if row.by_provider:
            return f"{row.answerer}, {row.item.provider_email}"
        return row.answerer or "–"


@admin.register(AwardItem)
class AwardItemAdmin(AfterAward):
    place = 3
    explanation = _("Benefits of awards in use, and how their providers are reached.")
    step_argument = "item"
    list_display = ["reference", "startup", "__str__", "provider", "contact"]
    list_select_related = ["granted", "award__case__startup"]
    list_filter = ["award__state"]
    search_fields = ["award__case__reference", "granted__provider"]
    search_help_text = _("Reference number of the case, or provider")
    fields = ["file", "startup", "granted", "quantity", "provider", "contact", "provider_email"]
    readonly_fields = ["file", "startup", "provider"]
    steps = {
        "contact": Step(
            _("Change the contact"),
            actions.change_contact,
            lambda row: row.award.is_open,
            _("The contact is changed. The start-up reads it with its benefits."),
            ContactForm,
        ),
    }

    @admin.display(description=_("case"), ordering="award__case__reference")
    def reference(self, row):
        return row.case.reference

    @admin.display(description=_("provider"), ordering="granted__provider")
    def provider(self, row):
        return row.granted.provider


@admin.register(ProofOfUse)
class ProofAdmin(AfterAward):
    place = 2
    explanation = _("What start-ups report at the end of an award.")
    step_argument = "proof"
    list_display = ["reference", "startup", "submitted_at", "state"]
    list_select_related = ["award__case__startup"]
    search_fields = ["award__case__reference"]
    fields = [
        "file", "startup", "period", "text", "papers", "sender", "submitted_at", "state", "note", "answerer",
    ]  # fmt: skip
    readonly_fields = ["file", "startup", "period", "papers", "sender", "answerer"]
    steps = {
        "accept": Step(
            _("Accept the proof of use"),
            actions.accept_proof,
            lambda row: row.waits,
            _("The use is proven. The file can be closed."),
        ),
        "return": Step(
            _("Return it with a note"),
            actions.return_proof,
            lambda row: row.waits,
            _("The proof of use is returned, and the start-up has been told by mail."),
            lambda _row, data: ReturnForm(data),
        ),
    }

    def desk(self, request):
        rows = ProofOfUse.objects.waiting().filter(open_case(request.user, "award__case"))
        sentence = ngettext_lazy(
            "%(count)s proof of use waits to be read",
            "%(count)s proofs of use wait to be read",
            "count",
        )
        return tasks(
            request, rows, sentence, "award__report_due_on", "welcome_proofofuse", "submitted"
        )

    @admin.display(description=_("case"), ordering="award__case__reference")
    def reference(self, row):
        return row.case.reference

    @admin.display(description=_("award period"))
    def period(self, row):
        return f"{row.award.begun_on:%d.%m.%Y} – {row.award.ends_on:%d.%m.%Y}"

    @admin.display(description=_("sent by"))
    def sender(self, row):
        return str(row.submitted_by)

    @admin.display(description=_("files"))
    def papers(self, row):
        links = [
            (reverse("document", args=[file.document_id]), file.document.name)
            for file in row.files.select_related("document")
        ]
        return format_html_join(", ", '<a href="{}">{}</a>', links) or "–"


def open_case(user, prefix) -> Q:
    """Of cases that this person is an officer of, and that nobody else of the authority has."""
    mine = Case.objects.filter(with_role(user, StaffRole.OFFICER)).filter(
        Q(officer=user) | Q(officer=None)
    )
    return Q(**{f"{prefix}__in": mine})


def tasks(request, rows, sentence, due, model, state):
    if not request.user.has_role(StaffRole.OFFICER):
        return []
    found = rows.aggregate(count=Count("pk"), due=Min(due))
    url = f"{reverse(f'admin:{model}_changelist')}?state__exact={state}"
    return [Task(sentence % {"count": found["count"]}, url, found["count"], found["due"])]


class LandingStepForm(OfficeForm):
    class Meta:
        model = LandingStep
        fields = ["authority", "position", "title_de", "title_en", "help_de", "help_en", "is_shown"]


@admin.register(LandingStep)
class LandingStepAdmin(OwnListAdmin):
    explanation = _("What a start-up does to settle, as a checklist after the award.")
    form = LandingStepForm
    list_display = ["__str__", "authority", "position", "is_shown"]
    list_filter = ["authority"]
    fields = ["position", "title_de", "title_en", "help_de", "help_en", "is_shown"]

    def add(self, **said):
        return actions.add_landing_step(**said)

    def change(self, row, **said):
        return actions.change_landing_step(step=row, **said)
