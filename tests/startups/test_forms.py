from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from PIL import Image

from corridor import clock
from startups.forms import StartupForm
from startups.registry_numbers import EXAMPLES
from tests.startups.factories import make_startup, picture, typed

pytestmark = pytest.mark.django_db


def errors(**fields):
    form = StartupForm(typed(**fields))
    return {name: " ".join(messages) for name, messages in form.errors.items()}


def test_form_takes_a_whole_profile():
    form = StartupForm(typed(themes=["industry_4_0"], **EXAMPLES))

    assert form.is_valid(), form.errors
    assert form.numbers() == EXAMPLES
    assert form.profile()["themes"] == ["industry_4_0"]


@pytest.mark.parametrize(
    "name", ["Ōe", "Müller-Lüdenscheidt", "ಕಾವೇರಿ ನೆಟ್‌ವರ್ಕ್", "Nagarajan", "O'Brien & <Söhne>"]
)
def test_form_takes_names_of_all_kinds(name):
    form = StartupForm(typed(name=name))

    assert form.is_valid(), form.errors
    assert form.cleaned_data["name"] == name


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "   "),
        ("name", "a\nb"),
        ("name", "a\x00b"),
        ("name", "x" * 121),
        ("sector", "banking"),
        ("origin", ""),
        ("themes", ["no such theme"]),
        ("founded_on", "yesterday"),
        ("founded_on", "0019-03-01"),
        ("website", "ftp://kaverion.example/"),
        ("website", "javascript:alert(1)"),
        ("website", "https://"),
        ("description_en", "x" * 4001),
        ("cin", "nonsense"),
        ("lei", "9" * 61),
    ],
)
def test_form_names_the_field_that_is_wrong(field, value):
    assert list(errors(**{field: value})) == [field]


def test_form_refuses_a_day_still_to_come():
    tomorrow = clock.today() + timedelta(days=1)

    assert "still to come" in errors(founded_on=tomorrow.isoformat())["founded_on"]
    assert not errors(founded_on=clock.today().isoformat())


@pytest.mark.parametrize("language", ["de", "en"])
def test_form_asks_for_one_sentence_in_the_language_of_the_reader(language):
    with override(language):
        assert list(errors(one_liner_de="", one_liner_en=" ")) == [f"one_liner_{language}"]


@pytest.mark.parametrize("field", ["one_liner_de", "one_liner_en"])
def test_form_is_content_with_one_sentence(field):
    assert not errors(**{field: ""})


def test_form_makes_one_line_of_a_sentence():
    form = StartupForm(typed(one_liner_en="Runs robots\r\n on   5G."))

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
    form = StartupForm(typed(website=written))

    assert form.is_valid()
    assert form.cleaned_data["website"] == kept


def test_form_encodes_the_logo_anew():
    form = StartupForm(typed(), {"logo": picture("../../etc/logo.php.png", size=(2000, 1000))})

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
    form = StartupForm(typed(), {"logo": file})

    assert list(form.errors) == ["logo"]


def test_form_leaves_the_logo_alone_unless_told(founder):
    startup = make_startup(founder, logo="logos/present.webp")

    form = StartupForm(typed(), instance=startup)
    assert form.is_valid()
    assert form.new_logo is None

    form = StartupForm(typed(**{"logo-clear": "on"}), instance=startup)
    assert form.is_valid()
    assert form.new_logo is False


def test_form_shows_the_stored_numbers(founder):
    startup = make_startup(founder, registrations={"dpiit": "DIPP12345"})

    assert 'value="DIPP12345"' in str(StartupForm(instance=startup)["dpiit"])


def test_form_has_every_field_in_one_section():
    form = StartupForm()

    assert [field.name for _title, fields in form.sections() for field in fields] == list(
        form.fields
    )
