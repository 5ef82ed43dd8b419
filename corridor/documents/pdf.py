"""Accessible PDF (PDF/UA-1) from a typst template and plain data.

The data goes in as JSON, so nothing a person typed can become markup. A character that no font has would make
typst refuse the whole paper; it is replaced by U+FFFD, visibly, because a name must never stop a signature.
"""

import functools
import json
import logging
import re
from datetime import datetime
from pathlib import Path

import manimgx_fonts
import typst
from django.conf import settings

from corridor.documents.text import without_invisible

logger = logging.getLogger(__name__)

REPLACEMENT = "\ufffd"
PROBE = b"""
#set document(title: "probe")
#set text(font: json(bytes(sys.inputs.fonts)), fallback: false)
#for sign in sys.inputs.signs.codepoints() { par(sign) }
"""
# How typst names each character that no font has: as it is, or by its number.
UNDRAWN = re.compile(r'the text `"(?:\\u\{([0-9a-f]+)\}|(.))"` could not be displayed')
# What typst was asked before and some font has; never more than all fonts have together.
DRAWN = set()


def render(template: Path, data: dict, *, created: datetime | None = None) -> bytes:
    """The PDF that a template makes of the data; the same bytes for the same data.

    `created` is the date inside the file; without it the file has none. Raises typst.TypstError for a mistake in
    the template or data that does not fit it, never for a character.
    """
    text = json.dumps(cleaned(data) | {"fonts": families()}, ensure_ascii=False)
    for repaired in (without_undrawable, latin_only):
        try:
            return compiled(template, text, created)
        except typst.TypstError as error:
            if "could not be displayed" not in error.message:
                raise
            logger.warning("%s: characters without a glyph are replaced", template.name)
            text = repaired(text)
    return compiled(template, text, created)


def cleaned(value):
    """The same data with every string freed of invisible characters."""
    match value:
        case str():
            return without_invisible(value)
        case list() | tuple():
            return [cleaned(item) for item in value]
        case dict():
            return {key: cleaned(item) for key, item in value.items()}
    return value


def compiled(template: Path, text: str, created: datetime | None) -> bytes:
    inputs = {"data": text, "dated": "yes" if created else ""}
    compiler = typst.Compiler(
        template,
        root=settings.BASE_DIR,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs=inputs,
    )
    pdf, warnings = compiler.compile_with_warnings(
        format="pdf", pdf_standards=["ua-1"], timestamp=int(created.timestamp()) if created else 0
    )
    for warning in warnings:
        logger.warning("%s: %s", template.name, warning.message)
    return pdf


def without_undrawable(text: str) -> str:
    return text.translate({ord(char): REPLACEMENT for char in undrawable(text)})


def undrawable(text: str) -> list[str]:
    """The characters that no font has, each once, in their order."""
    asked = [char for char in dict.fromkeys(text) if not char.isascii() and char not in DRAWN]
    missing = undrawn("".join(asked)) if asked else set()
    DRAWN.update(set(asked) - missing)
    return [char for char in asked if char in missing]


def undrawn(signs: str) -> set[str]:
    """Those that no font has: typst itself is asked for all of them at once, with a paper of a line for each."""
    inputs = {"signs": signs, "fonts": json.dumps(families())}
    compiler = typst.Compiler(
        PROBE, font_paths=fonts(), ignore_system_fonts=True, sys_inputs=inputs
    )
    try:
        compiler.compile(format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        found = UNDRAWN.findall(error.diagnostic)
        return {chr(int(number, 16)) if number else char for number, char in found}
    return set()


def latin_only(text: str) -> str:
    """For characters that can be drawn alone but not beside each other."""
    return re.sub(r"[^\x00-\u024f\u2010-\u2026\u20ac]", REPLACEMENT, text)


@functools.cache
def fonts() -> typst.Fonts:
    """The Noto fonts of the wheel, nothing of the machine's: the same paper everywhere."""
    folder = Path(manimgx_fonts.__file__).parent
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )


@functools.cache
def families() -> list[str]:
    """Noto Sans first; the others lend the scripts it lacks, Kannada and Devanagari among them."""
    return ["Noto Sans", *sorted(set(fonts().families()) - {"Noto Sans"})]
