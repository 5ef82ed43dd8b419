from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    name = "corridor.content"
    label = "content"
    verbose_name = _("Pages and news")
    action_names = {
        "change_page": _("Page changed"),
        "review_page": _("Page reviewed"),
        "create_news": _("News item written"),
        "change_news": _("News item changed"),
        "publish_news": _("News item published"),
        "unpublish_news": _("News item taken back"),
    }

    def ready(self):
        from corridor.content import texts  # noqa: PLC0415 - the models come first

        post_migrate.connect(texts.after_migrate, sender=self, dispatch_uid="corridor.content")
