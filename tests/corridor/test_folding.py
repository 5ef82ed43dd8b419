from unicodedata import normalize

import pytest
from django.db import connection

from corridor.folding import address_stem

pytestmark = pytest.mark.django_db

SAME = [
    ("Müller-Lüdenscheidt", "Mueller-Luedenscheidt"),
    ("Müller", "MULLER"),
    ("Düsseldorf", "Dusseldorf"),
    ("Straße", "STRASSE"),
    ("Ōe", "Oe"),
    ("Crème Brûlée", "creme brulee"),
    ("Łódź", "Lodz"),
    ("ﬁber", "fiber"),
    ("Zu\u0308rich", "Zürich"),
]


def fold(text):
    with connection.cursor() as cursor:
        cursor.execute("SELECT corridor_fold(%s)", [text])
        return cursor.fetchone()[0]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_fold_makes_spellings_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("text", ["ಕಾವೇರಿ", "बेंगलुरु", "東京"])
def test_fold_leaves_other_scripts_alone(text):
    assert normalize("NFKD", text) in fold(f"{text} GmbH")


def test_fold_keeps_different_words_apart():
    assert fold("Mahler") != fold("Maler")


def test_fold_knows_nothing_of_nothing():
    assert fold(None) is None


def test_fold_is_immutable_for_the_index():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT provolatile, proparallel FROM pg_proc WHERE proname = 'corridor_fold'"
        )
        assert cursor.fetchall() == [("i", "s")]


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("Größe & Übermut", "groesse-uebermut"),
        ("Crème", "creme"),
        ("ಕರ್ನಾಟಕ", ""),
        ("a" * 99, "a" * 70),
    ],
)
def test_address_is_made_of_small_letters(words, stem):
    assert address_stem(words) == stem
