"""The section on state aid: entries, and what they add up to."""

import pytest

from tests.factories import (
    make_application,
    make_benefit,
    make_case,
    make_package,
    make_startup,
    owner_of,
    sign_in,
)
from welcome import actions
from welcome.choices import CaseState
from welcome.sections import find

pytestmark = pytest.mark.django_db

ZIM = {"authority": "ZIM", "granted_on": "2023-05-02", "amount": "12500.00"}


@pytest.fixture
def draft():
    return make_application(complete=False)


def lines(*given, received="yes", version=0, before=()):
    """What a browser sends: each entry as it was shown, and as it is now."""
    data = {
        "received": received,
        "version": version,
        "lines-TOTAL_FORMS": len(given),
        "lines-INITIAL_FORMS": len(before),
    }
    for number, line in enumerate(given):
        data |= {f"lines-{number}-{name}": value for name, value in line.items()}
    for number, line in enumerate(before):
        data |= {f"initial-lines-{number}-{name}": value for name, value in line.items()}
    return data


def post(client, draft, *given, by=None, **options):
    sign_in(client, by or owner_of(draft.startup))
    return client.post(f"{draft.get_absolute_url()}aid/", lines(*given, **options))


def page(client, draft):
    sign_in(client, owner_of(draft.startup))
    return client.get(f"{draft.get_absolute_url()}aid/").text


def kept(draft):
    draft.refresh_from_db()
    return draft.answers.get("aid")


def is_complete(draft):
    draft.refresh_from_db()
    return find("aid", draft).is_complete(draft)


def test_entries_of_own_and_linked_companies_are_kept(client, draft):
    linked = {**ZIM, "company": "Sahyascan Care GmbH", "reference": "dus-2023-0004"}
    assert post(client, draft, ZIM, linked).status_code == 302
    kept_lines = [ZIM, {**linked, "reference": "DUS-2023-0004"}]
    assert kept(draft) == {"received": "yes", "lines": kept_lines}
    assert is_complete(draft)


def test_another_entry_stays_on_the_page(client, draft):
    sign_in(client, owner_of(draft.startup))
    address = f"{draft.get_absolute_url()}aid/"
    assert client.post(address, {**lines(ZIM), "more": "1"}).url == address


def test_half_filled_entry_is_kept_and_named_as_missing(client, draft):
    half = {"authority": "ZIM", "amount": "1"}
    assert post(client, draft, half).status_code == 302
    assert kept(draft)["lines"] == [half]
    assert not is_complete(draft)
    assert 'href="#id_lines-0-granted_on"' in page(client, draft)


def test_wrong_field_is_named_and_the_rest_is_kept(client, draft):
    response = post(client, draft, ZIM, {**ZIM, "amount": "-1", "granted_on": "2031-01-01"})
    assert '<a href="#id_lines-1-amount">Aid received 2, Amount in EUR –' in response.text
    assert "still to come" in response.text
    assert kept(draft)["lines"] == [ZIM, {"authority": "ZIM"}]


def test_empty_entries_and_those_taken_out_are_none(client, draft):
    post(client, draft, ZIM)
    gone = {**ZIM, "DELETE": "on"}
    post(client, draft, gone, {"authority": ""}, received="no", version=1, before=[ZIM])
    assert kept(draft) == {"received": "no", "lines": []}
    assert is_complete(draft)


@pytest.mark.parametrize(("received", "given"), [("no", [ZIM]), ("yes", []), ("", [])])
def test_answer_and_entries_that_do_not_fit_are_kept_but_not_complete(
    client, draft, received, given
):
    assert post(client, draft, *given, received=received).status_code == 302
    assert kept(draft)["lines"] == given
    assert not is_complete(draft)


@pytest.mark.parametrize(
    ("received", "given", "words"),
    [
        ("yes", [], "the aid that you received"),
        ("no", [ZIM], "a clear answer (you say no, but name aid)"),
        ("", [], "Has your company, or a company linked to it,"),
    ],
)
def test_what_does_not_fit_is_said_after_saving_and_on_the_page(
    client, draft, received, given, words
):
    post(client, draft, *given, received=received)
    assert f"Still missing: {words}" in client.get(draft.get_absolute_url()).text
    assert words in page(client, draft)


