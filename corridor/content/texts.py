"""The first texts of the portal's own pages: `texts/<page>.<language>.md`, a line `# Title`, then the text."""

from pathlib import Path

from django.apps import apps as all_apps

from corridor import clock
from corridor.content.choices import REVIEW_EVERY, PageKey

FOLDER = Path(__file__).parent / "texts"


def after_migrate(sender, using, apps=all_apps, **kwargs):
    """Write each page that has no row yet; what staff have changed stays as it is."""
    try:
        pages = apps.get_model("content", "Page").objects.using(using)
    except LookupError:  # this app was migrated back to nothing
        return
    present = set(pages.values_list("key", flat=True))
    for key in PageKey:
        if key not in present:
            pages.create(key=str(key.value), changed_on=clock.today(), **first_text(key))


def first_text(key: PageKey) -> dict:
    """Titles and texts in the languages that there are, and the day of the first review where one is needed."""
    fields = {}
    for language in ("de", "en", "kn"):
        title, text = read(key, language)
        fields |= {f"title_{language}": title, f"text_{language}": text}
    if key == PageKey.ACCESSIBILITY:
        fields["review_on"] = clock.today() + REVIEW_EVERY
    return fields


def read(key: PageKey, language: str) -> tuple[str, str]:
    """Title and text; empty where the page is not there in this language."""
    path = FOLDER / f"{key.value}.{language}.md"
    if not path.exists():
        return "", ""
    title, _line_end, text = path.read_text(encoding="utf-8").partition("\n")
    return title.removeprefix("# ").strip(), text.strip()
