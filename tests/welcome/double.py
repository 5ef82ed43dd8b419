"""A double of an office with many cases: rows as the actions would have written them, in bulk and without history."""

from types import SimpleNamespace

from django.apps import apps
from django.db import connection

from corridor import clock
from startups.choices import Origin, Sector
from startups.demo import words
from tests.factories import (
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_user,
    officer_of,
    owner_of,
    signatory_of,
    take_step,
)
from welcome import actions
from welcome.choices import CaseState, StaffRole

# Each start-up applies for each of them.
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
SELECT number, number / %(kinds)s AS company, md5('double-' || number / %(kinds)s)::uuid AS startup,
       gen_random_uuid() AS id, gen_random_uuid() AS application, gen_random_uuid() AS decision,
       nextval('welcome_revision_id_seq') AS revision, nextval('welcome_decisionitem_id_seq') AS granted,
       nextval('welcome_award_id_seq') AS award, nextval('welcome_awarditem_id_seq') AS item,
       (%(begins)s::text[])[1 + number / %(kinds)s %% 24] || (%(ends)s::text[])[1 + number / %(kinds)s / 24 %% 16]
           || ' ' || number / %(kinds)s AS name,
       (%(packages)s::bigint[])[1 + number %% %(kinds)s] AS package,
       (%(states)s::text[])[1 + (number * 37 + number / 100) %% 100] AS state,
       (%(officers)s::uuid[])[1 + number %% 4] AS officer,
       number / 100 %% 10 < 7 AS granting,
       now() - make_interval(days => (number * 13) %% 700) AS at
