"""What people say when they register, change it, or ask for their link."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from corridor import clock
from corridor.accounts.models import User
from corridor.documents.pdf import undrawable
from corridor.forms import PlainWords
from corridor.mail.addresses import require_plain
from corridor.widgets import DayInput
from events.forms.fields import CountryField, PhoneField, name_alone
from events.models import Delegate

MOST_TOGETHER = 5
NAMES = ["salutation", "given_names", "surname", "badge_name"]
ONE_NAME = _("As in the passport. If it has only one name, write that here.")
NO_SURNAME = _("As in the passport. Leave it empty if the passport has none.")


def plain(email):
    """An address in lower case, as accounts have it. Raises ValidationError for one that could be several."""
    require_plain(email)
    return User.objects.normalize_email(email)


class Named(PlainWords, forms.ModelForm):
    """Names are kept exactly as they are written: one word, initials, any script."""

    class Meta:
        model = Delegate
        fields = ["given_names", "surname"]
        help_texts = {"given_names": ONE_NAME, "surname": NO_SURNAME}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("given_names", "surname"):
            self.fields[name].widget.attrs |= {"autocapitalize": "words", "spellcheck": "false"}
        for name in {"given_names", "surname", "badge_name"} & self.fields.keys():
            self.fields[name].validators.append(name_alone)
        if "email" in self.fields:
            self.fields["email"].required = True
            self.fields["email"].widget.attrs["autocomplete"] = "email"

    def clean_email(self):
        return plain(self.cleaned_data["email"])


class PersonForm(Named):
    """All that a person says of themselves; no model behind it, actions write.

    `address` is the one that is known already: it is shown, and changed by nobody who only holds a link. `startups`
    are those of whoever is signed in.
    """

    photo_consent = forms.BooleanField(
        label=_("Photographs and films that show me may be published."),
        required=False,
        help_text=_(
            "For reports about the event and the corridor. You may take part without it, and take it back here at any "
            "time."
        ),
    )

    class Meta(Named.Meta):
        fields = [
            *NAMES,
            "startup",
            "organisation",
            "job_title",
            "email",
            "phone",
            "nationality",
            "language",
            "emergency_name",
            "emergency_phone",
        ]
        field_classes = {
            "phone": PhoneField,
            "emergency_phone": PhoneField,
        }
        help_texts = Named.Meta.help_texts | {
            "badge_name": _("If people should call you by another name than the passport does."),
            "startup": _("Your registration is then shown with it."),
        }

    nationality = CountryField(label=_("Nationality"), required=False)

    def __init__(self, *args, address="", startups=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.address = address
        if address:
            del self.fields["email"]
        if startups:
            self.fields["startup"].queryset = startups
        else:
            del self.fields["startup"]
        self.order_fields(self._meta.fields)

    @classmethod
    def of(cls, delegate, *args, startups=None, **kwargs):
        """The form with what is known of somebody."""
        known = forms.model_to_dict(delegate, cls.Meta.fields)
        known["photo_consent"] = delegate.photo_consent_at is not None
        if startups and delegate.registered_at is None:
            known["startup"] = startups.first()
        return cls(*args, initial=known, address=delegate.email, startups=startups, **kwargs)

    @classmethod
    def of_account(cls, user, *args, startups, **kwargs):
        """The form for somebody who signed in, with what they said the last time, or what the portal knows."""
        last = user.delegates.order_by("-added_at").first()
        if last:
            last.photo_consent_at = None  # each event asks anew
            return cls.of(last, *args, startups=startups, **kwargs)
        given_names, _space, surname = user.name.rpartition(" ")
        startup = startups.first()
        known = {
            "given_names": given_names or surname,
            "surname": surname if given_names else "",
            "language": user.language,
            "startup": startup,
            "organisation": startup.name if startup else "",
        }
        return cls(*args, initial=known, address=user.email, startups=startups, **kwargs)

    def clean(self):
        """The name on the badge is one that the badge can show."""
        said = super().clean()
        passport = f"{said.get('given_names', '')} {said.get('surname', '')}"
        if signs := undrawable(said.get("badge_name") or passport):
            words = _(
                "The badge can’t show these signs: %(signs)s. Write the name with other letters here."
            )
            self.add_error("badge_name", words % {"signs": " ".join(signs)})
        return said

    def said(self, before=None):
        """The fields of a Delegate; a consent that was there before keeps its day."""
        fields = {
            name: self.cleaned_data[name] for name in self._meta.fields if name in self.fields
        }
        given = before.photo_consent_at if before else None
        fields["photo_consent_at"] = (
            (given or clock.now()) if self.cleaned_data["photo_consent"] else None
        )
        return fields

    def parts(self):
        """The fields under their headings."""
        return [
            (title, [self[name] for name in names if name in self.fields])
            for title, names in [
                (_("Your name"), NAMES),
                (_("Your work"), ["startup", "organisation", "job_title"]),
                (_("How we reach you"), ["email", "phone", "nationality", "language"]),
                (_("In an emergency"), ["emergency_name", "emergency_phone"]),
                (_("Photographs"), ["photo_consent"]),
            ]
        ]


class GuestForm(Named):
    """One of several people who come together: each completes the rest on their own page."""

    class Meta(Named.Meta):
        fields = ["given_names", "surname", "organisation", "job_title", "email", "language"]


class GuestsBase(forms.BaseFormSet):
    item_label = _("Person")
    # The address of whoever fills the forms in, where that is not one of them.
    own = ""

    def get_form_kwargs(self, index):
        # Whoever was added has to be filled in, or taken out again.
        return {"empty_permitted": False}

    def clean(self):
        seen = {self.own}
        for form in self.forms:
            email = form.cleaned_data.get("email")
            if email and email in seen:
                form.add_error("email", _("Each person needs an address of their own."))
            seen.add(email)


Guests = forms.formset_factory(
    GuestForm,
    formset=GuestsBase,
    extra=0,
    min_num=1,
    max_num=MOST_TOGETHER,
    absolute_max=MOST_TOGETHER,
    validate_max=True,
)


class CompanionsBase(GuestsBase):
    item_label = _("Companion")


# Beside whoever registers with a form of their own.
Companions = forms.formset_factory(
    GuestForm,
    formset=CompanionsBase,
    extra=0,
    max_num=MOST_TOGETHER - 1,
    absolute_max=MOST_TOGETHER - 1,
    validate_max=True,
)


class EmailForm(PlainWords, forms.Form):
    email = forms.EmailField(label=_("Email address"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs["autocomplete"] = "email"

    def clean_email(self):
        return plain(self.cleaned_data["email"])


class TravelForm(PlainWords, forms.ModelForm):
    """Asked once a place is confirmed."""

    class Meta:
        model = Delegate
        fields = ["arrives_on", "departs_on", "hotel"]
        labels = {
            "arrives_on": _("You arrive on"),
            "departs_on": _("You leave on"),
            "hotel": _("Where you stay"),
        }
        widgets = {"arrives_on": DayInput, "departs_on": DayInput}

    @classmethod
    def known(cls, delegate):
        return forms.model_to_dict(delegate, cls.Meta.fields)

    def clean(self):
        super().clean()
        first, last = self.cleaned_data.get("arrives_on"), self.cleaned_data.get("departs_on")
        if first and last and first > last:
            self.add_error("departs_on", _("One arrives before one leaves."))


class SessionsForm(forms.Form):
    """The sessions of an event, each a box to tick."""

    sessions = forms.ModelMultipleChoiceField(
        label=_("Sessions"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    # Asked only when there is a meeting at the time of a session.
    knowingly = forms.BooleanField(label=_("I know. Choose it all the same."), required=False)

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = list(rows)
        self.fields["sessions"].queryset = rows


def left_in_words(session):
    """How many places are left in a session, or that one would wait."""
    if session.places is None:
        return _("no booking needed")
    left = session.places - session.given
    if left > 0 and not session.in_line:
        return ngettext("%(left)s place left", "%(left)s places left", left) % {"left": left}
    return ngettext(
        "full: waiting list, %(waiting)s person before you",
        "full: waiting list, %(waiting)s people before you",
        session.in_line,
    ) % {"waiting": session.in_line}
