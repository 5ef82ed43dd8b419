"""Several decisions at once: a page that says what will be signed or released, then each by itself, with its result.

Nothing is decided here: somebody proposed each decision, and whoever signs has opened each of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.actions import Refused
from startups.models import Membership
from welcome import actions
from welcome.admin.inbox import as_uuid, chosen
from welcome.choices import CaseState, ConflictAnswer, DecisionKind, StaffRole
from welcome.exceptions import (
    DecidedInConflict,
    FourEyes,
    HeldBack,
    NotDeclared,
    NotOfThisAuthority,
    NotOpened,
    OtherProposal,
    WrongState,
)
from welcome.models import Authority, Case, CaseAccess, ConflictDeclaration, Decision, Package


@dataclass(frozen=True)
class Batch:
    """What is done to several cases: `action` to each of them, by people of one role, from one state."""

    name: str
    action: Callable
    role: StaffRole
    state: CaseState
    title: str
    says: str
    button: str
    done: str


SIGN = Batch(
    "sign_several",
    actions.sign_opened,
    StaffRole.SIGNATORY,
    CaseState.PROPOSED,
    _("Sign several proposals"),
    _(
        "You sign each of these proposals. You have opened every one of them since it was made. Each is checked "
        "again; one that can’t be signed holds up no other. Nothing reaches the applicants before the release."
    ),
    _("Sign these decisions"),
    _("Signed"),
)
RELEASE = Batch(
    "release_several",
    actions.release,
    StaffRole.OFFICER,
    CaseState.SIGNED,
    _("Release several notices"),
    _(
        "Each notice is checked again and released; the owners of each start-up get a mail. One that can’t be "
        "released holds up no other. A release cannot be taken back."
    ),
    _("Release these notices"),
    _("Released"),
)
BATCHES = {batch.name: batch for batch in (SIGN, RELEASE)}


@dataclass
class Sum:
    """What these awards take of one package, beside everything else that is signed; money in EUR."""

    package: Package
    budget: Decimal
    places: int
    value: Decimal = Decimal(0)
    awards: int = 0

    @property
    def is_over(self):
        return self.value > self.budget or self.awards > self.places


def several(request, model_admin, batch: Batch):
    """The page before, and by its button the page after."""
    cases = chosen(request, model_admin.get_queryset(request))
    if not cases:
        raise Http404
    decisions = open_decisions(cases)
    if "apply" in request.POST:
        context = {"results": results(request, batch, cases, decisions)}
    else:
        context = before(request.user, batch, cases, decisions)
    context |= {
        **model_admin.admin_site.each_context(request),
        "title": batch.title,
        "opts": model_admin.opts,
        "batch": batch,
    }
    name = "batch_done" if "apply" in request.POST else "batch"
    return TemplateResponse(request, f"admin/welcome/case/{name}.html", context)


def open_decisions(cases: list[Case]) -> dict:
    found = Decision.objects.filter(
        case__in=cases, ended_at=None, released_at=None, proposed_at__isnull=False
    )
    return {each.case_id: each for each in found.select_related("proposed_by")}


def before(user: User, batch: Batch, cases: list[Case], decisions: dict) -> dict:
    """What would happen: the cases with their decisions, the sums, and the cases that stay as they are."""
    obstacle = obstacles(user, batch, cases, decisions)
    refused = [(case, reason) for case in cases if (reason := obstacle(case))]
    left = {case.pk for case, _reason in refused}
    possible = [(case, decisions[case.pk]) for case in cases if case.pk not in left]
    return {"possible": possible, "impossible": refused, "sums": sums(possible)}


def results(request, batch: Batch, cases: list[Case], decisions: dict) -> list[tuple]:
    """Each case by itself: what happened to it, and whether that is what was asked for."""
    read = set(filter(None, map(as_uuid, request.POST.getlist("decision"))))
    found = []
    for case in cases:
        decision = decisions.get(case.pk)
        try:
            if decision is None:
                raise WrongState
            if decision.pk not in read:
                raise OtherProposal
            batch.action(case=case, by=request.user, read=decision)
        except Refused as refused:
            found.append((case, decision, refused.message))
        else:
            found.append((case, decision, ""))
    return found


def obstacles(user: User, batch: Batch, cases: list[Case], decisions: dict):
    """A function that says why a case can't be among them; a fixed number of queries. Its action asks it all again."""
    of_person = obstacles_of_person(user, batch, cases)
    conflicts = interests(cases)
    looks = CaseAccess.objects.filter(by=user, decision__in=decisions.values())
    looked = set(looks.values_list("decision", flat=True))

    def of_decision(case, decision):
        if {(case.pk, decision.proposed_by_id), (case.pk, decision.signed_by_id)} & conflicts:
            return DecidedInConflict.message
        if batch is SIGN and decision.proposed_by_id == user.pk:
            return FourEyes.message
        if batch is RELEASE and decision.is_held_back:
            return HeldBack(decision.held_until).message
        return NotOpened.message if batch is SIGN and decision.pk not in looked else ""

    def obstacle(case):
        if reason := of_person(case):
            return reason
        if case.state != batch.state or case.pk not in decisions:
            return WrongState.message
        return of_decision(case, decisions[case.pk])

    return obstacle


def interests(cases: list[Case]) -> set[tuple]:
    """Each case with each person who declared a conflict there or belongs to the start-up, by their keys."""
    keys = [case.pk for case in cases]
    said = ConflictDeclaration.objects.filter(case__in=keys, answer=ConflictAnswer.CONFLICT)
    people = Membership.objects.filter(startup__cases__in=keys)
    return {*said.values_list("case", "user"), *people.values_list("startup__cases", "user")}


def obstacles_of_person(user, batch, cases):
    """A function that says why this person can't act on a case, whatever its state."""
    authorities = set(Authority.objects.of(user, batch.role).values_list("pk", flat=True))
    opened = Case.objects.open_to_staff(user).filter(pk__in=[case.pk for case in cases])
    declared = set(opened.values_list("pk", flat=True))

    def obstacle(case):
        if case.package.authority_id not in authorities:
            return NotOfThisAuthority.message
        return "" if case.pk in declared else NotDeclared.message

    return obstacle


def sums(possible: list[tuple[Case, Decision]]) -> list[Sum]:
    """For each package what its awards among these take, against what is left without them."""
    granted = [
        (case, decision) for case, decision in possible if decision.kind == DecisionKind.GRANT
    ]
    found = {
        case.package_id: Sum(case.package, case.package.budget, case.package.places)
        for case, _decision in granted
    }
    bound = Decision.objects.counting_awards().filter(case__package__in=found)
    bound = bound.exclude(pk__in=[decision.pk for _case, decision in granted])
    for package, counts, kept in bound.values_list("case__package", "counts", "kept"):
        found[package].budget -= counts
        found[package].places -= kept is None
    for case, decision in granted:
        found[case.package_id].value += decision.value
        found[case.package_id].awards += 1
    return list(found.values())
