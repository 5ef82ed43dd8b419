"""Every address of the portal × every role: who sees it, who is sent to sign in, for whom it is not there.

A row names a route, the objects in its address (attributes of `world`), and what it answers to whom. Everybody a
row does not name finds nothing: strangers are sent to sign in, signed-in people get 404. Never 403, never 500.
A new address without a row fails here.
"""

from dataclasses import dataclass
from operator import attrgetter

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils.translation import override

from corridor.accounts.choices import Role
from tests.corridor.world import ROLES, make_world
from tests.factories import sign_in

GROUPS = {
    "everybody": ROLES,
    "people": ROLES[1:],
    "staff": ROLES[3:],
    "city": ("officer", "signatory", "reader"),
    "cases": ("officer", "other_officer", "signatory", "reader"),
}

# route | objects in the address | answer and roles; "ok" 200, "to" 302, "405" for what is only ever posted
ROUTES = """
choose_language                     |                            | to everybody
healthz                             |                            | ok everybody
readyz                              |                            | ok everybody
robots                              |                            | ok everybody
security_txt                        |                            | ok everybody
sitemap                             |                            | ok everybody
sitemap                             | startups                   | ok everybody
sitemap                             | nothing                    | 404 everybody
/favicon.ico                        |                            | to everybody
media                               | logo                       | ok everybody
components                          |                            | ok everybody
api                                 |                            | ok everybody
api_docs                            |                            | ok everybody
api_document                        |                            | ok everybody
api_startups                        |                            | ok everybody
api_startup                         | published.slug             | ok everybody
api_startup                         | startup.slug               | 404 everybody
api_partners                        |                            | ok everybody
api_partner                         | partner.slug               | ok everybody
api_partner                         | hidden_partner.slug        | 404 everybody
api_projects                        |                            | ok everybody
api_project                         | project.slug               | ok everybody
api_project                         | hidden_project.slug        | 404 everybody
api_openings                        |                            | ok everybody
api_opening                         | opening.pk                 | ok everybody
api_opening                         | draft_opening.pk           | 404 everybody
news_feed                           |                            | ok everybody
news_feed                           | de                         | ok everybody
news_feed                           | kn                         | 404 everybody
mail:list                           |                            | 404 everybody
mail:detail                         | nothing                    | 404 everybody

home                                |                            | ok everybody
numbers                             |                            | ok everybody
packages                            |                            | ok everybody
may_i                               |                            | ok everybody
package                             | package.slug               | ok everybody
package                             | hidden_package.slug        | 404 public; ok city auditor superuser
events                              |                            | ok everybody
event                               | event.slug                 | ok everybody
event                               | hidden_event.slug          | 404 public; ok event_team auditor
event_calendar                      | fest.slug                  | ok everybody
event_calendar                      | hidden_event.slug          | 404 public; ok event_team auditor
event_meetings                      | fest.slug                  | ok everybody
event_meetings                      | event.slug                 | 404 everybody
register                            | event.slug                 | ok everybody
register                            | fest.slug                  | ok everybody
register                            | hidden_event.slug          | 404 public; ok event_team auditor
register_sent                       | fest.slug                  | ok everybody
register_sent                       | hidden_event.slug          | 404 public; ok event_team auditor
register_form                       | fest.slug mailed_token     | ok everybody
register_form                       | fest.slug nothing          | 404 everybody
delegation                          | delegation.head_token      | ok everybody
delegation                          | guests.head_token          | ok everybody
delegation                          | nothing                    | 404 everybody
delegation_decline                  | guests.head_token          | ok everybody
delegation_decline                  | delegation.head_token      | to everybody
delegation_travel                   | delegation.head_token      | ok everybody
delegation_travel                   | guests.head_token          | to everybody
delegation_places                   | delegation.head_token      | ok everybody
delegation_open_link                | delegation.head_token      | 405 everybody
delegation_close_link               | delegation.head_token      | 405 everybody
delegation_mail_all                 | delegation.head_token      | 405 everybody
delegation_add                      | delegation.head_token      | ok everybody
delegation_import                   | delegation.head_token      | ok everybody
delegation_import                   | guests.head_token          | to everybody
delegation_template                 | delegation.head_token      | ok everybody
delegation_person                   | delegation.head_token invited.pk | ok everybody
delegation_person                   | delegation.head_token confirmed.pk | 404 everybody
delegation_swap                     | delegation.head_token invited.pk | ok everybody
delegation_remove                   | delegation.head_token invited.pk | ok everybody
delegation_mail_one                 | delegation.head_token invited.pk | 405 everybody
join                                | delegation.open_token      | ok everybody
join                                | nothing                    | 404 everybody
join_done                           | delegation.open_token joined | ok everybody
join_done                           | delegation.open_token nothing | 404 everybody
registration                        | invited.token              | ok everybody
registration                        | confirmed.token            | ok everybody
registration                        | offered.token              | ok everybody
registration                        | waiting.token              | ok everybody
registration                        | gone.token                 | ok everybody
registration                        | nothing                    | 404 everybody
registration_change                 | confirmed.token            | ok everybody
registration_change                 | gone.token                 | to everybody
registration_travel                 | confirmed.token            | ok everybody
registration_travel                 | waiting.token              | to everybody
registration_sessions               | confirmed.token            | ok everybody
registration_sessions               | waiting.token              | to everybody
registration_accept                 | offered.token              | 405 everybody
registration_decline                | offered.token              | ok everybody
registration_cancel                 | confirmed.token            | ok everybody
registration_cancel                 | gone.token                 | to everybody
registration_renew                  | confirmed.token            | ok everybody
registration_renew                  | gone.token                 | to everybody
registration_photographs            | confirmed.token            | to everybody
registration_needs_delete           | confirmed.token            | to everybody
registration_ticket                 | confirmed.token            | ok everybody
registration_ticket                 | waiting.token              | to everybody
registration_calendar               | confirmed.token            | ok everybody
registration_letter                 | confirmed.token            | ok everybody
registration_letter                 | waiting.token              | 404 everybody
registration_letter_file            | confirmed.token            | to everybody
registration_letter_file            | nothing                    | 404 everybody
registration_needs                  | confirmed.token            | ok everybody
registration_needs                  | gone.token                 | to everybody
registration_feedback               | confirmed.token            | to everybody
registration_questions              | confirmed.token            | ok everybody
registration_questions              | waiting.token              | to everybody
registration_certificate            | confirmed.token            | 404 everybody
admin:events_mailing_send           | mailing.pk                 | ok event_team
admin:events_feedback_export        | csv                        | ok event_team auditor
registration_meetings               | confirmed.token            | ok everybody
registration_meetings               | waiting.token              | to everybody
registration_meeting_times          | confirmed.token            | ok everybody
registration_meeting_ask            | confirmed.token third.pk   | ok everybody
registration_meeting_ask            | confirmed.token waiting.pk | 404 everybody
registration_meeting_accept         | confirmed.token asked_meeting.pk | 405 everybody
registration_meeting_decline        | confirmed.token asked_meeting.pk | 405 everybody
registration_meeting_withdraw       | third.token asked_meeting.pk | 405 everybody
registration_meeting_cancel         | confirmed.token meeting.pk | ok everybody
registration_meeting_cancel         | third.token meeting.pk     | 404 everybody
registration_meeting_outcome        | confirmed.token meeting.pk | 405 everybody
registration_meeting_calendar       | confirmed.token meeting.pk | ok everybody
registration_meeting_calendar       | third.token meeting.pk     | 404 everybody
verify_letter                       |                            | ok everybody
verify                              | letter.code                | ok everybody
verify                              | nothing                    | 404 everybody
checkin_worker                      |                            | ok everybody
checkin                             | fest.slug                  | ok event_team
checkin                             | hidden_event.slug          | ok event_team
checkin_list                        | fest.slug                  | ok event_team
checkin_scans                       | fest.slug                  | 405 event_team
checkin_gate                        | fest.slug                  | 405 event_team
checkin_by_name                     | fest.slug confirmed.pk     | 405 event_team
checkin_undo                        | fest.slug check_in.pk      | 405 event_team
startups                            |                            | ok everybody
startup                             | published.slug             | ok everybody
startup                             | startup.slug               | 404 public; ok founder editor auditor
imprint                             |                            | ok everybody
privacy                             |                            | ok everybody
accessibility                       |                            | ok everybody
easy_read                           |                            | ok everybody
contact                             |                            | ok everybody
how_it_works                        |                            | ok everybody
how_it_works_kn                     |                            | ok everybody
report_barrier                      |                            | ok everybody
barrier_reported                    |                            | ok everybody
news                                |                            | ok everybody
news_item                           | news.slug                  | ok everybody
news_item                           | draft_news.slug            | 404 public; ok editor auditor

partners                            |                            | ok everybody
partner                             | partner.slug               | ok everybody
partner                             | hidden_partner.slug        | 404 public; ok editor auditor
projects                            |                            | ok everybody
project                             | project.slug               | ok everybody
project                             | hidden_project.slug        | 404 public; ok editor auditor
openings                            |                            | ok everybody
opening                             | opening.pk                 | ok everybody
opening                             | elsewhere.pk               | ok everybody
opening                             | draft_opening.pk           | 404 public; ok founder editor auditor

startup_new                         |                            | ok people
startup_edit                        | startup.slug               | ok founder
startup_edit                        | published.slug             |
startup_section                     | startup.slug name          | ok founder
startup_section                     | employer.slug words        | ok founder
startup_section                     | published.slug name        |
startup_preview                     | startup.slug               | ok founder editor
startup_preview                     | published.slug             | ok editor
startup_submit                      | startup.slug               | 405 people
startup_confirm                     | employer.slug              | ok founder
startup_confirm                     | published.slug             |
change_withdraw                     | employer.slug              | ok founder
change_withdraw                     | published.slug             |
startup_people                      | employer.slug              | ok founder
startup_people                      | published.slug             |
startup_leave                       | employer.slug              | ok founder
member_role                         | employer.slug colleague.pk owner | ok founder
member_remove                       | employer.slug colleague.pk | ok founder
invitation_withdraw                 | employer.slug invitation.pk | ok founder
invitation                          | invitation.token           | ok everybody
startup_openings                    | employer.slug              | ok founder
opening_new                         | employer.slug              | ok founder
opening_new                         | startup.slug               |
opening_edit                        | opening.pk                 | ok founder
opening_publish                     | draft_opening.pk           | 405 people
opening_close                       | opening.pk                 | ok founder
opening_interest                    | opening.pk                 | ok stranger staff
opening_interest                    | elsewhere.pk               | ok people
interest_withdraw                   | elsewhere.pk               | ok founder
introductions                       |                            | ok people
introduction_new                    |                            | to people
introduction                        | introduction.pk            | ok founder editor auditor
introduction                        | asked.pk                   | ok founder editor auditor
introduction_accept                 | introduction.pk            | 405 people
introduction_decline                | introduction.pk            | 405 people
introduction_withdraw               | asked.pk                   | 405 people
introduction_outcome                | asked.pk                   | 405 people
apply                               | package.slug               | ok people
apply                               | hidden_package.slug        |
account                             |                            | ok people
search_save                         |                            | 405 people
search_delete                       | search.pk                  | 405 people
unsubscribe                         | search.token               | ok everybody
applications                        |                            | ok people
application                         | draft.pk                   | ok founder auditor
application                         | submitted.pk               | ok founder auditor
application_check                   | draft.pk                   | ok founder auditor
application_check                   | submitted.pk               | to founder auditor
application_copy                    | submitted.pk number        | ok founder auditor
application_packages                | draft.pk                   | ok founder
application_aid                     | draft.pk                   | ok founder
application_documents               | draft.pk                   | ok founder
application_document_remove         | draft.pk attachment.pk     | 405 people
application_document_replace        | draft.pk attachment.pk     | ok founder
application_earlier                 | draft.pk                   | ok founder
application_export                  | draft.pk                   | ok founder
application_export                  | submitted.pk               | ok founder
application_section                 | draft.pk company           | ok founder
application_section                 | submitted.pk company       |
case                                | case.reference             | ok founder
case_withdraw                       | case.reference             | ok founder
case_message                        | case.reference             | to founder
case_hearing                        | case.reference             | to founder
case_extension                      | case.reference             | to founder
case_extension                      | questioned.reference       | to founder
case_extension                      | unanswered.reference       | ok founder
answer                              | case.reference             | to founder
answer                              | questioned.reference       | ok founder
answer_section                      | questioned.reference plan  | ok founder
answer_section                      | questioned.reference company |
answer_documents                    | questioned.reference       | ok founder
answer_leave_out                    | questioned.reference deck.pk | 405 people
answer_put_back                     | questioned.reference deck.pk | 405 people
answer_check                        | questioned.reference       | ok founder
status                              |                            | ok everybody
status_sent                         |                            | ok everybody
status_shown                        | status_token               | ok everybody
status_shown                        | nothing                    | 404 everybody
provider_answer                     | provider_token             | ok everybody
provider_answer                     | nothing                    | 404 everybody
document                            | enclosure.pk               | ok founder city auditor
document                            | unsent.pk                  | ok founder
notice                              | case.reference             | to founder
notice                              | released.reference         | ok founder
case_waive                          | released.reference         | to founder
case_waive                          | notified.reference         | ok founder
case_decline                        | notified.reference         | to founder
case_decline                        | usable.reference           | ok founder
benefits                            | notified.reference         |
benefits                            | usable.reference           | ok founder
benefits                            | used.reference             | ok founder
benefit_ask                         | usable.reference item.pk   | ok founder
benefit_ask                         | usable.reference used_item.pk |
benefit_wish                        | usable.reference wish.pk   | ok founder
benefit_wish                        | used.reference wish.pk     |
report                              | usable.reference           | ok founder
report                              | used.reference             | ok founder
landing                             | usable.reference           | ok founder
landing_step                        | usable.reference landing.pk | ok founder
settlement                          | usable.reference           | ok founder
document                            | paper.pk                   | ok founder city auditor
document                            | deck.pk                    | ok founder
document                            | submitted_deck.pk          | ok founder city auditor
document                            | notice.pk                  | ok city auditor
document                            | cv.pk                      | ok founder stranger
document                            | own_cv.pk                  | ok founder

account_login                       |                            | ok public; to people
account_signup                      |                            | ok public; to people
account_request_login_code          |                            | ok public; to people
account_confirm_login_code          |                            | to people
account_logout                      |                            | to public; ok people
account_inactive                    |                            | ok everybody
account_reset_password              |                            | ok everybody
account_confirm_password_reset_code |                            | in everybody
account_complete_password_reset     |                            | to everybody
account_password_reset_completed    |                            | ok everybody
account_email_verification_sent     |                            | to people
account_profile                     |                            | ok people
account_email                       |                            | ok people
account_change_password             |                            | ok people
account_set_password                |                            | to people
account_reauthenticate              |                            | ok people
mfa_index                           |                            | ok people
mfa_authenticate                    |                            | to people
mfa_reauthenticate                  |                            | to people
mfa_activate_totp                   |                            | to people
mfa_generate_recovery_codes         |                            | to people
mfa_deactivate_totp                 |                            |
mfa_view_recovery_codes             |                            |
mfa_download_recovery_codes         |                            |

admin:index                         |                            | ok staff
admin:login                         |                            | to staff
admin:logout                        |                            | to public; ok staff
admin:password_change               |                            | to staff
admin:password_change_done          |                            | ok staff
admin:jsi18n                        |                            | ok staff
admin:autocomplete                  |                            |
admin:app_list                      | welcome                    | ok cases auditor superuser
admin:app_list                      | accounts                   | ok auditor superuser
admin:app_list                      | content                    | ok editor auditor
/admin/(?P<url>.*)$                 |                            |
admin:startups_startup_publish      | startup.pk                 | ok editor
admin:startups_startup_return       | startup.pk                 | ok editor
admin:startups_startup_hide         | startup.pk                 | ok editor
admin:startups_introduction_accept  | introduction.pk            | ok editor
admin:startups_introduction_decline | introduction.pk            | ok editor
admin:startups_introduction_outcome | introduction.pk            | ok editor
admin:startups_profilechange_accept | change.pk                  | ok editor
admin:startups_profilechange_decline | change.pk                 | ok editor
admin:events_event_copy             | event.pk                   | ok event_team
admin:events_event_figures          | event.pk                   | ok event_team auditor
admin:events_event_list             | event.pk badges csv        | ok event_team auditor
admin:events_event_list             | event.pk catering csv      | ok event_team
admin:events_event_list             | event.pk nothing csv       |
admin:events_session_cancel         | session.pk                 | ok event_team
admin:events_delegation_grant       | delegation.pk              | ok event_team
admin:events_delegation_refuse      | delegation.pk              | ok event_team
admin:events_delegation_link        | delegation.pk              | ok event_team
admin:events_delegation_withdraw    | delegation.pk              | ok event_team
admin:events_delegation_export      | csv                        | ok event_team auditor
admin:events_delegation_export      | pdf                        |
admin:events_delegate_approve       | confirmed.pk               | ok event_team
admin:events_delegate_wait          | confirmed.pk               | ok event_team
admin:events_delegate_reject        | confirmed.pk               | ok event_team
admin:events_delegate_cancel        | confirmed.pk               | ok event_team
admin:events_delegate_link          | confirmed.pk               | ok event_team
admin:events_delegate_address       | confirmed.pk               | ok event_team
admin:events_delegate_export        | csv                        | ok event_team auditor
admin:events_delegate_export        | pdf                        |
admin:events_meetingsetup_arrange   | meeting_setup.pk           | ok event_team
admin:events_meeting_cancel         | meeting.pk                 | ok event_team
admin:events_meeting_export         | csv                        | ok event_team auditor
admin:events_meeting_export         | pdf                        |
admin:events_invitationletter_approve | letter.pk                | ok event_team
admin:events_invitationletter_decline | letter.pk                | ok event_team
admin:events_invitationletter_withdraw | letter.pk               | ok event_team
admin:events_invitationletter_passport | letter.pk               | ok event_team
admin:events_invitationletter_draft   | asked_letter.pk           | ok event_team
admin:startups_registration_check   | registration.pk            | 405 staff
admin:startups_registration_remove  | registration.pk            | 405 staff
admin:content_newsitem_publish      | draft_news.pk              | ok editor
admin:content_newsitem_unpublish    | news.pk                    | ok editor
admin:welcome_case_take             | case.pk                    | to city auditor
admin:welcome_case_begin_review     | case.pk                    | to city auditor
admin:welcome_case_request_information | case.pk                 | to city auditor
admin:welcome_case_ask_review       | case.pk                    | to city auditor
admin:welcome_case_put_on_waiting_list | case.pk                 | to city auditor
admin:welcome_case_call_from_waiting_list | case.pk              | to city auditor
admin:welcome_case_review           | reviewed.pk                | ok officer
admin:welcome_case_drop_review      | reviewed.pk question.pk    | 405 staff
admin:welcome_package_ranking       | package.pk                 | ok city auditor
admin:welcome_case_declare          | case.pk                    | ok city
admin:welcome_case_mark_items       | case.pk                    | to city auditor
admin:welcome_case_assign           | case.pk                    | ok officer; to signatory reader auditor
admin:welcome_case_view_save        |                            | 405 staff
admin:welcome_case_view_delete      | number                     | 405 staff
admin:welcome_absence               |                            | ok officer other_officer signatory
admin:welcome_case_export           | csv                        | ok cases auditor
admin:welcome_case_export           | pdf                        |
admin:welcome_redemption_export     | csv                        | ok cases auditor
admin:welcome_decision_export       | csv                        | ok auditor
admin:welcome_case_adopt            | case.pk                    | to city auditor
admin:welcome_case_grant_extension  | questioned.pk              | ok officer; to signatory reader auditor
admin:welcome_case_refuse_extension | questioned.pk              | ok officer; to signatory reader auditor
admin:welcome_case_write_to_applicant | case.pk                  | ok officer; to signatory reader auditor
admin:welcome_case_put_aside        | questioned.pk              | ok officer; to signatory reader auditor
admin:welcome_case_propose          | case.pk                    | to city auditor
admin:welcome_case_sign             | case.pk                    | ok signatory; to officer reader auditor
admin:welcome_case_return_proposal  | case.pk                    | ok signatory; to officer reader auditor
admin:welcome_case_release          | case.pk                    | to city auditor
admin:welcome_case_provide_again    | case.pk                    | to city auditor
admin:welcome_case_reopen           | case.pk                    | to city auditor
admin:welcome_case_send_by_post     | case.pk                    | to city auditor
admin:welcome_case_record_receipt   | case.pk                    | to city auditor
admin:welcome_case_record_faulty_remedy | notified.pk            | ok officer; to signatory reader auditor
admin:welcome_redemption_confirm    | wish.pk                    | ok officer
admin:welcome_redemption_refuse     | wish.pk                    | ok officer
admin:welcome_redemption_again      | wish.pk                    | ok officer
admin:welcome_redemption_used       | wish.pk                    | ok officer
admin:welcome_awarditem_contact     | item.pk                    | ok officer
admin:welcome_proofofuse_accept     | proof.pk                   | ok officer
admin:welcome_proofofuse_return     | proof.pk                   | ok officer
admin:welcome_case_record_court_action | case.pk               | to city auditor
admin:welcome_case_record_judgment  | case.pk                    | to city auditor
admin:welcome_case_hear             | case.pk                    | to city auditor
admin:welcome_case_leave_award      | case.pk                    | to city auditor
admin:welcome_case_propose_revocation | case.pk                  | to city auditor
admin:welcome_case_record_sanctions_check | case.pk            | ok officer; to signatory reader auditor
admin:welcome_case_register_award   | case.pk                    | to city auditor
admin:welcome_case_enter_letter     | case.pk                    | ok officer; to signatory reader auditor
admin:welcome_case_enter_wish       | case.pk                    | to city auditor
admin:welcome_case_hold_back        | case.pk                    | to city auditor
admin:welcome_case_record_repayment | case.pk                    | to city auditor
admin:welcome_case_letter           | case.pk post               |
admin:welcome_case_register         |                            | ok cases auditor
admin:welcome_case_paper            |                            | ok officer other_officer
admin:welcome_package_totals        |                            | ok cases auditor
admin:welcome_package_totals_export | csv                        | ok cases auditor
admin:welcome_package_totals_export | pdf                        |
admin:welcome_redemption_providers  |                            | ok cases auditor
admin:welcome_redemption_providers_export | csv                  | ok cases auditor
admin:welcome_redemption_providers_export | pdf                  |
admin:welcome_case_paper_new        | package.pk                 | ok officer
admin:welcome_case_paper_known      | package.pk published.pk    | ok officer
admin:welcome_holiday_fill          |                            | 405 staff
admin:welcome_case_register_csv     |                            | ok cases auditor
admin:welcome_case_close            | case.pk                    | to city auditor
admin:welcome_case_declare          | case.pk                    | ok city
admin:welcome_case_preview          | case.pk                    | ok city auditor
admin:welcome_case_file             | case.pk                    | ok city auditor
admin:welcome_case_archive          | case.pk                    | ok city auditor
admin:welcome_case_preview          | released.pk                |
"""


