from django import forms
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.forms import PlainWords
from welcome.eligibility import obstacles
from welcome.forms.base import version_of
from welcome.models import Package


class PackageChoice(forms.ModelMultipleChoiceField):
    def label_from_instance(self, package):
        return f"{package} ({package.authority})"


class PackagesForm(PlainWords, forms.Form):
    """Which packages to apply for, among those this start-up can have today."""

    packages = PackageChoice(
        label=_("Packages"), queryset=Package.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    # Of the list that was shown.
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, application, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["packages"].queryset = open_packages(application.startup)
        self.initial["packages"] = [package.pk for package in application.packages.all()]
        self.initial["version"] = version_of(application, "packages")


def open_packages(startup):
    """The packages a start-up can apply for today."""
    open_today = Package.objects.open_on(clock.today())
    candidates = open_today.for_origin(startup.origin).select_related("authority")
    possible = [
        package.pk for package, found in obstacles(startup, candidates).items() if not found
    ]
    return candidates.filter(pk__in=possible)


class BeginForm(PlainWords, forms.Form):
    """The first step: for which start-up, and which packages besides the one that was opened."""

    packages = PackageChoice(
        label=_("Packages"),
        queryset=Package.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("One application is enough. Each authority decides on its own package."),
    )

    def __init__(self, *args, startup, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["packages"].queryset = open_packages(startup)
