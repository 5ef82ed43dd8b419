from corridor.mail.actions import queue
from startups.emails import owners
from welcome.models import Application, Case, Delivery


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
