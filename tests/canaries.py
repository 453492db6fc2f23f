"""Made-up secrets, the ways they get into a paste, and a search for what is left of them.

Nothing here belongs to anybody: keys are random, people's numbers are of kinds that are never given
out (Tenor numbers with 80 added to the month, telephone numbers that begin with +47 199).
"""

import base64
import html
import json
import random
import string
from urllib.parse import quote

HEX = "0123456789abcdef"
LETTERS = string.ascii_letters + string.digits


def text(rng: random.Random, letters: str, length: int) -> str:
    return "".join(rng.choices(letters, k=length))


def base64_of(rng: random.Random, size: int) -> str:
    return base64.b64encode(rng.randbytes(size)).decode()


def uuid(rng: random.Random) -> str:
    return "-".join(text(rng, HEX, length) for length in (8, 4, 4, 4, 12))


def jwt(rng: random.Random, **claims: object) -> str:
    parts = {"alg": "RS256", "typ": "JWT"}, {"sub": text(rng, LETTERS, 20), **claims}
    coded = (base64.urlsafe_b64encode(json.dumps(part).encode()).decode() for part in parts)
    return ".".join([*(part.rstrip("=") for part in coded), text(rng, LETTERS + "-_", 86)])


def national_id(rng: random.Random) -> str:
    return f"{rng.randint(1, 28):02}{rng.randint(81, 92)}{rng.randint(0, 99):02}{text(rng, string.digits, 5)}"


SECRETS = {
    "client_id": ("client_id", uuid),
    "client_secret": ("client_secret", lambda rng: base64_of(rng, 16)),
    "client_secret of Azure": (
        "clientSecret",
        lambda rng: text(rng, LETTERS, 3) + "8Q~" + text(rng, LETTERS + "~._-", 33) + "4",
    ),
    "subscription key": ("Ocp-Apim-Subscription-Key", lambda rng: text(rng, HEX, 32)),
    "subscription key cut short": ("ocp-apim-subscription-key", lambda rng: text(rng, HEX, 29)),
    "access token": ("access_token", jwt),
    "id token": ("id_token", jwt),
    "refresh token": ("refresh_token", lambda rng: text(rng, LETTERS + "-_", 43)),
    "webhook secret": ("secret", lambda rng: base64_of(rng, 64)),
    "signature": ("signature", lambda rng: base64_of(rng, 32)),
    "code": ("code", lambda rng: text(rng, HEX, 64)),
    "code_verifier": ("code_verifier", lambda rng: text(rng, LETTERS + "-._~", 63) + "a"),
    "state": ("state", lambda rng: text(rng, LETTERS, 24)),
    "callback token": ("callbackAuthorizationToken", lambda rng: text(rng, LETTERS, 20)),
    "password": ("password", lambda rng: text(rng, LETTERS, 5) + "7x!Kp4"),
    "api key": ("x-api-key", lambda rng: text(rng, LETTERS, 27)),
    "phone": ("phoneNumber", lambda rng: "47" + text(rng, "49", 1) + text(rng, string.digits, 7)),
    "phone with plus": ("mobileNumber", lambda rng: "+47199" + text(rng, string.digits, 5)),
    "national id": ("nin", national_id),
    "e-mail": ("email", lambda rng: text(rng, string.ascii_lowercase, 12) + "@example.com"),
}
"""Each class of secret: the name it goes by, and how to make one up."""

