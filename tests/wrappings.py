"""How tools print an error body: a table of functions from a shape to what people then paste.

Each is written from what the tool really prints. A wrapping that names the HTTP status is in
`WITH_STATUS`; what it says itself, besides the body, is in `OF_ITS_OWN`.
"""

import html
import json
import quopri
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, quote_plus

PHRASES = {
    "200": "OK",
    "202": "Accepted",
    "302": "Found",
    "400": "Bad Request",
    "401": "Unauthorized",
    "404": "Not Found",
    "409": "Conflict",
    "500": "Internal Server Error",
}
PATHS = {
    "ecom": "/ecomm/v2/payments/acme-shop-123/capture",
    "epayment": "/epayment/v1/payments",
    "recurring": "/recurring/v3/agreements",
    "access-token": "/accesstoken/get",
    "login": "/access-management-1.0/access/oauth2/token",
    "checkout": "/checkout/v3/session",
    "psp": "/psp/v3/psppayments/init",
    "webhooks": "/webhooks/v1/webhooks",
    "report": "/report/v2/ledgers",
    "management": "/management/v1/sales-units",
    "invoice": "/vipps-ipp/v1/invoices",
}


class Shape(NamedTuple):
    """A body as an API sends it: its API family ("" when the form does not tell) and status."""

    name: str
    api: str
    status: str
    body: Any

    @property
    def text(self) -> str:
        """Minified, as APIs send it; a body that is no JSON as it is."""
        return self.body if self.is_text else compact(self.body)

    @property
    def pretty(self) -> str:
        return self.body if self.is_text else json.dumps(self.body, indent=2, ensure_ascii=False)

    @property
    def is_text(self) -> bool:
        return isinstance(self.body, str)

    @property
    def phrase(self) -> str:
        return PHRASES[self.status]

    @property
    def path(self) -> str:
        return PATHS.get(self.api, "/")

    @property
    def url(self) -> str:
        return f"https://apitest.vipps.no{self.path}"


def compact(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


SHAPES = tuple(
    Shape(**each)
    for each in json.loads((Path(__file__).parent / "shapes.json").read_text(encoding="utf-8"))
)

WRAPPINGS: dict[str, Callable[[Shape], str]] = {}
WITH_STATUS: set[str] = set()
OF_ITS_OWN: dict[str, Mapping[str, frozenset[str]]] = {}

Wrap = Callable[[Shape], str]


def wrapping(name: str, status: bool = False, **own: str) -> Callable[[Wrap], Wrap]:
    """Put a function into the table. `own`: facts that the tool adds, as `code="ERR_BAD_REQUEST"`."""

    def put(wrap: Wrap) -> Wrap:
        WRAPPINGS[name] = wrap
        OF_ITS_OWN[name] = {fact: frozenset(values.split("|")) for fact, values in own.items()}
        if status:
            WITH_STATUS.add(name)
        return wrap

    return put


def dumped(text: str) -> str:
    """As a JSON string."""
    return json.dumps(text, ensure_ascii=False)


# ------------------------------------------------------------------------------ JSON, and broken


@wrapping("minified")
def minified(shape: Shape) -> str:
    return shape.text


@wrapping("pretty")
def pretty(shape: Shape) -> str:
    return shape.pretty


@wrapping("pretty with tabs")
def tabbed(shape: Shape) -> str:
    return shape.text if shape.is_text else json.dumps(shape.body, indent="\t")


@wrapping("escaped")
def escaped(shape: Shape) -> str:
    return dumped(shape.text)


@wrapping("escaped twice")
def escaped_twice(shape: Shape) -> str:
    return dumped(dumped(shape.text))


@wrapping("slashes escaped")
def slashes(shape: Shape) -> str:
    return shape.text.replace("/", "\\/")


@wrapping("curly quotes")
def curly(shape: Shape) -> str:
    pieces = shape.pretty.replace('\\"', "'").split('"')
    return "".join(("“", "”")[n % 2] + piece if n else piece for n, piece in enumerate(pieces, 1))[
        1:
    ]


@wrapping("closing curly quotes")
def only_closing(shape: Shape) -> str:
    return shape.pretty.replace('\\"', "'").replace('"', "”")


@wrapping("escaped apostrophes")
def apostrophes(shape: Shape) -> str:
    return shape.text.replace("'", "\\'")


@wrapping("trailing commas")
def trailing_commas(shape: Shape) -> str:
    return shape.pretty.replace("\n}", ",\n}").replace('"\n', '",\n')


@wrapping("missing commas")
def missing_commas(shape: Shape) -> str:
    return shape.pretty.replace(",\n", "\n")


@wrapping("last brace lost")
def last_brace_lost(shape: Shape) -> str:
    return shape.pretty.rstrip("]}\n ")


@wrapping("outer braces missing")
def no_outer_braces(shape: Shape) -> str:
    return shape.text.strip("[]{}") if not shape.is_text else shape.text


@wrapping("first line lost")
def first_line_lost(shape: Shape) -> str:
    return shape.pretty.partition("\n")[2] or shape.pretty


@wrapping("html entities")
def entities(shape: Shape) -> str:
    return html.escape(shape.text)


@wrapping("numeric html entities")
def numeric_entities(shape: Shape) -> str:
    return shape.text.replace("&", "&amp;").replace('"', "&#34;").replace("'", "&#39;")


@wrapping("colours of a terminal")
def coloured(shape: Shape) -> str:
    if shape.is_text:
        return f"\x1b[31m{shape.text}\x1b[0m"
    return shape.pretty.replace('": ', '"\x1b[39;49;00m:\x1b[37m \x1b[39m').replace(
        '  "', '  \x1b[94m"'
    )


@wrapping("wrapped at 80")
def wrapped(shape: Shape) -> str:
    """As a terminal breaks a long line: in the middle of a word."""
    return "\n".join(shape.text[n : n + 80] for n in range(0, len(shape.text), 80))


@wrapping("wrapped at words")
def wrapped_at_words(shape: Shape) -> str:
    return "\n".join(textwrap.wrap(shape.text, 76, break_long_words=False, break_on_hyphens=False))


@wrapping("pretty, wrapped at 80")
def pretty_wrapped(shape: Shape) -> str:
    lines = shape.pretty.split("\n")
    return "\n".join(line[n : n + 80] for line in lines for n in range(0, len(line) or 1, 80))


# --------------------------------------------------------------- letters changed on the way


@wrapping("hard spaces")
def hard_spaces(shape: Shape) -> str:
    return shape.pretty.replace(" ", "\u00a0")


@wrapping("letters of no width")
def no_width(shape: Shape) -> str:
    return shape.text.replace("e", "\u200be").replace("t", "t\u00ad")


@wrapping("wide punctuation")
def wide(shape: Shape) -> str:
    return shape.text.replace('":', '"：').replace(',"', '，"')


@wrapping("UTF-8 read as Windows-1252")
def misread(shape: Shape) -> str:
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in curly(shape).encode()
    )


