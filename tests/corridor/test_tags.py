import json
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from corridor.templatetags import corridor as tags

BOTH = SimpleNamespace(title_de="Paket", title_en="Package")
ONLY_GERMAN = SimpleNamespace(title_de="<Paket>", title_en="")


@pytest.mark.parametrize(
    ("language", "amount", "written"),
    [
        ("en", "12500", "€12,500"),
        ("en", "1234.5", "€1,234.50"),
        ("de", "12500", "12.500\xa0€"),
        ("de", None, ""),
    ],
)
def test_money_follows_the_language(language, amount, written):
    with override(language):
        assert tags.money(amount) == written


@pytest.mark.parametrize(("language", "text"), [("de", "Paket"), ("en", "Package")])
def test_in_language_picks_the_column(language, text):
    with override(language):
        assert tags.in_language(BOTH, "title") == text


def test_in_language_says_when_only_the_other_one_exists():
    with override("en"):
        html = tags.in_language(ONLY_GERMAN, "title")
    assert '<span lang="de">&lt;Paket&gt;</span>' in html
    assert "(only in German)" in html


def test_in_language_without_any_text_is_empty():
    assert tags.in_language(SimpleNamespace(title_de="", title_en=""), "title") == ""


@pytest.mark.parametrize("words", [3, 300])
def test_beginning_of_a_long_text_still_says_its_language(words):
    thing = SimpleNamespace(title_de="<Paket> " * words, title_en="")
    with override("en"):
        html = tags.beginning_in_language(thing, "title")
    assert html.count("&lt;Paket&gt;") == min(words, 28)
    assert html.endswith('<span class="only-in">(only in German)</span>')
    with override("de"):
        assert "only-in" not in tags.beginning_in_language(thing, "title")


def test_beginning_of_a_text_without_spaces_ends_too():
    thing = SimpleNamespace(title_en="ಕ" * 1900)
    assert len(tags.beginning_in_language(thing, "title")) <= 300


def test_linked_data_cannot_be_closed_from_inside():
    html = tags.as_linked_data({"name": "</script><!-- & \u2028"})
    inside = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028").intersection(inside)
    assert json.loads(inside) == {"name": "</script><!-- & \u2028"}


def test_paragraphs_are_escaped_and_marked():
    with override("en"):
        html = tags.paragraphs_in_language(ONLY_GERMAN, "title")
    assert '<div lang="de"><p>&lt;Paket&gt;</p></div>' in html


def test_berlin_and_india_in_english():
    with override("en"):
        html = tags.berlin_and_india(datetime(2024, 7, 29, 16, 0, tzinfo=UTC))
    assert "Monday, 29 July 2024, 18:00 in Düsseldorf, 21:30 in Bengaluru" in html
    assert 'datetime="2024-07-29T18:00+02:00"' in html


def test_a_deadline_names_the_next_day_in_india():
    with override("en"):
        html = tags.berlin_and_india(tags.end_of_day(date(2024, 7, 29)))
    assert "Monday, 29 July 2024, 23:59 in Düsseldorf, 30 July, 03:29 in Bengaluru" in html


def test_a_plain_day_has_no_time():
    with override("en"):
        assert ">Monday, 29 July 2024</time>" in tags.berlin_and_india(date(2024, 7, 29))


@pytest.mark.parametrize("moment", [None, ""])
def test_no_date_is_empty(moment):
    assert tags.berlin_and_india(moment) == ""
    assert tags.end_of_day(moment) == ""


@pytest.mark.parametrize(
    ("path", "mark"),
    [
        ("/en/startups/", ' aria-current="page"'),
        ("/en/startups/kaverion/", ' aria-current="true"'),
        ("/en/", ""),
    ],
)
def test_is_here_marks_page_and_section(path, mark):
    context = {"request": RequestFactory().get(path)}
    assert tags.is_here(context, "/en/startups/") == mark


class Sample(forms.Form):
    name = forms.CharField(label="Name.")
    origin = forms.ChoiceField(choices=[("k", "Karnataka")], widget=forms.RadioSelect)

    def clean(self):
        raise forms.ValidationError("Both do not fit.")


Samples = forms.formset_factory(Sample, max_num=1, validate_max=True)


def two_samples():
    return Samples(
        {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-name": "A", "form-1-name": "B"}
    )


def test_errors_of_lists_every_error_with_its_field():
    assert tags.errors_of(Sample({})) == [
        ("", "", "Both do not fit."),
        ("id_name", "Name", "This field is required."),
        ("id_origin_0", "Origin", "This field is required."),
    ]


def test_errors_of_a_formset_include_its_own_and_its_forms():
    problems = tags.errors_of(None, two_samples())
    assert problems[0] == ("", "", "Please submit at most 1 form.")
    assert ("id_form-0-origin_0", "Entry 1, Origin", "This field is required.") in problems


def render(source, **context):
    return Template(source).render(Context(context))


def test_a_form_alone_shows_its_general_errors():
    assert "Both do not fit." in render("{{ form }}", form=Sample({}))


def test_a_form_below_its_summary_does_not_repeat_them():
    source = '{% include "components/error_summary.html" %}{{ form }}'
    assert render(source, form=Sample({})).count("Both do not fit.") == 1


def test_a_formset_alone_shows_its_general_errors():
    html = render("{{ formset }}", formset=two_samples())
    assert html.count("Please submit at most 1 form.") == 1
    assert html.count('<fieldset class="entry">') == 2


def test_dialled_keeps_plus_and_digits():
    assert tags.dialled("+49 (221) 4710-100") == "+492214710100"


def test_in_any_language_marks_the_other_language_and_is_silent():
    with override("en"):
        assert tags.in_any_language(BOTH, "title") == "Package"
        html = tags.in_any_language(ONLY_GERMAN, "title")
    assert html == '<span lang="de">&lt;Paket&gt;</span>'
