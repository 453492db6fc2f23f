"""What facts and their values are called on the pages, and in which order they are listed."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

FACTS: Mapping[str, str] = {
    "status": _("HTTP status"),
    "code": _("Error code"),
    "group": _("Error group"),
    "message": _("Message"),
    "line": _("A line"),
    "type": _("Problem type"),
    "field": _("Field"),
    "reason": _("Reason"),
    "shape": _("Form of the body"),
    "api": _("API"),
    "server": _("Server"),
    "vendor": _("Whose API"),
    "host": _("Host"),
    "method": _("Method"),
    "path": _("Path"),
    "time": _("Time"),
    "exception": _("Exception"),
    "origin": _("Origin"),
    "request.header": _("Request header"),
    "response.header": _("Response header"),
    "member": _("Member"),
    "trace": _("Identifier"),
}
TESTS: Mapping[str, str] = {
    "is": _("%(fact)s is %(value)s"),
    "contains": _("%(fact)s contains %(value)s"),
    "starts_with": _("%(fact)s begins with %(value)s"),
}
READ = _("%(fact)s: %(value)s")
"""What was read of a fact, and how a rule looked at it."""
GROUPS: Mapping[str, str] = {
    "call": _("The call"),
    "answer": _("The response"),
    "body": _("Values in a body"),
    "trace": _("Identifiers that support can search for"),
    "time": _("Times"),
}
"""What was read, in the order in which the page lists it."""
ANSWERS = ("status", "code", "group", "message", "type", "field", "reason", "shape", "exception")
VALUES: Mapping[str, str] = {
    "ours": _("Vipps MobilePay"),
    "another": _("another server was called"),
    "test": _("the test environment"),
    "production": _("production"),
    "problem-details": _("problem details (RFC 9457, formerly RFC 7807)"),
    "ecom": _("eCom"),
    "gateway": _("the gateway’s own"),
    "response-info": _("responseInfo, an older form"),
    "oauth": _("OAuth"),
    "azure-ad": _("Azure AD"),
    "psp-reply": _("the PSP API’s own"),
    "charge-failure": _("a charge that failed"),
    "refused-charges": _("charges of which some were refused"),
    "soft-decline": _("a soft decline of the PSP"),
    "ended-payment": _("a payment that ended without an approval"),
    "success": _("an answer to a call that succeeded"),
    "created": _("an answer that says what was created"),
    "field-errors": _("one error for each field"),
    "strings": _("a list of sentences"),
    "web-page": _("a web page"),
    "cors": _("a message of the browser about CORS"),
    "epayment": _("ePayment"),
    "recurring": _("Recurring"),
    "access-token": _("Access token"),
    "login": _("Login"),
    "checkout": _("Checkout"),
    "psp": _("PSP"),
    "epayment-psp": _("ePayment PSP or Recurring PSP"),
    "webhooks": _("Webhooks"),
    "qr": _("QR"),
    "order-management": _("Order Management"),
    "report": _("Report"),
    "management": _("Management"),
    "partner": _("Partner"),
    "userinfo": _("Userinfo"),
    "invoice": _("Invoice"),
}
"""Values of facts that are words of ours and do not stand in the text."""
SPELLINGS: Mapping[str, str] = {"www": "WWW", "etag": "ETag"}


def of_fact(name: str) -> str:
    """What a fact is called.

    >>> of_fact("status"), of_fact("request.header.content-type"), of_fact("trace.traceId")
    ('HTTP status', 'Request header Content-Type', 'traceId')
    """
    if name in FACTS:
        return str(FACTS[name])
    kind, _dot, which = name.rpartition(".")
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