@dataclass(frozen=True)
class Pages:
    """The pages of one model in the back office: an object of it, and who opens which."""

    object: str
    list: str = ""
    change: str = ""
    add: str = ""
    history: str = ""
    delete: str = ""


MODELS = {
    "accounts_user": Pages("founder", "auditor superuser", "auditor superuser", add="superuser"),
    "post_office_email": Pages("mail", "auditor superuser", "auditor superuser"),
    "startups_startup": Pages(
        "startup", "cases editor auditor", "editor auditor", history="auditor"
    ),
    "startups_profilechange": Pages(
        "change", "editor auditor", "editor auditor", history="auditor"
    ),
    "startups_partner": Pages(
        "partner", "editor auditor", "editor auditor", add="editor", history="auditor superuser"
    ),
    "startups_project": Pages(
        "project", "editor auditor", "editor auditor", add="editor", history="auditor superuser"
    ),
    "startups_opening": Pages(
        "opening", "editor auditor", "editor auditor", add="editor", history="auditor superuser"
    ),
    "startups_introduction": Pages(
        "introduction", "editor auditor", "editor auditor", history="auditor"
    ),
    "welcome_authority": Pages(
        "authority",
        "auditor superuser",
        "auditor superuser",
        add="superuser",
        history="auditor superuser",
    ),
    "welcome_authoritymember": Pages(
        "member",
        "auditor superuser",
        "auditor superuser",
        add="superuser",
        history="auditor superuser",
        delete="superuser",
    ),
    "welcome_holiday": Pages(
        "holiday",
        "auditor superuser",
        "auditor superuser",
        add="superuser",
        history="auditor superuser",
        delete="superuser",
    ),
    "welcome_package": Pages(
        "package",
        "cases auditor superuser",
        "city auditor superuser",
        add="superuser",
        history="auditor superuser",
    ),
    "welcome_case": Pages("case", "cases auditor", "city auditor", history="auditor"),
    "welcome_caseaccess": Pages("look", "auditor superuser", "auditor superuser"),
    "documents_access": Pages("access", "auditor superuser", "auditor superuser"),
    "documents_export": Pages("export", "auditor superuser", "auditor superuser"),
    "welcome_application": Pages("draft", "auditor", "auditor"),
    "welcome_revision": Pages("revision", "auditor", "auditor"),
    "welcome_decision": Pages("decision", "auditor", "auditor", history="auditor"),
    "welcome_caseevent": Pages("record", "auditor", "auditor"),
    "welcome_awarditem": Pages("item", "cases auditor", "city auditor", history="auditor"),
    "welcome_redemption": Pages("wish", "cases auditor", "city auditor", history="auditor"),
    "welcome_proofofuse": Pages("proof", "cases auditor", "city auditor", history="auditor"),
    "welcome_landingstep": Pages(
        "landing", "cases auditor", "city auditor", add="officer other_officer", history="auditor"
    ),
    "welcome_textblock": Pages(
        "block", "cases auditor", "city auditor", add="officer other_officer", history="auditor"
    ),
    "content_page": Pages("page", "editor auditor", "editor auditor", history="auditor superuser"),
    "content_newsitem": Pages(
        "news", "editor auditor", "editor auditor", add="editor", history="auditor superuser"
    ),
    "content_barrierreport": Pages("report", "editor auditor", "editor auditor"),
    "events_session": Pages(
        "session",
        "cases event_team editor auditor",
        "cases event_team editor auditor",
        add="event_team",
        history="auditor superuser",
    ),
    "events_delegation": Pages(
        "delegation",
        "event_team auditor",
        "event_team auditor",
        add="event_team",
        history="auditor",
    ),
    "events_delegate": Pages(
        "confirmed", "event_team auditor", "event_team auditor", history="auditor"
    ),
    "events_mailing": Pages(
        "mailing",
        "event_team auditor",
        "event_team auditor",
        add="event_team",
        history="auditor",
    ),
    "events_eventquestion": Pages(
        "event_question", "event_team auditor", "event_team auditor", add="event_team"
    ),
    "events_feedback": Pages("feedback", "event_team auditor", "event_team auditor"),
    "events_lettersetup": Pages(
        "setup",
        "event_team auditor",
        "event_team auditor",
        add="event_team",
        history="auditor",
    ),
    "events_invitationletter": Pages(
        "letter", "event_team auditor", "event_team auditor", history="auditor"
    ),
    "events_meetingsetup": Pages(
        "meeting_setup",
        "event_team auditor",
        "event_team auditor",
        add="event_team",
        history="auditor",
    ),
    "events_meeting": Pages(
        "meeting", "event_team auditor", "event_team auditor", history="auditor"
    ),
    "events_checkin": Pages("check_in", "event_team auditor", "event_team auditor"),
    "events_event": Pages(
        "event",
        "cases event_team editor auditor",
        "cases event_team editor auditor",
        add="event_team",
        history="auditor superuser",
    ),
}


