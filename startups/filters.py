from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django_filters import CharFilter, ChoiceFilter, FilterSet, MultipleChoiceFilter

from startups import choices, facets, search
from startups.models import Startup

SORTS = {
    "relevance": pgettext_lazy("order of a list", "Best match"),
    "name": pgettext_lazy("order of a list", "Name"),
    "newest": pgettext_lazy("order of a list", "Newest"),
}


WORDS = {"max_length": gettext_lazy("Use at most 100 letters: so far this searches for nothing.")}
UNKNOWN = {
    "invalid_choice": gettext_lazy(
        "One of these choices does not exist, so this filter was not used."
    )
}


class AnyOf(MultipleChoiceFilter):
    """Rows with any of the chosen values, as one condition that an index answers."""

    def __init__(self, label, values, lookup):
        super().__init__(label=label, choices=values.choices, error_messages=UNKNOWN)
        self.lookup = lookup

    def filter(self, rows, chosen):
        return rows.filter(**{self.lookup: chosen}) if chosen else rows


class StartupFilter(FilterSet):
    """What the directory's address says: words to search for, choices, an order. Nonsense is passed over."""

    q = CharFilter(
        label=gettext_lazy("Name, city or what they do"),
        method="later",
        max_length=100,
        error_messages=WORDS,
    )
    sector = AnyOf(gettext_lazy("Sector"), choices.Sector, "sector__in")
    theme = AnyOf(gettext_lazy("Theme"), choices.Theme, "themes__overlap")
    origin = AnyOf(gettext_lazy("Home of the start-up"), choices.Origin, "origin__in")
    stage = AnyOf(gettext_lazy("Stage"), choices.Stage, "stage__in")
    seeking = AnyOf(gettext_lazy("Looking for"), choices.Seeking, "seeking__overlap")
    offering = AnyOf(gettext_lazy("Offers"), choices.Offering, "offering__overlap")
    sort = ChoiceFilter(
        label=pgettext_lazy("of a list", "Order"),
        choices=[*SORTS.items()],
        method="later",
        widget=forms.HiddenInput,
    )

    class Meta:
        model = Startup
        fields = []

    def later(self, rows, name, value):
        """Words and order need what the choices left: `filter_queryset` comes to them last."""
        return rows

    def filter_queryset(self, rows):
        rows = super().filter_queryset(rows)
        if self.order == "relevance":
            return search.best_first(rows, self.text)
        if self.text:
            rows = rows.matching(self.text)
        return rows.newest_first() if self.order == "newest" else rows.by_name()

    @cached_property
    def keys(self):
        """The keys of what a search finds, the best first: mostly those that its choices were counted with."""
        keys = self.facets.keys_of(self.chosen)
        if keys is None:
            (keys,) = self.words.columns(super().filter_queryset(self.queryset))
        return keys

    def listed(self):
        """The rows of the directory in their order; the best of a search without searching again."""
        if self.order == "relevance":
            return search.in_order(self.queryset, self.keys)
        return self.qs

    def similar(self):
        """Where nothing is written like the words: start-ups whose names come near."""
        return search.similar(super().filter_queryset(self.queryset), self.text)

    @cached_property
    def said(self):
        """What the address says, without what is empty or means nothing."""
        self.form.full_clean()
        said = {name: value for name, value in self.form.cleaned_data.items() if value}
        if not search.words_of(said.get("q", "")):
            said.pop("q", None)
        return {name: once(value) for name, value in said.items()}

    @property
    def text(self):
        return self.said.get("q", "")

    @cached_property
    def words(self):
        return search.Search(self.text)

    @property
    def chosen(self):
        """{filter: values} of the choices alone."""
        return {name: values for name, values in self.said.items() if name in facets.COLUMNS}

    @property
    def order(self):
        usual = "relevance" if self.text else "name"
        asked = self.said.get("sort", usual)
        return asked if self.text or asked != "relevance" else usual

    def address(self, **changes):
        """The directory's address with what is said and some changes, in its one written form."""
        query = self.query(**changes)
        return f"{reverse('startups')}?{query}" if query else reverse("startups")

    def query(self, **changes):
        return urlencode(
            {name: value for name, value in (self.said | changes).items() if value}, doseq=True
        )

    def parts(self):
        """Everything that is said, in words, each with the address that says all but that."""
        if self.text:
            yield {"words": _("“%(words)s”") % {"words": self.text}, "url": self.address(q="")}
        for name, values in self.chosen.items():
            labels = dict(self.form.fields[name].choices)
            for value in values:
                rest = [other for other in values if other != value]
                words = f"{self.form.fields[name].label}: {labels[value]}"
                yield {"words": words, "url": self.address(**{name: rest})}

    def sorts(self):
        """The orders that the list can have."""
        for name, label in SORTS.items():
            if name != "relevance" or self.text:
                yield {
                    "label": label,
                    "url": self.address(sort=name),
                    "current": name == self.order,
                }

    @cached_property
    def facets(self):
        return facets.of_search(self.words) if self.text else facets.of_directory()

    @property
    def means_nothing(self):
        """Whether no start-up holds the words, whatever is chosen: perhaps they are spelled in another way."""
        return bool(self.text) and not self.facets.size

    @property
    def total(self):
        """How many there are, as far as lists count."""
        return len(self.keys) if self.text else self.facets.total(self.chosen)

    def groups(self):
        """The choices of each filter, with the number of start-ups that they would leave."""
        for name in facets.COLUMNS:
            field, chosen = self.form.fields[name], self.chosen.get(name, [])
            yield {
                "name": name,
                "label": field.label,
                "choices": [
                    (value, label, value in chosen, self.facets.number(name, value, self.chosen))
                    for value, label in field.choices
                ],
                "errors": self.form.errors.get(name),
            }

    def advice(self):
        """What to relax when nothing was found."""
        if self.text and self.chosen:
            return _("No start-up fits all of this. Use fewer words or take away a filter.")
        if self.text:
            return _("No start-up fits this search. Use fewer words or only their beginnings.")
        if self.chosen:
            return _("No start-up fits these filters. Take one away.")
        return _(
            "The directory is empty so far. Profiles appear here once an editor has looked at them."
        )


def once(value):
    """Choices as often as they count; a search that is kept has one written form."""
    return list(dict.fromkeys(value)) if isinstance(value, list) else value
