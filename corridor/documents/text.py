"""Text that people typed, made safe to print and to name files with."""

import unicodedata

# Joiners shape Kannada and other scripts; the soft hyphen only shows where a word breaks.
KEPT = {"\u200c", "\u200d", "\u00ad"}
LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\t": " "})


def without_invisible(text: str) -> str:
    """The text, composed (NFC), without control, direction and other invisible characters; line ends stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(LINE_ENDS)
    return unicodedata.normalize("NFC", "".join(char for char in lines if is_visible(char)))


def is_visible(char: str) -> bool:
    return char == "\n" or char in KEPT or unicodedata.category(char) not in {"Cc", "Cf", "Cs"}
