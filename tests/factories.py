"""A small world for tests, made by the real actions: whatever a test gets here can exist.

case = make_case("proposed")
signatory = signatory_of(case.authority)
"""

from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from itertools import count

from django.conf import settings
from django.db import connection, transaction
from django.test import override_settings

from corridor import clock
from corridor.documents.models import Document
from startups import actions as startups
from startups.choices import MemberRole, Origin, Sector, Stage, TeamSize
from startups.models import Membership, Startup
from tests.people import make_person, sign_in  # noqa: F401
from welcome import actions, waiver
from welcome.actions.steps import lock, move
from welcome.choices import CaseState, DecisionKind, Law, QuestionKind, StaffRole
from welcome.models import (
    Application,
    Authority,
    Award,
    Benefit,
    Case,
    Criterion,
    Decision,
    InformationRequest,
    Package,
    Question,
)
from welcome.sections import own_slug

numbers = count(1)
REASONS = {
    "reasons_de": "Die Voraussetzungen der Richtlinie sind geprüft.\n\nDas Ermessen ist ausgeübt.",
    "reasons_en": "The conditions of the guideline were checked.\n\nDiscretion was exercised.",
}


@contextmanager
def days_ago(days):
    """Business time a number of days earlier than now."""
    with override_settings(
        CORRIDOR_CLOCK_OFFSET=settings.CORRIDOR_CLOCK_OFFSET - timedelta(days=days)
    ):
        yield


# People


def make_user(name="Meera Nagarajan", *, email=None, roles=(), **fields):
    """A person with a confirmed address of their own; `roles` are those that follow from no authority."""
    return make_person(
        email or f"person{next(numbers)}@kaverion.example", name=name, roles=roles, **fields
    )


def make_staff(authority, *roles, name="Ulla Müller-Lüdenscheidt", undeclared=False):
    """A new member of an authority in these roles, who may open its files; `undeclared` for one who may not yet."""
    person = make_user(name, email=f"staff{next(numbers)}@{authority.slug}.example")
    actions.set_member(
        authority=authority, user=person, roles=roles or [StaffRole.OFFICER], by=None
    )
    return person if undeclared else declared(person)


def officer_of(authority):
    """The authority's first officer; one is made when there is none."""
    first = _first(authority, StaffRole.OFFICER)
    return declared(first) if first else make_staff(authority, StaffRole.OFFICER)


def signatory_of(authority):
    first = _first(authority, StaffRole.SIGNATORY)
    if first:
        return declared(first)
    return make_staff(authority, StaffRole.SIGNATORY, name="Jürgen Ōe")


def declared(person):
    """The person, who has said of every case of their authorities that there is no conflict of interest."""
    _declare("member.user_id = %s", person.pk)
    return person


def _declare(condition, value):
    """In one statement what `declare_no_conflict` writes for each member and case; a conflict stays."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""INSERT INTO welcome_conflictdeclaration (case_id, user_id, answer, note, at)
            SELECT DISTINCT concerned.id, member.user_id, 'none', '', now()
            FROM welcome_authoritymember member
            JOIN welcome_package package ON package.authority_id = member.authority_id
            JOIN welcome_case concerned ON concerned.package_id = package.id
            WHERE {condition} AND NOT EXISTS (
                SELECT 1 FROM welcome_conflictdeclaration said
                WHERE said.case_id = concerned.id AND said.user_id = member.user_id
            )""",
            [value],
        )


def owner_of(startup):
    return startup.memberships.filter(role=MemberRole.OWNER).first().user


# Start-ups and what they can apply for


def make_startup(owner=None, *, editor=None, published=False, **fields) -> Startup:
    """A start-up of Karnataka with one owner; `published` walks it through review."""
    number = next(numbers)
    startup = startups.create_startup(
        by=owner or make_user(),
        **{
            "name": f"Sahyascan {number}",
            "legal_name": f"Sahyascan {number} Private Limited",
            "sector": Sector.MEDTECH,
            "origin": Origin.KARNATAKA,
            "city": "Mysuru",
            "founded_on": clock.today() - timedelta(days=3 * 365),
            "stage": Stage.PROTOTYPE,
            "team_size": TeamSize.UP_TO_10,
            "one_liner_en": "Ultrasound that fits into a pocket.",
            **fields,
        },
    )
    if editor:
        Membership.objects.create(
            startup=startup, user=editor, role=MemberRole.EDITOR, since=clock.now()
        )
    if published:
        startups.submit_profile(startup=startup, by=owner_of(startup))
        startup = startups.publish_profile(
            startup=startup, by=make_user("Eva Editor", roles=["editor"])
        )
    return startup


