"""What stands before things that only look like secrets, and that support needs to see."""

from troubleshooter.diagnosis.redact.rules import Kept, Name, squeezed

KEPT_NAMES = (
    Name(
        kind="",
        names=(
            *("context id", "trace id", "trace parent", "trace state", "span id", "parent id"),
            *("correlation id", "request id", "operation id", "activity id", "idempotency key"),
            *("order id", "reference", "transaction id", "payment id", "agreement id"),
            *("charge id", "order", "ordre", "ordrenummer", "trace", "instance", "event id"),
            *("azure ref", "cf ray", "etag", "if match", "if none match"),
        ),
        cuts=("idx: «fb492b5e-7907-4d83-bc20-c7fb60ca35de»", "contextId: x, «4791234567»"),
        keeps=(
            '"contextId":"fb492b5e-7907-4d83-bc20-c7fb60ca35de"',
            '\\"traceId\\":\\"00112233445566778899aabbccddeeff\\"',
            "Trace ID: 05d8ee66-30c4-4ec0-b099-be28c4f30f00",
            "Idempotency-Key: 49ca711a-1111-4222-8333-444455556666",
            "x-ms-request-id: 49ca711a-1111-4222-8333-444455556666",
            "Request-Id: |4bf92f3577b34da6a3ce929d0e0e4736.00f067aa0ba902b7.",
            '{"name": "X-Correlation-Id", "value": "49ca711a-1111-4222-8333-444455556666"}',
            "Reference `49ca711a-1111-4222-8333-444455556666` already exists.",
            "<orderId>01019012345</orderId>",
            '"orderId": "acme-4791234567"',
            'ETag: "00112233445566778899aabbccddeeff"',
            "traceId: 00112233445566778899aabbcc\n  ddeeff and more",
            "&quot;traceId&quot;:&quot;00112233445566778899aabbccddeeff&quot;",
            '["contextId"]=>\n  string(36) "fb492b5e-7907-4d83-bc20-c7fb60ca35de"',
            "%2522contextId%2522%253A%2522fb492b5e-7907-4d83-bc20-c7fb60ca35de%2522",
            "time [UTC]\tb\toperation_Id\n10:00\t2\t00112233445566778899aabbccddeeff",
            "id,contextId,amount\n7,fb492b5e-7907-4d83-bc20-c7fb60ca35de,100",
        ),
    ),
    Name(
        kind="",
        names=("merchant serial number", "msn", "amount", "beløp", "belop", "timestamp"),
        fits="-?[0-9]{1,10}|[0-9-]{8,10}T[0-9:.,+Z-]{5,24}",
        cuts=(
            "MSN «00112233445566778899aabbccddeeff»",
            "MSN\n«00112233445566778899aabbccddeeff»",
            '"merchantSerialNumber": "«4000009000000003»"',
            '"amount":"«01819012345»"',
        ),
        keeps=(
            "Merchant-Serial-Number: 654321",
            '"amount": 4500000000',
            "beløp: 4500000000, belop=4500000000",
            '"timestamp": "2026-11-22T10:00:00.123+01:00"',
        ),
    ),
)
"""Names whose values stay. A name without a kind announces no secret."""

KEPT_BY_NAME = {squeezed(name): rule for rule in KEPT_NAMES for name in rule.names}

PATHS = (
    "accounts|agreements|charges|events|merchants|orders|payments|qr|refunds|sales-units|sessions"
    "|webhooks"
)
"""Parts of a path that an id follows."""

KEPT = (
    Kept(
        before=r"(?i)\b(?:order|ordre|reference|trace)(?: ?#|-)[\w.-]{0,64}\z",
        cuts=("pre-order: #x «4791234567»",),
        keeps=("order-4791234567", "order #4791234567"),
    ),
    Kept(
        before=r"""\bW/\\*["']\z""",
        cuts=('"«00112233445566778899aabbccddeeff»"',),
        keeps=('ETag: W/"00112233445566778899aabbccddeeff"',),
    ),
    Kept(
        before=r"""(?:\b(?i:commit|revision)|\bHEAD(?: is now at)?)["']?[\s:=/]{1,3}["'`]?\z"""
        r"""|(?i:\bsha["']?[:=/] ?["'`]?|/(?:tree|blob)/|\.git[@#]|(?:\A|[^\w:.-])[a-z][\w-]*@)\z""",
        cuts=(
            "key «827b287e6a0123456789abcdef012345»",
            "https://«a:b»@«827b287e6a0123456789abcdef012345»",
        ),
        keeps=(
            "commit 827b287e6a0123456789abcdef0123456789abcd",
            "HEAD is now at 827b287e6a0123456789abcdef0123456789abcd",
            "vipps-woocommerce@827b287e6a0123456789abcdef0123456789abcd",
            '"sha": "827b287e6a0123456789abcdef0123456789abcd"',
            "https://github.com/a/b/commit/827b287e6a0123456789abcdef0123456789abcd",
        ),
    ),
    Kept(
        before=r"(?i)appId=cid-v1:\z",
        cuts=("appId=«fb492b5e-7907-4d83-bc20-c7fb60ca35de»",),
        keeps=("Request-Context: appId=cid-v1:fb492b5e-7907-4d83-bc20-c7fb60ca35de",),
    ),
    Kept(
        before=rf"/(?:{PATHS})/[\w.-]{{0,64}}\z",
        cuts=("/reset/«fb492b5e-7907-4d83-bc20-c7fb60ca35de»",),
        keeps=("GET /ecomm/v2/payments/acme-fb492b5e-7907-4d83-bc20-c7fb60ca35de/details",),
    ),
    Kept(
        before=r"(?:\bConnected to [\w.-]{1,80} (?:\(|port )|\*[ \t]+Trying \[?|\* IPv[46]: [\w.:, ]{0,100}"
        r"|\bE(?:CONNREFUSED|CONNRESET|TIMEDOUT|HOSTUNREACH|NETUNREACH) )\z",
        cuts=("Connected to «51.120.3.44»", "Trying «51.120.3.44»", "IPv4: «51.120.3.44»"),
        keeps=(
            "* Connected to api.vipps.no (51.105.128.11) port 443",
            "*   Trying 51.105.128.11:443...",
            "* IPv4: 51.105.128.11, 51.105.128.12",
            "connect ECONNREFUSED 51.105.128.11:443",
        ),
    ),
    Kept(
        before=r"""\\*["']@tr\\*["']:\s?\\*["']\z""",
        cuts=('"tr":"«00112233445566778899aabbccddeeff»"',),
        keeps=('{"@tr":"00112233445566778899aabbccddeeff","@sp":"0011223344556677"}',),
    ),
    Kept(
        before=r"(?i)urn:uuid:\z",
        cuts=("uuid:«fb492b5e-7907-4d83-bc20-c7fb60ca35de»",),
        keeps=("urn:uuid:fb492b5e-7907-4d83-bc20-c7fb60ca35de",),
    ),
)
