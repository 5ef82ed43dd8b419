"""The back office's own rules: one sign-in, and what one may not see is not there."""

import re
import uuid
from datetime import UTC, date, datetime

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import override
from post_office.models import STATUS, Email

from corridor.accounts.models import User
from corridor.admin import ReadOnlyAdmin, ScopedAdmin, Task, urgency
from corridor.mail.actions import queue
from corridor.templatetags.back_office import labelled, labels, said
from tests.people import make_person, sign_in

PEOPLE = reverse("admin:accounts_user_changelist")
OUTBOX = reverse("admin:post_office_email_changelist")


@pytest.fixture
def editor(client, db):
    return sign_in(client, make_person("editor@duesseldorf.example", roles=["editor"]))


@pytest.fixture
def administrator(client, db):
    return sign_in(client, make_person("admin@duesseldorf.example", roles=["administrator"]))


@pytest.fixture
def auditor(client, db):
    return sign_in(client, make_person("auditor@duesseldorf.example", roles=["auditor"]))


@pytest.mark.parametrize("address", ["/admin/", PEOPLE, "/admin/nothing/"])
def test_stranger_is_sent_to_the_one_sign_in(client, db, address):
    response = client.get(address, follow=True)
    assert response.redirect_chain[-1][0] == f"/en/accounts/login/?next={address}"


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", PEOPLE, "/admin/nothing/"])
def test_founder_finds_no_back_office(client, db, address):
    client.force_login(make_person())
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", [PEOPLE, OUTBOX, "/admin/accounts/", "/admin/nothing/"])
def test_staff_do_not_find_what_is_not_theirs(editor, address):
    assert editor.get(address).status_code == 404


def test_staff_who_lose_their_way_stay_in_the_back_office(editor):
    html = editor.get("/admin/nothing/").text
    assert '<a class="brand" href="/admin/">' in html
    assert "Go to the start page of the back office" in html
    assert "of the back office" not in editor.get("/en/nothing/").text


def test_staff_find_no_row_that_is_not_there(auditor):
    address = reverse("admin:accounts_user_change", args=[uuid.uuid4()])
    assert auditor.get(address).status_code == 404


def test_staff_see_their_index(editor):
    assert editor.get("/admin/").status_code == 200
    assert editor.get("/admin/login/")["Location"] == "/admin/"


def test_signing_out_is_the_portals(editor):
    assert editor.post(reverse("admin:logout"))["Location"] == "/en/"
    assert "_auth_user_id" not in editor.session


def test_changing_the_password_is_the_portals(editor):
    response = editor.get(reverse("admin:password_change"))
    assert response["Location"] == "/en/accounts/password/change/"


def test_scoped_admin_shows_what_is_visible(rf, db):
    founder = make_person()
    make_person("other@example.org")
    request = rf.get("/")
    request.user = founder
    assert list(ScopedAdmin(User, admin.site).get_queryset(request)) == [founder]


def test_scoped_admin_offers_only_what_is_visible(rf, db):
    request = rf.get("/")
    request.user = founder = make_person()
    make_person("other@example.org")
    field = admin.models.LogEntry._meta.get_field("user")
    form_field = ScopedAdmin(User, admin.site).formfield_for_foreignkey(field, request)
    assert list(form_field.queryset) == [founder]


@pytest.mark.parametrize("write", ["save_model", "delete_model"])
def test_scoped_admin_writes_by_actions_alone(write):
    arguments = [None, User()] + ([None, False] if write == "save_model" else [])
    with pytest.raises(NotImplementedError):
        getattr(ScopedAdmin(User, admin.site), write)(*arguments)


def test_read_only_admin_permits_nothing():
    page = ReadOnlyAdmin(User, admin.site)
    assert not page.has_add_permission(None)
    assert not page.has_change_permission(None)
    assert not page.has_delete_permission(None)


def test_denied_permission_is_not_found(rf, db):
    def view(request):
        raise PermissionDenied

    request = rf.get("/admin/x/")
    request.user = make_person(roles=["editor"])
    with pytest.raises(admin.sites.Http404):
        admin.site.admin_view(view)(request)


