"""A signed notice as a machine reads it: tags, languages, title, the PDF/UA mark, and every name as it was typed."""

import io
import re

import pikepdf
import pytest
from django.core.files.storage import storages

from tests.factories import answers, make_case, make_startup
from welcome.choices import CaseState

pytestmark = pytest.mark.django_db

CODES = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


def signed(**startup):
    """The stored notice of a case that was signed by its action."""
    company = {**answers()["company"], "address": "12 Devaraja Road\nಮೈಸೂರು 570001\nIndia"}
    case = make_case(CaseState.SIGNED, startup=make_startup(**startup), company=company)
    with storages["private"].open(case.open_decision.notice.path) as file:
        return pikepdf.open(io.BytesIO(file.read()))


def letters_of(font):
    """By code what a font's letters stand for."""
    found = {}
    for code, text in CODES.findall(font.ToUnicode.read_bytes()):
        found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return found


def spoken(page):
    """What a page says: the letters that are drawn, or the text that stands for them where they are joined."""
    said, fonts, letters, instead = [], page.Resources.Font, {}, False
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                letters = letters_of(fonts[operands[0]])
            case "BDC" if (
                isinstance(operands[1], pikepdf.Dictionary) and "/ActualText" in operands[1]
            ):
                said.append(bytes(operands[1].ActualText)[2:].decode("utf-16-be"))
                instead = True
            case "EMC":
                instead = False
            case "Tj" | "TJ" if not instead:
                parts = operands[0] if str(operator) == "TJ" else operands
                said += [drawn(part, letters) for part in parts if isinstance(part, pikepdf.String)]
            case "ET":
                said.append(" ")
    return "".join(said)


def drawn(string, letters):
    data = bytes(string)
    codes = (int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2))
    return "".join(letters.get(code, "") for code in codes)


def words_of(pdf):
    text = "".join(spoken(page) for page in pdf.pages)
    return " ".join(text.replace("\u200b", "").replace("\xa0", " ").split())


def elements(node):
    """Every structure element below a node."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from elements(node.get("/K", pikepdf.Array()))


def test_notice_says_of_itself_that_it_is_accessible():
    pdf = signed()
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == str(pdf.docinfo.Title)
        assert "bescheid" in metadata["dc:title"]
    assert str(pdf.Root.Lang) == "de-DE"
    assert bool(pdf.Root.MarkInfo.Marked) is True
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True


def test_notice_is_tagged_in_both_languages():
    pdf = signed()
    found = list(elements(pdf.Root.StructTreeRoot.K))
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD"} <= {str(each.S) for each in found}
    assert "en-GB" in {str(each.Lang) for each in found if "/Lang" in each}


@pytest.mark.parametrize(
    "name", ["Müller-Lüdenscheidt GmbH", "Śrīnivāsan Labs", "ಬೆಂಗಳೂರು ಲ್ಯಾಬ್ಸ್", "नागराजन"]
)
def test_names_are_read_as_they_were_typed(name):
    text = words_of(signed(name=name, legal_name=name))
    assert name in text
    assert "ಮೈಸೂರು 570001" in text
    assert "Die Voraussetzungen der Richtlinie sind geprüft." in text


@pytest.mark.parametrize("odd", ["中文", "\U0001fae9", "\ue000"])
def test_name_without_a_glyph_is_signed_all_the_same(odd):
    text = words_of(signed(name="Robotics", legal_name=f"{odd} Robotics"))
    assert "\ufffd" in text
    assert "Robotics" in text
