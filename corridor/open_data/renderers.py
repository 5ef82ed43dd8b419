"""The data as a table for spreadsheets; JSON comes from REST framework."""

import codecs
import csv
import json
import re
from io import StringIO

from rest_framework.renderers import BaseRenderer
from rest_framework.serializers import Serializer

# A cell that begins with one of these signs is a formula to a spreadsheet, also in the wide forms of East Asia.
# One that splits lines at semicolons or tabs, as in Germany, finds beginnings of cells inside of ours.
FORMULA = re.compile(r'(^|[;\t\r\n"])( *)(?=[=+\-@＝＋－＠])')


class CsvRenderer(BaseRenderer):
    """One line for each object, after a line of names; a page of the list, like JSON, whose links are in `Link`.

    Excel takes a file without a byte order mark for Latin-1 and spoils every umlaut, so there is one. Values of a
    list stand in one cell with `|` between them; lists of objects as JSON.
    """

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"

    def render(self, data, accepted_media_type=None, renderer_context=None):
        rows = data.get("results", [data])
        names = columns(renderer_context["view"].get_serializer())
        text = StringIO()
        writer = csv.writer(text)
        writer.writerow("_".join(path) for path in names)
        writer.writerows([cell(row, path) for path in names] for row in rows)
        return codecs.BOM_UTF8 + text.getvalue().encode()


def columns(serializer):
    """The way to each value: the fields of an object inside the object have its name before theirs."""
    ways = []
    for name, field in serializer.fields.items():
        inner = columns(field) if isinstance(field, Serializer) else [()]
        ways += [(name, *way) for way in inner]
    return ways


def cell(row, path):
    value = row
    for name in path:
        value = value[name]
    return harmless(as_text(value))


def as_text(value):
    if value is None:
        return ""
    if not isinstance(value, list):
        return str(value)
    if any(isinstance(each, dict) for each in value):
        return json.dumps(value, ensure_ascii=False)
    return "|".join(value)


def harmless(text):
    """A text that no spreadsheet reckons with: an apostrophe says that it is one. NUL ends a file for some."""
    return FORMULA.sub(r"\1\2'", text.replace("\0", ""))