def test_outbox_shows_status_and_never_text(auditor):
    email = queue(template="accounts/mail/unknown_account", to="a@example.org", language="en")
    address = reverse("admin:post_office_email_change", args=[email.pk])
    for page in (auditor.get(OUTBOX), auditor.get(address)):
        assert "a@example.org" in page.text
        assert "There is no account with this address" in page.text
        assert "somebody, probably you" not in page.text


def test_outbox_says_moments_in_words(auditor):
    email = queue(template="accounts/mail/unknown_account", to="a@example.org", language="en")
    Email.objects.update(created=datetime(2024, 7, 22, 10, 0, tzinfo=UTC), scheduled_time=None)
    page = auditor.get(reverse("admin:post_office_email_change", args=[email.pk])).text
    assert "22 July 2024, 12:00" in page
    assert "None" not in page


def test_outbox_hides_the_subject_of_secrets(auditor):
    queue(template="accounts/mail/login_code", to="a@example.org", language="en", secret=True)
    page = auditor.get(OUTBOX).text
    assert "Your code for signing in" not in page
    assert "(confidential)" in page


def test_outbox_is_searched_by_recipient(auditor):
    queue(template="accounts/mail/unknown_account", to="a@example.org")
    assert "a@example.org" not in auditor.get(OUTBOX, {"q": "b@example.org"}).text


def test_outbox_is_not_written_to(auditor):
    email = queue(template="accounts/mail/unknown_account", to="a@example.org")
    address = reverse("admin:post_office_email_change", args=[email.pk])
    assert auditor.post(address, {"status": 0}).status_code == 404
    assert Email.objects.get().status != 0


def test_no_way_from_any_object_to_its_page(auditor):
    kind = ContentType.objects.get_for_model(User)
    assert auditor.get(f"/admin/r/{kind.pk}/{User.objects.get().pk}/").status_code == 404


@pytest.mark.parametrize(
    "address", [f"{PEOPLE}?role=nothing", f"{OUTBOX}?status=abc", f"{OUTBOX}?status=99"]
)
def test_filter_takes_only_what_it_offers(auditor, address):
    queue(template="accounts/mail/unknown_account", to="auditor@duesseldorf.example")
    assert "auditor@duesseldorf.example" in auditor.get(address).text


def test_outbox_is_filtered_by_state(auditor):
    queue(template="accounts/mail/unknown_account", to="a@example.org")
    assert "a@example.org" not in auditor.get(f"{OUTBOX}?status={STATUS.failed}").text
    assert "a@example.org" in auditor.get(f"{OUTBOX}?status={STATUS.queued}").text


@pytest.mark.parametrize("query", ["role=%00", "q=%00", "is_active__exact=%00", "%00=1"])
def test_list_asked_for_with_nul_is_not_there(auditor, query):
    assert auditor.get(f"{PEOPLE}?{query}").status_code == 404


@pytest.mark.parametrize(
    "query",
    ["email__regex=(((", "date_joined__year=99999999999", "password__startswith=x", "nonsense=1"],
)
def test_list_answers_no_question_that_its_filters_do_not_ask(auditor, query):
    response = auditor.get(f"{PEOPLE}?{query}")
    assert (response.status_code, response["Location"]) == (302, f"{PEOPLE}?e=1")
    assert auditor.get(response["Location"]).status_code == 200


@pytest.mark.parametrize("query", ["case__reference__regex=(((", "proposed_at__year=99999999999"])
def test_no_table_is_made_of_such_a_question(auditor, query):
    assert auditor.get(f"/admin/welcome/decision/export/csv/?{query}").status_code == 404


# The start page


def test_start_page_shows_the_rooms_a_person_may_open(auditor):
    text = auditor.get("/admin/").text
    assert f'<a href="{PEOPLE}">People</a>' in text
    assert "Accounts, their roles, and who may sign in." in text
    assert text.index("Welcome packages") < text.index("Start-ups") < text.index("People")
    assert "Add" not in text


def test_what_has_a_day_is_more_urgent_than_what_has_none():
    tasks = [Task("c", "", 1), Task("b", "", 1, date(2024, 7, 23)), Task("a", "", 1, date.min)]
    assert [task.sentence for task in sorted(tasks, key=urgency)] == ["a", "b", "c"]
    assert [task.is_overdue for task in tasks] == [False, False, True]


def test_room_has_a_page_of_its_own(auditor):
    text = auditor.get("/admin/accounts/").text
    assert "<h1>Overview: People</h1>" in text
    assert PEOPLE in text


