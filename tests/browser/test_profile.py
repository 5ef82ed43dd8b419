"""A profile from nothing to public, sent back and corrected, and two colleagues at once, by hand."""

from playwright.sync_api import expect

from tests.people import make_person
from tests.startups.factories import make_startup, picture


def save(window, **fields):
    window.fill(**fields)
    window.page.get_by_role("button", name="Save and continue").click()


def test_profile_from_nothing_to_public(open_browser, transactional_db):
    """The founder fills the sections and sends them; an editor publishes; a stranger reads."""
    founder = open_browser(make_person(), width=360)
    founder.goto("/en/startups/new/")
    save(
        founder,
        name="Kaverion EdgeNet",
        legal_name="Kaverion EdgeNet Private Limited",
        origin=["karnataka"],
        city="Bengaluru",
        founded_on="2019-03-01",
        sector=["5g_industry"],
    )
    expect(founder.page.get_by_text("Not ready yet")).to_be_visible()
    founder.check()
    founder.page.get_by_role("link", name="one sentence about what you do").click()
    save(founder, one_liner_en="</script> Networks for factories.", description_en="One.\n\nTwo.")
    founder.page.get_by_role("link", name="the stage").click()
    save(founder, stage="growth", team_size="6-10", themes=["industry_4_0"])
    founder.page.get_by_role("link", name="Logo and website").click()
    logo = {"name": "logo.png", "mimeType": "image/png", "buffer": picture().read()}
    founder.page.locator("#id_logo").set_input_files(logo)
    save(founder, website="kaverion.example")
    founder.page.get_by_role("link", name="Preview and send for review").click()
    expect(founder.page.get_by_text("(only in English)")).to_have_count(0)
    expect(founder.page.get_by_text("(nur auf Englisch)")).to_have_count(2)
    founder.check()
    founder.page.get_by_role("button", name="Send for review").click()
    expect(founder.page.get_by_role("status")).to_contain_text("An editor looks at the profile now")

    desk = open_browser(editor())
    desk.goto("/admin/")
    desk.page.get_by_role("link", name="1 profile waits for your review").click()
    desk.page.get_by_role("link", name="Kaverion EdgeNet").click()
    desk.page.get_by_role("button", name="Publish").click()
    expect(desk.page.get_by_text("The profile is in the directory.")).to_be_visible()

    stranger = open_browser(width=360)
    stranger.goto("/en/startups/?q=kaverion")
    stranger.page.get_by_role("link", name="Kaverion EdgeNet").click()
    expect(stranger.page.get_by_text("</script> Networks for factories.")).to_be_visible()
    expect(stranger.page.get_by_role("img", name="Logo of Kaverion EdgeNet")).to_be_visible()
    stranger.check()


def test_profile_sent_back_is_corrected_and_sent_again(open_browser, transactional_db):
    person = make_person()
    startup = make_startup(person)
    founder = open_browser(person, javascript=False)
    founder.goto(f"/en/startups/{startup.slug}/preview/")
    founder.page.get_by_role("button", name="Send for review").click()

    desk = open_browser(editor(), javascript=False)
    desk.goto(f"/admin/startups/startup/{startup.pk}/change/")
    desk.page.get_by_role("link", name="Return with a reason").click()
    desk.fill(note="Say for which factories.")
    desk.page.get_by_role("button", name="Return with a reason").click()

    founder.goto(f"/en/startups/{startup.slug}/edit/")
    expect(founder.page.get_by_text("Say for which factories.")).to_be_visible()
    founder.page.get_by_role("link", name="What you do").click()
    save(founder, one_liner_en="Private 5G networks for car factories.")
    founder.page.get_by_role("link", name="Preview and send for review").click()
    founder.page.get_by_role("button", name="Send for review").click()
    expect(founder.page.get_by_text("An editor looks at this profile")).to_be_visible()

    desk.goto("/admin/")
    expect(desk.page.get_by_role("link", name="1 profile waits for your review")).to_be_visible()


def test_second_of_two_colleagues_sees_what_the_first_one_saved(open_browser, transactional_db):
    person = make_person()
    startup = make_startup(person)
    first, second = open_browser(person), open_browser(person, width=360)
    for window in (first, second):
        window.goto(f"/en/startups/{startup.slug}/edit/name/")
    save(first, city="Mysuru")
    save(second, city="Hubballi")
    expect(second.page.get_by_text("This section was changed while you wrote.")).to_be_visible()
    expect(second.page.get_by_role("listitem").filter(has_text="City: Mysuru")).to_be_visible()
    expect(second.page.locator("#id_city")).to_have_value("Hubballi")
    second.check()
    second.page.get_by_role("button", name="Save and continue").click()
    expect(second.page.get_by_role("status")).to_contain_text("Saved.")
    startup.refresh_from_db()
    assert startup.city == "Hubballi"


def editor():
    return make_person("editor@duesseldorf.example", name="Erika Editor", roles=["editor"])
