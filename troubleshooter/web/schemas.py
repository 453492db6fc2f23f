"""The shape of everything that programs are answered, as schemas. Closed lists are the domain's."""

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
