"""How a name and its value stand in sentences, lists and tables, where ordinary text stands as well."""

from troubleshooter.diagnosis.redact.rules import Syntax

ARROW = "(?:-{1,2}>|[→⇒➔➜])"

IN_PROSE = (
    Syntax(
        between=r"\s+(?:is|are|was|er|är|ist|lautet|to|[-–—]"
        r"|(?:(?:start|begin|end)s|slutter|begynner|börjar|slutar) (?:with|in|med|på))[\s:]+"
        rf"|\s*(?::\s*)?{ARROW}\s*|\.[ \t]+|[\s|,]+",
        loose=True,
        cuts=(
            "my client secret is «Q7m2vXk9Lr4T»",
            "client secret - «Q7m2vXk9Lr4TzWb8Yn3PcA»",
            "client_secret\t«Q7m2vXk9Lr4TzWb8Yn3PcA»",
            "| client_secret | «Q7m2vXk9Lr4TzWb8Yn3PcA» |",
            "headers.add('client_secret', '«Q7m2vXk9Lr4T»')",
            'headers.Add("client_secret", "«BaUGZYwryqlkvmHWNBED»")',
            "Client secret\n«Q7m2vXk9Lr4TzWb8Yn3PcA»",
            "client_secret\n«abcDEF12345xyz»\nMSN\n654321",
            "Field\tValue\nclient_secret\t«abcDEF12345xyz»\nMSN\t654321",
            "│ client_secret │ «abcDEF12345» │",
            "client_secret -> «Q7m2vXk9Lr4T»",
            "myHeaders.append('client_secret', '«mphsooxcuv»')",
            "define('VIPPS_CLIENT_SECRET', '«hbajubcybh»');",
            "password\t«hgfkwopqz»",
            "Client secret → «Q7m2vXk9Lr4T»",
            "our client secret is «abc123» and",
            "Das Client-Secret lautet «abc123», der Rest fehlt",
            "signature, «8Kd0aZ3nQx72LmVb»",
            "the subscription key starts with «0f1e2d3c4b» and",
        ),
        keeps=(
            "the client_secret is not valid",
            "client_secret header missing",
            '["client_id", "client_secret", "Ocp-Apim-Subscription-Key"]',
            "invalid client_secret AADSTS7000215: see above",
            "client_secret\nAADSTS7000215\n",
            "| client_secret | orderNumber2 |",
            "Settings → API key → Show",
            "errors.add('password', 'tooshort')",
            "headers.set('client_secret', 'undefined')",
            "Username\tPassword\tdescription",
            "Password\tDescription",
            "$token->getClaim('exp')",
            "client secret is base64, api key is required in v2, access token is OAuth2",
            "the token is 3600s old, the subscription key is 32chars",
            "access token is AADSTS700016",
            "signature, x-ms-content-sha256: missing",
            "the client secret ends with ==, the access token starts with eyJ",
        ),
    ),
)
