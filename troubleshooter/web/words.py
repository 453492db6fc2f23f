"""The fixed words of the pages. What is said about an error stands in the content.

They are put into the language of the page when they are shown, and not before.
"""

from collections.abc import Iterable, Mapping
from http import HTTPStatus

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from troubleshooter.domain import Problem

VERDICTS: Mapping[str, str] = {
    "certain": _("This is"),
    "likely": _("This looks like"),
    "possible": _("This could be"),
    "unrecognised": _("We do not recognise this"),
}
UNRECOGNISED = _("We do not recognise this error")
NO_RESULT = _("This link holds no result")
SENDERS: Mapping[str, str] = {
    "gateway": _("the gateway in front of the APIs"),
    "api": _("the API"),
    "browser": _("the browser"),
    "proxy": _("a proxy on the way"),
    "app": _("the Vipps or MobilePay app"),
    "psp": _("the PSP"),
}
"""As in the middle of a line, and so are actors; one that begins with them has a capital there."""
API_OR_GATEWAY = _("the API or its gateway")
ACTORS: Mapping[str, str] = {
    "integrator": _("you, the integrator"),
    "merchant": _("the merchant"),
    "partner": _("the partner"),
    "psp": _("the PSP"),
    "end-user": _("the user of the app"),
    "vipps-mobilepay": _("Vipps MobilePay"),
}
RETRIES: Mapping[str, str] = {
    "never": _("No: the same call fails again"),
    "after-fix": _("After the fix; until then the same call fails again"),
    "same-request": _("Yes: send the same request again"),
    "with-backoff": _("Yes, with a longer wait each time"),
}
CERTAINTIES: Mapping[str, str] = {
    "documented": _("documented"),
    "documented-once": _("documented once; today’s documentation does not have it"),
    "observed": _("not documented; known from replies or a standard"),
    "disputed": _("the sources differ"),
}
NO_RETRY_NEEDED = _("Not needed: the call succeeded")
RETRY_OF_NO_CALL = _("Not this call: it succeeded")
STATES: Mapping[str, str] = {
    "passed": _("True in your text"),
    "failed": _("Not true in your text"),
    "look": _("Check this yourself"),
}
FILTERS: Mapping[str, str] = {
    "api": _("API"),
    "status": _("HTTP status"),
    "acts": _("Who acts"),
    "sender": _("Sent by"),
}
LEFT_OUT: Mapping[str, str] = {
    "unknown": _("This link had parts that this site does not know; they were left out."),
    "several": _("This link said several things where one can be; only one of them was kept."),
    "both": _("A check cannot be both done and not relevant; it counts as done."),
}
SIZES: Mapping[str, str] = {"small": _("Small"), "": _("Normal"), "large": _("Large")}
"""Of a drawing, by what the query says."""
STATUSES: Mapping[str, str] = {str(status.value): status.phrase for status in HTTPStatus}


def is_plain(problem: Problem) -> bool:
    """Whether a problem is what a bare HTTP status stands for."""
    return problem.id.startswith("http-")


def is_success(problem: Problem) -> bool:
    """Whether a problem is none: what is explained under it is that the call succeeded."""
    return is_plain(problem) and comes_with_success(problem)


def comes_with_success(problem: Problem) -> bool:
    """Whether the call that tells of it is answered with 2xx: of a success, or of a charge that failed."""
    return bool(problem.statuses) and all(each.startswith("2") for each in problem.statuses)


def retry(problem: Problem) -> str:
    """Whether to send the same call again. One that was answered with 2xx, nobody needs to repeat."""
    if is_success(problem):
        return str(NO_RETRY_NEEDED)
    if comes_with_success(problem) and problem.retry in ("never", "after-fix"):
        return str(RETRY_OF_NO_CALL)
    return str(RETRIES[problem.retry])


def of_status(status: str) -> str:
    """An HTTP status with its name.

    >>> of_status("401"), of_status("599")
    ('401 Unauthorized', '599')
    """
    return f"{status} {STATUSES[status]}" if status in STATUSES else status


def of_statuses(statuses: Iterable[str]) -> str:
    """HTTP statuses with their names, on one line."""
    return ", ".join(map(of_status, statuses))


def actors(ids: Iterable[str]) -> str:
    """Who can act, on one line: one of them is called “you, the integrator”, with a comma inside."""
    return "; ".join(str(ACTORS[actor]) for actor in ids)


def errors(count: int) -> str:
    """
    >>> errors(1), errors(1234)
    ('1 error', '1,234 errors')
    """
    return ngettext("%(number)s error", "%(number)s errors", count) % {"number": number(count)}


def unbroken(text: str) -> str:
    """A few words that stay on one line."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def number(count: int) -> str:
    """A number as the language of the page writes it.

    >>> number(1234)
    '1,234'
    """
    return str(number_format(count, force_grouping=True))
