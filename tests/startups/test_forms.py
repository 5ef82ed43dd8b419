from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from PIL import Image

from corridor import clock
from startups.forms import SECTION_FORMS, NewStartupForm
from startups.forms.profiles import LinksForm, NameForm, WordsForm
from startups.registry_numbers import EXAMPLES
from startups.sections import SECTIONS
from tests.startups.factories import make_startup, picture, typed

pytestmark = pytest.mark.django_db


def errors(section, **fields):
    form = SECTION_FORMS[section](typed(**fields))
    return {name: " ".join(messages) for name, messages in form.errors.items()}


def test_forms_hold_every_field_of_their_section_once():
    for section in SECTIONS:
        form = SECTION_FORMS[section.slug]()
        shown = [field.name for part in form.parts() for field in part.fields]
        assert sorted(shown) == sorted(section.fields) == sorted(form.fields)


def test_form_takes_a_whole_name_and_its_numbers():
    form = NameForm(typed(**EXAMPLES))

    assert form.is_valid(), form.errors
    assert form.numbers() == EXAMPLES
    assert form.profile()["legal_name"] == "Kaverion EdgeNet Private Limited"


@pytest.mark.parametrize(
    "name", ["Ōe", "Müller-Lüdenscheidt", "ಕಾವೇರಿ ನೆಟ್‌ವರ್ಕ್", "Nagarajan", "O'Brien & <Söhne>"]
)
def test_form_takes_names_of_all_kinds(name):
    form = NewStartupForm(typed(name=name))

    assert form.is_valid(), form.errors
    assert form.cleaned_data["name"] == name


@pytest.mark.parametrize(
    ("section", "field", "value"),
    [
        ("name", "name", "   "),
        ("name", "name", "a\nb"),
        ("name", "name", "a\x00b"),
        ("name", "name", "x" * 121),
        ("market", "sector", "banking"),
        ("name", "origin", ""),
        ("market", "themes", ["no such theme"]),
        ("name", "founded_on", "yesterday"),
        ("name", "founded_on", "0019-03-01"),
        ("links", "website", "ftp://kaverion.example/"),
        ("links", "website", "javascript:alert(1)"),
        ("links", "website", "https://"),
        ("words", "description_en", "x" * 4001),
        ("name", "cin", "nonsense"),
        ("name", "lei", "9" * 61),
    ],
)
def test_form_names_the_field_that_is_wrong(section, field, value):
    assert list(errors(section, **{field: value})) == [field]


def test_form_refuses_a_day_still_to_come():
    tomorrow = clock.today() + timedelta(days=1)

    assert "still to come" in errors("name", founded_on=tomorrow.isoformat())["founded_on"]
    assert not errors("name", founded_on=clock.today().isoformat())


@pytest.mark.parametrize("language", ["de", "en"])
def test_words_begin_with_the_language_of_the_reader(language):
    with override(language):
        first = [part.fields[0].name for part in WordsForm().parts()]
    assert first == [f"one_liner_{language}", f"description_{language}"]


def test_form_makes_one_line_of_a_sentence():
    form = WordsForm(typed(one_liner_en="Runs robots\r\n on   5G."))

    assert form.is_valid()
    assert form.cleaned_data["one_liner_en"] == "Runs robots on 5G."


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("kaverion.example", "https://kaverion.example"),
        ("http://kaverion.example", "http://kaverion.example"),
    ],
)
def test_form_completes_the_website(written, kept):
    form = LinksForm(typed(website=written))

    assert form.is_valid()
    assert form.cleaned_data["website"] == kept


def test_form_encodes_the_logo_anew():
    form = LinksForm(typed(), {"logo": picture("../../etc/logo.php.png", size=(2000, 1000))})

    assert form.is_valid(), form.errors
    image = Image.open(form.new_logo)
    assert (image.format, max(image.size)) == ("WEBP", 512)


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("empty.png", b""),
        SimpleUploadedFile("page.png", b"<svg onload='alert(1)'></svg>"),
        SimpleUploadedFile("deck.pdf", b"%PDF-1.7\n%%EOF"),
    ],
    ids=["empty", "svg", "pdf"],
)
def test_form_refuses_what_is_no_picture(file):
    form = LinksForm(typed(), {"logo": file})

    assert list(form.errors) == ["logo"]


def test_form_leaves_the_logo_alone_unless_told(founder):
    stored = {"logo": make_startup(founder, logo="logos/present.webp").logo}

    form = LinksForm(typed(), initial=stored)
    assert form.is_valid()
    assert form.new_logo is None

    form = LinksForm(typed(**{"logo-clear": "on"}), initial=stored)
    assert form.is_valid()
    assert form.new_logo is False
