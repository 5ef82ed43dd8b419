from datetime import date

import pytest
from django.core.exceptions import ValidationError

from startups import registry_numbers
from startups.choices import RegistrationKind

GOOD = [
    ("cin", "u72900ka2019ptc123456", "U72900KA2019PTC123456"),
    ("cin", "U72900 KA2019 PTC-123456", "U72900KA2019PTC123456"),
    ("dpiit", "dipp12345", "DIPP12345"),
    ("gstin", "29zzzcz9999z1zf", "29ZZZCZ9999Z1ZF"),
    ("gstin", "29ZZZCK9998Z1ZV", "29ZZZCK9998Z1ZV"),
    ("hrb", "Düsseldorf HRB 12345", "Düsseldorf HRB 12345"),
    ("hrb", "  düsseldorf hrb 999999 ", "Düsseldorf HRB 999999"),
    ("ust_id", "DE 999 999 995", "DE999999995"),
    ("ust_id", "999999995", "DE999999995"),
    ("hrb", "HRB 12345 b, Dusseldorf", "Düsseldorf HRB 12345 B"),
    ("lei", "5493 00DEMO00DUSKA053", "549300DEMO00DUSKA053"),
]
BAD = [
    ("cin", "U72900KA2019PTC12345"),
    ("cin", "U72900KA2019XXX123456"),
    ("cin", "U೭೨೯೦೦KA2019PTC123456"),
    ("dpiit", "12345"),
    ("gstin", "29ZZZCZ9999Z1ZG"),
    ("hrb", "HRB 12345"),
    ("hrb", "Atlantis HRB 12345"),
    ("ust_id", "DE999999999"),
    ("lei", "549300DEMO00DUSKA054"),
    ("lei", "HRBHRBHRB"),
]
ODD = [
    "",
    " ",
    "-",
    "0",
    "ಕಾವೇರಿ",
    "٣" * 15,
    "9" * 60,
    "DE",
    "Düsseldorf",
    "Düsseldorf HRB",
    "\u202e29ZZZCZ",
    "🙂" * 9,
    "HRB HRB HRB",
]


@pytest.mark.parametrize(("kind", "written", "normal"), GOOD)
def test_normalise_writes_one_form(kind, written, normal):
    assert registry_numbers.normalise(kind, written) == normal


@pytest.mark.parametrize(("kind", "written"), BAD)
def test_normalise_refuses_with_an_example(kind, written):
    with pytest.raises(ValidationError, match="It looks like this: "):
        registry_numbers.normalise(kind, written)


def test_normalise_counts_where_the_length_is_wrong():
    with pytest.raises(ValidationError, match=r"20 characters; CIN has 21\."):
        registry_numbers.normalise("cin", "U72900KA2019PTC12345")


@pytest.mark.parametrize("kind", RegistrationKind)
@pytest.mark.parametrize("written", ODD)
def test_normalise_raises_nothing_else(kind, written):
    with pytest.raises(ValidationError):
        registry_numbers.normalise(kind, written)


def test_normalise_refuses_a_personal_pan():
    with pytest.raises(ValidationError, match="personal PAN"):
        registry_numbers.normalise("gstin", gstin_with("29AAAPA1234A1Z"))


def gstin_with(start):
    from stdnum import luhn
    from stdnum.in_.gstin import _ALPHABET

    return start + luhn.calc_check_digit(start, _ALPHABET)


@pytest.mark.parametrize(("kind", "example"), registry_numbers.EXAMPLES.items())
def test_examples_are_valid(kind, example):
    assert registry_numbers.normalise(kind, example) == example


def doubts(kind, value, origin="karnataka", year=2019):
    found = registry_numbers.doubts(kind, value, origin=origin, founded_on=date(year, 3, 1))
    return " ".join(found)


def test_doubts_compare_the_year_of_the_cin():
    assert doubts("cin", "U72900KA2019PTC123456") == ""
    assert "The number says 2019" in doubts("cin", "U72900KA2019PTC123456", year=2018)


@pytest.mark.parametrize(
    ("kind", "value"), [("cin", "U72900MH2019PTC123456"), ("gstin", "27ZZZCZ9999Z1ZF")]
)
def test_doubts_see_another_state_than_karnataka(kind, value):
    assert "not registered in Karnataka" in doubts(kind, value)
    assert not doubts(kind, value, origin="duesseldorf")


def test_doubts_have_none_about_a_lei():
    assert not doubts("lei", "549300DEMO00DUSKA053")
