"""Tables for spreadsheets: what they hold, and what no cell ever is."""

from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from corridor.spreadsheets import as_csv, as_xlsx

ROWS = [["Name", "Value"], ["Müller & <Söhne>", Decimal("1250.50")], [None, 3]]
NAME = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '"=1', "a;=1", "＝1"]


def csv_of(rows):
    return b"".join(as_csv(rows)).decode("utf-8-sig")


def cells(rows):
    """The cells of the workbook's sheet: their kind and text."""
    with ZipFile(BytesIO(as_xlsx(rows))) as archive:
        assert archive.testzip() is None
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    return [
        [(cell.get("t"), "".join(cell.itertext())) for cell in row]
        for row in sheet.iter(f"{NAME}row")
    ]


def test_csv_holds_texts_and_numbers():
    assert csv_of(ROWS) == "Name,Value\r\nMüller & <Söhne>,1250.50\r\n,3\r\n"


def test_workbook_holds_texts_and_numbers():
    assert cells(ROWS) == [
        [("inlineStr", "Name"), ("inlineStr", "Value")],
        [("inlineStr", "Müller & <Söhne>"), (None, "1250.50")],
        [(None, ""), (None, "3")],
    ]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text):
    line = csv_of([[text]])
    assert "'" in line
    assert cells([[text]])[0][0][0] == "inlineStr"


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "a\ud800b", "a\ufffeb"])
def test_what_xml_cannot_write_is_left_out(text):
    assert cells([[text]]) == [[("inlineStr", "ab")]]


def test_number_below_zero_stays_a_number():
    assert csv_of([[Decimal("-5.00")]]) == "-5.00\r\n"
