import io
import time

import pytest
import typst
from pypdf import PdfReader

from corridor.documents import pdf
from welcome.notice import render_notice

REASON = "Die Voraussetzungen der Förderrichtlinie liegen vor. Wir haben nach pflichtgemäßem Ermessen entschieden. "


def item(**changes):
    return {
        "title_de": "Arbeitsplatz im Coworking",
        "title_en": "Coworking desk",
        "quantity": "3",
        "unit_de": "Monate",
        "unit_en": "months",
        "value_de": "1.800,00 EUR",
        "value_en": "EUR 1,800.00",
        "provider": "digihub Düsseldorf/Rheinland",
        **changes,
    }


def notice(**changes):
    return {
        "authority": {
            "name": "Landeshauptstadt Düsseldorf – Wirtschaftsförderung",
            "address": ["Burgplatz 1", "40213 Düsseldorf"],
            "email": "welcome@duesseldorf.example",
            "phone": "0221 4710-120",
            "website": "duesseldorf.example",
        },
        "recipient": {
            "name": "Kaverion EdgeNet Private Limited",
            "address": ["Bengaluru 560038", "India"],
        },
        "reference": "DUS-2024-0007",
        "file_number": "80.1-WP-7",
        "place": "Düsseldorf",
        "date_de": "22. Juli 2024",
        "date_en": "22 July 2024",
        "kind": "grant",
        "title_de": "Bewilligungsbescheid",
        "title_en": "Award notice",
        "package_de": "Willkommenspaket",
        "package_en": "Welcome package",
        "decision_de": [
            "Die Leistungen werden bewilligt.",
            "Der Bewilligungszeitraum beträgt 90 Tage.",
        ],
        "decision_en": ["The benefits are awarded.", "The award period is 90 days."],
        "items": [item()],
        "total_de": "1.800,00 EUR",
        "total_en": "EUR 1,800.00",
        "reasons_de": [REASON],
        "reasons_en": ["The requirements are met."],
        "conditions_de": ["Ein Verwendungsnachweis ist vorzulegen."],
        "conditions_en": ["Proof of use is to be submitted."],
        "remedy_de": ["Gegen diesen Bescheid kann innerhalb eines Monats Klage erhoben werden."],
        "remedy_en": ["Court action may be brought within one month."],
        "proposed_by": "Jana Müller-Lüdenscheidt",
        "signed_by": "Tomo Ōe",
        "signed_at": "2024-07-22T14:05:00+02:00",
        "signed_at_de": "22. Juli 2024, 14:05",
        "signed_at_en": "22 July 2024, 14:05",
        "signatory_line_de": "Im Auftrag",
        "signatory_line_en": "On behalf of the authority",
        "demo": False,
        **changes,
    }


def read(**changes):
    return PdfReader(io.BytesIO(render_notice(notice(**changes))))


def text_of(reader):
    """The words of all pages; a no-break space counts as a space."""
    return " ".join(
        " ".join(page.extract_text() for page in reader.pages).replace("\u200b", "").split()
    )