@dataclass(frozen=True)
class Row:
    """One address: `route` is its name in the URLconf, or its pattern when it has none."""

    route: str
    objects: str
    answers: str

    def expected(self, role):
        for clause in filter(None, self.answers.split(";")):
            answer, *names = clause.split()
            if any(role in GROUPS.get(name, (name,)) for name in names):
                return answer
        return "in" if role == "public" else "404"

    def address(self, world):
        if self.route.startswith("/"):
            return self.route.replace(
                "<path:object_id>", self.objects and str(read(world, self.objects))
            )
        return reverse(self.route, args=[read(world, each) for each in self.objects.split()])


def read(world, name):
    """An attribute of the world such as "case.pk", or the word itself."""
    stem = name.split(".")[0]
    return attrgetter(name)(world) if hasattr(world, stem) else name


def rows():
    for line in filter(None, ROUTES.splitlines()):
        yield Row(*(part.strip() for part in line.split("|")))
    for model, pages in MODELS.items():
        for page, names in [("changelist", pages.list), ("add", pages.add)]:
            yield Row(f"admin:{model}_{page}", "", names and f"ok {names}")
        for page, names in [
            ("change", pages.change),
            ("history", pages.history),
            ("delete", pages.delete),
        ]:
            yield Row(f"admin:{model}_{page}", f"{pages.object}.pk", names and f"ok {names}")
        app, name = model.rsplit("_", 1)
        yield Row(f"/admin/{app}/{name}/<path:object_id>/", f"{pages.object}.pk", "to staff")


