"""The people of a list, checked row by row. Nothing is saved here; what was checked comes back signed."""

from dataclasses import dataclass, field

from django.core import signing
from django.db.models import Max
from django.db.models.functions import Lower
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.accounts.choices import Language
from events.choices import Salutation
from events.forms.delegations import EntryForm
from events.imports import columns, sheets
from events.models import Delegation
from events.progress import Progress

SALT = "events.list"
# What spreadsheets take for a formula; a name begins with none of them.
RECKONED = ("=", "+", "-", "@")
BROKEN_CELLS = {
    "#N/A",
    "#NAME?",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NULL!",
    "#NUM!",
    "#NV",
    "#BEZUG!",
    "#WERT!",
}
# What may stand in a column with few answers.
ANSWERS = {
    "salutation": gettext_lazy("Write Ms, Mr, Dr or Prof, or leave it empty."),
    "language": gettext_lazy("Write German or English, or leave it empty."),
}


@dataclass
class Line:
    """One row: what it says, and what is to be mended."""

    number: int
    values: dict[str, str]
    errors: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self):
        return f"{self.values.get('given_names', '')} {self.values.get('surname', '')}".strip()

    @property
    def salutation(self):
        title = self.values.get("salutation")
        return Salutation(title).label if title else ""

    @property
    def language(self):
        return Language(self.values["language"]).label

    def refuse(self, name, message):
        label = EntryForm.base_fields[name].label if name else ""
        self.errors.append((label, message))


@dataclass
class List:
    """A list of people for one delegation, checked."""

    delegation: Delegation
    lines: list[Line]
    after: int
    left: int
    # On the list already with the same name.
    namesakes: list[str]
    # Headings of columns that nobody asked for.
    unread: list[str] = field(default_factory=list)

    @property
    def wrong(self):
        return [line for line in self.lines if line.errors]

    @property
    def people(self):
        return [line.values for line in self.lines]

    def signed(self):
        """What was checked, so that it comes back as it was shown."""
        rows = [[line.number, line.values] for line in self.lines]
        content = [self.delegation.pk.hex, self.after, rows]
        return signing.dumps(content, salt=SALT, compress=True)


def from_sheet(delegation, sheet) -> List:
    """Check what was read. Raises ListRefused for columns that are missing."""
    fields = columns.fields_of(sheet.headings)
    lines = []
    for number, cells in sheet.people:
        values = {name: cells[place] for place, name in fields.items() if place < len(cells)}
        line = Line(number, values)
        if len(cells) > len(sheet.headings):
            line.refuse("", _("This row has more cells than the first one has headings."))
        lines.append(line)
    found = checked(delegation, lines)
    found.unread = [
        heading for place, heading in enumerate(sheet.headings) if heading and place not in fields
    ]
    return found


def from_signed(delegation, text) -> tuple[List, int]:
    """The list that was shown, checked again, and the position behind which it was to stand. Raises BadSignature."""
    owner, after, rows = signing.loads(text, salt=SALT)
    if owner != delegation.pk.hex:
        raise signing.BadSignature
    return checked(delegation, [Line(number, values) for number, values in rows]), after


def checked(delegation, lines) -> List:
    for line in lines:
        check_cells(line)
        check_person(delegation, line)
    progress = Progress(delegation)
    left = progress.left
    check_addresses(delegation, lines)
    for line in lines[max(left, 0) :]:
        line.refuse("", _("No place is left for this row."))
    after = delegation.delegates.aggregate(last=Max("position"))["last"] or 0
    names = {entry.delegate.name for entry in progress.people}
    namesakes = [line.name for line in lines if line.name in names]
    return List(delegation, lines, after, left, namesakes)


def check_cells(line):
    """What a cell may not be, whatever its column."""
    for name, text in line.values.items():
        if text.startswith(RECKONED):
            line.refuse(
                name,
                _("It begins with “%(sign)s” like a formula. Write plain text, or leave it empty.")
                % {"sign": text[0]},
            )
        elif text.upper() in BROKEN_CELLS:
            line.refuse(name, _("It is an error of the spreadsheet. Write plain text."))
        elif is_damaged(text):
            words = _("Its letters are damaged. Save the list as “CSV UTF-8”, or mend it here.")
            line.refuse(name, words)


def is_damaged(text):
    """Whether a text was written in one encoding and read in another: “MÃ¼ller”."""
    if text.isascii():
        return False
    if "\ufffd" in text:
        return True
    try:
        return text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        return False


def check_person(delegation, line):
    """What the form for one person says of it."""
    texts = {name: columns.plain(name, text) for name, text in line.values.items()}
    texts["language"] = texts.get("language") or delegation.language
    form = EntryForm(texts)
    refused = {label for label, _message in line.errors}
    for name, messages in form.errors.items():
        if form.fields[name].label not in refused:
            line.refuse(name, ANSWERS.get(name) or messages[0])
    line.values = texts | form.cleaned_data


def check_addresses(delegation, lines):
    """Each address once, in the list and at the event."""
    addresses = [line.values["email"].lower() for line in lines if line.values.get("email")]
    active = delegation.event.delegates.active().annotate(address=Lower("email"))
    known = set(active.filter(address__in=addresses).values_list("address", flat=True))
    first = {}
    for line in lines:
        address = line.values.get("email", "").lower()
        if not address:
            continue
        if address in first:
            words = _("The same address as in row %(number)s.") % {"number": first[address]}
            line.refuse("email", words)
        elif address in known:
            line.refuse("email", _("This email address is taken at this event already."))
        first.setdefault(address, line.number)


def read(delegation, *, text, file) -> tuple[List, sheets.Sheet]:
    """A pasted or uploaded list, checked. Raises ListRefused or FileRefused for one that can't be read."""
    sheet = sheets.read(text=text, file=file, fits=columns.fits)
    return from_sheet(delegation, sheet), sheet
