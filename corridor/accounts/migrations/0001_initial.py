import uuid

import django.core.validators
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("accounts", "0002_plain_address")]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="Email address")),
                (
                    "name",
                    models.CharField(
                        max_length=200,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[^\\x00-\\x1f\\x7f]*$", "Write the name in one line."
                            )
                        ],
                        verbose_name="Name",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("de", "Deutsch"), ("en", "English")],
                        default="en",
                        max_length=2,
                        verbose_name="Language",
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="Member of staff"
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="May sign in")),
                ("session_generation", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "date_joined",
                    models.DateTimeField(auto_now_add=True, verbose_name="Account since"),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "ordering": ["email"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("email",),
                        name="user_email_unique",
                        violation_error_message="There is an account with this email address already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("email", django.db.models.functions.text.Lower("email"))
                        ),
                        name="user_email_lower_case",
                        violation_error_message="Write the email address in lower case.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("email", ""),
                            ("email__regex", "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^@\\s,;\\\"<>]+$"),
                            _connector="OR",
                        ),
                        name="user_email_plain",
                        violation_error_message="Write the email address without quotation marks, spaces and commas.",
                    ),
                ],
            },
        ),
    ]
