"""What editors write for everybody: partners, and the projects of the corridor with their milestones."""

from corridor.accounts.models import User
from corridor.actions import action
from startups.actions.profiles import require_editor
from startups.models import Milestone, Partner, Project
from startups.slugs import save_under_free_slug


@action
def create_partner(*, by: User, **fields) -> Partner:
    """Write a partner, its address made of its name. Raises NotPermitted, or Conflict for a public one without text."""
    require_editor(by)
    partner = Partner(**fields)
    save_under_free_slug(partner, partner.name)
    return partner


@action
def change_partner(*, partner: Partner, by: User, **fields) -> Partner:
    """Change a partner; links keep leading to its address. Raises like `create_partner`."""
    require_editor(by)
    return written(locked(partner), fields)


@action
def create_project(*, by: User, milestones=(), partners=None, startups=None, **fields) -> Project:
    """Write a project with its milestones. Its address comes from the English title.

    `milestones` are dictionaries of their fields. Raises NotPermitted, or Conflict when it ends before it begins.
    """
    require_editor(by)
    project = Project(**fields)
    save_under_free_slug(project, project.title_en)
    connect(project, partners, startups)
    for fields_of_milestone in milestones:
        project.milestones.create(**fields_of_milestone)
    return project


@action
def change_project(
    *, project: Project, by: User, milestones=None, partners=None, startups=None, **fields
) -> Project:
    """Change a project; what is not named stays.

    `milestones` are all that it has then: those with an `id` are changed, others are new. Raises like `create_project`.
    """
    require_editor(by)
    project = written(locked(project), fields)
    connect(project, partners, startups)
    if milestones is not None:
        write_milestones(project, milestones)
    return project


def connect(project, partners, startups):
    if partners is not None:
        project.partners.set(partners)
    if startups is not None:
        project.startups.set(startups)


def write_milestones(project, milestones):
    kept = {row["id"] for row in milestones if "id" in row}
    for gone in project.milestones.exclude(pk__in=kept):
        gone.delete()
    present = {row.pk: row for row in project.milestones.select_for_update(no_key=True)}
    for fields in milestones:
        row = present.get(fields.get("id")) or Milestone(project=project)
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()


def locked(row):
    return type(row).objects.select_for_update(no_key=True).get(pk=row.pk)


def written(row, fields):
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=list(fields))
    return row
