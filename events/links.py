"""The three secret links: head of delegation, open link of a delegation, a delegate's own.

A token is the signed id with a number. Nothing secret is stored, and counting the number up revokes every link before.
A fourth one only leads from a mailbox to the form: it holds the address that it was mailed to, sealed.
"""

import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core import signing

# So long a mailed link leads to the form, in real time.
MAILED_HOURS = 24


@dataclass(frozen=True)
class Link:
    """One kind of link; tokens of one kind are none of another."""

    salt: str

    @property
    def name(self):
        return self.salt.rpartition(".")[2]

    def token(self, pk: UUID, number: int) -> str:
        # Without the time, so that one link is one address: calendars and browsers know it again.
        return signing.Signer(salt=self.salt).sign_object([pk.hex, number])

    def read(self, token: str) -> tuple[UUID, int]:
        """Whose link it is, and its number. Raises BadSignature for one that was not made here."""
        pk, number = signing.Signer(salt=self.salt).unsign_object(token)
        return UUID(pk), number


HEAD = Link("events.head")
OPEN = Link("events.open")
DELEGATE = Link("events.delegate")


class Expired(Exception):
    """The link was made here, and is too old."""


def mailed_token(event, email: str) -> str:
    """What leads whoever reads the mail of an address to the form of an event; nobody reads the address in it."""
    return mailbox().encrypt(json.dumps([event.pk.hex, email]).encode()).decode().rstrip("=")


def mailed_to(token: str) -> tuple[UUID, str]:
    """Event and address of a mailed link. Raises BadSignature for one that was not made here, or Expired."""
    sealed = token + "=" * (-len(token) % 4)
    try:
        pk, email = json.loads(mailbox().decrypt(sealed))
    except (InvalidToken, ValueError) as error:
        raise signing.BadSignature from error
    try:
        mailbox().decrypt(sealed, ttl=int(timedelta(hours=MAILED_HOURS).total_seconds()))
    except InvalidToken as error:
        raise Expired from error
    return UUID(pk), email


def mailbox():
    """Seals with the portal's key, and still opens what retired keys have sealed."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [sha256(f"events.mailed {key}".encode()).digest() for key in keys]
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])
