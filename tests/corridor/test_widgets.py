from datetime import UTC, datetime

from corridor.widgets import DayAndTimeInput, DayInput


def test_days_and_times_are_asked_for_with_the_browsers_own_fields():
    moment = datetime(2024, 8, 28, 7, 0, tzinfo=UTC)
    assert 'type="date" name="day" value="2024-08-28"' in DayInput().render("day", moment.date())
    html = DayAndTimeInput().render("at", moment, attrs={"id": "id_at"})
    assert 'type="date" name="at_0" value="2024-08-28"' in html
    assert 'type="time" name="at_1" value="09:00"' in html
    assert '<label for="id_at_1">Time in Düsseldorf</label>' in html
