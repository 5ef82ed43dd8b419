from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.content.actions import ReviewInThePast, ReviewTooLate
from corridor.content.choices import REVIEW_EVERY, PageKey
from corridor.content.models import (
    NEWS_IN_ONE_LANGUAGE,
    STATEMENT_IS_REVIEWED,
    BarrierReport,
    NewsItem,
    Page,
)
from corridor.content.pictures import LARGE
from corridor.documents.forms import CleanImageField
from corridor.forms import PlainWords
from corridor.widgets import DayInput

LONGEST = 4000


class BarrierForm(PlainWords, forms.ModelForm):
    """A barrier that somebody met; only what does not work has to be said."""

    class Meta:
        model = BarrierReport
        fields = ["text", "page", "email"]
        labels = {
            "text": _("What does not work?"),
            "page": _("On which page?"),
            "email": _("Your email address"),
        }
        help_texts = {
            "text": _(
                "What did you want to do, and what happened? It helps us to know your browser, and what you use "
                "to read or type, such as a screen reader."
            ),
            "page": _("The address or the heading of the page."),
            "email": _("If you want an answer. We use it for nothing else."),
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 8}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].error_messages["required"] = _("Say what does not work.")


def own_path(address: str) -> str:
    """A path of the portal; empty for anything else that stands in a link."""
    longest = BarrierReport._meta.get_field("page").max_length
    path = address.removeprefix(settings.BASE_URL)
    is_own = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return urlsplit(path).path[:longest] if is_own and path.isprintable() else ""


class AnswerForm(PlainWords, forms.Form):
    text = forms.CharField(
        label=_("Answer"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10, "dir": "auto"}),
    )
    send = forms.BooleanField(
        label=_("Send the answer by mail"),
        help_text=_(
            "Take the tick away for a report that nobody meant: then the answer is only noted."
        ),
        required=False,
        initial=True,
    )

    def __init__(self, *args, report, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = (
            _("It goes to the person by mail. Write in %(language)s.")
            % {"language": report.get_language_display()}
            if report.email
            else _("There is no address to send it to. Note what was done.")
        )
        if not report.email:
            del self.fields["send"]


class MarkedByLanguage(PlainWords, forms.ModelForm):
    """Each text says to the browser in which language it is written."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if (language := name.rpartition("_")[2]) in {"de", "en", "kn"}:
                field.widget.attrs["lang"] = language


class PageForm(MarkedByLanguage):
    """A page's texts; only whoever says that they have reviewed all of it moves the day of the next review."""

    reviewed = forms.BooleanField(
        label=_("I have reviewed the whole page"),
        help_text=_("Leave this empty when you only correct something."),
        required=False,
    )

    class Meta:
        model = Page
        fields = [
            "title_de", "title_en", "title_kn", "text_de", "text_en", "text_kn", "reviewed", "review_on",
        ]  # fmt: skip
        help_texts = {
            "review_on": _(
                "A review moves this day to a year from today, unless you enter another one."
            )
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.key == PageKey.ACCESSIBILITY and (field := self.fields.get("review_on")):
            field.required = True
            field.error_messages["required"] = STATEMENT_IS_REVIEWED

    def clean_review_on(self):
        """The day that was typed; for a day that was left as it is, a year from the review."""
        day, reviewed = self.cleaned_data["review_on"], self.cleaned_data.get("reviewed")
        if "review_on" not in self.changed_data:
            return self.instance.next_review() if reviewed else day
        if not reviewed:
            raise forms.ValidationError(
                _("Say that you have reviewed the whole page, or leave the day as it is.")
            )
        if day and day <= clock.today():
            raise forms.ValidationError(ReviewInThePast.message)
        if (
            day
            and self.instance.key == PageKey.ACCESSIBILITY
            and day > clock.today() + REVIEW_EVERY
        ):
            raise forms.ValidationError(ReviewTooLate.message)
        return day

    def texts(self):
        """What was written, without what concerns the review."""
        ours = {"reviewed", "review_on"}
        return {name: value for name, value in self.cleaned_data.items() if name not in ours}


class PictureInput(forms.ClearableFileInput):
    """Shows the present picture, whose file name tells nobody anything."""

    template_name = "content/picture_input.html"


IN_GERMAN = ("title_de", "teaser_de", "text_de")
IN_ENGLISH = ("title_en", "teaser_en", "text_en")
ONE_LANGUAGE_SUFFICES = {*IN_GERMAN, *IN_ENGLISH}


class NewsForm(MarkedByLanguage):
    """A news item; `new_picture` is None when nothing changes, False when the present one is to go."""

    new_picture = CleanImageField(
        max_side=LARGE, label=_("Picture"), required=False, widget=PictureInput
    )

    class Meta:
        model = NewsItem
        fields = [
            "title_de", "title_en", "slug", "teaser_de", "teaser_en", "text_de", "text_en",
            "new_picture", "picture_alt_de", "picture_alt_en",
        ]  # fmt: skip
        error_messages = {"slug": {"invalid": _("Use small letters, digits and hyphens.")}}

    def __init__(self, *args, instance=None, **kwargs):
        initial = {"new_picture": instance.picture or None if instance else None}
        initial |= kwargs.pop("initial", None) or {}
        super().__init__(*args, instance=instance, initial=initial, **kwargs)
        if slug := self.fields.get("slug"):  # it cannot be changed later
            slug.required = False
            slug.help_text = _(
                "The last part of the address, such as projects-agreed. Leave it empty to have it made from the title."
            )
        for name in self.fields.keys() & ONE_LANGUAGE_SUFFICES:  # the page says so once
            self.fields[name].says_optional = False

    def clean_slug(self):
        return self.cleaned_data["slug"].lower()

    def clean(self):
        super().clean()
        self.want_one_language()
        if self.cleaned_data.get("new_picture"):  # the present one counts, unless it is to go
            for name in ("picture_alt_de", "picture_alt_en"):
                if not self.cleaned_data.get(name) and name not in self.errors:
                    self.add_error(name, _("Say in both languages what the picture shows."))

    def want_one_language(self):
        """The error stands at the first field that is empty in the language that was begun, in German else."""
        empty = [
            [name for name in names if not self.cleaned_data.get(name)]
            for names in (IN_GERMAN, IN_ENGLISH)
        ]
        fewest = min(empty, key=len)
        if fewest and not self.errors.keys() & set(fewest):
            self.add_error(fewest[0], NEWS_IN_ONE_LANGUAGE)

    def words(self):
        """What was typed, without the picture."""
        return {name: value for name, value in self.cleaned_data.items() if name != "new_picture"}

    @property
    def picture(self):
        return self.cleaned_data["new_picture"] if "new_picture" in self.changed_data else None


class PublishForm(PlainWords, forms.Form):
    on = forms.DateField(
        label=_("Published on"),
        help_text=_("A later day is possible: then the portal shows it from that day on."),
        widget=DayInput,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, initial={"on": clock.today()}, **kwargs)
