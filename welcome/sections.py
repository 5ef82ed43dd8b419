"""The sections of an application: which there are, when one applies, when it is complete."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

# The wording of the declarations; raise it when a text changes, so that a file shows which one was agreed to.
DECLARATIONS_VERSION = "2024-07"


def always(application):
    return True


def needs_aid(application):
    """Only acts of the state are de-minimis aid."""
    return any(package.authority.issues_acts for package in chosen(application))


def chosen(application):
    return application.packages.select_related("authority")


def required_kinds(application) -> set:
    """The documents that the chosen packages ask for together."""
    return {kind for package in application.packages.all() for kind in package.required_documents}


def has_packages(application):
    return application.packages.exists()


def has_documents(application):
    return required_kinds(application) <= {
        attachment.kind for attachment in application.attachments.all()
    }


def has_declared(application):
    """A consent that the chosen packages ask for was not in the form when they were chosen later."""
    declared = application.answers.get("declarations", {})
    return "correct" in declared and (not needs_aid(application) or "electronic_notice" in declared)


@dataclass(frozen=True)
class Section:
    """One section: `slug` in the address and in the answers, `applies` and `complete` asked with the application."""

    slug: str
    title: str
    complete: Callable | None = None
    applies: Callable = always

    def is_complete(self, application) -> bool:
        if not self.applies(application):
            return True
        if self.complete:
            return self.complete(application)
        return self.slug in application.answers


SECTIONS = (
    Section("packages", _("Packages you apply for"), complete=has_packages),
    Section("company", _("Company and contact")),
    Section("product", _("Product and stage")),
    Section("plan", _("Your plan on the other side")),
    Section("aid", _("State aid"), applies=needs_aid),
    Section("documents", _("Documents"), complete=has_documents, applies=required_kinds),
    Section("declarations", _("Declarations"), complete=has_declared),
)


def sections_of(application) -> list[Section]:
    """The sections that apply to this application, in their order."""
    return [section for section in SECTIONS if section.applies(application)]


def find(slug, application) -> Section | None:
    return next((section for section in sections_of(application) if section.slug == slug), None)
