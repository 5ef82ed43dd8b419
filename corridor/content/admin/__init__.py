"""The editors' desk: the portal's own pages, its news, and the barriers that readers report."""

from corridor.content.admin import news, pages, reports

__all__ = ["news", "pages", "reports"]
