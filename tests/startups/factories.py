"""Start-ups for tests, made by the actions alone."""

from datetime import date
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from startups import actions
from startups.choices import ProfileState
from tests.people import make_person

FIELDS = {
    "name": "Kaverion EdgeNet",
    "legal_name": "Kaverion EdgeNet Private Limited",
    "origin": "karnataka",
    "city": "Bengaluru",
    "founded_on": date(2019, 3, 1),
    "sector": "5g_industry",
    "one_liner_de": "Private 5G-Netze für die Fabrik.",
    "one_liner_en": "Private 5G networks for factories.",
    "stage": "first_customers",
    "team_size": "6-10",
}


def make_startup(by, *, state=ProfileState.DRAFT, editor=None, **fields):
    """A profile of `by`, taken to a state by the actions that lead there."""
    startup = actions.create_startup(by=by, **{**FIELDS, **fields})
    return (
        bring_to(startup, state, by=by, editor=editor) if state != ProfileState.DRAFT else startup
    )


def bring_to(startup, state, *, by, editor=None):
    editor = editor or make_editor()
    startup = actions.submit_profile(startup=startup, by=by)
    if state == ProfileState.RETURNED:
        return actions.return_profile(startup=startup, note="Name no customer.", by=editor)
    if state in {ProfileState.PUBLISHED, ProfileState.HIDDEN}:
        startup = actions.publish_profile(startup=startup, by=editor)
    if state == ProfileState.HIDDEN:
        return actions.hide_profile(startup=startup, note="The website is gone.", by=editor)
    return startup


def make_editor():
    return make_person("editor@duesseldorf.example", name="Erika Editor", roles=["editor"])


def typed(**fields):
    """What a person types into the form."""
    words = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in FIELDS.items()
    }
    return {**words, **fields}


def picture(name="logo.png", *, size=(60, 40), kind="PNG"):
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, kind)
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/png")
