"""Made-up secrets, the ways they get into a paste, and a search for what is left of them.

Nothing here belongs to anybody: keys are random, people's numbers are of kinds that are never given
out (Tenor numbers with 80 added to the month, telephone numbers that begin with +47 199).
"""

import base64
import html
import json
import quopri
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


def w3c(rng: random.Random) -> str:
    return f"00-{text(rng, HEX, 32)}-{text(rng, HEX, 16)}-01"


def card(rng: random.Random) -> str:
    """The number of a card of Visa that no bank gives out, with its check digit."""
    digits = "4000009" + text(rng, string.digits, 8)
    doubled = sum(sum(divmod(int(digit) * (2 - at % 2), 10)) for at, digit in enumerate(digits))
    return digits + str(-doubled % 10)


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
    "key of MobilePay": ("x-ibm-client-secret", lambda rng: text(rng, LETTERS, 32)),
    "key of another vendor": ("stripe", lambda rng: "sk_live_" + text(rng, LETTERS, 23) + "7"),
    "cookie": ("JSESSIONID", lambda rng: text(rng, HEX.upper(), 32)),
    "whole header": ("Authorization", jwt),
    "one-time code": ("otp", lambda rng: text(rng, string.digits, 6)),
    "login hint": ("login_hint", lambda rng: "47199" + text(rng, string.digits, 5)),
    "IBAN": ("iban", lambda rng: "NO" + text(rng, string.digits, 13)),
    "account": ("accountNumber", lambda rng: text(rng, string.digits, 11)),
    "card": ("cardNumber", lambda rng: card(rng)),
    "name": ("familyName", lambda rng: text(rng, string.ascii_lowercase, 9).title()),
    "names": (
        "given_name",
        lambda rng: f"{text(rng, LETTERS[:26], 7)} {text(rng, LETTERS[:26], 5)}".title(),
    ),
    "address": ("street_address", lambda rng: text(rng, LETTERS[:26], 9).title() + "vegen 7B"),
    "birth date": (
        "birthdate",
        lambda rng: f"19{rng.randint(50, 99)}-{rng.randint(10, 12)}-{rng.randint(10, 28)}",
    ),
    "user id": ("sub", uuid),
    "IP address": (
        "clientIp",
        lambda rng: ".".join(str(rng.randint(130, 168)) for _ in range(4)),
    ),
    "e-mail": ("email", lambda rng: text(rng, string.ascii_lowercase, 12) + "@example.com"),
}
"""Each class of secret: the name it goes by, and how to make one up."""

