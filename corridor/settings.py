"""All settings, read from the environment; docs/operating.md explains each variable.

A missing or malformed variable stops the start with a message that names it and shows an example.
"""

import os
import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import environ
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from django.utils.dateparse import parse_duration

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

LOOPBACK = {"localhost", "127.0.0.1", "::1", "[::1]", ""}
SWITCH = {"": False, "0": False, "false": False, "no": False, "1": True, "true": True, "yes": True}


def setting(name, read, example, **default):
    """Read one variable with `read`; raise ImproperlyConfigured with an example when it is missing or bad."""
    try:
        return read(name, **default)
    except (ImproperlyConfigured, ValueError, TypeError) as error:
        raise ImproperlyConfigured(
            f"The environment variable {name} is missing or not usable. Example: {name}={example}"
        ) from error


def read_switch(name, **default):
    text = env.str(name, **default).lower()
    if text not in SWITCH:
        raise ValueError(name)
    return SWITCH[text]


def read_text(name, **default):
    text = env.str(name, **default).strip()
    if not text:
        raise ValueError(name)
    return text


def read_duration(name, default=None):
    text = env.str(name, default="PT0S" if default is None else default)
    duration = parse_duration(text)
    if duration is None:
        raise ValueError(name)
    return duration


def read_address(name, **default):
    address = env.str(name, **default).rstrip("/")
    if urlsplit(address).scheme not in {"http", "https"} or not urlsplit(address).hostname:
        raise ValueError(name)
    return address


def read_key(name, **default):
    key = env.str(name, **default)
    if len(key) < 50:
        raise ValueError(name)
    return key


def read_field_keys(name, **default):
    keys = env.list(name, **default)
    if not keys:
        raise ValueError(name)
    for key in keys:
        Fernet(key)
    return keys


# --- What kind of start this is ---------------------------------------------------------------------------
DEMO = setting("CORRIDOR_DEMO", read_switch, "1", default="")
TESTING = setting("CORRIDOR_TEST", read_switch, "1", default="")
DEVELOPING = setting("CORRIDOR_DEV", read_switch, "1", default="") and (DEMO or TESTING)
RELAXED = DEMO or TESTING
DEBUG = DEVELOPING

only_relaxed = lambda value: {"default": value} if RELAXED else {}  # noqa: E731

SECRET_KEY = setting(
    "SECRET_KEY",
    read_key,
    "$(python -c 'import secrets; print(secrets.token_urlsafe(60))')",
    **only_relaxed("demo-and-test-key-that-guards-nothing-real-and-never-leaves-localhost"),
)
# Seal passport data, the current one first; see corridor/privacy/sealed.py.
FIELD_KEYS = setting(
    "FIELD_KEYS",
    read_field_keys,
    "$(python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())')",
    **only_relaxed(["ZGVtby1hbmQtdGVzdC1rZXktdGhhdC1zZWFscy1ub3Q="]),
)
BASE_URL = setting(
    "BASE_URL", read_address, "https://corridor.example", **only_relaxed("http://localhost:8000")
)
ALLOWED_HOSTS = setting(
    "ALLOWED_HOSTS",
    env.list,
    "corridor.example",
    default=["localhost", "127.0.0.1", "[::1]"] if RELAXED else [urlsplit(BASE_URL).hostname],
)
CSRF_TRUSTED_ORIGINS = [BASE_URL]
VAR_DIR = Path(setting("VAR_DIR", env.str, "/var/lib/corridor", default=str(BASE_DIR / "var")))

# While this file is there, visitors read that the portal is being worked on; see corridor/maintenance.py.
MAINTENANCE_FILE = VAR_DIR / "maintenance"

# Business time; see corridor/clock.py.
CORRIDOR_CLOCK_OFFSET: timedelta = setting("CORRIDOR_CLOCK_OFFSET", read_duration, "-P30D")

# --- Database ---------------------------------------------------------------------------------------------
if env.str("DATABASE_URL", default="") or not RELAXED:
    database = setting(
        "DATABASE_URL", env.db_url, "postgres://corridor:secret@db.example:5432/corridor"
    )
else:
    from corridor import postgres

    database = env.db_url_config(postgres.url("test" if TESTING else "demo"))
if "postgresql" not in database.get("ENGINE", ""):
    raise ImproperlyConfigured(
        "DATABASE_URL must name a PostgreSQL server. "
        "Example: DATABASE_URL=postgres://corridor:secret@db.example:5432/corridor"
    )
