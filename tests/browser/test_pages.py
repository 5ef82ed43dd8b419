"""Every page we render, in each language, scheme and width: axe finds nothing, nothing scrolls sideways."""

import itertools

import pytest

from tests.factories import (
    make_application,
    make_authority,
    make_case,
    make_package,
    make_startup,
    make_user,
    officer_of,
    owner_of,
    signatory_of,
)

LOOKS = list(itertools.product(["de", "en"], ["light", "dark"], [320, 1280]))
# Every pair of values once; `make test-all` takes them all.
SAMPLE = [("de", "light", 320), ("de", "dark", 1280), ("en", "light", 1280), ("en", "dark", 320)]
LOOK = [look if look in SAMPLE else pytest.param(*look, marks=pytest.mark.slow) for look in LOOKS]


@pytest.fixture
def world(transactional_db):
    """A start-up with a draft and cases in two stages, and everybody who works on them."""
    authority = make_authority(name="Landeshauptstadt Düsseldorf")
    package = make_package(authority, required_documents=["pitch_deck"])
    startup = make_startup(published=True, name="Müller-Lüdenscheidt Ultraschallsensorik")
    released = make_case("released", package=package, startup=startup)
    proposed = make_case("proposed", package=make_package(authority), startup=startup)
    draft = make_application(
        startup, [make_package(required_documents=["pitch_deck"])], complete=False
    )
    return {
        "startup": startup,
        "package": package,
        "released": released,
        "proposed": proposed,
        "draft": draft,
        "authority": authority,
    }


def public_pages(world):
    return [
        "",
        "startups/",
        "startups/?q=nobody",
        f"startups/{world['startup'].slug}/",
        "welcome/",
        f"welcome/{world['package'].slug}/",
        "events/",
        "accounts/login/",
        "accounts/signup/",
        "accounts/password/reset/",
        "no-such-page/",
    ]


def founder_pages(world):
    draft = f"applications/{world['draft'].pk}/"
    sections = [
        "packages",
        "company",
        "product",
        "plan",
        "aid",
        "documents",
        "declarations",
        "check",
    ]
    return [
        "account/",
        "accounts/profile/",
        "accounts/email/",
        "accounts/2fa/",
        "accounts/2fa/totp/activate/",
        "accounts/password/change/",
        "accounts/logout/",
        "startups/new/",
        f"startups/{world['startup'].slug}/",
        f"startups/{world['startup'].slug}/edit/",
        f"welcome/{world['package'].slug}/apply/",
        "applications/",
        draft,
        *(f"{draft}{section}/" for section in sections),
        f"applications/{world['released'].application_id}/",
        f"cases/{world['released'].reference}/",
        f"cases/{world['released'].reference}/notice/",
        f"cases/{world['proposed'].reference}/withdraw/",
    ]


def office_pages(world):
    case = "/admin/welcome/case/{}/".format
    return [
        "/admin/",
        "/admin/welcome/case/",
        case(world["released"].pk) + "change/",
        case(world["proposed"].pk) + "change/",
        "/admin/welcome/package/",
        f"/admin/welcome/package/{world['package'].pk}/change/",
    ]


@pytest.mark.parametrize(("language", "scheme", "width"), LOOK)
def test_pages_for_everybody(open_browser, world, language, scheme, width):
    window = open_browser(width=width, scheme=scheme)
    window.expected_errors.append("404")
    for page in public_pages(world):
        window.goto(f"/{language}/{page}")


@pytest.mark.parametrize(("language", "scheme", "width"), LOOK)
def test_pages_of_founder(open_browser, world, language, scheme, width):
    """Each page, and each form once more with its errors."""
    window = open_browser(owner_of(world["startup"]), width=width, scheme=scheme)
    for page in founder_pages(world):
        window.goto(f"/{language}/{page}")
    draft = f"applications/{world['draft'].pk}/"
    for page in ("startups/new/", f"{draft}documents/", f"{draft}plan/"):
        window.goto(f"/{language}/{page}")
        window.submit()


@pytest.mark.parametrize(("language", "scheme", "width"), LOOK)
def test_pages_of_back_office(open_browser, world, language, scheme, width):
    people = [officer_of(world["authority"]), signatory_of(world["authority"])]
    people += [
        make_user("Eva Editor", roles=["editor"]),
        make_user("Adam", roles=["administrator"]),
    ]
    for person in people:
        person.language = language
        person.save()
    officer, signatory, editor, administrator = people
    window = open_browser(officer, width=width, scheme=scheme)
    for page in office_pages(world):
        window.goto(page)
    propose = make_case("review", package=world["package"])
    window.goto(f"/admin/welcome/case/{propose.pk}/propose/")
    window.submit()
    window = open_browser(signatory, width=width, scheme=scheme)
    for verb in ("change", "sign", "return_proposal"):
        window.goto(f"/admin/welcome/case/{world['proposed'].pk}/{verb}/")
    window = open_browser(editor, width=width, scheme=scheme)
    window.goto("/admin/startups/startup/")
    window.goto(f"/admin/startups/startup/{world['startup'].pk}/change/")
    window = open_browser(administrator, width=width, scheme=scheme)
    for page in (
        "accounts/user/",
        "welcome/authority/",
        "welcome/authoritymember/",
        "welcome/package/add/",
    ):
        window.goto(f"/admin/{page}")
