"""The site's settings with a database that some other program holds, or that is not there."""

import os

from troubleshooter.settings import *  # noqa: F403

NAME = os.environ.get("DATABASE", "/no-such-folder/no-such-database.sqlite3")
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": NAME}}
