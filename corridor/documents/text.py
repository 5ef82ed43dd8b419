"""Text that people typed, made safe to print and to name files with."""

import unicodedata

# Joiners shape Kannada and other scripts; the soft hyphen only shows where a word breaks.
KEPT = {"\u200c", "\u200d", "\u00ad"}
# Letters, and a pattern of Braille, that leave their place empty.
BLANK = set("\u115f\u1160\u2800\u3164\uffa0")
LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\t": " "})


def without_invisible(text: str) -> str:
    """The text, composed (NFC), without control, direction and other invisible characters; line ends stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(LINE_ENDS)
    return unicodedata.normalize("NFC", "".join(char for char in lines if is_visible(char)))


def says_nothing(text: str) -> bool:
    """Whether one sees nothing of a text: there are but blanks, marks without a letter and invisible characters."""
    composed = unicodedata.normalize("NFKC", text)
    return all(char in BLANK or unicodedata.category(char)[0] in "CMZ" for char in composed)


def is_visible(char: str) -> bool:
    return char == "\n" or char in KEPT or unicodedata.category(char) not in {"Cc", "Cf", "Cs"}
