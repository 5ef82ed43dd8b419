"""Registry numbers: whatever anybody types gets an answer, and what is kept stays as it is."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from startups import registry_numbers
from startups.choices import Origin, RegistrationKind
from startups.demo import numbers

kinds = st.sampled_from(RegistrationKind)
serials = st.integers(0, 9_000)
# Whatever is typed, and what differs from a number by a stroke of the keyboard.
nearly = st.builds(
    lambda text, place, stroke: text[:place] + stroke + text[place + 1 :],
    st.sampled_from(list(registry_numbers.EXAMPLES.values())),
    st.integers(0, 25),
    st.text(max_size=2),
)
SHAPES = r"[UL]?\d{0,6}[A-Zß]{0,4}\d{0,4}(PTC|HRB|ıſ)?[\w ./-]{0,8}"
anything = st.text(max_size=80) | nearly | st.from_regex(SHAPES, fullmatch=True)
valid = st.one_of(
    st.builds(lambda year, number: ("cin", numbers.cin(year, number)), st.integers(1850, 2100), serials),
    st.builds(lambda number: ("hrb", numbers.hrb(number)), serials),
    st.builds(lambda number: ("ust_id", numbers.ust_id(number)), serials),
    st.builds(lambda number: ("gstin", numbers.gstin("K", number)), serials),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(kind=kinds, text=anything)
def test_any_text_is_a_number_or_a_validation_error(kind, text):
    try:
        written = registry_numbers.normalise(kind, text)
    except ValidationError:
        return
    assert registry_numbers.normalise(kind, written) == written
    assert len(written) <= 60 or kind == RegistrationKind.HRB
    registry_numbers.doubts(kind, written, origin=Origin.KARNATAKA, founded_on=date(2019, 3, 1))


@settings(max_examples=100, deadline=None)
@given(number=valid, gaps=st.lists(st.sampled_from(" -."), max_size=3))
def test_valid_numbers_survive_gaps_and_small_letters(number, gaps):
    kind, written = number
    typed = written if kind == "hrb" else "".join(gaps).join([*written]).lower()
    assert registry_numbers.normalise(kind, typed) == written


@settings(max_examples=100, deadline=None)
@given(serial=serials, stroke=st.sampled_from("0123456789"), place=st.integers(2, 10))
def test_wrong_digit_of_a_vat_number_is_noticed(serial, stroke, place):
    right = numbers.ust_id(serial)
    typed = right[:place] + stroke + right[place + 1 :]
    assume(typed != right)
    with pytest.raises(ValidationError):
        registry_numbers.normalise("ust_id", typed)
