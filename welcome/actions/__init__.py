from welcome.actions.applications import (
    attach,
    begin_application,
    choose_packages,
    detach,
    save_section,
    submit,
)
from welcome.actions.authorities import change_authority, create_authority, set_deputy, set_member
from welcome.actions.cases import begin_review, close, take, withdraw
from welcome.actions.decisions import propose, release, reopen, return_proposal, sign
from welcome.actions.delivery import finalise, notify, provide_again, retrieve_notice
from welcome.actions.packages import change_package, create_package

__all__ = [
    "attach",
    "begin_application",
    "begin_review",
    "change_authority",
    "change_package",
    "choose_packages",
    "close",
    "create_authority",
    "create_package",
    "detach",
    "finalise",
    "notify",
    "propose",
    "provide_again",
    "release",
    "reopen",
    "retrieve_notice",
    "return_proposal",
    "save_section",
    "set_deputy",
    "set_member",
    "sign",
    "submit",
    "take",
    "withdraw",
]
