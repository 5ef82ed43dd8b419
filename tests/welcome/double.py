"""A double of an office with many cases: rows as the actions would have written them, in bulk and without history."""

from types import SimpleNamespace

import pgtrigger
from django.db import connection

from startups.models import Registration, Startup
from tests.bench.crowd import invent
from tests.factories import (
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_user,
    officer_of,
    owner_of,
    signatory_of,
)
from welcome import actions
from welcome.choices import CaseState, StaffRole

PACKAGES = 8
# Of a hundred cases so many stand in each state; the rest is closed.
SHARES = {
    "submitted": 2, "checking": 4, "information_requested": 2, "review": 6, "waiting_list": 1, "proposed": 1,
    "signed": 1, "released": 2, "notified": 2, "final": 2, "withdrawn": 8,
}  # fmt: skip
STATES = [state for state, share in SHARES.items() for _ in range(share)]
STATES += [CaseState.CLOSED] * (100 - len(STATES))

NUMBERS = """
CREATE TEMPORARY TABLE double AS
SELECT number, gen_random_uuid() AS application, gen_random_uuid() AS id, startup.id AS startup,
       nextval('welcome_revision_id_seq') AS revision, gen_random_uuid() AS decision,
       (%(packages)s::bigint[])[1 + number %% %(kinds)s] AS package,
       (%(states)s::text[])[1 + (number * 37) %% 100] AS state,
       now() - make_interval(days => (number * 13) %% 700) AS at
FROM generate_series(%(first)s, %(total)s - 1) AS number
JOIN (
    SELECT id, row_number() OVER (ORDER BY slug) - 1 AS place FROM startups_startup WHERE slug LIKE '%%-double'
) AS startup ON startup.place = number / %(kinds)s
"""
# Table → the row that is multiplied, the columns in which its doubles differ, and of which cases there are any.
DOUBLES = {
    "application": ("application", """'id', application, 'startup_id', startup, 'submitted_at', at""", "TRUE"),
    "revision": (
        "revision",
        """'id', revision, 'application_id', application, 'submitted_at', at,
           'answers', template.answers || jsonb_build_object('package-' || package, template.answers -> %(own)s)""",
        "TRUE",
    ),
    "case": (
        "case",
        """'id', double.id, 'reference', 'BIG-2023-' || lpad(number::text, 6, '0'), 'application_id', application,
           'package_id', package, 'startup_id', startup, 'revision_id', revision, 'state', double.state,
           'officer_id', CASE WHEN double.state <> 'submitted' THEN (%(officers)s::uuid[])[1 + number %% 4] END,
           'submitted_at', at,
           'due_on', CASE WHEN double.state IN ('closed', 'withdrawn', 'final') THEN at::date + 42
                          ELSE %(today)s::date - 20 + number %% 60 END""",
        "TRUE",
    ),
    "caseevent": ("submission", "'id', {id}, 'case_id', double.id, 'target', state, 'at', double.at", "TRUE"),
    "caseevent ": (
        "submission",
        "'id', {id}, 'case_id', double.id, 'verb', 'resume_check', 'target', state",
        "state = 'checking' AND number %% 10 = 3",
    ),
    "decision": (
        "decision",
        """'id', decision, 'case_id', double.id, 'revision_id', revision, 'proposed_at', at,
           'signed_at', CASE WHEN state <> 'proposed' THEN at END,
           'signed_by_id', CASE WHEN state <> 'proposed' THEN template.signed_by_id END,
           'notice_id', CASE WHEN state <> 'proposed' THEN template.notice_id END,
           'released_at', CASE WHEN state NOT IN ('proposed', 'signed') THEN at + make_interval(days => 20) END,
           'released_by_id', CASE WHEN state NOT IN ('proposed', 'signed') THEN template.released_by_id END""",
        "state IN ('proposed', 'signed', 'released', 'notified', 'final', 'closed')",
    ),
    "delivery": (
        "delivery",
        "'id', {id}, 'decision_id', decision, 'closes_on', %(today)s::date - 5 + number %% 10",
        "state IN ('released', 'notified', 'final', 'closed')",
    ),
    "message": ("message", "'id', {id}, 'case_id', double.id", "number %% 500 = 7"),
}  # fmt: skip


def multiply(cursor, table, template, values, which, words):
    """Insert the row `template` of a table once for each double that `which` names."""
    name = f"welcome_{table.strip()}"
    values = values.replace("{id}", f"nextval(pg_get_serial_sequence('{name}', 'id'))")
    cursor.execute(
        f"INSERT INTO {name} SELECT row.* FROM double, {name} AS template, "
        f"LATERAL jsonb_populate_record(template, jsonb_build_object({values})) AS row "
        f"WHERE template.id = %(template)s AND {which}",
        {**words, "template": template},
    )


def make_office():
    """An authority with eight packages, four officers and one case of each kind of row to multiply."""
    authority = make_authority()
    packages = [make_package(authority) for _ in range(PACKAGES)]
    case = make_case("released", package=packages[0])
    message = actions.write_to_authority(case=case, text="Hello?", by=owner_of(case.startup))
    decision = case.released_decision
    officers = [officer_of(authority)] + [make_staff(authority) for _ in range(3)]
    return SimpleNamespace(
        authority=authority,
        packages=packages,
        case=case,
        officers=officers,
        signatory=signatory_of(authority),
        reader=make_staff(authority, StaffRole.READER),
        auditor=make_user(roles=["auditor"]),
        size=0,
        rows={
            "application": case.application_id,
            "revision": case.revision_id,
            "case": case.pk,
            "submission": case.events.first().pk,
            "decision": decision.pk,
            "delivery": decision.deliveries.get().pk,
            "message": message.pk,
        },
    )


def fill_up(office, total, today):
    """Write cases of the office until there are `total`, and tell the planner."""
    words = {
        "packages": [package.pk for package in office.packages],
        "kinds": PACKAGES,
        "states": STATES,
        "first": office.size,
        "total": total,
        "own": f"package-{office.packages[0].pk}",
        "officers": [person.pk for person in office.officers],
        "today": today,
    }
    with pgtrigger.ignore(), connection.cursor() as cursor:
        add_startups(office, total)
        cursor.execute("SELECT 1")  # from here on the triggers are ignored, also beneath Django
        cursor.cursor.execute(NUMBERS, words)
        for table, (template, *how) in DOUBLES.items():
            multiply(cursor.cursor, table, office.rows[template], *how, words)
        cursor.cursor.execute("DROP TABLE double")
        cursor.execute("ANALYZE")
    office.size = total


def add_startups(office, total):
    first, last = -(-office.size // PACKAGES), -(-total // PACKAGES)
    rows = [invent(number) for number in range(first, last)]
    for number, row in enumerate(rows, first):
        row.slug = f"{number:06}-double"
    Startup.objects.bulk_create(rows, batch_size=2_000)
    numbers = [
        Registration(startup=row, kind="cin", value=f"U72900KA2019PTC{number:06}")
        for number, row in enumerate(rows, first)
    ]
    Registration.objects.bulk_create(numbers, batch_size=5_000)
