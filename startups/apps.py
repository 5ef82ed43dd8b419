from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StartupsConfig(AppConfig):
    name = "startups"
    verbose_name = _("Start-ups")
    action_names = {
        "create_startup": _("Profile created"),
        "change_startup": _("Profile changed"),
        "accept_change": _("Change of the profile accepted"),
        "decline_change": _("Change of the profile declined"),
        "withdraw_change": _("Change of the profile taken back"),
        "submit_profile": _("Profile submitted for review"),
        "publish_profile": _("Profile published"),
        "return_profile": _("Profile returned"),
        "hide_profile": _("Profile taken out of the directory"),
        "invite_member": _("Somebody invited"),
        "withdraw_invitation": _("Invitation taken back"),
        "accept_invitation": _("Invitation accepted"),
        "change_member": _("Role changed"),
        "remove_member": _("Person removed"),
        "leave": _("Start-up left"),
        "forget_invitations": _("Old invitations deleted"),
        "confirm_profile": _("Profile confirmed"),
        "ask_to_confirm": _("Owners asked whether the profile still holds"),
        "hide_unconfirmed": _("Unconfirmed profile hidden"),
        "check_registration": _("Registry number checked"),
        "ask_introduction": _("Introduction asked for"),
        "accept_introduction": _("Introduction accepted"),
        "decline_introduction": _("Introduction declined"),
        "withdraw_introduction": _("Introduction taken back"),
        "broker_introduction": _("Answer to an introduction passed on"),
        "note_outcome": _("Outcome of an introduction noted"),
        "remind_of_introductions": _("Reminded of introductions"),
        "expire_introductions": _("Introductions ended unanswered"),
        "save_search": _("Search saved"),
        "delete_search": _("Search deleted"),
        "unsubscribe": _("Mails about a search ended"),
        "tell_of_new": _("Told of what is new to a search"),
        "create_partner": _("Partner added"),
        "change_partner": _("Partner changed"),
        "create_project": _("Project added"),
        "change_project": _("Project changed"),
        "create_opening": _("Opening written"),
        "change_opening": _("Opening changed"),
        "publish_opening": _("Opening published"),
        "close_opening": _("Opening closed early"),
    }
