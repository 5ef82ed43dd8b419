"""Answers as people read them: for "check your answers", the submitted application and the back office."""

from datetime import date
from decimal import Decimal

from django import forms
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from welcome.choices import DocumentKind
from welcome.forms import SECTION_FORMS
from welcome.models import Application, Package, Revision
from welcome.notice_data import euros
from welcome.sections import SECTIONS, sections_of

AMOUNT = gettext_lazy("%(amount)s on %(date)s")


def summary_of(source: Application | Revision, *, change: bool = False) -> list[dict]:
    """Each section with its rows {label, value}; with `change`, the address where to change it.

    A draft shows what it holds now, a revision what was submitted.
    """
    application = source if isinstance(source, Application) else source.application
    sections = sections_of(application) if isinstance(source, Application) else SECTIONS
    found = []
    for section in sections:
        rows = section_rows(section.slug, source, application)
        url = f"{application.get_absolute_url()}{section.slug}/" if change else ""
        if rows or change:
            found.append({"title": section.title, "slug": section.slug, "rows": rows, "url": url})
    return found


def section_rows(slug, source, application):
    if slug == "packages":
        return [
            {"label": package, "value": package.authority.name} for package in chosen(application)
        ]
    if slug == "documents":
        return document_rows(source)
    answers = source.answers.get(slug)
    if answers is None:
        return []
    rows = answer_rows(SECTION_FORMS[slug], answers)
    return rows + [aid_row(line) for line in answers.get("lines", [])]


def chosen(application):
    return Package.objects.filter(applications=application).select_related("authority")


def document_rows(source):
    attached = source.attachments if isinstance(source, Application) else source.documents
    return [
        {
            "label": DocumentKind(row.kind).label,
            "value": row.document.name,
            "document": row.document,
        }
        for row in attached.select_related("document")
    ]


def answer_rows(form_class, answers):
    """One row for each question that has an answer, under the question's own words."""
    return [
        {"label": field.label, "value": shown(field, answers[name])}
        for name, field in form_class.base_fields.items()
        if name in answers
    ]


def shown(field, value):
    """An answer in words: the label of a choice, a date in the reader's format."""
    if isinstance(field, forms.BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(field, forms.ChoiceField):
        return dict(field.choices).get(value, value)
    if isinstance(field, forms.DateField):
        day = parse_date(value) if isinstance(value, str) else value
        return date_format(day, "DATE_FORMAT") if isinstance(day, date) else value
    return value if value not in ("", None) else _("No answer")


def aid_row(line):
    return {
        "label": line["authority"],
        "value": AMOUNT
        % {
            "amount": euros(Decimal(line["amount"])),
            "date": date_format(parse_date(line["granted_on"]), "DATE_FORMAT"),
        },
    }
