"""What headers are called, and what their lists are called, in lower case."""

LOOSE_REQUEST_HEADERS = (
    "authorization",
    "client_id",
    "client_secret",
    "idempotency-key",
    "merchant-serial-number",
    "ocp-apim-subscription-key",
    "vipps-system-name",
    "vipps-system-version",
    "x-request-id",
)
"""Headers that are taken for a request's when they stand alone, outside any message."""

MARKS = frozenset(LOOSE_REQUEST_HEADERS) - {"client_id", "client_secret", "x-request-id"}
"""Those of them that no body has a member of: an object with one is a list of headers."""

OF_REQUESTS = frozenset(LOOSE_REQUEST_HEADERS) - {"x-request-id"} | {
    "accept",
    "accept-encoding",
    "accept-language",
    "cookie",
    "host",
    "origin",
    "psp-id",
    "referer",
    "user-agent",
    "vipps-system-plugin-name",
    "vipps-system-plugin-version",
}
OF_RESPONSES = frozenset(
    {
        "age",
        "content-encoding",
        "date",
        "etag",
        "location",
        "request-context",
        "retry-after",
        "server",
        "set-cookie",
        "strict-transport-security",
        "vary",
        "via",
        "www-authenticate",
        "x-cache",
        "x-powered-by",
    }
)
KNOWN = (
    OF_REQUESTS
    | OF_RESPONSES
    | {
        "cache-control",
        "connection",
        "content-length",
        "content-type",
        "pragma",
        "request-id",
        "traceparent",
        "transfer-encoding",
        "x-correlation-id",
        "x-ms-request-id",
        "x-request-id",
    }
)
"""Headers that tell a list of headers from any other object. One is enough."""

OWNERS = {
    "": "",
    "http": "",
    "raw": "",
    "default": "request",
    "req": "request",
    "request": "request",
    "sent": "request",
    "res": "response",
    "resp": "response",
    "response": "response",
    "received": "response",
}
LISTS = {
    f"{owner}{between if owner else ''}{name}": side
    for owner, side in OWNERS.items()
    for between in ("", "_", "-", " ", ".")
    for name in ("headers", "header")
}
"""What a list of headers is called, and whose it is: "request", "response", or "" when open."""

SIDES = {
    **dict.fromkeys(
        ("request", "req", "config", "originalrequest", "postdata", "httprequest"), "request"
    ),
    **dict.fromkeys(
        ("requestbody", "request_body", "request body", "request-body", "request.body"), "request"
    ),
    **dict.fromkeys(("requestoptions", "request_options", "requestdata"), "request"),
    **dict.fromkeys(("response", "res", "resp", "httpresponse"), "response"),
    **dict.fromkeys(
        ("responsebody", "response_body", "response body", "response-body", "response.body"),
        "response",
    ),
}
"""Members that hold what was sent or what came back: in a HAR, of axios, in a log."""

VERBS = frozenset({"get", "post", "put", "patch", "delete", "head", "options"})
METHODS = ("method", "httpmethod", "http_method", "requestmethod", "request_method", "verb")
PATHS = ("url", "uri", "path", "requesturi", "request_uri", "requesturl", "pathname", "endpoint")
HOSTS = ("host", "hostname")
BODIES = ("body", "data", "payload", "json")
ANSWERED = frozenset({"response", "status", "statuscode", "status_code", "error", "message"})
"""Names that no object has that is only a request."""
