"""What delegates agree to, by version. A text is never changed: a new one gets a new version."""

from django.utils.translation import gettext_lazy as _

NEEDS = "2024-06"
NEEDS_TEXT = {
    NEEDS: _(
        "I agree that the event team reads what I say here about food and access, only to look after me at the event. "
        "It is deleted 14 days after the event, or when I take this back on this page."
    )
}