def routes(patterns, prefix="/", namespace=""):
    """Every route of the URLconf, by its name, or by its pattern when it has none."""
    for pattern in patterns:
        here = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from routes(pattern.url_patterns, here, inner)
        else:
            yield f"{namespace}{pattern.name}" if pattern.name else here


# `make test` asks each address as every third role, by turns; `make test-all` as all of them.
PARTS = [0, *(pytest.param(part, marks=pytest.mark.slow) for part in (1, 2))]


def answer_of(response):
    b"".join(getattr(response, "streaming_content", ()))  # close the file
    if response.status_code in (301, 302):
        to_sign_in = any(
            word in response["Location"] for word in ("/accounts/login/", "/admin/login/")
        )
        return "in" if to_sign_in else "to"
    return "ok" if response.status_code == 200 else str(response.status_code)


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def clients(world):
    """A browser for each role, in a network of its own; staff have given their second factor."""
    browsers = {
        role: Client(raise_request_exception=False, REMOTE_ADDR=f"198.51.100.{number}")
        for number, role in enumerate(ROLES)
    }
    for role, person in world.people.items():
        if person:
            sign_in(browsers[role], person)
    return browsers


def walk(world, part=0, parts=1):
    """(role, row, address) for everything, or one part of it, in German and English by turns."""
    for number, row in enumerate(rows()):
        for turn, role in enumerate(ROLES):
            if (number + turn) % parts == part:
                with override(("de", "en")[(number + turn) % 2]):
                    yield role, row, row.address(world)


