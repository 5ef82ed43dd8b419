from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    """The languages of the portal; each is named in itself."""

    DE = "de", "Deutsch"
    EN = "en", "English"


class Role(TextChoices):
    """What a member of staff may do; the value is the name of the group, roles.py holds the rights."""

    OFFICER = "officer", _("Case officer")
    SIGNATORY = "signatory", _("Signatory")
    READER = "reader", _("Reader of an authority")
    EVENT_TEAM = "event_team", _("Event team")
    EDITOR = "editor", _("Editor")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")


# These follow from membership in an authority; nobody is given one of them alone.
CASE_ROLES = frozenset({Role.OFFICER, Role.SIGNATORY, Role.READER})
