"""The description of the interface for programs, in OpenAPI 3.1."""

from troubleshooter.web.schemas import ID, SCHEMAS, TEXT, Schema, list_of, record, ref


def body(schema: Schema) -> Schema:
    return {"content": {"application/json": {"schema": schema}}}


def fault(says: str) -> Schema:
    return {"description": says, "content": {"application/problem+json": {"schema": ref("Fault")}}}


def asked(what: str, schema: Schema, operation: str, **more: Schema) -> Schema:
    """A GET that gives content."""
    return {
        "get": {
            "operationId": operation,
            "summary": what,
            "responses": {"200": {"description": what, **body(schema)}, **more},
        }
    }


DIAGNOSE: Schema = {
    "post": {
        "operationId": "diagnose",
        "summary": "What an error most likely means, because of which words",
        "description": "Keys, tokens and personal data are removed before anything reads the text. "
        "Nothing is kept. At most 64 KiB are read.",
        "requestBody": {
            "required": True,
            "content": {
                "text/plain": {"schema": {**TEXT, "minLength": 1}},
                "application/json": {
                    "schema": {
                        "type": "object",
                        "properties": {"paste": {**TEXT, "minLength": 1, "pattern": "\\S"}},
                        "required": ["paste"],
                    }
                },
            },
        },
        "responses": {
            "200": {"description": "The diagnosis", **body(ref("Diagnosis"))},
            "400": fault("The body cannot be read: it is empty, no JSON, or has no `paste`."),
            "413": fault("The text is longer than 64 KiB."),
            "415": fault("The body is neither `text/plain` nor `application/json`."),
            "422": fault("Removing secrets took too long, so nothing was read."),
            "429": {
                **fault("Too many in a short time."),
                "headers": {
                    "Retry-After": {"description": "seconds", "schema": {"type": "integer"}}
                },
            },
        },
    }
}

PROBLEM_ID: Schema = {
    "name": "id",
    "in": "path",
    "required": True,
    "schema": {**ID, "example": "invalid-subscription-key"},
}
LOOKUP_PARAMETERS: list[Schema] = [
    {
        "name": name,
        "in": "query",
        "description": says,
        "schema": TEXT,
        "example": example,
    }
    for name, says, example in (
        ("status", "An HTTP status", "404"),
        ("code", "An error code, with or without its family", "35"),
        ("type", "The `type` of problem details, or its last part", ""),
    )
]


def paths() -> Schema:
    """What can be asked, and what is answered."""
    unknown = {"404": fault("There is no such problem.")}
    one = asked("One problem, whole", ref("Problem"), "problem", **unknown)
    one["get"]["parameters"] = [PROBLEM_ID]
    lookup = asked(
        "The problems that fit a status, a code, a type", list_of(ref("Summary")), "lookup"
    )
    lookup["get"]["parameters"] = LOOKUP_PARAMETERS
    return {
        "/api/v1/diagnose": DIAGNOSE,
        "/api/v1/lookup": lookup,
        "/api/v1/problems.json": asked("Every problem", list_of(ref("Summary")), "problems"),
        "/api/v1/problems/{id}.json": one,
        "/api/v1/checks.json": asked("Every check", list_of(ref("Check")), "checks"),
        "/api/v1/guide.json": asked(
            "The decision tree: the first question, and every question",
            record(first=ID, questions=list_of(ref("Question"))),
            "guide",
        ),
    }


def description(origin: str) -> Schema:
    """The whole description, for the site at this origin."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Vipps MobilePay troubleshooter",
            "version": "1",
            "description": "Independent tool, not run by Vipps MobilePay. "
            "Content may be read from any web page; every answer has an `ETag`.",
        },
        "servers": [{"url": origin}],
        "paths": paths(),
        "components": {"schemas": SCHEMAS},
    }
