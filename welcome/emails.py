from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from corridor.mail.actions import queue
from startups.emails import owners
from welcome.models import (
    Application,
    Award,
    Case,
    Delivery,
    Extension,
    InformationRequest,
    Message,
    Redemption,
    StatusQuestion,
)
from welcome.models.provider_links import provider_token
from welcome.models.status import STATUS_HOURS, status_token


def acknowledgement(application: Application, cases: list[Case]):
    """Acknowledgement of receipt (Eingangsbestätigung) with the reference numbers."""
    for owner in owners(application.startup):
        queue(
            template="welcome/mail/acknowledgement",
            to=owner,
            context={
                "application": application,
                "startup": application.startup,
                "cases": cases,
                "authorities": len({case.package.authority_id for case in cases}),
            },
        )


def draft_goes(draft: Application):
    """Nobody has touched the draft for long: until when it is kept, and how to keep it."""
    for owner in owners(draft.startup):
        queue(
            template="welcome/mail/draft_goes",
            to=owner,
            context={"application": draft, "startup": draft.startup, "day": draft.kept_until},
        )


def notice_released(case: Case, delivery: Delivery):
    """The notice is ready for retrieval. The outcome stays in the notice."""
    for owner in owners(case.startup):
        queue(
            template="welcome/mail/notice_released",
            to=owner,
            context={"case": case, "startup": case.startup, "delivery": delivery},
        )


def withdrawn(case: Case):
    for owner in owners(case.startup):
        queue(
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
        queue(
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
    """The case officer; the authority's own address as long as there is none."""
    language = None if case.officer else language_of_authority(case)
    queue(
        template=f"welcome/mail/{template}",
        to=case.officer or case.authority.email,
        language=language,
        context={"case": case, "startup": case.startup, **context},
    )
