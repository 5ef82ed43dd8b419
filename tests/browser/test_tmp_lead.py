import pytest
from tests.factories import *
from startups.choices import Origin, Sector
@pytest.mark.parametrize("lang,scheme,width", [("en","light",1280),("de","light",360),("de","dark",768)])
def test_shot(open_browser, transactional_db, lang, scheme, width):
    a = make_authority(name="Landeshauptstadt Düsseldorf")
    for i in range(3): make_package(a)
    for s in Sector:
        for o in Origin:
            for k in range(1 + (len(s.value)*len(o.value)) % 4): make_startup(published=True, sector=s, origin=o)
    w = open_browser(width=width, scheme=scheme)
    w.goto(f"/{lang}/"); w.page.screenshot(path=f"/tmp/s/lead_{lang}_{width}.png", full_page=True)
