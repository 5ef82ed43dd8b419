"""Sealed fields: what is stored can't be read without the keys of the environment (Art. 32 GDPR).

`FIELD_KEYS` holds one or more keys, the current one first. What an older one sealed can still be read, until
`manage.py reseal` has sealed everything anew.
"""

import json

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class SealBroken(Exception):
    """The text was not sealed with any of the keys, or was changed since."""


def seal(data: dict) -> str:
    """Plain data as a text that tells nothing but its length."""
    return keys().encrypt(json.dumps(data, ensure_ascii=False).encode()).decode("ascii")


def unseal(text: str) -> dict:
    """What was sealed. Raises SealBroken, and never gives back something else."""
    try:
        return json.loads(keys().decrypt(text.encode("ascii")))
    except (InvalidToken, UnicodeEncodeError) as error:
        raise SealBroken from error


def reseal(text: str) -> str:
    """The same data, sealed with the current key. Raises SealBroken."""
    try:
        return keys().rotate(text.encode("ascii")).decode("ascii")
    except InvalidToken as error:
        raise SealBroken from error


def keys() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.FIELD_KEYS])