def test_every_address_is_in_the_table_and_no_other():
    assert {row.route for row in rows()} == set(routes(get_resolver().url_patterns))


def test_every_role_is_in_the_table():
    assert {*Role} - {*ROLES} == {Role.ADMINISTRATOR}  # the superuser has its rights, and no other


def test_every_name_in_the_table_is_a_role():
    known = {"ok", "to", "in", "404", "405", *GROUPS, *ROLES}
    words = " ".join(row.answers for row in rows()).replace(";", " ").split()
    assert set(words) <= known


@pytest.mark.no_cover  # what answers here is measured by the tests of each part
@pytest.mark.parametrize("part", PARTS)
def test_every_address_answers_every_role_as_the_table_says(world, clients, part):
    wrong = {
        (address, role): (row.expected(role), answer)
        for role, row, address in walk(world, part, len(PARTS))
        if (answer := answer_of(clients[role].get(address))) != row.expected(role)
    }
    assert wrong == {}


@pytest.mark.no_cover  # what answers here is measured by the tests of each part
@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_posted_where_nothing_is_seen(world, clients, part):
    """What a role does not see, it does not change either: an empty POST gets the answer that a GET gets."""
    wrong = {
        (address, role): answer
        for role, row, address in walk(world, part, len(PARTS))
        if (hidden := row.expected(role)) in ("in", "404")
        and (answer := answer_of(clients[role].post(address))) not in (hidden, "405")
    }
    assert wrong == {}


