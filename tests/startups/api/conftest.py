import pytest

from startups import actions
from tests.startups.ecosystem import OPENING, make_opening, make_partner, make_project, milestone
from tests.startups.factories import make_startup


@pytest.fixture
def world(founder, editor, published):
    """Something public in every list, and beside it what is not."""
    draft = make_startup(founder, name="Secret Draft")
    partner = make_partner(editor)
    hidden = make_partner(editor, name="Secret Partner", is_published=False)
    make_project(
        editor,
        partners=[partner, hidden],
        startups=[published, draft],
        milestones=[milestone(owner="Asha Rao")],
    )
    make_project(editor, title_en="Secret project", title_de="Geheim", is_published=False)
    make_opening(published, founder)
    make_opening(published, founder, published=False, title_en="Secret job")
    actions.create_opening(partner=hidden, by=editor, **OPENING, is_published=True)
    return published
