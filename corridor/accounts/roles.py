"""Which role may do what: the one table, written to the groups after every migrate (DESIGN, section 6)."""

from django.apps import apps as all_apps
from django.contrib.auth.management import create_permissions
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Q

from corridor.accounts.choices import Role

# Everything staff may look into, in the order of the apps. Passport data and needs are in no such list.
PUBLIC_WORK = [
    "startups.startup",
    "startups.registration",
    "startups.membership",
    "events.event",
    "events.session",
]
# What editors write for the start-ups. What people write to an opening is in no list: no role reads that.
ECOSYSTEM = ["startups.partner", "startups.project", "startups.milestone", "startups.opening"]
# Whatever belongs to a case is on its page; only auditors have lists of it.
CASE_WORK = [
    "welcome.package",
    "welcome.benefit",
    "welcome.question",
    "welcome.criterion",
    "welcome.case",
    "welcome.awarditem",
    "welcome.redemption",
    "welcome.proofofuse",
    "welcome.landingstep",
    "welcome.textblock",
]
RECORDS = [
    "welcome.application",
    "welcome.attachment",
    "welcome.revision",
    "welcome.revisiondocument",
    "welcome.aidline",
    "welcome.caseevent",
    "welcome.decision",
    "welcome.decisionitem",
    "welcome.delivery",
    "welcome.award",
    "welcome.settlement",
]
EVENT_WORK = [
    "events.delegation",
    "events.delegate",
    "events.delegatestep",
    "events.invitationletter",
    "events.lettersetup",
    "events.mailing",
    "events.feedback",
    "events.meeting",
    "events.meetingsetup",
    "events.eventquestion",
    "events.checkin",
]
AUTHORITIES = ["welcome.authority", "welcome.authoritymember", "welcome.holiday"]
CONTENT = ["content.barrierreport", "content.newsitem", "content.page"]
OUTBOX = ["post_office.email"]
# Who looked at what, and took what with them.
LOGS = ["documents.access", "documents.export", "welcome.caseaccess"]
HISTORY = [
    "startups.startuphistory",
    "startups.registrationhistory",
    "startups.membershiphistory",
    "startups.profilechangehistory",
    "startups.partnerhistory",
    "startups.projecthistory",
    "startups.projectpartnerhistory",
    "startups.projectstartuphistory",
    "startups.introductionhistory",
    "startups.milestonehistory",
    "startups.openinghistory",
    "welcome.authorityhistory",
    "welcome.authoritymemberhistory",
    "welcome.packagehistory",
    "welcome.benefithistory",
    "welcome.questionhistory",
    "welcome.criterionhistory",
    "welcome.holidayhistory",
    "welcome.casehistory",
    "welcome.decisionhistory",
    "welcome.awardhistory",
    "welcome.awarditemhistory",
    "welcome.redemptionhistory",
    "welcome.proofofusehistory",
    "welcome.landingstephistory",
    "welcome.textblockhistory",
    "welcome.checkmarkhistory",
    "welcome.settlementhistory",
    "events.eventhistory",
    "events.sessionhistory",
    "events.delegationhistory",
    "events.delegatehistory",
    "events.invitationletterhistory",
    "events.lettersetuphistory",
    "events.mailinghistory",
    "events.meetinghistory",
    "events.meetingsetuphistory",
    "content.pagehistory",
    "content.newsitemhistory",
]


def only_view(*lists):
    return {model: "view" for models in lists for model in models}