@wrapping("html entities, twice")
def entities_twice(shape: Shape) -> str:
    return html.escape(html.escape(shape.text))


@wrapping("percent codes")
def percent(shape: Shape) -> str:
    return shape.text if shape.is_text else f"https://a.example/?body={quote(shape.text, safe='')}"


@wrapping("percent codes of a form")
def percent_of_form(shape: Shape) -> str:
    return shape.text if shape.is_text else f"n=1&body={quote_plus(shape.text)}&m=2"


@wrapping("quoted-printable")
def quoted_printable(shape: Shape) -> str:
    coded = quopri.encodestring(shape.pretty.encode(), quotetabs=False).decode()
    return f"Content-Transfer-Encoding: quoted-printable\n\n{coded}"


@wrapping("rich text")
def rich_text(shape: Shape) -> str:
    text = shape.text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    return "{\\rtf1\\ansi\\deff0 " + text.replace("\u2019", "\\rquote ") + "\\par}"


@wrapping("PowerShell, 80 columns")
def powershell(shape: Shape) -> str:
    lines = [
        f"Invoke-RestMethod : {shape.text}",
        "At C:\\src\\pay.ps1:12 char:9",
        f'+ $answer = Invoke-RestMethod -Method Post -Uri "{shape.url[:20]} ...',
        "+           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "    + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [a]",
        "    + FullyQualifiedErrorId : WebCmdletWebResponseException",
    ]
    return "\r\n".join(line[n : n + 80] for line in lines for n in range(0, len(line), 80))


@wrapping("a frame of lines")
def framed(shape: Shape) -> str:
    lines = shape.pretty.split("\n")
    width = max(map(len, lines))
    inner = [f"│ {line.ljust(width)} │" for line in lines]
    return "\n".join(["┌" + "─" * (width + 2) + "┐", *inner, "└" + "─" * (width + 2) + "┘"])


# ------------------------------------------------------------------------------------------ logs


@wrapping("log line")
def log_line(shape: Shape) -> str:
    return f"2026-11-22 10:00:00.123 ERROR [shop.payments] Vipps call failed: {shape.text}"


