from datetime import timedelta

from django.core.files.storage import default_storage

from corridor import clock, housekeeping
from corridor.content import actions, pictures
from corridor.content.choices import REVIEW_NOTICE
from corridor.content.models import BarrierReport, NewsItem, Page

# Longer than any request takes between the file and its row.
KEPT_FOR = timedelta(days=1)


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
    if not default_storage.exists(pictures.FOLDER):
        return
    stored = {f"{pictures.FOLDER}/{name}" for name in default_storage.listdir(pictures.FOLDER)[1]}
    named = set(NewsItem.objects.values_list("picture", flat=True))
    named |= set(NewsItem.objects.values_list("picture_small", flat=True))
    old = clock.real_now() - KEPT_FOR
    pictures.delete(
        name for name in sorted(stored - named) if default_storage.get_modified_time(name) < old
    )
