"""Settings. Every value that may differ from one place to another comes from the environment.

DEBUG=1                 tracebacks in the browser; never in production
SECRET_KEY              else made on the first run and kept in `.secret-key`
ALLOWED_HOSTS           host names this site answers to, separated by commas
SITE_ORIGIN             links that leave a page begin with this, whatever `Host` says
TLS=1                   HTTPS only: secure cookies, HSTS, redirect
PASTES_PER_MINUTE       from one client to one worker process; 0 for no limit
TRUSTED_PROXIES         how many proxies in front add to `X-Forwarded-For`
"""

import logging
import os
import secrets
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent


def switch(name: str) -> bool:
    return os.environ.get(name, "").lower() in ("1", "true", "yes", "on")


def secret_key(kept: Path) -> str:
    """The key that is kept in a file; a new one, kept if that is possible, when there is none."""
    with suppress(OSError):
        return kept.read_text(encoding="ascii")
    made = secrets.token_urlsafe(64)
    fresh = kept.with_name(f"{kept.name}.{os.getpid()}")
    with suppress(OSError):
        fresh.touch(mode=0o600)
        fresh.write_text(made, encoding="ascii")
        with suppress(OSError):  # another process may have been faster: its key is the one
            os.link(fresh, kept)
        fresh.unlink()
        return kept.read_text(encoding="ascii")
    return made


DEBUG = switch("DEBUG")
TLS = switch("TLS")
SECRET_KEY = os.environ.get("SECRET_KEY") or secret_key(ROOT / ".secret-key")
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
SITE_ORIGIN = os.environ.get("SITE_ORIGIN", "http://127.0.0.1:8000").rstrip("/")
PASTES_PER_MINUTE = int(os.environ.get("PASTES_PER_MINUTE", "60"))
TRUSTED_PROXIES = int(os.environ.get("TRUSTED_PROXIES", "0"))

ROOT_URLCONF = "troubleshooter.urls"
WSGI_APPLICATION = "troubleshooter.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "template_partials",
    "django_htmx",
    "troubleshooter.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "troubleshooter.web.headers.headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "troubleshooter.web.limit.limit",
    "django.middleware.csrf.CsrfViewMiddleware",
]
DATABASES: dict[str, dict[str, object]] = {}  # the public site has none
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django_htmx.templatetags.django_htmx",
                "template_partials.templatetags.partials",
                "troubleshooter.web.templatetags.content",
            ],
        },
    }
]

# What one request may hold: 64 KiB of text is at most 192 KiB when percent-encoded.
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 50

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / ".static"
STATICFILES_DIRS = [ROOT / "static"]
STATIC_STORAGE = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {"staticfiles": {"BACKEND": STATIC_STORAGE}}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

LANGUAGE_CODE = "en"
FORMAT_MODULE_PATH = ["troubleshooter.formats"]
TIME_ZONE = "UTC"

# `headers.py` holds the headers; these are the ones that Django itself sets or wants to know.
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = TLS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 63072000 if TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = TLS
CSRF_COOKIE_SECURE = TLS
CSRF_COOKIE_NAME = "__Host-csrftoken" if TLS else "csrftoken"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "troubleshooter.web.views.faults.csrf_failure"
CSRF_TRUSTED_ORIGINS = [SITE_ORIGIN]
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # X-Frame-Options comes from headers.py
    "security.W021",  # HSTS preloading cannot be undone: the owner of the domain decides, not we
]

# Nothing of a paste may reach a log or an error report: not even when logging itself fails.
DEFAULT_EXCEPTION_REPORTER_FILTER = "troubleshooter.web.error_report.NothingShown"
if not DEBUG:
    DEFAULT_EXCEPTION_REPORTER = "troubleshooter.web.error_report.PlacesOnly"
logging.raiseExceptions = False
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "places": {
            "()": "troubleshooter.web.error_report.PlacesFormatter",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "places"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        # `runserver` logs every request line, with its query
        "django.server": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
