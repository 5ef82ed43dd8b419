from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome.actions.drafts import lock_draft, touch
from welcome.actions.files import kept, require_room
from welcome.earlier import Offer, offer
from welcome.exceptions import NothingToTake
from welcome.models import Application, Attachment, Revision


@action
def take_over(*, application: Application, revision: Revision, by: User) -> Offer:
    """Fill what is still empty in a draft from what the start-up submitted earlier; the sections remember from when.

    Documents are not copied: the draft names the same ones. Raises AlreadySubmitted, NotAMember, NothingToTake, NoRoom.
    """
    draft = lock_draft(application, by)
    if revision.application.startup_id != draft.startup_id:
        raise NothingToTake
    taken = offer(draft, revision)
    if not taken:
        raise NothingToTake
    day = revision.submitted_at.astimezone(clock.BERLIN).date().isoformat()
    draft.answers = {**draft.answers, **taken.answers}
    draft.saved = {
        **draft.saved,
        **{slug: mark(draft, slug, day, by) for slug in taken.answers},
    }
    require_room([row.document for row in [*kept(draft), *taken.files]])
    for row in taken.files:
        Attachment.objects.create(application=draft, kind=row.kind, document=row.document)
    touch(draft)
    return taken


def mark(draft, slug, day, by):
    version = draft.saved.get(slug, {}).get("version", 0)
    return {"version": version + 1, "by": str(by.pk), "from": day}