FROM generate_series(%(first)s, %(total)s - 1) AS number
"""
FIRST_CASE = f"number %% {PACKAGES} = 0"
DECIDED = "state IN ('proposed', 'signed', 'released', 'notified', 'final', 'closed')"
RELEASED = "state IN ('released', 'notified', 'final', 'closed')"
# The register waits for what was released lately, and for one in a hundred of the others.
ENTERED = f"granting AND {RELEASED} AND state <> 'released' AND number %% 97 <> 3"
IN_USE = "granting AND state IN ('final', 'closed')"
# Model, the row that is multiplied, the columns in which its doubles differ, and of which cases there are any.
DOUBLES = [
    (
        "startups.Startup", "startup",
        """'id', startup, 'slug', 'double-' || company, 'sector', (%(sectors)s::text[])[1 + company %% 4],
           'name', double.name, 'legal_name', double.name || ' Private Limited'""",
        FIRST_CASE,
    ),
    (
        "startups.Registration", "registration",
        "'id', {id}, 'startup_id', startup, 'value', 'U72900KA2019PTC' || lpad(company::text, 6, '0')",
        FIRST_CASE,
    ),
    (
        "welcome.Application", "application",
        "'id', application, 'startup_id', startup, 'submitted_at', at, 'answers', '{}'::jsonb",
        "TRUE",
    ),
    (
        "welcome.Revision", "revision",
        """'id', revision, 'application_id', application, 'submitted_at', at,
           'answers', jsonb_build_object('package-' || package, template.answers -> %(own)s)""",
        "TRUE",
    ),
    (
        "welcome.Case", "case",
        """'id', double.id, 'reference', 'BIG-2023-' || lpad(number::text, 6, '0'), 'application_id', application,
           'package_id', package, 'startup_id', startup, 'revision_id', revision, 'state', double.state,
           'officer_id', CASE WHEN double.state <> 'submitted' THEN officer END,
           'submitted_at', at,
           'due_on', CASE WHEN double.state IN ('closed', 'withdrawn', 'final') THEN at::date + 42
                          ELSE %(today)s::date - 20 + number %% 60 END""",
        "TRUE",
    ),
    (
        "welcome.ConflictDeclaration", "declaration",
        "'id', {id}, 'case_id', double.id, 'user_id', officer",
        "state <> 'submitted'",
    ),
    (
        "welcome.ConflictDeclaration", "declaration",
        """'id', {id}, 'case_id', double.id, 'user_id', (%(officers)s::uuid[])[1 + (number + 1) %% 4],
           'answer', 'conflict'""",
        "number %% 1000 = 9",
    ),
    (
        "welcome.CaseEvent", "submission",
        "'id', {id}, 'case_id', double.id, 'target', state, 'at', double.at",
        "TRUE",
    ),
    (
        "welcome.CaseEvent", "submission",
        "'id', {id}, 'case_id', double.id, 'verb', 'resume_check', 'target', state",
        "state = 'checking' AND number %% 10 = 3",
    ),
    (
        "welcome.Decision", "decision",
        f"""'id', decision, 'case_id', double.id, 'revision_id', revision, 'proposed_at', at,
           'unregistered', {RELEASED} AND granting AND NOT ({ENTERED}),
           'kind', CASE WHEN granting THEN 'grant' ELSE 'reject' END,
           'value', CASE WHEN granting THEN template.value ELSE 0 END,
           'signed_at', CASE WHEN state <> 'proposed' THEN at END,
           'signed_by_id', CASE WHEN state <> 'proposed' THEN template.signed_by_id END,
           'notice_id', CASE WHEN state <> 'proposed' THEN template.notice_id END,
           'released_at', CASE WHEN state NOT IN ('proposed', 'signed') THEN at + make_interval(days => 20) END,
           'released_by_id', CASE WHEN state NOT IN ('proposed', 'signed') THEN template.released_by_id END""",
        DECIDED,
    ),
    (
        "welcome.DecisionItem", "granted",
        "'id', granted, 'decision_id', decision",
        f"granting AND {DECIDED}",
    ),
    (
        "welcome.Delivery", "delivery",
        """'id', {id}, 'decision_id', decision, 'closes_on', %(today)s::date - 5 + number %% 10,
           'retrieved_at', CASE WHEN state <> 'released' THEN template.retrieved_at END,
           'retrieved_by_id', CASE WHEN state <> 'released' THEN template.retrieved_by_id END,
           'notified_on', CASE WHEN state <> 'released' THEN template.notified_on END,
           'final_on', CASE WHEN state <> 'released' THEN template.final_on END""",
        RELEASED,
    ),
    ("welcome.Message", "message", "'id', {id}, 'case_id', double.id", "number %% 500 = 7"),
    (
        "welcome.RegisterEntry", "entry",
        "'id', {id}, 'decision_id', decision",
        ENTERED,
    ),
    (
        "welcome.Award", "award",
        """'id', award, 'case_id', double.id, 'decision_id', decision,
           'state', CASE WHEN double.state = 'final' THEN 'open' ELSE 'proven' END""",
        IN_USE,
    ),
    ("welcome.AwardItem", "item", "'id', item, 'award_id', award, 'granted_id', granted", IN_USE),
    (
        "welcome.Redemption", "redemption",
        """'id', {id}, 'item_id', item,
           'state', CASE WHEN number %% 50 = 7 THEN 'asked' ELSE 'used' END,
           'used_on', CASE WHEN number %% 50 <> 7 THEN template.used_on END,
           'used_noted_by_id', CASE WHEN number %% 50 <> 7 THEN template.used_noted_by_id END""",
        f"{IN_USE} AND number %% 3 = 1",
    ),
    (
        "welcome.ProofOfUse", "proof",
        """'id', {id}, 'award_id', award,
           'state', CASE WHEN double.state = 'closed' THEN 'accepted' ELSE 'submitted' END,
           'answered_by_id', CASE WHEN double.state = 'closed' THEN template.answered_by_id END,
           'answered_at', CASE WHEN double.state = 'closed' THEN template.answered_at END""",
        f"{IN_USE} AND (state = 'closed' OR number %% 7 = 3)",
    ),
]  # fmt: skip

# What a vacuum would do: new rows are not yet in their place there.
GIN_INDEXES = """
SELECT indexrelid FROM pg_index JOIN pg_class AS named ON named.oid = indexrelid JOIN pg_am ON pg_am.oid = named.relam
JOIN pg_class AS indexed ON indexed.oid = indrelid
WHERE amname = 'gin' AND indexed.relname IN ('startups_startup', 'startups_registration', 'welcome_case')
"""


def multiply(cursor, label, template, values, which, given):
    """Insert the row `template` of a table once for each double that `which` names."""
    meta = apps.get_model(label)._meta
    name = meta.db_table
    columns = [f'"{field.column}"' for field in meta.concrete_fields if not field.generated]
    values = values.replace("{id}", f"nextval(pg_get_serial_sequence('{name}', 'id'))")
    cursor.execute(
        f"INSERT INTO {name} ({', '.join(columns)}) SELECT row.{', row.'.join(columns)} "
        f"FROM (SELECT * FROM double WHERE {which}) AS double, {name} AS template, "
        f"LATERAL jsonb_populate_record(template, jsonb_build_object({values})) AS row "
        f"WHERE template.id = %(template)s",
        {**given, "template": template},
    )


def make_office():
    """An authority with eight packages, four officers and one case of each kind of row to multiply."""
    authority = make_authority()
    packages = [make_package(authority) for _ in range(PACKAGES)]
    case = make_case("final", package=packages[0])
    message = actions.write_to_authority(case=case, text="Hello?", by=owner_of(case.startup))
    take_step(case, "close")
    officers = [officer_of(authority)] + [make_staff(authority) for _ in range(3)]
    entry = actions.register_award(
        case=case, registered_on=clock.today(), nace="62.10", by=officers[0]
    )
    number = case.startup.registrations.create(kind="cin", value="U72900KA2018PTC777777")
    award = case.award
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
            "startup": case.startup_id,
            "registration": number.pk,
            "application": case.application_id,
            "revision": case.revision_id,
            "case": case.pk,
            "declaration": case.declarations.get(user=officers[0]).pk,
            "submission": case.events.first().pk,
            "decision": award.decision_id,
            "granted": award.decision.items.first().pk,
            "delivery": award.decision.deliveries.get().pk,
            "message": message.pk,
            "entry": entry.pk,
            "award": award.pk,
            "item": award.items.first().pk,
            "redemption": award.redemptions.get().pk,
            "proof": award.proofs.get().pk,
        },
    )


def fill_up(office, total, today):
    """Write cases of the office until there are `total`, and tell the planner. For a test that is rolled back."""
    given = {
        "packages": [package.pk for package in office.packages],
        "kinds": PACKAGES,
        "states": STATES,
        "sectors": Sector.values,
        "begins": words.FIRST[Origin.KARNATAKA],
        "ends": words.SECOND[Origin.KARNATAKA],
        "first": office.size,
        "total": total,
        "own": f"package-{office.packages[0].pk}",
        "officers": [person.pk for person in office.officers],
        "today": today,
    }
    with connection.cursor() as cursor:
        if not office.size:
            without_triggers(cursor)
        cursor.cursor.execute(NUMBERS, given)
        for label, template, *how in DOUBLES:
            multiply(cursor.cursor, label, office.rows[template], *how, given)
        cursor.cursor.execute("DROP TABLE double")
        cursor.execute(f"SELECT gin_clean_pending_list(indexrelid) FROM ({GIN_INDEXES}) AS found")
        cursor.execute("ANALYZE")
    office.size = total


def without_triggers(cursor):
    """To the end of the transaction: each row would ask them all, and only be told that they are ignored."""
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    for label in {label for label, *_how in DOUBLES}:
        table = apps.get_model(label)._meta.db_table
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
