"""Profiles that have been public for half a year: confirmed again, or their owners are being asked."""

from corridor import demo
from corridor.accounts.demo import person
from startups import actions
from startups.demo.profiles import startup_of

# Start-up by its key, the mails that asked, and the answer.
COURSES = [
    ("hampitron", ["2024-05-08 03:00", "2024-05-22 03:00"], "2024-05-23 11:35"),
    ("rheinfunk", [], "2024-07-08 08:50"),
    ("nandilytics", ["2024-06-13 03:00", "2024-06-27 03:00", "2024-07-11 03:00"], ""),
]


@demo.story_of_each(COURSES)
def confirmation(row):
    key, asked, answered = row
    for when in asked:
        yield demo.moment(when)
        actions.ask_to_confirm(startup=startup_of(key), by=None)
    if answered:
        yield demo.moment(answered)
        founder = person(f"founder@{key}.example")
        actions.confirm_profile(startup=startup_of(key), by=founder)
