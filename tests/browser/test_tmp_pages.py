import time
from tests.browser.conftest import axe, AXE_SCRIPT
from tests.browser.test_pages import *
from tests.browser import conftest as c

def test_t(open_browser, world):
    w = open_browser(owner_of(world["startup"]))
    out=[]
    for page in founder_pages(world)[:22]:
        t=[time.perf_counter()]
        w.page.goto(f"/de/{page}"); t.append(time.perf_counter())
        w.page.evaluate(AXE_SCRIPT); t.append(time.perf_counter())
        w.page.evaluate("axe.run({resultTypes: ['violations'], preload: false})"); t.append(time.perf_counter())
        w.page.set_viewport_size({"width":320,"height":800}); w.page.emulate_media(color_scheme="dark")
        w.page.evaluate("document.documentElement.scrollWidth"); t.append(time.perf_counter())
        w.page.set_viewport_size({"width":1280,"height":800}); w.page.emulate_media(color_scheme="light")
        w.page.evaluate("document.documentElement.scrollWidth"); t.append(time.perf_counter())
        n=w.page.evaluate("axe.run({resultTypes: ['violations'], preload: false, runOnly:['color-contrast']}).then(r=>r.passes.length)"); t.append(time.perf_counter())
        out.append((page[-30:], w.page.evaluate("document.querySelectorAll('*').length"), *[round((b-a)*1000) for a,b in zip(t,t[1:])]))
    open("/tmp/pages/t.txt","w").write("\n".join(map(str,out)))
