import io
import struct
import zipfile

import pytest

from corridor.documents import files
from corridor.documents.files import DOCX, JPEG, PDF, PNG, XLSX, check_upload, clean_name
from tests.documents.conftest import PDF_BYTES, archive, office, picture


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("deck.pdf", PDF_BYTES, PDF),
        ("DECK.PDF", PDF_BYTES, PDF),
        ("deck", PDF_BYTES, PDF),
        ("deck.v2", PDF_BYTES, PDF),
        ("logo.png", picture("PNG"), PNG),
        ("photo.jpeg", picture("JPEG"), JPEG),
        ("plan.docx", office(DOCX), DOCX),
        ("both.pdf", PDF_BYTES[:-6] + archive({"a.txt": "a"}) + b"%%EOF", PDF),
        ("accounts.xlsx", office(XLSX), XLSX),
    ],
)
def test_upload_of_an_accepted_kind(upload, name, content, media_type):
    file = upload(name, content)
    assert check_upload(file) == media_type
    assert file.read() == content


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("deck.pdf", b"", files.EmptyFile),
        ("notes.txt", b"hello", files.UnknownType),
        ("deck.pdf", b"GIF89a;\n" + PDF_BYTES, files.UnknownType),
        ("deck.pdf", b"\n" + PDF_BYTES, files.UnknownType),
        ("page.pdf", b"<html><script>alert(1)</script>", files.UnknownType),
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", files.UnknownType),
        ("photo.webp", picture("WEBP"), files.UnknownType),
        ("old.doc", files.OLE + bytes(600), files.UnknownType),
        ("archive.docx", archive({"a.txt": "a"}), files.UnknownType),
        (
            "slides.docx",
            archive({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": ""}),
            files.UnknownType,
        ),
        ("deck.pdf", picture("PNG"), files.WrongExtension),
        ("setup.exe", PDF_BYTES, files.WrongExtension),
        ("plan.xlsx", office(DOCX), files.WrongExtension),
        ("deck.pdf", PDF_BYTES[:-8], files.BrokenFile),
        ("logo.png", picture("PNG")[:40], files.BrokenFile),
        ("logo.jpg", b"\xff\xd8\xff" + bytes(50), files.BrokenFile),
        ("plan.docx", office(DOCX)[:-30], files.BrokenFile),
        ("plan.docx", files.OLE + bytes(600), files.EncryptedFile),
        (
            "deck.pdf",
            PDF_BYTES.replace(b"startxref", b"trailer << /Encrypt 5 0 R >>"),
            files.EncryptedFile,
        ),
        ("macros.docx", office(DOCX, types=f"{DOCX}.main+xml macroEnabled"), files.ContainsMacros),
        ("macros.docx", office(DOCX, **{"word/vbaProject.bin": "x"}), files.ContainsMacros),
        ("macros.docx", office(DOCX, **{"word/VBAPROJECT.BIN": "x"}), files.ContainsMacros),
        ("old.xlsx", office(XLSX, **{"xl/macrosheets/sheet1.xml": "x"}), files.ContainsMacros),
        ("form.docx", office(DOCX, **{"word/activeX/activeX1.xml": "x"}), files.ContainsMacros),
        (
            "hidden.docx",
            office(DOCX, types=f"{DOCX}.main+xml application/vnd.ms-office.vbaProject"),
            files.ContainsMacros,
        ),
    ],
)
def test_upload_is_refused(upload, name, content, refusal):
    with pytest.raises(refusal) as refused:
        check_upload(upload(name, content))
    assert str(refused.value)


def test_upload_of_exactly_the_limit(upload, settings):
    settings.UPLOAD_LIMIT = len(PDF_BYTES)
    assert check_upload(upload("deck.pdf", PDF_BYTES)) == PDF


def test_upload_over_the_limit(upload, settings):
    settings.UPLOAD_LIMIT = len(PDF_BYTES) - 1
    with pytest.raises(files.FileTooLarge, match="larger than 0 MB"):
        check_upload(upload("deck.pdf", PDF_BYTES))