KEEPS = {
    "context id": ("contextId", uuid),
    "trace id": ("traceId", lambda rng: text(rng, HEX, 32)),
    "trace id of W3C": ("traceId", lambda rng: w3c(rng)),
    "trace parent": ("traceparent", lambda rng: w3c(rng)),
    "instance": ("instance", lambda rng: "urn:uuid:" + uuid(rng)),
    "instance, a path": ("instance", lambda rng: f"/epayment/v1/payments/{uuid(rng)}/capture"),
    "request id": ("x-ms-request-id", uuid),
    "request id of .NET": (
        "Request-Id",
        lambda rng: f"|{text(rng, HEX, 32)}.{text(rng, HEX, 16)}.",
    ),
    "correlation id": ("X-Correlation-Id", uuid),
    "idempotency key": ("Idempotency-Key", uuid),
    "idempotency key, hexadecimal": ("idempotencyKey", lambda rng: text(rng, HEX, 32)),
    "MSN": ("merchantSerialNumber", lambda rng: text(rng, "123456789", rng.randint(4, 7))),
    "MSN, a header": ("Merchant-Serial-Number", lambda rng: text(rng, "123456789", 6)),
    "order of digits": ("orderId", lambda rng: "654321" + text(rng, string.digits, 12)),
    "order in words": (
        "orderId",
        lambda rng: f"acme-shop-{text(rng, string.digits, 8)}-order123abc",
    ),
    "order, a telephone number": ("order_id", lambda rng: "47" + text(rng, "49", 8)),
    "order, a card number": ("orderId", card),
    "reference, a UUID": ("reference", uuid),
    "reference, a birth number": ("reference", national_id),
    "reference of a PSP": ("pspReference", lambda rng: text(rng, string.digits, 20)),
    "agreement": ("agreementId", lambda rng: "agr_" + text(rng, LETTERS, 7)),
    "charge": ("chargeId", lambda rng: "chr-" + uuid(rng)),
    "error code": ("errorCode", lambda rng: text(rng, "123456789", 2)),
    "error code in words": (
        "code",
        lambda rng: "recurring.core.charges." + rng.choice(("create.invalid_agreement", "x.gone")),
    ),
    "error group": (
        "errorGroup",
        lambda rng: rng.choice(("Merchant", "Payments", "InvalidRequest")),
    ),
    "amount": ("amount", lambda rng: text(rng, "123456789", rng.randint(3, 10))),
    "time": (
        "timestamp",
        lambda rng: f"2026-{rng.randint(10, 12)}-{rng.randint(10, 28)}T10:00:00Z",
    ),
    "seconds": ("expires_on", lambda rng: "17" + text(rng, string.digits, 8)),
    "life of a token": ("expires_in", lambda rng: rng.choice(("3599", "86399", "900"))),
    "type of a token": ("token_type", lambda rng: rng.choice(("Bearer", "bearer"))),
    "shop": ("Vipps-System-Name", lambda rng: rng.choice(("WooCommerce", "Magento", "acme"))),
    "version": (
        "Vipps-System-Version",
        lambda rng: ".".join(text(rng, "123456789", 1) for _ in range(rng.randint(2, 4))),
    ),
    "user agent": (
        "User-Agent",
        lambda rng: f"GuzzleHttp/7.{rng.randint(0, 9)}.0.{rng.randint(0, 99)}",
    ),
    "field": ("name", lambda rng: rng.choice(("phoneNumber", "addressLine1", "client_secret"))),
    "currency": ("currency", lambda rng: rng.choice(("NOK", "DKK", "EUR"))),
}
"""What a diagnosis and support need: the name it goes by, and how to make one up."""

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
    "XML attribute of an entry": '<add key="{name}" value="{html}" />',
    "PowerShell": '$headers = @{{\n  "{name}" = "{value}"\n  "b" = "2"\n}}',
    "axios": "headers: {{ Accept: 'application/json', '{name}': '{value}' }}, timeout: 0",
    "var_export": "array (\n  '{name}' => '{value}',\n  'b' => 2,\n)",
    "Java map": "{{b=2, {name}={value}, c=3}}",
    "Java toString": "Request{{b=2, {name}='{value}', c=3}}",
    "Go struct": "{{B:2 {name}:{value} C:3}}",
    "WooCommerce": '2026-11-22T10:00:00+00:00 DEBUG Request headers: {{"{name}":"{json}","b":2}}',
    "logfmt": 'level=error msg="call failed" {name}="{value}" attempt=2',
    "JSON in JSON in JSON": '"{{\\"a\\":\\"{{'
    + r"\\\"{name}\\\":\\\"{json3}\\\",\\\"b\\\":2"
    + '}}\\"}}"',
    "JSON, percent-coded": "body=%7B%22{name}%22%3A%22{percent}%22%2C%22b%22%3A2%7D",
    "JSON, curly quotes": "{{“{name}”: “{value}”, “b”: 2}}",
    "CSV": "time,{name},b\n2026-11-22,{value},2",
    "CSV, quoted": '"time","{name}","b"\n"2026-11-22","{value}","2"',
    "TSV": "time\t{name}\tb\n2026-11-22\t{value}\t2",
    "Markdown table": "| time | {name} | b |\n|---|---|---|\n| 10:00 | {value} | 2 |",
    "Kibana": "Nov 22, 2026 @ 10:00:00.000\t{name}: {value}\tstatus: 401",
    "Application Insights": "customDimensions\n{name}\t{value}\nresultCode\t401",
    "mail reply": '> {{\n>   "{name}":\n>     "{json}",\n>   "b": 2\n> }}',
    "nulls of UTF-16": "\0{name}\0:\0 \0{value}\0\n\0b\0:\0 \x002\0",
    "Norwegian": "Hei, vi sender {name}: {value} og får feil.",
    "elements of name and value": "<h><name>{name}</name><value>{html}</value></h>\n<b>2</b>",
    "HTML table": "<tr><th>{name}</th><td>{html}</td></tr>",
    "HTML form": '<input type="text" name="{name}" id="f1" value="{html}"/>',
    "HTML form, value first": '<input value="{html}" type="text" name="{name}">',
    "HAR, value first": '[{{"value":"{json}","name":"{name}"}},{{"value":"*/*","name":"Accept"}}]',
    "PHP serialize": 'a:2:{{s:9:"{name}";s:9:"{value}";s:1:"b";i:2;}}',
    "var_dump of a class": '["{name}":protected]=>\n  string(9) "{value}"\n  ["b"]=>\n  int(2)',
    "print_r of a class": "Api Object\n(\n    [{name}:Api:private] => {value}\n    [b] => 2\n)",
    "Terraform": 'variable "{name}" {{\n  type = string\n  default = "{value}"\n}}',
    "TOML": "{name} = '''{value}'''\nb = 2",
    "object of a value": '{{"{name}": {{"type": "x", "value": "{json}"}}, "b": 2}}',
    "comparison": 'if ({name} !== "{value}") {{ throw x }}',
    "Erlang": '[{{<<"{name}">>,<<"{value}">>}}, {{b, 2}}]',
    "arrow": "{name} → {value}\nb → 2",
    "wrapped at 20": "",
    "wrapped at 40 in a reply": "",
    "dump of curl": "",
    "dump of Wireshark": "",
    "trace of curl": "",
    "xxd": "",
    "hexdump -C": "",
    "Base64": "",
    "end of the text": "so I sent {name}: {value}",
    "hard spaces": "POST /a\n{name}:\u00a0{value}\nAccept:\u00a0*/*",
    "wide colon": "{name}：{value}\nAccept：*/*",
    "frame": "┌───┬───┐\n│ {name} │ {value} │\n│ b      │ 2 │\n└───┴───┘",
    "rich text": "{{\\rtf1\\ansi {{\\b {name}:}} {value}\\par Accept: */*\\par}}",
    "cmd of Windows": 'curl ^"https://x.no/a^" ^\n  -H ^"{name}: {value}^" ^\n  -H ^"Accept: */*^"',
    "Go headers": 'http.Header{{"{name}":[]string{{"{value}"}}, "Accept":[]string{{"*/*"}}}}',
    "Java headers": "Request{{headers=[{name}:{value}, Merchant-Serial-Number:654321]}}",
    "name above value": "Field\n\n{name}\n{value}\n\nStatus\n401",
    "field and value": "Field\tValue\n{name}\t{value}\nMSN\t654321",
    "quotes read as Latin-1": "{{â€œ{name}â€\u009d: â€œ{value}â€\u009d}}",
    "SQL": "INSERT INTO `settings` (`id`, `{name}`) VALUES (1, '{value}'), (2, NULL);",
    "psql": " id | {name} | b\n----+------+---\n  1 | {value} | 2\n(1 row)",
    "psql, expanded": "-[ RECORD 1 ]-+---\nid     | 1\n{name} | {value}",
    "MySQL": "+----+------+\n| id | {name} |\n+----+------+\n|  1 | {value} |\n+----+------+",
    "MySQL, names and values": "+--+--+\n| option_name | option_value |\n+--+--+\n| {name} | {value} |\n+--+--+",
    "columns of a terminal": "NAME   {name}   AGE\nshop   {value}   2d",
    "PowerShell table": "Name      Value\n----      -----\n{name}   {value}\nb         2",
    "spreadsheet": "Butikk\tBeløp (NOK)\t{name}\nOslo\t100\t{value}\nBergen\t200\t",
    "colours told in letters": r"\u001b[32m{name}\u001b[0m: \u001b[1m{value}\u001b[0m",
    "colours of Python": r"\x1b[36m{name}\x1b[0m=\x1b[1;33m{value}\x1b[0m b=2",
    "colours without their first sign": "[32m{name}[0m: [33m{value}[0m",
    "Kotlin": 'mapOf("{name}" to "{value}", "b" to 2)',
    "Rust": 'Config {{ {name}: Hidden("{value}"), b: "2" }}',
    "Swift": '▿ Config\n  - {name}: "{value}"\n  - b: "2"',
    "settings of Azure": '[{{"name": "{name}", "slotSetting": false, "value": "{json}"}}]',
    "JMeter": '<stringProp name="a">{name}</stringProp>\n<stringProp name="b">{html}</stringProp>',
    "label and field": '<label for="f1">{name}</label><input type="text" id="f1" value="{html}">',
    "WireMock": '{{"headers": {{"{name}": {{"equalTo": "{json}"}}, "b": {{"equalTo": "2"}}}}}}',
    "Pydantic": "{name}\n  Too short [type=string_too_short, input_value='{value}', input_type=str]",
    "set -x": "+ curl -sS -X POST https://api.vipps.no/a -H '{name}: {value}' -H 'b: 2'",
    "docker -e": "docker run -e '{name}={value}' -e B=2 shop:latest",
    "Karate": "1 > POST https://api.vipps.no/a\n1 > {name}: {value}\n1 > Accept: */*",
    "Python, tuples": "[('b', '2'), ('{name}', '{value}')]",
    "OkHttp": "--> POST https://api.vipps.no/a\n{name}: {value}\n--> END POST (0-byte body)",
    "HttpClient of .NET": "Method: POST, Headers:\n{{\n  {name}: {value}\n  Accept: */*\n}}",
    "DynamoDB": '{{"{name}": {{"S": "{json}"}}, "b": {{"S": "2"}}}}',
    "Avro": '{{"{name}":{{"string":"{json}"}},"b":{{"int":2}}}}',
    "properties in XML": '<entry key="{name}">{html}</entry>\n<entry key="b">2</entry>',
    "Spring": '<property name="{name}"><value>{html}</value></property>\n<b>2</b>',
    "YAML block with a tag": "a:\n  {name}: !vault |\n    {value}\n  b: 2",
    "a name torn in two": "",
    "hyphens that do not break": "",
    "soft hyphens": "",
    "letters of no width": "",
    "wide letters": "",
    "quoted-printable": "",
}
"""Each way a name and its value get into a paste. Those without a text are made in WOVEN."""

