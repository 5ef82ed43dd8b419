from django import forms
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, FilterSet, MultipleChoiceFilter

from startups.choices import Origin, Sector
from startups.models import Startup


class StartupFilter(FilterSet):
    """What the directory's address says: words to search for, sectors, sides of the corridor."""

    q = CharFilter(label=_("Name, city or what they do"), method="search", max_length=100)
    sector = MultipleChoiceFilter(
        label=_("Sector"), choices=Sector.choices, widget=forms.CheckboxSelectMultiple
    )
    origin = MultipleChoiceFilter(
        label=_("Home of the start-up"), choices=Origin.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Startup
        fields = ["q", "sector", "origin"]

    def search(self, rows, name, text):
        return rows.matching(text)

    def advice(self):
        """What to relax when nothing was found."""
        used = set(self.form.changed_data)
        if "q" in used and len(used) > 1:
            return _("No start-up fits all of this. Use fewer words or take away a filter.")
        if "q" in used:
            return _("No start-up fits this search. Use fewer words or only their beginnings.")
        if used:
            return _(
                "No start-up fits these filters. Choose more sectors, or both sides of the corridor."
            )
        return _(
            "The directory is empty so far. Profiles appear here once an editor has looked at them."
        )
