from welcome.admin import authorities, cases, packages, records

__all__ = ["authorities", "cases", "packages", "records"]
