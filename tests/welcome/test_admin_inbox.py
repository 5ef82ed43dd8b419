"""The list of cases as an inbox: its filters and views, who gets which case, the search."""

from uuid import UUID

import pytest
from django.urls import reverse

from corridor import clock
from startups.actions import change_startup
from startups.choices import Sector
from startups.models import Membership
from tests.factories import (
    ask,
    days_ago,
    fresh,
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
)
from welcome import actions
from welcome.actions.inbox import MOST_VIEWS
from welcome.choices import StaffRole
from welcome.exceptions import (
    AssignedAlready,
    NotAnOfficer,
    NotOfThisAuthority,
    OfficerConcerned,
    OwnCase,
    TooManyViews,
    WrongState,
)
from welcome.models import SavedView

pytestmark = pytest.mark.django_db

LIST = reverse("admin:welcome_case_changelist")
SAVE = reverse("admin:welcome_case_view_save")


def references(response):
    return [case.reference for case in response.context["cl"].result_list]


def join(startup, user):
    Membership.objects.create(startup=startup, user=user, role="owner", since=clock.now())


@pytest.fixture
def package():
    return make_package()


@pytest.fixture
def officer(package, client):
    person = officer_of(package.authority)
    sign_in(client, person)
    return person


# Money and filters


def test_money_is_what_was_asked_for_until_it_is_granted(client, package, officer):
    make_case(package=package), make_case("signed", package=package)
    page = client.get(LIST).text
    assert page.count("6,000") == 2
    assert "asked for</span>" in page
    assert "granted</span>" in page


def test_money_says_what_is_proposed_as_long_as_it_is_not_signed(client, package, officer):
    case = make_case("review", package=package)
    propose(case, items={package.benefits.first(): 1})
    page = client.get(LIST).text
    assert '€1,000 <span class="quiet">as proposed</span>' in page
    assert "asked for</span>" not in page


def test_proposed_refusal_leaves_what_was_asked_for(client, package, officer):
    make_case("proposed", package=package, kind="reject")
    assert "asked for</span>" in client.get(LIST).text


def test_money_leaves_out_what_nobody_asked_for(client, package, officer):
    one = str(package.benefits.first().pk)
    make_case(package=package, **{f"package-{package.pk}": {"benefits": [one]}})
    assert "3,000" in client.get(LIST).text


def test_filters_by_sector(client, package, officer):
    green = make_case(package=package, startup=make_startup(sector=Sector.GREEN_TECH))
    make_case(package=package)
    assert references(client.get(LIST, {"sector": "green_tech"})) == [green.reference]


def test_filters_by_what_is_due(client, package, officer):
    with days_ago(60):
        late = make_case(package=package)
    with days_ago(30):
        soon = make_case(package=package)
        make_case("released", package=package)
    make_case(package=package)
    assert references(client.get(LIST, {"due": "overdue"})) == [late.reference]
    assert references(client.get(LIST, {"due": "soon"})) == [soon.reference]


def test_authority_is_a_filter_for_whoever_sees_several(client, package, officer):
    case, other = make_case(package=package), make_case()
    assert "?authority=" not in client.get(LIST).text
    sign_in(client, make_user(roles=["auditor"]))
    assert f"?authority={other.authority.slug}" in client.get(LIST).text
    found = client.get(LIST, {"authority": case.authority.slug})
    assert references(found) == [case.reference]


def test_decided_cases_are_a_filter(client, package, officer):
    case = make_case("released", package=package)
    make_case(package=package)
    assert references(client.get(LIST, {"state": "decided"})) == [case.reference]


# The search


@pytest.mark.parametrize(
    "term", ["u72900ka2019", "U72900KA2019PTC123456", "müller heilk", "MEDIZIN"]
)
def test_search_finds_registry_number_and_both_names(client, package, officer, term):
    startup = make_startup(name="Mueller Heilkunst", legal_name="Medizintechnik Private Limited")
    change_startup(
        startup=startup, by=owner_of(startup), registrations={"cin": "U72900KA2019PTC123456"}
    )
    case = make_case("closed", package=package, startup=startup)
    make_case(package=package)
    assert references(client.get(LIST, {"q": term})) == [case.reference]


@pytest.mark.parametrize("term", ["nobody", "%", "\N{COMBINING ACUTE ACCENT}", "zz"])
def test_search_for_what_nothing_holds_finds_nothing(client, package, officer, term):
    make_case(package=package)
    assert references(client.get(LIST, {"q": term})) == []


