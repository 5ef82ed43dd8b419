"""What the addresses of the lists beside the directory say: partners, projects, openings."""

from django import forms
from django.db.models import Q, Value
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, FilterSet, MultipleChoiceFilter

from corridor.folding import Fold
from startups.choices import OpeningKind, Origin, PartnerKind, ProjectState, Sector
from startups.models import Opening, Partner, Project


def boxes(choices, label, **options):
    """Any number of choices, each with a box to tick."""
    return MultipleChoiceFilter(
        label=label,
        choices=choices.choices,
        widget=forms.CheckboxSelectMultiple,
        distinct=False,  # each row matches once
        **options,
    )


class PartnerFilter(FilterSet):
    """Sides of the corridor and kinds of organisations."""

    side = boxes(Origin, _("Side of the corridor"))
    kind = boxes(PartnerKind, _("Kind"))

    class Meta:
        model = Partner
        fields = ["side", "kind"]


class ProjectFilter(FilterSet):
    sector = boxes(Sector, _("Sector"))
    state = boxes(ProjectState, _("State"))

    class Meta:
        model = Project
        fields = ["sector", "state"]


class OpeningFilter(FilterSet):
    """Kinds of openings; sector and side are those of whoever offers them."""

    kind = boxes(OpeningKind, _("Kind"))
    sector = boxes(Sector, _("Sector"), method="by_sector")
    side = boxes(Origin, _("Side of the corridor"), method="by_side")
    city = CharFilter(label=_("Place"), method="by_city", max_length=80)

    class Meta:
        model = Opening
        fields = ["kind", "sector", "side", "city"]

    def by_sector(self, rows, name, values):
        return rows.filter(Q(startup__sector__in=values) | Q(partner__sectors__overlap=values))

    def by_side(self, rows, name, values):
        return rows.filter(Q(startup__origin__in=values) | Q(partner__side__in=values))

    def by_city(self, rows, name, text):
        """However its umlauts and accents are written."""
        return rows.alias(place=Fold("city")).filter(place__contains=Fold(Value(text)))
