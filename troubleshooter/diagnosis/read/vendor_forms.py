"""Forms of objects that only other vendors' errors have, each with its reason."""

from typing import NamedTuple

from troubleshooter.diagnosis.read.node import Member, Number
from troubleshooter.diagnosis.read.vendor_signs import FIRM, NAMED, NAMES


class Form(NamedTuple):
    """Names of members that, together in one object, only another's body has.

    With `only`, any name that is not among these makes the object something else.
    """

    reason: str
    names: frozenset[str]
    only: frozenset[str]


def form(reason: str, names: str, only: str = "") -> Form:
    return Form(reason, frozenset(names.split()), frozenset(only.split()))


FORMS = (
    form("Adyen's answer", "resultcode pspreference"),
    form("Adyen's error", "errortype errorcode"),
    form("Square's error", "category code detail"),
    form("Braintree's error", "attribute code message"),
    form("PayPal's detail", "issue description"),
    form("Nets Easy's error", "code message source"),
    form("Worldline's error", "errorid errors"),
    form("Checkout.com's error", "error_type error_codes"),
    form("Quickpay's error", "message errors error_code"),
    form("an error of GraphQL", "message extensions"),
    form("an error of GraphQL", "message locations"),
    form("an error of JSON:API", "source title detail"),
    form("an error of OData", "lang value"),
    form("an error of FastAPI", "loc msg type"),
    form("an error of Amazon", "code message requestid"),
    form(
        "an error of Spring; a log line has more names than these",
        "timestamp status error path",
        "timestamp status error path message trace exception errors requestid",
    ),
)

GOOGLE_STATES = frozenset(
    (
        "CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS "
        "PERMISSION_DENIED UNAUTHENTICATED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED "
        "OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS"
    ).split()
)
"""Values of `status` beside a `code`, as Google's APIs write them."""

NEUTRAL_TYPES = (
    "example.com",
    "example.net",
    "example.org",
    "httpstatuses.io",
    "httpstatuses.com",
    "ietf.org",
    "rfc-editor.org",
    "iana.org",
    "developer.mozilla.org",
)
"""Hosts in the `type` of problem details that say nothing of whose it is: ours have some of them."""

HOSTS = ("developer.vippsmobilepay.com", "vippsas.github.io", "vipps.no")
"""Our hosts in the `type` of problem details."""


def weight_of_form(members: tuple[Member, ...]) -> int:
    """How surely an object is another's: by the address of its type, by its form, or not at all."""
    named = {member.name.lower(): member.node.value for member in members}
    names = named.keys()
    if "title" in names and is_anothers_type(named.get("type")):
        return NAMED
    if any(form.names <= names and (not form.only or names <= form.only) for form in FORMS):
        return FIRM
    return FIRM if "code" in names and str(named.get("status")) in GOOGLE_STATES else 0


def is_anothers_type(value: object) -> bool:
    """Whether the type of problem details is an address that is neither ours nor a common one."""
    if not isinstance(value, str) or isinstance(value, Number):
        return False
    scheme, found, rest = value.partition("://")
    host, path, _ = rest.lower().partition("/")
    if not found or scheme.lower() not in ("http", "https") or not host:
        return False
    neutral = any(host == known or host.endswith(f".{known}") for known in NEUTRAL_TYPES)
    if not path and any(known.startswith(host) for known in (*NEUTRAL_TYPES, *HOSTS)):
        return False  # the paste ends in the middle of the address
    return not neutral and not any(name in value.lower() for name in (*NAMES, "vippsas"))
