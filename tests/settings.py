"""The site's settings, with a database that cannot be opened: whoever makes a query fails."""

from troubleshooter.settings import *  # noqa: F403
from troubleshooter.settings import ROOT

SECRET_KEY = "made up for tests: long enough, with many different letters, and no secret at all"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": "/no-such-folder/no-such-database.sqlite3",
    }
}
PASTES_PER_MINUTE = 0
STATIC_ROOT = ROOT / "static"
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