DATABASES = {
    "default": {
        **database,
        # A test's database can only go when no server thread holds on to it.
        "CONN_MAX_AGE": setting("DATABASE_MAX_AGE", env.int, "60", default=0 if TESTING else 60),
        "CONN_HEALTH_CHECKS": True,
        "TEST": {"NAME": env.str("CORRIDOR_TEST_DB", default="test_corridor")},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if DEMO:
    places = {**database, **database.get("OPTIONS", {})}  # `?host=` in the address is an option
    hosts = {str(places.get(key) or "").lower() for key in ("HOST", "host", "hostaddr")}
    hosts |= {os.environ.get(name, "") for name in ("PGHOST", "PGHOSTADDR")}
    elsewhere = [host for host in hosts if host not in LOOPBACK and not host.startswith("/")]
    if elsewhere or "service" in places or os.environ.get("PGSERVICE"):
        raise ImproperlyConfigured(
            "CORRIDOR_DEMO=1 is refused with a database on another machine. "
            "Unset CORRIDOR_DEMO, or use DATABASE_URL=postgres://corridor@localhost/corridor"
        )
if RELAXED and not {urlsplit(BASE_URL).hostname, *ALLOWED_HOSTS} <= LOOPBACK:
    raise ImproperlyConfigured(
        f"{'CORRIDOR_DEMO' if DEMO else 'CORRIDOR_TEST'}=1 serves localhost only. "
        "Unset it, or use BASE_URL=http://localhost:8000"
    )

# --- Applications -----------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "corridor.apps.CorridorConfig",
    "corridor.accounts",
    "corridor.content",
    "corridor.documents",
    "corridor.mail",
    "startups",
    "welcome",
    "events",
    "corridor.apps.BackOfficeConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_countries",
    "django_filters",
    "django_htmx",
    "pghistory",
    "pgtrigger",
    "post_office",
]
MIDDLEWARE = [
    "corridor.open_data.middleware.AnyOriginMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corridor.compression.CompressionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "corridor.maintenance.MaintenanceMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "corridor.accounts.middleware.PreferredLanguageMiddleware",
    "corridor.accounts.middleware.PrivateMiddleware",
    "corridor.accounts.middleware.SecondFactorMiddleware",
]
if DEVELOPING:
    INSTALLED_APPS.append("debug_toolbar")
    MIDDLEWARE.insert(0, "debug_toolbar.middleware.DebugToolbarMiddleware")
    INTERNAL_IPS = ["127.0.0.1"]
ROOT_URLCONF = "corridor.urls"
WSGI_APPLICATION = "corridor.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "corridor.context.portal",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
FORM_RENDERER = "corridor.forms.Renderer"

# --- Languages and time -----------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["corridor.formats"]
USE_THOUSAND_SEPARATOR = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Europe/Berlin"
USE_TZ = True

# --- People -----------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["corridor.accounts.backends.RoleBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
if TESTING:  # the tests sign in hundreds of times
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *PASSWORD_HASHERS]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name", "email"]},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
STAFF_SECOND_FACTOR = not DEMO
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account"
LOGOUT_REDIRECT_URL = "home"
CODE_LIFETIME = 15 * 60  # seconds; WCAG 2.2.1 asks for time to find the mail
ACCOUNT_ADAPTER = "corridor.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "add_email": "corridor.accounts.forms.ChangeEmailForm",
    "change_password": "corridor.accounts.forms.ChangePasswordForm",
    "confirm_email_verification_code": "corridor.accounts.forms.ConfirmEmailForm",
    "confirm_login_code": "corridor.accounts.forms.ConfirmLoginForm",
    "confirm_password_reset_code": "corridor.accounts.forms.ConfirmPasswordResetForm",
    "login": "corridor.accounts.forms.LoginForm",
    "reauthenticate": "corridor.accounts.forms.ReauthenticateForm",
    "request_login_code": "corridor.accounts.forms.RequestCodeForm",
    "reset_password": "corridor.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "corridor.accounts.forms.NewPasswordForm",
    "set_password": "corridor.accounts.forms.SetPasswordForm",
    "signup": "corridor.accounts.forms.SignUpForm",
}
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = CODE_LIFETIME
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = CODE_LIFETIME
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = CODE_LIFETIME
ACCOUNT_PREVENT_ENUMERATION = True
# Beside allauth's own: reports of barriers, readers of open data and questions how a case stands from one network
# address, acknowledgements and answers to one email address, CVs of one person; links to a registration, asked for from
# one network address or for one email address, registrations with a delegation's open link, and mail of a
# delegation's head to its people and to the event team.
ACCOUNT_RATE_LIMITS = {
    "report_barrier": "5/h/ip",
    "open_data": "120/m/ip",
    "acknowledge_barrier": "3/d/key",
    "send_interest": "20/d/user",
    "ask_status": "10/h/ip",
    "ask_status_email": "5/h/key",
    "proof_code": "5/h/key",
    "ask_event_link": "20/h/ip",
    "ask_event_link_email": "5/h/key",
    "join_delegation": "60/h/ip",
    "mail_links": "60/h/key",
    "ask_places": "5/h/key",
}
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = True
# The password is for signing in only: our sign-up form has no such field (allauth removes it everywhere otherwise).
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
MFA_ADAPTER = "corridor.accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "activate_totp": "corridor.accounts.forms.ActivateAppForm",
    "authenticate": "corridor.accounts.forms.SecondFactorForm",
    "reauthenticate": "corridor.accounts.forms.SecondFactorAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Innovation Corridor"
