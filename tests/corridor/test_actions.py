import pytest
from django.db import IntegrityError, connection, models, transaction
from django.utils.translation import override

from corridor import actions
from corridor.accounts.models import User
from corridor.actions import Conflict, NotPermitted, Refused, action
from tests.people import make_person
from welcome.models import Decision


@action
def rename(*, name, by, fail=None):
    User.objects.update(name=name)
    if fail:
        raise fail


def test_action_that_is_refused_changes_nothing(db):
    make_person(name="Before")
    with pytest.raises(NotPermitted):
        rename(name="After", by=None, fail=NotPermitted)
    assert User.objects.get().name == "Before"


def test_action_that_fails_changes_nothing(db):
    make_person(name="Before")
    with pytest.raises(ZeroDivisionError):
        rename(name="After", by=None, fail=ZeroDivisionError)
    assert User.objects.get().name == "Before"


def test_action_returns_what_the_function_returns(db):
    assert action(lambda *, by: by)(by=None) is None


@pytest.mark.parametrize(
    "function",
    [lambda by: 1, lambda *, person: 1, lambda case, *, by: 1, lambda *cases, by: 1],
    ids=["positional", "without by", "one positional", "arguments"],
)
def test_action_takes_keywords_only_and_by(function):
    with pytest.raises(TypeError, match="keyword-only"):
        action(function)


def test_broken_constraint_becomes_a_conflict_with_its_message(db):
    make_person("meera@kaverion.example")
    with pytest.raises(Conflict) as refused:
        action(lambda *, by: User.objects.create_user("meera@kaverion.example"))(by=None)
    assert refused.value.rule == "user_email_unique"
    assert "account with this email address" in str(refused.value)
    assert isinstance(refused.value.__cause__, IntegrityError)


def test_broken_rule_without_a_name_of_ours_stays_an_error(db):
    @action
    def break_it(*, by):
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO auth_group (name) VALUES ('officer')")

    with pytest.raises(IntegrityError, match="auth_group_name"):
        break_it(by=None)


def test_conflict_leaves_the_transaction_around_it_usable(db):
    person = make_person()
    with transaction.atomic():
        with pytest.raises(Conflict):
            action(lambda *, by: User.objects.create_user(person.email))(by=None)
        assert User.objects.count() == 1


def test_refusal_speaks_the_readers_language():
    with override("en"):
        assert str(NotPermitted()) == "You may not do this."
    with override("de"):
        assert str(Refused("So geht es nicht.")) == "So geht es nicht."


def test_every_rule_of_our_models_has_a_message_for_people():
    """What an action can run into; the few that only a mistake in the code can break are named here."""
    unspoken = {
        "revision_number_once",
        "counter_once",
        "case_access_once",
        "delegate_position_in_delegation",
        "delegate_position_in_event",
        "session_place_position",
        "letter_number_once",
        "letter_code_once",
    }
    default = models.BaseConstraint.default_violation_error_message
    silent = {
        constraint.name
        for model in actions.apps.get_models()
        if model._meta.app_label in {"accounts", "documents", "startups", "welcome", "events"}
        for constraint in model._meta.constraints
        if constraint.violation_error_message == default
    }
    assert silent == unspoken


def test_refusal_of_a_guard_has_its_message():
    messages = actions.rule_messages()
    guards = [trigger for trigger in Decision._meta.triggers if hasattr(trigger, "message")]
    assert [messages[guard.rule] for guard in guards] == [guard.message for guard in guards] != []
