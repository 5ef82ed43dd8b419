from startups.models.changes import ProfileChange
from startups.models.introductions import Introduction
from startups.models.members import Invitation, Membership
from startups.models.openings import Interest, Opening, cvs_visible_to
from startups.models.partners import Milestone, Partner, Project, ProjectPartner, ProjectStartup
from startups.models.profiles import Startup
from startups.models.registrations import Registration, same_company
from startups.models.searches import SavedSearch

__all__ = [
    "Interest",
    "Introduction",
    "Invitation",
    "Membership",
    "Milestone",
    "Opening",
    "Partner",
    "ProfileChange",
    "Project",
    "ProjectPartner",
    "ProjectStartup",
    "Registration",
    "SavedSearch",
    "Startup",
    "cvs_visible_to",
    "same_company",
]
