"""TEMP"""

import json
import pytest
from pathlib import Path
from tests.factories import *
from startups.models import Startup
from corridor import clock as _clock
from datetime import timedelta


def people(w):
    a = w["released"].package.authority
    return {"officer": officer_of(a), "signatory": signatory_of(a)}


def test_shots(open_browser, transactional_db, tmp_path):
    spec = json.loads(Path("/tmp/admin_shots.json").read_text())
    a = make_authority(name="Landeshauptstadt Düsseldorf", prefix="DUS")
    p = make_package(
        a,
        required_documents=["pitch_deck"],
        title_de="Willkommenspaket Düsseldorf",
        title_en="Welcome Package Düsseldorf",
    )
    names = [
        "Müller-Lüdenscheidt Ultraschallsensorik",
        "Kaverion EdgeNet",
        "Sahyascan",
        "Deccanhydro",
        "Malnadex Bio",
        "Coorgenza",
        "Nandilytics 5G",
        "Sharavolt Storage",
        "Tungavira",
    ]
    states = [
        "submitted",
        "checking",
        "review",
        "proposed",
        "signed",
        "released",
        "notified",
        "final",
        "information_requested",
    ]
    cases = {}
    AID = {
        "received": "yes",
        "lines": [{"authority": "Stadt Köln", "granted_on": "2023-03-01", "amount": "24000.00"}],
    }
    for n, s in zip(names, states):
        with days_ago(39 if s == "checking" else 50 if s == "review" else 0):
            cases[s] = make_case(
                s,
                package=p,
                startup=make_startup(name=n, published=True, registrations={"dpiit": "DIPP1"}),
                aid=AID,
            )
    make_startup(name="Entwurf GmbH")
    from startups import actions as sa

    inrev = make_startup(name="In Review Labs", registrations={"dpiit": "DIPP2"})
    sa.submit_profile(startup=inrev, by=owner_of(inrev))
    who = {
        "officer": officer_of(a),
        "signatory": signatory_of(a),
        "editor": make_user("Eva Editor", roles=["editor"]),
        "auditor": make_user("Anna Prüferin", roles=["auditor"]),
        "administrator": make_user("Adam Admin", roles=["administrator"]),
        "event_team": make_user("Elif Event", roles=["event_team"]),
    }
    from tests.events.factories import make_event

    ev = make_event(who["event_team"])
    ids = {"c_" + k: c.pk for k, c in cases.items()} | {
        "startup": inrev.pk,
        "package": p.pk,
        "event": ev.pk,
        "user": who["editor"].pk,
        "authority": a.pk,
        "decision": cases["final"].decisions.first().pk,
        "revision": cases["final"].revision_id,
        "application": cases["final"].application_id,
        "mail": __import__("post_office.models", fromlist=["Email"]).Email.objects.first().pk,
        "page": __import__("corridor.content.models", fromlist=["Page"]).Page.objects.first().pk,
        "member": a.members.first().pk,
    }
    out = Path("/tmp/shots")
    out.mkdir(exist_ok=True)
    bad = []
    for shot in spec:
        person = who[shot["as"]]
        person.language = shot.get("lang", "en")
        person.save()
        window = open_browser(person, width=shot.get("w", 1280), scheme=shot.get("scheme", "light"))
        window.goto(shot["url"].format(**ids))
        if js := shot.get("click"):
            window.page.locator(js).first.click()
            window.page.wait_for_load_state()
            window.check()
        if shot.get("forced"):
            window.page.emulate_media(forced_colors="active")
        if shot.get("print"):
            window.page.emulate_media(media="print")
        window.page.screenshot(path=out / f"{shot['name']}.png", full_page=shot.get("full", True))
        bad += [f"{shot['name']}: {x}" for x in window.problems]
        window.problems.clear()
        window.context.close()
    print("\n".join(bad))
