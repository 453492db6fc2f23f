"""Answers of calls that succeeded, by the names they have. An error in the same paste comes first."""

from collections.abc import Iterable, Iterator

import re2

from troubleshooter.diagnosis.read.header_names import SIDES
from troubleshooter.diagnosis.read.node import Member, objects
from troubleshooter.diagnosis.read.paste import Document, Paste
from troubleshooter.domain import Fact

ENDED = frozenset(("ABORTED", "EXPIRED", "TERMINATED"))
STATES = ENDED | {"CREATED", "AUTHORIZED"}
AZURE = ("expires_on", "ext_expires_in", "not_before")
"""What Azure says of a token besides; the token endpoint of Vipps MobilePay passes it on."""

FORMS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("success", "epayment", frozenset(("state", "reference", "aggregate"))),
    ("success", "epayment", frozenset(("state", "reference", "pspreference"))),
    ("success", "epayment", frozenset(("reference", "pspreference", "name", "success"))),
    ("success", "ecom", frozenset(("orderid", "transactioninfo"))),
    ("success", "ecom", frozenset(("orderid", "transactionloghistory"))),
    ("created", "epayment", frozenset(("redirecturl", "reference"))),
    ("created", "recurring", frozenset(("agreementid", "vippsconfirmationurl"))),
    ("created", "checkout", frozenset(("token", "checkoutfrontendurl", "pollingurl"))),
)
"""Names that only an answer to a call that succeeded has, and whose it is; the first that fits."""

IDS = {"agr_": "recurring", "chr_": "recurring", "chr-": "recurring"}
"""What the ids of agreements and charges begin with."""

SENT = frozenset(name for name, side in SIDES.items() if side == "request")
FAILS = frozenset(("errorinfo", "errorcode", "errormessage", "error", "failurereason", "errors"))
OF_ERRORS = ("code", "reason", "exception", "type")
WORDS_OF_ERRORS = re2.compile(
    r"(?i)error|fail|exception|denied|invalid|not found|unauthori[sz]ed|forbidden|refused|rejected"
    r"|\b(?:feil|fejl|fel|virhe)|wrong|problem|cannot|can't"
)


def facts(paste: Paste, known: Iterable[Fact]) -> Iterator[Fact]:
    """The form of each body of success, if nothing in the paste tells of an error.

    `known` is everything else that was read.
    """
    found = [each for document in paste.documents for each in of_document(document, paste)]
    if not found or any(is_of_error(fact) for fact in known):
        return
    yield from found


def of_document(document: Document, paste: Paste) -> Iterator[Fact]:
    """The form and the API of each object of a document that has a form of success."""
    if paste.side_of(document) == "request":
        return
    for node, members in objects(document.node, without=SENT):
        form, api = form_of(members, paste)
        if form:
            within = document.decoded.span(node.start, node.end)
            yield Fact("shape", form, within, within)
            if api:
                yield Fact("api", api, within, within)


def form_of(members: tuple[Member, ...], paste: Paste) -> tuple[str, str]:
    """The form of an object and its API; "" and "" for none."""
    named = {member.name.lower(): member.node.value for member in members}
    names = named.keys()
    if names & FAILS:
        return "", ""
    for form, api, signs in FORMS:
        if signs <= names and ("state" not in signs or named["state"] in STATES):
            ended = api == "epayment" and {named.get("state"), named.get("name")} & ENDED
            return "ended-payment" if ended else form, api
    if {"orderid", "url"} == names and "vipps" in paste.lower:
        return "success", "ecom"
    if {"access_token", "token_type", "expires_in"} <= names:
        is_ours = "vipps" in paste.lower or any(name in names for name in AZURE)
        return ("success", "access-token") if is_ours else ("", "")
    of_id = IDS.get(str(named.get("id"))[:4], "")
    return ("success", of_id) if of_id and "status" in named else ("", "")


def is_of_error(fact: Fact) -> bool:
    """Whether a fact tells of an error: its code, its words, a status of 4xx or 5xx."""
    if fact.name in ("message", "line"):
        return bool(WORDS_OF_ERRORS.search(fact.value))
    if fact.name == "shape":
        return fact.value != "strings"
    return fact.name in OF_ERRORS or (fact.name == "status" and fact.value[0] in "45")
