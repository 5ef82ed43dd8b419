"""The applicant's pages, from a package to the notice."""

from datetime import timedelta

import pytest
from django.urls import reverse

from corridor import clock
from tests.factories import (
    make_application,
    make_authority,
    make_case,
    make_package,
    make_startup,
    make_user,
    owner_of,
    sign_in,
)
from welcome.actions import retrieve_notice
from welcome.models import Application, Case

pytestmark = pytest.mark.django_db


def test_begin_creates_draft(client):
    startup, package = make_startup(), make_package()
    sign_in(client, owner_of(startup))
    response = client.post(reverse("apply", args=[package.slug]), {"packages": [package.pk]})
    draft = Application.objects.get()
    assert response.url == draft.get_absolute_url()
    assert list(draft.packages.all()) == [package]


def test_begin_without_startup_leads_to_profile(client):
    package = make_package()
    sign_in(client, make_user())
    address = reverse("apply", args=[package.slug])
    assert f"{reverse('startup_new')}?next={address}" in client.get(address).text


def test_begin_of_unsuitable_startup_names_obstacle(client):
    startup, package = make_startup(), make_package(origins=["duesseldorf"])
    sign_in(client, owner_of(startup))
    response = client.post(reverse("apply", args=[package.slug]), {"packages": [package.pk]})
    assert "other side of the corridor" in response.text
    assert not Application.objects.exists()


def test_begin_anew_leads_to_the_running_case(client):
    case, other = make_case(), make_package()
    sign_in(client, owner_of(case.startup))
    response = client.post(
        reverse("apply", args=[case.package.slug]), {"packages": [case.package.pk]}
    )
    assert f"You have applied for this package already: {case.reference}" in response.text
    assert case.get_absolute_url() in response.text
    response = client.post(reverse("apply", args=[other.slug]), {"packages": [case.package.pk]})
    assert response.status_code == 200
    assert not Application.objects.drafts().exists()


def test_package_page_leads_to_the_running_case(client):
    case = make_case()
    sign_in(client, owner_of(case.startup))
    page = client.get(case.package.get_absolute_url()).text
    assert "See your case" in page
    assert reverse("apply", args=[case.package.slug]) not in page


def test_package_page_offers_another_start_up_to_apply(client):
    case = make_case()
    make_startup(owner_of(case.startup))
    sign_in(client, owner_of(case.startup))
    page = client.get(case.package.get_absolute_url()).text
    assert reverse("apply", args=[case.package.slug]) in page


def test_task_list_shows_what_is_complete(client):
    draft = make_application(complete=False, product={"product": "x", "stage": "idea"})
    sign_in(client, owner_of(draft.startup))
    response = client.get(draft.get_absolute_url())
    assert "3 of 9 sections" in response.text  # packages, product; no package asks for documents
    assert "No package asks for documents" in response.text


def section(draft, slug):
    return f"{draft.get_absolute_url()}{slug}/"


def test_section_saves_answers(client):
    draft = make_application(complete=False)
    sign_in(client, owner_of(draft.startup))
    given = {
        "contact_name": "Nagarajan",
        "contact_role": "Founder",
        "phone": "+91 80 4710 0000",
        "address": "ಮೈಸೂರು",
        "contact_email": "",
    }
    assert client.post(section(draft, "company"), given).url == draft.get_absolute_url()
    draft.refresh_from_db()
    assert draft.answers["company"] == given


def test_section_with_errors_keeps_what_was_typed(client):
    draft = make_application(complete=False)
    sign_in(client, owner_of(draft.startup))
    given = {"contact_name": "Ōe Müller-Lüdenscheidt", "phone": "12"}
    response = client.post(section(draft, "company"), given)
    assert 'value="Ōe Müller-Lüdenscheidt"' in response.text
    assert 'value="12"' in response.text
    assert 'href="#id_phone"' in response.text


