from dataclasses import dataclass, field

from corridor.accounts.choices import Language
from startups.choices import Origin, ProfileState, RegistrationKind
from startups.models import Startup


@dataclass(frozen=True)
class Profile:
    """One start-up of the demonstration: who founded it, what it says of itself, how far its profile came.

    `key` is its domain: founder@<key>.example. `mark` is shape and colour of its logo. `texts` are the fields of
    the profile that differ from one to the other.
    """

    key: str
    founder: str
    created: str
    texts: dict
    numbers: dict
    reviewed: str = ""
    state: ProfileState = ProfileState.PUBLISHED
    note: str = ""
    language: Language = Language.EN
    origin: Origin = Origin.KARNATAKA
    mark: tuple = ()
    checked: set = field(default_factory=lambda: {RegistrationKind.CIN, RegistrationKind.HRB})

    @property
    def email(self):
        return f"founder@{self.key}.example"

    @property
    def website(self):
        return f"https://www.{self.key}.example/"


def startup_of(key: str) -> Startup:
    """The start-up whose founder writes from this domain."""
    return Startup.objects.get(memberships__user__email=f"founder@{key}.example")
