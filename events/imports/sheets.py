"""What a pasted or uploaded list holds: rows of texts, read within bounds. Nothing in it is ever reckoned."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, datetime
from xml.etree.ElementTree import ParseError
from zipfile import ZipFile

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._reader import FORMULA_TAG, ROW_TAG, WorkSheetParser
from openpyxl.xml.functions import iterparse

from corridor.actions import Refused
from corridor.documents.files import BAD_ARCHIVE, OLE, XLSX, BrokenFile, office_type, read_at

BYTES_LIMIT = 2 * 1024**2
# A list of 500 people with all that spreadsheets put around it. openpyxl takes its time for each tag, and most for
# those of styles: these bounds keep the worst file at a second or two.
UNPACKED_LIMIT = 4 * 1024**2
MOST_TAGS, MOST_TAGS_AROUND = 60_000, 10_000
CELLS = ("xl/worksheets/", "xl/sharedStrings")
# In others a "<" would not be found.
OTHER_ENCODING = re.compile(rb"""encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
MOST_ROWS = 500
MOST_LINES = 20_000
MOST_COLUMNS = 40
MOST_OF_FORMULA = 60
MOST_OF_HEADINGS = 4000
DELIMITERS = "\t;,"
BAD_WORKBOOK = (
    *BAD_ARCHIVE,
    ArithmeticError,
    AttributeError,
    InvalidFileException,
    LookupError,
    ParseError,
    TypeError,
)


class ListRefused(Refused):
    """A list that can't be read as a whole."""


class ListTooLarge(ListRefused):
    message = _("The file is larger than a list of people can be. Save the list alone as CSV.")


class UnreadableText(ListRefused):
    message = _("The letters can't be read. Save the list as “CSV UTF-8” and upload that.")


class OldWorkbook(ListRefused):
    message = _("This is an old or protected Excel file. Save it as XLSX or as “CSV UTF-8”.")


class NoWorkbook(ListRefused):
    message = _("This is no list. Save it as XLSX or as “CSV UTF-8” and upload that.")


class TooManyRows(ListRefused):
    def __init__(self):
        message = _("The list has more than {most} rows. Split it, or leave out what is no person.")
        super().__init__(format_lazy(message, most=MOST_ROWS))


class UnreadableRow(ListRefused):
    def __init__(self, number):
        message = _(
            "Row {number} can't be read: a quotation mark is missing, or one is too many. Mend it there."
        )
        super().__init__(format_lazy(message, number=number))


@dataclass(frozen=True)
class Sheet:
    """The rows that hold something, each with the number that a spreadsheet shows; the headings are the first."""

    rows: list[tuple[int, list[str]]]

    @property
    def headings(self):
        return self.rows[0][1] if self.rows else []

    @property
    def people(self):
        return self.rows[1:]

    @property
    def text(self):
        """The list as one would paste it, each row in its own place."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter="\t", lineterminator="\r\n")
        written = 0
        for number, cells in self.rows:
            if number <= 2 * MOST_ROWS:
                out.write("\r\n" * (number - written - 1))
            writer.writerow(cells)
            written = number
        return out.getvalue()


def read(*, text, file, fits) -> Sheet:
    """The rows of a list. `fits` says how many of the cells of a row are known headings.

    Raises ListRefused, or FileRefused for a workbook that may not be opened.
    """
    if not file:
        return from_text(text, fits)
    if file.size > BYTES_LIMIT:
        raise ListTooLarge
    start = read_at(file, 0, 8)
    if start.startswith(OLE):
        raise OldWorkbook
    if start.startswith(b"PK\x03\x04"):
        return from_workbook(file)
    return from_text(decoded(read_at(file, 0, BYTES_LIMIT)), fits)


def decoded(content: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16, else as Windows writes it in Europe. Raises UnreadableText."""
    for encoding in encodings_of(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableText


def encodings_of(content):
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ["utf-16"]
    if b"\0" in content:
        # Without a mark: in Latin letters every second byte is empty.
        ends_empty = content[1::2].count(0) >= content[::2].count(0)
        return ["utf-16-le" if ends_empty else "utf-16-be"]
    return ["utf-8-sig", "cp1252"]


def from_text(text, fits):
    """The table of a text, by the delimiter that gives most headings; a first line may name it as Excel does."""
    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0].strip().lower()
    if first in {f"sep={sign}" for sign in DELIMITERS}:
        return table(text, first[-1])
    beginning = text.lstrip("\r\n").partition("\n")[0][:MOST_OF_HEADINGS]
    return table(text, max(DELIMITERS, key=lambda sign: fits(beginning.split(sign))))


def table(text, delimiter):
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number, found = 0, []
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            raise UnreadableRow(number + 1) from error
        number += 1
        if number > MOST_LINES:
            raise TooManyRows
        if not (number == 1 and len(cells) == 2 and cells[0].lower() == "sep="):
            keep(found, number, [cell.strip() for cell in cells])
    return Sheet(found)


def from_workbook(file):
    """The first sheet of an Excel file. Formulas stay the texts that they are."""
    try:
        with ZipFile(file) as archive:
            check_bulk(archive)
    except BAD_ARCHIVE as error:
        raise BrokenFile from error
    if office_type(file) != XLSX:
        raise NoWorkbook
    file.seek(0)
    try:
        return Sheet(rows_of(load_workbook(file, read_only=True, keep_links=False)))
    except BAD_WORKBOOK as error:
        raise BrokenFile from error


def check_bulk(archive):
    """Raises ListTooLarge for what would take long to read, and NoWorkbook for what can't be counted."""
    if sum(part.file_size for part in archive.infolist()) > UNPACKED_LIMIT:
        raise ListTooLarge
    inside = around = 0
    for name in archive.namelist():
        content = archive.read(name)
        if OTHER_ENCODING.search(content[:200]):
            raise NoWorkbook
        if name.startswith(CELLS):
            inside += content.count(b"<")
        elif name.endswith((".xml", ".rels")):
            around += content.count(b"<")
    if inside > MOST_TAGS or around > MOST_TAGS_AROUND:
        raise ListTooLarge


def rows_of(workbook):
    sheet, found = workbook.worksheets[0], []
    with sheet._get_source() as source:
        rows = RowParser(
            source,
            sheet._shared_strings,
            epoch=workbook.epoch,
            date_formats=workbook._date_formats,
        )
        for number, cells in rows.parse():
            keep(found, number, in_columns(cells))
    return found


class RowParser(WorkSheetParser):
    """Reads the rows of a sheet as they come, and nothing else of it.

    openpyxl fills the gaps between rows, however far the file says that they are apart, and writes a shared formula
    out for every cell: a small file would keep a process busy for minutes.
    """

    def parse(self):
        for _event, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                yield self.parse_row(element)
                element.clear()

    def parse_formula(self, element):
        return f"={element.findtext(FORMULA_TAG) or ''}"[:MOST_OF_FORMULA]


def in_columns(cells):
    texts = [""] * MOST_COLUMNS
    for cell in cells:
        if cell["column"] <= MOST_COLUMNS:
            texts[cell["column"] - 1] = written(cell["value"])
    return texts


def keep(found, number, cells):
    """Keep a row that holds something. Raises TooManyRows, ListTooLarge."""
    if not any(cells):
        return
    if len(found) > MOST_ROWS:
        raise TooManyRows
    while not cells[-1]:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise ListTooLarge
    found.append((number, cells))


def written(value):
    """What a cell of a workbook says, as text."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return str(value).strip()
