"""A large case load: applications put together by chance, the same in every run, written in bulk.

The rows are those that the actions would have written, mail apart. What may be in the database is looked at
afterwards (soundness.py).
"""

from collections import Counter as Tally
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from corridor import clock, demo
from corridor.accounts.demo import ADMIN, person
from corridor.accounts.models import User
from startups.choices import Origin
from startups.demo.crowd import DOMAIN
from startups.models import Startup
from welcome import actions
from welcome.actions.applications import snapshot, terms_of
from welcome.choices import StaffRole
from welcome.demo import packages, sentences
from welcome.demo.answers import early_answers, late_answers
from welcome.demo.authorities import MEMBERS, staff
from welcome.demo.casefile import CaseFile, Rows, copy_of
from welcome.demo.courses import Request
from welcome.demo.papers import specimen
from welcome.demo.walks import ENDINGS, day_of, walk
from welcome.models import (
    AidLine,
    Application,
    Attachment,
    Case,
    Counter,
    Package,
    Revision,
    RevisionDocument,
)

# What a start-up of each side applies for: one of these, by chance.
CHOICES = {
    Origin.KARNATAKA: [
        *[[packages.DUESSELDORF_2023]] * 2,
        *[[packages.DUESSELDORF_2024]] * 2,
        [packages.DUESSELDORF_2024, packages.NRW],
        [packages.NRW],
    ],
    Origin.DUESSELDORF: [[packages.SOFT_LANDING], [packages.SOFT_LANDING], [packages.SUMMIT_2023]],
}
LAST_DAY = demo.DAY - timedelta(days=1)


@dataclass(frozen=True)
class Plan:
    """Who applies for what, and when."""

    startup: Startup
    founder: User
    packages: list[Package]
    submitted: datetime
    chance: Random


@demo.crowd("cases")
def fill_up(total: int) -> int:
    """Invent applications of the crowd's start-ups until there are `total` cases. Raises demo.NotEnough."""
    missing = max(0, total - Case.objects.count())
    plans = cut(all_plans(), missing)
    planned = sum(len(plan.packages) for plan in plans)
    if planned < missing:
        raise demo.NotEnough(
            f"{planned} more cases are possible, {missing} are wanted: each start-up applies once. "
            "Ask for more start-ups with --startups."
        )
    if plans:
        make_room(plans)
        write(sorted(plans, key=lambda plan: plan.submitted))
    return missing


def all_plans() -> list[Plan]:
    """A plan for every start-up of the crowd that is published and has not applied."""
    rows = Package.objects.select_related("authority").prefetch_related("benefits", "questions")
    offered = {package.slug: package for package in rows}
    idle = Startup.objects.published().filter(
        applications=None, memberships__user__email__endswith=DOMAIN
    )
    rows = idle.prefetch_related("memberships__user", "registrations").order_by("created_at", "pk")
    return [found for startup in rows if (found := plan(startup, offered))]


def plan(startup, offered) -> Plan | None:
    """What this start-up applies for; None when it came too late or may not."""
    chance = demo.chance("application", startup.slug)
    wanted = [offered[slug] for slug in chance.choice(CHOICES[startup.origin])]
    first = max(
        day_of(startup.created_at) + timedelta(days=1), *(package.opens_on for package in wanted)
    )
    last = min(LAST_DAY, *(package.closes_on for package in wanted))
    if first > last:
        return None
    day = first + timedelta(days=chance.randrange((last - first).days + 1))
    if any(package.obstacles(startup, day) for package in wanted):
        return None
    hour = time(chance.randint(6, 21), chance.randint(0, 59))
    submitted = datetime.combine(day, hour, tzinfo=clock.BERLIN)
    (membership,) = startup.memberships.all()
    return Plan(startup, membership.user, wanted, submitted, chance)


def cut(plans, cases) -> list[Plan]:
    """As many of the plans as make so many cases; the last one may lose a package."""
    found = []
    for candidate in plans:
        if cases <= 0:
            break
        found.append(Plan(**{**vars(candidate), "packages": candidate.packages[:cases]}))
        cases -= len(candidate.packages)
    return found


def make_room(plans):
    """A large world needs larger budgets: no award of it may pass them."""
    wanted = Tally(package.pk for plan in plans for package in plan.packages)
    for package in Package.objects.filter(pk__in=wanted).prefetch_related("benefits"):
        places = package.places + wanted[package.pk]
        budget = max(package.budget, package.value * places)
        kept = [{**line, "package_id": package.pk} for line in package.benefits.values()]
        actions.change_package(
            package=package, benefits=kept, places=places, budget=budget, by=person(ADMIN)
        )


def write(plans):
    writer = Writer()
    for found in plans:
        writer.apply(found)
    writer.rows.write()
    for counter in writer.counters.values():
        counter.save()


