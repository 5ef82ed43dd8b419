from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection
from post_office.models import Email

from corridor import clock
from corridor.actions import Conflict, NotPermitted
from startups import actions, logos
from startups.choices import PROFILE_TRANSITIONS, MemberRole, ProfileState
from startups.models import Membership, Startup
from tests.people import make_person
from tests.startups.factories import make_startup, picture

NUMBERS = {"cin": "U72900KA2019PTC123456", "lei": ""}


def test_create_startup_makes_a_draft_with_an_owner(founder):
    startup = make_startup(founder, registrations=NUMBERS)

    assert startup.state == ProfileState.DRAFT
    assert startup.membership_of(founder).role == MemberRole.OWNER
    assert [str(row) for row in startup.registrations.all()] == ["CIN U72900KA2019PTC123456"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Müller-Lüdenscheidt", "mueller-luedenscheidt"),
        ("Ōe", "oe"),
        ("ಕಾವೇರಿ ನೆಟ್", "startup"),
        ("New", "new-2"),
        ("•••", "startup"),
        ("x" * 120, "x" * 70),
    ],
)
def test_create_startup_finds_an_address(founder, name, slug):
    assert make_startup(founder, name=name).slug == slug


def test_create_startup_numbers_addresses_that_are_taken(founder):
    slugs = [make_startup(founder, name="Sahyascan").slug for _ in range(3)]

    assert slugs == ["sahyascan", "sahyascan-2", "sahyascan-3"]


@pytest.mark.django_db(transaction=True)
def test_create_startup_gives_ten_at_once_ten_addresses():
    founder = make_person()

    def create(_number):
        try:
            return make_startup(founder).slug
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        slugs = set(pool.map(create, range(10)))

    assert len(slugs) == 10


def test_create_startup_passes_on_other_errors(founder):
    with pytest.raises(IntegrityError, match="city"):
        make_startup(founder, city=None)


def test_change_startup_writes_and_tells_the_history_who(startup, founder):
    actions.change_startup(startup=startup, by=founder, city="Mysuru")

    startup.refresh_from_db()
    change = startup.history.latest("pgh_id")
    assert startup.city == change.city == "Mysuru"
    assert change.pgh_context.metadata == {"by": str(founder.pk), "action": "change_startup"}


def test_change_startup_is_for_its_people(startup, stranger, editor):
    for person in (stranger, editor):
        with pytest.raises(actions.NotAMember):
            actions.change_startup(startup=startup, by=person, city="Mysuru")


def test_change_startup_keeps_the_check_of_a_number_that_stays(startup, founder, editor):
    actions.change_startup(startup=startup, by=founder, registrations=NUMBERS)
    actions.check_registration(registration=startup.registrations.get(), by=editor)

    actions.change_startup(startup=startup, by=founder, registrations=NUMBERS)

    assert startup.registrations.get().checked_by == editor


def test_change_startup_forgets_the_check_of_a_number_that_changes(startup, founder, editor):
    actions.change_startup(startup=startup, by=founder, registrations=NUMBERS)
    actions.check_registration(registration=startup.registrations.get(), by=editor)

    actions.change_startup(
        startup=startup, by=founder, registrations={"cin": "U72900KA2020PTC123456"}
    )

    assert startup.registrations.get().checked_on is None


def test_change_startup_removes_an_emptied_number(startup, founder):
    actions.change_startup(startup=startup, by=founder, registrations=NUMBERS)
    actions.change_startup(startup=startup, by=founder, registrations={"cin": ""})

    assert not startup.registrations.exists()


def test_change_startup_deletes_the_old_logo_once_committed(
    founder, django_capture_on_commit_callbacks
):
    old, new = logos.keep(picture()), logos.keep(picture())
    startup = make_startup(founder, logo=old)

    with django_capture_on_commit_callbacks() as callbacks:
        actions.change_startup(startup=startup, by=founder, logo=new)
    assert default_storage.exists(old)
    for callback in callbacks:
        callback()

    assert not default_storage.exists(old)
    assert default_storage.exists(new)


