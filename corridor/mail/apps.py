from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class MailConfig(AppConfig):
    name = "corridor.mail"
    verbose_name = _("Mail")

    def ready(self):
        # Its outbox is our mail in the back office too, in the reader's language.
        apps.get_app_config("post_office").verbose_name = self.verbose_name
