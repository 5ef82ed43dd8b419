"""The outbox: mail is written in the transaction of the change it tells about, and sent once that is committed."""

import logging
from datetime import timedelta
from email.utils import make_msgid
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language
from post_office.connections import connections
from post_office.models import PRIORITY, STATUS, Email
from post_office.settings import get_message_id_fqdn

from corridor.clock import real_now
from corridor.mail import addresses, texts

logger = logging.getLogger(__name__)

# A secret mail leaves with the commit. Housekeeping takes it only when that did not work.
HEAD_START = timedelta(seconds=60)
HEADERS = {"Auto-Submitted": "auto-generated"}


def queue(
    *, template, to, language=None, context=None, secret=False, useful_for=None, headers=None
):
    """Write one mail to the outbox and return its row.

    `to` is a person or an address, `language` the reader's (default: the person's, else that of the page).
    `template` names `templates/<template>.<language>.txt`, which may greet a person by `name`. A `secret` mail
    holds a code or a link: it is sent as soon as the transaction commits, and its text is blanked after that. A
    mail is not sent any more when it was `useful_for` a timedelta. `headers` go out beside those that every mail has.
    Raises TemplateDoesNotExist, or ValidationError for an address that could be taken for several.
    """
    address = getattr(to, "email", to)
    addresses.require_plain(address)
    language = language or getattr(to, "language", None) or get_language()
    name = getattr(to, "name", "")
    letter = texts.render(template, language, {"name": name, **(context or {})})
    now = real_now()
    email = Email.objects.create(
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[address],
        subject=letter.subject,
        message=letter.text,
        html_message=letter.html,
        status=STATUS.queued,
        priority=PRIORITY.high if secret else PRIORITY.medium,
        message_id=make_msgid(domain=get_message_id_fqdn()),
        headers={**HEADERS, "Content-Language": language, **(headers or {})},
        # post_office renders nothing itself here; this says what the mail was, without its text.
        context={"template": template, "secret": secret},
        scheduled_time=now + HEAD_START if secret else None,
        expires_at=now + useful_for if useful_for else None,
    )
    if secret:
        transaction.on_commit(partial(send_at_once, email.pk))
    return email


def send_at_once(pk):
    """Send one queued mail and blank its text; when that fails it stays queued for housekeeping."""
    email = Email.objects.get(pk=pk)
    try:
        email.dispatch(commit=False)
    except Exception:
        logger.exception("Mail %s was not sent at once; housekeeping tries again", pk)
    else:
        Email.objects.filter(pk=pk).update(
            status=STATUS.sent, last_updated=real_now(), message="", html_message=""
        )
    finally:
        connections.close()


def tidy():
    """Give up mail that is of no use any more; remove the text of secret mail that was sent or given up."""
    late = Email.objects.filter(status__in=[STATUS.queued, STATUS.requeued])
    late.filter(expires_at__lte=real_now()).update(status=STATUS.failed)
    done = Email.objects.filter(status__in=[STATUS.sent, STATUS.failed], context__secret=True)
    done.exclude(message="", html_message="").update(message="", html_message="")
