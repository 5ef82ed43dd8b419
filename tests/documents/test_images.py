import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from corridor.documents.images import (
    BrokenImage,
    ImageTooLarge,
    NotAnImage,
    check_image,
    clean_image,
)
from tests.documents.conftest import picture


def cleaned(content, **options):
    return Image.open(clean_image(ContentFile(content), **options))


def bomb(width, height):
    """A PNG of a few bytes that says it is huge."""
    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = b"".join(
        struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    )
    return b"\x89PNG\r\n\x1a\n" + chunks


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("PNG", "RGB"),
        ("PNG", "L"),
        ("PNG", "1"),
        ("PNG", "P"),
        ("JPEG", "CMYK"),
        ("WEBP", "RGB"),
        ("GIF", "P"),
    ],
)
def test_picture_becomes_webp(kind, mode):
    image = cleaned(picture(kind, mode))
    assert (image.format, image.mode, image.size) == ("WEBP", "RGB", (8, 6))


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_transparency_is_kept(mode):
    assert cleaned(picture("PNG", mode)).mode == "RGBA"


def test_picture_is_scaled_to_its_longer_side():
    assert cleaned(picture(size=(400, 200)), max_side=100).size == (100, 50)


def test_picture_is_turned_upright_and_loses_its_metadata():
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "taken at home"
    image = cleaned(
        picture("JPEG", size=(40, 20), exif=exif, icc_profile=b"profile", comment=b"secret")
    )
    assert image.size == (20, 40)
    assert not image.getexif()
    assert not {"exif", "icc_profile", "xmp", "comment"} & set(image.info)


def test_animation_becomes_its_first_frame():
    out = BytesIO()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    image = cleaned(out.getvalue())
    assert getattr(image, "n_frames", 1) == 1
    red, _, blue = image.convert("RGB").getpixel((4, 4))
    assert red > blue


@pytest.mark.parametrize("check", [clean_image, check_image])
@pytest.mark.parametrize("side", [6_400, 10_000, 60_000])
def test_bomb_is_refused_before_decoding(check, side):
    with pytest.raises(ImageTooLarge):
        check(ContentFile(bomb(side, side)))


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"BM" + bytes(60)],
)
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(NotAnImage):
        clean_image(ContentFile(content))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_truncated_picture_is_refused(kind):
    content = picture(kind, size=(200, 200))
    with pytest.raises(BrokenImage):
        clean_image(ContentFile(content[: len(content) * 2 // 3]))


def test_damaged_picture_is_refused_without_decoding():
    content = picture(size=(200, 200))
    with pytest.raises(BrokenImage):
        check_image(ContentFile(content[:-20]))


def test_picture_over_the_limit(settings):
    settings.UPLOAD_LIMIT = 10
    with pytest.raises(ImageTooLarge):
        clean_image(ContentFile(picture()))
