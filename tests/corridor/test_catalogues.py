import gettext
import shutil

import pytest

from corridor import catalogues

needs_gettext = pytest.mark.skipif(not shutil.which("xgettext"), reason="apt-get install gettext")

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def project(tmp_path):
    """A small project with one text, and a function that writes its German catalogue."""
    folder = tmp_path / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (tmp_path / "pages.py").write_text('from gettext import gettext as _\n\n_("Welcome package")\n')
    return tmp_path, lambda text: (folder / "django.po").write_text(HEADER + text)


def test_compile_makes_what_gettext_reads(project):
    path, write = project
    write('msgid "Welcome package"\nmsgstr "Willkommenspaket"\n')

    catalogues.compile_all(path)

    german = gettext.translation("django", path / "locale", ["de"])
    assert german.gettext("Welcome package") == "Willkommenspaket"
    assert len(list((path / "locale").rglob("*.*"))) == 2


def test_compile_leaves_out_doubtful_translations(project):
    path, write = project
    write('#, fuzzy\nmsgid "Welcome package"\nmsgstr "Willkommen"\n')

    catalogues.compile_all(path)

    german = gettext.translation("django", path / "locale", ["de"])
    assert german.gettext("Welcome package") == "Welcome package"


@needs_gettext
@pytest.mark.parametrize(
    ("catalogue", "found"),
    [
        ("", ["not translated: 'Welcome package'"]),
        ('#, fuzzy\nmsgid "Welcome package"\nmsgstr "Paket"\n', ["fuzzy: 'Welcome package'"]),
        ('msgid "Welcome package"\nmsgstr "Willkommenspaket"\n', []),
    ],
)
def test_gaps_names_missing_and_fuzzy_texts(project, catalogue, found):
    path, write = project
    write(catalogue)

    assert catalogues.gaps(path) == found
    assert (path / "locale/de/LC_MESSAGES/django.po").read_text() == HEADER + catalogue


def test_without_gettext_its_package_is_named(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)

    assert "apt-get install gettext" in catalogues.main(["check"])


def test_unknown_verb_shows_the_usage():
    assert "python -m corridor.catalogues" in catalogues.main(["translate"])


def test_check_fails_with_the_gaps(monkeypatch):
    monkeypatch.setattr(catalogues, "gaps", lambda: ["not translated: 'Start-up'"])
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/xgettext")

    assert catalogues.main(["check"]) == "not translated: 'Start-up'"
