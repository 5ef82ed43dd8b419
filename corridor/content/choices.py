from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PageKey(TextChoices):
    """The portal's own pages; the value is the last part of the address."""

    IMPRINT = "imprint", _("Imprint")
    PRIVACY = "privacy", _("Privacy")
    ACCESSIBILITY = "accessibility", _("Accessibility")
    EASY_READ = "easy-read", _("Easy Read")
    CONTACT = "contact", _("Contact")
    HOW_IT_WORKS = "how-it-works", _("How it works")

    @property
    def route(self):
        """The name of its route."""
        return self.value.replace("-", "_")


# The accessibility statement is looked at once a year (EU decision 2018/1523 and DOMAIN 5).
REVIEW_EVERY = timedelta(days=365)
# So long before the day editors are told that a page is due.
REVIEW_NOTICE = timedelta(days=30)
# A report of a barrier is answered within 2 to 6 weeks (DOMAIN 5, BITV); the portal promises the shorter time.
ANSWER_WITHIN = timedelta(days=14)
# Answered reports hold what somebody wrote and perhaps their address.
REPORTS_KEPT_FOR = timedelta(days=365)
