"""What every action shares: one transaction, one author in the history, one kind of refusal.

An action is a keyword-only function with `by=`, the person who acts (None: the portal itself). It is the only
way state changes. When its rule, a database constraint or a trigger says no, it raises a `Refused` whose message
tells a person what to do; nothing has changed then.
"""

import contextlib
import functools
import inspect
from contextvars import ContextVar

import pghistory
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """A rule says no. `message` is for the person who asked; subclasses name the rule."""

    message = _("This is not possible.")

    def __init__(self, message=None):
        self.message = message or self.message
        super().__init__(self.message)

    def __str__(self):
        return str(self.message)


class NotPermitted(Refused):
    message = _("You may not do this.")


class Conflict(Refused):
    """The database refused the change; `rule` is the name of its constraint or trigger."""

    def __init__(self, rule, message):
        self.rule = rule
        super().__init__(message)


inside_action = ContextVar("inside_action", default=False)


def action(function):
    """Make a keyword-only function an action: atomic, with author and verb in the history.

    Raises Conflict for a broken constraint or a trigger's refusal, in one place for the whole portal.
    """
    parameters = inspect.signature(function).parameters
    keyword = {inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD}
    if (
        not {parameter.kind for parameter in parameters.values()} <= keyword
        or "by" not in parameters
    ):
        raise TypeError(f"{function.__qualname__} must take keyword-only arguments and `by`")

    @functools.wraps(function)
    def wrapper(**arguments):
        try:
            with transaction.atomic(), signed_in_history(arguments.get("by"), function.__name__):
                return function(**arguments)
        except IntegrityError as error:
            raise conflict_from(error) from error

    return wrapper


@contextlib.contextmanager
def signed_in_history(by, verb):
    """Author and verb for the history; an action that another one calls leaves that one's name."""
    if inside_action.get():
        yield
        return
    token = inside_action.set(True)
    try:
        with pghistory.context(by=str(by.pk) if by else "", action=verb):
            yield
    finally:
        inside_action.reset(token)


def conflict_from(error: IntegrityError) -> Exception:
    """The refusal that belongs to a database error; the error itself when no named rule of ours broke."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    message = rule_messages().get(name)
    return Conflict(name, message) if message else error


@functools.cache
def rule_messages() -> dict:
    """Message by name for every constraint of our models and every trigger that can refuse."""
    messages = {}
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if (
                constraint.violation_error_message
                != models.BaseConstraint.default_violation_error_message
            ):
                messages[constraint.name] = constraint.violation_error_message
        for trigger in getattr(model._meta, "triggers", ()):
            if message := getattr(trigger, "message", None):
                messages[trigger.rule] = message
    return messages