@wrapping("log line with more behind")
def log_line_with_more(shape: Shape) -> str:
    return f"[2026-11-22T10:00:00Z] warn: payment failed {shape.text} (order 1234, will retry)"


@wrapping("log of many lines")
def log_lines(shape: Shape) -> str:
    ordinary = "2026-11-22 09:59:5{} INFO [shop] order {} saved, next step payment"
    lines = [ordinary.format(n, 1000 + n) for n in range(4)]
    return "\n".join([*lines, log_line(shape), ordinary.format(9, 1009)])


@wrapping("WooCommerce log", status=True)
def woocommerce(shape: Shape) -> str:
    return (
        "2026-11-22T10:00:00+00:00 DEBUG Vipps MobilePay: getting payment status\n"
        f"2026-11-22T10:00:01+00:00 ERROR Error: {shape.status} {shape.text}\n"
    )


@wrapping("Magento log", status=True)
def magento(shape: Shape) -> str:
    context = compact({"response": shape.text, "status_code": int(shape.status)})
    return f"[2026-11-22T10:00:00.000000+00:00] main.CRITICAL: Vipps payment failed {context} []"


@wrapping("Laravel log")
def laravel(shape: Shape) -> str:
    return (
        f"[2026-11-22 10:00:00] production.ERROR: {shape.text} "
        '{"exception":"[object] (RuntimeException(code: 0): at /app/Vipps.php:42)\n[stacktrace]\n#0 {main}"}'
    )


@wrapping("syslog")
def syslog(shape: Shape) -> str:
    return f"Nov 22 10:00:00 web-1 shop[4242]: vipps: {shape.text}"


@wrapping("syslog, pretty")
def syslog_pretty(shape: Shape) -> str:
    """Every line of the body is a line of the log."""
    begin = "Nov 22 10:00:00 web-1 shop[4242]: "
    return "\n".join(begin + line for line in shape.pretty.split("\n"))


@wrapping("docker compose log, pretty")
def docker(shape: Shape) -> str:
    return "\n".join(f"shop-web-1  | {line}" for line in shape.pretty.split("\n"))


@wrapping("logfmt", status=True)
def logfmt(shape: Shape) -> str:
    return (
        f'ts=2026-11-22T10:00:00Z level=error msg="vipps call failed" status={shape.status} '
        f"body={dumped(shape.text)} attempt=1"
    )


@wrapping("JSON-lines log", status=True)
def json_lines(shape: Shape) -> str:
    line = {"time": "2026-11-22T10:00:00Z", "level": "error", "msg": "call failed"}
    return (
        compact({"time": "2026-11-22T09:59:59Z", "level": "info", "msg": "go"})
        + "\n"
        + compact({**line, "http_status": int(shape.status), "body": shape.text})
    )


@wrapping("JSON-lines log, nested")
def json_lines_nested(shape: Shape) -> str:
    return compact(
        {
            "@timestamp": "2026-11-22T10:00:00Z",
            "level": "ERROR",
            "context": {"response": shape.body},
        }
    )


# ------------------------------------------------------------------------------------------- PHP


def print_r(value: Any, indent: str = "", name: str = "Array") -> str:
    if not isinstance(value, dict | list):
        return (
            {True: "1", False: "", None: ""}.get(value, str(value))
            if not isinstance(value, int | str) or isinstance(value, bool)
            else str(value)
        )
    items = value.items() if isinstance(value, dict) else enumerate(value)
    inner = "".join(
        f"{indent}    [{key}] => {print_r(item, indent + '        ', name)}\n"
        for key, item in items
    )
    return f"{name}\n{indent}(\n{inner}{indent})\n"


@wrapping("print_r")
def php_print_r(shape: Shape) -> str:
    return print_r(shape.body)


@wrapping("print_r of an object")
def php_print_r_object(shape: Shape) -> str:
    return "Response: " + print_r(shape.body, name="stdClass Object")


@wrapping("print_r on one line")
def php_print_r_one_line(shape: Shape) -> str:
    return f"[22-Nov-2026 10:00:00 UTC] {' '.join(print_r(shape.body).split())}"


def var_dump(value: Any, indent: str = "") -> str:
    if isinstance(value, bool):
        return f"{indent}bool({str(value).lower()})\n"
    if isinstance(value, int):
        return f"{indent}int({value})\n"
    if isinstance(value, str):
        return f'{indent}string({len(value.encode())}) "{value}"\n'
    items = list(value.items() if isinstance(value, dict) else enumerate(value))
    inner = "".join(
        f"{indent}  [{dumped(key) if isinstance(key, str) else key}]=>\n"
        + var_dump(item, indent + "  ")
        for key, item in items
    )
    return f"{indent}array({len(items)}) {{\n{inner}{indent}}}\n"


