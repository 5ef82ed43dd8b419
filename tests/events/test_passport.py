"""What a passport can say: the form takes nothing with which no visa is issued."""

from datetime import date

import pytest

from events.forms.letters import LetterForm

SAID = {
    "entry_on": "2024-08-26",
    "exit_on": "2024-08-30",
    "function": "Founder",
    "costs": "self",
    "lodging": "self",
}


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_july(set_clock):
    set_clock(date(2024, 7, 20))


def errors(**passport):
    form = LetterForm({**SAID, **passport})
    return {name: next(iter(words)) for name, words in form.errors.items()}


@pytest.mark.parametrize("number", ["!!", "??-1", "Z123", "Z" * 21])
def test_what_is_no_passport_number_is_refused(number):
    assert errors(number=number).keys() == {"number"}


def test_a_number_is_kept_as_the_passport_has_it():
    form = LetterForm({**SAID, "number": "z 765 4321"})
    assert form.is_valid()
    assert form.cleaned_data["number"] == "Z7654321"


@pytest.mark.parametrize("day", ["2030-01-01", "2024-07-20", "1890-01-01"])
def test_nobody_is_born_today_or_later_or_too_long_ago(day):
    assert errors(born_on=day).keys() == {"born_on"}


@pytest.mark.parametrize(
    ("day", "words"),
    [("2024-01-31", "This passport has ended"), ("2024-08-29", "ends before your exit")],
)
def test_a_passport_that_ends_before_the_journey_does_is_refused(day, words):
    assert words in errors(expires_on=day)["expires_on"]


@pytest.mark.parametrize("day", ["2024-08-30", "2030-01-01", ""])
def test_a_passport_that_lasts_through_the_journey_is_taken(day):
    assert errors(expires_on=day, born_on="1988-03-04", number="Z7654321") == {}
