"""Pictures of the news: public, in two sizes, encoded anew before they come here (corridor.documents.images)."""

from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from corridor.documents.images import clean_image

FOLDER = "news"
LARGE, SMALL = 1280, 640  # pixels on the longer side
NONE = {
    "picture": "",
    "picture_width": None,
    "picture_height": None,
    "picture_small": "",
    "picture_small_width": None,
}


def keep(picture: ContentFile) -> dict:
    """Store a clean picture of at most LARGE pixels and a small copy; the fields of a NewsItem that name them.

    Call it before the action that writes them.
    """
    small = clean_image(picture, SMALL)
    width, height = Image.open(picture).size
    small_width, _height = Image.open(small).size
    picture.seek(0)
    small.seek(0)
    return {
        "picture": store(picture),
        "picture_width": width,
        "picture_height": height,
        "picture_small": store(small),
        "picture_small_width": small_width,
    }


def store(picture):
    return default_storage.save(f"{FOLDER}/{uuid4().hex}.webp", picture)


def delete(names):
    for name in names:
        default_storage.delete(name)