def test_section_of_plan_refuses_a_start_in_the_past(client):
    draft = make_application(complete=False)
    sign_in(client, owner_of(draft.startup))
    given = {
        "goals": "x",
        "settles": "yes",
        "arrives_on": clock.today(),
        "jobs": 1,
        "founder_on_site": "no",
    }
    assert "Name a day after today." in client.post(section(draft, "plan"), given).text


def content_of(response):
    """The whole file; reading it to its end closes it."""
    return b"".join(response.streaming_content)


def test_check_shows_answers_in_words(client):
    draft = make_application()
    sign_in(client, owner_of(draft.startup))
    text = client.get(section(draft, "check")).text
    assert "Prototype" in text
    assert "Submit the application" in text


def test_check_post_submits_once(client):
    draft = make_application()
    sign_in(client, owner_of(draft.startup))
    for _attempt in range(2):
        assert client.post(section(draft, "check")).url == draft.get_absolute_url()
    assert Case.objects.count() == 1
    assert Case.objects.get().reference in client.get(draft.get_absolute_url()).text


def test_check_post_of_unfinished_draft_names_reason(client):
    draft = make_application(complete=False)
    sign_in(client, owner_of(draft.startup))
    assert "still missing" in client.post(section(draft, "check")).text
    assert not Case.objects.exists()


def test_check_by_editor_offers_no_submit(client):
    editor = make_user()
    draft = make_application(make_startup(editor=editor))
    sign_in(client, editor)
    assert "Only an owner" in client.get(section(draft, "check")).text
    assert "Only an owner" in client.post(section(draft, "check")).text


def test_section_of_submitted_application_is_not_found(client):
    case = make_case()
    sign_in(client, owner_of(case.startup))
    assert client.get(section(case.application, "company")).status_code == 404


@pytest.mark.parametrize("state", ["proposed", "signed"])
def test_case_page_tells_nothing_before_release(client, state):
    case = make_case(state)
    sign_in(client, owner_of(case.startup))
    text = client.get(case.get_absolute_url()).text
    assert "Substantive review" in text
    assert "proposed" not in text.lower()
    assert "signed" not in text.lower().replace("signed in", "")


def test_case_of_others_is_not_found(client):
    case = make_case()
    sign_in(client, make_user())
    assert client.get(case.get_absolute_url()).status_code == 404


def test_withdraw_asks_then_withdraws(client):
    case = make_case()
    sign_in(client, owner_of(case.startup))
    address = reverse("case_withdraw", args=[case.reference])
    client.get(address)
    assert Case.objects.get().state == "submitted"
    client.post(address)
    assert Case.objects.get().state == "withdrawn"


def test_notice_page_retrieves_nothing_by_itself(client):
    case = make_case("released")
    sign_in(client, owner_of(case.startup))
    client.get(reverse("notice", args=[case.reference]))
    client.head(reverse("notice", args=[case.reference]))
    assert case.released_decision.deliveries.get().retrieved_at is None


def test_notice_button_records_retrieval_and_starts_download(client):
    case = make_case("released")
    sign_in(client, owner_of(case.startup))
    response = client.post(reverse("notice", args=[case.reference]), follow=True)
    delivery = case.released_decision.deliveries.get()
    assert delivery.notified_on == clock.today() + timedelta(days=1)
    document = reverse("document", args=[case.released_decision.notice_id])
    assert f'content="0; url={document}"' in response.text
    assert content_of(client.get(document)).startswith(b"%PDF")


def test_notice_page_offers_no_download_before_retrieval(client):
    case = make_case("released")
    sign_in(client, owner_of(case.startup))
    text = client.get(reverse("notice", args=[case.reference]) + "?download").text
    assert "refresh" not in text


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("grant", "Awarded: benefits worth EUR 6,000.00."),
        ("reject", "Your application is rejected."),
    ],
)
def test_case_page_names_outcome_after_retrieval_only(client, kind, words):
    case = make_case("released", kind=kind)
    sign_in(client, owner_of(case.startup))
    assert words not in client.get(case.get_absolute_url()).text
    client.post(reverse("notice", args=[case.reference]))
    text = client.get(case.get_absolute_url()).text.replace("\xa0", " ")
    assert words in text
    assert "Court action is possible until 23 August 2024." in text


