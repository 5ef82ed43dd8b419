"""The list of cases and the page of a case: who sees what."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from corridor import clock
from corridor.accounts.models import User
from corridor.templatetags.corridor import day_in_words
from startups.models import Membership
from tests.factories import (
    days_ago,
    fresh,
    look_up,
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_startup,
    make_user,
    officer_of,
    owner_of,
    propose,
    sign_in,
    signatory_of,
    state_views,
)
from welcome import actions
from welcome.admin.verbs import TABLE
from welcome.choices import CaseState, DecisionKind, StaffRole

pytestmark = pytest.mark.django_db

LIST = reverse("admin:welcome_case_changelist")


def page(case):
    return reverse("admin:welcome_case_change", args=[case.pk])


def address(case, verb):
    return reverse(f"admin:welcome_case_{verb}", args=[case.pk])


def references(response):
    return [case.reference for case in response.context["cl"].result_list]


def officers_client(client, case):
    return sign_in(client, officer_of(case.authority))


# The list


def test_list_shows_own_authoritys_cases_only(client):
    case, other = make_case(), make_case()
    response = officers_client(client, case).get(LIST)
    assert references(response) == [case.reference]
    assert other.reference not in response.text
    assert str(other.package) not in response.text
    assert str(officer_of(other.authority).email) not in response.text


def test_list_shows_auditor_everything(client):
    cases = [make_case(), make_case()]
    response = sign_in(client, make_user(roles=["auditor"])).get(LIST)
    assert set(references(response)) == {case.reference for case in cases}


def test_own_startup_gives_staff_no_foreign_case(client):
    foreign = make_case()
    officer = make_staff(make_authority())
    Membership.objects.create(
        startup=foreign.startup, user=officer, role="owner", since=clock.now()
    )
    assert references(sign_in(client, officer).get(LIST)) == []
    assert client.get(page(foreign)).status_code == 404


def test_list_begins_with_what_the_authority_owes(client):
    package = make_package()
    here, decided = make_case(package=package), make_case("released", package=package)
    officers_client(client, here)
    assert references(client.get(LIST)) == [here.reference]
    assert references(client.get(LIST, {"state": "released"})) == [decided.reference]
    assert len(references(client.get(LIST, {"state": "all"}))) == 2


def test_empty_inbox_says_that_there_may_be_more_elsewhere(client):
    response = officers_client(client, make_case("released")).get(LIST)
    assert "State: <b>With the authority</b>" in response.text
    assert "There is nothing here now. Choose another filter" in response.text


def test_default_state_is_taken_away_in_one_click(client):
    package = make_package()
    make_case("released", package=package)
    case = make_case(package=package)
    html = officers_client(client, case).get(LIST).text
    assert 'State: <b>With the authority</b> <a href="?state=all">clear' in html
    everything = client.get(LIST, {"state": "all"})
    assert len(references(everything)) == 2
    assert "clear" not in everything.text.partition('class="narrowed"')[2].partition("</p>")[0]


@pytest.mark.parametrize("query", [{}, {"q": "DUS"}, {"waiting": "signature"}, {"state": "all"}])
def test_inbox_is_among_the_states_offered(client, query):
    html = officers_client(client, make_case()).get(LIST, query).text
    assert ">With the authority</a>" in html


def test_search_is_cleared_to_everything(client):
    html = officers_client(client, make_case()).get(LIST, {"q": "DUS"}).text
    assert '<a href="?state=all">Clear all</a>' in html
    assert "State: <b>" not in html


def test_list_of_running_cases_leaves_out_the_ended(client):
    package = make_package()
    case, _ended = make_case("released", package=package), make_case("withdrawn", package=package)
    officers_client(client, case)
    assert references(client.get(LIST, {"state": "running"})) == [case.reference]


def test_list_is_ordered_by_due_date(client):
    package = make_package()
    late = make_case(package=package)
    with days_ago(60):
        overdue = make_case(package=package)
    response = officers_client(client, late).get(LIST)
    assert references(response) == [overdue.reference, late.reference]
    assert "18 days overdue" in response.text
    assert "in 42 days" in response.text


def test_due_words_of_today_and_of_one_day(client):
    package = make_package(decision_days=1)
    case = make_case(package=package)
    with days_ago(1):
        make_case(package=package)
    response = officers_client(client, case).get(LIST)
    assert ">in 1 day<" in response.text
    assert ">today<" in response.text


@pytest.mark.parametrize("state", ["closed", "withdrawn"])
def test_clock_stands_still_while_the_authority_owes_nothing(client, state):
    case = make_case(state)
    assert "not running" in officers_client(client, case).get(LIST, {"state": state}).text


def test_list_says_until_when_an_answer_is_awaited(client):
    case = make_case("information_requested")
    text = officers_client(client, case).get(LIST, {"state": "all"}).text
    day = case.requests.get().due_on
    assert f'answer <span class="quiet">until {date_format(day, "MONTH_DAY_FORMAT")}' in text


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("waiting_list", ">a free place<"),
        ("released", 'retrieval <span class="quiet">until 1 August</span>'),
        ("notified", 'final <span class="quiet">on '),
        ("heard", 'hearing <span class="quiet">until '),
        ("in_court", ">the court decides<"),
        ("final", 'first use <span class="quiet">until '),
    ],
)
def test_list_says_what_is_awaited_instead_of_a_deadline(client, state, words):
    case = make_case(state)
    assert words in officers_client(client, case).get(LIST, {"state": "all"}).text


def test_list_says_when_a_retrieved_notice_counts_as_notified(client):
    case = make_case("released")
    actions.retrieve_notice(case=case, by=owner_of(case.startup))
    text = officers_client(client, case).get(LIST, {"state": "all"}).text
    assert 'notification <span class="quiet">on 23 July</span>' in text


def test_list_marks_a_notice_that_nobody_retrieved(client):
    with days_ago(11):
        case = make_case("released")
    text = officers_client(client, case).get(LIST, {"state": "all"}).text
    assert '<span class="overdue">retrieval</span> <span class="quiet">until 21 July' in text


def test_list_says_what_the_post_waits_for(client):
    with days_ago(11):
        case = make_case("released")
    officer = officer_of(case.authority)
    actions.send_by_post(case=case, posted_on=clock.today(), way="abroad", by=officer)
    text = officers_client(client, case).get(LIST, {"state": "all"}).text
    assert 'prove the receipt <span class="quiet">posted on 22 July</span>' in text


def test_list_says_that_a_hearing_is_over(client):
    case = make_case("heard")
    state_views(case)
    text = officers_client(client, case).get(LIST, {"state": "all"}).text
    assert "decide on the revocation" in text


def test_filters_by_officer(client):
    package = make_package()
    mine, nobodys = make_case("checking", package=package), make_case(package=package)
    colleague = make_staff(package.authority, name="Nils Neu")
    theirs = make_case(package=package)
    actions.take(case=theirs, by=colleague)
    officers_client(client, mine)
    assert references(client.get(LIST, {"officer": "me"})) == [mine.reference]
    assert references(client.get(LIST, {"officer": "none"})) == [nobodys.reference]
    assert references(client.get(LIST, {"officer": colleague.pk})) == [theirs.reference]


def test_filters_by_package(client):
    authority = make_authority()
    case, _other = (make_case(package=make_package(authority)) for _ in range(2))
    officers_client(client, case)
    assert references(client.get(LIST, {"package": case.package.pk})) == [case.reference]


@pytest.mark.parametrize("query", [{"package": "x"}, {"officer": "x"}, {"state": "x"}, {"p": "x"}])
def test_nonsense_in_the_address_is_no_error(client, query):
    assert officers_client(client, make_case()).get(LIST, query, follow=True).status_code == 200


def test_search_finds_reference_and_startup_in_every_state(client):
    package = make_package()
    startup = make_startup(name="Müller Diagnostics")
    case = make_case("closed", package=package, startup=startup)
    make_case(package=package)
    officers_client(client, case)
    for term in [case.reference, case.reference.lower(), "mueller"]:
        assert references(client.get(LIST, {"q": term})) == [case.reference]


def test_list_costs_the_same_for_one_row_and_for_thirty(client, django_assert_num_queries):
    package = make_package()
    case = make_case(package=package)
    officers_client(client, case).get(LIST)
    with django_assert_num_queries(10):
        client.get(LIST)
    for _ in range(29):
        make_case(package=package)
    with django_assert_num_queries(10):
        assert len(references(client.get(LIST))) == 30


def test_list_counts_no_further_than_a_thousand(client, monkeypatch):
    monkeypatch.setattr("welcome.admin.inbox.MOST_COUNTED", 1)
    monkeypatch.setattr("corridor.pages.MOST_COUNTED", 1)
    package = make_package()
    case, _other = (make_case(package=package) for _ in range(2))
    assert "more than 1,000 cases" in officers_client(client, case).get(LIST).text


# Who may open what

ROLES = {
    "officer": lambda case: officer_of(case.authority),
    "signatory": lambda case: signatory_of(case.authority),
    "reader": lambda case: make_staff(case.authority, StaffRole.READER),
    "auditor": lambda case: make_user(roles=["auditor"]),
    "officer of another authority": lambda case: make_staff(make_authority()),
    "signatory of another authority": lambda case: make_staff(
        make_authority(), StaffRole.SIGNATORY
    ),
    "administrator": lambda case: make_user(roles=["administrator"]),
    "superuser": lambda case: User.objects.create_superuser("root@example.org", name="Root"),
    "editor": lambda case: make_user(roles=["editor"]),
    "owner of the start-up": lambda case: owner_of(case.startup),
}
READERS = {"officer", "signatory", "reader", "auditor"}
VERBS = [verb.name for verb in TABLE]


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_a_case_for_every_role(client, role):
    case = make_case("proposed")
    sign_in(client, ROLES[role](case))
    pages = [page(case), address(case, "preview"), *(address(case, verb) for verb in VERBS)]
    codes = {client.get(url).status_code for url in pages}
    assert codes <= {200, 302} if role in READERS else codes == {404}
    assert client.get(page(case)).status_code == (200 if role in READERS else 404)
    assert fresh(case).state == CaseState.PROPOSED


@pytest.mark.parametrize("role", sorted(ROLES.keys() - READERS))
def test_posts_of_strangers_find_nothing(client, role):
    case = make_case()
    sign_in(client, ROLES[role](case))
    assert {client.post(address(case, verb)).status_code for verb in VERBS} == {404}
    assert fresh(case).state == CaseState.SUBMITTED


@pytest.mark.parametrize("role", ["reader", "auditor"])
@pytest.mark.parametrize("state", ["submitted", "review", "proposed", "signed", "final"])
def test_whoever_only_reads_has_no_button_that_works(client, role, state):
    case = make_case(state)
    sign_in(client, ROLES[role](case))
    assert not client.get(page(case)).context["verbs"]
    for verb in VERBS:
        assert client.post(address(case, verb), {"note": "x"}).url == page(case)
    refusal = "Only staff of the granting authority in the role"
    assert client.get(page(case)).text.count(refusal) == len(VERBS)
    assert fresh(case).state == state
    assert case.events.count() == fresh(case).events.count()


def test_stranger_is_sent_to_sign_in(client):
    case = make_case()
    for response in [
        client.get(page(case), follow=True),
        client.post(address(case, "take"), follow=True),
    ]:
        assert "/accounts/login/" in response.redirect_chain[-1][0]
    assert fresh(case).state == CaseState.SUBMITTED


def test_case_is_neither_added_nor_deleted_nor_typed_over(client):
    case = make_case()
    officers_client(client, case)
    assert client.get(reverse("admin:welcome_case_add")).status_code == 404
    assert client.get(reverse("admin:welcome_case_delete", args=[case.pk])).status_code == 404
    assert client.post(page(case), {"state": "final"}).status_code == 405
    assert fresh(case).state == CaseState.SUBMITTED


def test_dead_address_is_404(client):
    officers_client(client, make_case())
    for dead in ["nothing/change/", "nothing/take/", f"{uuid4()}/take/", f"{uuid4()}/preview/"]:
        assert client.get(f"{LIST}{dead}", follow=True).status_code == 404


# What the page says


def test_page_shows_what_was_applied_for_in_words(client):
    case = make_case(
        startup=make_startup(themes=["digital_health"], registrations={"dpiit": "DIPP1"})
    )
    text = officers_client(client, case).get(page(case)).text
    for words in [
        "What is your product or service?",
        "A pocket ultrasound.",
        "Prototype",
        "Digital health",
        "DIPP1",
    ]:
        assert words in text
    assert "digital_health" not in text


def test_page_shows_documents_with_links(client):
    case = make_case(package=make_package(required_documents=["pitch_deck"]))
    document = case.revision.documents.get().document
    text = officers_client(client, case).get(page(case)).text
    assert reverse("document", args=[document.pk]) in text
    assert "Pitch deck" in text


AID = {
    "received": "yes",
    "lines": [
        {"authority": "Stadt Köln", "granted_on": "2023-03-01", "amount": "24000.00"},
        {"authority": "Land Hessen", "granted_on": "2020-03-01", "amount": "9000.00"},
    ],
}


def test_page_sums_up_declared_aid_and_awards_of_every_authority(client):
    startup = make_startup()
    make_case("signed", startup=startup)
    case = make_case(startup=startup, aid=AID)
    text = officers_client(client, case).get(page(case)).text
    assert "€30,000 count since 23 July 2021" in text
    assert "€270,000 are left" in text
    assert "no longer counts" in text


def test_page_tells_nothing_else_about_other_authorities(client):
    startup = make_startup()
    other = make_case("signed", startup=startup)
    case = make_case(startup=startup)
    text = officers_client(client, case).get(page(case)).text
    assert other.authority.name in text
    assert other.reference not in text
    assert str(other.package) not in text


def test_page_outside_administrative_law_says_nothing_of_aid(client):
    case = make_case(package=make_package(make_authority("none")))
    assert "De-minimis" not in officers_client(client, case).get(page(case)).text


def test_page_shows_decision_deliveries_and_record(client):
    case = make_case("final")
    response = officers_client(client, case).get(page(case))
    for words in ["Award, €6,000", "Retrieved", "Final on", "Notice released"]:
        assert words in response.text
    assert "Nebenbestimmungen" not in response.text
    notice = case.decisions.get().notice
    assert reverse("document", args=[notice.pk]) in response.text
    assert [stop["state"] for stop in response.context["stops"]] == ["passed"] * 7 + ["here"]


def test_page_keeps_a_returned_proposal_apart(client):
    case = make_case("proposed")
    actions.return_proposal(case=case, note="Why eight hours?", by=signatory_of(case.authority))
    text = officers_client(client, case).get(page(case)).text
    assert "<details>" in text
    assert "Why eight hours?" in text


def test_page_escapes_what_people_write(client):
    case = make_case(
        startup=make_startup(name="<b>bold</b>"), product={"product": "<script>", "stage": "idea"}
    )
    text = officers_client(client, case).get(page(case)).text
    assert "<script>" not in text
    assert "<b>bold" not in text


def test_page_speaks_german(client):
    case = make_case(package=make_package(title_de="Willkommen am Rhein"))
    officer = make_staff(case.authority)
    officer.language = "de"
    officer.save()
    assert "Willkommen am Rhein" in sign_in(client, officer).get(page(case)).text


@pytest.mark.parametrize("state", list(CaseState))
def test_page_says_in_every_state_who_does_what_next(client, state):
    case = make_case(state)
    sign_in(client, make_staff(case.authority, StaffRole.READER))
    assert client.get(page(case)).context["waits_for"]


@pytest.mark.parametrize("state", ["information_requested", "released", "notified", "heard"])
def test_page_names_the_day_until_which_others_have_time(client, state):
    response = officers_client(client, case := make_case(state)).get(page(case))
    delivery = case.decisions.last() and case.decisions.last().deliveries.last()
    day = {
        "information_requested": lambda: case.requests.get().due_on,
        "released": lambda: delivery.closes_on,
        "notified": lambda: delivery.last_day_in_court,
        "heard": lambda: case.hearings.get().due_on,
    }[state]()
    assert day_in_words(day) in response.context["waits_for"]
    assert str(response.context["waits_for"]) in response.text


@pytest.mark.parametrize("state", ["notified", "final", "heard"])
def test_step_for_something_unusual_is_never_the_main_button(client, state):
    response = officers_client(client, case := make_case(state)).get(page(case))
    rare = [verb.name for verb in response.context["verbs"] if verb.rare]
    assert rare
    for name in rare:
        address = reverse(f"admin:welcome_case_{name}", args=[case.pk])
        assert f'<a class="button quiet" href="{address}"' in response.text


def test_proposal_is_told_that_nobody_looked_in_the_lists(client):
    case = make_case("review")
    address = reverse("admin:welcome_case_propose", args=[case.pk])
    assert "No clear look-up" in officers_client(client, case).get(address).text
    look_up(case)
    assert "No clear look-up" not in client.get(address).text


def test_page_of_a_letter_waits_for_no_court(client):
    package = make_package(make_authority("none"))
    case = make_case("released", package=package, kind=DecisionKind.REJECT)
    officers_client(client, case)
    assert "can retrieve the notice" in str(client.get(page(case)).context["waits_for"])
    actions.retrieve_notice(case=case, by=owner_of(case.startup))
    response = client.get(page(case))
    assert "closes the file" in str(response.context["waits_for"])
    assert [verb.name for verb in response.context["verbs"]] == ["close"]


def test_page_of_a_letter_with_an_award_waits_for_its_use(client):
    case = make_case("released", package=make_package(make_authority("none")))
    actions.retrieve_notice(case=case, by=owner_of(case.startup))
    response = officers_client(client, case).get(page(case))
    assert "once the use of the benefits is proven" in str(response.context["waits_for"])
    assert response.context["verbs"] == []


def test_page_says_when_a_notice_counts_as_notified(client):
    case = make_case("released")
    actions.retrieve_notice(case=case, by=owner_of(case.startup))
    context = officers_client(client, case).get(page(case)).context
    assert "on the following day" in str(context["waits_for"])


def test_page_costs_the_same_for_short_and_long_files(client, django_assert_max_num_queries):
    case = make_case("review")
    for _ in range(3):
        propose(case, kind=DecisionKind.REJECT)
        actions.return_proposal(case=case, note="Again.", by=signatory_of(case.authority))
    officers_client(client, case)
    with django_assert_max_num_queries(60):
        client.get(page(case))


@pytest.mark.parametrize(
    ("state", "here", "ahead"),
    [("submitted", "Submitted", 5), ("proposed", "Decision", 2), ("final", "Final", 0)],
)
def test_page_shows_where_the_case_stands(client, state, here, ahead):
    case = make_case(state)
    way = officers_client(client, case).get(page(case)).context["way"]
    assert [stop["title"] for stop in way if stop["state"] == "here"] == [here]
    assert len([stop for stop in way if stop["state"] == "ahead"]) == ahead


def test_page_says_in_words_that_a_decision_is_overdue(client):
    with days_ago(60):
        case = make_case("review")
    text = officers_client(client, case).get(page(case)).text
    assert "18 days overdue: the decision was due on" in text
    assert "Thursday, 4 July 2024" in text


def test_page_of_a_verb_says_that_it_is_below_the_case(client):
    case = make_case("review")
    text = officers_client(client, case).get(address(case, "propose")).text
    assert f'<a href="{page(case)}">{case.reference}</a>' in text
    assert '<li aria-current="page">Propose a decision</li>' in text


def test_history_is_the_auditors(client):
    case = make_case("checking")
    history = reverse("admin:welcome_case_history", args=[case.pk])
    assert officers_client(client, case).get(history).status_code == 404
    assert history not in client.get(page(case)).text
    sign_in(client, make_user(roles=["auditor"]))
    assert history in client.get(page(case)).text
    assert "Completeness check" in client.get(history).text


def test_index_leads_staff_to_cases_and_packages(client):
    case = make_case()
    text = officers_client(client, case).get("/admin/").text
    assert LIST in text
    assert reverse("admin:welcome_package_changelist") in text
    assert "/admin/welcome/decision/" not in text


def test_terms_outlive_a_change_of_the_package(client):
    case = make_case("review")
    benefits = [{"title_de": "Neu", "title_en": "New", "quantity": 1, "unit_de": "Stück", "unit_en": "piece",
                 "unit_value": Decimal(10), "provider": "IHK"}]  # fmt: skip
    actions.change_package(
        package=case.package, benefits=benefits, by=None, title_en="Other title", award_days=7
    )
    officers_client(client, case)
    assert "Welcome package" in client.get(page(case)).text
    text = client.get(address(case, "propose")).text
    assert "Benefit 1" in text
    assert "Other title" not in text