SYNTAXES = {
    "curl -H, single quotes": "curl -X POST https://api.vipps.no/a -H '{name}: {value}' -d '{{}}'",
    "curl -H, double quotes": 'curl https://api.vipps.no/a -H "{name}: {value}" -H "Accept: */*"',
    "curl -v, HTTP/1.1": "> POST /a HTTP/1.1\n> Host: api.vipps.no\n> {name}: {value}\n> Accept: */*\n>",
    "curl -v, HTTP/2": "* [HTTP/2] [1] [{name}: {value}]\n* [HTTP/2] [1] [accept: */*]",
    "raw HTTP": "POST /a HTTP/1.1\r\nHost: api.vipps.no\r\n{name}: {value}\r\nAccept: */*\r\n\r\n{{}}",
    "JSON": '{{"a":1,"{name}":"{json}","b":{{}}}}',
    "JSON, pretty": '{{\n  "headers": {{\n    "{name}": "{json}",\n    "b": 2\n  }}\n}}',
    "JSON in JSON": '{{"body":"{{\\"{name}\\":\\"{json2}\\",\\"b\\":2}}"}}',
    "HAR": '{{"headers":[{{"name":"{name}","value":"{json}"}},{{"name":"Accept","value":"*/*"}}]}}',
    "Postman": '[{{\n"key": "{name}",\n"value": "{json}",\n"type": "text"\n}}]',
    "query": "GET https://example.com/a?x=1&{name}={percent}&b=2 HTTP/1.1",
    "query in a query": "https://example.com/?redirect=https%3A%2F%2Fx.no%2F%3F{name}%3D{percent2}%26b%3D2",
    "form": "grant_type=x&{name}={percent}&b=2",
    "PHP array": "['{name}' => '{value}', 'b' => 2]",
    "PHP header strings": "CURLOPT_HTTPHEADER => array('{name}: {value}', 'Accept: */*')",
    "print_r": "Array\n(\n    [{name}] => {value}\n    [b] => 2\n)",
    "var_dump": 'array(2) {{\n  ["{name}"]=>\n  string(9) "{value}"\n  ["b"]=>\n  int(2)\n}}',
    "Python dict": "{{'{name}': '{value}', 'b': 2}}",
    "Python, bytes": "{{b'{name}': b'{value}'}}",
    "Ruby": '{{"{name}"=>"{value}", :b=>2}}',
    "C#": 'request.Headers.Add("{name}", "{value}");',
    "JavaScript": "headers: {{\n  '{name}': '{value}',\n  b: 2\n}}",
    "Go": "map[B:[2] {name}:[{value}]]",
    ".env": "B=2\n{name}={value}\nC=3",
    "YAML": "a:\n  {name}: {value}\n  b: 2",
    "YAML, quoted": 'a:\n  - {name}: "{value}"',
    "YAML block": "a:\n  {name}: >-\n    {value}\n  b: 2",
    "PHP add": '$headers.Add("{name}", "{value}");',
    "log line": "2026-11-22T10:00:00Z ERROR sending request {name}={value} attempt=2",
    "XML": "<a><{name}>{html}</{name}><b>2</b></a>",
    "XML attribute": '<header {name}="{html}" b="2"/>',
    "HTML entities": "{{&quot;{name}&quot;:&quot;{html}&quot;,&quot;b&quot;:2}}",
    "terminal colours": "\x1b[32m{name}\x1b[0m: \x1b[1m{value}\x1b[0m\n",
    "Markdown": "- **{name}:** {value}\n- b",
    "table": "| {name} | {value} |\n| b | 2 |",
    "tabs": "{name}\t{value}\nb\t2",
    "end of the text": "so I sent {name}: {value}",
}
"""Each way a name and its value get into a paste."""


def written(syntax: str, name: str, value: str) -> str:
    """The secret as it stands in that syntax."""
    escaped = json.dumps(value)[1:-1].replace("/", "\\/")
    return SYNTAXES[syntax].format(
        name=name,
        value=value,
        json=escaped,
        json2=json.dumps(escaped)[1:-1],
        percent=quote(value, safe=""),
        percent2=quote(quote(value, safe=""), safe=""),
        html=html.escape(value).replace("+", "&#43;"),
    )


def forms(secret: str) -> set[str]:
    """What a secret can look like in a text: as it is, in codes, and inside Base64."""
    raw = secret.encode()
    shifted = (
        base64.b64encode(b"\0" * pad + raw).decode()[4 * (pad > 0) + 1 : -4] for pad in range(3)
    )
    coded = {quote(secret, safe=""), json.dumps(secret)[1:-1], html.escape(secret), raw.hex()}
    return {secret, secret[::-1], *coded, *shifted}


def leaks(secret: str, text: str) -> str:
    """The first part of the secret that is left in the text; "" if there is none.

    >>> leaks("abcdefghijklmnop", "x cdefghijklmn y"), leaks("abcdefghijklmnop", "‹secret 1›")
    ('cdefghijklmn', '')
    """
    size = min(12, len(secret))
    for form in forms(secret):
        for at in range(len(form) - size + 1):
            if form[at : at + size] in text:
                return form[at : at + size]
    return ""


HOSTILE = [
    *("a", "eyJ.", "eyJ0eXAiOiJKV1Qi.", "Authorization: ", "token=", 'token="', 'token="\n', '"'),
    *(
        '\\"',
        'token=\\"',
        "%41",
        "&amp;",
        "1",
        "01819012345 ",
        "+47 ",
        "+47 91234567,",
        "@",
        "code=",
    ),
    *("a@b.no,", "://a:b@", "fb492b5e-7907-4d83-bc20-c7fb60ca35de-", "Cookie: a=b;", "pin=1&"),
    *(
        "-----BEGIN PRIVATE KEY-----",
        "‹phone 1›",
        "token: the ",
        "0f1e2d3c4b5a69788796a5b4c3d2e1f0/",
    ),
]
"""Pieces that, repeated, make the most work; how much is told by `make bench`."""