def test_upload_of_a_kind_switched_off(upload, settings):
    settings.UPLOAD_TYPES = [PDF]
    with pytest.raises(files.UnknownType):
        check_upload(upload("logo.png", picture()))


def test_encryption_noticed_across_chunks(upload):
    padding = b"%" * (64 * 1024 - len(b"%PDF-1.7\n") - 5)
    content = b"%PDF-1.7\n" + padding + b"/Encrypt 5 0 R\n%%EOF"
    with pytest.raises(files.EncryptedFile):
        check_upload(upload("deck.pdf", content))


def test_archive_that_unpacks_too_large(upload, monkeypatch):
    monkeypatch.setattr(files, "UNPACKED_LIMIT", 1000)
    with pytest.raises(files.UnpacksTooLarge):
        check_upload(upload("plan.docx", office(DOCX, **{"word/media/a": "0" * 2000})))


def test_archive_with_too_many_parts(upload, monkeypatch):
    monkeypatch.setattr(files, "PARTS_LIMIT", 2)
    with pytest.raises(files.UnpacksTooLarge):
        check_upload(upload("plan.docx", office(DOCX, one="1")))


def test_archive_with_a_huge_directory_is_not_read(upload, monkeypatch):
    """400,000 names of nothing fit into 20 MB: they are refused before they are made into objects."""
    monkeypatch.setattr(files, "DIRECTORY_LIMIT", 5000)
    monkeypatch.setattr(files, "check_parts", pytest.fail)
    names = {f"word/media/{number}": "" for number in range(100)}
    with pytest.raises(files.UnpacksTooLarge):
        check_upload(upload("plan.docx", office(DOCX, **names)))


def test_archive_that_lies_about_its_size(upload):
    content = bytearray(office(DOCX, **{"word/media/a": "0" * 100_000}))
    entry = content.rindex(b"PK\x01\x02")
    struct.pack_into("<L", content, entry + 24, 10)  # the directory says 10 bytes
    with pytest.raises(files.BrokenFile):
        check_upload(upload("plan.docx", bytes(content)))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_archive_packed_as_office_never_packs(upload, method):
    """A few hundred bytes of these would keep a process busy for seconds."""
    content = io.BytesIO(office(DOCX))
    with zipfile.ZipFile(content, "a", method) as archive:
        archive.writestr("word/media/a", "0" * 2000)
    with pytest.raises(files.BrokenFile):
        check_upload(upload("plan.docx", content.getvalue()))


def test_archive_with_an_encrypted_part(upload):
    content = bytearray(office(DOCX))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(files.EncryptedFile):
        check_upload(upload("plan.docx", bytes(content)))


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("deck.pdf", "deck.pdf"),
        ("Deck.PDF", "Deck.pdf"),
        ("deck", "deck.pdf"),
        ("deck.final.v2", "deck.final.v2.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\me\\deck.pdf", "deck.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("...", "document.pdf"),
        ("", "document.pdf"),
        ("/", "document.pdf"),
        (".pdf", "pdf.pdf"),
        ("photo.png", "photo.pdf"),
        ("a\x00b\r\nc\x7f.pdf", "ab c.pdf"),
        ("fdp.\u202egnp.pdf", "fdp.gnp.pdf"),
        ('a<b>:"|?*c.pdf', "a b c.pdf"),
        ("Müller-Lüdenscheidt.pdf", "Müller-Lüdenscheidt.pdf"),
        ("Mu\u0308ller.pdf", "Müller.pdf"),
        ("Ōe.pdf", "Ōe.pdf"),
        ("ಕಾವೇರಿ ಯೋಜನೆ.pdf", "ಕಾವೇರಿ ಯೋಜನೆ.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_name_is_cleaned(name, cleaned):
    assert clean_name(name, PDF) == cleaned