@wrapping("var_dump")
def php_var_dump(shape: Shape) -> str:
    return var_dump(shape.body)


def var_export(value: Any, indent: str = "") -> str:
    if isinstance(value, bool) or not isinstance(value, dict | list | str):
        return str(value).lower()
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    items = value.items() if isinstance(value, dict) else enumerate(value)
    inner = ""
    for key, item in items:
        gap = f"\n{indent}  " if isinstance(item, dict | list) else ""
        inner += f"{indent}  {var_export(key)} => {gap}{var_export(item, indent + '  ')},\n"
    return f"array (\n{inner}{indent})"


@wrapping("var_export")
def php_var_export(shape: Shape) -> str:
    return var_export(shape.body)


@wrapping("dump of Symfony")
def php_dump(shape: Shape) -> str:
    def shown(value: Any, indent: str) -> str:
        if not isinstance(value, dict | list):
            return dumped(value)
        items = list(value.items() if isinstance(value, dict) else enumerate(value))
        lines = "".join(f"{indent}  {dumped(k)} => {shown(v, indent + '  ')}\n" for k, v in items)
        return f"array:{len(items)} [\n{lines}{indent}]"

    return shown(shape.body, "")


@wrapping("Guzzle", status=True)
def guzzle(shape: Shape) -> str:
    kind = "Server" if shape.status > "499" else "Client"
    return (
        f"PHP Fatal error:  Uncaught GuzzleHttp\\Exception\\{kind}Exception: {kind} error: `POST {shape.url}` "
        f"resulted in a `{shape.status} {shape.phrase}` response:\n{shape.text}\n in "
        "/app/vendor/guzzlehttp/guzzle/src/Exception/RequestException.php:113\nStack trace:\n"
        "#0 /app/vendor/guzzlehttp/guzzle/src/Middleware.php(72): GuzzleHttp\\Exception\\RequestException::create"
        "(Object(GuzzleHttp\\Psr7\\Request), Object(GuzzleHttp\\Psr7\\Response), NULL, Array, NULL)\n#1 {main}\n"
    )


# ------------------------------------------------------------------------------ other languages


@wrapping("Python dict")
def python_dict(shape: Shape) -> str:
    return f"ERROR:shop:vipps answered {shape.body!r}"


@wrapping("Python bytes")
def python_bytes(shape: Shape) -> str:
    return f"{shape.status} {shape.text.encode()!r}"


@wrapping("requests traceback", status=True)
def requests_traceback(shape: Shape) -> str:
    kind = "Server" if shape.status > "499" else "Client"
    return (
        "Traceback (most recent call last):\n"
        '  File "/app/shop/vipps.py", line 42, in pay\n    response.raise_for_status()\n'
        '  File "/usr/lib/python3/dist-packages/requests/models.py", line 1021, in raise_for_status\n'
        "    raise HTTPError(http_error_msg, response=self)\n"
        f"requests.exceptions.HTTPError: {shape.status} {kind} Error: {shape.phrase} for url: {shape.url}\n"
        f"{shape.text}\n"
    )


def inspected(value: Any, indent: str = "") -> str:
    """As `util.inspect` of Node prints it."""
    if isinstance(value, str):
        quote = "'" if "'" not in value else '"' if '"' not in value else "`"
        return quote + value.replace("\n", "\\n").replace("\r", "\\r") + quote
    if not isinstance(value, dict | list):
        return json.dumps(value)
    if isinstance(value, list):
        return (
            f"[\n{indent}  "
            + f",\n{indent}  ".join(inspected(item, indent + "  ") for item in value)
            + f"\n{indent}]"
        )
    lines = [
        f"{indent}  {key if key.isidentifier() else inspected(key)}: {inspected(item, indent + '  ')}"
        for key, item in value.items()
    ]
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"


