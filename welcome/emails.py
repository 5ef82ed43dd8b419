from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from corridor import clock
from corridor.accounts.models import User
from corridor.mail.actions import queue
from startups.choices import Origin
from startups.emails import owners
from welcome.choices import StaffRole
from welcome.models import (
    Application,
    AuthorityMember,
    Award,
    Case,
    CaseMail,
    Delivery,
    Extension,
    Hearing,
    InformationRequest,
    Message,
    Package,
    Redemption,
    StatusQuestion,
)
from welcome.models.provider_links import provider_token
from welcome.models.status import STATUS_HOURS, status_token


def send(case: Case, **mail):
    """Queue a mail about a case, and note in its log that it was; the outbox knows what became of it."""
    email = queue(**mail)
    CaseMail.objects.create(case=case, email=email, subject=email.subject[:250], at=clock.now())


def acknowledgement(application: Application, cases: list[Case]):
    """Acknowledgement of receipt (Eingangsbestätigung) with the reference numbers.

    The log of each case names its own alone: no authority learns there what another one was asked for.
    """
    references = ", ".join(case.reference for case in cases)
    for owner in owners(application.startup):
        email = queue(
            template="welcome/mail/acknowledgement",
            to=owner,
            context={
                "application": application,
                "startup": application.startup,
                "cases": cases,
                "authorities": len({case.package.authority_id for case in cases}),
            },
        )
        CaseMail.objects.bulk_create(
            CaseMail(
                case=case,
                email=email,
                subject=email.subject.replace(references, case.reference)[:250],
                at=clock.now(),
            )
            for case in cases
        )


def paper_acknowledgement(case: Case):
    """Acknowledgement of receipt for an application on paper: to the owners, and to the address that it names."""
    written = case.revision.answers.get("company", {}).get("contact_email")
    people = list(owners(case.startup))
    if written and written.lower() not in {person.email.lower() for person in people}:
        people.append(written)
    for person in people:
        send(
            case,
            template="welcome/mail/paper_acknowledgement",
            to=person,
            language=None if isinstance(person, User) else language_of_startup(case.startup),
            context={
                "case": case,
                "startup": case.startup,
                "day": case.application.received_on,
                "has_account": isinstance(person, User),
            },
        )


def language_of_startup(startup) -> str:
    """For an address that is nobody's account."""
    return "de" if startup.origin == Origin.DUESSELDORF else "en"


def draft_goes(draft: Application):
    """Nobody has touched the draft for long: until when it is kept, and how to keep it."""
    for owner in owners(draft.startup):
        queue(
            template="welcome/mail/draft_goes",
            to=owner,
            context={"application": draft, "startup": draft.startup, "day": draft.kept_until},
        )


def package_closes(draft: Application, package: Package, day: date | None):
    """A package that a draft names closes earlier than was said, or is closed; the draft stays."""
    for owner in owners(draft.startup):
        queue(
            template="welcome/mail/package_closes",
            to=owner,
            context={
                "application": draft,
                "startup": draft.startup,
                "package": package,
                "day": day,
            },
        )


def review_asked(review):
    """A colleague is asked for a review; the mail says nothing of the case but its number."""
    queue(template="welcome/mail/review_asked", to=review.reviewer, context={"case": review.case})


def waiting_list(case: Case):
    """The application waits for a place, or does no longer."""
    for owner in owners(case.startup):
        queue(
            template="welcome/mail/waiting_list",
            to=owner,
            context={"case": case, "startup": case.startup, "waits": case.state == "waiting_list"},
        )


def notice_released(case: Case, delivery: Delivery):
    """The notice is ready for retrieval. The outcome stays in the notice."""
    for owner in owners(case.startup):
        send(
            case,
            template="welcome/mail/notice_released",
            to=owner,
            context={"case": case, "startup": case.startup, "delivery": delivery},
        )


def withdrawn(case: Case):
    for owner in owners(case.startup):
        send(
            case,
            template="welcome/mail/withdrawn",
            to=owner,
            context={"case": case, "startup": case.startup},
        )


def information_requested(request: InformationRequest):
    """Something is asked, and by when. What it is stays in the portal."""
    to_members("information_requested", request.case, request=request)


def answer_sent(request: InformationRequest):
    """A receipt for the start-up, and word to whoever works on the case."""
    to_members("answer_sent", request.case, request=request)
    to_authority("answer_arrived", request.case, request=request)


def assigned(case: Case):
    """The new case officer hears of it; what the case says stays in the portal."""
    to_authority("assigned", case)


def handed_back(case: Case):
    """The case officer has a conflict of interest: the authority needs another one."""
    to_authority("handed_back", case)


