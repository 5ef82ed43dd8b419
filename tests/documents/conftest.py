"""Small files of every kind, made on the spot."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from corridor.documents.files import DOCX, XLSX

MAIN = {DOCX: "word/document.xml", XLSX: "xl/workbook.xml"}


def picture(kind="PNG", mode="RGB", size=(8, 6), **options):
    out = BytesIO()
    Image.new(mode, size).save(out, kind, **options)
    return out.getvalue()


def archive(parts):
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def office(kind, types=None, **more):
    types = types or f'<Override PartName="/{MAIN[kind]}" ContentType="{kind}.main+xml"/>'
    return archive({"[Content_Types].xml": types, MAIN[kind]: "<x/>", **more})


PDF_BYTES = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n0\n%%EOF\n"


@pytest.fixture
def upload():
    return SimpleUploadedFile


@pytest.fixture
def private_dir(settings):
    return settings.PRIVATE_DIR
