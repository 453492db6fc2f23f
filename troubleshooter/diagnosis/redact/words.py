"""Is it a secret, or ordinary text: a sentence, a word, a stand-in such as YOUR_KEY?"""

import re2

from troubleshooter.diagnosis.redact.randomness import (
    is_date,
    is_random,
    is_unspeakable,
    restlessness,
)

STATES = frozenset(
    (
        *("missing", "invalid", "expired", "required", "empty", "incorrect", "wrong", "malformed"),
        *("denied", "failed", "rejected", "unauthorized", "forbidden", "unknown", "mismatch"),
        *("not", "must", "should", "cannot", "is", "are", "was", "has", "the", "your", "please"),
        *("null", "none", "nil", "undefined", "true", "false", "present", "absent", "unset"),
        *(
            "hidden",
            "redacted",
            "removed",
            "masked",
            "filtered",
            "truncated",
            "string",
            "yes",
            "ok",
        ),
        *("str", "int", "bool", "object", "optional", "await", "new", "func", "function"),
        # error codes of OAuth, which stand behind "…/token:" in logs
        *("invalid_client", "invalid_grant", "invalid_request", "invalid_scope", "access_denied"),
        *("unauthorized_client", "unsupported_grant_type", "server_error", "login_required"),
        *("interaction_required", "authorization_pending", "slow_down", "expired_token"),
        *("basic", "bearer", "mangler", "ugyldig", "ugyldigt", "utløpt", "saknas", "puuttuu"),
    )
)
"""Words that say how something is, where a value could stand."""

NOTHING = frozenset({"null", "none", "nil", "undefined", "true", "false"})
"""What a program writes where there is no value."""

INNER = r"[A-Za-zÆØÅæøåÄÖäö]{1,26}(?:[ _.:/-]{1,2}[A-Za-zÆØÅæøåÄÖäö']{1,20}){0,8}[0-9]{0,2}"
START = r"(?:eyJ[A-Za-z0-9_-]{0,100}|[\w+/-]{0,8})"
STAND_INS = (
    rf"<{INNER}>|&lt;{INNER}&gt;|\[{INNER}\]|\({INNER}\)",
    rf"\$?\{{{{1,2}} ?{INNER} ?\}}{{1,2}}|%[A-Z_]{{3,40}}%|\$[A-Za-z_]{{3,40}}(?:\['?{INNER}'?\])?|\$[0-9]{{1,2}}",
    rf"(?i:your|insert|enter|paste|replace|put|example|dummy)[-_ ]{INNER}",
    r"[A-Z]{2,12}(?:_[A-Z]{2,12}){1,5}",
    r"(?:process\.env|os\.environ|config|settings|secrets|self|this|getenv|env|ENV|options"
    r"|credentials|response|res|request|req|result|data|body|json_decode)"
    r"[.\[(][\w.\[\]()$'\"-]{0,60}|\$\([^)\n]{1,60}\)",
    r"(?:\w{1,20}\.)?(?:get|read|input|prompt|load|fetch|ask)\w{0,20}\(\)?",
    r"(?:base64|base64_encode|btoa)\([\w.:'\"$+ -]{0,60}\)?",
    r"(?:[xX]{3,}-?){1,8}",
    rf"{START} ?(?:\.{{3,}}|…|[*•-]{{3,}}) ?(?:[<(\[]\w{{3,12}}[>)\]]|\w{{0,4}})",
    rf"{START} ?[<(\[](?:truncated|redacted|removed|snipped)[>)\]]",
)
"""What people write where a secret belongs. To have sent one of these is a fault of its own."""

STAND_IN = re2.compile("|".join(STAND_INS))
ORDINARY = re2.compile(r"[A-ZÆØÅ]?[a-zæøåäö']{1,15}|[A-Z]{2,8}|[^\w]+")
QUOTED = " \t\n\"'`\\"
OUTER = QUOTED + ".,;:!?*()[]{}"


def is_innocent(value: str, rest: str, *, phrase: bool) -> bool:
    """Is there nothing to hide in the value, or in what it begins (`rest`: up to its line's end)?

    A `phrase` of plain words may be the value.

    >>> is_innocent("the", "the header is missing", phrase=False)
    True
    >>> is_innocent("Q7m2vXk9", "Q7m2vXk9 is missing", phrase=False)
    False
    """
    if not any(map(str.isalnum, value)) or value.strip(OUTER).lower() in NOTHING:
        return True
    return is_stand_in(value.strip(QUOTED)) or is_prose(rest, phrase=phrase)


def is_stand_in(value: str) -> bool:
    """Does something stand for the secret, with at most plain words behind it?

    >>> is_stand_in("<access token goes here>"), is_stand_in("YOUR_KEY")
    (True, True)
    >>> is_stand_in("<s3cr3t8Kq2>"), is_stand_in("${KEY}and-the-secret")
    (False, False)
    """
    if value.isalnum() and "xxx" not in value.lower():
        return False
    found = STAND_IN.match(value[:160])
    if not found or (len(found[0]) > 40 and is_random(found[0]) and not found[0].startswith("eyJ")):
        return False
    rest = value[found.end() :]
    return not rest[:1].isalnum() and all(map(is_ordinary, rest.split()))


def is_prose(text: str, *, phrase: bool) -> bool:
    """Does a sentence about the thing stand where its value could?

    >>> is_prose("the header is missing", phrase=False), is_prose("correct horse", phrase=True)
    (True, False)
    """
    words = text[:120].split()[:8]
    if not words or any(map(looks_secret, words)):
        return False
    if words[0].strip(OUTER).lower() in STATES:
        return True
    return not phrase and len(words) > 1 and all(map(is_ordinary, words[:2]))


def is_sentence(text: str) -> bool:
    """Is it said how something is?

    >>> is_sentence("Address must not be empty"), is_sentence("Ola Nordmann Hansen")
    (True, False)
    """
    words = text[:120].split()
    said = len(words) > 2 and not text.startswith("‹")  # else a placeholder that is none of ours
    return said and any(word.strip(OUTER).lower() in STATES for word in words)


def is_somebody(name: str) -> bool:
    """Can it be what somebody is called, and not how something is?

    >>> is_somebody("Ola Nordmann"), is_somebody("Access Denied"), is_somebody("null")
    (True, False, False)
    """
    return not any(word.strip(OUTER).lower() in STATES for word in name.split())


def is_ordinary(word: str) -> bool:
    word = word.strip(OUTER)[:40]
    plain = word.isascii() and word.isalpha() and word.islower() and len(word) < 16
    return plain or not word or bool(ORDINARY.fullmatch(word))


def looks_secret(word: str) -> bool:
    """Random, or at least long with letters and digits: enough where only a word before it hints.

    >>> looks_secret("1312312321983212a3b"), looks_secret("Session-00100"), looks_secret("expired.")
    (True, False, False)
    """
    word = word.strip(OUTER)
    padded = word.endswith("=")
    if "://" in word or len(word.split()) != 1 or is_date(word):
        return False
    if len(word) < 16 or (word.startswith("/") and not padded):
        return is_random(word)
    letters = word[:64]
    digits = sum(map(str.isdecimal, letters))
    mixed = digits and letters.isalnum() and letters not in (letters.lower(), letters.upper())
    if mixed or 2 <= digits < len(letters) or restlessness(word) >= 0.2:
        return True
    return is_unspeakable(word)
