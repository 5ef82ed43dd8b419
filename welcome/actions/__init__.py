from welcome.actions.applications import attach, begin_application, choose_packages, detach, save_section, submit
from welcome.actions.authorities import set_member
from welcome.actions.cases import begin_review, close, take, withdraw
from welcome.actions.decisions import propose, release, reopen, return_proposal, sign
from welcome.actions.delivery import finalise, notify, provide_again, retrieve_notice

__all__ = [
    "attach",
    "begin_application",
    "begin_review",
    "choose_packages",
    "close",
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
    "set_member",
    "sign",
    "submit",
    "take",
    "withdraw",
]
