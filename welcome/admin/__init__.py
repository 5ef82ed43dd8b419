from welcome.admin import authorities, awards, cases, packages, records

__all__ = ["authorities", "awards", "cases", "packages", "records"]
