from startups.admin import changes, introductions, openings, partners, profiles, projects

__all__ = ["changes", "introductions", "openings", "partners", "profiles", "projects"]
