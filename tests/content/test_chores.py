import os
from datetime import date

import pytest
from django.core.files.storage import default_storage

from corridor.content import actions, chores, pictures
from corridor.content.models import BarrierReport
from tests.content.factories import ALTS, make_news, make_report, picture

REVIEW, OVERDUE = "content/mail/page_review_due", "content/mail/barrier_overdue"


@pytest.mark.parametrize(
    ("day", "mails"),
    [(date(2024, 12, 31), 0), (date(2025, 1, 1), 1), (date(2025, 6, 1), 1)],
)
def test_editors_hear_of_a_review_a_month_before(editor, statement, set_clock, queued, day, mails):
    set_clock(day)

    for _ in range(2):
        chores.remind_editors()

    assert len(queued(REVIEW)) == mails


def test_editors_hear_of_the_next_review_too(editor, statement, set_clock, queued):
    set_clock(date(2025, 1, 20))
    chores.remind_editors()
    actions.review_page(page=statement, review_on=date(2026, 1, 20), by=editor)
    set_clock(date(2026, 1, 10))

    chores.remind_editors()

    assert len(queued(REVIEW)) == 2


@pytest.mark.parametrize(("day", "mails"), [(5, 0), (6, 1)])
def test_editors_hear_of_an_overdue_report_once(editor, report, set_clock, queued, day, mails):
    set_clock(date(2024, 8, day))

    for _ in range(2):
        chores.remind_editors()

    assert len(queued(OVERDUE)) == mails


def test_old_reports_are_forgotten(editor, set_clock):
    actions.answer_barrier(report=make_report(), text="Done.", by=editor)
    set_clock(date(2025, 8, 1))

    chores.forget_reports()

    assert not BarrierReport.objects.exists()


def test_sweep_pictures_deletes_what_no_news_item_names(editor):
    named, orphan, fresh = (pictures.keep(picture()) for _ in range(3))
    make_news(editor, **named, **ALTS)
    for name in (named["picture"], named["picture_small"], orphan["picture"]):
        age(name)

    chores.sweep_pictures()

    kept = [named["picture"], named["picture_small"], orphan["picture"], fresh["picture"]]
    assert [default_storage.exists(name) for name in kept] == [True, True, False, True]


def age(name):
    path = default_storage.path(name)
    moment = os.stat(path).st_mtime - 2 * 24 * 3600
    os.utime(path, (moment, moment))


def test_sweep_pictures_does_without_a_folder(db):
    chores.sweep_pictures()
