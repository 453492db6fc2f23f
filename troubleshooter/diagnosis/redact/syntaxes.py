"""How a name and its value are written together: JSON, headers, queries, dumps, prose …

What stands between them is built from CLOSING (the end of the name), one of SYNTAXES, and OPENING
(the start of the value). A quote may have backslashes before it: JSON inside a JSON string.
"""

from troubleshooter.diagnosis.redact.rules import Syntax
from troubleshooter.diagnosis.redact.syntaxes_of_parts import IN_PARTS, SCALAR
from troubleshooter.diagnosis.redact.syntaxes_of_prose import ARROW, IN_PROSE

SUFFIX = r"s?(?:[-_ ]?\(?(?:primary|secondary|psp|test|prod|production|live|mt|value)\)?|[-_]?[0-9]{1,2})?"
"""What may be added to a name without changing its meaning."""

CLOSING = r"""["'`”’\\\])*]{0,8}"""
OPENING = (
    r"""(?:string\([0-9]+\) \\*["'`]|\b(?-i:[A-Z])\w{0,40}\(\s*\\*["'`]|(?:\[\]string\{\s*"""
    r"""|(?:\b(?:new )?(?:Optional(?:\.of)?|Option|Some|Just|Maybe|Ok|Right|Sensitive"""
    r"""|Secret(?:Str(?:ing)?|Value)?|String|str|bytes|Text|Box)\s?)?[\[(]\s*)?"""
    r"""(?:<!\[CDATA\[)?(?:[bBuUfFrR@$]?(?:"{3}|'{3}|`{3}|\\*["'`]))?)"""
)

TAGS = r"(?:(?:!(?:vault|unsafe|secret|env|ENV|Ref|Sub|!\w{1,20})|&[A-Za-z]\w{0,30})[ \t]+){0,2}"
"""What YAML may have before a value: of what type it is, and a name for it."""