def make_authority(law=Law.NRW, **fields) -> Authority:
    """A granting authority; `law="none"` for one that writes confirmation letters."""
    number = next(numbers)
    remedy = {
        "remedy_de": "Gegen diesen Bescheid kann innerhalb eines Monats Klage erhoben werden.",
        "remedy_en": "Court action may be brought against this notice within one month.",
    }
    return Authority.objects.create(
        **{
            "name": f"Testamt {number}",
            "slug": f"testamt-{number}",
            "prefix": f"T{_letters(number)}",
            "law": law,
            "address": "Burgplatz 1\n40213 Düsseldorf",
            "place": "Düsseldorf",
            "email": "welcome@testamt.example",
            "phone": "0221 4710-100",
            "signatory_line_de": "Im Auftrag",
            "signatory_line_en": "By order",
            **(remedy if law == Law.NRW else {}),
            **fields,
        }
    )


def make_package(authority=None, *, benefits=2, criteria=0, **fields) -> Package:
    """An open package for start-ups of Karnataka of every sector, with benefits worth 1,000 EUR a unit."""
    number, today = next(numbers), clock.today()
    package = Package.objects.create(
        **{
            "authority": authority or make_authority(),
            "slug": f"package-{number}",
            "title_de": f"Willkommenspaket {number}",
            "title_en": f"Welcome package {number}",
            "summary_de": "Ankommen in Düsseldorf.",
            "summary_en": "Arrive in Düsseldorf.",
            "is_public": True,
            "opens_on": today - timedelta(days=365),
            "closes_on": today + timedelta(days=60),
            "sectors": Sector.values,
            "origins": [Origin.KARNATAKA],
            "max_age_years": 10,
            "award_days": 90,
            "budget": Decimal(50_000),
            "places": 10,
            "decision_days": 42,
            **fields,
        }
    )
    for index in range(benefits):
        make_benefit(package, title_de=f"Leistung {index + 1}", title_en=f"Benefit {index + 1}")
    for index in range(criteria):
        words = {"title_de": f"Kriterium {index + 1}", "title_en": f"Criterion {index + 1}"}
        Criterion.objects.create(package=package, weight=index + 1, **words)
    return package


def make_benefit(package, **fields) -> Benefit:
    return Benefit.objects.create(
        package=package,
        **{
            "title_de": "Arbeitsplatz",
            "title_en": "Desk",
            "unit_de": "Monate",
            "unit_en": "months",
            "quantity": 3,
            "unit_value": Decimal(1_000),
            "provider": "digihub Düsseldorf/Rheinland",
            **fields,
        },
    )


# Applications


def answers(**sections) -> dict:
    """Complete answers by section; a keyword replaces a section."""
    return {
        "company": {
            "contact_name": "Meera Nagarajan",
            "contact_role": "Founder",
            "phone": "+91 80 4710 0000",
            "address": "12 Devaraja Road\nMysuru 570001\nIndia",
        },
        "product": {"product": "A pocket ultrasound.", "stage": Stage.PROTOTYPE, "customers": ""},
        "team": {
            "founders": "Meera Nagarajan, managing director",
            "team_size": TeamSize.UP_TO_10,
            "skills": "",
        },
        "plan": {
            "goals": "Pilots with two hospitals.",
            "milestones": "December: first pilot\nMarch: GmbH founded",
            "settles": "yes",
            "founds_on": (clock.today() + timedelta(days=240)).isoformat(),
            "arrives_on": (clock.today() + timedelta(days=120)).isoformat(),
            "jobs": 12,
            "founder_on_site": "yes",
        },
        "aid": {"received": "no", "lines": []},
        "declarations": {
            "correct": True,
            "solvent": True,
            "not_begun": True,
            "electronic_notice": True,
            "version": "2024-07",
        },
        **sections,
    }


def wishes(package) -> dict:
    """Every benefit of a package, and an answer to each of its questions."""
    said = {"line": "yes", "text": "yes", "yes_no": "yes", "number": 1, "day": "2030-01-31"}
    asked = {f"question-{each.pk}": said[each.kind] for each in package.questions.all()}
    return {"benefits": [str(benefit.pk) for benefit in package.benefits.all()], **asked}


def make_question(package, **fields) -> Question:
    return Question.objects.create(
        package=package,
        **{
            "text_de": "Wo in NRW möchten Sie beginnen?",
            "text_en": "Where in NRW do you want to begin?",
            "kind": QuestionKind.LINE,
            **fields,
        },
    )


def make_document(name="deck.pdf", *, by=None) -> Document:
    """The row of an upload; its content is on no disk."""
    return Document.objects.create(
        sha256=f"{next(numbers):064x}",
        name=name,
        media_type="application/pdf",
        size=1_000,
        uploaded_by=by,
        uploaded_at=clock.now(),
    )


