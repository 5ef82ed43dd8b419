"""The editors' desk: news, written and saved as drafts, published and taken back by a step."""

from django.contrib import admin
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.admin import ScopedAdmin
from corridor.content import actions, pictures
from corridor.content.forms import NewsForm, PublishForm
from corridor.content.models import NewsItem
from corridor.steps import Step, StepsMixin

ONE_LANGUAGE = _("One language is enough: fill in title, “in one sentence” and text.")
# What the button of a step says on the page of the texts, which are saved first.
SAVES = {"publish": _("Save and publish …"), "unpublish": _("Save and take back …")}


def published_words(news):
    if news.is_published:
        return gettext("The news item is published.")
    day = date_format(news.published_on, "DATE_FORMAT")
    return gettext("The news item waits: it is published on %(day)s.") % {"day": day}


@admin.register(NewsItem)
class NewsItemAdmin(StepsMixin, ScopedAdmin):
    """Texts are saved here; a step of its own makes them public."""

    change_form_template = None  # the steps' buttons stand beside those that save
    form = NewsForm
    place = 2
    list_display = ["title", "stand", "published_on"]
    list_per_page = 50
    search_fields = ["title_de", "title_en", "teaser_de", "teaser_en", "text_de", "text_en"]
    search_help_text = _("Title or text")
    explanation = _("What happened, for the start page of the portal and its page of news.")
    fieldsets = [
        (None, {"fields": ["stand", "slug"]}),
        (None, {"fields": [], "description": ONE_LANGUAGE}),
        (_("German"), {"fields": ["title_de", "teaser_de", "text_de"]}),
        (_("English"), {"fields": ["title_en", "teaser_en", "text_en"]}),
        (_("Picture"), {"fields": ["new_picture", "picture_alt_de", "picture_alt_en"]}),
    ]
    step_argument = "news"
    steps = {
        "publish": Step(
            _("Publish"),
            actions.publish_news,
            lambda news: not news.published_on,
            published_words,
            lambda _news, data: PublishForm(data),
            _("Everybody can read it from that day on."),
        ),
        "unpublish": Step(
            _("Take back"),
            actions.unpublish_news,
            lambda news: bool(news.published_on),
            lambda _news: gettext("The news item is a draft again."),
            text=_("It becomes a draft again, which only editors and auditors see."),
        ),
    }

    def may_step(self, request, obj):
        return self.has_change_permission(request, obj)

    def get_readonly_fields(self, request, obj=None):
        return ["stand", "slug"] if obj else ["stand"]  # links lead to the address

    def get_fieldsets(self, request, obj=None):
        """Whoever only looks sees the picture by its link, and no words on how to write."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj and not self.has_change_permission(request, obj):
            shown = {"fields": ["picture", "picture_alt_de", "picture_alt_en"]}
            stand, _lead, *texts, _picture = fieldsets
            return [stand, *texts, (_("Picture"), shown)]
        return fieldsets

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        fields, by = form.words(), request.user
        if form.picture is not None:
            fields |= pictures.keep(form.picture) if form.picture else pictures.NONE
        if change:
            actions.change_news(news=obj, by=by, **fields)
        else:
            obj.pk = actions.create_news(by=by, **fields).pk

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if self.has_change_permission(request, obj):
            name = "unpublish" if obj and obj.published_on else "publish"
            context["step"] = {"name": name, "saves": SAVES[name]}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def response_post_save_change(self, request, obj):
        """What was typed is saved; the page of the step that was asked for comes next."""
        if (name := request.POST.get("_step")) in self.steps:
            return redirect(f"admin:content_newsitem_{name}", obj.pk)
        return super().response_post_save_change(request, obj)

    def response_post_save_add(self, request, obj):
        return self.response_post_save_change(request, obj)

    @admin.display(description=_("title"), ordering="title_de")
    def title(self, news):
        return str(news)

    @admin.display(description=_("state"), ordering="published_on")
    def stand(self, news):
        if not news.pk or not news.published_on:
            return _("Draft")
        words = _("Published") if news.published_on <= clock.today() else _("Waits for its day")
        return format_html('<a href="{}">{}</a>', news.get_absolute_url(), words)