MFA_TOTP_TOLERANCE = 1  # a code counts 30 seconds longer: clocks differ, and people type

# --- Mail -------------------------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = setting(
    "DEFAULT_FROM_EMAIL",
    read_text,
    "'Innovation Corridor <corridor@corridor.example>'",
    **only_relaxed("Innovation Corridor <noreply@corridor.example>"),
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Where security.txt asks for reports of weaknesses.
SECURITY_EMAIL = setting(
    "SECURITY_EMAIL",
    read_text,
    "security@corridor.example",
    **only_relaxed("security@corridor.example"),
)
EMAIL_TIMEOUT = 10
if DEMO:
    EMAIL_BACKEND = "corridor.mail.demo.MailboxBackend"
elif TESTING:
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
else:
    vars().update(setting("EMAIL_URL", env.email_url, "smtp+tls://user:secret@mail.example:587"))
# The outbox. A batch is small because a process that dies in the middle of one sends that batch again.
POST_OFFICE = {
    "BATCH_SIZE": 10,
    "BATCH_DELIVERY_TIMEOUT": 60,
    "THREADS_PER_PROCESS": 2,
    "SENDING_ORDER": ["-priority", "id"],
    "MAX_RETRIES": 40,  # a mail server may be away for ten hours
    "RETRY_INTERVAL": timedelta(minutes=15),
    "MESSAGE_ID_ENABLED": True,
    "MESSAGE_ID_FQDN": urlsplit(BASE_URL).hostname,
    "FILE_STORAGE": "private",
    "LOG_LEVEL": 1,
    "CELERY_ENABLED": False,
}

# Telephone numbers are kept as people read them: +91 80 4710 0000.
PHONENUMBER_DEFAULT_FORMAT = "INTERNATIONAL"

# --- Files and cache --------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
PRIVATE_DIR = VAR_DIR / "private"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": str(PRIVATE_DIR),
            "base_url": None,
            "directory_permissions_mode": 0o750,
        },
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# What people may upload: media types by content, see corridor/documents/files.py, and bytes.
UPLOAD_TYPES = [
    "application/pdf",
    "image/png",
    "image/jpeg",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
]
UPLOAD_LIMIT = 20 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "corridor_cache",
        # The sign-in limits live here: too small a table would forget them under attack.
        "OPTIONS": {"MAX_ENTRIES": 500_000},
    },
    # Searched and filtered pages, in each process and few of them: addresses made up push out each other alone.
    "lists": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "lists",
        "OPTIONS": {"MAX_ENTRIES": 200},
    },
}
# How long strangers may see the page as it was; see corridor/strangers.py.
PAGE_SECONDS = 0 if TESTING or DEVELOPING else 20
if env.str("CACHE_URL", default=""):
    CACHES["default"] = setting("CACHE_URL", env.cache_url, "rediscache://cache.example:6379/0")
elif TESTING:
    CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}

# --- Security ---------------------------------------------------------------------------------------------
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not RELAXED
SESSION_ENGINE = "corridor.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
LANGUAGE_COOKIE_SECURE = not RELAXED
CSRF_FAILURE_VIEW = "corridor.views.csrf_failure"
SECURE_SSL_REDIRECT = not RELAXED
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 0 if RELAXED else 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not RELAXED
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
PROXY_COUNT = setting("PROXY_COUNT", env.int, "1", default=0 if RELAXED else 1)
if PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = PROXY_COUNT
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# --- Open data --------------------------------------------------------------------------------------------
# "rest_framework" is no application of ours: that would bring its pages, scripts and styles. See corridor/open_data/.
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": [
        "rest_framework.renderers.JSONRenderer",
        "corridor.open_data.renderers.CsvRenderer",
    ],
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "corridor.open_data.problems.answer_to",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Karnataka–Düsseldorf Innovation Corridor",
    "VERSION": "1",
    "LICENSE": {
        "name": "Creative Commons BY 4.0",
        "url": "https://creativecommons.org/licenses/by/4.0/",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "corridor.open_data.openapi.all_answers",
    ],
    "ENUM_NAME_OVERRIDES": {
        "Sector": "startups.choices.Sector",
        "Side": "startups.choices.Origin",
        "PartnerKind": "startups.choices.PartnerKind",
        "OpeningKind": "startups.choices.OpeningKind",
        "Register": "startups.choices.RegistrationKind",
    },
    "SERVERS": [{"url": BASE_URL}],
}

# --- Log ---------------------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"routes": {"()": "corridor.logs.RoutesOnly"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "stream": sys.stderr, "formatter": "line"}
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django.server": {"level": "WARNING"},
        "django.request": {"filters": ["routes"]},
        "django.security.csrf": {"filters": ["routes"]},
        # A handler of its own keeps post_office from adding one that logs every batch.
        "post_office": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}
