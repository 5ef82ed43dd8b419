from startups.admin import profiles

__all__ = ["profiles"]