def make_application(startup=None, packages=None, *, complete=True, **sections) -> Application:
    """A draft; `complete` answers every section and attaches what the packages require."""
    startup = startup or make_startup()
    packages = packages or [make_package()]
    owner = owner_of(startup)
    draft = actions.begin_application(startup=startup, packages=packages, by=owner)
    wished = {own_slug(package): wishes(package) for package in draft.packages.all()}
    for section, given in ({**wished, **answers(**sections)} if complete else sections).items():
        actions.save_section(application=draft, section=section, answers=given, by=owner)
    for kind in (
        {kind for package in packages for kind in package.required_documents} if complete else ()
    ):
        actions.attach(application=draft, kind=kind, document=make_document(by=owner), by=owner)
    draft.refresh_from_db()
    return draft


# Cases

# How a case gets into each state: verbs of the table, in their order.
WALKS = {
    CaseState.SUBMITTED: "",
    CaseState.CHECKING: "take",
    CaseState.INFORMATION_REQUESTED: "take request_information",
    CaseState.REVIEW: "take begin_review",
    CaseState.WAITING_LIST: "take begin_review put_on_waiting_list",
    CaseState.PROPOSED: "take begin_review propose",
    CaseState.SIGNED: "take begin_review propose sign",
    CaseState.RELEASED: "take begin_review propose sign release",
    CaseState.NOTIFIED: "take begin_review propose sign release retrieve notify",
    CaseState.IN_COURT: "take begin_review propose sign release retrieve notify record_court_action",
    CaseState.FINAL: "take begin_review propose sign release retrieve notify finalise",
    CaseState.CLOSED: "take begin_review propose sign release retrieve notify finalise close",
    CaseState.WITHDRAWN: "withdraw",
    CaseState.DECLINED: "take begin_review propose sign release retrieve notify finalise decline",
    CaseState.LAPSED: "take begin_review propose sign release retrieve notify finalise lapse",
    CaseState.HEARD: "take begin_review propose sign release retrieve notify finalise hear",
}
# A letter of an authority outside administrative law is neither notified nor final.
LETTER_WALKS = {CaseState.CLOSED: "take begin_review propose sign release close"}
# How long ago the walk happened, in days, so that its last dates have come.
AGES = {CaseState.NOTIFIED: 3, CaseState.IN_COURT: 3}
AGED = 90


def make_case(
    state=CaseState.SUBMITTED, *, package=None, startup=None, kind=DecisionKind.GRANT, **sections
):
    """A case in a state, walked there by the real actions; verbs without an action yet only take the step.

    Officer, signatory and owner are those of `officer_of`, `signatory_of` and `owner_of`. Everything after the
    retrieval of a notice happens now, what came before some days ago.
    """
    package = package or make_package()
    walk = (
        WALKS[state] if package.authority.law == Law.NRW else LETTER_WALKS.get(state, WALKS[state])
    )
    verbs = walk.split()
    before, after = _cut(verbs, "retrieve")
    with days_ago(AGES.get(state, AGED) if after else 0):
        draft = make_application(startup, [package], **sections)
        (case,) = actions.submit(application=draft, by=owner_of(draft.startup))
        _declare("concerned.id = %s", case.pk)
        for verb in before:
            take_step(case, verb, kind=kind)
    for verb in after:
        take_step(case, verb, kind=kind)
    return fresh(case)


def fresh(case) -> Case:
    """The case as the database has it now."""
    return Case.objects.select_related("package__authority", "startup", "revision").get(pk=case.pk)


# Who takes a step by its action of that name, and what the action takes besides.
TAKERS = {
    "take": ("officer", {}),
    "begin_review": ("officer", {}),
    "put_on_waiting_list": ("officer", {}),
    "call_from_waiting_list": ("officer", {}),
    "release": ("officer", {}),
    "close": ("officer", {}),
    "reopen": ("officer", {"note": "An amount is wrong."}),
    "sign": ("signatory", {}),
    "return_proposal": ("signatory", {"note": "One reason is missing."}),
    "withdraw": ("owner", {}),
    "waive_remedies": ("owner", {"version": waiver.CURRENT}),
    "decline": ("owner", {}),
    "notify": ("portal", {}),
    "finalise": ("portal", {}),
    "leave_award": ("officer", {"note": "The seat is where it should be."}),
    "lapse": ("portal", {}),
}


def take_step(case, verb, *, kind=DecisionKind.GRANT):
    """Let the right person take one step; a verb without an action yet is taken as the table has it."""
    people = {
        "owner": owner_of(case.startup) if case.startup.has_account else None,
        "officer": officer_of(case.package.authority),
        "signatory": signatory_of(case.package.authority),
        "portal": None,
    }
    if verb == "propose":
        propose(case, kind=kind)
    elif verb == "request_information":
        ask(case)
    elif verb == "retrieve":
        actions.retrieve_notice(case=case, by=people["owner"])
    elif verb in TAKERS:
        if verb == "close":
            prove_use(case)
        who, arguments = TAKERS[verb]
        with days_ago(-400 if verb == "lapse" else 0):
            getattr(actions, verb)(case=case, by=people[who], **arguments)
    elif verb in OFFICERS:
        OFFICERS[verb](case)
    else:
        with transaction.atomic():
            move(lock(case), verb, by=people["officer"])


