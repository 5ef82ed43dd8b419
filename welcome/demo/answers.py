"""What the founders of the demonstration answer, section by section."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import override

from startups.choices import Origin
from startups.models import Startup
from welcome.choices import QuestionKind
from welcome.declarations import CURRENT
from welcome.models import Package
from welcome.sections import own_slug

# From the first day on site to the register.
UNTIL_FOUNDED = timedelta(days=120)
SAID = {QuestionKind.YES_NO: "no", QuestionKind.NUMBER: 2}
IN_WORDS = {
    Origin.KARNATAKA: "Düsseldorf, close to our first partners and half an hour from the fair grounds.",
    Origin.DUESSELDORF: "Two manufacturers in Peenya, and the institute in Bengaluru that tests for them.",
}


def early_answers(request, startup: Startup, founder) -> dict:
    words = startup.description_en or startup.description_de
    company = {
        "contact_name": founder.name,
        "contact_role": request.role,
        "phone": request.phone,
        "address": request.address,
    }
    product = {"product": words, "stage": startup.stage, "customers": request.customers}
    return {"company": company, "product": product}


def begun_plan(request) -> dict:
    """As far as a founder comes on the first evening."""
    return {"plan": {"goals": request.goals, "settles": request.settles}}


def late_answers(request, startup, founder, packages, *, with_aid: bool) -> dict:
    found = {
        "team": team(request, startup, founder),
        "plan": plan(request),
        **{own_slug(package): wishes(package) for package in packages},
        "declarations": declarations(with_aid),
    }
    return found | {"aid": aid(request)} if with_aid else found


def team(request, startup, founder) -> dict:
    return {
        "founders": f"{founder.name}, {request.role}",
        "team_size": startup.team_size,
        "skills": "",
    }


def plan(request) -> dict:
    names = ("goals", "settles", "arrives_on", "jobs", "founder_on_site")
    start = date.fromisoformat(request.arrives_on)
    founds_on = start + UNTIL_FOUNDED
    steps = [
        f"{month(start)}: the first of us on site, talks with our first partners",
        f"{month(start + UNTIL_FOUNDED / 2)}: first pilot agreed",
    ]
    if request.settles == "yes":
        steps.append(f"{month(founds_on)}: company founded and in the register")
    return {
        **{name: getattr(request, name) for name in names},
        "milestones": "\n".join(steps),
        "founds_on": founds_on.isoformat() if request.settles == "yes" else None,
    }


def month(day):
    with override("en"):
        return date_format(day, "F Y")


def wishes(package: Package) -> dict:
    """All of what a package offers, and an answer to what it asks."""
    said = {**SAID, QuestionKind.TEXT: IN_WORDS[package.origins[0]]}
    asked = {f"question-{each.pk}": said[each.kind] for each in package.questions.all()}
    return {"benefits": [str(benefit.pk) for benefit in package.benefits.all()], **asked}


def aid(request) -> dict:
    """Each aid as (authority, day, amount), and the linked company if it was not the start-up's own."""
    names = ("authority", "granted_on", "amount", "company")
    lines = [dict(zip(names, line, strict=False)) for line in request.aid]
    return {"received": "yes" if lines else "no", "lines": lines}


def declarations(with_aid) -> dict:
    names = ["correct", "solvent", "not_begun", *(["electronic_notice"] if with_aid else [])]
    return dict.fromkeys(names, True) | {"version": CURRENT}
