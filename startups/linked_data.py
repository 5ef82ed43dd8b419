"""What a public profile tells machines: Schema.org. Never a person; no text in which somebody wrote an address."""

from django.conf import settings
from django.utils.translation import get_language

from startups.choices import Origin, RegistrationKind

COUNTRIES = {
    Origin.KARNATAKA: {"addressRegion": "Karnataka", "addressCountry": "IN"},
    Origin.DUESSELDORF: {"addressCountry": "DE"},
}
# These numbers have a property of their own; the others are named by their kind.
PROPERTIES = {
    RegistrationKind.UST_ID: "vatID",
    RegistrationKind.GSTIN: "taxID",
    RegistrationKind.LEI: "leiCode",
}


def organisation(startup, registrations) -> dict:
    """A published start-up as an Organization of Schema.org; what is not given is left out."""
    page = f"{settings.BASE_URL}{startup.get_absolute_url()}"
    said = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": told(startup.name),
        "legalName": told(startup.legal_name),
        "url": startup.website,
        "mainEntityOfPage": page,
        "logo": startup.logo_url,
        "foundingDate": startup.founded_on.isoformat(),
        "address": {
            "@type": "PostalAddress",
            "addressLocality": told(startup.city),
            **COUNTRIES[startup.origin],
        },
        # In the language of the page alone: machines are not told which one it is.
        "description": told(getattr(startup, f"one_liner_{get_language()[:2]}")),
        **numbers(registrations),
    }
    return {name: value for name, value in said.items() if value}


def told(text):
    """What somebody wrote, unless an address of mail may be written in it."""
    return "" if "@" in text else text


def numbers(registrations):
    own = {PROPERTIES[row.kind]: row.value for row in registrations if row.kind in PROPERTIES}
    others = [
        {"@type": "PropertyValue", "propertyID": row.get_kind_display(), "value": row.value}
        for row in registrations
        if row.kind not in PROPERTIES
    ]
    return {**own, "identifier": others}
