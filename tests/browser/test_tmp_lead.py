import pytest
@pytest.mark.parametrize("lang,scheme,width", [("en","light",1280),("de","dark",360)])
def test_shot(open_browser, transactional_db, lang, scheme, width):
    w = open_browser(width=width, scheme=scheme)
    w.goto("/demo/components/"); w.page.screenshot(path=f"/tmp/s/lead_{lang}_{width}.png", full_page=True)
