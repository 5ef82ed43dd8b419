from django import forms
from PIL import Image

from corridor.documents.forms import CleanImageField, UploadField
from tests.documents.conftest import PDF_BYTES, picture


class PaperForm(forms.Form):
    paper = UploadField()
    logo = CleanImageField(required=False, max_side=4)


def form(**files):
    return PaperForm({}, files)


def test_form_with_good_files(upload):
    filled = form(paper=upload("deck.pdf", PDF_BYTES), logo=upload("logo.png", picture()))
    assert filled.is_valid(), filled.errors
    assert filled.cleaned_data["paper"].read() == PDF_BYTES
    assert Image.open(filled.cleaned_data["logo"]).size == (4, 3)


def test_form_without_the_optional_picture(upload):
    filled = form(paper=upload("deck.pdf", PDF_BYTES))
    assert filled.is_valid(), filled.errors
    assert filled.cleaned_data["logo"] is None


def test_form_without_the_file():
    assert form().errors.as_data()["paper"][0].code == "required"


def test_refusal_is_shown_at_its_field(upload):
    wrong = form(paper=upload("deck.pdf", b""), logo=upload("logo.png", b"no picture"))
    codes = {
        name: [error.code for error in errors] for name, errors in wrong.errors.as_data().items()
    }
    assert codes == {"paper": ["EmptyFile"], "logo": ["NotAnImage"]}


def test_field_names_what_it_accepts():
    html = str(form()["paper"])
    assert 'accept=".pdf,.png,.jpg,.docx,.xlsx,application/pdf,image/png,image/jpeg,' in html
