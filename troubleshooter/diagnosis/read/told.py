"""What prose and logs tell of statuses and codes: `401 Unauthorized`, `-> 404`, `feilkode: 35`.

A number is a status or a code only by what stands around it. Behind it something must end or begin:
`returned 404 from` tells of a status, `returned 500 items` does not.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import re2

from troubleshooter.domain import Span

PHRASES: Mapping[str, str] = {
    "ok": "200",
    "created": "201",
    "accepted": "202",
    "no content": "204",
    "found": "302",
    "bad request": "400",
    "unauthorized": "401",
    "unauthorised": "401",
    "payment required": "402",
    "forbidden": "403",
    "not found": "404",
    "method not allowed": "405",
    "conflict": "409",
    "unsupported media type": "415",
    "unprocessable entity": "422",
    "unprocessable content": "422",
    "locked": "423",
    "too many requests": "429",
    "internal server error": "500",
    "server error": "500",
    "bad gateway": "502",
    "service unavailable": "503",
    "gateway timeout": "504",
    "gateway time-out": "504",
}
"""What each status is called. A number beside the name of another is no status."""

SAID = (
    "OK|Created|Found[:).]|Accepted|No Content|Bad Request|Unauthori[sz]ed|Payment Required|Forbidden|Not Found"
    "|Method Not Allowed|Conflict|Unsupported Media Type|Unprocessable|Locked|Too Many Requests"
    "|(?:Internal )?Server Error|Bad Gateway|Service Unavailable|Gateway Time"
)
NORDIC_ERROR = r"feil(?:en|et)?|fejl(?:en)?|fel(?:et|en)?|virhe(?:en|ttä|ellä|essä)?"
NORDIC_CODE = (
    r"feilkoden?|fejlkoden?|felkod(?:en)?|virhekoodi(?:n|a|lla|ksi)?|feil-kode|error-?koden?"
    r"|koden?|koodi(?:n|lla)?"
)
NORDIC_STATUS = r"statuskoden?|statuskod(?:en)?|tilakoodi(?:n|a|lla|ksi)?|http-?koden?"
IS = r"(?: (?:is|was|of|er|var|är|on|oli))?"
TOLD = "responded with|response(?: code)?|got|get|gives|gave|returned|returns|received|answered|replied"
NORDIC_TOLD = (
    "svarte|svarer|svarar|svarade|svarede|returnerer|returnerte|returnerar|returnerade|returnerede"
    "|fikk|får|fick|fik|gir|ga|ger|gav|giver|palauttaa|palautti|vastasi|vastaa|antaa|antoi|saan|saamme"
)
WITH = "(?: (?:an?|en|et|ett|med|koden|http|error|status|code))*"
CALL = r"\b(?:GET|POST|PUT|PATCH|DELETE)\b"
END = (
    r"""(?:["'`»”)\]!?]|[.,;:](?:\D|$)|\s+[({\[<«/–—-]|[ \t]*\||\s*$"""
    r"""|\s+(?:from|error|errors|response|status|on|when|for|in|at|and|with|after|body|but"""
    r"""|fra|från|når|när|når|hos|ved|vid|da|og|och|ja|men|mutta|kun|feil|fel|fejl)\b)"""
)
"""What stands behind a status or a code, and not behind a number of things."""

AFTER_CALL = rf"(?:{END}|\s+(?:{SAID})|\s+[\d.]+ ?m?s\b|(?-i:\s+[A-Z]))"

STATUS = re2.compile(
    "(?im)"
    + "|".join(
        (
            r"""\bHTTP(?:/\d(?:\.\d)?)?["']?[ :=-]*(?:(?:error|status|response|code)[ :=-]*)*(\d{3})\b""",
            rf"""\b(?:http[_ -]?)?status(?:[_ -]?code)?["']?(?:{IS}|\s*(?:=>|[:=]))?\s*["'`(]?(\d{{3}})\b""",
            rf"\b([1-5]\d\d)\W{{1,3}}(?:{SAID})",
            r"""\bresulted in an? ["'`]([1-5]\d\d)\b""",
            rf"\b(?:{NORDIC_STATUS}){IS}[ :=]*([1-5]\d\d)\b",
            rf"\b(?:{NORDIC_ERROR}|{NORDIC_CODE}){IS}[ :]*([45]\d\d)\b",
            r"\b([45]\d\d)-(?:feil|fejl|fel|virhe|error|svar|respons|response|status)",
            rf"""\b(?:{TOLD}){WITH}[ :=]*["'`(]?([1-5]\d\d){END}""",
            rf"""\b(?:{NORDIC_TOLD}){WITH}[ :=]*["'`(]?([45]\d\d){END}""",
            rf"""\b(?:failed|failure|rejected|feilet|feila|fejlede|misslyckades|epäonnistui)"""
            rf"""(?: with| med)?\W{{1,3}}([1-5]\d\d){END}""",
            r"<Response \[([1-5]\d\d)\]",
            # ERROR order 7: 400 {"errorCode": …, or the address that a login came back to
            r"""(?:^|[:|)\]>-])[ \t]*([1-5]\d\d):?[ \t]+(?:(?:\[\s*\{?|\{)\s*["']|https?://)""",
            r"\bafter [\d.,]+ ?m?s\W+([1-5]\d\d)\s*$",
            rf"^[ \t]*(?:<?-+>|=+>|[→⇒]|<-+)[ \t]*([1-5]\d\d)(?:{END}|\s+(?:{SAID}))",
        )
    )
)
NAMED = re2.compile(rf"(?i)\b({SAID})\w*(?: Entity| Content|out|-out)?\W{{1,3}}([1-5]\d\d){END}")
CALLED = re2.compile(
    "(?im)"
    + "|".join(
        (
            # (POST https://host/path) 403, POST /path -> 403 Forbidden, POST https://host/path: 403
            rf"""{CALL}\W{{1,3}}(?:https?://|/)[^\s"'`<>]*[\s"'`)\]:,]*"""
            rf"""(?:(?:->|=>|→|⇒|-|returned|gave|failed|with|status|HTTP/\d(?:\.\d)?"?)\s*){{0,3}}([1-5]\d\d){AFTER_CALL}""",
            rf"""^\W*([1-5]\d\d)\W{{1,3}}(?:{CALL}\W{{1,3}})?https?://""",
            rf"""\b([1-5]\d\d)\W{{1,3}}{CALL}\W{{1,3}}(?:https?:/)?/""",
            rf"""(?:https?:/|\s)/\w[^\n]{{0,200}}?\s(?:->|=+>|→|⇒)\s*["'`(]?([1-5]\d\d){AFTER_CALL}""",
        )
    )
)
"""A status beside the call that it answers."""

BELOW_CALL = re2.compile(
    rf"(?m)^[^\n]*{CALL}\W{{1,3}}(?:https?://|/)[^\n]*\n\s{{0,9}}([1-5]\d\d)[ \t]*$"
)
"""A status alone on the line below the call."""

CODE = re2.compile(
    "(?im)"
    + "|".join(
        (
            rf"\b(?:error[ _-]?code|{NORDIC_CODE})"
            rf"""["'`\])]*{IS}\s*(?:=>|[:=])?\s*["'`(\[]?([A-Z]\w+-\d{{5}}|\d{{2,6}})\b""",
            r"\A\W*(?:error|code)[ :=#]*(\d{2,6})\b",
            r"^\W*error[ :=#]*(\d{2,6})\b",
            r"\b(?:api|ecom|vipps|epayment|payment|with|got|gave) (?:error|code)[ :#]*(\d{2,6})\b",
            rf"[\]:|] (?:error|code)[ :=#]*(\d{{2,6}}){END}",
            rf"\b(?:{NORDIC_ERROR})(?: nr\.?| nummer)?[ :#]*(\d{{2,6}})(?:{END}|\s+i\b)",
            r"\b(AADSTS\d{4,7})\b",
            rf"""\bfailure[ _-]?reason["'`\])]*{IS}\s*(?:=>|[:=])?\s*["'`(\[]?([a-z]+(?:_[a-z]+)+)\b""",
        )
    )
)
GROUP = re2.compile(
    r"""(?i)\berror[ _-]?group["'`\])]*\s*(?:=>|[:=])?\s*["'`(\[]?"""
    r"(Authentication|Payment|InvalidRequest|VippsError|User|Customer|Merchant)\b"
)
"""Written beside a code: the names are those of the eCom API alone."""
MAY_CALL = ("GET", "POST", "PUT", "PATCH", "DELETE", "http", "->", "=>", "→", "⇒")


def numbers(text: str) -> Iterator[tuple[str, Span]]:
    """The statuses, codes and groups that a text speaks of, each with its place."""
    for span, _ in groups(text, STATUS):
        yield "status", span
    if any(sign in text for sign in MAY_CALL):
        for span, _ in (*groups(text, CALLED), *groups(text, BELOW_CALL)):
            yield "status", span
    for found in NAMED.finditer(text):
        if any(of.startswith(found[1].lower()) and found[2] == n for of, n in PHRASES.items()):
            yield "status", Span(*found.span(2))
    for span, _ in groups(text, GROUP):
        yield "group", span
    for span, group in groups(text, CODE):
        number = text[span.start : span.end]
        called_code = group == 1  # "errorCode 500" is a code, "error 500" a status
        is_status = len(number) == 3 and number[0] in "45" and not called_code
        yield "status" if is_status else "code", span


def groups(text: str, pattern: Any) -> Iterator[tuple[Span, int]]:
    """Where a pattern matches: the group that did, and its number."""
    for found in pattern.finditer(text):
        number = next(n for n, group in enumerate(found.groups(), start=1) if group is not None)
        yield Span(*found.span(number)), number
