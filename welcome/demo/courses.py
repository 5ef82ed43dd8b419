"""What happens to an application of the demonstration: submitted once, then one course per package."""

from dataclasses import dataclass
from datetime import datetime, time

from corridor import clock, demo
from corridor.accounts.demo import person
from startups.demo import startup_of
from welcome import actions
from welcome.choices import DecisionKind, DocumentKind, SanctionsResult, StaffRole
from welcome.demo import later, reviews, use
from welcome.demo.answers import aid, begun_plan, early_answers, late_answers
from welcome.demo.authorities import staff
from welcome.demo.conflicts import declare
from welcome.demo.papers import certificate, deck, shareholders
from welcome.models import Case, Package
from welcome.sections import needs_aid, required_kinds

CHORES = time(0, 5)  # when housekeeping finds that a day has come


@dataclass(frozen=True)
class Ruling:
    """What an officer proposes; `quantities` by English title, None for the whole package."""

    kind: DecisionKind
    reasons_de: str
    reasons_en: str
    conditions_de: str = ""
    conditions_en: str = ""
    quantities: dict | None = None


@dataclass(frozen=True)
class Course:
    """One case: its steps as "07-11 09:20 take", all in 2024, and the proposals in their order.

    `people` counts from 0: which officer and which signatory of the authority. The days on which a decision
    counts as notified and becomes final follow from the retrieval.
    """

    package: str
    steps: tuple = ()
    rulings: tuple = ()
    people: tuple = (0, 0)


@dataclass(frozen=True)
class Request:
    """One application; without `submitted` it stays a draft that holds the first sections alone."""

    startup: str
    begun: str
    role: str
    address: str
    customers: str
    courses: tuple
    submitted: str = ""
    goals: str = ""
    settles: str = "yes"
    arrives_on: str = ""
    jobs: int = 0
    founder_on_site: str = "yes"
    aid: tuple = ()
    phone: str = "+49 221 4710-300"

    @property
    def packages(self):
        return [course.package for course in self.courses]

    @property
    def email(self):
        return f"founder@{self.startup}.example"


def application(request: Request):
    """The founder's part: begin, answer, attach, submit."""
    yield demo.moment(f"2024-{request.begun}")
    founder, startup = person(request.email), startup_of(request.startup)
    packages = [Package.objects.get(slug=slug) for slug in request.packages]
    draft = actions.begin_application(startup=startup, packages=packages, by=founder)
    save(draft, founder, **early_answers(request, startup, founder))
    if not request.submitted:
        save(draft, founder, **begun_plan(request))
        if request.aid:
            save(draft, founder, aid=aid(request))
        attach(draft, [DocumentKind.PITCH_DECK], request, startup)
        return
    yield demo.moment(f"2024-{request.submitted}")
    with_aid = needs_aid(draft)
    save(draft, founder, **late_answers(request, startup, founder, packages, with_aid=with_aid))
    attach(draft, sorted(required_kinds(draft)), request, startup)
    actions.submit(application=draft, by=founder)


def attach(draft, kinds, request, startup):
    founder = person(request.email)
    for kind in kinds:
        actions.attach(
            application=draft, kind=kind, document=paper(kind, request, startup), by=founder
        )


def save(draft, founder, **sections):
    for section, answers in sections.items():
        actions.save_section(application=draft, section=section, answers=answers, by=founder)


def paper(kind, request, startup):
    if kind == DocumentKind.PITCH_DECK:
        return deck(
            startup, goals=request.goals, customers=request.customers, by=person(request.email)
        )
    sheet = shareholders if kind == DocumentKind.SHAREHOLDERS else certificate
    return sheet(startup, by=person(request.email))


def case(request: Request, course: Course):
    """The authority's part, and the founder's answers to it."""
    proposals = iter(course.rulings)
    for line in course.steps:
        day, clock_time, verb, *note = line.split(maxsplit=3)
        yield demo.moment(f"2024-{day} {clock_time}")
        found = case_of(request, course)
        ruling = next(proposals) if verb == "propose" else None
        take_step(found, verb, course, ruling=ruling, note="".join(note))
        if verb == "retrieve":
            yield from run_periods(found)


def case_of(request, course) -> Case:
    found = Case.objects.select_related("package__authority")
    return found.filter(package__slug=course.package).get(startup=startup_of(request.startup))


# What the officer alone does with a note.
BY_OFFICER = {**reviews.STEPS, **later.STEPS}


def take_step(case, verb, course, *, ruling, note):
    authority = case.package.authority.slug
    officer = person(staff(authority, StaffRole.OFFICER)[course.people[0]])
    signatory = person(staff(authority, StaffRole.SIGNATORY)[course.people[1]])
    founder = case.startup.memberships.earliest("since").user
    declare(case, signatory if verb in {"sign", "return_proposal"} else officer)
    match verb:
        case "propose":
            propose(case, ruling, officer)
        case "sign":
            actions.sign(case=case, by=signatory)
        case "return_proposal":
            actions.return_proposal(case=case, note=note, by=signatory)
        case "retrieve":
            actions.retrieve_notice(case=case, by=founder)
        case "withdraw":
            actions.withdraw(case=case, by=founder)
        case verb if verb in BY_OFFICER:
            BY_OFFICER[verb](case, note, officer)
        case verb if verb in use.STEPS:
            use.take(verb, case, note, founder, officer)
        case _:
            getattr(actions, verb)(case=case, by=officer)


def propose(case, ruling, officer):
    if ruling.kind == DecisionKind.GRANT:
        actions.record_sanctions_check(
            case=case,
            checked_on=clock.today(),
            list_name="EU Consolidated Financial Sanctions List",
            result=SanctionsResult.CLEAR,
            by=officer,
        )
    texts = ("kind", "reasons_de", "reasons_en", "conditions_de", "conditions_en")
    actions.propose(
        case=case,
        items=items(case, ruling),
        by=officer,
        **{name: getattr(ruling, name) for name in texts},
    )


def items(case, ruling) -> dict:
    if ruling.kind != DecisionKind.GRANT:
        return {}
    benefits = case.package.benefits.all()
    if ruling.quantities is None:
        return {benefit: benefit.quantity for benefit in benefits}
    return {benefit: ruling.quantities.get(benefit.title_en, 0) for benefit in benefits}


def run_periods(case):
    """What housekeeping does after a retrieval: notified on the next day, final when the court period is over."""
    delivery = case.released_decision.deliveries.get()
    if delivery.notified_on:
        yield datetime.combine(delivery.notified_on, CHORES, tzinfo=clock.BERLIN)
        actions.notify(case=case, by=None)
        yield datetime.combine(delivery.final_on, CHORES, tzinfo=clock.BERLIN)
        actions.finalise(case=case, by=None)