def test_search_finds_no_case_of_another_authority(client, package, officer):
    other = make_case()
    for term in [other.reference, other.startup.name]:
        assert references(client.get(LIST, {"q": term})) == []


# The filters of the last time, and views with a name


def test_last_filters_come_back_and_are_taken_away(client, package, officer):
    client.get(LIST, {"sector": "medtech", "state": "all", "p": "2", "x": "y"})
    assert client.get(LIST).url == f"{LIST}?state=all&sector=medtech"
    html = client.get(LIST, {"sector": "medtech"}).text
    assert '<a href="?state=authority">clear' in html
    client.get(LIST, {"state": "authority"})
    assert client.get(LIST).url == f"{LIST}?state=authority"


def test_search_is_over_with_its_answer(client, package, officer):
    client.get(LIST, {"q": "sensor"})
    assert client.get(LIST).status_code == 200


def test_filters_of_the_last_time_are_ones_own(client, package, officer):
    client.get(LIST, {"sector": "medtech"})
    client.logout()
    sign_in(client, make_staff(package.authority))
    assert client.get(LIST).status_code == 200


def test_view_is_saved_opened_and_deleted(client, package, officer):
    query = "sector=medtech&p=2&evil=1&q=sensor"
    response = client.post(SAVE, {"name": "MedTech", "query": query}, follow=True)
    view = SavedView.objects.get()
    assert (view.user, view.name, view.query) == (officer, "MedTech", "sector=medtech&q=sensor")
    assert f'href="{view.get_absolute_url()}'.replace("&", "&amp;") in response.text
    client.post(reverse("admin:welcome_case_view_delete", args=[view.pk]))
    assert not SavedView.objects.exists()


def test_view_of_the_same_name_is_replaced(client, package, officer):
    for query in ("sector=medtech", "due=overdue"):
        client.post(SAVE, {"name": "Mine", "query": query})
    assert SavedView.objects.get().query == "due=overdue"


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_view_needs_a_name(client, package, officer, name):
    response = client.post(SAVE, {"name": name, "query": ""}, follow=True)
    assert "Give the view a name" in response.text
    assert not SavedView.objects.exists()


def test_views_are_ones_own(client, package, officer):
    view = actions.save_view(name="Secret", query="", by=make_staff(package.authority))
    assert "Secret" not in client.get(LIST).text
    assert client.post(reverse("admin:welcome_case_view_delete", args=[view.pk])).status_code == 404


def test_views_are_for_whoever_sees_cases(client):
    sign_in(client, make_user(roles=["editor"]))
    assert client.post(SAVE, {"name": "x", "query": ""}).status_code == 404


def test_views_are_twenty_at_most(officer):
    for number in range(MOST_VIEWS):
        actions.save_view(name=f"{number}", query="", by=officer)
    with pytest.raises(TooManyViews):
        actions.save_view(name="more", query="", by=officer)
    actions.save_view(name="0", query="due=soon", by=officer)


# To give a case away


def test_case_is_given_to_a_colleague_who_hears_of_it_without_content(
    client, queued, package, officer
):
    case = make_case("review", package=package)
    colleague = make_staff(package.authority, name="Nils Neu")
    page = client.get(reverse("admin:welcome_case_change", args=[case.pk])).text
    address = reverse("admin:welcome_case_assign", args=[case.pk])
    assert address in page
    response = client.post(address, {"officer": colleague.pk}, follow=True)
    assert "The case has its new case officer." in response.text
    assert "Given to a case officer" in response.text
    case = fresh(case)
    assert (case.officer, case.state) == (colleague, "review")
    event = case.events.last()
    assert (event.verb, event.by, event.note) == ("assign", officer, "Nils Neu")
    (mail,) = queued("welcome/mail/assigned")
    assert mail.to == [colleague.email]
    assert case.startup.name not in mail.message + mail.subject


def test_case_taken_over_by_oneself_needs_no_mail(queued, package, officer):
    case = make_case(package=package)
    actions.assign(case=case, officer=officer, by=officer)
    assert fresh(case).officer == officer
    assert queued("welcome/mail/assigned") == []


def test_given_case_that_nobody_took_waits_for_its_new_officer(client, package, officer):
    case = make_case(package=package)
    actions.assign(case=case, officer=officer, by=officer)
    assert references(client.get(LIST, {"waiting": "me"})) == [case.reference]


