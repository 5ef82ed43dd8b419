"""Answers as people read them: for "check your answers", the submitted application and the back office."""

from datetime import date
from decimal import Decimal

from django import forms
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from welcome.choices import DocumentKind
from welcome.declarations import CURRENT
from welcome.forms import form_of
from welcome.forms.aid import LinesQuestion
from welcome.forms.declarations import fields_of as declaration_fields
from welcome.models import Application, Authority, Package, Revision
from welcome.notice_data import euros
from welcome.sections import Section, is_blank, read_by, sections_of


def summary_of(
    source: Application | Revision, *, change: bool = False, reader: Authority | None = None
) -> list[dict]:
    """Each section with its rows {label, value}; with `change`, the address where to change it.

    A draft shows what it holds now, a revision what was submitted. An authority as `reader` sees the shared sections
    and those of its own packages.
    """
    application = source if isinstance(source, Application) else source.application
    found = []
    for section in read_by(reader, application) if reader else sections_of(application):
        rows = section_rows(section, source, reader)
        url = f"{application.get_absolute_url()}{section.slug}/" if change else ""
        if rows or change:
            found.append({"title": section.title, "slug": section.slug, "rows": rows, "url": url})
    return found


def section_rows(section, source, reader=None):
    """The rows of one section; `source` is a draft or a revision."""
    if section.slug == "packages":
        application = source if isinstance(source, Application) else source.application
        return [
            {"label": package, "value": package.authority.name} for package in chosen(application)
        ]
    if section.slug == "documents":
        return document_rows(source, reader)
    answers = source.answers.get(section.slug)
    if answers is None:
        return []
    rows = answer_rows(fields_of(section, answers), answers)
    if section.slug == "declarations":
        rows.append(
            {"label": _("Version of the wording"), "value": answers.get("version", CURRENT)}
        )
    return rows + [aid_row(line) for line in answers.get("lines", [])]


def fields_of(section: Section, answers: dict) -> dict:
    """The questions of a section by name: declarations in the words that were agreed to."""
    if section.slug == "declarations":
        return declaration_fields(answers.get("version", CURRENT))
    return form_of(section).base_fields


def chosen(application):
    return Package.objects.filter(applications=application).select_related("authority")


def document_rows(source, reader=None):
    attached = source.attachments if isinstance(source, Application) else source.documents
    if reader:
        attached = attached.read_by([reader])
    return [
        {
            "label": DocumentKind(row.kind).label,
            "value": row.document.name,
            "document": row.document,
        }
        for row in attached.select_related("document")
    ]


def answer_rows(fields, answers):
    """One row for each question that has an answer, under the question's own words."""
    return [
        {
            "label": field.label,
            "value": shown(field, answers[name]),
            "is_blank": is_blank(answers[name]),
        }
        for name, field in fields.items()
        if name in answers
    ]


def shown(field, value):
    """An answer in words: the label of a choice, a date in the reader's format."""
    if isinstance(field, LinesQuestion):
        return "\n".join(f"{line.get('authority', '')}\n{aid_words(line)}" for line in value or [])
    if isinstance(field, forms.BooleanField):
        return _("Yes") if value else _("No")
    if is_blank(value):
        return _("No answer")
    if isinstance(field, forms.ChoiceField):
        labels = dict(field.choices)
        values = value if isinstance(value, list) else [value]
        return "\n".join(str(labels.get(each, each)) for each in values)
    if isinstance(field, forms.DateField):
        day = parse_date(value) if isinstance(value, str) else value
        return date_format(day, "DATE_FORMAT") if isinstance(day, date) else value
    return value


def aid_row(line):
    return {"label": line.get("authority") or _("No answer"), "value": aid_words(line)}


def aid_words(line) -> str:
    """How much when, and where it is said: which linked company got it, which award of the portal it is."""
    amount, day = line.get("amount"), line.get("granted_on")
    said = [
        euros(Decimal(amount)) if amount else _("No amount"),
        date_format(parse_date(day), "DATE_FORMAT") if day else _("No date"),
        line.get("company") and _("Linked company: %(name)s") % {"name": line["company"]},
        line.get("reference") and _("Award %(number)s") % {"number": line["reference"]},
    ]
    return "\n".join(filter(None, said))
