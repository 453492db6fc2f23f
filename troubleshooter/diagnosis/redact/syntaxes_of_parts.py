"""How a name and its value are written when each of them is a part of its own.

As two elements, two attributes, two items of a serialized array, or a name and what it is declared
to be.
"""

from troubleshooter.diagnosis.redact.rules import Syntax

SCALAR = r"""(?:\\*["'][^"'<>\n]*["']|true|false|null|[0-9.]+|\{\}|\[\])"""
"""What a member may be that says nothing of the secret beside it."""

INLINE = r"(?:<(?i:b|i|em|strong|code|span|p)(?:\s[^<>\n]{0,60})?>\s*)?"
"""What may dress a value inside its element."""

IN_PARTS = (
    Syntax(
        between=r"""\s*(?::\s*)?(?:</[\w:-]{1,40}>\s*){1,3}"""
        rf"""<(?:\w{{1,20}}:)?(?:value|string|stringProp|td|dd)(?:\s[^<>\n]{{0,80}})?>\s*{INLINE}""",
        cuts=(
            "<header><name>client_secret</name><value>«x1»</value></header>",
            "<tr><td>Client secret</td><td>«x1 y2»</td></tr>",
            "<tr>\n  <th><b>Client secret:</b></th>\n  <td class='a'><code>«x1»</code></td>\n</tr>",
            "<dl><dt>client_secret</dt><dd>«x1»</dd></dl>",
            "<key>client_secret</key>\n<string>«x1»</string>",
            '<stringProp name="a">client_secret</stringProp>\n<stringProp name="b">«x1»</stringProp>',
        ),
        keeps=(
            "<field>client_secret</field><message>too short</message>",
            "<td>client_secret</td><td>client_id</td>",
            "<td>client_secret</td><td>string</td>",
            "<name>client_secret</name><value></value>",
        ),
    ),
    Syntax(
        between=r"""(?:\s[^<>\n]{0,80})?>\s*<(?:\w{1,20}:)?value(?:\s[^<>\n]{0,80})?>\s*""",
        cuts=(
            '<property name="password"><value>«x1»</value></property>',
            '<setting name="ClientSecret" serializeAs="String">\n  <value>«x1»</value>',
        ),
        keeps=('<property name="password"><value></value></property>',),
    ),
    Syntax(
        between=r"""(?:\s*:?\s*</label>\s*(?:<br ?/?>\s*)?<input)?"""
        r"""(?:\s+[\w:.-]{1,30}\s*=\s*["'][^"'<>\n]{0,60}["']){1,5}\s+value\s*=\s*""",
        cuts=(
            '<input type="text" name="client_secret" id="f1" value="«x1»"/>',
            '<label for="f1">Client secret</label> <input type="text" value="«x1»">',
        ),
        keeps=('<input name="client_secret" id="f1" value="" placeholder="x1">',),
    ),
    Syntax(
        between=r";(?:s:[0-9]{1,5}|i|d):",
        cuts=('a:1:{s:13:"client_secret";s:2:"«x1»";}', 'a:1:{s:3:"pin";i:«1234»;}'),
        keeps=('a:1:{s:13:"client_secret";N;}', 'a:1:{s:13:"client_secret";s:0:"";}'),
    ),
    Syntax(
        between=r""":(?:["']?[\w\\]{1,80}["']?:)?(?:protected|private|public)["'\]]{0,2}\s*=>\s*""",
        cuts=(
            '["clientSecret":protected]=>\n  string(2) "«x1»"',
            '["clientSecret":"Vipps\\Api":private]=>\n  string(2) "«x1»"',
            "[clientSecret:Vipps\\Api:private] => «x1 y2»",
        ),
        keeps=('["clientSecret":protected]=>\n  NULL', "[clientSecret:protected] => \n"),
    ),
    Syntax(
        between=r"""\s*(?:[:=]>?\s*)?\{\s*(?:[^{}]{0,200}?[\s,])??"""
        r"""["'\\]{0,8}(?:value|default|stringValue|string|S|N|equalTo|\$numberLong|_text)["'\\]{0,8}\s*[:=]>?\s*\\*["'`]""",
        cuts=(
            'variable "client_secret" {\n  type = string\n  default = "«x1»"\n}',
            '{"password":{"value":"«x1»"}}',
            '{"client_secret": {"type": "text", "value": "«x1»"}}',
            '{\\"client_secret\\":{\\"value\\":\\"«x1»\\"}}',
            '{"client_secret":{"S":"«x1»"},"phone":{"N":"«91234567»"}}',
            '{"clientSecret":{"string":"«x1»"}}',
        ),
        keeps=(
            'variable "client_secret" {\n  type = string\n}',
            '"client_secret": {"value": ""}',
            '"client_secret": {"a": {"default": "x1"}}',
            '"client_secret": {"type": "string", "names": "x1"}',
        ),
    ),
    Syntax(
        between=r"""\s*=\s*new\s+(?:[\w.]{1,60}\.)?AuthenticationHeaderValue\(\s*["']\w{1,20}["'],\s*\$?["']""",
        cuts=('Authorization = new AuthenticationHeaderValue("Bearer", "«abc»");',),
        keeps=('Authorization = new AuthenticationHeaderValue("Bearer", token);',),
    ),
    Syntax(
        between=r"\n[^\n]+\binput_value=",
        cuts=("client_secret\n  Too short [type=string_too_short, input_value='«x1»', a=str]",),
        keeps=("client_secret\n  Field required [type=missing, input_value={}, input_type=dict]",),
    ),
    Syntax(
        between=r""">>\s*(?:,|=>)\s*<<""",
        cuts=('{<<"client_secret">>,<<"«x1»">>}', '#{<<"client_secret">> => <<"«x1»">>}'),
        keeps=('[<<"client_secret">>,<<"client_id">>]',),
    ),
    Syntax(
        between=r"""[ \t]*(?:[!=]={1,2}|<>|(?:\?{1,2}|\|\||\+)=)[ \t]*\\*["'`]""",
        cuts=(
            'if ($clientSecret !== "«x1»")',
            "clientSecret === '«x1»'",
            "client_secret ||= '«x1»'",
        ),
        keeps=(
            "if (clientSecret === '')",
            "if (typeof token === 'undefined')",
            'if (password !== "string")',
        ),
    ),
)
"""They come before the ordinary ones, which would take a part of them."""
