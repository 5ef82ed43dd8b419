"""What /demo/components/ shows: every component with sample content, forms in each state."""

from datetime import date, datetime
from types import SimpleNamespace

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from corridor.clock import BERLIN
from corridor.forms import UploadField
from corridor.plots import PairPlot
from corridor.widgets import DayInput

ORIGINS = [("karnataka", "Karnataka"), ("duesseldorf", "Düsseldorf")]


class SampleForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the start-up"),
        help_text=_("As people know it; the legal name comes later."),
    )
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    origin = forms.ChoiceField(label=_("Origin"), choices=ORIGINS, widget=forms.RadioSelect)
    sectors = forms.MultipleChoiceField(
        label=_("Sectors"),
        choices=[("5g", _("5G industry")), ("medtech", _("MedTech")), ("green", _("Green Tech"))],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose all that fit."),
    )
    stage = forms.ChoiceField(label=_("Stage"), choices=[("", ""), ("idea", _("Idea"))])
    founded_on = forms.DateField(label=_("Founded on"), widget=DayInput, required=False)
    plan = forms.CharField(label=_("Market-entry plan"), widget=forms.Textarea(attrs={"rows": 4}))
    deck = UploadField(label=_("Pitch deck"), accept=[".pdf"])
    true = forms.BooleanField(label=_("What I have entered is true and complete."))


class SampleFounderForm(forms.Form):
    given_names = forms.CharField(label=_("Given names"))
    surname = forms.CharField(label=_("Surname"), required=False)


class SampleFilter(forms.Form):
    q = forms.CharField(label=_("Search"), required=False)
    origin = forms.ChoiceField(
        label=_("Origin"), choices=[("", _("All")), *ORIGINS], required=False
    )


FILTER_GROUPS = [
    {
        "name": "sector",
        "label": _("Sector"),
        "choices": [
            ("5g", _("5G industry"), True, "12"),
            ("medtech", _("MedTech"), False, "1,000+"),
        ],
    },
    {
        "name": "side",
        "label": _("Origin"),
        "choices": [("karnataka", "Karnataka", False, "0")],
        "errors": [_("One of these choices does not exist, so this filter was not used.")],
    },
]


FounderForms = forms.formset_factory(SampleFounderForm, extra=2)
FounderForms.item_label = _("Founder")

STOPS = [
    {
        "title": _("Application received"),
        "state": "passed",
        "when": datetime(2024, 7, 15, 9, 30, tzinfo=BERLIN),
        "by": "Meera Nagarajan",
    },
    {
        "title": _("Completeness check"),
        "state": "here",
        "when": date(2024, 7, 22),
        "note": _("The City checks the documents and answers by 29 July 2024."),
    },
    {"title": _("Substantive review"), "state": "ahead"},
    {"title": _("Decision"), "state": "ahead"},
]
TASKS = [
    {"title": _("About the start-up"), "url": "#tasks", "state": "passed", "status": _("Done")},
    {
        "title": _("Plan for Düsseldorf"),
        "url": "#tasks",
        "state": "here",
        "status": _("Started"),
        "note": _("Two answers are missing."),
    },
    {"title": _("Documents"), "url": "#tasks", "state": "ahead", "status": _("Not started")},
    {
        "title": _("Check your answers"),
        "url": "",
        "state": "ahead",
        "status": _("Opens when all parts are done"),
    },
]
ROWS = [
    {"label": _("Name of the start-up"), "value": "Sahyascan", "url": "#summary"},
    {"label": _("Website"), "value": "", "url": "#summary"},
    {"label": _("Reference number"), "value": "DUS-2024-0007"},
]


COLOURS = [
    ("ground", _("Ground")),
    ("raised", _("Raised ground")),
    ("ink", _("Ink: text")),
    ("quiet", _("Quiet text")),
    ("rhine", _("Rhine: links, main button")),
    ("turmeric", _("Turmeric: Karnataka, never text on light ground")),
    ("kumkum", _("Kumkum: errors, refusal")),
    ("leaf", _("Leaf: done, awarded")),
    ("field-border", _("Border of a field")),
    ("hairline", _("Hairline")),
]
MESSAGES = [
    SimpleNamespace(message=_("Your answers are saved."), level_tag="success"),
    SimpleNamespace(message=_("The round closes tomorrow."), level_tag="warning"),
    SimpleNamespace(message=_("Somebody else has taken the case."), level_tag="error"),
]
PLOT = PairPlot(
    _("Start-ups in the directory"),
    "Karnataka",
    "Düsseldorf",
    [(_("5G industry"), 12, 7), (_("MedTech"), 3, 0), (_("Green Tech"), 1, 9)],
)


def context():
    """One context for the whole page."""
    return {
        "empty_form": SampleForm(prefix="empty"),
        "wrong_form": SampleForm({"wrong-website": "not an address"}, {}, prefix="wrong"),
        "founders": FounderForms(prefix="founders"),
        "filter_form": SampleFilter({"origin": "karnataka"}, prefix=""),
        "filter_groups": FILTER_GROUPS,
        "stops": STOPS,
        "tasks": TASKS,
        "rows": ROWS,
        "colours": COLOURS,
        "sample_messages": MESSAGES,
        "sample_time": datetime(2024, 7, 22, 9, 0, tzinfo=BERLIN),
        "plot": PLOT,
        "middle_page": Paginator(range(90), 30).page(2),
        "text_in_both": SimpleNamespace(title_de="Willkommenspaket", title_en="Welcome package"),
        "text_in_german": SimpleNamespace(title_de="Gründungsberatung", title_en=""),
        "text_in_english": SimpleNamespace(title_de="", title_en="Soft landing"),
        "deadline": datetime(2024, 7, 29, 18, 0, tzinfo=BERLIN),
        "late_deadline": datetime(2024, 7, 29, 23, 59, tzinfo=BERLIN),
        "amount": "12500",
        "amount_with_cents": "1234.5",
        "table": [
            ("Kaverion EdgeNet", "Bengaluru", _("5G industry"), 12),
            ("Sahyascan", "Mysuru", _("MedTech"), 7),
        ],
    }
