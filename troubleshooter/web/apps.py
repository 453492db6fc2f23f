"""The app: its system checks, and what development needs."""

from typing import Any

from django.apps import AppConfig
from django.core.checks import register
from django.utils.autoreload import BaseReloader, autoreload_started, file_changed

from troubleshooter.knowledge import CONTENT
from troubleshooter.web.checks import content
from troubleshooter.web.pages import rendered, skeleton


class WebConfig(AppConfig):
    name = "troubleshooter.web"

    def ready(self) -> None:
        register(content)
        autoreload_started.connect(watch_content)
        file_changed.connect(forget_pages)


def watch_content(sender: BaseReloader, **kwargs: Any) -> None:
    """A changed content file restarts the development server, as a changed module does."""
    sender.watch_dir(CONTENT, "**/*.md")
    sender.watch_dir(CONTENT, "*.toml")


def forget_pages(**kwargs: Any) -> None:
    """A changed template is read again without a restart: what was made of it must go."""
    for made in (rendered, skeleton):
        made.cache_clear()