def test_posted_only_addresses_are_not_there_for_others(world, clients):
    """Where a GET is 405 for everybody, the POST tells who may: all others find nothing."""
    allowed = {
        "startup_submit": "founder",
        "opening_publish": "founder",
        **dict.fromkeys(
            [f"checkin_{verb}" for verb in ("scans", "gate", "by_name", "undo")], "event_team"
        ),
        **dict.fromkeys(
            [f"introduction_{verb}" for verb in ("accept", "decline", "withdraw", "outcome")],
            "founder",
        ),
        "search_delete": "founder",
        "application_document_remove": "founder",
        "admin:welcome_case_drop_review": "officer",
        "admin:welcome_holiday_fill": "superuser",
        **dict.fromkeys(["case_message", "answer_leave_out", "answer_put_back"], "founder"),
    }
    for role, row, address in walk(world):
        for_all = row.route in (
            "search_save",
            "admin:welcome_case_view_save",
            "registration_accept",
            *(f"registration_meeting_{verb}" for verb in ("accept", "decline", "withdraw")),
            "registration_meeting_outcome",
            "delegation_open_link",
            "delegation_close_link",
            "delegation_mail_all",
            "delegation_mail_one",
        )
        if row.expected(role) == "405" and not for_all and role != allowed.get(row.route, "editor"):
            assert answer_of(clients[role].post(address)) == "404", (address, role)
