"""Logs and error reports that say *where* it failed and never *on what*.

An exception's text, the variables of its frames, the request's query, body and cookies may all hold
a piece of what somebody pasted. None of them is written anywhere.
"""

import logging
import traceback
from typing import Any

from django.http import HttpRequest
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

MOST_PLACES = 12


def places(error: BaseException | None) -> str:
    """The kind of an exception and the last lines it passed through, without its text.

    >>> try:
    ...     int("a secret")
    ... except ValueError as error:
    ...     print(places(error).splitlines()[0])
    ValueError
    """
    frames = traceback.extract_tb(error.__traceback__ if error else None)
    lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join((type(error).__qualname__, *lines[-MOST_PLACES:]))


class PlacesFormatter(logging.Formatter):
    """A log line without anything that a client sent: of a request, its route and the status."""

    def format(self, record: logging.LogRecord) -> str:
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            status = getattr(record, "status_code", 500)
            route = request.resolver_match.route if request.resolver_match else "(no route)"
            said = f"{request.method} {route} {status}"
            record = logging.makeLogRecord({**record.__dict__, "msg": said, "args": ()})
            if status < 500:  # the client's fault, and not worth a page of log
                record.exc_info = None
        return super().format(record)

    def formatException(self, ei: Any) -> str:
        return places(ei[1])


class NothingShown(SafeExceptionReporterFilter):
    """No setting, cookie, header, field or variable is shown in a report."""

    def get_safe_settings(self) -> dict[str, Any]:
        return {}

    def get_safe_request_meta(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    def get_safe_cookies(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(self, request: HttpRequest, tb_frame: Any) -> list[Any]:
        return []


class PlacesOnly(ExceptionReporter):
    """A report of nothing but the places."""

    def get_traceback_text(self) -> str:
        return places(self.exc_value)

    def get_traceback_html(self) -> str:
        return f"<pre>{places(self.exc_value)}</pre>"