# Where one is


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("/admin/accounts/user/", ["Back office", "People"]),
        ("/admin/accounts/user/add/", ["Back office", "People", "Add person"]),
        ("/admin/accounts/user/{pk}/change/", ["Back office", "People", "Meera Nagarajan"]),
        ("/admin/accounts/", ["Back office", "Overview: People"]),
    ],
)
def test_breadcrumb_says_where_one_is(administrator, address, here):
    person = make_person("meera@kaverion.example", name="Meera Nagarajan")
    text = administrator.get(address.format(pk=person.pk)).text
    crumbs = re.search(r'<nav class="crumbs" aria-label="Where you are">.*?</nav>', text, re.DOTALL)
    assert re.findall(r">([^<>]*\w[^<>]*)<", crumbs[0]) == here
    assert re.findall(r'aria-current="page">([^<]*)', crumbs[0]) == here[-1:]


# Lists


def test_filters_are_folded_until_one_is_used(auditor):
    assert '<details class="filters">' in auditor.get(PEOPLE).text
    assert '<details class="filters" open>' in auditor.get(f"{PEOPLE}?role=editor").text


def test_filters_in_use_are_said_in_words_and_can_be_cleared_one_by_one(auditor):
    text = auditor.get(f"{PEOPLE}?role=editor&is_active__exact=1").text
    assert "Role: <b>Editor</b>" in text
    assert '<a href="?is_active__exact=1">clear' in text
    assert '<a href="?">Clear all</a>' in text
    assert "Clear all" not in auditor.get(PEOPLE).text


def test_search_has_a_label(auditor):
    assert '<label for="searchbar">Name or email address</label>' in auditor.get(PEOPLE).text


def test_empty_list_says_what_to_relax(auditor):
    assert "Search for fewer words, or take a filter away" in auditor.get(f"{PEOPLE}?q=zz").text
    assert "There is nothing here yet" in auditor.get(OUTBOX).text


def test_list_says_yes_and_no_and_how_it_is_sorted(auditor):
    text = auditor.get(PEOPLE).text
    assert re.search(r'<td role="cell" data-label="May sign in"[^>]*>yes</td>', text)
    assert 'aria-sort="ascending"' in text
    assert "icon-yes" not in text


def test_yes_and_no_are_said_in_the_language_of_the_page():
    names = [f"/static/admin/img/icon-{word}.1a2b.svg" for word in ("yes", "no")]
    with override("de"):
        icons = [said(format_html('<img src="{}" alt="True">', name)) for name in names]
    assert icons == ["ja", "nein"]


def test_value_that_is_no_markup_is_escaped():
    assert said("<b>") == "&lt;b&gt;"


def test_label_of_a_cell_is_escaped():
    row = [mark_safe('<td class="field-x">1</td>')]
    (cell,) = labelled(row, labels([{"text": 'a"b'}]))
    assert 'data-label="A&quot;b"' in cell


# Forms


def test_saving_leads_back_to_the_list_and_says_what_was_done(administrator):
    typed = {"email": "new@example.org", "name": "Ōe", "language": "de"}
    response = administrator.post(f"{PEOPLE}add/", typed, follow=True)
    assert response.redirect_chain == [(PEOPLE, 302)]
    assert "“Ōe” is added." in response.text
    person = User.objects.get(email="new@example.org")
    address = reverse("admin:accounts_user_change", args=[person.pk])
    response = administrator.post(address, {**typed, "is_active": "on"}, follow=True)
    assert response.redirect_chain == [(PEOPLE, 302)]
    assert "“Ōe” is saved." in response.text


def test_errors_are_summed_up_with_links_to_their_fields(administrator):
    text = administrator.post(f"{PEOPLE}add/", {"language": "en"}).text
    assert '<a href="#id_email">Email address – Fill this in.</a>' in text
    assert 'role="alert" autofocus' in text
    assert "<title>Error: Add person" in text


def test_form_has_one_main_button_and_a_way_back(administrator):
    text = administrator.get(f"{PEOPLE}add/").text
    assert '<button name="_save">Save</button>' in text
    assert f'<a class="cancel" href="{PEOPLE}">Cancel</a>' in text
    assert "_continue" not in text
    assert "_addanother" not in text
