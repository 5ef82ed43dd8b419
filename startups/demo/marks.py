"""Logos of the demonstration: one white shape on a ground of colour."""

import math
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from corridor.documents.images import clean_image

SIZE = 1024
MIDDLE = SIZE // 2
WHITE = "#FBFAF7"


def logo(shape: str, colour: str) -> ContentFile:
    """The picture as an upload would come out of the form."""
    image = Image.new("RGB", (SIZE, SIZE), colour)
    SHAPES[shape](ImageDraw.Draw(image), colour)
    out = BytesIO()
    image.save(out, "PNG")
    return clean_image(ContentFile(out.getvalue(), name="mark.png"), max_side=256)


def disc(draw, x, y, radius, fill=WHITE):
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)


def brush(draw, points, width, fill=WHITE):
    for x, y in points:
        disc(draw, x, y, width / 2, fill)


def waves(draw, colour):
    for top in (330, 512, 694):
        brush(draw, [(x, top + 70 * math.sin(x / 105)) for x in range(190, 835, 4)], 72)


def rings(draw, colour):
    for radius, fill in ((350, WHITE), (270, colour), (180, WHITE), (90, colour)):
        disc(draw, MIDDLE, MIDDLE, radius, fill)


def bars(draw, colour):
    for index, height in enumerate((220, 400, 310, 560)):
        left = 200 + index * 165
        draw.rectangle((left, 790 - height, left + 110, 790), fill=WHITE)


def gear(draw, colour):
    for step in range(8):
        angle = math.pi * step / 4
        disc(draw, MIDDLE + 300 * math.cos(angle), MIDDLE + 300 * math.sin(angle), 85)
    disc(draw, MIDDLE, MIDDLE, 280)
    disc(draw, MIDDLE, MIDDLE, 120, colour)


def drop(draw, colour):
    draw.polygon([(MIDDLE, 150), (312, 493), (712, 493)], fill=WHITE)
    disc(draw, MIDDLE, 610, 232)


def leaf(draw, colour):
    sides = [(step / 50, side) for side in (1, -1) for step in range(51)[::side]]
    bulge = [(part, side * 190 * math.sin(math.pi * part)) for part, side in sides]
    draw.polygon(
        [(220 + 584 * part + out, 804 - 584 * part + out) for part, out in bulge], fill=WHITE
    )
    brush(draw, [(step, MIDDLE * 2 - step) for step in range(180, 620, 4)], 34, colour)


def bean(draw, colour):
    draw.ellipse((300, 150, 724, 874), fill=WHITE)
    brush(draw, [(MIDDLE + 60 * math.sin(y / 115), y) for y in range(150, 876, 4)], 46, colour)


def bolt(draw, colour):
    draw.polygon(
        [(580, 130), (290, 570), (480, 570), (430, 894), (740, 430), (545, 430)], fill=WHITE
    )


SHAPES = {shape.__name__: shape for shape in (waves, rings, bars, gear, drop, leaf, bean, bolt)}
