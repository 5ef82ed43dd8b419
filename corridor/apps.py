from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class CorridorConfig(AppConfig):
    name = "corridor"
    label = "corridor"
    verbose_name = "Innovation Corridor"
    # What the history calls a change; each app names its own actions. These are changes without an action.
    action_names = {"insert": _("Added"), "update": _("Changed"), "delete": _("Removed")}


class BackOfficeConfig(AdminConfig):
    default_site = "corridor.admin.BackOffice"
