"""Rows that are the event team's to work with."""

from django.db import models

from corridor.accounts.choices import Role


class TeamQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The event team's and the auditor's; delegates reach theirs through their own page."""
        if user.is_authenticated and user.has_role(Role.EVENT_TEAM, Role.AUDITOR):
            return self
        return self.none()
