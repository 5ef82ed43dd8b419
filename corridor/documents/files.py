"""What an upload really is, whether it is safe to keep, and what it may be called.

The content decides, never the name or what the browser says. Every refusal tells its reader what to do.
"""

import re
import struct
import zlib
from mimetypes import MimeTypes
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from corridor.actions import Refused
from corridor.documents.images import ImageRefused, check_image
from corridor.documents.text import without_invisible

PDF = "application/pdf"
PNG = "image/png"
JPEG = "image/jpeg"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXTENSIONS = {PDF: ".pdf", PNG: ".png", JPEG: ".jpg", DOCX: ".docx", XLSX: ".xlsx"}

NAME_LENGTH = 120
# A slide deck of 20 MB rarely holds more than this; a bomb holds gigabytes.
UNPACKED_LIMIT = 200 * 1024 * 1024
PARTS_LIMIT = 10_000
# What names the parts takes some hundred bytes each. Reading 20 MB of that would keep a process busy for seconds.
DIRECTORY_LIMIT = 2 * 1024 * 1024

# What zipfile raises for an archive that is cut short, damaged or lies about itself.
BAD_ARCHIVE = (
    BadZipFile,
    EOFError,
    OSError,
    RuntimeError,  # NotImplementedError is one
    ValueError,
    struct.error,
    zlib.error,
)
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
# What runs when the file is opened: VBA, the older macro sheets of Excel, controls.
PROGRAMS = re.compile(rb"macroEnabled|vbaProject|macrosheet|activeX|ms-office\.vba", re.IGNORECASE)
# The part that makes the archive a text or a table: its content type and where Office keeps it.
MAIN_PARTS = [(DOCX, "word/document"), (XLSX, "xl/workbook")]
ENCRYPTED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")

# Only Python's own table: what a name claims must not depend on the machine's files.
known_types = MimeTypes()
for media_type, extension in EXTENSIONS.items():
    known_types.add_type(media_type, extension)
known_types.add_type(JPEG, ".jfif")


class FileRefused(Refused):
    """An upload that is not taken."""


class EmptyFile(FileRefused):
    message = _("The file is empty. Choose another file.")


