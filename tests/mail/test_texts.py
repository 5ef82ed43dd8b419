from pathlib import Path

import pytest
from django.conf import settings
from django.template import TemplateDoesNotExist

from corridor.mail import texts

FOLDER = settings.BASE_DIR / "templates"
WRITTEN = sorted(path for path in FOLDER.glob("*/mail/*.txt"))


def render(body, tmp_path, settings, **context):
    Path(tmp_path / "sample.en.txt").write_text(body, encoding="utf-8")
    templates = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, FOLDER]}]
    settings.TEMPLATES = templates
    return texts.render("sample", "en", context)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_template_exists_in_both_languages(path):
    name, language, _ = path.name.split(".")
    other = {"de": "en", "en": "de"}[language]
    assert path.with_name(f"{name}.{other}.txt").exists()


def test_first_line_is_the_subject(tmp_path, settings):
    letter = render("Subject: Hello\n\nFirst.\n\nSecond.", tmp_path, settings)
    assert letter.subject == "Hello"
    assert letter.text.startswith("First.\n\nSecond.\n\n-- \n")


def test_subject_stays_in_one_line(tmp_path, settings):
    letter = render("Subject: {{ name }}\n\nText", tmp_path, settings, name="A  B\tC")
    assert letter.subject == "A B C"


def test_template_without_subject_is_refused(tmp_path, settings):
    with pytest.raises(ValueError, match="Subject"):
        render("Hello\n\nText", tmp_path, settings)


def test_missing_template_is_refused():
    with pytest.raises(TemplateDoesNotExist):
        texts.render("accounts/mail/nothing", "en", {})


def test_values_are_plain_in_text_and_escaped_in_html(tmp_path, settings):
    letter = render("Subject: X\n\n{{ name }}", tmp_path, settings, name="Müller & <b>Co</b>")
    assert "Müller & <b>Co</b>" in letter.text
    assert "Müller &amp; &lt;b&gt;Co&lt;/b&gt;" in letter.html


def test_values_are_never_templates(tmp_path, settings):
    letter = render("Subject: X\n\n{{ name }}", tmp_path, settings, name="{{ base_url }}")
    assert "{{ base_url }}" in letter.text


def test_long_lines_fold_but_addresses_do_not(tmp_path, settings):
    address = "https://corridor.example/" + "a" * 90
    letter = render(f"Subject: X\n\n{'word ' * 40}\n\n{address}", tmp_path, settings)
    assert address in letter.text.splitlines()
    assert all(len(line) <= 76 for line in letter.text.splitlines() if line != address)
    assert f'<a href="{address}"' in letter.html


def test_demo_says_so(tmp_path, settings):
    settings.DEMO = True
    assert "Demonstration –" in render("Subject: X\n\nText", tmp_path, settings).text


def test_portal_in_earnest_says_nothing_of_a_demo(tmp_path, settings):
    settings.DEMO = False
    assert "Demonstration" not in render("Subject: X\n\nText", tmp_path, settings).text


def test_html_is_marked_with_its_language():
    assert '<html lang="de">' in texts.render("accounts/mail/login_code", "de", {}).html
