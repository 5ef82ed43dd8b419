"""What a head of delegation fills in: days of travel, people of the list, and a wish for more places."""

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.forms import PlainWords, UploadField
from corridor.mail.addresses import require_plain
from corridor.widgets import DayInput
from events.forms.fields import name_alone
from events.imports.sheets import BYTES_LIMIT
from events.models import Delegate
from events.models.delegates import one_line


def of_delegate(name, **arguments):
    """The form field of a delegate's column, by somebody else than the delegate: browsers fill nothing in."""
    field = Delegate._meta.get_field(name).formfield(**arguments)
    field.widget.attrs["autocomplete"] = "off"
    return field


class GroupTravelForm(PlainWords, forms.Form):
    arrives_on = forms.DateField(
        label=_("The delegation arrives on"), required=False, widget=DayInput
    )
    departs_on = forms.DateField(label=_("It departs on"), required=False, widget=DayInput)


class EntryForm(PlainWords, forms.Form):
    """What a head says of somebody, by form or as a row of a list; everything else they say themselves."""

    salutation = of_delegate("salutation", label=_("Salutation"))
    given_names = of_delegate(
        "given_names",
        label=_("Given names"),
        help_text=_("As in the passport, with initials if it has them."),
        validators=[one_line, name_alone],
    )
    surname = of_delegate(
        "surname",
        label=_("Surname"),
        help_text=_("As in the passport. Leave it empty if the passport names none."),
        validators=[one_line, name_alone],
    )
    job_title = of_delegate("job_title", label=_("Function"), validators=[one_line])
    organisation = of_delegate("organisation", label=_("Organisation"), validators=[one_line])
    email = of_delegate(
        "email",
        label=_("Email address"),
        help_text=_("Their private link goes there. You can add it later."),
    )
    language = of_delegate("language", label=_("Language of the mails"), widget=forms.RadioSelect)

    def clean_email(self):
        """What is no address at all says so once; only then it is asked whether it could be several."""
        if email := self.cleaned_data["email"]:
            require_plain(email)
        return User.objects.normalize_email(email)


class PlacesForm(PlainWords, forms.Form):
    places = forms.IntegerField(label=_("Places in all"), min_value=1, max_value=10_000)
    because = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The event team reads it. At most 500 characters."),
    )


class ListForm(PlainWords, forms.Form):
    """A list, pasted or as a file."""

    text = forms.CharField(
        label=_("Paste the list"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Mark the cells in your spreadsheet, the headings included, and copy them."),
    )
    file = UploadField(
        label=_("Or choose a file"),
        accept=[".csv", ".txt", ".xlsx"],
        megabytes=BYTES_LIMIT // 1024**2,
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.says_optional = False  # one of the two is needed

    def clean(self):
        if "file" in self.errors:
            return self.cleaned_data
        if bool(self.cleaned_data.get("text", "").strip()) == bool(self.cleaned_data.get("file")):
            self.add_error("text", _("Paste a list or choose a file, one of the two."))
        return self.cleaned_data