def test_more_entries_than_allowed_are_refused(client, draft):
    text = post(client, draft, *[ZIM] * 21).text
    assert "at most 20" in text


def test_entries_of_two_people_are_both_shown(client, draft):
    """Both changed the entries: nothing is saved over, and both are there to read."""
    colleague = owner_of(draft.startup)
    theirs = {**ZIM, "authority": "NRW.BANK"}
    post(client, draft, theirs)
    text = post(client, draft, ZIM, by=colleague).text
    assert "NRW.BANK" in text
    assert 'value="ZIM"' in text
    assert kept(draft)["lines"] == [theirs]


def test_entries_that_only_the_other_changed_come_into_the_form(client, draft):
    post(client, draft, ZIM)
    theirs = {**ZIM, "amount": "99.00"}
    post(client, draft, theirs, version=1, before=[ZIM])
    text = post(client, draft, ZIM, received="no", version=1, before=[ZIM]).text
    assert 'value="99.00"' in text
    assert 'value="12500.00"' not in text


# What it adds up to


def test_sum_says_what_counts_and_what_does_not(client, draft):
    """Decided by 2 September 2024 at the latest: three years back from there."""
    days = ("2021-09-02", "2021-09-03")
    post(client, draft, *[{**ZIM, "granted_on": day} for day in days])
    text = page(client, draft)
    assert "Friday, 3 September 2021" in text
    assert "No: no longer counts" in text
    assert "€18,500 of €300,000" in text  # 12,500 that count, and 6,000 of the package


@pytest.mark.parametrize(
    ("amount", "words"), [("294000.00", "would leave €0"), ("294000.01", "More than €300,000")]
)
def test_sum_at_the_ceiling_and_a_cent_above(client, draft, amount, words):
    post(client, draft, {**ZIM, "amount": amount})
    assert words in page(client, draft)


def test_sum_adds_up_all_packages_and_wished_benefits(client):
    packages = [make_package(), make_package()]
    benefit = make_benefit(packages[0], quantity=1)
    own = {f"package-{packages[0].pk}": {"benefits": [str(benefit.pk)]}}
    draft = make_application(packages=packages, complete=False, **own)
    assert "€7,000 of €300,000" in page(client, draft)


@pytest.mark.parametrize(
    ("state", "words"),
    [(CaseState.RELEASED, "€6,000 of"), (CaseState.NOTIFIED, "€12,000 of")],
)
def test_sum_has_only_awards_that_have_arrived(client, state, words):
    """A notice that waits for its retrieval is not told by a sum."""
    startup = make_startup()
    make_case(state, startup=startup)
    draft = make_application(startup, [make_package()], complete=False)
    assert words in page(client, draft)


def test_sum_counts_a_named_award_once(client):
    startup = make_startup()
    case = make_case(CaseState.NOTIFIED, startup=startup)
    draft = make_application(startup, [make_package()], complete=False)
    post(client, draft, {**ZIM, "amount": "6000.00", "reference": case.reference})
    text = page(client, draft)
    assert f"counts already as award {case.reference}" in text
    assert "€12,000 of" in text


def test_summary_names_company_and_gaps(client, draft):
    post(client, draft, {"authority": "ZIM", "company": "Care GmbH", "amount": "1"})
    text = client.get(f"{draft.get_absolute_url()}check/").text
    assert "Linked company: Care GmbH" in text
    assert "No date" in text


def test_submitted_entries_become_rows(client):
    linked = {**ZIM, "company": "Care GmbH", "reference": "DUS-2023-0004"}
    draft = make_application(aid={"received": "yes", "lines": [linked]})
    (case,) = actions.submit(application=draft, by=owner_of(draft.startup))
    row = case.revision.aid_lines.get()
    assert (row.company, row.reference) == ("Care GmbH", "DUS-2023-0004")
