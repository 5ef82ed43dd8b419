from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WelcomeConfig(AppConfig):
    name = "welcome"
    verbose_name = _("Welcome packages")
    # The record of a case uses the same words.
    action_names = {
        "submit": _("Application submitted"),
        "take": _("Case taken, completeness check begun"),
        "begin_review": _("Substantive review begun"),
        "propose": _("Decision proposed"),
        "sign": _("Decision signed"),
        "return_proposal": _("Proposal returned"),
        "reopen": _("Decision taken back"),
        "release": _("Notice released"),
        "notify": _("Decision notified"),
        "finalise": _("Decision final"),
        "close": _("File closed"),
        "withdraw": _("Application withdrawn"),
        "create_authority": _("Authority created"),
        "change_authority": _("Authority changed"),
        "set_member": _("Roles at the authority changed"),
        "set_deputy": _("Deputy changed"),
        "create_package": _("Package created"),
        "change_package": _("Package changed"),
    }
