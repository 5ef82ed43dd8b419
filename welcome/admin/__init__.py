from welcome.admin import authorities, awards, cases, checklist, packages, records

__all__ = ["authorities", "awards", "cases", "checklist", "packages", "records"]