def request_expired(request: InformationRequest):
    to_members("request_expired", request.case, request=request)
    to_authority("request_expired_office", request.case, request=request)


def extension_asked(extension: Extension):
    to_authority("extension_asked", extension.request.case, extension=extension)


def extension_answered(extension: Extension):
    request = extension.request
    to_members("extension_answered", request.case, extension=extension, request=request)


def message_to_authority(message: Message):
    to_authority("message_to_authority", message.case)


def message_to_applicant(message: Message):
    to_members("message_to_applicant", message.case)


def decision_final(case: Case):
    """The decision is final. What it says stays in the portal."""
    to_members("decision_final", case)


def court_action_recorded(case: Case):
    to_members("court_action_recorded", case)


def court_action_ended(case: Case):
    """How it ended stays in the portal."""
    to_members("court_action_ended", case)


def hearing_opened(hearing: Hearing):
    """The start-up is heard, and until when. On what stays in the portal."""
    to_members("hearing_opened", hearing.case, hearing=hearing)


def statement_arrived(case: Case):
    to_authority("statement_arrived", case)


def award_left(case: Case):
    to_members("award_left", case)


def benefit_asked(redemption: Redemption):
    to_authority("benefit_asked", redemption.case, redemption=redemption)


def benefit_answered(redemption: Redemption):
    to_members("benefit_answered", redemption.case, redemption=redemption)


def benefit_cancelled(redemption: Redemption):
    to_authority("benefit_cancelled", redemption.case, redemption=redemption)


def wish_for_provider(redemption: Redemption):
    """The wish and the link that answers it, with as much of the start-up as providing it takes."""
    token = provider_token(redemption)
    language = language_of_authority(redemption.case)
    with override(language):
        address = f"{settings.BASE_URL}{reverse('provider_answer', args=[token])}"
    to_provider("wish_for_provider", redemption, address=address, secret=True)


def wish_taken_back(redemption: Redemption):
    to_provider("wish_taken_back", redemption)


def provider_answered(redemption: Redemption):
    to_authority("provider_answered", redemption.case, redemption=redemption)


def proof_arrived(case: Case):
    to_authority("proof_arrived", case)


def proof_answered(case: Case):
    to_members("proof_answered", case)


def proof_due(award: Award):
    to_members("proof_due", award.case, award=award)


def award_declined(case: Case):
    to_authority("award_declined", case)


def award_lapsed(case: Case):
    to_members("award_lapsed", case)


def status(case: Case, question: StatusQuestion):
    """The link to the stage of a case, for a day. Its text does not stay in the outbox."""
    token = status_token(case)
    with override(question.language):
        address = f"{settings.BASE_URL}{reverse('status_shown', args=[token])}"
    queue(
        template="welcome/mail/status",
        to=question.email,
        language=question.language,
        context={"reference": case.reference, "address": address, "hours": STATUS_HOURS},
        secret=True,
        useful_for=timedelta(hours=STATUS_HOURS),
    )


def to_members(template, case: Case, **context):
    """Everybody in the start-up: editors work on an answer too."""
    people = case.startup.memberships.filter(user__is_active=True).select_related("user")
    for membership in people:
        send(
            case,
            template=f"welcome/mail/{template}",
            to=membership.user,
            context={"case": case, "startup": case.startup, **context},
        )


def to_provider(template, redemption: Redemption, *, secret=False, **context):
    case = redemption.case
    queue(
        template=f"welcome/mail/{template}",
        to=redemption.item.provider_email,
        language=language_of_authority(case),
        context={"authority": case.authority, "redemption": redemption, **context},
        secret=secret,
    )


def language_of_authority(case: Case) -> str:
    """For addresses that are nobody's account."""
    return "de" if case.authority.issues_acts else "en"


def to_authority(template, case: Case, **context):
    """The case officer, and who stands in for them; the authority's own address as long as there is none."""
    language = None if case.officer else language_of_authority(case)
    for address in [case.officer or case.authority.email, *deputies(case)]:
        send(
            case,
            template=f"welcome/mail/{template}",
            to=address,
            language=language,
            context={"case": case, "startup": case.startup, **context},
        )


def deputies(case: Case) -> list[User]:
    """Who stands in for the case officer today."""
    if not case.officer_id:
        return []
    away = AuthorityMember.objects.away(clock.today()).filter(
        user=case.officer_id, authority=case.authority, role=StaffRole.OFFICER
    )
    members = AuthorityMember.objects.filter(deputy_for__in=away, user__is_active=True)
    return [member.user for member in members.select_related("user")]
