import inspect
import re

import polib
import pytest
from django.apps import apps

import corridor.content.actions
import events.actions
import startups.actions
import welcome.actions
from corridor.catalogues import LANGUAGE, PROJECT

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|</?\w+>")
STRAIGHT_OR_ENGLISH_QUOTE = re.compile('"|“(?![^„]*$)|^[^„]*“')
FAMILIAR = re.compile(r"\b(du|dich|dir|dein\w*)\b", re.IGNORECASE)
# Nothing that these change has a history.
WITHOUT_HISTORY = {
    "save_view",
    "note_look",
    "forget_looks",
    "delete_view",
    "answer_barrier",
    "answer_status_question",
    "ask_status",
    "attach",
    "attach_to_answer",
    "begin_application",
    "check_in",
    "choose_packages",
    "choose_sessions",
    "detach",
    "discard_draft",
    "erase_interest",
    "exchange",
    "erase_messages",
    "forget_reports",
    "mail_way_in",
    "mark_landing",
    "leave_out",
    "provide_again",
    "purge_check_ins",
    "put_aside",
    "put_back",
    "remind_of_report",
    "remind_of_review",
    "report_barrier",
    "retrieve_notice",
    "declare_no_conflict",
    "drop_review",
    "save_answer",
    "save_review",
    "send_review",
    "save_meeting_wish",
    "save_section",
    "send_interest",
    "take_over",
    "undo_check_in",
    "warn_of_deletion",
    "withdraw_interest",
    "write_to_applicant",
    "write_to_authority",
    "give_feedback",
    "open_passport",
    "purge_meetings",
    "purge_needs",
    "purge_passports",
    "save_needs",
    "withdraw_needs",
}


def pairs():
    """Every source text with its German, each form of a plural by itself."""
    for entry in polib.pofile(PROJECT / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"):
        for german in entry.msgstr_plural.values() or [entry.msgstr]:
            yield entry.msgid, german


def test_translations_keep_what_is_filled_in():
    lost = [
        (source, german)
        for source, german in pairs()
        if set(PLACEHOLDER.findall(source)) != set(PLACEHOLDER.findall(german))
    ]
    assert lost == []


@pytest.mark.parametrize("fault", [STRAIGHT_OR_ENGLISH_QUOTE, FAMILIAR, re.compile("!")])
def test_german_follows_the_house_style(fault):
    assert [german for _source, german in pairs() if fault.search(german)] == []


def test_every_action_with_a_history_has_a_name():
    named = {name for app in apps.get_app_configs() for name in getattr(app, "action_names", {})}
    actions = {
        name
        for module in (corridor.content.actions, startups.actions, welcome.actions, events.actions)
        for name, thing in vars(module).items()
        if hasattr(thing, "__wrapped__") and "by" in inspect.signature(thing).parameters
    }
    assert actions - named - WITHOUT_HISTORY == set()
