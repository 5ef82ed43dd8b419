"""What staff can do with a case: the verbs of the table that have an action, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from welcome import versions
from welcome.actions.register import award_to_register
from welcome.actions.repayments import reclaiming
from welcome.checklist import Item
from welcome.choices import ADOPTABLE, CaseState, CheckState, DeliveryWay, StaffRole
from welcome.exceptions import OwnCase, WrongState
from welcome.models import Award, Case, CourtAction, Delivery, Extension


@dataclass(frozen=True)
class Verb:
    """A button: `says` what happens next, `done` what has happened; `asks` when it leads to a page of its own.

    One that is not `listed` stands where its matter is shown, not under what to do now. A `rare` one answers to
    something unusual: it is never the main button.
    """

    name: str
    label: str
    says: str
    done: str
    role: StaffRole = StaffRole.OFFICER
    asks: bool = False
    listed: bool = True
    rare: bool = False


# By importance: the first one that is possible is the main button.
TABLE = (
    Verb(
        "grant_extension",
        _("Give more time"),
        _("The applicant asks for more time to answer, until the day wished or another one."),
        _("The deadline is moved, and the applicant has been told by mail."),
        asks=True,
    ),
    Verb(
        "refuse_extension",
        _("Give no more time"),
        _("With a reason. At least two days are left to answer."),
        _("The wish is refused, and the applicant has been told by mail."),
        asks=True,
    ),
    Verb(
        "take",
        _("Take the case"),
        _("You become its case officer, and the completeness check begins."),
        _("The case is yours. The completeness check has begun."),
    ),
    Verb(
        "mark_items",
        _("Go through the checklist"),
        _(
            "Whether everything is there that the package asks for. What is missing is asked for next."
        ),
        _("What you found is noted."),
        asks=True,
    ),
    Verb(
        "begin_review",
        _("Begin the review"),
        _("The application is complete and admissible: the substantive review begins."),
        _("The substantive review has begun."),
    ),
    Verb(
        "adopt",
        _("Look at the newer version"),
        _("The applicant has changed something for another authority. Take it over, or leave it."),
        _("The case works on the newer version now."),
        asks=True,
    ),
    Verb(
        "propose",
        _("Propose a decision"),
        _("With reasons and benefit items. A second person signs it or returns it."),
        _("The decision is proposed. A signatory signs it or returns it."),
        asks=True,
    ),
    Verb(
        "ask_review",
        _("Ask for a review"),
        _(
            "Points with reasons and a recommendation. Nobody reads the others before their own is sent."
        ),
        _("The review is asked for."),
        asks=True,
    ),
    Verb(
        "put_on_waiting_list",
        _("Put on the waiting list"),
        _(
            "No place or money is left. Your deadline stands still, and the applicant is told by mail."
        ),
        _("The case is on the waiting list, and the applicant has been told by mail."),
    ),
    Verb(
        "call_from_waiting_list",
        _("Take from the waiting list"),
        _("A place or money became free: the review goes on, and the applicant is told by mail."),
        _("The review goes on, and the applicant has been told by mail."),
    ),
    Verb(
        "request_information",
        _("Ask for further information"),
        _(
            "The applicant can change the sections that you name. Your deadline stands still until then."
        ),
        _("The request is sent. The deadline for the decision stands still."),
        asks=True,
    ),
    Verb(
        "sign",
        _("Read and sign"),
        _("The whole proposal with its checks. Nothing reaches the applicant before the release."),
        _("The decision is signed. A case officer releases the notice."),
        role=StaffRole.SIGNATORY,
        asks=True,
    ),
    Verb(
        "return_proposal",
        _("Return with a note"),
        _("The proposal ends, and the case goes back to its case officer."),
        _("The proposal is returned to the case officer."),
        role=StaffRole.SIGNATORY,
        asks=True,
    ),
    Verb(
        "release",
        _("Release the notice"),
        _("The applicant gets a mail and can retrieve the notice for ten days."),
        _("The notice is released, and the applicant has been told by mail."),
        asks=True,
    ),
    Verb(
        "provide_again",
        _("Provide the notice again"),
        _("The applicant gets a new mail and ten more days."),
        _("The notice is provided again, and the applicant has been told by mail."),
    ),
    Verb(
        "send_by_post",
        _("Record the posting"),
        _("You have sent the notice by post, because it was not or could not be retrieved."),
        _("The posting is recorded."),
        asks=True,
    ),
    Verb(
        "record_receipt",
        _("Enter the proven receipt"),
        _("Post abroad counts as notified on the day on which you can prove its receipt."),
        _("The receipt is recorded. The period for court action runs from that day."),
        asks=True,
    ),
    Verb(
        "record_faulty_remedy",
        _("Record faulty information on remedies"),
        _("The information on legal remedies was missing or wrong: the period becomes one year."),
        _("The period for court action is one year now."),
        asks=True,
        rare=True,
    ),
    Verb(
        "reopen",
        _("Take the decision back"),
        _(
            "An error was found before the release: the decision ends, and a new proposal takes its place."
        ),
        _("The decision has ended. A new proposal takes its place."),
        asks=True,
    ),
    Verb(
        "hold_back",
        _("Hold the notice back"),
        _("Until a day that you name: it is not released together with others before."),
        _("The notice is held back."),
        asks=True,
        rare=True,
    ),
    Verb(
        "propose_revocation",
        _("Propose the revocation"),
        _("What is taken away from when on, what is to be repaid, and why. A second person signs."),
        _("The revocation is proposed. A signatory signs it or returns it."),
        asks=True,
    ),
    Verb(
        "leave_award",
        _("Leave the award as it is"),
        _("The hearing has shown no reason to revoke: the case goes back to where it was."),
        _("The award stays as it is, and the applicant has been told by mail."),
        asks=True,
        rare=True,
    ),
    Verb(
        "record_judgment",
        _("Record the outcome in court"),
        _("The court has decided, or the action was withdrawn. No date does this by itself."),
        _("The outcome is recorded, and the applicant has been told by mail."),
        asks=True,
    ),
    Verb(
        "close",
        _("Close the file"),
        _("Once nothing more is to be done on this case."),
        _("The file is closed."),
    ),
    Verb(
        "record_court_action",
        _("Record court action"),
        _("The court has told of an action against the decision: it does not become final."),
        _("The court action is recorded, and the applicant has been told by mail."),
        asks=True,
        rare=True,
    ),
    Verb(
        "hear",
        _("Consider a revocation"),
        _("The applicant is heard first (§ 28 VwVfG NRW). The award can’t be used meanwhile."),
        _("The hearing is open, and the applicant has been told by mail."),
        asks=True,
        rare=True,
    ),
    Verb(
        "record_sanctions_check",
        _("Record a look-up in the lists of sanctions"),
        _("An award is signed on a look-up that found nothing and is no older than 30 days."),
        _("The look-up is recorded."),
        asks=True,
        listed=False,
    ),
    Verb(
        "register_award",
        _("Note the entry in the register"),
        _("You have entered the award in the EU’s de-minimis register."),
        _("The entry in the register is noted."),
        asks=True,
        listed=False,
    ),
    Verb(
        "record_repayment",
        _("Record a payment"),
        _("The start-up has paid back what was reclaimed, or a part of it."),
        _("The payment is recorded."),
        asks=True,
        listed=False,
    ),
    Verb(
        "assign",
        _("Give the case to a colleague"),
        _(
            "The colleague becomes its case officer and gets a mail without the content of the case."
        ),
        _("The case has its new case officer."),
        asks=True,
        listed=False,
    ),
    Verb(
        "write_to_applicant",
        _("Send the message"),
        _("Everybody in the start-up reads it and gets a mail without its text."),
        _("The message is sent."),
        asks=True,
        listed=False,
    ),
    Verb(
        "enter_letter",
        _("Enter a letter"),
        _("What the start-up sends on paper counts from the day on which it arrived."),
        _("The letter is entered."),
        asks=True,
        listed=False,
    ),
    Verb(
        "enter_wish",
        _("Enter a wish from a letter"),
        _("A letter asks for a benefit. You then agree to it or refuse it, like any other wish."),
        _("The wish is entered. It waits for its answer."),
        asks=True,
        listed=False,
    ),
    Verb(
        "put_aside",
        _("Needs no answer"),
        _("What the applicant wrote no longer waits for an answer."),
        _("The messages no longer wait for an answer."),
        asks=True,
        listed=False,
    ),
)
VERBS = {verb.name: verb for verb in TABLE}


def waits_for_time(case: Case) -> bool:
    """Whether the applicant waits to hear about more time."""
    return Extension.objects.waiting().filter(request__case=case).exists()


def latest_delivery(case: Case) -> Delivery | None:
    return Delivery.objects.of_latest_notice(case).order_by("pk").last()


def can_be_posted(case: Case) -> bool:
    """Whether a notice was not retrieved in time, or could not be provided in the portal at all."""
    if case.state != CaseState.RELEASED:
        return False
    delivery = latest_delivery(case)
    return delivery is None or delivery.is_missed


def waits_for_receipt(case: Case) -> bool:
    delivery = latest_delivery(case) if case.state == CaseState.RELEASED else None
    return delivery is not None and delivery.way == DeliveryWay.ABROAD and not delivery.received_on


def runs_to_finality(case: Case) -> bool:
    """Whether a period for court action runs that could turn out to be a year."""
    delivery = latest_delivery(case) if case.state == CaseState.NOTIFIED else None
    return delivery is not None and not delivery.remedy_faulty


def can_be_wished(case: Case) -> bool:
    """Whether a benefit of the case's award can be asked for."""
    return case.is_usable and Award.objects.in_use().filter(case=case).exists()


