"""The fixed words of the pages. What is said about an error stands in the content."""

from collections.abc import Mapping
from http import HTTPStatus

from troubleshooter.domain import Problem

VERDICTS: Mapping[str, str] = {
    "certain": "This is",
    "likely": "This looks like",
    "possible": "This could be",
    "unrecognised": "We do not recognise this",
}
SENDERS: Mapping[str, str] = {
    "gateway": "The gateway in front of the API",
    "api": "The API",
    "browser": "The browser",
    "proxy": "A proxy on the way",
    "app": "The Vipps or MobilePay app",
    "psp": "The PSP",
}
API_OR_GATEWAY = "The API, or the gateway in front of it"
ACTORS: Mapping[str, str] = {
    "integrator": "You, the integrator",
    "merchant": "The merchant",
    "partner": "The partner",
    "psp": "The PSP",
    "end-user": "The paying customer",
    "vipps-mobilepay": "Vipps MobilePay",
}
RETRIES: Mapping[str, str] = {
    "never": "No: the same call fails again",
    "after-fix": "After the fix: the same call fails again until then",
    "same-request": "Yes: send the same request again",
    "with-backoff": "Yes, with a longer wait each time",
}
CERTAINTIES: Mapping[str, str] = {
    "documented": "Documented",
    "documented-once": "Documented once; today’s documentation does not have it",
    "observed": "Seen in replies, and not documented",
    "disputed": "Sources differ",
}
NO_RETRY_NEEDED = "Not needed: the call succeeded"
STATES: Mapping[str, str] = {
    "passed": "Seen in your text: in order",
    "failed": "Seen in your text: not in order",
    "look": "Look yourself",
}
FILTERS: Mapping[str, str] = {
    "api": "API",
    "status": "HTTP status",
    "acts": "Who acts",
    "sender": "Sent by",
}
LEFT_OUT: Mapping[str, str] = {
    "unknown": "This link had parts we do not know; they were left out.",
    "several": "This link said several things where one can be; only one of them was kept.",
    "both": "A check cannot be both done and not relevant; it counts as done.",
}
FACTS: Mapping[str, str] = {
    "status": "HTTP status",
    "code": "Error code",
    "group": "Error group",
    "message": "Message",
    "line": "A line",
    "type": "Problem type",
    "field": "Field",
    "reason": "Reason",
    "shape": "Form of the body",
    "api": "API",
    "server": "Server",
    "vendor": "Whose API",
    "host": "Host",
    "method": "Method",
    "path": "Path",
    "time": "Time",
    "exception": "Exception",
    "origin": "Origin",
    "request.header": "Request header",
    "response.header": "Response header",
    "member": "Member",
    "trace": "Identifier",
}
TESTS: Mapping[str, str] = {"is": "is", "contains": "contains", "starts_with": "begins with"}
GROUPS: Mapping[str, str] = {
    "call": "The call",
    "answer": "The answer",
    "body": "Values in a body",
    "trace": "Identifiers that support can search for",
    "time": "Times",
}
"""What was read, in the order in which the page lists it."""
ANSWERS = ("status", "code", "group", "message", "type", "field", "reason", "shape", "exception")
DERIVED: Mapping[str, str] = {
    "ours": "Vipps MobilePay",
    "another": "another server was called",
    "test": "the test environment",
    "production": "production",
    "problem-details": "problem details (RFC 9457, formerly RFC 7807)",
    "ecom": "eCom",
    "gateway": "the gateway’s own",
    "response-info": "responseInfo, an older form",
    "oauth": "OAuth",
    "azure-ad": "Azure AD",
    "psp-reply": "the PSP API’s own",
    "charge-failure": "a charge that failed",
    "refused-charges": "charges of which some were refused",
    "success": "an answer to a call that succeeded",
    "created": "an answer that says what was created",
    "field-errors": "one error for each field",
    "strings": "a list of sentences",
    "web-page": "a web page",
    "cors": "a message of the browser about CORS",
    "epayment": "ePayment",
    "recurring": "Recurring",
    "access-token": "Access token",
    "login": "Login",
    "checkout": "Checkout",
    "psp": "PSP",
    "epayment-psp": "ePayment PSP or Recurring PSP",
    "webhooks": "Webhooks",
    "qr": "QR",
    "order-management": "Order Management",
    "report": "Report",
    "management": "Management",
    "partner": "Partner",
    "userinfo": "Userinfo",
    "invoice": "Invoice",
}
"""Values of facts that are words of ours and do not stand in the text."""


def of_fact(name: str) -> str:
    """What a fact is called.

    >>> of_fact("status"), of_fact("request.header.content-type"), of_fact("trace.traceId")
    ('HTTP status', 'Request header Content-Type', 'traceId')
    """
    if name in FACTS:
        return FACTS[name]
    kind, _, which = name.rpartition(".")
    if kind in ("trace", "member"):
        return which
    return f"{FACTS.get(kind, kind)} {header_name(which)}"


def header_name(lower: str) -> str:
    """A header as it is usually written. Names with an underscore are written in lower case.

    >>> header_name("idempotency-key"), header_name("client_id"), header_name("www-authenticate")
    ('Idempotency-Key', 'client_id', 'WWW-Authenticate')
    """
    if "_" in lower or lower.startswith("x-ms-"):
        return lower
    return "-".join(SPELLINGS.get(word, word.capitalize()) for word in lower.split("-"))


SPELLINGS: Mapping[str, str] = {"www": "WWW", "etag": "ETag"}


def group_of(name: str) -> str:
    """Where the page lists a fact: a key of GROUPS.

    >>> group_of("response.header.date"), group_of("host"), group_of("trace.contextId")
    ('answer', 'call', 'trace')
    """
    kind = name.partition(".")[0]
    if kind in ("trace", "time"):
        return kind
    if kind == "member":
        return "body"
    return "answer" if kind == "response" or kind in ANSWERS else "call"


STATUSES: Mapping[str, str] = {str(status.value): status.phrase for status in HTTPStatus}


def is_plain(problem: Problem) -> bool:
    """Whether a problem is what a bare HTTP status stands for."""
    return problem.id.startswith("http-")


def is_success(problem: Problem) -> bool:
    """Whether a problem is none: what is explained under it is that the call succeeded."""
    return bool(problem.statuses) and all(each.startswith("2") for each in problem.statuses)


def of_status(status: str) -> str:
    """An HTTP status with its name.

    >>> of_status("401"), of_status("599")
    ('401 Unauthorized', '599')
    """
    return f"{status} {STATUSES[status]}" if status in STATUSES else status
