"""Pages, news and reports for tests, made by the actions alone."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from corridor.content import actions, pictures
from corridor.documents.images import clean_image
from tests.people import make_person

FIELDS = {
    "slug": "projects-agreed",
    "title_de": "Projekte vereinbart",
    "title_en": "Projects agreed",
    "teaser_de": "Beide Seiten beginnen.",
    "teaser_en": "Both sides begin.",
    "text_de": "## Was geschah\n\nEs gab **Tee**.",
    "text_en": "## What happened\n\nThere was **tea**.",
}
ALTS = {"picture_alt_de": "Zwei Punkte", "picture_alt_en": "Two dots"}
REPORT = {"text": "The menu does not open.", "page": "/en/startups/", "language": "en"}


def make_editor(email="editor@duesseldorf.example"):
    return make_person(email, name="Erika Editor", roles=["editor"])


def make_news(by, *, published=True, on=None, **fields):
    news = actions.create_news(by=by, **{**FIELDS, **fields})
    return actions.publish_news(news=news, by=by, on=on) if published else news


def make_report(by=None, **fields):
    return actions.report_barrier(by=by, **{**REPORT, **fields})


def upload(name="photo.png", *, size=(1600, 800)):
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/png")


def picture(size=(1600, 800)) -> ContentFile:
    """A picture as it comes out of the form."""
    return clean_image(upload(size=size), pictures.LARGE)
