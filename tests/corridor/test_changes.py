"""What the history page says of each kind of value."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from corridor.accounts.models import User
from corridor.changes import NOTHING, differences, history_of, words
from events.models import Event, EventHistory
from startups.models import Registration, RegistrationHistory, Startup, StartupHistory
from tests.people import make_person

MOMENT = datetime(2024, 8, 28, 7, 0, tzinfo=UTC)
VALUES = [
    (EventHistory(is_public=True), Event, "is_public", "yes"),
    (EventHistory(is_public=False), Event, "is_public", "no"),
    (EventHistory(starts_at=MOMENT), Event, "starts_at", "28 August 2024, 09:00"),
    (EventHistory(website=""), Event, "website", NOTHING),
    (EventHistory(website="https://a.example/<b>"), Event, "website", "https://a.example/<b>"),
    (StartupHistory(founded_on=date(2019, 3, 1)), Startup, "founded_on", "1 March 2019"),
    (StartupHistory(state="in_review"), Startup, "state", "In review"),
    (StartupHistory(themes=["industry_4_0", "x"]), Startup, "themes", "industry_4_0, x"),
    (StartupHistory(themes=[]), Startup, "themes", NOTHING),
    (None, Startup, "name", NOTHING),
]


@pytest.mark.parametrize(("row", "model", "name", "said"), VALUES)
def test_words_say_a_value_as_plain_text(row, model, name, said):
    assert words(row, model._meta.get_field(name)) == said


def test_words_name_a_person_and_fall_back_to_the_id(db):
    field = Registration._meta.get_field("checked_by")
    editor, gone = make_person(), uuid4()

    assert words(RegistrationHistory(checked_by_id=editor.pk), field) == "Meera Nagarajan"
    assert words(RegistrationHistory(checked_by_id=gone), field) == str(gone)


def test_history_of_a_model_without_one():
    assert history_of(User) is None


def test_first_known_step_of_an_older_row_is_nobodys_doing():
    row = StartupHistory(pgh_label="update", name="Kaverion")
    assert differences(None, row) == []
    assert differences(StartupHistory(name="Kaveri"), row) == [("name", "Kaveri", "Kaverion")]
    row.pgh_label = "insert"
    assert ("name", NOTHING, "Kaverion") in differences(None, row)