class Writer:
    """The rows of all plans, and what they share."""

    def __init__(self):
        self.rows = Rows()
        self.counters = {}
        self.terms = {}
        self.people = {email: person(email) for members in MEMBERS.values() for email in members}
        self.deck, self.notice = specimen("deck"), specimen("notice")

    def apply(self, plan: Plan):
        """The application as it was submitted, and its cases."""
        revision = self.submit(plan)
        for package in plan.packages:
            file = self.case_file(plan, package, revision)
            file.open()
            law = package.authority.law
            for step in walk(plan.chance, law, plan.submitted, file.ending):
                file.go(step)

    def submit(self, plan) -> Revision:
        request = invent_request(plan)
        with_aid = any(package.authority.issues_acts for package in plan.packages)
        early = early_answers(request, plan.startup, plan.founder)
        answers = early | late_answers(
            request, plan.startup, plan.founder, plan.packages, with_aid=with_aid
        )
        application = self.rows.add(
            Application(
                id=demo.uuid(plan.chance),
                startup=plan.startup,
                answers=answers,
                created_by=plan.founder,
                created_at=plan.submitted - timedelta(days=plan.chance.randint(0, 9), minutes=50),
                changed_at=plan.submitted,
                submitted_at=plan.submitted,
            )
        )
        for package in plan.packages:
            self.rows.add(Application.packages.through(application=application, package=package))
        return self.freeze(plan, application)

    def freeze(self, plan, application) -> Revision:
        revision = self.rows.add(
            Revision(
                application=application,
                number=1,
                answers=application.answers,
                profile=snapshot(plan.startup),
                submitted_by=plan.founder,
                submitted_at=plan.submitted,
            )
        )
        for kind in sorted(
            {kind for package in plan.packages for kind in package.required_documents}
        ):
            name = f"{plan.startup.slug} {kind}.pdf"
            document = self.rows.add(
                copy_of(self.deck, name=name, by=plan.founder, at=plan.submitted)
            )
            self.rows.add(Attachment(application=application, kind=kind, document=document))
            self.rows.add(RevisionDocument(revision=revision, kind=kind, document=document))
        for line in application.answers.get("aid", {}).get("lines", []):
            self.rows.add(AidLine(revision=revision, **line))
        return revision

    def case_file(self, plan, package, revision) -> CaseFile:
        case = Case(
            id=demo.uuid(plan.chance),
            reference=self.reference(package.authority, plan.submitted.year),
            application=revision.application,
            package=package,
            startup=plan.startup,
            terms=self.terms_of(package),
            revision=revision,
            submitted_at=plan.submitted,
            due_on=day_of(plan.submitted) + timedelta(days=package.decision_days),
        )
        officer, signatory = (
            self.people[plan.chance.choice(staff(package.authority.slug, role))]
            for role in (StaffRole.OFFICER, StaffRole.SIGNATORY)
        )
        return CaseFile(
            rows=self.rows,
            case=case,
            ending=plan.chance.choice(ENDINGS),
            chance=plan.chance,
            officer=officer,
            signatory=signatory,
            founder=plan.founder,
            specimen=self.notice,
        )

    def reference(self, authority, year) -> str:
        """The next number of the authority, whose counter stays locked until all is written."""
        key = authority.pk, year
        if key not in self.counters:
            locked = Counter.objects.select_for_update()
            self.counters[key], _created = locked.get_or_create(authority=authority, year=year)
        self.counters[key].last += 1
        return f"{authority.prefix}-{year}-{self.counters[key].last:04d}"

    def terms_of(self, package):
        if package.pk not in self.terms:
            self.terms[package.pk] = terms_of(package)
        return self.terms[package.pk]


def invent_request(plan) -> Request:
    chance = plan.chance
    number = chance.randint(1, 99)
    aid = [
        invent_aid(chance, plan.submitted.year)
        for _line in range(chance.choice([0, 0, 0, 0, 1, 2]))
    ]
    return Request(
        startup=plan.startup.slug,
        begun="",
        role=chance.choice(sentences.ROLES),
        address=f"{chance.choice(sentences.STREETS)} {number}\n{plan.startup.city}",
        customers=chance.choice(sentences.CUSTOMERS),
        goals=chance.choice(sentences.GOALS),
        settles=settles(plan),
        arrives_on=(day_of(plan.submitted) + timedelta(days=chance.randint(60, 200))).isoformat(),
        jobs=chance.randint(0, 20),
        founder_on_site=chance.choice(["yes", "yes", "yes", "no"]),
        aid=tuple(aid),
        courses=(),
    )


def settles(plan):
    """Nobody who does not want to asks for a package that is for settlers alone."""
    wanted = plan.chance.choice(["yes", "yes", "yes", "no"])
    return "yes" if any(package.for_settlers for package in plan.packages) else wanted


def invent_aid(chance, year):
    granted_on = date(year - chance.randint(1, 3), chance.randint(1, 12), chance.randint(1, 28))
    return (
        chance.choice(sentences.GIVERS),
        granted_on.isoformat(),
        f"{chance.randint(2, 90) * 1000}.00",
    )
