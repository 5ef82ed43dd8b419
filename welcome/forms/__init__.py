from welcome.forms.aid import AidForm, AidLineForm, AidLines
from welcome.forms.base import SectionForm
from welcome.forms.check import CheckForm
from welcome.forms.declarations import DeclarationsForm
from welcome.forms.packages import BeginForm, PackagesForm
from welcome.forms.parts import part_form
from welcome.forms.sections import CompanyForm, PlanForm, ProductForm, TeamForm
from welcome.sections import Section

# The form of each shared section, by its slug.
SECTION_FORMS = {
    "company": CompanyForm,
    "team": TeamForm,
    "product": ProductForm,
    "plan": PlanForm,
    "aid": AidForm,
    "declarations": DeclarationsForm,
}


def form_of(section: Section) -> type[SectionForm] | None:
    """The form of any section, a package's own included; None for packages and documents."""
    return part_form(section) if section.terms else SECTION_FORMS.get(section.slug)


__all__ = [
    "SECTION_FORMS",
    "AidForm",
    "AidLineForm",
    "AidLines",
    "BeginForm",
    "CheckForm",
    "CompanyForm",
    "DeclarationsForm",
    "PackagesForm",
    "PlanForm",
    "ProductForm",
    "SectionForm",
    "TeamForm",
    "form_of",
]
