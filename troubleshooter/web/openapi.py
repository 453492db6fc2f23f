"""The description of the interface for programs, in OpenAPI 3.1. Its closed lists are those of the domain."""

from typing import Any

from troubleshooter.domain import (
    ACTORS,
    CERTAINTIES,
    FACTS,
    RETRIES,
    SENDERS,
    STRENGTHS,
)

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
ADDRESS: Schema = {"type": "string", "format": "uri"}
ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
IDS: Schema = {"type": "array", "items": ID}


def one_of(known: tuple[str, ...]) -> Schema:
    return {"type": "string", "enum": list(known)}


def some_of(known: tuple[str, ...]) -> Schema:
    return {"type": "array", "items": one_of(known)}


def record(**members: Schema) -> Schema:
    """An object that has all of these members and no others."""
    return {
        "type": "object",
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def list_of(item: Schema) -> Schema:
    return {"type": "array", "items": item}


SUMMARY = {
    "id": ID,
    "title": TEXT,
    "summary": {**TEXT, "description": "One sentence of Markdown."},
    "codes": {**TEXTS, "description": "`<family>/<code>`"},
    "apis": IDS,
    "url": ADDRESS,
}
SCHEMAS: dict[str, Schema] = {
    "Summary": record(**SUMMARY),
    "Source": record(
        title=TEXT,
        url=ADDRESS,
        heading={"type": ["string", "null"]},
        compared={"type": ["string", "null"], "format": "date"},
    ),
    "Problem": record(
        **SUMMARY,
        statuses=TEXTS,
        says=TEXTS,
        sender=one_of(SENDERS),
        acts=some_of(ACTORS),
        retry=one_of(RETRIES),
        customer=TEXT,
        meaning={**TEXT, "description": "Markdown"},
        sections=list_of(record(heading=TEXT, text=TEXT)),
        checks=IDS,
        last_resort=IDS,
        related=IDS,
        certainty=one_of(CERTAINTIES),
        retired={"type": "boolean"},
        sources=list_of(ref("Source")),
    ),
    "Check": record(
        id=ID,
        title=TEXT,
        acts=some_of(ACTORS),
        why=TEXT,
        how_to_see=TEXT,
        how_to_fix=TEXT,
        problems=IDS,
        sources=list_of(ref("Source")),
        url=ADDRESS,
    ),
    "Question": record(
        id=ID,
        title=TEXT,
        why=TEXT,
        hint=TEXT,
        how_to_find_out=TEXT,
        answers=list_of(
            {
                "oneOf": [
                    record(id=ID, label=TEXT, question=ID),
                    record(id=ID, label=TEXT, problem=ID),
                ]
            }
        ),
    ),
    "Finding": record(
        problem=ID,
        title=TEXT,
        strength=one_of(STRENGTHS),
        codes=TEXTS,
        because={**TEXTS, "description": "The clauses that held, in words."},
        url=ADDRESS,
    ),
    "Diagnosis": record(
        verdict=one_of((*STRENGTHS, "unrecognised")),
        findings={**list_of(ref("Finding")), "description": "Strongest first."},
        report={
            "type": "object",
            "description": "Fact → value, or values. Facts: " + ", ".join(FACTS) + ".",
            "additionalProperties": {"oneOf": [TEXT, TEXTS]},
        },
        redacted={**TEXT, "description": "The text without secrets and personal data."},
        removed=list_of(record(kind=TEXT, count={"type": "integer", "minimum": 1})),
    ),
    "Fault": {
        **record(type=ADDRESS, title=TEXT, status={"type": "integer"}, detail=TEXT),
        "description": "Problem details (RFC 9457).",
    },
}


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
        "description": "Keys, tokens and personal data are cut out before anything reads the text. "
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
            "422": fault("Taking out secrets took too long, so nothing was read."),
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


def description(origin: str) -> Schema:
    """The whole description, for the site at this origin."""
    unknown = {"404": fault("There is no such problem.")}
    one = asked("One problem, whole", ref("Problem"), "problem", **unknown)
    one["get"]["parameters"] = [PROBLEM_ID]
    lookup = asked(
        "The problems that fit a status, a code, a type", list_of(ref("Summary")), "lookup"
    )
    lookup["get"]["parameters"] = LOOKUP_PARAMETERS
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Vipps MobilePay troubleshooter",
            "version": "1",
            "description": "Independent tool, not run by Vipps MobilePay. "
            "Content may be read from any web page; every answer has an `ETag`.",
        },
        "servers": [{"url": origin}],
        "paths": {
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
        },
        "components": {"schemas": SCHEMAS},
    }
