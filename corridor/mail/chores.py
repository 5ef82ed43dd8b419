from datetime import timedelta

from post_office.mail import send_queued
from post_office.utils import cleanup_expired_mails

from corridor import housekeeping
from corridor.clock import real_now
from corridor.mail.actions import tidy

KEPT_FOR = timedelta(days=90)  # DOMAIN 5: mail bodies


@housekeeping.chore
def send_mail():
    """Send what is due, batch by batch; what fails is tried again later (POST_OFFICE)."""
    while not housekeeping.stopping.is_set():
        if not any(send_queued()):
            break
    tidy()


@housekeeping.chore
def delete_old_mail():
    cleanup_expired_mails(real_now() - KEPT_FOR, delete_attachments=True)
