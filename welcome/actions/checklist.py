"""The completeness check item by item, and the authority's own text blocks."""

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome.actions.landing import require_officer, rewrite
from welcome.actions.steps import lock, require_staff
from welcome.checklist import items_of
from welcome.choices import CaseState, CheckState, StaffRole
from welcome.exceptions import NoteMissing, WrongState
from welcome.models import Authority, Case, CheckMark, TextBlock


@action
def mark_items(*, case: Case, marks: dict[str, tuple[str, str]], by: User) -> list[CheckMark]:
    """Note what the completeness check found: for each item its state and a note; an empty state takes the mark away.

    What is missing or not needed has a note. Only what differs is written, so that each mark names who made it.
    Raises WrongState outside the completeness check, NoteMissing.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    if case.state != CaseState.CHECKING:
        raise WrongState
    known = {mark.item: mark for mark in case.marks.all()}
    asked = {item.name for item in items_of(case)}
    for name in asked & marks.keys():
        state, note = marks[name][0], marks[name][1].strip()
        if state and state != CheckState.COMPLETE and not note:
            raise NoteMissing
        write(case, known.get(name), name, state, note, by)
    return list(case.marks.all())


def write(case, mark, name, state, note, by):
    if mark and (mark.state, mark.note) == (state, note):
        return
    if not state:
        if mark:
            mark.delete()
        return
    mark = mark or CheckMark(case=case, item=name)
    mark.state, mark.note, mark.marked_by, mark.marked_at = state, note, by, clock.now()
    mark.save()


@action
def add_text_block(*, authority: Authority, by: User | None, **fields) -> TextBlock:
    """Words that an authority wants to use again. Raises NotOfThisAuthority; None is the portal's own set-up."""
    require_officer(authority, by)
    return TextBlock.objects.create(authority=authority, **fields)


@action
def change_text_block(*, block: TextBlock, by: User, **fields) -> TextBlock:
    """Change a text block; texts that took it over stay as they are."""
    return rewrite(block, by, fields)
