"""Which email addresses the portal writes to.

RFC 5321 also knows quoted ones, such as "a,b@c"@d.example. Mail software takes their commas for several people, so
whoever proved to own one address could speak for another.
"""

import re

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

# Read by Python and by PostgreSQL.
PLAIN = r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^@\s,;\"<>]+$"
NOT_PLAIN = _("Write the email address without quotation marks, spaces and commas.")


def require_plain(address: str):
    """Raise ValidationError for an address that could be taken for several."""
    if not re.fullmatch(PLAIN, address):
        raise ValidationError(NOT_PLAIN, code="not_plain")


def is_plain(field: str, name: str) -> CheckConstraint:
    """The same rule for a column, which may be empty."""
    return CheckConstraint(
        name=name,
        condition=Q(**{field: ""}) | Q(**{f"{field}__regex": PLAIN}),
        violation_error_message=NOT_PLAIN,
    )
