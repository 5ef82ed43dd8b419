from datetime import date
from functools import partial
from itertools import chain, count

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.actions import NotPermitted, Refused, action
from corridor.content import emails, pictures
from corridor.content.choices import ANSWER_WITHIN, REPORTS_KEPT_FOR, REVIEW_EVERY, PageKey
from corridor.content.models import BarrierReport, NewsItem, Page
from corridor.folding import address_stem


class ReviewInThePast(Refused):
    message = _("The next review lies in the future. Enter a later day.")


class ReviewTooLate(Refused):
    message = _("The accessibility statement is reviewed once a year. Enter a day within a year.")


class AlreadyAnswered(Refused):
    message = _("Somebody has answered this report by now. Reload the page.")


@action
def change_page(*, page: Page, by: User, **texts) -> Page:
    """Correct texts of a page, which counts as no review. Raises NotPermitted, or Conflict for a page without text."""
    require_editor(by)
    return written(locked(page), texts)


@action
def review_page(*, page: Page, review_on: date | None, by: User, **texts) -> Page:
    """Note that an editor has read the whole page, with the texts they changed and the day of the next review.

    Raises ReviewInThePast, ReviewTooLate, NotPermitted, or Conflict for a page without text or a statement without a
    next review.
    """
    require_editor(by)
    if review_on and review_on <= clock.today():
        raise ReviewInThePast
    if page.key == PageKey.ACCESSIBILITY and review_on and review_on > clock.today() + REVIEW_EVERY:
        raise ReviewTooLate
    page = locked(page)
    page.changed_on, page.review_on, page.reminded_on = clock.today(), review_on, None
    return written(page, texts, "changed_on", "review_on", "reminded_on")


@action
def remind_of_review(*, page: Page, by: User | None):
    """Tell the editors, once, that a page has to be looked at."""
    page = locked(page)
    if page.reminded_on is None:
        page.reminded_on = clock.today()
        page.save(update_fields=["reminded_on"])
        emails.page_review_due(page)


@action
def create_news(*, by: User, slug: str = "", **fields) -> NewsItem:
    """Write a draft, with an address from its title when none is named.

    `pictures.keep` gives the fields of its picture. Raises NotPermitted, or Conflict.
    """
    require_editor(by)
    return NewsItem.objects.create(slug=slug or free_slug(**fields), **fields)


@action
def change_news(*, news: NewsItem, by: User, **fields) -> NewsItem:
    """Change texts or picture; the files of a picture that is replaced go. Raises like `create_news`."""
    require_editor(by)
    news = locked(news)
    before = {news.picture.name, news.picture_small.name} - {""}
    news = written(news, fields)
    if gone := before - {news.picture.name, news.picture_small.name}:
        transaction.on_commit(partial(pictures.delete, sorted(gone)))
    return news


@action
def publish_news(*, news: NewsItem, by: User, on: date | None = None) -> NewsItem:
    """Show a news item from a day on, today when none is named. Raises NotPermitted."""
    require_editor(by)
    return written(locked(news), {"published_on": on or clock.today()})


@action
def unpublish_news(*, news: NewsItem, by: User) -> NewsItem:
    """Make a news item a draft again. Raises NotPermitted."""
    require_editor(by)
    return written(locked(news), {"published_on": None})


@action
def report_barrier(
    *,
    text: str,
    language: str,
    by: User | None,
    page: str = "",
    email: str = "",
    acknowledge: bool = True,
) -> BarrierReport:
    """Take in a report, tell the editors, and tell whoever left an address until when we answer.

    Without `acknowledge` nothing goes to that address: somebody may have typed another person's.
    """
    now = clock.now()
    report = BarrierReport.objects.create(
        page=page,
        text=text,
        email=email,
        language=language,
        received_at=now,
        due_on=clock.today() + ANSWER_WITHIN,
    )
    emails.barrier_reported(report)
    if acknowledge:
        emails.barrier_received(report)
    return report


@action
def answer_barrier(
    *, report: BarrierReport, text: str, by: User, send: bool = True
) -> BarrierReport:
    """Answer a report; the answer goes by mail to whoever left an address, unless it is only to be noted.

    Raises AlreadyAnswered, NotPermitted.
    """
    require_editor(by)
    report = locked(report)
    if report.answered_at:
        raise AlreadyAnswered
    fields = {"answer": text, "answered_at": clock.now(), "answered_by": by}
    report = written(report, {**fields, "answer_sent": bool(send and report.email)})
    if report.answer_sent:
        emails.barrier_answered(report)
    return report


@action
def remind_of_report(*, report: BarrierReport, by: User | None):
    """Tell the editors, once, that a report waits too long."""
    report = locked(report)
    if report.answered_at is None and report.reminded_on is None:
        written(report, {"reminded_on": clock.today()})
        emails.barrier_overdue(report)


@action
def forget_reports(*, by: User | None) -> int:
    """Delete reports whose answer is older than REPORTS_KEPT_FOR; how many they were."""
    return BarrierReport.objects.answered_before(clock.now() - REPORTS_KEPT_FOR).delete()[0]


def free_slug(*, title_en="", title_de="", **_fields) -> str:
    """An address from the English title, else the German one; numbered when it is taken."""
    stem = address_stem(title_en) or address_stem(title_de) or "news"
    taken = set(NewsItem.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in count(2))
    return next(slug for slug in chain([stem], numbered) if slug not in taken)


def locked(row):
    return type(row).objects.select_for_update(no_key=True).get(pk=row.pk)


def written(row, fields, *also):
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=[*fields, *also])
    return row


def require_editor(user):
    if not user.has_role(Role.EDITOR):
        raise NotPermitted