@wrapping("axios", status=True, code="ERR_BAD_REQUEST")
def axios(shape: Shape) -> str:
    return f"""AxiosError: Request failed with status code {shape.status}
    at settle (/app/node_modules/axios/lib/core/settle.js:19:12)
    at IncomingMessage.handleStreamEnd (/app/node_modules/axios/lib/adapters/http.js:599:11)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5) {{
  code: 'ERR_BAD_REQUEST',
  config: {{
    transitional: {{ silentJSONParsing: true, forcedJSONParsing: true, clarifyTimeoutError: false }},
    adapter: [ 'xhr', 'http', 'fetch' ],
    transformRequest: [ [Function: transformRequest] ],
    timeout: 0,
    env: {{ FormData: [Function], Blob: [class Blob] }},
    validateStatus: [Function: validateStatus],
    headers: Object [AxiosHeaders] {{
      Accept: 'application/json, text/plain, */*',
      'Content-Type': 'application/json',
      'User-Agent': 'axios/1.7.2'
    }},
    method: 'post',
    url: '{shape.url}',
    data: '{{"amount":{{"currency":"NOK","value":1000}},"reference":"acme-shop-123"}}'
  }},
  request: <ref *1> ClientRequest {{
    _events: [Object: null prototype] {{ abort: [Function (anonymous)] }},
    res: [Circular *1]
  }},
  response: {{
    status: {shape.status},
    statusText: '{shape.phrase}',
    headers: Object [AxiosHeaders] {{ 'content-type': 'application/json' }},
    data: {inspected(shape.body, "    ")}
  }}
}}
"""


@wrapping("axios, response.data")
def axios_data(shape: Shape) -> str:
    return f"response.data: {inspected(shape.body)}"


@wrapping("fetch", status=True)
def fetch(shape: Shape) -> str:
    return (
        f"POST {shape.url} {shape.status} ({shape.phrase})\n"
        f"Uncaught (in promise) Error: HTTP {shape.status}: {shape.text}\n"
        "    at pay (checkout.js:42:11)\n    at async HTMLButtonElement.<anonymous> (checkout.js:77:3)"
    )


@wrapping("Node stack")
def node_stack(shape: Shape) -> str:
    return (
        f"/app/vipps.js:42\n    throw new Error({dumped(shape.text)});\n          ^\n\n"
        f"Error: {shape.text}\n    at pay (/app/vipps.js:42:11)\n"
        "    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)\n\nNode.js v22.3.0"
    )


@wrapping(".NET", status=True)
def dotnet(shape: Shape) -> str:
    return (
        "System.Net.Http.HttpRequestException: Response status code does not indicate success: "
        f"{shape.status} ({shape.phrase}).\n"
        "   at System.Net.Http.HttpResponseMessage.EnsureSuccessStatusCode()\n"
        f"   at Shop.Vipps.Pay() in C:\\src\\Vipps.cs:line 42\nBody: {shape.text}"
    )


@wrapping("Java", status=True)
def java(shape: Shape) -> str:
    return (
        f'Exception in thread "main" org.springframework.web.client.HttpClientErrorException$Error: '
        f'{shape.status} {shape.phrase}: "{shape.text}"\n'
        "\tat org.springframework.web.client.HttpClientErrorException.create(HttpClientErrorException.java:105)\n"
        "\tat no.shop.Vipps.pay(Vipps.java:42)\n\t... 12 more"
    )


@wrapping("Java, spaces for lines", status=True)
def java_eol(shape: Shape) -> str:
    """Spring prints line ends so since 5.3."""
    return (
        f'HttpClientErrorException: {shape.status} {shape.phrase}: "'
        + shape.pretty.replace("\n", "<EOL>")
        + '"'
    )


@wrapping("Go", status=True)
def go(shape: Shape) -> str:
    return f"2026/11/22 10:00:00 pay: unexpected status {shape.status}: {shape.text}\nexit status 1"


@wrapping("Go quoted", status=True)
def go_quoted(shape: Shape) -> str:
    return (
        f"panic: vipps: status={shape.status} body={dumped(shape.text)}\n\ngoroutine 1 [running]:"
    )


def ruby_hash(value: Any, arrow: str = "=>") -> str:
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(f"{dumped(k)}{arrow}{ruby_hash(v, arrow)}" for k, v in value.items())
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(ruby_hash(item, arrow) for item in value) + "]"
    return dumped(value)


@wrapping("Ruby hash")
def ruby(shape: Shape) -> str:
    return f"RuntimeError (Vipps: {ruby_hash(shape.body)}):\napp/models/vipps.rb:42:in `pay'"


@wrapping("Ruby hash, new")
def ruby_new(shape: Shape) -> str:
    return ruby_hash(shape.body, " => ")


@wrapping("Ruby symbols")
def ruby_symbols(shape: Shape) -> str:
    def shown(value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f":{k}=>{shown(v)}" for k, v in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(shown, value)) + "]"
        return dumped(value)

    return shown(shape.body)


