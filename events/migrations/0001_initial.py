import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django_countries.fields
import pgtrigger.compiler
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models

import corridor.clock
from corridor.tables import CreateTables

MODELS = [
    migrations.CreateModel(
        name="Event",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("slug", models.SlugField(max_length=80, unique=True, verbose_name="address")),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            (
                "summary_de",
                models.CharField(max_length=240, verbose_name="in one sentence, in German"),
            ),
            (
                "summary_en",
                models.CharField(max_length=240, verbose_name="in one sentence, in English"),
            ),
            (
                "description_de",
                models.TextField(help_text="Markdown", verbose_name="description in German"),
            ),
            (
                "description_en",
                models.TextField(help_text="Markdown", verbose_name="description in English"),
            ),
            ("starts_at", models.DateTimeField(verbose_name="starts")),
            ("ends_at", models.DateTimeField(verbose_name="ends")),
            ("venue", models.CharField(max_length=120, verbose_name="venue")),
            (
                "address",
                models.CharField(blank=True, max_length=200, verbose_name="address of the venue"),
            ),
            ("city", models.CharField(max_length=80, verbose_name="city")),
            ("host", models.CharField(max_length=120, verbose_name="organised by")),
            ("website", models.URLField(blank=True, verbose_name="website")),
            (
                "places",
                models.PositiveIntegerField(
                    validators=[django.core.validators.MinValueValidator(1)], verbose_name="places"
                ),
            ),
            ("registration_opens_on", models.DateField(verbose_name="registration opens on")),
            ("registration_closes_on", models.DateField(verbose_name="registration closes on")),
            (
                "swap_until",
                models.DateField(
                    blank=True,
                    help_text="The last day on which a delegation replaces people; else the day registration closes.",
                    null=True,
                    verbose_name="people can be swapped until",
                ),
            ),
            (
                "is_open",
                models.BooleanField(
                    default=False,
                    help_text="Places that no delegation has are free for everybody who registers.",
                    verbose_name="also without a delegation",
                ),
            ),
            (
                "needs_approval",
                models.BooleanField(
                    default=False,
                    help_text="Else a registration is confirmed as long as there are places.",
                    verbose_name="the event team approves everybody",
                ),
            ),
            (
                "offer_days",
                models.PositiveSmallIntegerField(
                    default=3,
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="days an offered place is held",
                ),
            ),
            (
                "zone",
                models.CharField(
                    choices=[
                        ("Europe/Berlin", "Düsseldorf (Europe/Berlin)"),
                        ("Asia/Kolkata", "Bengaluru (Asia/Kolkata)"),
                    ],
                    default="Europe/Berlin",
                    max_length=20,
                    verbose_name="time at the venue",
                ),
            ),
            ("is_public", models.BooleanField(default=False, verbose_name="shown to the public")),
            ("sequence", models.PositiveIntegerField(default=0, editable=False)),
            (
                "changed_at",
                models.DateTimeField(
                    default=corridor.clock.now, editable=False, verbose_name="changed"
                ),
            ),
        ],
        options={
            "verbose_name": "event",
            "verbose_name_plural": "events",
            "ordering": ["starts_at", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("starts_at__lt", models.F("ends_at"))),
                    name="event_starts_before_it_ends",
                    violation_error_message="An event starts before it ends.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("registration_opens_on__lte", models.F("registration_closes_on"))
                    ),
                    name="event_registration_window",
                    violation_error_message="Registration opens before it closes.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("swap_until__isnull", True),
                        ("swap_until__gte", models.F("registration_opens_on")),
                        _connector="OR",
                    ),
                    name="event_swaps_end",
                    violation_error_message="People can be swapped once registration has opened.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("offer_days__gte", 1)),
                    name="event_offer_held",
                    violation_error_message="An offered place is held for a day at least.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="event_places_reserved",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NEW.places <> OLD.places AND NEW.places < COALESCE((\n    SELECT SUM(delegation.places) FROM events_delegation AS delegation\n    WHERE delegation.event_id = NEW.id AND delegation.state IN ('invited', 'accepted')\n), 0) + (\n    SELECT COUNT(*) FROM events_delegate AS delegate\n    WHERE delegate.event_id = NEW.id AND delegate.delegation_id IS NULL\n    AND delegate.state IN ('confirmed', 'invited', 'offered', 'registered')\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'event_places_reserved', MESSAGE = 'event_places_reserved: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="ac1c0bcffb024b118b44b994d4d946b0beb6c949",
                        operation="UPDATE",
                        pgid="pgtrigger_event_places_reserved_5193d",
                        table="events_event",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_eventhistory" ("address", "changed_at", "city", "description_de", "description_en", "ends_at", "host", "id", "is_open", "is_public", "needs_approval", "offer_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "registration_closes_on", "registration_opens_on", "sequence", "slug", "starts_at", "summary_de", "summary_en", "swap_until", "title_de", "title_en", "venue", "website", "zone") VALUES (NEW."address", NEW."changed_at", NEW."city", NEW."description_de", NEW."description_en", NEW."ends_at", NEW."host", NEW."id", NEW."is_open", NEW."is_public", NEW."needs_approval", NEW."offer_days", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."places", NEW."registration_closes_on", NEW."registration_opens_on", NEW."sequence", NEW."slug", NEW."starts_at", NEW."summary_de", NEW."summary_en", NEW."swap_until", NEW."title_de", NEW."title_en", NEW."venue", NEW."website", NEW."zone"); RETURN NULL;',
                        hash="4c7c38646013fa3e1d46903e07bcd4ec70b83357",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_82b94",
                        table="events_event",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "events_eventhistory" ("address", "changed_at", "city", "description_de", "description_en", "ends_at", "host", "id", "is_open", "is_public", "needs_approval", "offer_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "registration_closes_on", "registration_opens_on", "sequence", "slug", "starts_at", "summary_de", "summary_en", "swap_until", "title_de", "title_en", "venue", "website", "zone") VALUES (NEW."address", NEW."changed_at", NEW."city", NEW."description_de", NEW."description_en", NEW."ends_at", NEW."host", NEW."id", NEW."is_open", NEW."is_public", NEW."needs_approval", NEW."offer_days", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."places", NEW."registration_closes_on", NEW."registration_opens_on", NEW."sequence", NEW."slug", NEW."starts_at", NEW."summary_de", NEW."summary_en", NEW."swap_until", NEW."title_de", NEW."title_en", NEW."venue", NEW."website", NEW."zone"); RETURN NULL;',
                        hash="e32ea8f203c4ca307d6c54078bf729a55636fc73",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_73f59",
                        table="events_event",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_eventhistory" ("address", "changed_at", "city", "description_de", "description_en", "ends_at", "host", "id", "is_open", "is_public", "needs_approval", "offer_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "registration_closes_on", "registration_opens_on", "sequence", "slug", "starts_at", "summary_de", "summary_en", "swap_until", "title_de", "title_en", "venue", "website", "zone") VALUES (OLD."address", OLD."changed_at", OLD."city", OLD."description_de", OLD."description_en", OLD."ends_at", OLD."host", OLD."id", OLD."is_open", OLD."is_public", OLD."needs_approval", OLD."offer_days", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."places", OLD."registration_closes_on", OLD."registration_opens_on", OLD."sequence", OLD."slug", OLD."starts_at", OLD."summary_de", OLD."summary_en", OLD."swap_until", OLD."title_de", OLD."title_en", OLD."venue", OLD."website", OLD."zone"); RETURN NULL;',
                        hash="37bbc8742a1c6e8bd86d0d48138ae7e176c66960",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_d74a6",
                        table="events_event",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="EventHistory",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="history",
                    to="events.event",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
            ("slug", models.SlugField(db_index=False, max_length=80, verbose_name="address")),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            (
                "summary_de",
                models.CharField(max_length=240, verbose_name="in one sentence, in German"),
            ),
            (
                "summary_en",
                models.CharField(max_length=240, verbose_name="in one sentence, in English"),
            ),
            (
                "description_de",
                models.TextField(help_text="Markdown", verbose_name="description in German"),
            ),
            (
                "description_en",
                models.TextField(help_text="Markdown", verbose_name="description in English"),
            ),
            ("starts_at", models.DateTimeField(verbose_name="starts")),
            ("ends_at", models.DateTimeField(verbose_name="ends")),
            ("venue", models.CharField(max_length=120, verbose_name="venue")),
            (
                "address",
                models.CharField(blank=True, max_length=200, verbose_name="address of the venue"),
            ),
            ("city", models.CharField(max_length=80, verbose_name="city")),
            ("host", models.CharField(max_length=120, verbose_name="organised by")),
            ("website", models.URLField(blank=True, verbose_name="website")),
            (
                "places",
                models.PositiveIntegerField(
                    validators=[django.core.validators.MinValueValidator(1)], verbose_name="places"
                ),
            ),
            ("registration_opens_on", models.DateField(verbose_name="registration opens on")),
            ("registration_closes_on", models.DateField(verbose_name="registration closes on")),
            (
                "swap_until",
                models.DateField(
                    blank=True,
                    help_text="The last day on which a delegation replaces people; else the day registration closes.",
                    null=True,
                    verbose_name="people can be swapped until",
                ),
            ),
            (
                "is_open",
                models.BooleanField(
                    default=False,
                    help_text="Places that no delegation has are free for everybody who registers.",
                    verbose_name="also without a delegation",
                ),
            ),
            (
                "needs_approval",
                models.BooleanField(
                    default=False,
                    help_text="Else a registration is confirmed as long as there are places.",
                    verbose_name="the event team approves everybody",
                ),
            ),
            (
                "offer_days",
                models.PositiveSmallIntegerField(
                    default=3,
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="days an offered place is held",
                ),
            ),
            (
                "zone",
                models.CharField(
                    choices=[
                        ("Europe/Berlin", "Düsseldorf (Europe/Berlin)"),
                        ("Asia/Kolkata", "Bengaluru (Asia/Kolkata)"),
                    ],
                    default="Europe/Berlin",
                    max_length=20,
                    verbose_name="time at the venue",
                ),
            ),
            ("is_public", models.BooleanField(default=False, verbose_name="shown to the public")),
            ("sequence", models.PositiveIntegerField(default=0, editable=False)),
            (
                "changed_at",
                models.DateTimeField(
                    default=corridor.clock.now, editable=False, verbose_name="changed"
                ),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="d59f7ac9d218644ab5369648135c433b38d30570",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_2d39e",
                        table="events_eventhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Session",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "event",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="sessions",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            (
                "summary_de",
                models.TextField(
                    blank=True, max_length=1000, verbose_name="what it is about, in German"
                ),
            ),
            (
                "summary_en",
                models.TextField(
                    blank=True, max_length=1000, verbose_name="what it is about, in English"
                ),
            ),
            (
                "track_de",
                models.CharField(blank=True, max_length=60, verbose_name="track in German"),
            ),
            (
                "track_en",
                models.CharField(blank=True, max_length=60, verbose_name="track in English"),
            ),
            ("room", models.CharField(blank=True, max_length=80, verbose_name="room")),
            ("starts_at", models.DateTimeField(verbose_name="starts")),
            ("ends_at", models.DateTimeField(verbose_name="ends")),
            (
                "places",
                models.PositiveIntegerField(
                    blank=True,
                    help_text="Empty: nobody has to book.",
                    null=True,
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="places",
                ),
            ),
            ("sequence", models.PositiveIntegerField(default=0, editable=False)),
            ("changed_at", models.DateTimeField(editable=False, verbose_name="changed")),
            (
                "cancelled_at",
                models.DateTimeField(editable=False, null=True, verbose_name="cancelled"),
            ),
        ],
        options={
            "verbose_name": "session",
            "verbose_name_plural": "sessions",
            "ordering": ["starts_at", "track_en", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("starts_at__lt", models.F("ends_at"))),
                    name="session_starts_before_it_ends",
                    violation_error_message="A session starts before it ends.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_sessionhistory" ("cancelled_at", "changed_at", "ends_at", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "room", "sequence", "starts_at", "summary_de", "summary_en", "title_de", "title_en", "track_de", "track_en") VALUES (NEW."cancelled_at", NEW."changed_at", NEW."ends_at", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."places", NEW."room", NEW."sequence", NEW."starts_at", NEW."summary_de", NEW."summary_en", NEW."title_de", NEW."title_en", NEW."track_de", NEW."track_en"); RETURN NULL;',
                        hash="22eb313712ad69efc2578cefc7292ca2e910b657",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_033e9",
                        table="events_session",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "events_sessionhistory" ("cancelled_at", "changed_at", "ends_at", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "room", "sequence", "starts_at", "summary_de", "summary_en", "title_de", "title_en", "track_de", "track_en") VALUES (NEW."cancelled_at", NEW."changed_at", NEW."ends_at", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."places", NEW."room", NEW."sequence", NEW."starts_at", NEW."summary_de", NEW."summary_en", NEW."title_de", NEW."title_en", NEW."track_de", NEW."track_en"); RETURN NULL;',
                        hash="d10f1113bd20fd88abb11430e3e18fa31973aaae",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_4f2b4",
                        table="events_session",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_sessionhistory" ("cancelled_at", "changed_at", "ends_at", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "room", "sequence", "starts_at", "summary_de", "summary_en", "title_de", "title_en", "track_de", "track_en") VALUES (OLD."cancelled_at", OLD."changed_at", OLD."ends_at", OLD."event_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."places", OLD."room", OLD."sequence", OLD."starts_at", OLD."summary_de", OLD."summary_en", OLD."title_de", OLD."title_en", OLD."track_de", OLD."track_en"); RETURN NULL;',
                        hash="20fc5d644ca26238f1673659fdfc1aeb683dbd0e",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_d1c63",
                        table="events_session",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="SessionHistory",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="history",
                    to="events.session",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
            (
                "event",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            (
                "summary_de",
                models.TextField(
                    blank=True, max_length=1000, verbose_name="what it is about, in German"
                ),
            ),
            (
                "summary_en",
                models.TextField(
                    blank=True, max_length=1000, verbose_name="what it is about, in English"
                ),
            ),
            (
                "track_de",
                models.CharField(blank=True, max_length=60, verbose_name="track in German"),
            ),
            (
                "track_en",
                models.CharField(blank=True, max_length=60, verbose_name="track in English"),
            ),
            ("room", models.CharField(blank=True, max_length=80, verbose_name="room")),
            ("starts_at", models.DateTimeField(verbose_name="starts")),
            ("ends_at", models.DateTimeField(verbose_name="ends")),
            (
                "places",
                models.PositiveIntegerField(
                    blank=True,
                    help_text="Empty: nobody has to book.",
                    null=True,
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="places",
                ),
            ),
            ("sequence", models.PositiveIntegerField(default=0, editable=False)),
            ("changed_at", models.DateTimeField(editable=False, verbose_name="changed")),
            (
                "cancelled_at",
                models.DateTimeField(editable=False, null=True, verbose_name="cancelled"),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="03d63bff5affa8b179e48e01e408b2c2566c6f6c",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_86f21",
                        table="events_sessionhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Delegation",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "event",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="delegations",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            ("organisation", models.CharField(max_length=160, verbose_name="organisation")),
            (
                "country",
                django_countries.fields.CountryField(
                    blank=True, max_length=2, verbose_name="country"
                ),
            ),
            (
                "language",
                models.CharField(
                    choices=[("de", "Deutsch"), ("en", "English")],
                    default="en",
                    max_length=2,
                    verbose_name="language of its mails",
                ),
            ),
            ("head_name", models.CharField(max_length=200, verbose_name="head of delegation")),
            ("head_email", models.EmailField(max_length=254, verbose_name="email of the head")),
            ("deputy_name", models.CharField(blank=True, max_length=200, verbose_name="deputy")),
            (
                "deputy_email",
                models.EmailField(blank=True, max_length=254, verbose_name="email of the deputy"),
            ),
            (
                "places",
                models.PositiveIntegerField(
                    validators=[django.core.validators.MinValueValidator(1)], verbose_name="places"
                ),
            ),
            (
                "places_wanted",
                models.PositiveIntegerField(
                    blank=True, editable=False, null=True, verbose_name="places asked for"
                ),
            ),
            (
                "wanted_because",
                models.TextField(blank=True, editable=False, max_length=500, verbose_name="why"),
            ),
            ("arrives_on", models.DateField(blank=True, null=True, verbose_name="arrives on")),
            ("departs_on", models.DateField(blank=True, null=True, verbose_name="departs on")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("invited", "Invited"),
                        ("accepted", "Accepted"),
                        ("declined", "Declined"),
                        ("withdrawn", "Withdrawn"),
                    ],
                    default="invited",
                    editable=False,
                    max_length=20,
                    verbose_name="state",
                ),
            ),
            (
                "is_listed",
                models.BooleanField(
                    default=True,
                    help_text="With its size, and no names.",
                    verbose_name="named on the public page",
                ),
            ),
            ("head_link", models.PositiveIntegerField(default=1, editable=False)),
            ("open_link", models.PositiveIntegerField(default=0, editable=False)),
            ("open_links_made", models.PositiveIntegerField(default=0, editable=False)),
            ("invited_at", models.DateTimeField(editable=False, verbose_name="invited")),
            (
                "answered_at",
                models.DateTimeField(editable=False, null=True, verbose_name="answered"),
            ),
        ],
        options={
            "verbose_name": "delegation",
            "verbose_name_plural": "delegations",
            "ordering": ["organisation", "id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("event", "organisation"),
                    name="delegation_once",
                    violation_error_message="This organisation has a delegation already.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("places__gte", 1)),
                    name="delegation_has_places",
                    violation_error_message="A delegation has one place at least.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("arrives_on__isnull", True),
                        ("departs_on__isnull", True),
                        ("arrives_on__lte", models.F("departs_on")),
                        _connector="OR",
                    ),
                    name="delegation_travel_days",
                    violation_error_message="A delegation arrives before it departs.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("head_email", ""),
                        (
                            "head_email__regex",
                            "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^@\\s,;\\\"<>]+$",
                        ),
                        _connector="OR",
                    ),
                    name="delegation_head_email_plain",
                    violation_error_message="Write the email address without quotation marks, spaces and commas.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("deputy_email", ""),
                        (
                            "deputy_email__regex",
                            "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^@\\s,;\\\"<>]+$",
                        ),
                        _connector="OR",
                    ),
                    name="delegation_deputy_email_plain",
                    violation_error_message="Write the email address without quotation marks, spaces and commas.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="delegation_within_event",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="PERFORM 1 FROM events_event WHERE id = NEW.event_id FOR NO KEY UPDATE; IF (TG_OP = 'INSERT' OR NEW.places > OLD.places OR NEW.state <> OLD.state) AND NEW.state IN ('accepted', 'invited') AND NEW.places + COALESCE((\n    SELECT SUM(other.places) FROM events_delegation AS other\n    WHERE other.event_id = NEW.event_id AND other.id <> NEW.id AND other.state IN ('accepted', 'invited')\n), 0) + (\n    SELECT COUNT(*) FROM events_delegate AS delegate\n    WHERE delegate.event_id = NEW.event_id AND delegate.delegation_id IS NULL\n    AND delegate.state IN ('confirmed', 'invited', 'offered', 'registered')\n) > (SELECT event.places FROM events_event AS event WHERE event.id = NEW.event_id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'delegation_within_event', MESSAGE = 'delegation_within_event: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="07f62fdb00a924436416d93f2df282f0818d8596",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_delegation_within_event_60982",
                        table="events_delegation",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delegation_keeps_its_people",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NEW.places < OLD.places AND NEW.places < (\n    SELECT COUNT(*) FROM events_delegate AS delegate\n    WHERE delegate.delegation_id = NEW.id AND delegate.state IN ('confirmed', 'invited', 'offered', 'registered')\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'delegation_keeps_its_people', MESSAGE = 'delegation_keeps_its_people: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="deea36635bcb829b85bdc2aac6d722fae6b10ae5",
                        operation="UPDATE",
                        pgid="pgtrigger_delegation_keeps_its_people_09acd",
                        table="events_delegation",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_delegationhistory" ("answered_at", "arrives_on", "country", "departs_on", "deputy_email", "deputy_name", "event_id", "head_email", "head_link", "head_name", "id", "invited_at", "is_listed", "language", "open_link", "open_links_made", "organisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "places_wanted", "state", "wanted_because") VALUES (NEW."answered_at", NEW."arrives_on", NEW."country", NEW."departs_on", NEW."deputy_email", NEW."deputy_name", NEW."event_id", NEW."head_email", NEW."head_link", NEW."head_name", NEW."id", NEW."invited_at", NEW."is_listed", NEW."language", NEW."open_link", NEW."open_links_made", NEW."organisation", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."places", NEW."places_wanted", NEW."state", NEW."wanted_because"); RETURN NULL;',
                        hash="6ee4c1e3bc041519766c78b553d6ec39f8686725",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_94ede",
                        table="events_delegation",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "events_delegationhistory" ("answered_at", "arrives_on", "country", "departs_on", "deputy_email", "deputy_name", "event_id", "head_email", "head_link", "head_name", "id", "invited_at", "is_listed", "language", "open_link", "open_links_made", "organisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "places_wanted", "state", "wanted_because") VALUES (NEW."answered_at", NEW."arrives_on", NEW."country", NEW."departs_on", NEW."deputy_email", NEW."deputy_name", NEW."event_id", NEW."head_email", NEW."head_link", NEW."head_name", NEW."id", NEW."invited_at", NEW."is_listed", NEW."language", NEW."open_link", NEW."open_links_made", NEW."organisation", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."places", NEW."places_wanted", NEW."state", NEW."wanted_because"); RETURN NULL;',
                        hash="b7a8fe281768ba33fd346decac1a8f4a16081cd7",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_3f049",
                        table="events_delegation",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_delegationhistory" ("answered_at", "arrives_on", "country", "departs_on", "deputy_email", "deputy_name", "event_id", "head_email", "head_link", "head_name", "id", "invited_at", "is_listed", "language", "open_link", "open_links_made", "organisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "places_wanted", "state", "wanted_because") VALUES (OLD."answered_at", OLD."arrives_on", OLD."country", OLD."departs_on", OLD."deputy_email", OLD."deputy_name", OLD."event_id", OLD."head_email", OLD."head_link", OLD."head_name", OLD."id", OLD."invited_at", OLD."is_listed", OLD."language", OLD."open_link", OLD."open_links_made", OLD."organisation", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."places", OLD."places_wanted", OLD."state", OLD."wanted_because"); RETURN NULL;',
                        hash="ae9325a038c0fc63641a2522857a4548e61185a9",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_0c2af",
                        table="events_delegation",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="DelegationHistory",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="history",
                    to="events.delegation",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
            (
                "event",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            ("organisation", models.CharField(max_length=160, verbose_name="organisation")),
            (
                "country",
                django_countries.fields.CountryField(
                    blank=True, max_length=2, verbose_name="country"
                ),
            ),
            (
                "language",
                models.CharField(
                    choices=[("de", "Deutsch"), ("en", "English")],
                    default="en",
                    max_length=2,
                    verbose_name="language of its mails",
                ),
            ),
            ("head_name", models.CharField(max_length=200, verbose_name="head of delegation")),
            ("head_email", models.EmailField(max_length=254, verbose_name="email of the head")),
            ("deputy_name", models.CharField(blank=True, max_length=200, verbose_name="deputy")),
            (
                "deputy_email",
                models.EmailField(blank=True, max_length=254, verbose_name="email of the deputy"),
            ),
            (
                "places",
                models.PositiveIntegerField(
                    validators=[django.core.validators.MinValueValidator(1)], verbose_name="places"
                ),
            ),
            (
                "places_wanted",
                models.PositiveIntegerField(
                    blank=True, editable=False, null=True, verbose_name="places asked for"
                ),
            ),
            (
                "wanted_because",
                models.TextField(blank=True, editable=False, max_length=500, verbose_name="why"),
            ),
            ("arrives_on", models.DateField(blank=True, null=True, verbose_name="arrives on")),
            ("departs_on", models.DateField(blank=True, null=True, verbose_name="departs on")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("invited", "Invited"),
                        ("accepted", "Accepted"),
                        ("declined", "Declined"),
                        ("withdrawn", "Withdrawn"),
                    ],
                    default="invited",
                    editable=False,
                    max_length=20,
                    verbose_name="state",
                ),
            ),
            (
                "is_listed",
                models.BooleanField(
                    default=True,
                    help_text="With its size, and no names.",
                    verbose_name="named on the public page",
                ),
            ),
            ("head_link", models.PositiveIntegerField(default=1, editable=False)),
            ("open_link", models.PositiveIntegerField(default=0, editable=False)),
            ("open_links_made", models.PositiveIntegerField(default=0, editable=False)),
            ("invited_at", models.DateTimeField(editable=False, verbose_name="invited")),
            (
                "answered_at",
                models.DateTimeField(editable=False, null=True, verbose_name="answered"),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="a5e4b13b393ff71754d46cb06780b3d521648062",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_7fbea",
                        table="events_delegationhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Delegate",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "event",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="delegates",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            (
                "delegation",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="delegates",
                    to="events.delegation",
                    verbose_name="delegation",
                ),
            ),
            (
                "startup",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="delegates",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            (
                "user",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="delegates",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="account",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("invited", "On the list"),
                        ("registered", "Registered"),
                        ("confirmed", "Confirmed"),
                        ("waiting", "Waiting list"),
                        ("offered", "Place offered"),
                        ("rejected", "Not admitted"),
                        ("declined", "Offer declined"),
                        ("expired", "Offer expired"),
                        ("cancelled", "Cancelled"),
                    ],
                    editable=False,
                    max_length=20,
                    verbose_name="state",
                ),
            ),
            (
                "registered_by",
                models.CharField(
                    choices=[
                        ("delegate", "Delegate"),
                        ("head", "Head of delegation"),
                        ("team", "Event team"),
                        ("portal", "The portal, on a date"),
                    ],
                    editable=False,
                    max_length=20,
                    verbose_name="entered by",
                ),
            ),
            ("position", models.PositiveIntegerField(editable=False, verbose_name="position")),
            (
                "party",
                models.UUIDField(blank=True, editable=False, null=True, verbose_name="group"),
            ),
            (
                "salutation",
                models.CharField(
                    blank=True,
                    choices=[
                        ("", "none"),
                        ("ms", "Ms"),
                        ("mr", "Mr"),
                        ("dr", "Dr"),
                        ("prof", "Prof."),
                    ],
                    max_length=10,
                    verbose_name="salutation",
                ),
            ),
            (
                "given_names",
                models.CharField(
                    help_text="As in the passport.",
                    max_length=120,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="given names",
                ),
            ),
            (
                "surname",
                models.CharField(
                    blank=True,
                    help_text="As in the passport; empty if it names none.",
                    max_length=120,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="surname",
                ),
            ),
            (
                "badge_name",
                models.CharField(
                    blank=True,
                    max_length=80,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="name on the badge",
                ),
            ),
            (
                "job_title",
                models.CharField(
                    blank=True,
                    max_length=120,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="function",
                ),
            ),
            (
                "organisation",
                models.CharField(
                    blank=True,
                    max_length=160,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="organisation",
                ),
            ),
            ("email", models.EmailField(blank=True, max_length=254, verbose_name="email")),
            ("phone", models.CharField(blank=True, max_length=40, verbose_name="mobile")),
            (
                "nationality",
                django_countries.fields.CountryField(
                    blank=True, max_length=2, verbose_name="nationality"
                ),
            ),
            (
                "language",
                models.CharField(
                    choices=[("de", "Deutsch"), ("en", "English")],
                    default="en",
                    max_length=2,
                    verbose_name="language of the mails",
                ),
            ),
            (
                "photo_consent_at",
                models.DateTimeField(
                    editable=False, null=True, verbose_name="photographs agreed to"
                ),
            ),
            (
                "emergency_name",
                models.CharField(
                    blank=True,
                    max_length=120,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="whom to call in an emergency",
                ),
            ),
            (
                "emergency_phone",
                models.CharField(blank=True, max_length=40, verbose_name="their telephone"),
            ),
            ("arrives_on", models.DateField(blank=True, null=True, verbose_name="arrives on")),
            ("departs_on", models.DateField(blank=True, null=True, verbose_name="departs on")),
            ("hotel", models.CharField(blank=True, max_length=160, verbose_name="where they stay")),
            ("link", models.PositiveIntegerField(default=1, editable=False)),
            (
                "link_mailed_on",
                models.DateField(editable=False, null=True, verbose_name="link mailed on"),
            ),
            ("added_at", models.DateTimeField(editable=False, verbose_name="entered")),
            (
                "registered_at",
                models.DateTimeField(editable=False, null=True, verbose_name="registered"),
            ),
            (
                "offered_until",
                models.DateTimeField(editable=False, null=True, verbose_name="place held until"),
            ),
            ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="ended")),
        ],
        options={
            "verbose_name": "delegate",
            "verbose_name_plural": "delegates",
            "ordering": ["position", "id"],
            "indexes": [
                models.Index(
                    condition=models.Q(("state", "waiting")),
                    fields=["event", "delegation", "position"],
                    name="delegate_waiting",
                )
            ],
            "constraints": [
                models.UniqueConstraint(
                    models.F("event"),
                    django.db.models.functions.text.Lower("email"),
                    condition=models.Q(
                        ("state__in", ["confirmed", "invited", "offered", "registered", "waiting"]),
                        models.Q(("email", ""), _negated=True),
                    ),
                    name="delegate_once",
                    violation_error_message="Somebody with this email address is registered already.",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("delegation__isnull", False)),
                    fields=("delegation", "position"),
                    name="delegate_position_in_delegation",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("delegation__isnull", True)),
                    fields=("event", "position"),
                    name="delegate_position_in_event",
                ),
                models.CheckConstraint(
                    condition=models.Q(("given_names", ""), _negated=True),
                    name="delegate_named",
                    violation_error_message="Enter the name as in the passport.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state", "offered"), _negated=True),
                        ("offered_until__isnull", False),
                        _connector="OR",
                    ),
                    name="delegate_offer_ends",
                    violation_error_message="An offered place is held until a day.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("arrives_on__isnull", True),
                        ("departs_on__isnull", True),
                        ("arrives_on__lte", models.F("departs_on")),
                        _connector="OR",
                    ),
                    name="delegate_travel_days",
                    violation_error_message="One arrives before one departs.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("email", ""),
                        ("email__regex", "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^@\\s,;\\\"<>]+$"),
                        _connector="OR",
                    ),
                    name="delegate_email_plain",
                    violation_error_message="Write the email address without quotation marks, spaces and commas.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="delegate_begins",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NEW.state NOT IN ('invited', 'registered', 'waiting') THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'delegate_begins', MESSAGE = 'delegate_begins: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="d7b14252ea3565225bacac1deff68db98533efc9",
                        operation="INSERT",
                        pgid="pgtrigger_delegate_begins_655c2",
                        table="events_delegate",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delegate_step_allowed",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (('confirmed', 'cancelled'), ('invited', 'cancelled'), ('invited', 'registered'), ('offered', 'cancelled'), ('offered', 'confirmed'), ('offered', 'declined'), ('offered', 'expired'), ('registered', 'cancelled'), ('registered', 'confirmed'), ('registered', 'rejected'), ('registered', 'waiting'), ('waiting', 'cancelled'), ('waiting', 'offered'), ('waiting', 'rejected')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'delegate_step_allowed', MESSAGE = 'delegate_step_allowed: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="883e56631ea48aa579a397cd9c90a5e113f72882",
                        operation="UPDATE",
                        pgid="pgtrigger_delegate_step_allowed_7b521",
                        table="events_delegate",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delegate_within_places",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="IF NEW.state IN ('confirmed', 'invited', 'offered', 'registered') AND (\n    TG_OP = 'INSERT' OR OLD.state NOT IN ('confirmed', 'invited', 'offered', 'registered')\n    OR OLD.delegation_id IS DISTINCT FROM NEW.delegation_id\n) THEN IF NEW.delegation_id IS NULL\n    THEN PERFORM 1 FROM events_event WHERE id = NEW.event_id FOR NO KEY UPDATE;\n    ELSE PERFORM 1 FROM events_delegation WHERE id = NEW.delegation_id FOR NO KEY UPDATE;\nEND IF; END IF; IF NEW.state IN ('confirmed', 'invited', 'offered', 'registered') AND (\n    TG_OP = 'INSERT' OR OLD.state NOT IN ('confirmed', 'invited', 'offered', 'registered')\n    OR OLD.delegation_id IS DISTINCT FROM NEW.delegation_id\n) AND (\n    SELECT COUNT(*) FROM events_delegate AS other\n    WHERE other.event_id = NEW.event_id AND other.delegation_id IS NOT DISTINCT FROM NEW.delegation_id\n    AND other.id <> NEW.id AND other.state IN ('confirmed', 'invited', 'offered', 'registered')\n) >= (CASE WHEN NEW.delegation_id IS NOT NULL\n    THEN (SELECT delegation.places FROM events_delegation AS delegation WHERE delegation.id = NEW.delegation_id)\n    ELSE (SELECT event.places FROM events_event AS event WHERE event.id = NEW.event_id) - COALESCE((\n        SELECT SUM(delegation.places) FROM events_delegation AS delegation\n        WHERE delegation.event_id = NEW.event_id AND delegation.state IN ('accepted', 'invited')\n    ), 0)\nEND) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'delegate_within_places', MESSAGE = 'delegate_within_places: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="d96698f1e5424585b282ee550df1561805425c2c",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_delegate_within_places_f2a50",
                        table="events_delegate",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delegate_of_its_event",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NEW.delegation_id IS NOT NULL AND NOT EXISTS (\n    SELECT 1 FROM events_delegation AS delegation\n    WHERE delegation.id = NEW.delegation_id AND delegation.event_id = NEW.event_id\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'delegate_of_its_event', MESSAGE = 'delegate_of_its_event: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="373d0279cf2fea0de573879416a7974fd2f839df",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_delegate_of_its_event_1dd57",
                        table="events_delegate",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delegate_identity_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."event_id" IS DISTINCT FROM NEW."event_id" OR OLD."delegation_id" IS DISTINCT FROM NEW."delegation_id" OR OLD."position" IS DISTINCT FROM NEW."position" OR OLD."registered_by" IS DISTINCT FROM NEW."registered_by") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'delegate_identity_kept\', MESSAGE = \'delegate_identity_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="428da5a84f4ab1ea5a9ae4216cb28e11584ad3f3",
                        operation="UPDATE",
                        pgid="pgtrigger_delegate_identity_kept_ba2ea",
                        table="events_delegate",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_delegatehistory" ("added_at", "arrives_on", "badge_name", "delegation_id", "departs_on", "email", "emergency_name", "emergency_phone", "ended_at", "event_id", "given_names", "hotel", "id", "job_title", "language", "link", "link_mailed_on", "nationality", "offered_until", "organisation", "party", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "photo_consent_at", "position", "registered_at", "registered_by", "salutation", "startup_id", "state", "surname", "user_id") VALUES (NEW."added_at", NEW."arrives_on", NEW."badge_name", NEW."delegation_id", NEW."departs_on", NEW."email", NEW."emergency_name", NEW."emergency_phone", NEW."ended_at", NEW."event_id", NEW."given_names", NEW."hotel", NEW."id", NEW."job_title", NEW."language", NEW."link", NEW."link_mailed_on", NEW."nationality", NEW."offered_until", NEW."organisation", NEW."party", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."photo_consent_at", NEW."position", NEW."registered_at", NEW."registered_by", NEW."salutation", NEW."startup_id", NEW."state", NEW."surname", NEW."user_id"); RETURN NULL;',
                        hash="e1458d487f50fc358f7ee6a8315f09f2f25f12a9",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_9a22b",
                        table="events_delegate",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "events_delegatehistory" ("added_at", "arrives_on", "badge_name", "delegation_id", "departs_on", "email", "emergency_name", "emergency_phone", "ended_at", "event_id", "given_names", "hotel", "id", "job_title", "language", "link", "link_mailed_on", "nationality", "offered_until", "organisation", "party", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "photo_consent_at", "position", "registered_at", "registered_by", "salutation", "startup_id", "state", "surname", "user_id") VALUES (NEW."added_at", NEW."arrives_on", NEW."badge_name", NEW."delegation_id", NEW."departs_on", NEW."email", NEW."emergency_name", NEW."emergency_phone", NEW."ended_at", NEW."event_id", NEW."given_names", NEW."hotel", NEW."id", NEW."job_title", NEW."language", NEW."link", NEW."link_mailed_on", NEW."nationality", NEW."offered_until", NEW."organisation", NEW."party", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."photo_consent_at", NEW."position", NEW."registered_at", NEW."registered_by", NEW."salutation", NEW."startup_id", NEW."state", NEW."surname", NEW."user_id"); RETURN NULL;',
                        hash="2eb0ab7ec0768963d4c8052d624c10b4f4e3811b",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_a6979",
                        table="events_delegate",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_delegatehistory" ("added_at", "arrives_on", "badge_name", "delegation_id", "departs_on", "email", "emergency_name", "emergency_phone", "ended_at", "event_id", "given_names", "hotel", "id", "job_title", "language", "link", "link_mailed_on", "nationality", "offered_until", "organisation", "party", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "photo_consent_at", "position", "registered_at", "registered_by", "salutation", "startup_id", "state", "surname", "user_id") VALUES (OLD."added_at", OLD."arrives_on", OLD."badge_name", OLD."delegation_id", OLD."departs_on", OLD."email", OLD."emergency_name", OLD."emergency_phone", OLD."ended_at", OLD."event_id", OLD."given_names", OLD."hotel", OLD."id", OLD."job_title", OLD."language", OLD."link", OLD."link_mailed_on", OLD."nationality", OLD."offered_until", OLD."organisation", OLD."party", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."photo_consent_at", OLD."position", OLD."registered_at", OLD."registered_by", OLD."salutation", OLD."startup_id", OLD."state", OLD."surname", OLD."user_id"); RETURN NULL;',
                        hash="6c72a2f3a0a64b059fced051a69bc0c38a8feb01",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_fdc1a",
                        table="events_delegate",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="DelegateHistory",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="history",
                    to="events.delegate",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
            (
                "event",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            (
                "delegation",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="events.delegation",
                    verbose_name="delegation",
                ),
            ),
            (
                "startup",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            (
                "user",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="account",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("invited", "On the list"),
                        ("registered", "Registered"),
                        ("confirmed", "Confirmed"),
                        ("waiting", "Waiting list"),
                        ("offered", "Place offered"),
                        ("rejected", "Not admitted"),
                        ("declined", "Offer declined"),
                        ("expired", "Offer expired"),
                        ("cancelled", "Cancelled"),
                    ],
                    editable=False,
                    max_length=20,
                    verbose_name="state",
                ),
            ),
            (
                "registered_by",
                models.CharField(
                    choices=[
                        ("delegate", "Delegate"),
                        ("head", "Head of delegation"),
                        ("team", "Event team"),
                        ("portal", "The portal, on a date"),
                    ],
                    editable=False,
                    max_length=20,
                    verbose_name="entered by",
                ),
            ),
            ("position", models.PositiveIntegerField(editable=False, verbose_name="position")),
            (
                "party",
                models.UUIDField(blank=True, editable=False, null=True, verbose_name="group"),
            ),
            (
                "salutation",
                models.CharField(
                    blank=True,
                    choices=[
                        ("", "none"),
                        ("ms", "Ms"),
                        ("mr", "Mr"),
                        ("dr", "Dr"),
                        ("prof", "Prof."),
                    ],
                    max_length=10,
                    verbose_name="salutation",
                ),
            ),
            (
                "given_names",
                models.CharField(
                    help_text="As in the passport.",
                    max_length=120,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="given names",
                ),
            ),
            (
                "surname",
                models.CharField(
                    blank=True,
                    help_text="As in the passport; empty if it names none.",
                    max_length=120,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="surname",
                ),
            ),
            (
                "badge_name",
                models.CharField(
                    blank=True,
                    max_length=80,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="name on the badge",
                ),
            ),
            (
                "job_title",
                models.CharField(
                    blank=True,
                    max_length=120,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="function",
                ),
            ),
            (
                "organisation",
                models.CharField(
                    blank=True,
                    max_length=160,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="organisation",
                ),
            ),
            ("email", models.EmailField(blank=True, max_length=254, verbose_name="email")),
            ("phone", models.CharField(blank=True, max_length=40, verbose_name="mobile")),
            (
                "nationality",
                django_countries.fields.CountryField(
                    blank=True, max_length=2, verbose_name="nationality"
                ),
            ),
            (
                "language",
                models.CharField(
                    choices=[("de", "Deutsch"), ("en", "English")],
                    default="en",
                    max_length=2,
                    verbose_name="language of the mails",
                ),
            ),
            (
                "photo_consent_at",
                models.DateTimeField(
                    editable=False, null=True, verbose_name="photographs agreed to"
                ),
            ),
            (
                "emergency_name",
                models.CharField(
                    blank=True,
                    max_length=120,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="whom to call in an emergency",
                ),
            ),
            (
                "emergency_phone",
                models.CharField(blank=True, max_length=40, verbose_name="their telephone"),
            ),
            ("arrives_on", models.DateField(blank=True, null=True, verbose_name="arrives on")),
            ("departs_on", models.DateField(blank=True, null=True, verbose_name="departs on")),
            ("hotel", models.CharField(blank=True, max_length=160, verbose_name="where they stay")),
            ("link", models.PositiveIntegerField(default=1, editable=False)),
            (
                "link_mailed_on",
                models.DateField(editable=False, null=True, verbose_name="link mailed on"),
            ),
            ("added_at", models.DateTimeField(editable=False, verbose_name="entered")),
            (
                "registered_at",
                models.DateTimeField(editable=False, null=True, verbose_name="registered"),
            ),
            (
                "offered_until",
                models.DateTimeField(editable=False, null=True, verbose_name="place held until"),
            ),
            ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="ended")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="adc2c62d9dbbcb96ecb918ac43e9a906c2d0968f",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_d6f97",
                        table="events_delegatehistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="DelegateStep",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "delegate",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="steps",
                    to="events.delegate",
                    verbose_name="delegate",
                ),
            ),
            ("verb", models.CharField(max_length=40, verbose_name="step")),
            (
                "source",
                models.CharField(
                    blank=True,
                    choices=[
                        ("invited", "On the list"),
                        ("registered", "Registered"),
                        ("confirmed", "Confirmed"),
                        ("waiting", "Waiting list"),
                        ("offered", "Place offered"),
                        ("rejected", "Not admitted"),
                        ("declined", "Offer declined"),
                        ("expired", "Offer expired"),
                        ("cancelled", "Cancelled"),
                    ],
                    max_length=20,
                    verbose_name="from",
                ),
            ),
            (
                "target",
                models.CharField(
                    choices=[
                        ("invited", "On the list"),
                        ("registered", "Registered"),
                        ("confirmed", "Confirmed"),
                        ("waiting", "Waiting list"),
                        ("offered", "Place offered"),
                        ("rejected", "Not admitted"),
                        ("declined", "Offer declined"),
                        ("expired", "Offer expired"),
                        ("cancelled", "Cancelled"),
                    ],
                    max_length=20,
                    verbose_name="to",
                ),
            ),
            (
                "actor",
                models.CharField(
                    choices=[
                        ("delegate", "Delegate"),
                        ("head", "Head of delegation"),
                        ("team", "Event team"),
                        ("portal", "The portal, on a date"),
                    ],
                    max_length=20,
                    verbose_name="as",
                ),
            ),
            (
                "by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="by",
                ),
            ),
            ("at", models.DateTimeField(verbose_name="at")),
        ],
        options={
            "verbose_name": "entry in the record",
            "verbose_name_plural": "record of the delegate",
            "ordering": ["delegate", "id"],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="delegate_step_append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'delegate_step_append_only', MESSAGE = 'delegate_step_append_only: refused by the database';",
                        hash="c2e29414c0457cbc2749cf7e49c65bce7cc99cdc",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_delegate_step_append_only_f3dd6",
                        table="events_delegatestep",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="SessionPlace",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "session",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="taken",
                    to="events.session",
                    verbose_name="session",
                ),
            ),
            (
                "delegate",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="session_places",
                    to="events.delegate",
                    verbose_name="delegate",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[("confirmed", "Confirmed"), ("waiting", "Waiting list")],
                    max_length=20,
                    verbose_name="state",
                ),
            ),
            ("position", models.PositiveIntegerField(verbose_name="position")),
        ],
        options={
            "verbose_name": "place in a session",
            "verbose_name_plural": "places in sessions",
            "ordering": ["session", "position"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("session", "delegate"),
                    name="session_place_once",
                    violation_error_message="This session is chosen already.",
                ),
                models.UniqueConstraint(
                    fields=("session", "position"), name="session_place_position"
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="session_place_left",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="PERFORM 1 FROM events_session WHERE id = NEW.session_id FOR NO KEY UPDATE; IF NEW.state = 'confirmed' AND (\n    SELECT COUNT(*) FROM events_sessionplace AS other\n    WHERE other.session_id = NEW.session_id AND other.id <> NEW.id AND other.state = 'confirmed'\n) >= (SELECT session.places FROM events_session AS session WHERE session.id = NEW.session_id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'session_place_left', MESSAGE = 'session_place_left: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="394279aaac34dbc019b70d64975866c44d361cbe",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_session_place_left_52775",
                        table="events_sessionplace",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="CheckIn",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "delegate",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="check_ins",
                    to="events.delegate",
                    verbose_name="delegate",
                ),
            ),
            ("scan", models.UUIDField(editable=False, unique=True, verbose_name="scan")),
            (
                "outcome",
                models.CharField(
                    choices=[("in", "Checked in"), ("again", "Came again")],
                    editable=False,
                    max_length=10,
                    verbose_name="outcome",
                ),
            ),
            ("at", models.DateTimeField(editable=False, verbose_name="scanned")),
            ("recorded_at", models.DateTimeField(editable=False, verbose_name="recorded")),
            (
                "by",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="by",
                ),
            ),
            (
                "gate",
                models.CharField(
                    blank=True,
                    editable=False,
                    max_length=60,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="where",
                ),
            ),
            ("undone_at", models.DateTimeField(editable=False, null=True, verbose_name="undone")),
            (
                "undone_by",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="by",
                ),
            ),
        ],
        options={
            "verbose_name": "check-in",
            "verbose_name_plural": "check-ins",
            "ordering": ["at", "id"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("outcome", "in"), ("undone_at", None)),
                    fields=("delegate",),
                    name="check_in_once",
                    violation_error_message="This person is checked in already.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("undone_at", None), ("undone_by", None)),
                        models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="check_in_undone_by_somebody",
                    violation_error_message="Whoever undoes a check-in is named.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="check_in_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."delegate_id" IS DISTINCT FROM NEW."delegate_id" OR OLD."scan" IS DISTINCT FROM NEW."scan" OR OLD."at" IS DISTINCT FROM NEW."at" OR OLD."recorded_at" IS DISTINCT FROM NEW."recorded_at" OR OLD."by_id" IS DISTINCT FROM NEW."by_id" OR OLD."gate" IS DISTINCT FROM NEW."gate") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'check_in_kept\', MESSAGE = \'check_in_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="12324043a1f2d1de050be9ebda2569e7a9f2e1aa",
                        operation="UPDATE",
                        pgid="pgtrigger_check_in_kept_74b63",
                        table="events_checkin",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="check_in_becomes_note",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.outcome = 'again' AND NEW.outcome <> 'again' THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'check_in_becomes_note', MESSAGE = 'check_in_becomes_note: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="f8ba2f5f68a5713bc9d3d1794e8aa4733329ca25",
                        operation="UPDATE",
                        pgid="pgtrigger_check_in_becomes_note_e036a",
                        table="events_checkin",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="check_in_undone_once",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD."undone_at" IS NOT NULL AND OLD."undone_at" IS DISTINCT FROM NEW."undone_at") OR (OLD."undone_by_id" IS NOT NULL AND OLD."undone_by_id" IS DISTINCT FROM NEW."undone_by_id") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'check_in_undone_once\', MESSAGE = \'check_in_undone_once: refused by the database\'; END IF; RETURN NEW;',
                        hash="1a0af224d194d302f313df8dada562107de47a48",
                        operation="UPDATE",
                        pgid="pgtrigger_check_in_undone_once_fbe24",
                        table="events_checkin",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="check_in_never_deleted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'check_in_never_deleted', MESSAGE = 'check_in_never_deleted: refused by the database';",
                        hash="837a63797cfcd1e4158ac7315c33a23fb6afa2c4",
                        operation="DELETE",
                        pgid="pgtrigger_check_in_never_deleted_10670",
                        table="events_checkin",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="LetterSetup",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "event",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="letters",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            (
                "prefix",
                models.SlugField(
                    help_text="For example FTF-2024: the letters are FTF-2024-0001 and so on.",
                    max_length=20,
                    unique=True,
                    verbose_name="beginning of the numbers",
                ),
            ),
            ("sender", models.CharField(max_length=160, verbose_name="host on the letterhead")),
            ("address", models.TextField(max_length=400, verbose_name="address of the host")),
            ("place", models.CharField(max_length=80, verbose_name="place of the letter")),
            (
                "purpose_de",
                models.TextField(max_length=1000, verbose_name="purpose of the journey, in German"),
            ),
            (
                "purpose_en",
                models.TextField(
                    max_length=1000, verbose_name="purpose of the journey, in English"
                ),
            ),
            (
                "signatory",
                models.ForeignKey(
                    help_text="A member of the event team.",
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="who approves the letters",
                ),
            ),
            (
                "signatory_line",
                models.CharField(
                    help_text="Function, as in the letter.",
                    max_length=160,
                    verbose_name="below the name",
                ),
            ),
        ],
        options={
            "verbose_name": "set-up of letters",
            "verbose_name_plural": "set-up of letters",
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_lettersetuphistory" ("address", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "prefix", "purpose_de", "purpose_en", "sender", "signatory_id", "signatory_line") VALUES (NEW."address", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."prefix", NEW."purpose_de", NEW."purpose_en", NEW."sender", NEW."signatory_id", NEW."signatory_line"); RETURN NULL;',
                        hash="b31987c3a55dd40f5a44120421f37238934930ac",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_75f6d",
                        table="events_lettersetup",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "events_lettersetuphistory" ("address", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "prefix", "purpose_de", "purpose_en", "sender", "signatory_id", "signatory_line") VALUES (NEW."address", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."prefix", NEW."purpose_de", NEW."purpose_en", NEW."sender", NEW."signatory_id", NEW."signatory_line"); RETURN NULL;',
                        hash="e31e82321c110aacf4504d7e352b6e29a146a1e2",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_5a37d",
                        table="events_lettersetup",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_lettersetuphistory" ("address", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "prefix", "purpose_de", "purpose_en", "sender", "signatory_id", "signatory_line") VALUES (OLD."address", OLD."event_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."prefix", OLD."purpose_de", OLD."purpose_en", OLD."sender", OLD."signatory_id", OLD."signatory_line"); RETURN NULL;',
                        hash="fca20990dadb83c3716051669fb4341b3583ea2d",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_adbc8",
                        table="events_lettersetup",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="LetterSetupHistory",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="history",
                    to="events.lettersetup",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            (
                "event",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            (
                "prefix",
                models.SlugField(
                    db_index=False,
                    help_text="For example FTF-2024: the letters are FTF-2024-0001 and so on.",
                    max_length=20,
                    verbose_name="beginning of the numbers",
                ),
            ),
            ("sender", models.CharField(max_length=160, verbose_name="host on the letterhead")),
            ("address", models.TextField(max_length=400, verbose_name="address of the host")),
            ("place", models.CharField(max_length=80, verbose_name="place of the letter")),
            (
                "purpose_de",
                models.TextField(max_length=1000, verbose_name="purpose of the journey, in German"),
            ),
            (
                "purpose_en",
                models.TextField(
                    max_length=1000, verbose_name="purpose of the journey, in English"
                ),
            ),
            (
                "signatory",
                models.ForeignKey(
                    db_constraint=False,
                    help_text="A member of the event team.",
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="who approves the letters",
                ),
            ),
            (
                "signatory_line",
                models.CharField(
                    help_text="Function, as in the letter.",
                    max_length=160,
                    verbose_name="below the name",
                ),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="95ad6e48e290161c7e22c5d94a4e7290741389db",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_7f938",
                        table="events_lettersetuphistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="InvitationLetter",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "delegate",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="letters",
                    to="events.delegate",
                    verbose_name="delegate",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("asked", "Asked for"),
                        ("approved", "Approved"),
                        ("declined", "Not issued"),
                        ("withdrawn", "Withdrawn"),
                    ],
                    default="asked",
                    editable=False,
                    max_length=20,
                    verbose_name="state",
                ),
            ),
            (
                "number",
                models.CharField(blank=True, editable=False, max_length=40, verbose_name="number"),
            ),
            (
                "code",
                models.CharField(blank=True, editable=False, max_length=20, verbose_name="code"),
            ),
            ("entry_on", models.DateField(verbose_name="entry")),
            ("exit_on", models.DateField(verbose_name="exit")),
            ("function", models.CharField(max_length=120, verbose_name="function")),
            (
                "costs",
                models.CharField(
                    choices=[
                        ("self", "the guest"),
                        ("employer", "the guest’s organisation"),
                        ("host", "the host"),
                    ],
                    max_length=20,
                    verbose_name="who bears the costs",
                ),
            ),
            (
                "lodging",
                models.CharField(
                    choices=[("self", "the guest arranges it"), ("host", "the host arranges it")],
                    max_length=20,
                    verbose_name="accommodation",
                ),
            ),
            (
                "lodging_address",
                models.CharField(
                    blank=True, max_length=200, verbose_name="address of the accommodation"
                ),
            ),
            (
                "head",
                models.JSONField(
                    blank=True, default=dict, editable=False, verbose_name="letterhead"
                ),
            ),
            ("asked_at", models.DateTimeField(editable=False, verbose_name="asked for")),
            (
                "decided_by",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="by",
                ),
            ),
            ("decided_at", models.DateTimeField(editable=False, null=True, verbose_name="decided")),
            (
                "note",
                models.CharField(blank=True, editable=False, max_length=400, verbose_name="reason"),
            ),
            (
                "withdrawn_at",
                models.DateTimeField(editable=False, null=True, verbose_name="withdrawn"),
            ),
        ],
        options={
            "verbose_name": "invitation letter",
            "verbose_name_plural": "invitation letters",
            "ordering": ["-asked_at", "id"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("state__in", ["asked", "approved"])),
                    fields=("delegate",),
                    name="letter_one_at_a_time",
                    violation_error_message="There is a letter for this person already.",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("number", ""), _negated=True),
                    fields=("number",),
                    name="letter_number_once",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("code", ""), _negated=True),
                    fields=("code",),
                    name="letter_code_once",
                ),
                models.CheckConstraint(
                    condition=models.Q(("entry_on__lte", models.F("exit_on"))),
                    name="letter_days",
                    violation_error_message="The exit comes after the entry.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state", "approved"), _negated=True),
                        models.Q(
                            models.Q(("number", ""), _negated=True),
                            models.Q(("code", ""), _negated=True),
                            ("decided_by__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="letter_approved_whole",
                    violation_error_message="An approved letter has a number, a code and a signatory.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="letter_begins_asked",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NEW.state <> 'asked' THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_begins_asked', MESSAGE = 'letter_begins_asked: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="d2f7b6a673d47c7b30dc2a54974067fc67bfb47f",
                        operation="INSERT",
                        pgid="pgtrigger_letter_begins_asked_18e21",
                        table="events_invitationletter",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="letter_step_allowed",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (('approved', 'withdrawn'), ('asked', 'approved'), ('asked', 'declined'), ('asked', 'withdrawn')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_step_allowed', MESSAGE = 'letter_step_allowed: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="cc34d883a0750f2d59213298238a208ec4a135f0",
                        operation="UPDATE",
                        pgid="pgtrigger_letter_step_allowed_76461",
                        table="events_invitationletter",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="letter_kept_as_approved",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.state <> \'asked\') AND (OLD."delegate_id" IS DISTINCT FROM NEW."delegate_id" OR OLD."entry_on" IS DISTINCT FROM NEW."entry_on" OR OLD."exit_on" IS DISTINCT FROM NEW."exit_on" OR OLD."function" IS DISTINCT FROM NEW."function" OR OLD."costs" IS DISTINCT FROM NEW."costs" OR OLD."lodging" IS DISTINCT FROM NEW."lodging" OR OLD."lodging_address" IS DISTINCT FROM NEW."lodging_address" OR OLD."head" IS DISTINCT FROM NEW."head") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'letter_kept_as_approved\', MESSAGE = \'letter_kept_as_approved: refused by the database\'; END IF; RETURN NEW;',
                        hash="3f02a3ae4fa60496236d2a892b491f44a0060f1a",
                        operation="UPDATE",
                        pgid="pgtrigger_letter_kept_as_approved_0d49d",
                        table="events_invitationletter",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="letter_decided_once",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD."decided_by_id" IS NOT NULL AND OLD."decided_by_id" IS DISTINCT FROM NEW."decided_by_id") OR (OLD."decided_at" IS NOT NULL AND OLD."decided_at" IS DISTINCT FROM NEW."decided_at") OR (OLD."withdrawn_at" IS NOT NULL AND OLD."withdrawn_at" IS DISTINCT FROM NEW."withdrawn_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'letter_decided_once\', MESSAGE = \'letter_decided_once: refused by the database\'; END IF; RETURN NEW;',
                        hash="4ca616e28fa7a47d90459108faec67e55d807285",
                        operation="UPDATE",
                        pgid="pgtrigger_letter_decided_once_d9a16",
                        table="events_invitationletter",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_invitationletterhistory" ("asked_at", "code", "costs", "decided_at", "decided_by_id", "delegate_id", "entry_on", "exit_on", "function", "head", "id", "lodging", "lodging_address", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "withdrawn_at") VALUES (NEW."asked_at", NEW."code", NEW."costs", NEW."decided_at", NEW."decided_by_id", NEW."delegate_id", NEW."entry_on", NEW."exit_on", NEW."function", NEW."head", NEW."id", NEW."lodging", NEW."lodging_address", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."withdrawn_at"); RETURN NULL;',
                        hash="15566c69c2265adc12c9b4c8e903baa77d5c99a8",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_8db6b",
                        table="events_invitationletter",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "events_invitationletterhistory" ("asked_at", "code", "costs", "decided_at", "decided_by_id", "delegate_id", "entry_on", "exit_on", "function", "head", "id", "lodging", "lodging_address", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "withdrawn_at") VALUES (NEW."asked_at", NEW."code", NEW."costs", NEW."decided_at", NEW."decided_by_id", NEW."delegate_id", NEW."entry_on", NEW."exit_on", NEW."function", NEW."head", NEW."id", NEW."lodging", NEW."lodging_address", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."withdrawn_at"); RETURN NULL;',
                        hash="34cbad0ca3b8359db27a0b25c44edb26a06e4e0b",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_f9c4d",
                        table="events_invitationletter",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_invitationletterhistory" ("asked_at", "code", "costs", "decided_at", "decided_by_id", "delegate_id", "entry_on", "exit_on", "function", "head", "id", "lodging", "lodging_address", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "withdrawn_at") VALUES (OLD."asked_at", OLD."code", OLD."costs", OLD."decided_at", OLD."decided_by_id", OLD."delegate_id", OLD."entry_on", OLD."exit_on", OLD."function", OLD."head", OLD."id", OLD."lodging", OLD."lodging_address", OLD."note", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."state", OLD."withdrawn_at"); RETURN NULL;',
                        hash="0af649f1b4416e34ba7862d4f2dc27d6c1fac47e",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_7519a",
                        table="events_invitationletter",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="InvitationLetterHistory",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="history",
                    to="events.invitationletter",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
            (
                "delegate",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="events.delegate",
                    verbose_name="delegate",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("asked", "Asked for"),
                        ("approved", "Approved"),
                        ("declined", "Not issued"),
                        ("withdrawn", "Withdrawn"),
                    ],
                    default="asked",
                    editable=False,
                    max_length=20,
                    verbose_name="state",
                ),
            ),
            (
                "number",
                models.CharField(blank=True, editable=False, max_length=40, verbose_name="number"),
            ),
            (
                "code",
                models.CharField(blank=True, editable=False, max_length=20, verbose_name="code"),
            ),
            ("entry_on", models.DateField(verbose_name="entry")),
            ("exit_on", models.DateField(verbose_name="exit")),
            ("function", models.CharField(max_length=120, verbose_name="function")),
            (
                "costs",
                models.CharField(
                    choices=[
                        ("self", "the guest"),
                        ("employer", "the guest’s organisation"),
                        ("host", "the host"),
                    ],
                    max_length=20,
                    verbose_name="who bears the costs",
                ),
            ),
            (
                "lodging",
                models.CharField(
                    choices=[("self", "the guest arranges it"), ("host", "the host arranges it")],
                    max_length=20,
                    verbose_name="accommodation",
                ),
            ),
            (
                "lodging_address",
                models.CharField(
                    blank=True, max_length=200, verbose_name="address of the accommodation"
                ),
            ),
            (
                "head",
                models.JSONField(
                    blank=True, default=dict, editable=False, verbose_name="letterhead"
                ),
            ),
            ("asked_at", models.DateTimeField(editable=False, verbose_name="asked for")),
            (
                "decided_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="by",
                ),
            ),
            ("decided_at", models.DateTimeField(editable=False, null=True, verbose_name="decided")),
            (
                "note",
                models.CharField(blank=True, editable=False, max_length=400, verbose_name="reason"),
            ),
            (
                "withdrawn_at",
                models.DateTimeField(editable=False, null=True, verbose_name="withdrawn"),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="4b88660808ce175ca6f28dd224bcdbf79295510c",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_30327",
                        table="events_invitationletterhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="TravelDocument",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "delegate",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="travel_document",
                    to="events.delegate",
                    verbose_name="delegate",
                ),
            ),
            ("sealed", models.TextField(editable=False)),
            ("changed_at", models.DateTimeField(editable=False, verbose_name="changed")),
        ],
        options={
            "verbose_name": "travel document",
            "verbose_name_plural": "travel documents",
        },
    ),
    migrations.CreateModel(
        name="Mailing",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "event",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="mailings",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("invitation", "Invitation"),
                        ("reminder", "Reminder"),
                        ("practical", "Practical information"),
                        ("thanks", "Thank you"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            (
                "audience",
                models.CharField(
                    choices=[
                        ("invited", "On a list, not registered yet"),
                        ("confirmed", "Confirmed"),
                        ("waiting", "On the waiting list"),
                        ("all", "Everybody who takes part or waits"),
                    ],
                    max_length=20,
                    verbose_name="goes to",
                ),
            ),
            (
                "delegation",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="events.delegation",
                    verbose_name="only of this delegation",
                ),
            ),
            ("subject_de", models.CharField(max_length=120, verbose_name="subject in German")),
            ("subject_en", models.CharField(max_length=120, verbose_name="subject in English")),
            ("text_de", models.TextField(max_length=4000, verbose_name="text in German")),
            ("text_en", models.TextField(max_length=4000, verbose_name="text in English")),
            ("sent_at", models.DateTimeField(editable=False, null=True, verbose_name="sent")),
            (
                "sent_by",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="by",
                ),
            ),
        ],
        options={
            "verbose_name": "mailing",
            "verbose_name_plural": "mailings",
            "ordering": ["-sent_at", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("sent_at__isnull", True), ("sent_by__isnull", True)),
                        models.Q(("sent_at__isnull", False), ("sent_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="mailing_sent_by_somebody",
                    violation_error_message="Somebody sends a mailing.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="mailing_sent_once",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.sent_at IS NOT NULL) AND (OLD."event_id" IS DISTINCT FROM NEW."event_id" OR OLD."kind" IS DISTINCT FROM NEW."kind" OR OLD."audience" IS DISTINCT FROM NEW."audience" OR OLD."delegation_id" IS DISTINCT FROM NEW."delegation_id" OR OLD."subject_de" IS DISTINCT FROM NEW."subject_de" OR OLD."subject_en" IS DISTINCT FROM NEW."subject_en" OR OLD."text_de" IS DISTINCT FROM NEW."text_de" OR OLD."text_en" IS DISTINCT FROM NEW."text_en" OR OLD."sent_at" IS DISTINCT FROM NEW."sent_at" OR OLD."sent_by_id" IS DISTINCT FROM NEW."sent_by_id") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'mailing_sent_once\', MESSAGE = \'mailing_sent_once: refused by the database\'; END IF; RETURN NEW;',
                        hash="d1e06ded74d7251d43aa524ada01e135b679e580",
                        operation="UPDATE",
                        pgid="pgtrigger_mailing_sent_once_1385d",
                        table="events_mailing",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_mailinghistory" ("audience", "delegation_id", "event_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "subject_de", "subject_en", "text_de", "text_en") VALUES (NEW."audience", NEW."delegation_id", NEW."event_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_at", NEW."sent_by_id", NEW."subject_de", NEW."subject_en", NEW."text_de", NEW."text_en"); RETURN NULL;',
                        hash="c7dae3d06c75a5fedcf3f4067d696940c4b4fc9f",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_77b5b",
                        table="events_mailing",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "events_mailinghistory" ("audience", "delegation_id", "event_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "subject_de", "subject_en", "text_de", "text_en") VALUES (NEW."audience", NEW."delegation_id", NEW."event_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_at", NEW."sent_by_id", NEW."subject_de", NEW."subject_en", NEW."text_de", NEW."text_en"); RETURN NULL;',
                        hash="be9435d97876f595e8813b6f5f65f04d2d1a9a1d",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_c1093",
                        table="events_mailing",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_mailinghistory" ("audience", "delegation_id", "event_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "subject_de", "subject_en", "text_de", "text_en") VALUES (OLD."audience", OLD."delegation_id", OLD."event_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sent_at", OLD."sent_by_id", OLD."subject_de", OLD."subject_en", OLD."text_de", OLD."text_en"); RETURN NULL;',
                        hash="8ebe474cc3dfaea52b98a0cd5ed0d85768c177c6",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_33cd5",
                        table="events_mailing",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="MailingHistory",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="history",
                    to="events.mailing",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            (
                "event",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("invitation", "Invitation"),
                        ("reminder", "Reminder"),
                        ("practical", "Practical information"),
                        ("thanks", "Thank you"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            (
                "audience",
                models.CharField(
                    choices=[
                        ("invited", "On a list, not registered yet"),
                        ("confirmed", "Confirmed"),
                        ("waiting", "On the waiting list"),
                        ("all", "Everybody who takes part or waits"),
                    ],
                    max_length=20,
                    verbose_name="goes to",
                ),
            ),
            (
                "delegation",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="events.delegation",
                    verbose_name="only of this delegation",
                ),
            ),
            ("subject_de", models.CharField(max_length=120, verbose_name="subject in German")),
            ("subject_en", models.CharField(max_length=120, verbose_name="subject in English")),
            ("text_de", models.TextField(max_length=4000, verbose_name="text in German")),
            ("text_en", models.TextField(max_length=4000, verbose_name="text in English")),
            ("sent_at", models.DateTimeField(editable=False, null=True, verbose_name="sent")),
            (
                "sent_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="by",
                ),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="0ec44f685059064bae60ab59ea65a1f7db895c6c",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_77772",
                        table="events_mailinghistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="MailingReceipt",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "mailing",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="receipts",
                    to="events.mailing",
                ),
            ),
            (
                "delegate",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="mailings_received",
                    to="events.delegate",
                ),
            ),
        ],
        options={
            "verbose_name": "mail of a mailing",
            "verbose_name_plural": "mails of mailings",
            "constraints": [
                models.UniqueConstraint(
                    fields=("mailing", "delegate"),
                    name="mailing_receipt_once",
                    violation_error_message="This person has got this mail.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="mailing_receipt_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'mailing_receipt_kept', MESSAGE = 'mailing_receipt_kept: refused by the database';",
                        hash="ee04735143f020df042d7b184e8e8008057fb483",
                        operation="UPDATE",
                        pgid="pgtrigger_mailing_receipt_kept_4719d",
                        table="events_mailingreceipt",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Feedback",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "delegate",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="feedback",
                    to="events.delegate",
                ),
            ),
            (
                "rating",
                models.PositiveSmallIntegerField(
                    validators=[
                        django.core.validators.MinValueValidator(1),
                        django.core.validators.MaxValueValidator(5),
                    ],
                    verbose_name="how it was",
                ),
            ),
            ("worked", models.TextField(blank=True, max_length=2000, verbose_name="what was good")),
            (
                "missing",
                models.TextField(blank=True, max_length=2000, verbose_name="what was missing"),
            ),
            ("given_at", models.DateTimeField(editable=False, verbose_name="given")),
        ],
        options={
            "verbose_name": "feedback",
            "verbose_name_plural": "feedback",
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("rating__gte", 1), ("rating__lte", 5)),
                    name="feedback_from_one_to_five",
                    violation_error_message="Choose one of the five answers.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="feedback_of_who_came",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT EXISTS (SELECT 1 FROM events_delegate AS delegate WHERE delegate.id = NEW.delegate_id AND delegate.state = 'confirmed') THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'feedback_of_who_came', MESSAGE = 'feedback_of_who_came: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="f3ed605159e06eebd655787387776598d686507a",
                        operation="INSERT",
                        pgid="pgtrigger_feedback_of_who_came_41eb0",
                        table="events_feedback",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="MeetingSetup",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "event",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="meeting_setup",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            (
                "begins",
                models.TimeField(help_text="On the clocks at the venue.", verbose_name="from"),
            ),
            ("ends", models.TimeField(verbose_name="until")),
            (
                "minutes",
                models.PositiveSmallIntegerField(
                    default=30,
                    validators=[
                        django.core.validators.MinValueValidator(10),
                        django.core.validators.MaxValueValidator(120),
                    ],
                    verbose_name="minutes for a meeting",
                ),
            ),
        ],
        options={
            "verbose_name": "set-up of meetings",
            "verbose_name_plural": "set-up of meetings",
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("begins__lt", models.F("ends"))),
                    name="meeting_setup_hours",
                    violation_error_message="The first hour is before the last one.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("minutes__gte", 10), ("minutes__lte", 120)),
                    name="meeting_setup_minutes",
                    violation_error_message="A meeting takes between 10 and 120 minutes.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_meetingsetuphistory" ("begins", "ends", "event_id", "id", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."begins", NEW."ends", NEW."event_id", NEW."id", NEW."minutes", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                        hash="baedfe52a610ce13776c5b8c6dd708ced1efbda4",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_f9cdb",
                        table="events_meetingsetup",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "events_meetingsetuphistory" ("begins", "ends", "event_id", "id", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."begins", NEW."ends", NEW."event_id", NEW."id", NEW."minutes", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                        hash="8521a55868f2e488df8756e736a619308c319f5e",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_b89cb",
                        table="events_meetingsetup",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_meetingsetuphistory" ("begins", "ends", "event_id", "id", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."begins", OLD."ends", OLD."event_id", OLD."id", OLD."minutes", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                        hash="307b5f55676c99053c725537cea55ab1a3631f5f",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_f1943",
                        table="events_meetingsetup",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="MeetingSetupHistory",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="history",
                    to="events.meetingsetup",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            (
                "event",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            (
                "begins",
                models.TimeField(help_text="On the clocks at the venue.", verbose_name="from"),
            ),
            ("ends", models.TimeField(verbose_name="until")),
            (
                "minutes",
                models.PositiveSmallIntegerField(
                    default=30,
                    validators=[
                        django.core.validators.MinValueValidator(10),
                        django.core.validators.MaxValueValidator(120),
                    ],
                    verbose_name="minutes for a meeting",
                ),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="a95f86b9baf42a0125ed21a1d59a0050201a2c7e",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_59f74",
                        table="events_meetingsetuphistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="MeetingTable",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "event",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="meeting_tables",
                    to="events.event",
                ),
            ),
            (
                "name",
                models.CharField(
                    max_length=60,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="name",
                ),
            ),
            ("position", models.PositiveSmallIntegerField()),
        ],
        options={
            "verbose_name": "table",
            "verbose_name_plural": "tables",
            "ordering": ["position", "id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("event", "name"),
                    name="meeting_table_once",
                    violation_error_message="Two tables have the same name.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="MeetingProfile",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "delegate",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="meeting_profile",
                    to="events.delegate",
                ),
            ),
            (
                "is_open",
                models.BooleanField(default=False, verbose_name="others may ask me for a meeting"),
            ),
            (
                "looking_for",
                models.CharField(
                    blank=True,
                    max_length=200,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                        )
                    ],
                    verbose_name="what I look for",
                ),
            ),
        ],
        options={
            "verbose_name": "wish for meetings",
            "verbose_name_plural": "wishes for meetings",
        },
    ),
    migrations.CreateModel(
        name="Availability",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "delegate",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="availabilities",
                    to="events.delegate",
                ),
            ),
            ("starts_at", models.DateTimeField(verbose_name="from")),
            ("ends_at", models.DateTimeField(verbose_name="until")),
        ],
        options={
            "verbose_name": "time for meetings",
            "verbose_name_plural": "times for meetings",
            "ordering": ["starts_at", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("starts_at__lt", models.F("ends_at"))),
                    name="availability_starts_before_it_ends",
                    violation_error_message="A time begins before it ends.",
                ),
                django.contrib.postgres.constraints.ExclusionConstraint(
                    expressions=[
                        ("delegate", "="),
                        (
                            models.Func(
                                models.F("starts_at"),
                                models.F("ends_at"),
                                function="TSTZRANGE",
                                output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField(),
                            ),
                            "&&",
                        ),
                    ],
                    name="availability_said_once",
                    violation_error_message="Two of these times overlap.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="availability_at_event",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT EXISTS (\n    SELECT 1 FROM events_event AS event WHERE event.id = (SELECT delegate.event_id FROM events_delegate AS delegate WHERE delegate.id = NEW.delegate_id)\n    AND event.starts_at <= NEW.starts_at AND NEW.ends_at <= event.ends_at\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'availability_at_event', MESSAGE = 'availability_at_event: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="69621065607163c462eaf9112cd5ba5962fac3ec",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_availability_at_event_aa103",
                        table="events_availability",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Meeting",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "event",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="meetings",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            (
                "asked_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="meetings_asked_for",
                    to="events.delegate",
                    verbose_name="asked by",
                ),
            ),
            (
                "asked",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="meetings_asked_of",
                    to="events.delegate",
                    verbose_name="asked",
                ),
            ),
            ("starts_at", models.DateTimeField(verbose_name="starts")),
            ("ends_at", models.DateTimeField(verbose_name="ends")),
            (
                "table",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="meetings",
                    to="events.meetingtable",
                    verbose_name="table",
                ),
            ),
            ("purpose", models.CharField(max_length=300, verbose_name="what it is about")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("asked", "Asked for"),
                        ("accepted", "Arranged"),
                        ("declined", "Declined"),
                        ("withdrawn", "Taken back"),
                        ("cancelled", "Cancelled"),
                        ("expired", "Not answered"),
                    ],
                    default="asked",
                    max_length=20,
                    verbose_name="state",
                ),
            ),
            (
                "arranged_by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="arranged by",
                ),
            ),
            ("asked_at", models.DateTimeField(editable=False, verbose_name="asked on")),
            ("sequence", models.PositiveIntegerField(default=0, editable=False)),
            ("changed_at", models.DateTimeField(editable=False, verbose_name="changed")),
            (
                "outcome_of_asking",
                models.CharField(
                    blank=True,
                    choices=[
                        ("contact", "We stay in touch"),
                        ("project", "We plan a project"),
                        ("deal", "We have agreed on something"),
                        ("nothing", "Nothing, for now"),
                        ("missed", "It did not take place"),
                    ],
                    max_length=20,
                    verbose_name="what came of it, says who asked",
                ),
            ),
            (
                "outcome_of_asked",
                models.CharField(
                    blank=True,
                    choices=[
                        ("contact", "We stay in touch"),
                        ("project", "We plan a project"),
                        ("deal", "We have agreed on something"),
                        ("nothing", "Nothing, for now"),
                        ("missed", "It did not take place"),
                    ],
                    max_length=20,
                    verbose_name="what came of it, says who was asked",
                ),
            ),
        ],
        options={
            "verbose_name": "meeting",
            "verbose_name_plural": "meetings",
            "ordering": ["starts_at", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("asked_by", models.F("asked")), _negated=True),
                    name="meeting_of_two",
                    violation_error_message="Nobody meets themselves.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("starts_at__lt", models.F("ends_at"))),
                    name="meeting_starts_before_it_ends",
                    violation_error_message="A meeting starts before it ends.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state", "accepted"), _negated=True),
                        ("table__isnull", False),
                        _connector="OR",
                    ),
                    name="meeting_has_its_table",
                    violation_error_message="A meeting has a table.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("state", "accepted"),
                        models.Q(("outcome_of_asked", ""), ("outcome_of_asking", "")),
                        _connector="OR",
                    ),
                    name="meeting_outcome_of_what_was_agreed",
                    violation_error_message="Only a meeting that was agreed has an outcome.",
                ),
                models.UniqueConstraint(
                    django.db.models.functions.comparison.Least("asked_by", "asked"),
                    django.db.models.functions.comparison.Greatest("asked_by", "asked"),
                    condition=models.Q(("state__in", ["accepted", "asked"])),
                    name="meeting_open_once",
                    violation_error_message="There is a meeting or a request between the two of you already.",
                ),
                django.contrib.postgres.constraints.ExclusionConstraint(
                    condition=models.Q(("state", "accepted")),
                    expressions=[
                        ("table", "="),
                        (
                            models.Func(
                                models.F("starts_at"),
                                models.F("ends_at"),
                                function="TSTZRANGE",
                                output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField(),
                            ),
                            "&&",
                        ),
                    ],
                    name="meeting_table_taken",
                    violation_error_message="This table is taken at this time.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="meeting_begins",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT (NEW.state = 'asked' OR (NEW.state = 'accepted' AND NEW.arranged_by_id IS NOT NULL)) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_begins', MESSAGE = 'meeting_begins: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="58f801e8d4f1050960e2e8031c1a8bbad353961d",
                        operation="INSERT",
                        pgid="pgtrigger_meeting_begins_174fe",
                        table="events_meeting",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="meeting_step",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (('accepted', 'cancelled'), ('asked', 'accepted'), ('asked', 'cancelled'), ('asked', 'declined'), ('asked', 'expired'), ('asked', 'withdrawn')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_step', MESSAGE = 'meeting_step: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="15302199004c04b44e8de314d6fda69b07d9a6d1",
                        operation="UPDATE",
                        pgid="pgtrigger_meeting_step_a9816",
                        table="events_meeting",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="meeting_at_event",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT EXISTS (\n    SELECT 1 FROM events_event AS event WHERE event.id = NEW.event_id\n    AND event.starts_at <= NEW.starts_at AND NEW.ends_at <= event.ends_at\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_at_event', MESSAGE = 'meeting_at_event: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="b4487560d348fb8734352cfeab1637f343daf67f",
                        operation="INSERT",
                        pgid="pgtrigger_meeting_at_event_d6434",
                        table="events_meeting",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="meeting_of_its_event",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF (TG_OP = 'INSERT' OR (NEW.state = 'accepted' AND OLD.state <> 'accepted')) AND ((\n    SELECT COUNT(*) FROM events_delegate AS delegate\n    WHERE delegate.id IN (NEW.asked_by_id, NEW.asked_id)\n    AND delegate.event_id = NEW.event_id AND delegate.state = 'confirmed'\n) < 2 OR (NEW.table_id IS NOT NULL AND NOT EXISTS (\n    SELECT 1 FROM events_meetingtable AS place\n    WHERE place.id = NEW.table_id AND place.event_id = NEW.event_id\n))) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_of_its_event', MESSAGE = 'meeting_of_its_event: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="f19684ca7ec4ea3a25f807c547eea3372b22bf25",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_meeting_of_its_event_e4b45",
                        table="events_meeting",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="meeting_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."event_id" IS DISTINCT FROM NEW."event_id" OR OLD."asked_by_id" IS DISTINCT FROM NEW."asked_by_id" OR OLD."asked_id" IS DISTINCT FROM NEW."asked_id" OR OLD."starts_at" IS DISTINCT FROM NEW."starts_at" OR OLD."ends_at" IS DISTINCT FROM NEW."ends_at" OR OLD."arranged_by_id" IS DISTINCT FROM NEW."arranged_by_id") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'meeting_kept\', MESSAGE = \'meeting_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="1e9d9e24aea032987c29c57d98b4b6f3d1469314",
                        operation="UPDATE",
                        pgid="pgtrigger_meeting_kept_26cb4",
                        table="events_meeting",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="meeting_table_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="IF (OLD.table_id IS NOT NULL) AND (OLD.\"table_id\" IS DISTINCT FROM NEW.\"table_id\") THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_table_kept', MESSAGE = 'meeting_table_kept: refused by the database'; END IF; RETURN NEW;",
                        hash="5e496fc6e4e1bb9e05cef8eaa649be9bdd4157b3",
                        operation="UPDATE",
                        pgid="pgtrigger_meeting_table_kept_91d1f",
                        table="events_meeting",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="meeting_seats_both",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="\nIF TG_OP = 'UPDATE' AND OLD.state = NEW.state THEN RETURN NULL; END IF;\nDELETE FROM events_meetingseat WHERE meeting_id = NEW.id;\nIF NEW.state = 'accepted' THEN\n    INSERT INTO events_meetingseat (meeting_id, delegate_id, starts_at, ends_at) VALUES\n    (NEW.id, NEW.asked_by_id, NEW.starts_at, NEW.ends_at),\n    (NEW.id, NEW.asked_id, NEW.starts_at, NEW.ends_at);\nEND IF;\nRETURN NULL;\n",
                        hash="dc9aa3c6e220e642aa98c92127bd517d839ebc8c",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_meeting_seats_both_a1ea7",
                        table="events_meeting",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_meetinghistory" ("arranged_by_id", "asked_at", "asked_by_id", "asked_id", "changed_at", "ends_at", "event_id", "id", "outcome_of_asked", "outcome_of_asking", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sequence", "starts_at", "state", "table_id") VALUES (NEW."arranged_by_id", NEW."asked_at", NEW."asked_by_id", NEW."asked_id", NEW."changed_at", NEW."ends_at", NEW."event_id", NEW."id", NEW."outcome_of_asked", NEW."outcome_of_asking", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."sequence", NEW."starts_at", NEW."state", NEW."table_id"); RETURN NULL;',
                        hash="7dec6d61423447e818743cb747f503e0f607b255",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_3992c",
                        table="events_meeting",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "events_meetinghistory" ("arranged_by_id", "asked_at", "asked_by_id", "asked_id", "changed_at", "ends_at", "event_id", "id", "outcome_of_asked", "outcome_of_asking", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sequence", "starts_at", "state", "table_id") VALUES (NEW."arranged_by_id", NEW."asked_at", NEW."asked_by_id", NEW."asked_id", NEW."changed_at", NEW."ends_at", NEW."event_id", NEW."id", NEW."outcome_of_asked", NEW."outcome_of_asking", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."sequence", NEW."starts_at", NEW."state", NEW."table_id"); RETURN NULL;',
                        hash="cf9fc74dd87f177fb246de32b0269b4b1f51487f",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_c2417",
                        table="events_meeting",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "events_meetinghistory" ("arranged_by_id", "asked_at", "asked_by_id", "asked_id", "changed_at", "ends_at", "event_id", "id", "outcome_of_asked", "outcome_of_asking", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sequence", "starts_at", "state", "table_id") VALUES (OLD."arranged_by_id", OLD."asked_at", OLD."asked_by_id", OLD."asked_id", OLD."changed_at", OLD."ends_at", OLD."event_id", OLD."id", OLD."outcome_of_asked", OLD."outcome_of_asking", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose", OLD."sequence", OLD."starts_at", OLD."state", OLD."table_id"); RETURN NULL;',
                        hash="8493668402a0c637af1564f4dab25c60d3e54cf1",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_327bd",
                        table="events_meeting",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="MeetingHistory",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="history",
                    to="events.meeting",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
            (
                "event",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            (
                "asked_by",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="events.delegate",
                    verbose_name="asked by",
                ),
            ),
            (
                "asked",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="events.delegate",
                    verbose_name="asked",
                ),
            ),
            ("starts_at", models.DateTimeField(verbose_name="starts")),
            ("ends_at", models.DateTimeField(verbose_name="ends")),
            (
                "table",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="events.meetingtable",
                    verbose_name="table",
                ),
            ),
            ("purpose", models.CharField(max_length=300, verbose_name="what it is about")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("asked", "Asked for"),
                        ("accepted", "Arranged"),
                        ("declined", "Declined"),
                        ("withdrawn", "Taken back"),
                        ("cancelled", "Cancelled"),
                        ("expired", "Not answered"),
                    ],
                    default="asked",
                    max_length=20,
                    verbose_name="state",
                ),
            ),
            (
                "arranged_by",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="arranged by",
                ),
            ),
            ("asked_at", models.DateTimeField(editable=False, verbose_name="asked on")),
            ("sequence", models.PositiveIntegerField(default=0, editable=False)),
            ("changed_at", models.DateTimeField(editable=False, verbose_name="changed")),
            (
                "outcome_of_asking",
                models.CharField(
                    blank=True,
                    choices=[
                        ("contact", "We stay in touch"),
                        ("project", "We plan a project"),
                        ("deal", "We have agreed on something"),
                        ("nothing", "Nothing, for now"),
                        ("missed", "It did not take place"),
                    ],
                    max_length=20,
                    verbose_name="what came of it, says who asked",
                ),
            ),
            (
                "outcome_of_asked",
                models.CharField(
                    blank=True,
                    choices=[
                        ("contact", "We stay in touch"),
                        ("project", "We plan a project"),
                        ("deal", "We have agreed on something"),
                        ("nothing", "Nothing, for now"),
                        ("missed", "It did not take place"),
                    ],
                    max_length=20,
                    verbose_name="what came of it, says who was asked",
                ),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="0d81e687f489b464a7b5cbc911d3570b9d871139",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_bbfeb",
                        table="events_meetinghistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="MeetingSeat",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="seats",
                    to="events.meeting",
                ),
            ),
            (
                "delegate",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="meeting_seats",
                    to="events.delegate",
                ),
            ),
            ("starts_at", models.DateTimeField()),
            ("ends_at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "seat at a meeting",
            "verbose_name_plural": "seats at meetings",
            "constraints": [
                django.contrib.postgres.constraints.ExclusionConstraint(
                    expressions=[
                        ("delegate", "="),
                        (
                            models.Func(
                                models.F("starts_at"),
                                models.F("ends_at"),
                                function="TSTZRANGE",
                                output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField(),
                            ),
                            "&&",
                        ),
                    ],
                    name="meeting_person_taken",
                    violation_error_message="One of the two has another meeting at this time.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="meeting_seat_of_its_meeting",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT EXISTS (SELECT 1 FROM events_meeting AS meeting\n    WHERE meeting.state = 'accepted' AND meeting.id =  NEW.meeting_id AND NEW.delegate_id IN (meeting.asked_by_id, meeting.asked_id) AND (NEW.starts_at, NEW.ends_at) = (meeting.starts_at, meeting.ends_at)) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_seat_of_its_meeting', MESSAGE = 'meeting_seat_of_its_meeting: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="2ce0b94b343eddccb97f171d9896af41d290aa6d",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_meeting_seat_of_its_meeting_313f3",
                        table="events_meetingseat",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="meeting_seat_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF EXISTS (SELECT 1 FROM events_meeting AS meeting\n    WHERE meeting.state = 'accepted' AND meeting.id =  OLD.meeting_id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_seat_kept', MESSAGE = 'meeting_seat_kept: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="21a3484398276db668360100e6ce677f8b577285",
                        operation="DELETE",
                        pgid="pgtrigger_meeting_seat_kept_5dde3",
                        table="events_meetingseat",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Needs",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "delegate",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="needs",
                    to="events.delegate",
                    verbose_name="delegate",
                ),
            ),
            ("diet", models.CharField(blank=True, max_length=200, verbose_name="food and drink")),
            ("access", models.CharField(blank=True, max_length=400, verbose_name="access")),
            (
                "consent_version",
                models.CharField(editable=False, max_length=20, verbose_name="consent"),
            ),
            ("consented_at", models.DateTimeField(editable=False, verbose_name="consented")),
        ],
        options={
            "verbose_name": "needs",
            "verbose_name_plural": "needs",
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("access", ""), ("diet", ""), _negated=True),
                    name="needs_say_something",
                    violation_error_message="Say what you need, or leave it out.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="EventQuestion",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "event",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="questions",
                    to="events.event",
                    verbose_name="event",
                ),
            ),
            ("position", models.PositiveSmallIntegerField(default=1, verbose_name="position")),
            ("label_de", models.CharField(max_length=200, verbose_name="question in German")),
            ("label_en", models.CharField(max_length=200, verbose_name="question in English")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("text", "words"),
                        ("yes_no", "yes or no"),
                        ("choice", "one of several"),
                    ],
                    max_length=10,
                    verbose_name="kind of answer",
                ),
            ),
            (
                "options_de",
                models.TextField(
                    blank=True,
                    help_text="One in a line, in the same order in both languages.",
                    max_length=1000,
                    verbose_name="answers to choose from, in German",
                ),
            ),
            (
                "options_en",
                models.TextField(
                    blank=True, max_length=1000, verbose_name="answers to choose from, in English"
                ),
            ),
            ("is_required", models.BooleanField(default=False, verbose_name="must be answered")),
            (
                "is_asked",
                models.BooleanField(
                    default=True,
                    help_text="Without it the answers stay and nobody is asked.",
                    verbose_name="asked",
                ),
            ),
        ],
        options={
            "verbose_name": "question to delegates",
            "verbose_name_plural": "questions to delegates",
            "ordering": ["position", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("kind", "choice"), _negated=True),
                        models.Q(
                            models.Q(("options_de", ""), _negated=True),
                            models.Q(("options_en", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="event_question_has_options",
                    violation_error_message="Enter the answers to choose from, in both languages.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="DelegateAnswer",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "delegate",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="answers",
                    to="events.delegate",
                    verbose_name="delegate",
                ),
            ),
            (
                "question",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="answers",
                    to="events.eventquestion",
                    verbose_name="question",
                ),
            ),
            ("value", models.TextField(max_length=1000, verbose_name="answer")),
        ],
        options={
            "verbose_name": "answer of a delegate",
            "verbose_name_plural": "answers of delegates",
            "ordering": ["question", "id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("delegate", "question"),
                    name="delegate_answer_once",
                    violation_error_message="This has been answered.",
                )
            ],
        },
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("events", "0002_delegations"),
        ("events", "0003_link_mailed_on"),
        ("events", "0004_calendar_entries"),
        ("events", "0005_letters"),
        ("events", "0006_check_ins"),
        ("events", "0007_mailings"),
        ("events", "0008_meetings"),
        ("events", "0009_questions"),
        ("events", "0010_words_of_mailings"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("startups", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        BtreeGistExtension(),
        CreateTables(MODELS),
    ]
