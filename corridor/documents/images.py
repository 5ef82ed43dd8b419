"""Pictures from outside: checked before they are decoded, and encoded anew so that only pixels remain."""

import struct
import zlib
from io import BytesIO

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from corridor.actions import Refused

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
# 40 million pixels are 160 MB in memory: a page scanned at 600 dpi passes, a bomb does not.
PIXEL_LIMIT = 40_000_000
# What Pillow raises for a file that is no picture, is cut short or lies about itself; its warnings too, where they
# are errors. Turning them into errors here would do so for other threads as well.
BAD_DATA = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    EOFError,
    IndexError,
    OverflowError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    RuntimeWarning,
    UserWarning,
)


class ImageRefused(Refused):
    """A picture that is not taken."""


class NotAnImage(ImageRefused):
    message = _(
        "This is not a picture that can be read here. Choose a PNG, JPEG, WebP or GIF file."
    )


class ImageTooLarge(ImageRefused):
    message = _(
        "The picture is too large. Save it with at most 6,000 pixels on each side and under 20 MB."
    )


class BrokenImage(ImageRefused):
    message = _("The picture is damaged or not complete. Save it again and upload the new file.")


def clean_image(file, max_side: int = 512) -> ContentFile:
    """The picture as WebP, upright, at most `max_side` pixels wide and high, without metadata; the first frame.

    Raises ImageRefused.
    """
    image = open_image(file)
    try:
        image.draft(None, (2 * max_side, 2 * max_side))  # a JPEG is decoded no larger than needed
        image = ImageOps.exif_transpose(image)
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
        image.thumbnail((max_side, max_side))
        image.info.clear()
        out = BytesIO()
        image.save(out, "WEBP", quality=90)
    except BAD_DATA as error:
        raise BrokenImage from error
    return ContentFile(out.getvalue(), name="image.webp")


def check_image(file):
    """Raise ImageRefused for what is no picture, too large or visibly damaged; nothing is decoded."""
    image = open_image(file)
    try:
        image.verify()
    except BAD_DATA as error:
        raise BrokenImage from error


def open_image(file) -> Image.Image:
    """The picture with its head read and its size checked, before any pixel is."""
    if file.size > settings.UPLOAD_LIMIT:
        raise ImageTooLarge
    file.seek(0)
    try:
        image = Image.open(file, formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageTooLarge from error
    except BAD_DATA as error:
        raise NotAnImage from error
    if image.width * image.height > PIXEL_LIMIT:
        raise ImageTooLarge
    return image
