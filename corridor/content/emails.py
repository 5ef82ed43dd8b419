"""Mail to editors, which holds no more than a link, and to whoever reported a barrier."""

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.mail.actions import queue


def to_editors(template, **context):
    for editor in User.objects.with_role(Role.EDITOR).filter(is_active=True).order_by("email"):
        queue(template=template, to=editor, context=context)


def to_reporter(template, report):
    """Nothing, when they did not want to say who they are."""
    if report.email:
        context = {"report": report}
        queue(template=template, to=report.email, language=report.language, context=context)


def barrier_reported(report):
    to_editors("content/mail/barrier_reported", report=report)


def barrier_received(report):
    # Without what was typed: nobody can have the portal send their words to somebody else.
    to_reporter("content/mail/barrier_received", report)


def barrier_answered(report):
    to_reporter("content/mail/barrier_answered", report)


def barrier_overdue(report):
    to_editors("content/mail/barrier_overdue", report=report)


def page_review_due(page):
    to_editors("content/mail/page_review_due", page=page)
