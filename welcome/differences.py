"""What differs between two versions of an application, in the words in which people read it."""

from collections import Counter

from welcome.sections import Section
from welcome.summary import section_rows
from welcome.versions import Stand, Version


def differences(old: Version, new: Version, application, sections: list[Section]) -> list[dict]:
    """Each section that differs: {title, slug, rows {label, old, new}, added and removed files}."""
    before, after = Stand(application, old), Stand(application, new)
    found = [
        {
            "title": section.title,
            "slug": section.slug,
            "rows": changed_rows(section, before, after),
            **(changed_files(old, new) if section.slug == "documents" else {}),
        }
        for section in sections
    ]
    return [part for part in found if part["rows"] or part.get("added") or part.get("removed")]


def changed_rows(section, before, after):
    if section.slug == "documents":
        return []
    old, new = rows_of(section, before), rows_of(section, after)
    return [
        {"label": label, "old": old.get((label, nth), ""), "new": new.get((label, nth), "")}
        for label, nth in dict.fromkeys([*old, *new])
        if old.get((label, nth), "") != new.get((label, nth), "")
    ]


def rows_of(section, stand):
    """The rows of a section by label; of those with one label, by their place too. No answer is like none asked."""
    seen, found = Counter(), {}
    for row in section_rows(section, stand):
        label = str(row["label"])
        seen[label] += 1
        found[label, seen[label]] = "" if row.get("is_blank") else str(row["value"])
    return found


def changed_files(old, new):
    """The files that came and went, each with its kind."""
    before, after = ({file.document.pk: file for file in each.files} for each in (old, new))
    return {
        "added": [file for pk, file in after.items() if pk not in before],
        "removed": [file for pk, file in before.items() if pk not in after],
    }
