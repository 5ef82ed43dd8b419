"""The public holidays that date rules read: entered by administrators, or as the law has them for a whole year."""

from django.db.models import Max

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome import workdays
from welcome.actions.authorities import require_administrator
from welcome.exceptions import YearEntered
from welcome.models import Holiday


@action
def add_holidays(*, year: int, by: User | None) -> list[Holiday]:
    """Enter the holidays of a year as the law of North Rhine-Westphalia has them. Raises NotPermitted, YearEntered."""
    require_administrator(by)
    if Holiday.objects.filter(day__year=year).exists():
        raise YearEntered
    english = workdays.rule(year, workdays.ENGLISH)
    rows = [
        Holiday(day=day, title_de=title, title_en=english[day])
        for day, title in sorted(workdays.rule(year).items())
    ]
    Holiday.objects.bulk_create(rows)
    workdays.forget()
    return rows


@action
def add_holiday(*, by: User | None, **fields) -> Holiday:
    """Enter one holiday. Dates that were reckoned before stay as they are. Raises NotPermitted, Conflict."""
    require_administrator(by)
    row = Holiday.objects.create(**fields)
    workdays.forget()
    return row


@action
def change_holiday(*, holiday: Holiday, by: User | None, **fields) -> Holiday:
    """Correct a holiday. Raises as `add_holiday`."""
    require_administrator(by)
    row = Holiday.objects.select_for_update(no_key=True).get(pk=holiday.pk)
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    workdays.forget()
    return row


@action
def remove_holiday(*, holiday: Holiday, by: User | None) -> None:
    """Take a holiday out; its history stays. Raises NotPermitted."""
    require_administrator(by)
    Holiday.objects.filter(pk=holiday.pk).delete()
    workdays.forget()


def next_year() -> int:
    """The year whose holidays are to be entered next."""
    last = Holiday.objects.aggregate(last=Max("day"))["last"]
    return max(last.year + 1, clock.today().year) if last else clock.today().year


def years_without(first: int, last: int) -> list[int]:
    """The years of a span of which no holiday is entered."""
    known = set(Holiday.objects.order_by().values_list("day__year", flat=True).distinct())
    return [year for year in range(first, last + 1) if year not in known]