def map_string(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}={map_string(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(map_string, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


@wrapping("Java map")
def java_map(shape: Shape) -> str:
    return f"10:00:00.123 [main] ERROR no.shop.Vipps - body={map_string(shape.body)}"


@wrapping("Kotlin data class")
def kotlin(shape: Shape) -> str:
    def shown(value: Any) -> str:
        if isinstance(value, dict):
            return "VippsError(" + ", ".join(f"{k}={shown(v)}" for k, v in value.items()) + ")"
        if isinstance(value, list):
            return "[" + ", ".join(map(shown, value)) + "]"
        return map_string(value)

    return shown(shape.body)


@wrapping("Go map")
def go_map(shape: Shape) -> str:
    def shown(value: Any) -> str:
        if isinstance(value, dict):
            return "map[" + " ".join(f"{k}:{shown(v)}" for k, v in sorted(value.items())) + "]"
        if isinstance(value, list):
            return "[" + " ".join(map(shown, value)) + "]"
        return map_string(value)

    return f"2026/11/22 10:00:00 {shown(shape.body)}"


# ------------------------------------------------------------------------------------------ HTTP


def head(shape: Shape, version: str = "HTTP/1.1", reason: bool = True) -> list[str]:
    return [
        f"{version} {shape.status}{' ' + shape.phrase if reason else ''}",
        "Date: Sun, 22 Nov 2026 10:00:00 GMT",
        "Content-Type: application/json; charset=utf-8",
        "Connection: keep-alive",
    ]


@wrapping("raw HTTP", status=True)
def raw_http(shape: Shape) -> str:
    return "\r\n".join([*head(shape), "", shape.text])


@wrapping("curl -i, HTTP/2", status=True)
def curl_i(shape: Shape) -> str:
    lines = [line.lower() if n else line for n, line in enumerate(head(shape, "HTTP/2", False))]
    return "\n".join([lines[0] + " ", *lines[1:], "", shape.text])


def curl_v(shape: Shape, version: str) -> str:
    sent = [
        f"> POST {shape.path} {version}",
        "> Host: apitest.vipps.no",
        "> User-Agent: curl/8.5.0",
        "> Accept: */*",
        "> Content-Type: application/json",
        "> Content-Length: 42",
        "> ",
    ]
    got = ["< " + line for line in head(shape, version)]
    return "\n".join(
        [
            "* Host apitest.vipps.no:443 was resolved.",
            "*   Trying 51.105.123.45:443...",
            "* Connected to apitest.vipps.no (51.105.123.45) port 443",
            "* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384 / x25519 / RSASSA-PSS",
            "*  subject: CN=*.vipps.no",
            *sent,
            "} [42 bytes data]",
            "* upload completely sent off: 42 bytes",
            *got,
            "< ",
            "{ [81 bytes data]",
            shape.text,
            "* Connection #0 to host apitest.vipps.no left intact",
        ]
    )


@wrapping("curl -v", status=True)
def curl_v_1(shape: Shape) -> str:
    return curl_v(shape, "HTTP/1.1")


@wrapping("curl -v, HTTP/2", status=True)
def curl_v_2(shape: Shape) -> str:
    return curl_v(shape, "HTTP/2").replace(
        "> POST", f"* [HTTP/2] [1] [:method: POST]\n* [HTTP/2] [1] [:path: {shape.path}]\n> POST"
    )


@wrapping("curl -v, Windows", status=True)
def curl_v_windows(shape: Shape) -> str:
    text = curl_v(shape, "HTTP/1.1").replace(
        "* SSL",
        "* schannel: disabled automatic use of client certificate\n* ALPN: curl offers http/1.1\n* SSL",
    )
    return ("C:\\Users\\kari>curl -v " + shape.url + "\n" + text).replace("\n", "\r\n")


@wrapping("curl with a progress meter")
def curl_meter(shape: Shape) -> str:
    return (
        "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n"
        "                                 Dload  Upload   Total   Spent    Left  Speed\n"
        "100   152  100   152    0     0   1021      0 --:--:-- --:--:-- --:--:--  1027\n"
        + shape.text
    )


@wrapping("HTTPie", status=True)
def httpie(shape: Shape) -> str:
    return "\n".join([*head(shape), "", shape.pretty, "", ""])


@wrapping("Postman", status=True)
def postman(shape: Shape) -> str:
    return (
        f"Body Cookies Headers (9) Test Results\nStatus: {shape.status} {shape.phrase}\nTime: 95 ms\n"
        f"Size: 512 B\nPretty Raw Preview Visualize JSON\n{shape.pretty}"
    )


@wrapping("Postman, lines numbered")
def numbered(shape: Shape) -> str:
    lines = shape.pretty.replace("\n  ", "\n    ").split("\n")
    return "\n".join(f"{n}\n{line}" for n, line in enumerate(lines, 1))


@wrapping("Postman console")
def postman_console(shape: Shape) -> str:
    return (
        f"POST {shape.url}\n95 ms\nNetwork\n"
        'addresses: {"local":{"address":"192.168.1.7","family":"IPv4","port":50123}}\n'
        "Request Headers\ncontent-type: application/json\naccept: */*\nRequest Body\n"
        '{"reference":"acme-shop-123"}\nResponse Headers\ncontent-type: application/json\n'
        f"Response Body\n{shape.text}"
    )


@wrapping("Insomnia", status=True)
def insomnia(shape: Shape) -> str:
    return (
        "* Preparing request to " + shape.url + "\n* Current time is 2026-11-22T10:00:00.000Z\n"
        "* Using libcurl/8.4.0\n* Connection #0 to host apitest.vipps.no left intact\n\n"
        f"> POST {shape.path} HTTP/2\n> Host: apitest.vipps.no\n> content-type: application/json\n\n"
        '| {"reference": "acme-shop-123"}\n\n* We are completely uploaded and fine\n\n'
        f"< HTTP/2 {shape.status} \n< content-type: application/json\n\n* Received 152 B chunk\n\n{shape.text}"
    )


@wrapping("HAR entry", status=True)
def har(shape: Shape) -> str:
    content = {"size": len(shape.text), "mimeType": "application/json", "text": shape.text}
    return json.dumps(
        {
            "startedDateTime": "2026-11-22T10:00:00.000Z",
            "time": 95.1,
            "request": {
                "method": "POST",
                "url": shape.url,
                "httpVersion": "HTTP/2",
                "headers": [{"name": "Content-Type", "value": "application/json"}],
                "postData": {
                    "mimeType": "application/json",
                    "text": '{"reference":"acme-shop-123"}',
                },
            },
            "response": {
                "status": int(shape.status),
                "statusText": shape.phrase,
                "headers": [{"name": "Content-Type", "value": "application/json"}],
                "content": content,
            },
        },
        indent=2,
    )


@wrapping("HTTP, chunked", status=True)
def chunked(shape: Shape) -> str:
    text, size = shape.text, len(shape.text) // 2 + 3
    chunks = [text[:size], text[size:]]
    body = "".join(f"{len(chunk.encode()):x}\r\n{chunk}\r\n" for chunk in chunks)
    return "\r\n".join([*head(shape), "Transfer-Encoding: chunked", "", body + "0", "", ""])


@wrapping("HTTP, folded headers", status=True)
def folded(shape: Shape) -> str:
    more = "Strict-Transport-Security: max-age=31536000;\r\n includeSubDomains;\r\n\tpreload"
    return "\r\n".join([*head(shape), more, "", shape.text])


@wrapping("HTTP, request and response", status=True)
def both(shape: Shape) -> str:
    asked = [
        f"POST {shape.path} HTTP/1.1",
        "Host: apitest.vipps.no",
        "Content-Type: application/json",
        "",
        '{"reference": "acme-shop-123", "amount": {"currency": "NOK", "value": 1000}}',
        "",
    ]
    return "\n".join([*asked, *head(shape), "", shape.text])


# ---------------------------------------------------------------------------- pages, mails, lists


@wrapping("HTML page")
def html_page(shape: Shape) -> str:
    return (
        "<!DOCTYPE html>\n<html>\n<head><title>Checkout</title></head>\n<body>\n<h1>Payment failed</h1>\n"
        f'<pre class="sf-dump">{html.escape(shape.pretty)}</pre>\n</body>\n</html>'
    )


@wrapping("Markdown fence")
def fence(shape: Shape) -> str:
    return f"We get this since Monday:\n\n```json\n{shape.pretty}\n```\n\nAny idea?"


@wrapping("Markdown fence, quoted")
def fence_quoted(shape: Shape) -> str:
    lines = f"We get this:\n```json\n{shape.pretty}\n```".split("\n")
    return "\n".join(f"> {line}" for line in lines) + "\n\nCan you help?"


@wrapping("e-mail")
def mail(shape: Shape) -> str:
    body = "\n".join(textwrap.wrap(shape.text, 72, break_long_words=False, break_on_hyphens=False))
    lines = f"Hi,\n\nthe API answers\n\n{body}\n\nRegards".split("\n")
    return "On Sunday, Kari wrote:\n" + "\n".join(f"> > {line}".rstrip() for line in lines)


@wrapping("table row", status=True)
def table_row(shape: Shape) -> str:
    return (
        "| time | call | status | body |\n|---|---|---|---|\n"
        f"| 10:00 | create payment | HTTP {shape.status} | `{shape.text}` |"
    )


@wrapping("row of a spreadsheet", status=True)
def sheet_row(shape: Shape) -> str:
    cell = '"' + shape.text.replace('"', '""') + '"'
    return f"2026-11-22 10:00:00;create payment;HTTP {shape.status};{cell};1"


def yaml(value: Any, indent: str = "") -> str:
    lines = []
    items = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    for key, item in items:
        begin = f"{indent}- " if key is None else f"{indent}{key}:"
        if isinstance(item, dict | list):
            inner = yaml(item, indent + "  ")
            lines.append(begin + inner[len(indent) + 2 :] if key is None else f"{begin}\n{inner}")
        else:
            shown = item if isinstance(item, str) and ": " not in item else dumped(item)
            lines.append(f"{begin}{'' if key is None else ' '}{shown}".rstrip())
    return "\n".join(lines)


@wrapping("YAML")
def as_yaml(shape: Shape) -> str:
    return shape.text if shape.is_text else yaml(shape.body)


def flat(value: Any, name: str = "") -> list[tuple[str, Any]]:
    """The names and values without their nesting."""
    if not isinstance(value, dict | list):
        return [(name, value)]
    items = value.items() if isinstance(value, dict) else [(name, item) for item in value]
    return [pair for key, item in items for pair in flat(item, key)]


@wrapping("key: value list")
def key_value(shape: Shape) -> str:
    if shape.is_text:
        return shape.text
    lines = [f"{key}: {value}" if key else str(value) for key, value in flat(shape.body)]
    return "The error was\n\n" + "\n".join(lines)


@wrapping("logfmt members")
def logfmt_members(shape: Shape) -> str:
    if shape.is_text:
        return shape.text
    pairs = [
        f"{key}={dumped(value) if ' ' in str(value) else value}"
        for key, value in flat(shape.body)
        if key
    ]
    return "level=error " + " ".join(pairs)


@wrapping("table of members")
def table(shape: Shape) -> str:
    if shape.is_text:
        return shape.text
    rows = [f"| {key} | {value} |" for key, value in flat(shape.body) if key]
    return "\n".join(["| Field | Value |", "|-------|-------|", *rows])


@wrapping("Norwegian plugin sentence")
def plugin_sentence(shape: Shape) -> str:
    return f"Noe gikk galt ved opprettelse av Vipps-betalingen. Prøv igjen senere. Feilmelding: {shape.text}"


@wrapping("YAML, blocks")
def yaml_blocks(shape: Shape) -> str:
    """Sentences below their names, at a narrow width."""
    if shape.is_text:
        return shape.text

    def shown(value: Any, indent: str) -> list[str]:
        if isinstance(value, list):
            lines = [line for item in value for line in dashed(shown(item, indent + "  "), indent)]
            return lines
        if not isinstance(value, dict):
            return [indent + (dumped(value) if isinstance(value, str) else str(value))]
        lines = []
        for key, item in value.items():
            if isinstance(item, dict | list):
                lines += [f"{indent}{key}:", *shown(item, indent + "  ")]
            elif isinstance(item, str) and item.count(" ") > 3 and "\n" not in item:
                wrapped = textwrap.wrap(item, 40, break_long_words=False, break_on_hyphens=False)
                lines += [f"{indent}{key}: >-", *(f"{indent}  {line}" for line in wrapped)]
            else:
                lines.append(f"{indent}{key}: {dumped(item)}")
        return lines

    return "\n".join(shown(shape.body, ""))


def dashed(lines: list[str], indent: str) -> list[str]:
    """Lines of an item of YAML: the first with a dash in the place of its margin."""
    return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]


@wrapping("XML")
def xml(shape: Shape) -> str:
    if shape.is_text:
        return shape.text

    def shown(name: str, value: Any) -> str:
        if isinstance(value, list):
            return "".join(shown(name, item) for item in value)
        if isinstance(value, dict):
            inner = "".join(shown(key, item) for key, item in value.items())
        else:
            inner = html.escape(str(value))
        tag = name if name.replace("_", "").replace(".", "").isalnum() else "item"
        return f"<{tag}>{inner}</{tag}>"

    body = shape.body if isinstance(shape.body, dict) else {"item": shape.body}
    return '<?xml version="1.0"?>\n' + shown("error", body)
