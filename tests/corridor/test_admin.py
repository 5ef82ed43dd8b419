"""The back office's own rules: one sign-in, and what one may not see is not there."""

import uuid

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from post_office.models import STATUS, Email

from corridor.accounts.models import User
from corridor.admin import ReadOnlyAdmin, ScopedAdmin
from corridor.mail.actions import queue
from tests.people import make_person, sign_in

PEOPLE = reverse("admin:accounts_user_changelist")
OUTBOX = reverse("admin:post_office_email_changelist")


@pytest.fixture
def editor(client, db):
    return sign_in(client, make_person("editor@duesseldorf.example", roles=["editor"]))


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