class FileTooLarge(FileRefused):
    def __init__(self):
        message = _(
            "The file is larger than {limit} MB. Save it smaller, for example with smaller pictures."
        )
        super().__init__(format_lazy(message, limit=settings.UPLOAD_LIMIT // 1024**2))


class UnknownType(FileRefused):
    def __init__(self, types=None):
        message = _(
            "This kind of file cannot be read here. Save the file as {kinds} and upload that."
        )
        kinds = ", ".join(extension[1:].upper() for extension in accepted_extensions(types))
        super().__init__(format_lazy(message, kinds=kinds))


class WrongExtension(FileRefused):
    message = _(
        "The file is not what its name says. Open it, save it again under its right type and upload that."
    )


class EncryptedFile(FileRefused):
    message = _("The file is protected by a password. Save it without a password and upload that.")


class BrokenFile(FileRefused):
    message = _(
        "The file is damaged or not complete. Open it, save it again and upload the new file."
    )


class UnpacksTooLarge(FileRefused):
    message = _("The file holds far more than its size says. Save it as PDF and upload that.")


class ContainsMacros(FileRefused):
    message = _("The file contains macros. Save it without macros or as PDF and upload that.")


def accepted_extensions(types=None) -> list[str]:
    """For the `accept` attribute of a file field."""
    return [EXTENSIONS[kind] for kind in types or settings.UPLOAD_TYPES]


def check_upload(file, types=None) -> str:
    """The media type of an upload, by its content; `types` names those taken here, where they are fewer.

    Raises a FileRefused when it may not be kept.
    """
    if not file.size:
        raise EmptyFile
    if file.size > settings.UPLOAD_LIMIT:
        raise FileTooLarge
    media_type = detect(file)
    if media_type not in (types or settings.UPLOAD_TYPES):
        raise UnknownType(types)
    if claimed_type(file.name) not in {None, media_type}:
        raise WrongExtension
    if media_type == PDF:
        check_pdf(file)
    elif media_type in {PNG, JPEG}:
        check_picture(file)
    file.seek(0)
    return media_type


def detect(file) -> str | None:
    """The type by the first bytes; for an Office archive by what it holds. None when it is none of ours."""
    head = read_at(file, 0, 12)
    if head.startswith(b"PK\x03\x04"):
        return office_type(file)
    if head.startswith(OLE) and claimed_type(file.name) in {DOCX, XLSX}:
        raise EncryptedFile  # Office wraps an archive with a password in its old format
    signatures = {b"%PDF-": PDF, b"\x89PNG\r\n\x1a\n": PNG, b"\xff\xd8\xff": JPEG}
    return next((kind for start, kind in signatures.items() if head.startswith(start)), None)


def claimed_type(name) -> str | None:
    """What the ending of a name says; None for an ending that says nothing."""
    return known_types.guess_type(str(name or "").lower(), strict=False)[0]


def check_pdf(file):
    if b"%%EOF" not in read_at(file, max(0, file.size - 2048), 2048):
        raise BrokenFile
    overlap = b""
    file.seek(0)
    for chunk in file.chunks():
        if ENCRYPTED.search(overlap + chunk):
            raise EncryptedFile
        overlap = chunk[-64:]


def check_picture(file):
    try:
        check_image(file)
    except ImageRefused as error:
        raise BrokenFile(error.message) from error


class SmallReads:
    """A file for ZipFile, which reads an archive's directory in one piece, however large that says it is."""

    def __init__(self, file):
        self.file = file

    def __getattr__(self, name):
        return getattr(self.file, name)

    def read(self, length=-1):
        data = self.file.read(
            DIRECTORY_LIMIT + 1 if length < 0 else min(length, DIRECTORY_LIMIT + 1)
        )
        if len(data) > DIRECTORY_LIMIT:
            raise UnpacksTooLarge
        return data


def office_type(file) -> str | None:
    """DOCX or XLSX by the archive's main part; None for any other archive. Reads it whole, but never unbounded."""
    file.seek(0)
    try:
        with ZipFile(SmallReads(file)) as archive:
            check_parts(archive)
            names = archive.namelist()
            if "[Content_Types].xml" not in names:
                return None
            with archive.open("[Content_Types].xml") as part:
                types = part.read(1024**2)
            damaged = archive.testzip()
    except BAD_ARCHIVE as error:
        raise BrokenFile from error
    if damaged:
        raise BrokenFile
    if PROGRAMS.search(types) or any(PROGRAMS.search(name.encode()) for name in names):
        raise ContainsMacros
    return main_type(types, names)


def check_parts(archive):
    parts = archive.infolist()
    if len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise UnpacksTooLarge
    if any(part.flag_bits & 0x1 for part in parts):
        raise EncryptedFile
    # Office packs in no other way, and others unpack slowly: 600 bytes could keep a process busy for seconds.
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise BrokenFile


def main_type(types: bytes, names: list[str]) -> str | None:
    for kind, start in MAIN_PARTS:
        if f"{kind}.main+xml".encode() in types and any(name.startswith(start) for name in names):
            return kind
    return None


def read_at(file, position: int, length: int) -> bytes:
    file.seek(position)
    return file.read(length)


def clean_name(name: str, media_type: str) -> str:
    """A name to show and to download under: no folder, nothing invisible, the ending of the content, never empty."""
    last = re.split(r"[\\/]", without_invisible(name))[-1]
    text = " ".join(re.sub(r'[<>:"|?*]', " ", last).split())
    if claimed_type(text):
        text = text.rpartition(".")[0]
    extension = EXTENSIONS[media_type]
    stem = text.strip(". ")[: NAME_LENGTH - len(extension)].rstrip(". ")
    return (stem or "document") + extension