# What the table of steps does not know: verbs that leave the state as it is, and when they are possible.
BESIDE = {
    "record_sanctions_check": lambda case: case.is_running,
    "register_award": lambda case: award_to_register(case) is not None,
    "record_repayment": lambda case: reclaiming(case) is not None,
    "ask_review": lambda case: case.state == CaseState.REVIEW,
    "mark_items": lambda case: case.state == CaseState.CHECKING,
    "send_by_post": can_be_posted,
    "record_receipt": waits_for_receipt,
    "record_faulty_remedy": runs_to_finality,
    "grant_extension": waits_for_time,
    "refuse_extension": waits_for_time,
    "adopt": lambda case: case.state in ADOPTABLE and versions.newer(case) is not None,
    "assign": lambda case: case.is_running,
    "write_to_applicant": lambda case: case.is_running,
    "enter_letter": lambda case: case.is_running,
    "enter_wish": can_be_wished,
    "hold_back": lambda case: case.state == CaseState.SIGNED,
    "put_aside": lambda case: case.messages.waiting().exists(),
}


def can_be_sued(case: Case) -> bool:
    """Whether the latest decision has not been in court yet."""
    delivery = latest_delivery(case)
    return (
        delivery is not None
        and not CourtAction.objects.filter(decision=delivery.decision_id).exists()
    )


