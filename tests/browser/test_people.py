"""The people of a start-up and the truth of its profile, by hand."""

import re

from playwright.sync_api import expect
from post_office.models import Email

from startups import actions
from startups.choices import MemberRole
from tests.people import make_person
from tests.startups.factories import make_startup


def test_owner_invites_a_colleague_who_joins_and_takes_over(
    open_browser, transactional_db, monkeypatch
):
    """From the mail to the empty chair: invite, join, hand over, leave."""
    founder = make_person()
    colleague = make_person("vikram@kaverion.example", name="Vikram Hegde")
    startup = make_startup(founder)
    monkeypatch.setattr("corridor.mail.actions.send_at_once", lambda pk: None)
    owner = open_browser(founder, javascript=False)
    owner.goto(f"/en/startups/{startup.slug}/people/")
    owner.page.get_by_label("Email address").fill("vikram@kaverion.example")
    owner.page.get_by_role("button", name="Send the invitation").click()
    expect(owner.page.get_by_role("status")).to_contain_text("on its way")

    mail = Email.objects.get(context__template="startups/mail/invited")
    invited = open_browser(colleague, javascript=False)
    invited.goto(re.search(r"/en/invitations/\S+", mail.message)[0])
    invited.page.get_by_role("button", name="Join").click()
    expect(invited.page.get_by_role("status")).to_contain_text("You belong to Kaverion EdgeNet")

    owner.goto(f"/en/startups/{startup.slug}/people/")
    owner.page.get_by_role("link", name="Make an owner").click()
    owner.page.get_by_role("button", name="Make an owner").click()
    owner.page.get_by_role("link", name="Leave").click()
    owner.page.get_by_role("button", name="Leave").click()
    expect(owner.page.get_by_role("status")).to_contain_text("You have left Kaverion EdgeNet")
    assert [each.user for each in startup.memberships.all()] == [colleague]
    assert startup.membership_of(colleague).role == MemberRole.OWNER


def test_new_name_of_a_public_profile_waits_for_an_editor(open_browser, transactional_db):
    founder = make_person()
    editor = make_person("editor@duesseldorf.example", name="Erika Editor", roles=["editor"])
    startup = make_startup(founder)
    actions.submit_profile(startup=startup, by=founder)
    actions.publish_profile(startup=startup, by=editor)
    owner = open_browser(founder, javascript=False)
    owner.goto(f"/en/startups/{startup.slug}/edit/name/")
    owner.page.get_by_label("Name", exact=True).fill("Kaverion Networks")
    owner.page.get_by_role("button", name="Save").click()
    expect(owner.page.get_by_role("heading", level=1)).to_have_text("Profile of Kaverion EdgeNet")
    expect(owner.page.get_by_text("Waiting for an editor")).to_be_visible()

    desk = open_browser(editor, javascript=False)
    desk.goto("/admin/")
    desk.page.get_by_role("link", name="1 change of a public profile waits for you").click()
    desk.page.get_by_role("link", name="Kaverion EdgeNet").click()
    desk.page.get_by_role("button", name="Accept").click()
    expect(desk.page.get_by_text("The new version is public.")).to_be_visible()
    owner.goto(f"/en/startups/{startup.slug}/")
    expect(owner.page.get_by_role("heading", level=1)).to_have_text("Kaverion Networks")
