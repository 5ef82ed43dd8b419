"""The code of an approved letter: given once, read aloud, typed from paper."""

import re
import secrets

# Without signs that are taken for one another.
SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUPS, GROUP = 3, 4


def new_code() -> str:
    """A code that nobody guesses: 59 bits, in three groups."""
    return in_groups("".join(secrets.choice(SIGNS) for _sign in range(GROUPS * GROUP)))


def typed(text: str) -> str:
    """The code that somebody typed, with or without hyphens, in small letters or capitals; empty for what is none."""
    signs = re.sub(r"[\s\-–.]", "", text).upper()
    return in_groups(signs) if re.fullmatch(rf"[{SIGNS}]{{{GROUPS * GROUP}}}", signs) else ""


def in_groups(signs):
    return "-".join(signs[place : place + GROUP] for place in range(0, len(signs), GROUP))
