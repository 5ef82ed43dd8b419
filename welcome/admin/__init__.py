from welcome.admin import authorities, awards, cases, checklist, holidays, packages, records

__all__ = ["authorities", "awards", "cases", "checklist", "holidays", "packages", "records"]
