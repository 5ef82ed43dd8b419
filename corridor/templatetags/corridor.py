"""Tags and filters that every page may use: languages, money, times, navigation and form errors."""

import json
import re
from datetime import datetime
from decimal import Decimal
from itertools import chain

from django import template
from django.template.defaultfilters import linebreaks_filter
from django.utils.formats import date_format, get_format, number_format
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corridor import clock
from corridor.markdown import render_markdown

register = template.Library()

# Words of a long text in a list, and letters: not everybody writes spaces.
BEGINNING = 28
BEGINNING_LETTERS = 300
# JSON may write any sign as its number; in these a browser could see the end of a script.
HARMLESS_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.filter
def money(amount):
    """An amount in euros as the active language writes it; cents only when there are any."""
    if amount in (None, ""):
        return ""
    amount = Decimal(amount)
    places = 0 if amount == amount.to_integral_value() else 2
    number = number_format(amount, places, use_l10n=True, force_grouping=True)
    return f"{number}\N{NO-BREAK SPACE}€" if _language() == "de" else f"€{number}"


@register.filter
def in_language(thing, name):
    """The text column of the active language, safe for HTML.

    Where that column is empty the other language is shown, marked with `lang` and said in words.
    """
    text, language = _text_and_language(thing, name)
    if language == _language():
        return conditional_escape(text)
    return format_html('<span lang="{}">{}</span> {}', language, text, _only_in(language))


@register.filter
def in_any_language(thing, name):
    """Like `in_language`, but silent: for a heading above a text that says in which language it is."""
    text, language = _text_and_language(thing, name)
    if language == _language():
        return conditional_escape(text)
    return format_html('<span lang="{}">{}</span>', language, text)


@register.filter
def paragraphs_in_language(thing, name):
    """Like `in_language`, for plain text of several paragraphs."""
    text, language = _text_and_language(thing, name)
    paragraphs = linebreaks_filter(text)
    if language == _language():
        return paragraphs
    return format_html('<p>{}</p><div lang="{}">{}</div>', _only_in(language), language, paragraphs)


@register.filter
def beginning_in_language(thing, name):
    """Like `in_language`, for the first words of a long text; that it is the other language is always said."""
    text, language = _text_and_language(thing, name)
    letters = Truncator(text).chars(BEGINNING_LETTERS, truncate=" …")
    words = Truncator(letters).words(BEGINNING, truncate=" …")
    if language == _language():
        return conditional_escape(words)
    return format_html('<span lang="{}">{}</span> {}', language, words, _only_in(language))


@register.filter
def as_linked_data(thing):
    """A dict as a JSON-LD script element, which no text inside can close."""
    text = json.dumps(thing, ensure_ascii=False).translate(HARMLESS_IN_SCRIPT)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308


@register.filter
def short_address(url):
    """A web address as people write it: no scheme, no slash at the end."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")


@register.filter
def breakable(address):
    """An email address that may go on in the next line behind its signs, and inside words nowhere."""
    parts = re.split(r"(?<=[@.])", address or "")
    return format_html_join(mark_safe("<wbr>"), "{}", ((part,) for part in parts))


@register.filter
def dialled(phone):
    """A telephone number as one dials it: a plus and digits."""
    return "".join(sign for sign in phone if sign in "+0123456789")


@register.filter
def markdown(text):
    """A text by staff as HTML."""
    return render_markdown(text or "")


@register.filter
def markdown_in_language(thing, name):
    """Like `paragraphs_in_language`, for a text by staff."""
    text, language = _text_and_language(thing, name)
    html = render_markdown(text)
    if language == _language():
        return html
    return format_html('<p>{}</p><div lang="{}">{}</div>', _only_in(language), language, html)


@register.filter
def in_words(day):
    """A day as "Monday, 29 July 2024", marked up as a time."""
    if not day:
        return ""
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), day_in_words(day))


@register.filter
def berlin_and_india(moment):
    """A moment as "Monday, 29 July 2024, 18:00 in Düsseldorf, 21:30 in Bengaluru".

    A plain date is shown as a day alone. India's day is named when it differs.
    """
    if not isinstance(moment, datetime):
        return in_words(moment)
    stamp = moment.astimezone(clock.BERLIN).isoformat(timespec="minutes")
    return format_html('<time datetime="{}">{}</time>', stamp, in_both_places(moment))


@register.filter
def in_both_places(moment):
    """Like `berlin_and_india`, as plain text for mail."""
    here, there = moment.astimezone(clock.BERLIN), moment.astimezone(clock.KOLKATA)
    return _("%(day)s, %(time)s in Düsseldorf, %(india)s in Bengaluru") % {
        "day": day_in_words(here),
        "time": here.strftime("%H:%M"),
        "india": _india_time(here, there),
    }


@register.filter
def end_of_day(day):
    """The moment a deadline "on" this day runs out, for `berlin_and_india`."""
    return clock.end_of_day(day) if day else ""


@register.simple_tag(takes_context=True)
def is_here(context, address):
    """`aria-current` for a link to the page that is shown ("page") or to its section ("true")."""
    request = context.get("request")
    if not (request and address and request.path.startswith(address)):
        return ""
    return format_html(' aria-current="{}"', "page" if request.path == address else "true")


@register.simple_tag
def errors_of(*forms):
    """Every error of forms and formsets as (id to jump to, label, message).

    Forms named here do not repeat their general errors above their fields.
    """
    for form in _every_form(forms):
        form.summary_is_shown = True
    return list(chain.from_iterable(_errors(form) for form in _every_form(forms)))


def _language():
    return (get_language() or "en")[:2]


def _text_and_language(thing, name):
    wanted = _language()
    for language in (wanted, "de" if wanted == "en" else "en"):
        if text := getattr(thing, f"{name}_{language}", ""):
            return text, language
    return "", wanted


def _only_in(language):
    words = _("(only in German)") if language == "de" else _("(only in English)")
    return format_html('<span class="only-in">{}</span>', words)


def day_in_words(day):
    return date_format(day, f"l, {get_format('DATE_FORMAT')}")


def _india_time(here, there):
    time = there.strftime("%H:%M")
    if here.date() == there.date():
        return time
    return f"{date_format(there, 'MONTH_DAY_FORMAT')}, {time}"


def _every_form(forms):
    """Formsets come before their forms, whose labels are all the same: they are numbered. Empty ones are skipped."""
    for form in filter(None, forms):
        yield form
        inner = list(getattr(form, "forms", ()))
        if hasattr(form, "non_form_errors"):
            name = getattr(form, "item_label", "") or _("Entry")
            for number, entry in enumerate(inner, start=1):
                entry.entry_label = f"{name} {number}, "
        yield from _every_form(inner)


def _errors(form):
    if hasattr(form, "non_form_errors"):
        return [("", "", message) for message in form.non_form_errors()]
    general = [("", "", message) for message in form.non_field_errors()]
    entry = getattr(form, "entry_label", "")
    return general + [
        (_anchor(field), f"{entry}{field.label}".rstrip(".:"), message)
        for field in form
        for message in field.errors
    ]


def _anchor(field):
    """Groups of radio buttons or checkboxes have no element of their own name: take the first."""
    return field.id_for_label or f"{field.auto_id}_0"
