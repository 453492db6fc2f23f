"""The settings of `make bench`: the site as it is, and one empty view beside it."""

from tests.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench_urls"
