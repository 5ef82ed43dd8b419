"""The sections of a profile: what each holds, what it still lacks, and whether it changed since somebody read it."""

import json
from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext_lazy as _

from startups.choices import RegistrationKind


@dataclass(frozen=True)
class Gap:
    """What is missing while all its fields are empty; `needed` before an editor reads the profile."""

    words: str
    fields: tuple
    needed: bool = False

    def is_open(self, values) -> bool:
        return not any(values[name] for name in self.fields)


@dataclass(frozen=True)
class Section:
    """A part of the profile that is saved on its own; `slug` in the address, `gaps` in the order to name them."""

    slug: str
    title: str
    about: str
    fields: tuple
    gaps: tuple = ()

    def missing(self, values) -> list[Gap]:
        """Its open gaps. What helps is not named beside what is needed and would fill it."""
        found = [gap for gap in self.gaps if gap.is_open(values)]
        asked = {name for gap in found if gap.needed for name in gap.fields}
        return [gap for gap in found if gap.needed or not asked.intersection(gap.fields)]


NUMBERS = tuple(RegistrationKind.values)
SENTENCES = ("one_liner_de", "one_liner_en")
SECTIONS = (
    Section(
        "name",
        _("Name and register"),
        _("What the start-up is called, where it is at home, and how registers know it."),
        ("name", "legal_name", "origin", "city", "founded_on", *NUMBERS),
        (Gap(_("a registry number"), NUMBERS),),
    ),
    Section(
        "words",
        _("What you do"),
        _(
            "Write in German or English, best in both: then you are understood by whoever reads only one of them."
        ),
        (*SENTENCES, "description_de", "description_en"),
        (
            Gap(_("one sentence about what you do, in German or English"), SENTENCES, needed=True),
            Gap(_("the sentence in German"), SENTENCES[:1]),
            Gap(_("the sentence in English"), SENTENCES[1:]),
            Gap(_("the description in German"), ("description_de",)),
            Gap(_("the description in English"), ("description_en",)),
        ),
    ),
    Section(
        "market",
        _("Market and team"),
        _("By this the directory is filtered."),
        ("sector", "themes", "stage", "team_size"),
        (
            Gap(_("the stage"), ("stage",), needed=True),
            Gap(_("the size of the team"), ("team_size",), needed=True),
            Gap(_("the themes"), ("themes",)),
        ),
    ),
    Section(
        "exchange",
        _("What you seek and offer"),
        _("From this the portal finds whom you may want to meet."),
        ("seeking", "offering"),
        (
            Gap(_("what you are looking for"), ("seeking",)),
            Gap(_("what you offer"), ("offering",)),
        ),
    ),
    Section(
        "links",
        _("Logo and website"),
        _("How people recognise you, and where they read more."),
        ("logo", "website"),
        (Gap(_("the logo"), ("logo",)), Gap(_("the website"), ("website",))),
    ),
)


def find(slug) -> Section | None:
    return next((section for section in SECTIONS if section.slug == slug), None)


def values(startup) -> dict:
    """The profile by field as its people go on with it: what waits for an editor goes before what is public."""
    numbers = {row.kind: row.value for row in startup.registrations.all()}
    change = startup.changes.waiting().first()
    held = dict(change.fields) if change else {}
    numbers |= held.pop("registrations", {})
    names = [name for section in SECTIONS for name in section.fields if name not in NUMBERS]
    fields = {name: getattr(startup, name) for name in names}
    return {**fields, **dict.fromkeys(NUMBERS, ""), **numbers, **held}


def needed(startup) -> list[Gap]:
    """What must be there before an editor reads the profile: the action asks, and so do the pages."""
    now = values(startup)
    return [gap for section in SECTIONS for gap in section.missing(now) if gap.needed]


def stamp(section, values) -> str:
    """What a section holds, shortened: its form carries it, so that nobody overwrites what they have not read."""
    return " ".join(f"{name}:{digest(values[name])}" for name in section.fields)


def changed_since(seen, names, values) -> list[str]:
    """Those of the fields that hold something else than when `seen` was made."""
    known = dict(part.split(":", 1) for part in seen.split() if ":" in part)
    return [name for name in names if known.get(name) != digest(values[name])]


def digest(value) -> str:
    return sha256(json.dumps(value, default=str).encode()).hexdigest()[:12]
