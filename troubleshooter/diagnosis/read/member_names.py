"""What members of bodies are called, in lower case, and which facts they are."""

MEMBERS = {
    "status": "status",
    "statuscode": "status",
    "responsecode": "status",
    "httpstatus": "status",
    "http_status": "status",
    "status_code": "status",
    "http_code": "status",
    "httpcode": "status",
    "http_status_code": "status",
    "httpstatuscode": "status",
    "response_status": "status",
    "responsestatus": "status",
    "error_code": "status",
    "errorcode": "code",
    "errorid": "code",
    "error_codes": "code",
    "code": "code",
    "failurereason": "code",
    "errorgroup": "group",
    "error_group": "group",
    "error_message": "message",
    "message": "message",
    "errormessage": "message",
    "errortext": "message",
    "responsemessage": "message",
    "title": "message",
    "detail": "message",
    "failuredescription": "message",
    "error_description": "message",
    "error_debug": "message",
    "field": "field",
}
"""Which fact a member of an error body is."""

TRACES = {
    "contextid": "contextId",
    "traceid": "traceId",
    "trace_id": "trace_id",
    "correlationid": "correlationId",
    "correlation_id": "correlation_id",
    "instance": "instance",
}
COMPLAINTS = (
    "extradetails",
    "extra_details",
    "invalidparams",
    "invalid_params",
    "extrainfo",
    "errors",
)
"""Members that list what is wrong, field by field."""

COMPLAINT_FORMS = (("name", "reason"), ("field", "text"), ("key", "value"), ("field", "message"))
CODE_NAMES = ("errorcode", "customerrorcode")
WATCHED = (
    "merchantSerialNumber",
    "amount",
    "currency",
    "fallBack",
    "fallback",
    "callbackPrefix",
    "callbackUrl",
    "returnUrl",
    "phoneNumber",
    "mobileNumber",
    "orderId",
    "reference",
    "skipLandingPage",
)
"""Members of a request that checks look at, as their API spells them (and one wrong spelling)."""