# Role → model → rights. A right is a prefix of Django's permission names: "view" on "welcome.case" is
# `welcome.view_case`. Nobody has "delete": people and cases are never deleted by hand.
RIGHTS = {
    Role.OFFICER: only_view(CASE_WORK, PUBLIC_WORK)
    | {
        "welcome.case": "view change",
        "welcome.decision": "add",
        "welcome.landingstep": "view add change",
        "welcome.textblock": "view add change",
    },
    Role.SIGNATORY: only_view(CASE_WORK, PUBLIC_WORK) | {"welcome.decision": "sign"},
    Role.READER: only_view(CASE_WORK, PUBLIC_WORK),
    Role.EVENT_TEAM: {
        "events.event": "view add change",
        "events.session": "view add change",
        "events.delegation": "view add change",
        "events.delegate": "view",
        "events.delegatestep": "view",
        "events.invitationletter": "view",
        "events.lettersetup": "view add change",
        "events.needs": "view",
        "events.mailing": "view add change",
        "events.eventquestion": "view add change",
        "events.feedback": "view",
        "events.meeting": "view",
        "events.checkin": "view",
        "events.meetingsetup": "view add change",
    },
    Role.EDITOR: only_view(PUBLIC_WORK)
    | {
        "startups.startup": "view change",
        "startups.registration": "view change",
        "startups.profilechange": "view change",
        **dict.fromkeys(ECOSYSTEM, "view add change"),
        "startups.introduction": "view change",
        "content.page": "view change",
        "content.newsitem": "view add change",
        "content.barrierreport": "view change",
    },
    Role.AUDITOR: only_view(
        PUBLIC_WORK,
        ECOSYSTEM,
        CASE_WORK,
        RECORDS,
        EVENT_WORK,
        AUTHORITIES,
        CONTENT,
        OUTBOX,
        HISTORY,
        LOGS,
        ["startups.profilechange", "startups.introduction", "accounts.user"],
    ),
    Role.ADMINISTRATOR: only_view(OUTBOX, HISTORY, LOGS)
    | {
        "accounts.user": "view add change",
        "welcome.authority": "view add change",
        "welcome.authoritymember": "view add change",
        "welcome.package": "view add change",
        "welcome.benefit": "view add change",
        "welcome.question": "view add change",
        "welcome.criterion": "view add change",
        "welcome.holiday": "view add change",
    },
}


def permission_names(rights):
    """{"welcome.case": "view change"} as {("welcome", "view_case"), ("welcome", "change_case")}."""
    names = set()
    for model, words in rights.items():
        app, model_name = model.split(".")
        names |= {(app, f"{word}_{model_name}") for word in words.split()}
    return names


def after_migrate(sender, using, apps=all_apps, **kwargs):
    """Write the table once all apps are migrated; runs again after every migrate and flush.

    Raises ImproperlyConfigured when the table names a permission that no model declares.
    """
    if sender.name != _last_app().name or not _tables_exist(apps):
        return
    # Django makes the permissions of the last app in a handler of its own that may come after this one.
    create_permissions(sender, verbosity=0, using=using, apps=apps)
    if missing := undeclared():
        raise ImproperlyConfigured(
            f"corridor/accounts/roles.py names unknown permissions: {missing}"
        )
    write(apps, using)


def write(apps=all_apps, using="default"):
    """Make the groups and give each exactly its permissions; a half-migrated database gets what exists."""
    group_model = apps.get_model("auth", "Group")
    for role, rights in RIGHTS.items():
        group, _created = group_model.objects.using(using).get_or_create(name=str(role.value))
        group.permissions.set(_permissions(apps, using, rights))


def undeclared():
    """The permissions in the table that no model declares, sorted, as "app.codename"."""
    declared = {
        (model._meta.app_label, codename)
        for model in all_apps.get_models()
        for codename in _codenames(model._meta)
    }
    wanted = set().union(*map(permission_names, RIGHTS.values()))
    return sorted(".".join(name) for name in wanted - declared)


def _codenames(options):
    defaults = {f"{word}_{options.model_name}" for word in options.default_permissions}
    return defaults | {codename for codename, _name in options.permissions}


def _permissions(apps, using, rights):
    wanted = Q(pk=None)
    for app, codename in permission_names(rights):
        wanted |= Q(content_type__app_label=app, codename=codename)
    return apps.get_model("auth", "Permission").objects.using(using).filter(wanted)


def _last_app():
    return [app for app in all_apps.get_app_configs() if app.models_module][-1]


def _tables_exist(apps):
    """Whether the groups are there in this state of the migrations."""
    try:
        return bool(apps.get_model("auth", "Permission") and apps.get_model("auth", "Group"))
    except LookupError:
        return False
