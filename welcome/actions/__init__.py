from welcome.actions.absences import set_absence
from welcome.actions.answers import (
    attach_to_answer,
    leave_out,
    put_back,
    save_answer,
    upload_to_answer,
)
from welcome.actions.applications import submit
from welcome.actions.authorities import change_authority, create_authority, set_deputy, set_member
from welcome.actions.awards import (
    ask_benefit,
    cancel_benefit,
    confirm_benefit,
    decline,
    lapse,
    note_use,
    refuse_benefit,
)
from welcome.actions.cases import begin_review, close, take, withdraw
from welcome.actions.checklist import add_text_block, change_text_block, mark_items
from welcome.actions.conflicts import declare_conflict, declare_no_conflict
from welcome.actions.court import record_court_action, record_judgment
from welcome.actions.decisions import (
    propose,
    release,
    reopen,
    return_proposal,
    sign,
    sign_opened,
)
from welcome.actions.delivery import (
    finalise,
    notify,
    provide_again,
    record_faulty_remedy,
    record_receipt,
    retrieve_notice,
    send_by_post,
    waive_remedies,
)
from welcome.actions.drafts import (
    begin_application,
    choose_packages,
    discard_draft,
    save_section,
    warn_of_deletion,
)
from welcome.actions.earlier import take_over
from welcome.actions.extensions import ask_extension, grant_extension, refuse_extension
from welcome.actions.files import attach, detach, exchange, replace, upload
from welcome.actions.holding import hold_back
from welcome.actions.holidays import (
    add_holiday,
    add_holidays,
    change_holiday,
    remove_holiday,
)
from welcome.actions.inbox import assign, delete_view, forget_looks, note_look, save_view
from welcome.actions.landing import (
    add_landing_step,
    change_landing_step,
    mark_landing,
    note_settlement,
)
from welcome.actions.letters import enter_letter, enter_wish
from welcome.actions.messages import (
    erase_messages,
    put_aside,
    write_to_applicant,
    write_to_authority,
)
from welcome.actions.packages import change_package, create_package
from welcome.actions.paper import enter, enter_paper
from welcome.actions.proofs import accept_proof, remind_of_proof, return_proof, send_proof
from welcome.actions.providers import (
    ask_provider_again,
    change_contact,
    confirm_as_provider,
    refuse_as_provider,
)
from welcome.actions.register import register_award
from welcome.actions.repayments import record_repayment
from welcome.actions.requests import adopt, expire_request, request_information, send_answer
from welcome.actions.reviews import (
    ask_review,
    call_from_waiting_list,
    drop_review,
    put_on_waiting_list,
    save_review,
    send_review,
)
from welcome.actions.revocations import hear, leave_award, make_statement, propose_revocation
from welcome.actions.sanctions import record_sanctions_check
from welcome.actions.status import answer_status_question, ask_status

__all__ = [
    "accept_proof",
    "add_holiday",
    "add_holidays",
    "add_landing_step",
    "add_text_block",
    "adopt",
    "answer_status_question",
    "ask_benefit",
    "ask_extension",
    "ask_provider_again",
    "ask_review",
    "ask_status",
    "assign",
    "attach",
    "attach_to_answer",
    "begin_application",
    "begin_review",
    "call_from_waiting_list",
    "cancel_benefit",
    "change_authority",
    "change_contact",
    "change_holiday",
    "change_landing_step",
    "change_package",
    "change_text_block",
    "choose_packages",
    "close",
    "confirm_as_provider",
    "confirm_benefit",
    "create_authority",
    "create_package",
    "declare_conflict",
    "declare_no_conflict",
    "decline",
    "delete_view",
    "detach",
    "discard_draft",
    "drop_review",
    "enter",
    "enter_letter",
    "enter_paper",
    "enter_wish",
    "erase_messages",
    "exchange",
    "expire_request",
    "finalise",
    "forget_looks",
    "grant_extension",
    "hear",
    "hold_back",
    "lapse",
    "leave_award",
    "leave_out",
    "make_statement",
    "mark_items",
    "mark_landing",
    "note_look",
    "note_settlement",
    "note_use",
    "notify",
    "propose",
    "propose_revocation",
    "provide_again",
    "put_aside",
    "put_back",
    "put_on_waiting_list",
    "record_court_action",
    "record_faulty_remedy",
    "record_judgment",
    "record_receipt",
    "record_repayment",
    "record_sanctions_check",
    "refuse_as_provider",
    "refuse_benefit",
    "refuse_extension",
    "register_award",
    "release",
    "remind_of_proof",
    "remove_holiday",
    "reopen",
    "replace",
    "request_information",
    "retrieve_notice",
    "return_proof",
    "return_proposal",
    "save_answer",
    "save_review",
    "save_section",
    "save_view",
    "send_answer",
    "send_by_post",
    "send_proof",
    "send_review",
    "set_absence",
    "set_deputy",
    "set_member",
    "sign",
    "sign_opened",
    "submit",
    "take",
    "take_over",
    "upload",
    "upload_to_answer",
    "waive_remedies",
    "warn_of_deletion",
    "withdraw",
    "write_to_applicant",
    "write_to_authority",
]
