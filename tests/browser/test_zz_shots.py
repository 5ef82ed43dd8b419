import pytest
from tests.factories import *
from django.urls import reverse


@pytest.mark.parametrize(
    "width,scheme,lang", [(360, "light", "en"), (1280, "light", "en"), (1280, "dark", "en")]
)
def test_shots(open_browser, width, scheme, lang):
    su = make_startup()
    a = make_authority(name="Landeshauptstadt Düsseldorf, Wirtschaftsförderung")
    p = make_package(
        a,
        required_documents=["pitch_deck"],
        title_en="Welcome Package Düsseldorf",
        title_de="Willkommenspaket Düsseldorf",
    )
    p2 = make_package(
        make_authority(name="NRW.Global Business"),
        title_en="Startup Welcome Package NRW",
        title_de="Startup Welcome Package NRW",
    )
    w = open_browser(owner_of(su), width=width, scheme=scheme)

    def shot(name, path=None, post=False):
        if path:
            w.goto(path)
        if post:
            w.page.locator("main form button:not(.quiet):not(.danger):not(.link)").last.click()
            w.page.wait_for_load_state()
        w.page.screenshot(path=f"/tmp/shots/{name}-{width}-{scheme}.png", full_page=True)

    shot("home", f"/{lang}/")
    shot("packages", f"/{lang}/welcome/")
    shot("package", f"/{lang}/welcome/{p.slug}/")
    shot("begin", f"/{lang}/welcome/{p.slug}/apply/")
    d = make_application(su, [p, p2], complete=False, product={"product": "x", "stage": "idea"})
    shot("tasks", f"/{lang}/applications/{d.pk}/")
    for s in ("company", "plan", "aid", "documents", "declarations", "packages"):
        shot(s, f"/{lang}/applications/{d.pk}/{s}/")
        shot(s + "-err", None, True)
    for s, v in answers().items():
        actions.save_section(application=d, section=s, answers=v, by=owner_of(su))
    shot("check-open", f"/{lang}/applications/{d.pk}/check/")
    actions.attach(application=d, kind="pitch_deck", document=make_document(), by=owner_of(su))
    shot("check", f"/{lang}/applications/{d.pk}/check/")
    c1, c2 = actions.submit(application=d, by=owner_of(su))
    shot("submitted", f"/{lang}/applications/{d.pk}/")
    shot("account", f"/{lang}/account/")
    for v in "take begin_review propose sign release".split():
        take_step(fresh(c1), v)
    shot("case", f"/{lang}/cases/{c1.reference}/")
    shot("notice", f"/{lang}/cases/{c1.reference}/notice/")
    shot("withdraw", f"/{lang}/cases/{c2.reference}/withdraw/")
    actions.retrieve_notice(case=c1, by=owner_of(su))
    shot("notice2", f"/{lang}/cases/{c1.reference}/notice/")