def sue(case, *, received_on=None, by=None, **fields):
    """The court has got an action against the latest decision."""
    return actions.record_court_action(
        case=case,
        received_on=received_on or clock.today(),
        file_number="20 K 4711/24",
        by=by or officer_of(case.package.authority),
        **fields,
    )


def judge(case, outcome="upheld", *, ended_on=None, by=None):
    """The court action has ended."""
    return actions.record_judgment(
        case=case,
        outcome=outcome,
        ended_on=ended_on or clock.today(),
        outcome_note="The court has decided on the hearing of today.",
        by=by or officer_of(case.package.authority),
    )


def hear(case, *, days=14, by=None):
    """The start-up is told why a revocation is considered."""
    return actions.hear(
        case=case,
        reasons_de="Der Sitz ist nicht in Nordrhein-Westfalen.",
        reasons_en="The seat is not in North Rhine-Westphalia.",
        due_on=clock.today() + timedelta(days=days),
        by=by or officer_of(case.package.authority),
    )


def state_views(case, text="We move in September."):
    """An owner answers the hearing."""
    hearing = case.hearings.open().get()
    return actions.make_statement(hearing=hearing, text=text, by=owner_of(case.startup))


def propose_revocation(case, *, by=None, effect="future", **fields):
    """Propose to revoke the award; the start-up has answered the hearing."""
    if not case.hearings.open().get().is_over:
        state_views(case)
    by = by or officer_of(case.package.authority)
    return actions.propose_revocation(
        case=fresh(case), effect=effect, by=by, **{**REASONS, **fields}
    )


# Verbs of the officer that take more than a note.
OFFICERS = {
    "record_court_action": sue,
    "record_judgment": judge,
    "hear": hear,
    "propose_revocation": propose_revocation,
}


def use_benefit(case, *, quantity=1, used_on=None):
    """A benefit of a final award is asked for, confirmed and used today."""
    item = fresh(case).award.items.first()
    by, today = owner_of(case.startup), clock.today()
    wish = actions.ask_benefit(item=item, quantity=quantity, wished_on=today, by=by)
    officer = officer_of(case.package.authority)
    wish = actions.confirm_benefit(redemption=wish, agreed_on=today, by=officer)
    return actions.note_use(redemption=wish, used_on=used_on or today, by=by)


def prove_use(case):
    """An award in use ends with its proof; nothing happens where there is none."""
    if not Award.objects.in_use().filter(case=case).exists():
        return
    use_benefit(case)
    by = owner_of(case.startup)
    proof = actions.send_proof(case=case, text="We used the desk for a month.", by=by)
    actions.accept_proof(proof=proof, by=officer_of(case.package.authority))


def ask(case, *sections, by=None, days=14, message="Please tell us more.") -> InformationRequest:
    """Ask the applicant for further information, in the plan unless other sections are named."""
    return actions.request_information(
        case=case,
        sections=sections or ["plan"],
        message=message,
        due_on=clock.today() + timedelta(days=days),
        by=by or officer_of(case.package.authority),
    )


def propose(case, *, kind=DecisionKind.GRANT, by=None, **fields) -> Decision:
    """Propose a decision; an award of everything in the package unless `items` say otherwise."""
    everything = {benefit: benefit.quantity for benefit in case.package.benefits.all()}
    items = fields.pop("items", everything if kind == DecisionKind.GRANT else {})
    by = by or officer_of(case.package.authority)
    if kind == DecisionKind.GRANT:
        look_up(case)
    return actions.propose(case=case, kind=kind, items=items, by=by, **{**REASONS, **fields})


def look_up(case, result="clear", **fields):
    """The start-up stands on no list of sanctions, as far as somebody has looked today."""
    return actions.record_sanctions_check(
        case=case,
        result=result,
        by=officer_of(case.package.authority),
        **{"checked_on": clock.today(), "list_name": "EU Consolidated List", **fields},
    )


def _letters(number):
    return "".join(chr(ord("A") + number // 26**place % 26) for place in (2, 1, 0))


def _first(authority, role):
    member = authority.members.filter(role=role).select_related("user").order_by("pk").first()
    return member and member.user


def _cut(verbs, last):
    """The verbs up to and with the last one, and those after it; all of them are "before" when it is not there."""
    if last not in verbs:
        return verbs, []
    index = verbs.index(last) + 1
    return verbs[:index], verbs[index:]