@pytest.mark.parametrize("logo", ["same", ""])
def test_change_startup_deletes_a_logo_only_when_it_goes(
    founder, logo, django_capture_on_commit_callbacks
):
    old = logos.keep(picture())
    startup = make_startup(founder, logo=old)

    with django_capture_on_commit_callbacks(execute=True):
        actions.change_startup(startup=startup, by=founder, logo=old if logo else "")

    assert default_storage.exists(old) == bool(logo)


def test_change_startup_refuses_to_leave_a_public_profile_without_words(published, founder):
    with pytest.raises(Conflict, match="one sentence"):
        actions.change_startup(startup=published, by=founder, one_liner_de="", one_liner_en="")

    published.refresh_from_db()
    assert published.one_liner_en


def test_submit_profile_is_for_owners(startup, stranger):
    Membership.objects.create(
        startup=startup, user=stranger, role=MemberRole.EDITOR, since=clock.now()
    )

    with pytest.raises(actions.NotAnOwner):
        actions.submit_profile(startup=startup, by=stranger)


def test_submit_profile_refuses_strangers(startup, stranger):
    with pytest.raises(actions.NotAMember):
        actions.submit_profile(startup=startup, by=stranger)


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"one_liner_de": "", "one_liner_en": ""}, "one sentence"),
        ({"stage": ""}, "the stage"),
        ({"team_size": ""}, "the size of the team"),
    ],
)
def test_submit_profile_refuses_a_profile_that_lacks_what_is_needed(founder, missing, words):
    startup = make_startup(founder, **missing)

    with pytest.raises(actions.ProfileIncomplete, match=words):
        actions.submit_profile(startup=startup, by=founder)

    startup.refresh_from_db()
    assert startup.state == ProfileState.DRAFT


STEPS = {
    ProfileState.IN_REVIEW: lambda startup, founder, editor: actions.submit_profile(
        startup=startup, by=founder
    ),
    ProfileState.PUBLISHED: lambda startup, founder, editor: actions.publish_profile(
        startup=startup, by=editor
    ),
    ProfileState.RETURNED: lambda startup, founder, editor: actions.return_profile(
        startup=startup, note="Why.", by=editor
    ),
    ProfileState.HIDDEN: lambda startup, founder, editor: actions.hide_profile(
        startup=startup, note="Why.", by=editor
    ),
}


@pytest.mark.parametrize("source", ProfileState)
@pytest.mark.parametrize("target", STEPS)
def test_steps_go_where_the_table_says_and_nowhere_else(founder, editor, source, target):
    startup = make_startup(founder, state=source, editor=editor)

    if (source, target) in PROFILE_TRANSITIONS:
        assert STEPS[target](startup, founder, editor).state == target
    else:
        with pytest.raises(actions.WrongProfileState):
            STEPS[target](startup, founder, editor)
        startup.refresh_from_db()
        assert startup.state == source


@pytest.mark.parametrize(
    "target", [ProfileState.PUBLISHED, ProfileState.RETURNED, ProfileState.HIDDEN]
)
def test_steps_of_editors_are_for_editors(published, founder, auditor, django_user_model, target):
    root = django_user_model.objects.create_superuser("root@duesseldorf.example", name="Root")

    for person in (founder, auditor, root):
        with pytest.raises(NotPermitted):
            STEPS[target](published, founder, person)


def test_publish_profile_confirms_today_and_drops_the_reason(founder, editor):
    startup = make_startup(founder, state=ProfileState.RETURNED, editor=editor)
    actions.submit_profile(startup=startup, by=founder)

    startup = actions.publish_profile(startup=startup, by=editor)

    assert (startup.confirmed_on, startup.return_note) == (clock.today(), "")


@pytest.mark.parametrize("act", [actions.return_profile, actions.hide_profile])
def test_return_and_hide_want_a_reason(founder, editor, act):
    state = ProfileState.IN_REVIEW if act is actions.return_profile else ProfileState.PUBLISHED
    startup = make_startup(founder, state=state, editor=editor)
    Email.objects.all().delete()

    with pytest.raises(Conflict, match="Give the reason"):
        act(startup=startup, note="", by=editor)

    assert not Email.objects.exists()


