"""People: everybody who signs in, founders and staff alike."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import CASE_ROLES, Language, Role
from corridor.mail.addresses import is_plain

one_line = RegexValidator(r"^[^\x00-\x1f\x7f]*$", _("Write the name in one line."))


class UserQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Everybody for the roles that may see people; else a person sees only themselves."""
        if user.has_perm("accounts.view_user"):
            return self
        return self.filter(pk=user.pk)

    def with_role(self, role):
        return self.filter(groups__name=role)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    use_in_migrations = False

    def create_user(self, email, password=None, **fields):
        """A person; without a password they sign in by code alone."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    @classmethod
    def normalize_email(cls, email):
        """The whole address in lower case: one address is one account."""
        return (email or "").strip().lower()


class User(AbstractBaseUser, PermissionsMixin):
    """One person, known by one email address.

    Rights come from roles (groups) alone. `is_staff` follows from having one; raising `session_generation` ends
    every session of the person at once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("Email address"))
    # One free field: names may lack a surname, be one word, or be written in any script.
    name = models.CharField(_("Name"), max_length=200, validators=[one_line])
    language = models.CharField(
        _("Language"), max_length=2, choices=Language.choices, default=Language.EN
    )
    is_staff = models.BooleanField(_("Member of staff"), default=False, editable=False)
    is_active = models.BooleanField(_("May sign in"), default=True)
    session_generation = models.PositiveIntegerField(default=0, editable=False)
    date_joined = models.DateTimeField(_("Account since"), auto_now_add=True)
    user_permissions = None

    objects = UserManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["email"]
        constraints = [
            UniqueConstraint(
                fields=["email"],
                name="user_email_unique",
                violation_error_message=_("There is an account with this email address already."),
            ),
            CheckConstraint(
                condition=Q(email=Lower("email")),
                name="user_email_lower_case",
                violation_error_message=_("Write the email address in lower case."),
            ),
            is_plain("email", "user_email_plain"),
        ]

    def __str__(self):
        return self.name or self.email

    def clean(self):
        self.email = type(self).objects.normalize_email(self.email)

    def get_full_name(self):
        return str(self)

    get_short_name = get_full_name

    @cached_property
    def roles(self):
        """The person's roles; a superuser counts as administrator and as nothing else.

        Whoever works on cases audits none: beside a role of an authority that of the auditor counts for nothing.
        """
        names = set(self.groups.values_list("name", flat=True))
        if self.is_superuser:
            names.add(Role.ADMINISTRATOR)
        if names & CASE_ROLES:
            names.discard(Role.AUDITOR)
        return frozenset(Role(name) for name in names & set(Role.values))

    def has_role(self, *roles):
        """Whether the person holds one of the roles."""
        return self.is_active and not self.roles.isdisjoint(roles)

    def has_perm(self, perm, obj=None):
        """Ask the roles, also for a superuser: there is no shortcut."""
        return self.is_active and perm in self.get_all_permissions(obj)

    def has_module_perms(self, app_label):
        return self.is_active and any(
            perm.startswith(f"{app_label}.") for perm in self.get_all_permissions()
        )

    def forget_roles(self):
        """Drop what this object remembers of its roles and rights."""
        for name in ("roles", "_perm_cache"):
            self.__dict__.pop(name, None)

    def _get_session_auth_hash(self, secret=None):
        # Django calls this for the present and for retired secret keys.
        return salted_hmac(
            "corridor.accounts.models.User.session",
            f"{self.password}/{self.session_generation}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()
