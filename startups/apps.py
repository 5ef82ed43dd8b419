from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StartupsConfig(AppConfig):
    name = "startups"
    verbose_name = _("Start-ups")
    action_names = {
        "create_startup": _("Profile created"),
        "change_startup": _("Profile changed"),
        "submit_profile": _("Profile submitted for review"),
        "publish_profile": _("Profile published"),
        "return_profile": _("Profile returned"),
        "hide_profile": _("Profile taken out of the directory"),
        "check_registration": _("Registry number checked"),
    }
