"""The message catalogues in locale/: the source texts are English, the translations German.

python -m corridor.catalogues compile    make the files that Django reads; needs no gettext
python -m corridor.catalogues collect    bring the catalogues up to date with the code
python -m corridor.catalogues check      fail when a text has no translation, or a doubtful one
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

PROJECT = Path(__file__).resolve().parent.parent
LANGUAGE = "de"
LEFT_OUT = (".*", "var", "tests", "docs", "static", "__pycache__", "*.mo")


def compile_all(project=PROJECT):
    """Write each catalogue beside its source; a reader never meets a half-written file."""
    for source in sorted((project / "locale").rglob("*.po")):
        target = source.with_suffix(".mo")
        fresh = target.with_suffix(f".{os.getpid()}")
        polib.pofile(source).save_as_mofile(fresh)
        fresh.replace(target)


def collect(project=PROJECT):
    """Run Django's makemessages in `project`, which may be a copy. Needs xgettext."""
    options = ["--no-location", "--no-wrap", "--no-obsolete", "--verbosity", "0"]
    ignored = [f"--ignore={pattern}" for pattern in LEFT_OUT]
    command = [sys.executable, "-m", "django", "makemessages", "--locale", LANGUAGE]
    # Without settings makemessages sees this project's own locale/ only.
    env = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run([*command, *options, *ignored], cwd=project, env=env, check=True)


def gaps(project=PROJECT):
    """What a reader of German would see in English, one line each; the project stays untouched."""
    with tempfile.TemporaryDirectory() as directory:
        copy = Path(directory) / "project"
        shutil.copytree(project, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
        collect(copy)
        catalogues = [polib.pofile(path) for path in sorted((copy / "locale").rglob("*.po"))]
    return [
        f"{problem}: {entry.msgid!r}"
        for catalogue in catalogues
        for problem, entries in (
            ("not translated", catalogue.untranslated_entries()),
            ("fuzzy", catalogue.fuzzy_entries()),
        )
        for entry in entries
    ]


def main(arguments):
    match arguments:
        case ["compile"]:
            return compile_all()
        case ["collect" | "check"] if not shutil.which("xgettext"):
            return (
                "xgettext is missing; it collects the texts to translate: apt-get install gettext"
            )
        case ["collect"]:
            return collect()
        case ["check"]:
            return "\n".join(gaps()) or None
    return __doc__


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
