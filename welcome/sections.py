"""The sections of an application: which there are, when one applies, what is missing in it.

Most are shared by all packages. Each package has a section of its own besides: the benefits wished, and what the
package itself asks. An authority sees the shared ones and those of its own packages.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.dateparse import parse_date
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from corridor import clock
from welcome import declarations
from welcome.aid import gaps_in
from welcome.models import Application, Authority, Terms
from welcome.models.packages import BENEFITS, own_slug


class Status(TextChoices):
    NOT_STARTED = "not_started", _("Not started")
    IN_PROGRESS = "in_progress", _("In progress")
    COMPLETE = "complete", _("Complete")


# What has to be answered before the application is submitted; every other question is optional.
ASKED = {
    "company": ("contact_name", "contact_role", "phone", "address"),
    "team": ("founders", "team_size"),
    "product": ("product", "stage"),
    "plan": ("goals", "milestones", "settles", "arrives_on", "jobs", "founder_on_site"),
    "aid": ("received",),
}

# What binds the start-up is said by those who may submit.
OWNERS_ONLY = frozenset({"declarations"})

# Days of the plan, which lie ahead as long as nothing has begun.
PLANNED = ("arrives_on", "founds_on")


def always(application):
    return True


def needs_aid(application):
    """Only acts of the state are de-minimis aid."""
    return any(package.authority.issues_acts for package in application.packages.all())


def required_kinds(application) -> set:
    """The documents that the chosen packages ask for together, or did when the application came in."""
    asking = application.packages.all() if application.is_draft else application.terms
    return {kind for each in asking for kind in each.required_documents}


def missing_packages(application):
    return [] if application.packages.all() else ["packages"]


def missing_documents(application):
    present = {attachment.kind for attachment in application.attachments.all()}
    return sorted(required_kinds(application) - present)


def missing_in_plan(application):
    """A day of foundation belongs to whoever intends to found; a planned day that has passed is none any more."""
    answers = application.answers.get("plan", {})
    names = [*ASKED["plan"], *(["founds_on"] if answers.get("settles") == "yes" else [])]
    return [
        name
        for name in names
        if is_blank(answers.get(name)) or (name in PLANNED and not is_ahead(answers[name]))
    ]


def is_ahead(day):
    """Whether a day of the answers is still to come."""
    return bool(day) and parse_date(day) > clock.today()


def missing_in_aid(application):
    """“Yes” names the aid, “no” names none; what was named is complete."""
    answers = application.answers.get("aid", {})
    received, lines = answers.get("received"), answers.get("lines", [])
    if received != ("yes" if lines else "no"):
        return ["received"]
    return ["lines"] if any(map(gaps_in, lines)) else []


def missing_declarations(application):
    """A consent that the chosen packages ask for was not in the form when they were chosen later."""
    declared = application.answers.get("declarations", {})
    asked = [each.name for each in declarations.asked_of(with_acts=needs_aid(application))]
    if declared.get("version") != declarations.CURRENT:
        return asked
    return [name for name in asked if not declared.get(name)]


def is_blank(value):
    """Whether an answer says nothing; 0 does say something."""
    return value is None or value in ("", [])


@dataclass(frozen=True)
class Section:
    """One section: `slug` in the address and in the answers; `lacks` names what is missing in an application.

    A package's own section knows its `terms`, which say what the package offers and asks.
    """

    slug: str
    title: str
    lacks: Callable | None = None
    applies: Callable = always
    terms: Terms | None = None

    def missing(self, application) -> list[str]:
        """The names of the answers that a submission still needs."""
        if not self.applies(application):
            return []
        if self.lacks:
            return self.lacks(application)
        answers = application.answers.get(self.slug, {})
        return [name for name in self.asked if is_blank(answers.get(name))]

    @property
    def asked(self):
        if self.terms:
            wished = [BENEFITS] if self.terms.offers else []
            return wished + [each.name for each in self.terms.asked if each.is_required]
        return ASKED.get(self.slug, ())

    def is_complete(self, application) -> bool:
        return self.status(application) == Status.COMPLETE

    def status(self, application) -> Status:
        is_begun = not self.answers_kept or self.slug in application.answers
        if is_begun and not self.missing(application):
            return Status.COMPLETE
        return Status.IN_PROGRESS if self.is_begun(application) else Status.NOT_STARTED

    @property
    def answers_kept(self):
        """Packages and documents are rows of their own; all other sections are kept as answers."""
        return self.slug not in ("packages", "documents")

    def is_begun(self, application):
        if self.slug == "documents":
            return bool(application.attachments.all())
        answers = application.answers.get(self.slug, {})
        return any(not is_blank(value) and value is not False for value in answers.values())


BEFORE = (
    Section("packages", _("Packages you apply for"), missing_packages),
    Section("company", _("Company and contact")),
    Section("team", _("Founders and team")),
    Section("product", _("Product and stage")),
    Section("plan", _("Your plan on the other side"), missing_in_plan),
)
AFTER = (
    Section("aid", _("State aid"), missing_in_aid, applies=needs_aid),
    Section("documents", _("Documents"), missing_documents),
    Section("declarations", _("Declarations"), missing_declarations),
)
# What is asked once, whichever packages are chosen.
SECTIONS = (*BEFORE, *AFTER)


def sections_of(application) -> list[Section]:
    """The sections that apply to this application, in their order."""
    found = (*BEFORE, *own_sections(application), *AFTER)
    return [section for section in found if section.applies(application)]


def read_by(authority: Authority, application) -> list[Section]:
    """The sections that concern an authority: shared ones, and those of its own packages."""
    return [
        section
        for section in sections_of(application)
        if (section.terms is None or section.terms.package.authority_id == authority.pk)
        and (section.slug != "aid" or authority.issues_acts)
    ]


def own_sections(application: Application) -> list[Section]:
    """One for each package: what it offers and asks now, or did when the application came in."""
    if application.is_draft:
        return [own_section(Terms.of(package)) for package in application.packages.all()]
    return [own_section(terms) for terms in application.terms]


def own_section(terms: Terms) -> Section:
    title = format_lazy(_("What you need: {package}"), package=terms)
    return Section(own_slug(terms.package), title, terms=terms)


def find(slug, application) -> Section | None:
    return next((section for section in sections_of(application) if section.slug == slug), None)
