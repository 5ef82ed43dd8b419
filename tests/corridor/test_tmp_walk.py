import time,collections
from tests.corridor.test_html import *
from tests.corridor import test_html as th
import tests.markup as m
def test_w(settings):
    t=time.perf_counter(); world=make_pages("de"); out=[f"world {time.perf_counter()-t:.1f}"]
    for person in PEOPLE:
        t=time.perf_counter(); w=Walk(world,person,"de"); t2=time.perf_counter(); n=len(w.answers); p=w.problems(); 
        out.append(f"{person}: {len(w.pages)} pages {t2-t:.1f}s, {len(w.answers)-n} links {time.perf_counter()-t2:.1f}s")
        for k,v in p.items():
            for x in v: out.append(f"   {k}: {x}"[:300])
    open('/tmp/pages/walk.txt','w').write("\n".join(out))