@pytest.mark.parametrize(
    ("state", "subject", "part"),
    [
        (
            ProfileState.PUBLISHED,
            "Kaverion EdgeNet is in the directory",
            "/en/startups/kaverion-edgenet/",
        ),
        (
            ProfileState.RETURNED,
            "The profile of Kaverion EdgeNet needs a change",
            "Name no customer.",
        ),
        (
            ProfileState.HIDDEN,
            "Kaverion EdgeNet is no longer in the directory",
            "The website is gone.",
        ),
    ],
)
def test_owners_get_mail_about_each_answer(founder, editor, state, subject, part):
    make_startup(founder, state=state, editor=editor)

    mail = Email.objects.latest("id")
    assert (mail.to, mail.subject) == ([founder.email], subject)
    assert part in mail.message


def test_owners_get_mail_in_their_language(editor):
    founder = make_person(language="de", name="Jürgen")
    make_startup(founder, name="Ōe & Söhne", state=ProfileState.RETURNED, editor=editor)

    mail = Email.objects.get()
    assert mail.subject == "Das Profil von Ōe & Söhne braucht eine Änderung"
    assert "/de/startups/oe-soehne/edit/" in mail.message


def test_members_who_only_edit_get_no_mail(startup, founder, stranger, editor):
    Membership.objects.create(
        startup=startup, user=stranger, role=MemberRole.EDITOR, since=clock.now()
    )
    actions.submit_profile(startup=startup, by=founder)
    actions.publish_profile(startup=startup, by=editor)

    assert [mail.to for mail in Email.objects.all()] == [[founder.email]]


def test_check_registration_says_who_and_when(startup, founder, editor):
    actions.change_startup(startup=startup, by=founder, registrations=NUMBERS)

    checked = actions.check_registration(registration=startup.registrations.get(), by=editor)

    assert (checked.checked_by, checked.checked_on) == (editor, clock.today())


def test_check_registration_is_for_editors(startup, founder):
    actions.change_startup(startup=startup, by=founder, registrations=NUMBERS)

    with pytest.raises(NotPermitted):
        actions.check_registration(registration=startup.registrations.get(), by=founder)


def test_editor_removes_a_number_that_nobody_checked(startup, founder, editor):
    actions.change_startup(startup=startup, by=founder, registrations=NUMBERS)
    number = startup.registrations.get()
    with pytest.raises(NotPermitted):
        actions.remove_registration(registration=number, by=founder)
    actions.remove_registration(registration=number, by=editor)
    assert not startup.registrations.exists()


def test_checked_number_is_not_removed(startup, founder, editor):
    actions.change_startup(startup=startup, by=founder, registrations=NUMBERS)
    number = startup.registrations.get()
    actions.check_registration(registration=number, by=editor)
    with pytest.raises(actions.RegistrationChanged):
        actions.remove_registration(registration=number, by=editor)


def test_check_registration_refuses_a_number_that_another_holds_checked(founder, editor):
    first, second = (make_startup(founder, registrations=NUMBERS) for _ in range(2))
    actions.check_registration(registration=first.registrations.get(), by=editor)

    with pytest.raises(Conflict, match="Another start-up holds"):
        actions.check_registration(registration=second.registrations.get(), by=editor)


def test_check_registration_refuses_a_number_changed_meanwhile(startup, founder, editor):
    actions.change_startup(startup=startup, by=founder, registrations=NUMBERS)
    seen = startup.registrations.get()
    actions.change_startup(
        startup=startup, by=founder, registrations={"cin": "U72900KA2020PTC123456"}
    )

    with pytest.raises(actions.RegistrationChanged):
        actions.check_registration(registration=seen, by=editor)


def test_nothing_deletes_a_startup(published):
    assert not hasattr(actions, "delete_startup")
    assert Startup.objects.count() == 1


def test_change_startup_during_review_is_refused(startup, founder):
    actions.submit_profile(startup=startup, by=founder)
    with pytest.raises(actions.ProfileInReview):
        actions.change_startup(startup=startup, name="Another Name", by=founder)


def test_change_startup_of_legal_name_takes_check_marks_away(startup, founder, editor):
    actions.change_startup(
        startup=startup, registrations={"cin": "U72900KA2019PTC123456"}, by=founder
    )
    number = startup.registrations.get()
    actions.check_registration(registration=number, by=editor)
    actions.change_startup(startup=startup, legal_name="Somebody Else AG", by=founder)
    assert startup.registrations.get().checked_on is None
