"""Colleagues of the founders: who was invited, who joined. Nobody here exists."""

from dataclasses import dataclass
from datetime import timedelta

from corridor import demo
from corridor.accounts.choices import Language
from corridor.accounts.demo import join, person
from startups import actions
from startups.choices import MemberRole
from startups.demo.profiles import startup_of


@dataclass(frozen=True)
class Colleague:
    """Somebody asked to join a start-up, by its key; who has no name has not answered yet."""

    of: str
    email: str
    invited: str
    name: str = ""
    role: MemberRole = MemberRole.EDITOR
    language: Language = Language.EN


COLLEAGUES = [
    Colleague("kaverion", "lakshmi@kaverion.example", "2024-04-09 10:15", "Lakshmi Devaiah"),
    Colleague("kaverion", "prakash@kaverion.example", "2024-07-16 17:40"),
    Colleague("sahyascan", "iqbal@sahyascan.example", "2024-02-14 08:30", "Iqbal Ahmed", MemberRole.OWNER),
    Colleague("rheinfunk", "jette@rheinfunk.example", "2024-02-06 11:05", "Jette Brömmelhaupt", language=Language.DE),
]  # fmt: skip


@demo.story_of_each(COLLEAGUES)
def invitation(row: Colleague):
    """Invited; a day later the person has an account and joins."""
    yield demo.moment(row.invited)
    startup = startup_of(row.of)
    owner = person(f"founder@{row.of}.example")
    asked = actions.invite_member(startup=startup, email=row.email, role=row.role, by=owner)
    if not row.name:
        return
    yield demo.moment(row.invited) + timedelta(days=1)
    colleague = join(row.email, name=row.name, language=row.language)
    actions.accept_invitation(invitation=asked, by=colleague)
