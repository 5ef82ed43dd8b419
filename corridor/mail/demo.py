"""Mail of the demonstration: nothing leaves the machine, each message becomes a file to be shown at /demo/mail/."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend

from corridor.clock import real_now


class MailboxBackend(BaseEmailBackend):
    def send_messages(self, email_messages):
        for message in email_messages:
            _write(message.message().as_bytes())
        return len(email_messages)


@dataclass(frozen=True)
class Letter:
    """One message as a page shows it."""

    name: str
    sender: str
    to: str
    subject: str
    at: datetime
    language: str
    text: str
    attachments: list[str]


def letters(limit=200):
    """The newest messages, newest first."""
    names = sorted((path.stem for path in _folder().glob("*.eml")), reverse=True)
    return [letter(name) for name in names[:limit]]


def letter(name):
    """One message by its name, None when there is none."""
    path = _folder() / f"{name}.eml"
    if not path.is_file():
        return None
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    body = message.get_body(("plain",))
    return Letter(
        name=name,
        sender=message["From"],
        to=message["To"],
        subject=message["Subject"],
        at=message["Date"].datetime.replace(tzinfo=UTC),  # the backend writes "-0000"
        language=message["Content-Language"] or "en",
        text=body.get_content() if body else "",
        attachments=[part.get_filename() or "" for part in message.iter_attachments()],
    )


def _folder():
    return Path(settings.VAR_DIR) / "mail"


def _write(content):
    """Whole or not at all: a page may look at any moment."""
    _folder().mkdir(parents=True, exist_ok=True)
    name = f"{real_now():%Y%m%d-%H%M%S-%f}-{secrets.token_hex(4)}"
    unfinished = _folder() / f"{name}.part"
    unfinished.write_bytes(content)
    unfinished.rename(_folder() / f"{name}.eml")