def test_notice_document_is_closed_before_retrieval(client):
    case = make_case("released")
    sign_in(client, owner_of(case.startup))
    notice = reverse("document", args=[case.released_decision.notice_id])
    assert client.get(notice).status_code == 404
    client.post(reverse("notice", args=[case.reference]))
    assert content_of(client.get(notice)).startswith(b"%PDF")


def test_notice_before_release_leads_to_case(client):
    case = make_case("signed")
    sign_in(client, owner_of(case.startup))
    assert client.get(reverse("notice", args=[case.reference])).url == case.get_absolute_url()


@pytest.mark.parametrize(
    "address", ["cases/DUS-2024-9999/", "cases/%00/", "cases/../x/notice/", "applications/1/"]
)
def test_dead_address_is_not_found(client, address):
    sign_in(client, make_user())
    assert client.get(f"/en/{address}").status_code == 404


@pytest.mark.parametrize("slug", ["nobody", "%00"])
def test_begin_for_unknown_startup_is_not_found(client, slug):
    startup, package = make_startup(), make_package()
    sign_in(client, owner_of(startup))
    assert client.get(f"{reverse('apply', args=[package.slug])}?startup={slug}").status_code == 404


def test_case_page_of_withdrawn_case_ends_its_line(client):
    case = make_case("withdrawn")
    sign_in(client, owner_of(case.startup))
    text = client.get(case.get_absolute_url()).text
    assert "You have withdrawn your application" in text
    assert "still to come" not in text


def test_withdraw_after_release_names_reason(client):
    case = make_case("released")
    sign_in(client, owner_of(case.startup))
    response = client.post(reverse("case_withdraw", args=[case.reference]))
    assert "another state by now" in response.text


def test_notice_after_ten_days_names_reason(client, set_clock):
    case = make_case("released")
    sign_in(client, owner_of(case.startup))
    set_clock(clock.today() + timedelta(days=11))
    response = client.post(reverse("notice", args=[case.reference]))
    assert "time to retrieve" in response.text
    assert case.released_decision.deliveries.get().retrieved_at is None


def test_packages_of_draft_are_chosen_anew(client):
    draft, other = make_application(complete=False), make_package()
    sign_in(client, owner_of(draft.startup))
    assert client.post(section(draft, "packages"), {"packages": [other.pk]}).status_code == 302
    assert list(draft.packages.all()) == [other]


def test_packages_of_draft_may_not_be_none(client):
    draft = make_application(complete=False)
    sign_in(client, owner_of(draft.startup))
    assert 'href="#id_packages_0"' in client.post(section(draft, "packages")).text


@pytest.mark.parametrize("slug", ["nonsense", "aid"])
def test_section_that_does_not_apply_is_not_found(client, slug):
    draft = make_application(packages=[make_package(make_authority("none"))], complete=False)
    sign_in(client, owner_of(draft.startup))
    found = client.get(section(draft, slug)).status_code
    assert found == 404


def test_account_begins_with_the_notice_that_waits(client):
    startup = make_startup(published=True)
    case = make_case("released", startup=startup)
    sign_in(client, owner_of(startup))
    page = client.get("/en/account/").text
    assert page.index("What waits for you") < page.index(f"/en/cases/{case.reference}/notice/")
    retrieve_notice(case=case, by=owner_of(startup))
    assert "What waits for you" not in client.get("/en/account/").text


def test_account_says_until_when_a_draft_can_be_sent(client):
    startup = make_startup()
    application = make_application(startup, [make_package()], complete=False)
    sign_in(client, owner_of(startup))
    assert "send it by" in client.get("/en/account/").text
    assert application.first_deadline == application.packages.get().closes_on
