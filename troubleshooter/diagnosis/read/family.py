"""Which API an error comes from and what form it has, by the form itself.

Forms that other vendors use too (OAuth, Azure, plain problem details) name no API.
"""

from collections.abc import Iterable, Mapping

from troubleshooter.diagnosis.read.node import Member, Number, Value

PATHS = (
    ("/accesstoken", "access-token"),
    ("/miami/", "access-token"),
    ("/authentication/v1/token", "access-token"),
    ("/access-management", "login"),
    ("/vipps-userinfo-api", "userinfo"),
    ("/ecomm", "ecom"),
    ("/epayment-psp", "epayment-psp"),
    ("/recurring-psp", "epayment-psp"),
    ("/epayment", "epayment"),
    ("/recurring", "recurring"),
    ("/vipps-recurring", "recurring"),
    ("/checkout/v", "checkout"),
    ("/psp", "psp"),
    ("/webhooks", "webhooks"),
    ("/qr", "qr"),
    ("/order-management", "order-management"),
    ("/report", "report"),
    ("/management", "management"),
    ("/partner", "partner"),
    ("/vipps-ipp", "invoice"),
)
"""Where the path of each API family begins."""

INSTANCES = (
    ("/v1/payments", "epayment"),
    ("/v1/webhooks", "webhooks"),
    ("/products/orders", "management"),
)
"""Paths that only stand in the `instance` of an error, without what the gateway has before them."""

TYPES = (
    ("recurring", "recurring"),
    ("httpstatuses.io", "epayment"),
    ("vipps.no/invoice", "invoice"),
)
FORMS: tuple[tuple[str, str, tuple[set[str], ...]], ...] = (
    ("azure-ad", "", ({"error", "error_codes"},)),
    (
        "oauth",
        "",
        ({"error", "error_description"}, {"error", "error_code"}, {"error", "error_debug"}),
    ),
    ("response-info", "", ({"responseinfo"},)),
    ("gateway", "", ({"statuscode", "message"},)),
    ("psp-reply", "psp", ({"errormessage", "paymentinfo"}, {"errorid", "errortext"})),
    ("charge-failure", "recurring", ({"failurereason", "failuredescription"},)),
    (
        "ecom",
        "ecom",
        (
            {"errorcode", "errormessage", "errorgroup"},
            {"error_code", "error_message", "error_group"},
        ),
    ),
    ("ecom", "", ({"errorcode", "errormessage"}, {"error_code", "error_message"})),
    ("field-errors", "recurring", ({"field", "message", "code", "contextid"},)),
    (
        "problem-details",
        "",
        ({"title", "detail"}, {"title", "status"}, {"title", "type"}, {"title", "instance"}),
    ),
)
"""Names that give a form away, and the API that alone has it; the first form that fits is it."""

REFUSED = {"recurring": {"invalidcharges"}, "epayment-psp": {"failedcharges", "retryablecharges"}}
"""The lists in which each API puts the charges of a bulk that it did not accept."""

PSP_STATES = ("FAIL", "FAILED", "SOFT_DECLINE", "RESERVE")
VIPPS = "vipps"


def of_path(path: str) -> str:
    """The API family of a path; "" for a path of no API we know.

    >>> of_path("/epayment/v1/payments"), of_path("/index.html")
    ('epayment', '')
    """
    lower = path.lower()
    return next((api for begins, api in PATHS if lower.startswith(begins)), "")


def of_instance(path: str) -> str:
    """The API family of an `instance`.

    >>> of_instance("/v1/payments/123/capture"), of_instance("urn:uuid:1")
    ('epayment', '')
    """
    return of_path(path) or next((api for begins, api in INSTANCES if path.startswith(begins)), "")


def of_type(value: str) -> str:
    """The API family of a problem type: a URL, or a trace id where Webhooks puts one.

    >>> of_type("https://httpstatuses.io/400"), of_type("00-bb84-542c-00")
    ('epayment', 'webhooks')
    """
    if value.startswith("00-") and value.count("-") == 3:
        return "webhooks"
    unescaped = value.replace("\\/", "/")
    return next((api for sign, api in TYPES if sign in unescaped), "")


def of_code(value: str) -> str:
    """The API family that alone writes codes so.

    >>> of_code("Session-00100"), of_code("35")
    ('checkout', '')
    """
    area, _, number = value.partition("-")
    return "checkout" if area.istitle() and len(number) == 5 and number.isdigit() else ""


def has_error_code(named: Mapping[str, Value], text: str) -> bool:
    """Whether problem details carry an `ErrorCode` in a list of details, as those of ePayment alone do.

    People who write them down, line by line, leave the list out.
    """
    if "errorcode" in named and text[:1].isalpha():
        return str(named["errorcode"]).isdigit()
    details = named.get("extradetails")
    items = [item.value for item in details] if isinstance(details, list) else []
    return any(
        member.name.lower() == "name" and member.node.value == "ErrorCode"
        for item in items
        if isinstance(item, tuple)
        for member in item
    )


def of_values(named: Mapping[str, Value]) -> tuple[str, str] | None:
    """The form and the API family of an object that its values give away; None when they do not."""
    if named.get("status") in PSP_STATES and ("errorcode" in named or "error" in named):
        return "psp-reply", "psp"
    if named.get("status") == "SOFT_DECLINE" and "softdeclineurl" in named:
        return "soft-decline", "epayment-psp"
    for api, names in REFUSED.items():
        if names & named.keys():
            return "refused-charges" if any(map(named.get, names)) else "", api
    return None


def of_object(members: Iterable[Member], text: str) -> tuple[str, str]:
    """The form of an object and its API family, each "" when nothing tells. `text` is all of it."""
    named = {member.name.lower(): member.node.value for member in members}
    names = named.keys()
    if told := of_values(named):
        return told
    for form, api, signs in FORMS:
        if form == "gateway" and "error" in names:
            continue  # NestJS writes statusCode, message and error; the gateway has no error
        if any(sign <= names for sign in signs):
            if form == "azure-ad" and VIPPS in text.lower():
                return form, "access-token"
            if (
                form == "ecom"
                and not api
                and isinstance(named.get("errorcode"), Number)
                and "contextid" in names
            ):
                return form, "report"
            if form == "problem-details" and has_error_code(named, text):
                return form, "epayment"
            return form, api
    return "", "userinfo" if "extrainfo" in names else ""
