"""What is kept of an introduction, who did what, and when it is erased."""

from datetime import timedelta

import pytest
from django.urls import reverse

from corridor import clock
from startups import actions, chores
from startups.models import Introduction, IntroductionHistory
from tests.people import sign_in
from tests.startups.ecosystem import make_introduction, make_partner


@pytest.fixture
def accepted(published, founder, editor):
    row = make_introduction(published, make_partner(editor), founder)
    return actions.broker_introduction(introduction=row, accepted=True, by=editor)


def test_history_says_who_noted_which_outcome(accepted, founder, editor):
    for person, outcome in [(founder, "contact"), (editor, "none")]:
        actions.note_outcome(introduction=accepted, outcome=outcome, by=person)
    rows = accepted.history.order_by("pgh_id").select_related("pgh_context")
    assert [row.state for row in rows] == ["asked", *["accepted"] * 3]
    assert [(row.outcome, row.pgh_context.metadata["by"]) for row in rows[2:]] == [
        ("contact", str(founder.pk)),
        ("none", str(editor.pk)),
    ]


def test_auditor_reads_the_history(client, accepted, founder, auditor):
    actions.note_outcome(introduction=accepted, outcome="visit", note="Two days.", by=founder)
    address = reverse("admin:startups_introduction_history", args=[accepted.pk])
    page = sign_in(client, auditor).get(address).content.decode()
    assert founder.name in page
    assert "Visit" in page


def test_introduction_is_erased_with_its_history_after_24_months(accepted, set_clock):
    ended = clock.today()
    set_clock(ended.replace(year=ended.year + 2) - timedelta(days=1))
    chores.erase_introductions()
    assert Introduction.objects.exists()
    set_clock(ended.replace(year=ended.year + 2) + timedelta(days=1))
    chores.erase_introductions()
    assert not Introduction.objects.exists()
    assert not IntroductionHistory.objects.exists()


def test_open_introduction_is_never_erased(published, founder, editor, set_clock):
    make_introduction(published, make_partner(editor), founder)
    set_clock(clock.today() + timedelta(days=1_000))
    chores.erase_introductions()
    assert Introduction.objects.open().exists()