def tags(node):
    """(tag, language, attributes) of every structure element, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from tags(child)
    elif isinstance(node, dict) and "/S" in node:
        yield node["/S"], node.get("/Lang"), str(node.get("/A", ""))
        yield from tags(node.get("/K", []))


def test_notice_claims_pdf_ua():
    root = read().trailer["/Root"]
    assert root["/Lang"] == "de-DE"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_notice_has_title_author_and_date():
    reader = read()
    assert reader.metadata.title == "Bewilligungsbescheid – DUS-2024-0007"
    assert reader.metadata.author.startswith("Landeshauptstadt Düsseldorf")
    assert reader.metadata.creation_date.isoformat() == "2024-07-22T12:05:00+00:00"


def test_notice_is_tagged():
    found = list(tags(read().trailer["/Root"]["/StructTreeRoot"]["/K"]))
    names = [name for name, _, _ in found]
    assert names.count("/H1") == 2
    assert {"/H2", "/H3", "/L", "/LI", "/Table", "/THead", "/TFoot", "/P"} <= set(names)
    assert len([1 for name, _, rest in found if name == "/TH" and "/Column" in rest]) == 8
    assert ("/H1", "en-GB") in [(name, language) for name, language, _ in found]


def test_german_part_is_complete_before_the_english_one():
    german, _, english = text_of(read()).partition(
        "Convenience copy – the German text is authoritative"
    )
    parts = [
        "Entscheidung",
        "Bewilligte Leistungen",
        "Nebenbestimmungen",
        "Begründung",
        "Rechtsbehelfsbelehrung",
    ]
    places = [german.index(part) for part in parts]
    assert places == sorted(places)
    assert "Gesamtwert 1.800,00 EUR" in german
    assert "Total value EUR 1,800.00" in english
    for part in (german, english):
        assert "Tomo Ōe" in part
        assert "Jana Müller-Lüdenscheidt" in part
    assert "gezeichnet am 22. Juli 2024, 14:05" in german


def test_pages_are_counted_per_part():
    pages = [page.extract_text() for page in read(reasons_de=[REASON * 5] * 10).pages]
    assert "Seite 1 von 3" in pages[0]
    assert "Seite 3 von 3" in pages[2]
    assert "Convenience copy, page 1 of 1" in pages[3]


def test_same_data_makes_the_same_bytes():
    assert render_notice(notice()) == render_notice(notice())


def test_notice_without_time_of_signature_has_no_date():
    assert read(signed_at="").metadata.creation_date is None


def test_unsigned_notice_is_a_draft():
    assert "Entwurf – nicht gezeichnet" in text_of(read(signed_by=""))


def test_demonstration_is_named_on_every_page():
    for page in read(demo=True).pages:
        assert "Demonstration – " in page.extract_text()
    assert "Demonstration" not in text_of(read())


def test_letter_without_act_names_no_law():
    text = text_of(read(kind="letter", remedy_de=[], remedy_en=[], reasons_de=[], reasons_en=[]))
    for word in ("Rechtsbehelf", "VwVfG", "Nebenbestimmungen", "Begründung", "Entscheidung"):
        assert word not in text
    assert "Bedingungen" in text


def test_rejection_has_no_table():
    reader = read(kind="reject", items=[], conditions_de=[], conditions_en=[])
    assert "Gesamtwert" not in text_of(reader)
    assert "/Table" not in [
        name for name, _, _ in tags(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    ]


def test_number_used_twice_is_printed_once():
    assert "Aktenzeichen" not in text_of(read(file_number="DUS-2024-0007"))


@pytest.mark.parametrize(
    "name", ["Ōe", "Nagarajan", "Müller-Lüdenscheidt", "ಕಾವೇರಿ", "नागराजन", "נגרג'אן", "Łódź"]
)
def test_name_is_printed_as_it_is(name, caplog):
    read(recipient={"name": name, "address": []}, signed_by=name)
    assert not caplog.records


@pytest.mark.parametrize("name", ["中文", "\ue000", "A\U000f0000B", "\U0001fae9"])
def test_character_without_glyph_is_replaced_visibly(name, caplog):
    assert "\ufffd" in text_of(read(recipient={"name": name, "address": []}))
    assert "without a glyph" in caplog.text
    assert name not in caplog.text


@pytest.mark.parametrize(
    "name", ["a\x00b", "a\x07b", "a\u202eb", "a\u200bb", "a\ufeffb", "a\ud800b"]
)
def test_invisible_character_is_dropped(name, caplog):
    assert "Ab ab Ze" in text_of(read(recipient={"name": f"Ab {name} Ze", "address": []}))
    assert not caplog.records


def test_character_undrawable_only_beside_others(monkeypatch):
    monkeypatch.setattr(pdf, "without_undrawable", lambda text: text)
    assert "\ufffd" in text_of(read(recipient={"name": "中文", "address": []}))


def test_typst_is_asked_once_for_all_characters_and_never_again_for_those_it_has(monkeypatch):
    asked, undrawn = [], pdf.undrawn
    monkeypatch.setattr(pdf, "DRAWN", set())
    monkeypatch.setattr(pdf, "undrawn", lambda signs: asked.append(signs) or undrawn(signs))
    assert pdf.undrawable("Ōe 中 ಕ 中\ue000 A\u0301") == ["中", "\ue000"]
    assert pdf.undrawable("ಕŌ") == []
    assert asked == ["Ō中ಕ\ue000\u0301"]


def test_many_characters_without_glyph_take_moments():
    signs = "".join(map(chr, range(0x20000, 0x20000 + 4_000)))
    start = time.process_time()
    text = text_of(read(reasons_de=[f"Ab {signs} Ze"]))
    assert time.process_time() - start < 3  # 20 when each was asked for by itself
    assert text.count("\ufffd") == 4_000


@pytest.mark.parametrize(
    "markup",
    ['#import "x"', "#panic()", "$x^2$", "*a* _b_ `c`", "@ref <label>", "= H", "// c", "\\ #"],
)
def test_markup_stays_text(markup):
    text = text_of(read(reasons_de=[markup], recipient={"name": markup, "address": [markup]}))
    assert text.count(" ".join(markup.split())) >= 3


def test_very_long_word_stays_on_the_page():
    reader = read(items=[item(title_de="W" * 200, title_en="W" * 200)], reasons_de=["Donau" * 60])
    assert "Donau" * 60 in text_of(reader).replace(" ", "")
    right_edge = []
    reader.pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: right_edge.append(tm[4])
    )
    assert max(right_edge) < reader.pages[0].mediabox.width


def test_sixty_items_repeat_their_header():
    reader = read(items=[item()] * 60)
    assert len([page for page in reader.pages if "Menge" in page.extract_text()]) >= 3
    assert (
        len(
            [
                name
                for name, _, _ in tags(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
                if name == "/Table"
            ]
        )
        == 2
    )


def test_long_address_pushes_the_text_down():
    lines = [f"Zeile {number}" for number in range(20)]
    text = text_of(read(recipient={"name": "Kaverion", "address": lines}))
    assert text.index("Zeile 19") < text.index("Sehr geehrte")


def test_incomplete_data_is_an_error():
    data = notice()
    del data["total_de"]
    with pytest.raises(typst.TypstError):
        render_notice(data)


def test_warning_of_the_template_is_logged(tmp_path, settings, caplog):
    settings.BASE_DIR = tmp_path
    template = tmp_path / "odd.typ"
    template.write_text(
        '#set document(title: "x")\n#set text(font: ("Noto Sans", "No Such Font"))\nHello'
    )
    assert pdf.render(template, {}).startswith(b"%PDF")
    assert "odd.typ: unknown font family" in caplog.text


def test_notice_is_rendered_quickly():
    render_notice(notice())
    start = time.monotonic()
    render_notice(notice(reference="DUS-2024-0008", reasons_de=[REASON * 5] * 10))
    assert time.monotonic() - start < 1