def test_answer_still_waits_for_a_look_of_the_new_officer(client, package, officer):
    case = make_case("review", package=package)
    request = ask(case)
    actions.send_answer(request=request, note="Here.", by=owner_of(case.startup))
    colleague = make_staff(package.authority)
    actions.assign(case=fresh(case), officer=colleague, by=officer)
    sign_in(client, colleague)
    assert references(client.get(LIST, {"waiting": "answer"})) == [case.reference]


def test_case_is_given_by_and_to_officers_of_its_authority_alone(package, officer):
    case = make_case(package=package)
    signatory, stranger = signatory_of(package.authority), officer_of(make_authority())
    for wrong in (signatory, stranger, make_user()):
        with pytest.raises(NotAnOfficer):
            actions.assign(case=case, officer=wrong, by=officer)
        with pytest.raises(NotOfThisAuthority):
            actions.assign(case=case, officer=officer, by=wrong)


def test_case_is_not_given_to_or_by_somebody_of_the_startup(package, officer):
    case = make_case(package=package)
    colleague = make_staff(package.authority)
    join(case.startup, colleague)
    with pytest.raises(OfficerConcerned):
        actions.assign(case=case, officer=colleague, by=officer)
    with pytest.raises(OwnCase):
        actions.assign(case=case, officer=officer, by=colleague)


def test_ended_case_and_same_officer_are_refused(package, officer):
    with pytest.raises(WrongState):
        actions.assign(case=make_case("withdrawn", package=package), officer=officer, by=officer)
    with pytest.raises(AssignedAlready):
        actions.assign(case=make_case("checking", package=package), officer=officer, by=officer)


def several(client, cases, **fields):
    data = {"action": "give_away", "index": 0, "_selected_action": [str(case.pk) for case in cases]}
    return client.post(LIST, {**data, **fields}, follow=True)


def test_several_cases_are_shown_before_they_are_given(client, package, officer):
    cases = [make_case("checking", package=package), make_case("withdrawn", package=package)]
    response = several(client, cases)
    assert [case.pk for case in response.context["possible"]] == [cases[0].pk]
    assert str(WrongState.message) in response.text
    assert fresh(cases[0]).officer == officer
    assert officer.name in response.text


def test_several_are_given_and_each_refusal_says_why(client, queued, package, officer):
    colleague = make_staff(package.authority, name="Nils Neu")
    given, his = make_case("review", package=package), make_case(package=package)
    actions.take(case=his, by=colleague)
    response = several(client, [given, his], officer=colleague.pk, apply="yes")
    assert "1 case is given to Nils Neu." in response.text
    assert f"{his}: {AssignedAlready.message}" in response.text
    assert fresh(given).officer == colleague
    assert len(queued("welcome/mail/assigned")) == 1


def test_several_need_a_colleague(client, package, officer):
    case = make_case(package=package)
    response = several(client, [case], officer="", apply="yes")
    assert response.context["form"].errors
    assert fresh(case).officer is None


def test_crafted_ids_give_no_case_of_another_authority_away(client, package, officer):
    own, other = make_case(package=package), make_case()
    colleague = make_staff(package.authority)
    response = several(client, [own, other], officer=colleague.pk, apply="yes", select_across="1")
    assert other.reference not in response.text
    assert (fresh(own).officer, fresh(other).officer) == (colleague, None)
    assert several(client, [other], officer=colleague.pk, apply="yes").status_code == 404


@pytest.mark.parametrize("key", ["nonsense", str(UUID(int=7)), "\x00"])
def test_crafted_nonsense_is_not_there(client, package, officer, key):
    data = {"action": "give_away", "index": 0, "_selected_action": key}
    assert client.post(LIST, data).status_code == 404


def test_ticks_are_for_officers(client, package, officer):
    case = make_case(package=package)
    assert "_selected_action" in client.get(LIST).text
    sign_in(client, signatory_of(package.authority))
    assert "Give the ticked cases" not in client.get(LIST).text
    assert several(client, [case], officer=officer.pk, apply="yes").status_code == 404
    assert fresh(case).officer is None
    sign_in(client, make_staff(package.authority, StaffRole.READER))
    assert "_selected_action" not in client.get(LIST).text


def test_officer_who_only_reads_elsewhere_gives_nothing_away_there(client, package, officer):
    other = make_case()
    actions.set_member(authority=other.authority, user=officer, roles=[StaffRole.READER], by=None)
    response = several(client, [other])
    assert response.context["possible"] == []
    assert str(NotOfThisAuthority.message) in response.text