# Verbs of the table that ask for more than the state.
BESIDES = {
    "hear": lambda case: case.granted_decision is not None,
    "record_court_action": can_be_sued,
}


def possible(case: Case, user: User, delivery: Delivery | None) -> list[Verb]:
    """The buttons for this person now; who proposed a decision has none to sign it."""
    names = set(case.staff_verbs(user))
    if "sign" in names and case.open_decision.proposed_by_id == user.pk:
        names.remove("sign")
    if "close" in names and Award.objects.in_use().filter(case=case).exists():
        names.remove("close")
    if "propose_revocation" in names and not case.hearings.open().get().is_over:
        names.remove("propose_revocation")
    names -= {name for name, holds in BESIDES.items() if name in names and not holds(case)}
    if case.has_role(user, StaffRole.OFFICER) and not case.concerns(user):
        if can_provide_again(case, delivery):
            names.add("provide_again")
        listed = {name: holds for name, holds in BESIDE.items() if VERBS[name].listed}
        names |= {name for name, holds in listed.items() if holds(case)}
    return [verb for verb in TABLE if verb.listed and verb.name in names]


def by_findings(verbs: list[Verb], items: list[Item]) -> list[Verb]:
    """After the completeness check its result comes first: ask for what is missing, or begin the review."""
    found = [item.mark.state if item.mark else "" for item in items]
    main = "mark_items" if "" in found else "begin_review"
    if CheckState.MISSING in found:
        main = "request_information"
    return sorted(verbs, key=lambda verb: verb.name != main)


def can_provide_again(case: Case, delivery: Delivery | None) -> bool:
    """Whether the notice was not retrieved in time."""
    return case.state == CaseState.RELEASED and delivery is not None and delivery.is_missed


def obstacle(case: Case, verb: Verb, user: User) -> str:
    """Why a person to whom the file is open cannot take a step now, in words; empty when they can."""
    if not case.has_role(user, verb.role):
        words = _("Only staff of the granting authority in the role “%(role)s” may do this.")
        return words % {"role": verb.role.label}
    if case.concerns(user):
        return OwnCase.message
    return "" if is_possible(case, verb) else WrongState.message


def is_possible(case: Case, verb: Verb) -> bool:
    """Whether the case as it is allows the verb; the provision of a notice is looked at by its action."""
    if verb.name in BESIDE:
        return BESIDE[verb.name](case)
    holds = BESIDES.get(verb.name, lambda case: True)
    return verb.name == "provide_again" or (case.can(verb.name) and holds(case))
