from corridor import clock, housekeeping
from corridor.content import actions, pictures
from corridor.content.choices import REVIEW_NOTICE
from corridor.content.models import BarrierReport, NewsItem, Page
from corridor.documents.sweeping import sweep_public


@housekeeping.chore
def remind_editors():
    """Tell the editors about pages that are due for review and reports that wait too long, each of them once."""
    for page in Page.objects.review_due(clock.today() + REVIEW_NOTICE).filter(reminded_on=None):
        actions.remind_of_review(page=page, by=None)
    for report in BarrierReport.objects.overdue(clock.today()).filter(reminded_on=None):
        actions.remind_of_report(report=report, by=None)


@housekeeping.chore
def forget_reports():
    actions.forget_reports(by=None)


@housekeeping.chore
def sweep_pictures():
    """Delete pictures that no news item names: their upload was broken off."""
    named = set(NewsItem.objects.values_list("picture", flat=True))
    named |= set(NewsItem.objects.values_list("picture_small", flat=True))
    sweep_public(pictures.FOLDER, named)
