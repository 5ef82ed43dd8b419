import pytest
from django import forms

from corridor.forms import PlainWords, UploadField, WebsiteField
from corridor.samples import SampleForm
from startups.models import Membership


class WithFile(forms.Form):
    deck = UploadField(accept=[".pdf", ".png"], megabytes=5)


def test_upload_field_names_kinds_and_size():
    html = str(WithFile())
    assert 'accept=".pdf,.png"' in html
    assert "PDF, PNG, up to 5 MB." in html


def test_field_ties_hint_and_error_to_the_input():
    html = SampleForm({"name": ""})["name"].as_field_group()
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html


def test_optional_fields_say_so():
    form = SampleForm()
    assert "(optional)" in form["website"].as_field_group()
    assert "(optional)" not in form["name"].as_field_group()


@pytest.mark.parametrize("sign", ["\u202e", "\u2066"])
def test_text_keeps_no_sign_that_turns_how_it_is_read(sign):
    """Signs that join letters, as Kannada needs them, stay."""

    class Words(PlainWords, forms.Form):
        text = forms.CharField()

    form = Words({"text": f"invoice{sign}fdp.exe ಕ್\u200dಷ"})
    assert form.is_valid()
    assert form.cleaned_data["text"] == "invoicefdp.exe ಕ್\u200dಷ"


@pytest.mark.parametrize(
    "text",
    [
        "\u200b",
        "\u2800",
        "\u034f",
        "\u180e",
        "\ufe0f",
        "\U000e0020",
        "\u202a\u200b",
        "\u3000\uffa0",
    ],
)
def test_text_of_which_one_sees_nothing_is_missing(text):
    class Words(PlainWords, forms.Form):
        text = forms.CharField()

    assert Words({"text": text}).errors == {"text": ["Fill this in."]}


@pytest.mark.parametrize("text", ["–", "7", "ಕ್ಷ", "👩\u200d🚀", "❤\ufe0f", "\ufffd"])
def test_text_that_one_sees_stays_as_it_is(text):
    class Words(PlainWords, forms.Form):
        text = forms.CharField()

    form = Words({"text": text})
    assert form.is_valid()
    assert form.cleaned_data["text"] == text


def test_choices_are_a_fieldset_with_a_legend():
    html = SampleForm()["origin"].as_field_group()
    assert "<fieldset" in html
    assert "<legend>Origin" in html


def test_a_single_checkbox_has_its_label_beside_it():
    html = SampleForm()["true"].as_field_group()
    assert html.index("<input") < html.index("<label")


def test_what_was_typed_stays():
    assert 'value="not an address"' in str(SampleForm({"website": "not an address"}))


@pytest.mark.parametrize(
    ("typed", "words"), [("-1", "Enter 0 or more."), ("10", "Enter 9 or less.")]
)
def test_number_out_of_range_says_what_to_do(typed, words):
    class Form(PlainWords, forms.Form):
        answer = forms.IntegerField(min_value=0, max_value=9)

    assert Form({"answer": typed}).errors == {"answer": [words]}


def test_field_whose_page_says_so_is_not_called_optional():
    form = SampleForm()
    form.fields["website"].says_optional = False
    assert "(optional)" not in form["website"].as_field_group()


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (forms.CharField(), "Fill this in."),
        (forms.ChoiceField(choices=[("a", "A")]), "Choose an answer."),
        (forms.BooleanField(), "Tick this to go on."),
        (forms.FileField(), "Choose a file."),
    ],
)
def test_missing_answer_says_what_to_do(field, words):
    class Form(PlainWords, forms.Form):
        answer = field

    assert Form({}, {}).errors == {"answer": [words]}


def test_field_with_words_of_its_own_keeps_them():
    class Form(PlainWords, forms.Form):
        answer = forms.CharField(error_messages={"required": "Name the court."})

    assert Form({}).errors == {"answer": ["Name the court."]}


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        (forms.EmailField(), "meera", "Enter an email address, for example name@example.org."),
        (
            WebsiteField(),
            "https://",
            "Enter an address on the web, for example https://example.org.",
        ),
        (forms.CharField(max_length=3), "four", "At most 3 characters; these are 4."),
    ],
)
def test_wrong_answer_says_what_to_write(field, typed, words):
    class Form(PlainWords, forms.Form):
        answer = field

    assert Form({"answer": typed}).errors == {"answer": [words]}


def test_browser_cuts_off_nothing():
    class Form(PlainWords, forms.Form):
        answer = forms.CharField(max_length=3)

    assert "maxlength" not in str(Form())


def test_nothing_chosen_is_a_dash_in_lists_of_words_and_of_rows():
    class OfModel(PlainWords, forms.ModelForm):
        class Meta:
            model = Membership
            fields = ["role", "startup"]

    form = OfModel()
    assert form.fields["role"].choices[0] == ("", "–")
    assert form.fields["startup"].empty_label == "–"