HEADERS = "POST /epayment/v1/payments HTTP/1.1\nHost: api.vipps.no\n{}: {}\nAccept: */*\n"


def wrapped(text: str, width: int, mark: str = "") -> str:
    """A text with its lines broken where they reach the width, as a window or a mail does."""
    return "\n".join(mark + text[at : at + width] for at in range(0, len(text), width))


def dumped(text: str, row: str) -> str:
    """A hexadecimal dump, sixteen bytes a row."""
    rows = (text.encode()[at : at + 16] for at in range(0, len(text), 16))
    return "\n".join(
        row.format(
            at=16 * number,
            pairs=each.hex(" "),
            fours=each.hex(" ", 2),
            signs="".join(chr(byte) if 32 <= byte < 127 else "." for byte in each),
        )
        for number, each in enumerate(rows)
    )


def traced(text: str) -> str:
    """What `curl --trace-ascii` prints: each line in rows of 64 letters behind their number."""
    at, rows = 0, ["=> Send header, 120 bytes (0x78)"]
    for line in text.split("\n"):
        pieces = wrapped(line, 64).split("\n")
        rows += [f"{at + 64 * number:04x}: {piece}" for number, piece in enumerate(pieces)]
        at += len(line) + 2
    return "\n".join(rows)


def wide(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def quoted_printable(text: str) -> str:
    """A text as mail programs send it: a line is broken where it reaches 76 characters."""
    return quopri.encodestring(f"“{text}”".encode()).decode()


WOVEN = {
    "wrapped at 20": lambda name, value: wrapped(
        f'{{"a":1,"{name}":"{value}","b":"{"words " * 8}"}}', 20
    ),
    "wrapped at 40 in a reply": lambda name, value: wrapped(
        f"we sent this and got an error {name}: {value} " + "and more words " * 5, 40, "> "
    ),
    "a name torn in two": lambda name, value: (
        f"We sent\n{name[: len(name) // 2]}\n{name[len(name) // 2 :]}: {value}\nand it failed"
    ),
    "dump of curl": lambda name, value: (
        "=> Send header, 120 bytes (0x78)\n"
        + dumped(HEADERS.format(name, value), "{at:04x}: {pairs:48}{signs}")
    ),
    "dump of Wireshark": lambda name, value: dumped(
        HEADERS.format(name, value), "{at:04x}   {pairs:47}   {signs}"
    ),
    "trace of curl": lambda name, value: traced(HEADERS.format(name, value)),
    "xxd": lambda name, value: dumped(HEADERS.format(name, value), "{at:08x}: {fours:41}{signs}"),
    "hexdump -C": lambda name, value: dumped(
        HEADERS.format(name, value), "{at:08x}  {pairs:48} |{signs}|"
    ),
    "hyphens that do not break": lambda name, value: HEADERS.format(
        name.replace("-", "\u2011"), value.replace("-", "\u2011")
    ),
    "soft hyphens": lambda name, value: HEADERS.format("\u00ad".join(name), "\u00ad".join(value)),
    "letters of no width": lambda name, value: HEADERS.format(
        "\u200b".join(name), "\u200b".join(value)
    ),
    "wide letters": lambda name, value: HEADERS.format(wide(name), wide(value)),
    "quoted-printable": lambda name, value: quoted_printable(
        f"We sent {name}: {value}\nand the API said that this is not right, which we cannot believe."
    ),
    "Base64": lambda name, value: wrapped(
        base64.b64encode(HEADERS.format(name, value).encode()).decode(), 76
    ),
}
"""Syntaxes in which name and value are torn apart or not to be seen."""


NOT_TOLD_FROM_WORDS = {
    (syntax, kind): "a plain word without a colon or an equals sign may be anything"
    for syntax in (
        *("C#", "PHP add", "table", "tabs", "Application Insights", "frame", "field and value"),
        *("name above value", "arrow", "Kotlin", "Python, tuples", "psql, expanded"),
    )
    for kind in ("name", "names", "address")
}
"""What is not cut, and why. Nothing else may stay."""


def written(syntax: str, name: str, value: str) -> str:
    """The secret as it stands in that syntax."""
    if syntax in WOVEN:
        return WOVEN[syntax](name, value)
    escaped = json.dumps(value)[1:-1].replace("/", "\\/")
    if syntax == "nulls of UTF-16":
        name, value = "\0".join(name), "\0".join(value)
    return SYNTAXES[syntax].format(
        name=name,
        value=value,
        json=escaped,
        json2=json.dumps(escaped)[1:-1],
        json3=json.dumps(json.dumps(escaped)[1:-1])[1:-1],
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
    return {secret, secret[::-1], wide(secret), *coded, *shifted}


NO_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b"))


def leaks(secret: str, text: str) -> str:
    """The first part of the secret that is left in the text; "" if there is none.

    >>> leaks("abcdefghijklmnop", "x cdefghijklmn y"), leaks("abcdefghijklmnop", "‹secret 1›")
    ('cdefghijklmn', '')
    """
    size = min(12, len(secret))
    text = text.translate(NO_WIDTH)
    dumped = {secret.encode().hex(" ", group) for group in (1, 2)}
    for form in forms(secret) | dumped:
        width = 3 * size - 1 if form in dumped else size
        for at in range(len(form) - width + 1):
            if form[at : at + width] in text:
                return form[at : at + width]
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
    *("token,a\n", "0000: 70 69 6e 3d\n", "51.120.3.44 ", "4000 0090 0000 0003 ", "contextId: "),
    *('"customer":{"name":"a', "kX9/+vT3" * 8 + "\n", "%22contextId%22%3A%22", "> ab\n", "a::1 "),
    *("\u00ad", "cl\u00adient_secret: a1 ", "a=3Db=\n", '^"', "Ã©", "{\\rtf1 \\b ", "é pin=1&"),
    *("client_secret\nabcDEF12345\n", "[token:a, "),
]
"""Pieces that, repeated, make the most work; how much is told by `make bench`."""

PASTED = [
    "new PDO('mysql:host=h', 'shop', 'kattepus')",
    "<Buffer 37 66 30 61 31 62 32 63 33 64 ... 14 more bytes>",
    "{ type: 'Buffer', data: [55, 102, 48, 97, 49, 98, 50, 99, 51, 100, 52, 101, 53, 54, 55, 56] }",
    "err [55 102 48 97 49 98 50 99 51 100 52 101 53 54 55 56]",
    "Fra: Kari Nordmann <kari@post>",
    "Med vennlig hilsen\nKari",
    "jeg heter Kari Nordmann.",
    "Customer(id=7, name=Kari Nordmann)",
    '{"@tr":"00112233445566778899aabbccddeeff"}',
    'Authorization = new AuthenticationHeaderValue("Bearer", "kattepus");',
    '3) "client_secret"\n4) "kd0aZ3nQx.Lr4TzWb8"',
    "zip='0154'",
    "He typed the PIN 4711 twice",
    "the card form had exp 12/27 cvc 123",
    "Osoite: Mannerheimintie 5",
    "Konto: 1234 56 78903",
    "log in with pw: kattepus",
    "vår nøkkel: 0f1e2d3c4b5a69788796a5b4c3d2e1",
    "keytool -list -storepass hemmelig",
    "$ANSIBLE_VAULT;1.1;AES256\n  66386439653236336462626566653063\n  31653438",
    "client_secret !vault kort-hemmelighet",
    "Tel. 43599259",
    "Adyen x-api-key-of AQEyhmfxK4vJbxtDw0m/n3Q5qf3VaY9UCJ14==-JtQ5H0iXtu8rqQMD6iAb33gf=-3wQ@~x}9",
    "posts to https://hooks.slack.com/services/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",
    "telefonnummeret jeg tester med er 95768527.",
    "mysql -uroot -pijEUfw80 shop",
    "db.x.no:5432:shop:app:py1pRXDY",
    "postgres://u:ab12c@uJ0Qi8@h/db",
    "Primary key: 0f1e2d3c4b5a69788796a5b4c3d2e1f0",
    '{"webhookSecret": "kort-hemmelighet"}',
    "https://shop.blob.core.windows.net/a?sp=r&sig=Zm9v%3D",
    '"private_key": "MIIEvQIBADANBg"',
    'we send "Bearer d7f9Ka82hX0s1pQ4zz" in the header',
    "curl --oauth2-bearer s3cr3t https://api.vipps.no/x",
    "the header is Basic ZGVtbzpwYXNzd29yZDEy and fails",
    "curl -u shop:hemmelig https://api.vipps.no/accesstoken/get",
    "curl -ushop:hemmelig https://api.vipps.no/accesstoken/get",
    "curl https://api.vipps.no -b 'sid=abc123; lang=no'",
    '"cardNumber": "4000 0090 0000 0004"',
    "X-Forwarded-For: 8.8.4.4, 10.0.0.7",
    'new VippsClient().withClientSecret("kort-hemmelig")',
    "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----",
    "chr-4bf92f3577b34da6a3ce929d0e0e4736 failed",
    "we got eyJhbGciOiJub25lIn0.eyJzdWIiOiI0NyJ9.c2ln back",
    "postgres://shop:hemmelig@db.example.com/vipps",
    "value abc8Q~Wk3vX9pLq2Rt5Yb7Nm0Zc4Hd6Jf8Ks1Ga2 was copied",
    "is Zk9vT3aQ7m2vXk9Lr4TzWA== right?",
    "is kX9fQ2vLmZ7tRb4YpW8sNc3HdJ6gKa5e1qZxAb4c9Q8= right?",
    "deployed 827b287e6a0123456789abcdef0123456789abcd today",
    "version 51.20.33.44",
    "betalt til NO93 8601 1117 947 i dag",
    "overført 8601.11.17947 i dag",
    "kunden brukte 4000 0090 0000 0003 i dag",
    "request from 51.120.3.44 was refused",
    "request from 2a02:2121:3:4::52 was refused",
    "kunde 01819012345 finnes ikke",
    "Nummeret er 912 34 567",
    "Kunden har nummer 912 34 567",
    'skriv til "ola n"@shop.no',
    "order-4791234567 failed",
    'W/"00112233445566778899aabbccddeeff"',
    "commit 00112233445566778899aabbccddeeff",
    "* Connected to api.vipps.no (51.105.128.11) port 443 (#0)",
    "<status>401</status><code>005056A509B11EE1B9A8FEC11C23378F</code>",
]
"""Pieces of pastes as people send them, for rules that the syntaxes above do not reach."""
