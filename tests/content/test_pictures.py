import pytest
from django.core.files.storage import default_storage
from PIL import Image

from corridor.content import pictures
from tests.content.factories import picture


@pytest.mark.parametrize(
    ("size", "large", "small"),
    [
        ((2000, 1000), (1280, 640), 640),
        ((1000, 2000), (640, 1280), 320),
        ((300, 200), (300, 200), 300),
    ],
)
def test_picture_is_kept_in_two_sizes(size, large, small):
    kept = pictures.keep(picture(size=size))

    assert (kept["picture_width"], kept["picture_height"]) == large
    assert kept["picture_small_width"] == small
    for name, width in ((kept["picture"], large[0]), (kept["picture_small"], small)):
        with default_storage.open(name) as file, Image.open(file) as image:
            assert (image.format, image.width) == ("WEBP", width)
