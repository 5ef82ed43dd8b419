"""What waits for a member of an authority: the tasks of the start page."""

from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import ngettext_lazy

from corridor.accounts.models import User
from corridor.admin import Task
from welcome.admin.waiting import CONDITIONS, DUE, numbers
from welcome.choices import StaffRole
from welcome.models import Case

# For each task: who is waited for, as the filter of the list names it, and the sentence.
OFFICERS = {
    "me": ngettext_lazy(
        "%(count)s case waits for your next step",
        "%(count)s cases wait for your next step",
        "count",
    ),
    "deputy": ngettext_lazy(
        "%(count)s case of a colleague who is away waits for you",
        "%(count)s cases of colleagues who are away wait for you",
        "count",
    ),
    "nobody": ngettext_lazy(
        "%(count)s case has no case officer yet",
        "%(count)s cases have no case officer yet",
        "count",
    ),
    "extension": ngettext_lazy(
        "%(count)s applicant asks for more time to answer",
        "%(count)s applicants ask for more time to answer",
        "count",
    ),
    "message": ngettext_lazy(
        "%(count)s case has a message that nobody has answered",
        "%(count)s cases have messages that nobody has answered",
        "count",
    ),
    "answer": ngettext_lazy(
        "%(count)s request was answered, and nothing has happened since",
        "%(count)s requests were answered, and nothing has happened since",
        "count",
    ),
    "applicant": ngettext_lazy(
        "%(count)s of your cases waits for the applicant",
        "%(count)s of your cases wait for the applicant",
        "count",
    ),
}
# Of the whole authority, by the filter of the list for what is due.
DUE_WORDS = {
    "overdue": ngettext_lazy(
        "%(count)s case of your authority is overdue",
        "%(count)s cases of your authority are overdue",
        "count",
    ),
    "soon": ngettext_lazy(
        "%(count)s case is due within 14 days",
        "%(count)s cases are due within 14 days",
        "count",
    ),
}
SIGNATORIES = {
    "my_signature": ngettext_lazy(
        "%(count)s proposal waits for your signature",
        "%(count)s proposals wait for your signature",
        "count",
    ),
    "release": ngettext_lazy(
        "%(count)s signed decision waits for its release by a case officer",
        "%(count)s signed decisions wait for their release by a case officer",
        "count",
    ),
}


def tasks(user: User) -> list[Task]:
    """Of officers and signatories; readers and auditors only look."""
    found = []
    for role, sentences in [(StaffRole.OFFICER, OFFICERS), (StaffRole.SIGNATORY, SIGNATORIES)]:
        if user.has_role(role):
            found += of_role(user, role, sentences)
    if user.has_role(StaffRole.OFFICER, StaffRole.SIGNATORY):
        found += of_days(user)
    return found


def of_days(user):
    """What the authority has to do by a day, whoever does it."""
    cases = Case.objects.for_staff(user, StaffRole.OFFICER, StaffRole.SIGNATORY)
    found = numbers(cases, **{name: DUE[name]() for name in DUE_WORDS})
    return [task(sentence, found[name], {"due": name}) for name, sentence in DUE_WORDS.items()]


def of_role(user, role, sentences):
    """The tasks of a person in one role, at their authorities."""
    conditions = {name: CONDITIONS[name](user) for name in sentences}
    if "applicant" in conditions:
        conditions["applicant"] &= Q(officer=user)
    found = numbers(Case.objects.for_staff(user, role), **conditions)
    return [task(sentence, found[name], query(name)) for name, sentence in sentences.items()]


def task(sentence, number, query):
    """A sentence that leads to the list of cases, filtered like it."""
    return Task(
        sentence=number.said(sentence),
        url=f"{reverse('admin:welcome_case_changelist')}?{urlencode(query)}",
        count=number.count,
        due=number.due,
    )


def query(waiting):
    return {"waiting": waiting, **({"officer": "me"} if waiting == "applicant" else {})}
