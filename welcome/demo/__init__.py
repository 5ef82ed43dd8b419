"""The welcome packages of the demonstration: authorities, packages, and cases in every state its date allows."""

from corridor import demo
from welcome.demo import (  # noqa: F401
    authorities,
    conflicts,
    courses,
    crowd,
    landing,
    packages,
    requests,
    soundness,
    textblocks,
)
from welcome.demo.duesseldorf import REQUESTS as DUESSELDORF
from welcome.demo.karnataka import REQUESTS as KARNATAKA

REQUESTS = [*KARNATAKA, *DUESSELDORF]
COURSES = [(request, course) for request in REQUESTS for course in request.courses]

demo.story_of_each(REQUESTS)(courses.application)


@demo.story_of_each(COURSES)
def case(pair):
    yield from courses.case(*pair)
