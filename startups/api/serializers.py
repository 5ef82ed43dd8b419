"""What each object of the open data says. Names of fields stay; new ones may be added.

Beside the day of publication nothing is here that the public page of the object does not show: no person, no field
for an email address. An opening is named by the id that its page has in its address, too.
"""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from startups.models import Milestone, Opening, Partner, Project, Registration, Startup


class Addresses(serializers.ModelSerializer):
    """The address of the object itself, and of its page in both languages."""

    api_url = serializers.SerializerMethodField(help_text=_("Where this object is found alone."))
    url_de = serializers.SerializerMethodField(help_text=_("The public page in German."))
    url_en = serializers.SerializerMethodField(help_text=_("The public page in English."))

    def get_api_url(self, thing) -> str:
        name = f"api_{thing._meta.model_name}"
        return f"{settings.BASE_URL}{reverse(name, args=[self.key_of(thing)])}"

    def get_url_de(self, thing) -> str:
        return page_of(thing, "de")

    def get_url_en(self, thing) -> str:
        return page_of(thing, "en")

    def key_of(self, thing):
        return thing.slug


def page_of(thing, language):
    """The page in one language: reversing once for each of five hundred rows is enough."""
    path = thing.get_absolute_url().removeprefix(f"/{get_language()}")
    return f"{settings.BASE_URL}/{language}{path}"


ADDRESSES = ["api_url", "url_de", "url_en"]


class RegistrationSerializer(serializers.ModelSerializer):
    number = serializers.CharField(
        source="value", read_only=True, help_text=_("The number in that register.")
    )

    class Meta:
        model = Registration
        fields = read_only_fields = ["kind", "number", "checked_on"]
        extra_kwargs = {
            "kind": {"help_text": _("The register.")},
            "checked_on": {
                "help_text": _("The day on which staff checked the number; null if nobody did.")
            },
        }


class StartupSerializer(Addresses):
    logo_url = serializers.SerializerMethodField(help_text=_("The logo, if there is one."))
    registrations = RegistrationSerializer(
        many=True, read_only=True, help_text=_("Numbers under which registers know the start-up.")
    )

    class Meta:
        model = Startup
        fields = read_only_fields = [
            "slug",
            "name",
            "legal_name",
            "origin",
            "city",
            "sector",
            "themes",
            "stage",
            "team_size",
            "founded_on",
            "website",
            "one_liner_de",
            "one_liner_en",
            "description_de",
            "description_en",
            "seeking",
            "offering",
            "registrations",
            "logo_url",
            "published_on",
            "confirmed_on",
            *ADDRESSES,
        ]
        extra_kwargs = {
            "slug": {"help_text": _("The name in addresses; it stays.")},
            "confirmed_on": {"help_text": _("When its people last said that everything holds.")},
        }

    def get_logo_url(self, startup) -> str | None:
        return startup.logo_url or None


class PartnerSerializer(Addresses):
    class Meta:
        model = Partner
        fields = read_only_fields = [
            "slug",
            "name",
            "kind",
            "side",
            "city",
            "website",
            "description_de",
            "description_en",
            "sectors",
            "themes",
            "offering",
            *ADDRESSES,
        ]
        extra_kwargs = {
            "slug": {"help_text": _("The name in addresses; it stays.")},
            "sectors": {"help_text": _("For start-ups of these sectors; empty means all.")},
        }


class MilestoneSerializer(serializers.ModelSerializer):
    class Meta:
        model = Milestone
        fields = read_only_fields = ["title_de", "title_en", "due_on", "done_on"]


class ProjectSerializer(Addresses):
    partners = serializers.SlugRelatedField(
        slug_field="slug",
        many=True,
        read_only=True,
        help_text=_("Public partners that work on it, by their “slug”."),
    )
    startups = serializers.SlugRelatedField(
        slug_field="slug",
        many=True,
        read_only=True,
        help_text=_("Published start-ups that work on it, by their “slug”."),
    )
    milestones = MilestoneSerializer(
        many=True, read_only=True, help_text=_("Its steps, the earliest first.")
    )

    class Meta:
        model = Project
        fields = read_only_fields = [
            "slug",
            "title_de",
            "title_en",
            "summary_de",
            "summary_en",
            "sector",
            "state",
            "starts_on",
            "ends_on",
            "partners",
            "startups",
            "milestones",
            *ADDRESSES,
        ]
        extra_kwargs = {"slug": {"help_text": _("The name in addresses; it stays.")}}


class OrganisationSerializer(serializers.Serializer):
    """Whoever offers an opening."""

    kind = serializers.SerializerMethodField(help_text=_("“startup” or “partner”."))
    slug = serializers.SlugField(read_only=True, help_text=_("Its “slug” in that list."))
    name = serializers.CharField(read_only=True, help_text=_("Its name."))

    def get_kind(self, organisation) -> str:
        return organisation._meta.model_name


class OpeningSerializer(Addresses):
    organisation = OrganisationSerializer(
        source="employer", read_only=True, help_text=_("Who offers it.")
    )

    class Meta:
        model = Opening
        fields = read_only_fields = [
            "id",
            "organisation",
            "kind",
            "title_de",
            "title_en",
            "text_de",
            "text_en",
            "city",
            "closes_on",
            *ADDRESSES,
        ]
        extra_kwargs = {
            "id": {"help_text": _("The name in addresses; it stays.")},
            "closes_on": {"help_text": _("The last day on which one can answer.")},
        }

    def key_of(self, opening):
        return opening.pk
