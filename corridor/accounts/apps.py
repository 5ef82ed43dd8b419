from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "corridor.accounts"
    verbose_name = _("People")

    def ready(self):
        from corridor.accounts import roles  # noqa: PLC0415 - needs the models

        post_migrate.connect(roles.after_migrate, dispatch_uid="corridor.accounts.roles")