SYNTAXES = (
    *IN_PARTS,
    Syntax(
        between=rf"[ \t]*:[ \t]*{TAGS}[|>][+-]?[ \t]*\n[ \t]+",
        cuts=(
            "client_secret: >-\n  «x1»",
            "a:\n  client_secret: |\n    «abcdef»\n  b: 2",
            "client_secret: !vault |\n  «x1»",
            "client_secret: !unsafe |\n  «x1»",
        ),
        keeps=("client_secret: |\n", "client_secret: |\nb: 2"),
    ),
    Syntax(
        between=r"""[ \t]*[:=][ \t]*\n\s*\\*["'`]""",
        cuts=('"client_secret":\n    "«x1»"',),
        keeps=('client_secret:\n"client_id"',),
    ),
    Syntax(
        between=r"[ \t]*:[ \t*|>-]*\n\s*",
        loose=True,
        cuts=(
            "Client secret:\n«Q7m2vXk9Lr4TzWb8Yn3PcA»\nMSN: 654321",
            "client_secret: >-\n  «Q7m2vXk9Lr4TzWb8Yn3PcA»",
        ),
        keeps=("client_secret:\nOcp-Apim-Subscription-Key:\n",),
    ),
    Syntax(
        between=r"[ \t]*(?:=>\s*(?:[Aa]rray\s*\(.{0,9}\s*\[0\] ?=>\s*)?|:=[ \t]*"
        rf"|:[ \t]*{ARROW}[ \t]*|:[ \t]+{TAGS}|[:=][ \t*]*)",
        cuts=(
            "client_secret: !vault «x1»",
            "client_secret: &shop !!str '«x1»'",
            "client_secret: -> «x1»",
            "\x1b[36mclient_secret:\x1b[33m«abc12»\x1b[36m msn:\x1b[33m654321\x1b[0m",
            "client_secret: «x1»",
            '"client_secret" : "«x1»"',
            '{\\"client_secret\\":\\"«x1»\\"}',
            "'client_secret' => '«x1»',",
            "[client_secret] => «x1 y2»",
            '["client_secret"]=>\n  string(2) "«x1»"',
            "$client_secret = '«x1»';",
            ':client_secret=>"«x1»"',
            "{ClientSecret:«x1» Env:test}",
            "client_secret: {«Q7m2vXk9Lr4TzWb8Yn3PcA==»}",
            "{“client_secret”: “«x1»”, “b”: 2}",
            "client_secret=«x1»&grant_type=a",
            "client_secret=«Qz7aB NG31Z6TR8MviD6UzT==»&grant_type=a",
            "client_secret: «001122334455667788=\n99aabbccddeeff» and more",
            "x?client_secret=«001122334455667788\n    99aabbccddeeff»&x=1",
            "client_secret: «yYJXw\nTbTy00uyN+M02yTPg»\nand more",
            "**Client secret:** «x1»",
            'http.Header{"Client_secret":[]string{"«x1»"}, "B":[]string{"2"}}',
            "Request{headers=[client_secret:«x1 y2», Merchant-Serial-Number:654321]}",
            'curl ^"https://x.no^" -H ^"client_secret: «x1»^" ^\n -H ^"MSN: 1^"',
            "map[Client_secret:[«x1»]]",
            "[HTTP/2] [1] [client_secret: «x1»]",
            "Array ( [client_secret] => «x1» [b] => 2 )",
            "client_secret: «x1» Content-Type: application/json",
            "-H \"client_secret: «x1»\" -H 'client_id: «x2 y2»' -X POST",
            '"client_secret": ["«x1»", "«x2»"]',
            '"client_secret": [\n  "«x1»",\n  "«x2»"\n]',
            "[client_secret] => Array\n(\n  [0] => «x1»\n)",
            '["client_secret"]=>\n  array(1) {\n  [0]=>\n  string(2) "«x1»"',
            "{b'client_secret': b'«x1»'}",
            'client_secret = $"«x1»";',
            'clientSecret := "«x1»"',
            "client_secret = '''«x1»'''",
            "client_secret=Optional[«x1»]",
            'client_secret: ClientSecret("«x1 y2»"), msn: 1',
            "client_secret: SecretStr('«x1»')",
            'client_secret: Some("«x1»")',
            'client_secret = "«x1»" + "«x2»"',
            "'client_secret' => '«x1»' . '«x2»'",
            '~ "client_secret" = "«x1»" -> "«x2»"\n  + "Vipps__Port" = "x3"',
            '{"client_secrets": ["«x1Kd0aZ3nQx»", "«x2Kd0aZ3nQx»"]}',
            "client secrets: «8Kd0aZ3nQx7», «9Kd0aZ3nQx7» og «7Kd0aZ3nQx7»",
            "client_secret=«x1», «9Kd0aZ3nQx7»",
            "client_secret={{«q2qX/MisWn0w8»}}",
            "CLIENT_SECRET=«ab<Cd»",
            'client_secret = """«x1»"""',
            "Client secret: ```«x1»```",
        ),
        keeps=(
            "'client_secret: ' . $secret,",
            '{"client_secret": SUB_KEY}',
            "client_secret=%3Cyour-key%3E&a=1",
            "client_secret = getpass()",
            '"client_secret": {"name": "x"}',
            '"token":{"value":3}',
            "client_secret: ",
            '"client_secret": null',
            'client_secret = ""',
            "client_secret=Optional[YOUR_CLIENT_SECRET]",
            "client_secret: Optional[str] = None",
            "client_secrets: 2",
            '"access_tokens": ["read", "write"]',
            "client_secret: {{ clientSecret }}",
            "client_secret: !Ref ClientSecret",
            "reference: -> fb492b5e-7907-4d83-bc20-c7fb60ca35de",
            "reference: &first fb492b5e-7907-4d83-bc20-c7fb60ca35de",
            "orderId: !!str 4791234567",
            "client_secret=<b>",
        ),
    ),
    Syntax(
        between=rf"""[\s,]+(?:["'\\]*\w+["'\\]*\s*[:=]\s*{SCALAR}\s*,\s*){{0,4}}"""
        r"""["'\\]{0,8}value["'\\]{0,8}\s*[:=]\s*""",
        cuts=(
            '{"name": "client_secret", "value": "«x1»"}',
            '{\\"name\\":\\"client_secret\\",\\"value\\":\\"«x1»\\"}',
            '<add key="VippsClientSecret" value="«x1»" />',
            '"key": "client_secret",\n  "type": "text",\n  "value": "«x1»"',
            '"name": "client_secret", "slotSetting": false, "tags": {}, "value": "«x1»"',
        ),
        keeps=(
            '{"name": "client_secret", "reason": "x1"}',
            '{"name": "client_secret", "value": ""}',
        ),
    ),
    Syntax(
        between=r"[ \t]+!(?:vault|unsafe)[ \t]+",
        cuts=("client_secret !vault «x1»", "password !unsafe '«x y»'"),
        keeps=("client_secret !vault ${KEY}",),
    ),
    Syntax(
        between=r"""\s*\n[ \t>]*(?:[0-9]{1,3}\) |- value ?: )\\*["']""",
        loose=True,
        cuts=(
            '3) "client_secret"\n4) "«kd0aZ3nQx.Lr4TzWb8»"',
            '- key : "client_secret"\n      - value : "«kd0aZ3nQx.Lr4TzWb8»"',
        ),
        keeps=('1) "client_id"\n2) "client_secret"\n3) "msn"', '1) "pin"\n2) "wrong"'),
    ),
    Syntax(
        between=r"""\([ \t]*\\*["'`]""",
        cuts=('.clientSecret("«x1»")', "setClientSecret('«x1»')"),
        keeps=(
            "client_secret (required)",
            "getClientSecret()",
            "[an access token](https://x.no/token)",
        ),
    ),
    Syntax(
        between=r"""(?:[ \t]+[\w:.-]+="[^"<>\n]*")?>""",
        cuts=(
            "<client_secret>«x1»</client_secret>",
            '<pin type="xsd:string">«12»</pin>',
            "<pin>'«12»'</pin>",
            "<v:clientSecret>«x1 y2»</v:clientSecret>",
            '<entry key="client_secret">«x1»</entry>',
            '<prop key="vipps.client_secret">«x1 y2»</prop>',
        ),
        keeps=(
            "Settings > API key > Show",
            "if (token.age > 3600)",
            "<client_secret></client_secret>",
            "<UsernameToken><Username>webshop</Username></UsernameToken>",
            "send <token> or <jwt>",
            '<option value="password">one</option> <div class="token">two</div>',
            "'<token>' -d '{}'",
        ),
    ),
    *IN_PROSE,
)
"""The first that fits counts."""
