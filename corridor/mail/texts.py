"""From a template to the parts of a mail: subject, wrapped text, HTML made from the same text."""

import textwrap
from dataclasses import dataclass

from django.conf import settings
from django.template import Context, engines
from django.template.loader import render_to_string
from django.utils.translation import override

WIDTH = 76


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str
    html: str
    # The text as it was written, before its lines are folded.
    body: str = ""


def render(template, language, context):
    """`<template>.<language>.txt`: a first line "Subject: …", an empty line, the body.

    Values are not escaped: it is plain text. Raises TemplateDoesNotExist, or ValueError without a subject.
    """
    context = {"base_url": settings.BASE_URL, "demo": settings.DEMO, **context}
    with override(language):
        written = _plain(f"{template}.{language}.txt", context)
        subject, body = _parted(template, written)
        footer = _plain(f"mail/footer.{language}.txt", context)
        html = render_to_string(
            "mail/base.html",
            {"language": language, "subject": subject, "body": body, "footer": footer},
        )
    return Letter(subject, f"{wrapped(body)}\n\n-- \n{wrapped(footer)}\n", html, body)


def wrapped(text):
    """Each line folded at a readable width; addresses and codes are never broken."""
    return "\n".join(
        textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)
        for line in text.splitlines()
    )


def _plain(name, context):
    template = engines["django"].engine.get_template(name)
    return template.render(Context(context, autoescape=False)).strip()


def _parted(template, written):
    first, _, body = written.partition("\n")
    if not first.startswith("Subject: "):
        raise ValueError(f"{template} does not begin with 'Subject: '")
    return " ".join(first.removeprefix("Subject: ").split()), body.strip()
