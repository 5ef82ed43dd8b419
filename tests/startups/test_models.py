import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.db import IntegrityError, connection, transaction

from startups.choices import PROFILE_TRANSITIONS, ProfileState
from startups.models import Membership, Registration, Startup
from tests.people import make_person
from tests.startups.factories import bring_to, make_startup


@pytest.mark.parametrize(
    "words",
    [
        "Mueller",
        "muller ludenscheidt",
        "Lüdenscheidt GMBH",
        "düsseldorf",
        "DUSSELDORF Muller",
        "5g fabrik",
    ],
)
def test_matching_finds_however_it_is_written(founder, words):
    startup = make_startup(
        founder,
        name="Müller-Lüdenscheidt",
        legal_name="Müller-Lüdenscheidt GmbH",
        city="Düsseldorf",
    )

    assert list(Startup.objects.matching(words)) == [startup]


@pytest.mark.parametrize("words", ["Muller Mysuru", "100%", "_____", "\\", "ಕಾವೇರಿ"])
def test_matching_takes_nothing_for_a_wildcard(founder, words):
    make_startup(founder, name="Müller")

    assert not Startup.objects.matching(words)


def test_matching_finds_kannada(founder):
    startup = make_startup(founder, name="ಕಾವೇರಿ ನೆಟ್")

    assert list(Startup.objects.matching("ಕಾವೇರಿ")) == [startup]


def test_matching_uses_the_index(published):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        plan = Startup.objects.matching("Müller").explain()

    assert "startup_searched" in plan


def test_by_name_sorts_umlauts_with_their_vowels(founder):
    for name in ["Zeta", "Ähre", "Beta", "alpha", "Ōe"]:
        make_startup(founder, name=name)

    assert [row.name for row in Startup.objects.by_name()] == [
        "Ähre",
        "alpha",
        "Beta",
        "Ōe",
        "Zeta",
    ]


def test_by_name_of_the_published_uses_the_index(published):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
        plan = Startup.objects.published().by_name()[:24].explain()

    assert "startup_directory" in plan
    assert "Sort" not in plan


def test_visible_to_shows_drafts_to_their_people_and_to_the_editors(
    startup, founder, stranger, editor, auditor
):
    def sees(person):
        return startup in Startup.objects.visible_to(person)

    assert [sees(person) for person in (founder, editor, auditor)] == [True, True, True]
    assert [sees(person) for person in (stranger, AnonymousUser())] == [False, False]


@pytest.mark.parametrize(
    "roles", [["officer"], ["signatory"], ["reader"], ["event_team"], ["administrator"]]
)
def test_visible_to_hides_drafts_from_other_staff(startup, roles):
    person = make_person("staff@duesseldorf.example")
    person.groups.set(Group.objects.filter(name__in=roles))

    assert startup not in Startup.objects.visible_to(person)


def test_visible_to_does_not_look_at_superuser(startup, django_user_model):
    root = django_user_model.objects.create_superuser("root@duesseldorf.example", name="Root")

    assert startup not in Startup.objects.visible_to(root)


def test_visible_to_shows_each_profile_once_to_its_members(published, founder):
    assert list(Startup.objects.visible_to(founder)) == [published]


def test_membership_and_registration_visible_to_follow_the_profile(
    startup, founder, stranger, editor
):
    Registration.objects.create(startup=startup, kind="dpiit", value="DIPP12345")

    assert Membership.objects.visible_to(founder).count() == 1
    assert Membership.objects.visible_to(editor).count() == 1
    assert not Membership.objects.visible_to(stranger)
    assert not Registration.objects.visible_to(stranger)


@pytest.mark.parametrize("source", ProfileState)
@pytest.mark.parametrize("target", ProfileState)
def test_trigger_lets_through_what_the_table_allows(founder, editor, source, target):
    startup = make_startup(founder, state=source, editor=editor)
    allowed = source == target or (source, target) in PROFILE_TRANSITIONS

    try:
        with transaction.atomic():
            Startup.objects.filter(pk=startup.pk).update(
                state=target, return_note="For a reason.", published_on="2024-07-22"
            )
    except IntegrityError:
        assert not allowed
    else:
        assert allowed


def test_trigger_refuses_to_insert_a_published_profile(startup):
    startup.pk, startup.slug, startup.state = None, "copy", ProfileState.PUBLISHED

    with pytest.raises(IntegrityError, match="startup_begins_as_draft"), transaction.atomic():
        startup.save(force_insert=True)


def test_constraint_wants_the_day_of_publication(published):
    with pytest.raises(IntegrityError, match="startup_published_has_a_day"), transaction.atomic():
        Startup.objects.filter(pk=published.pk).update(published_on=None)


def test_constraint_wants_words_before_review(founder, editor):
    startup = make_startup(founder, state=ProfileState.IN_REVIEW, editor=editor)

    with pytest.raises(IntegrityError, match="startup_published_needs_words"), transaction.atomic():
        Startup.objects.filter(pk=startup.pk).update(one_liner_de="", one_liner_en="")


@pytest.mark.parametrize("field", ["stage", "team_size"])
def test_constraint_wants_stage_and_team_before_review(founder, editor, field):
    startup = make_startup(founder, state=ProfileState.IN_REVIEW, editor=editor)

    with pytest.raises(IntegrityError, match="startup_published_needs_stage"), transaction.atomic():
        Startup.objects.filter(pk=startup.pk).update(**{field: ""})


def test_constraint_wants_a_reason_for_returning(founder, editor):
    startup = make_startup(founder, state=ProfileState.IN_REVIEW, editor=editor)

    with pytest.raises(IntegrityError, match="startup_says_why_not_public"), transaction.atomic():
        Startup.objects.filter(pk=startup.pk).update(state=ProfileState.RETURNED)


def test_constraint_wants_who_and_when_of_a_check(startup):
    registration = Registration.objects.create(startup=startup, kind="dpiit", value="DIPP12345")

    with pytest.raises(IntegrityError, match="registration_check_whole"), transaction.atomic():
        Registration.objects.filter(pk=registration.pk).update(checked_on="2024-07-01")


def test_constraint_wants_a_person_once(startup, founder):
    with pytest.raises(IntegrityError, match="membership_once"), transaction.atomic():
        Membership.objects.create(
            startup=startup, user=founder, role="editor", since="2024-07-01T00:00Z"
        )


def test_doubts_name_other_startups_with_the_number(startup, founder):
    numbers = {"gstin": "29ZZZCZ9999Z1ZF"}
    make_startup(founder, name="Sahyascan", registrations=numbers)
    mine = Registration.objects.create(startup=startup, kind="gstin", value=numbers["gstin"])

    assert [str(doubt) for doubt in mine.doubts()] == ["Also given by: Sahyascan."]


def test_history_knows_each_state(startup, founder, editor):
    bring_to(startup, ProfileState.PUBLISHED, by=founder, editor=editor)

    states = startup.history.order_by("pgh_id").values_list("state", flat=True)
    assert list(states) == [
        "draft",
        "in_review",
        "published",
    ]
