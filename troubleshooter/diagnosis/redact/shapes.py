"""What secrets look like when no name announces them. The first that fits counts."""

from troubleshooter.diagnosis.redact.rules import Shape
from troubleshooter.diagnosis.redact.shapes_of_accounts import ACCOUNTS
from troubleshooter.diagnosis.redact.shapes_of_bytes import BYTES
from troubleshooter.diagnosis.redact.shapes_of_commands import COMMANDS
from troubleshooter.diagnosis.redact.shapes_of_names import PEOPLE_BY_NAME
from troubleshooter.diagnosis.redact.shapes_of_people import PEOPLE

UUID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-"

PEM_BODY = r"[A-Za-z0-9+/=\s\\:,-]"

KIND_BY_LENGTH = {("secret", 88): "webhook secret"}
"""What a secret is that nothing else tells: 64 bytes in Base64 are the secret of a webhook."""

SHAPES = (
    Shape(
        kind="private key",
        pattern=rf"-----BEGIN [A-Z0-9 ]{{0,40}}PRIVATE KEY[A-Z ]{{0,10}}-----({PEM_BODY}*?)"
        r"(?:-----END [A-Z0-9 ]{0,40}-----|[^A-Za-z0-9+/=\s\\:,-]|\z)",
        certain=True,
        cuts=(
            "-----BEGIN PRIVATE KEY-----«\nMIIEvAIBADAN\n»-----END PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----«\nMIIEvAIBADAN\nBgkqhkiG»",
            '"-----BEGIN PRIVATE KEY-----«\\nMIIEvAIB\\n»-----END PRIVATE KEY-----\\n"',
        ),
        keeps=("-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",),
    ),
    Shape(
        kind="secret",
        pattern=r"\$ANSIBLE_VAULT;[0-9.]+;\w+(?:;[\w.-]+)?((?:\s{1,40}[0-9a-f]{6,80}\b)+)",
        certain=True,
        cuts=("!vault |\n  $ANSIBLE_VAULT;1.1;AES256« 6638643965323633\n  61323537»\nb: 2",),
        keeps=("$ANSIBLE_VAULT;1.1;AES256",),
    ),
    Shape(
        kind="",
        pattern=r"\b[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}\b",
        cuts=("«813b63975adcaaeef2b0ec7c103c40e3-706492e906541d31»",),
        keeps=('"type": "00-bb841c551513e233de8a01472013fa9f-542c71e40916a6ce-00"',),
    ),
    Shape(
        kind="",
        pattern=r"\b(?:agr|chr)[_-][A-Za-z0-9-]+",
        cuts=("agr «00112233445566778899aabbccddeeff»",),
        keeps=("/agreements/agr_nmgWS4e", "chr-4bf92f3577b34da6a3ce929d0e0e4736", "chr_1111"),
    ),
    Shape(
        kind="",
        pattern="<code>[0-9A-F]{32}</code>",
        cuts=("<code>«005056a509b11ee1b9a8fec11c23378e»</code>",),
        keeps=("<error><code>005056A509B11EE1B9A8FEC11C23378E</code></error>",),
    ),
    Shape(
        kind="credentials",
        pattern=r"""\s-(?:s|S|sS|k|v|i)?u["']?([\w.@-]{1,64}:[^\s"':/][^\s"']*)""",
        must="be a login",
        certain=True,
        cuts=(
            "curl -u«0a1b2c3d-1111:Q7m2vXk9Lr4T» https://api.vipps.no",
            "curl -u«bob:pw» https://api.vipps.no",
        ),
        keeps=("curl -url:http://example.com", "-u<id>:<secret>", "--user:me", "run -user:me"),
    ),
    Shape(
        kind="access token",
        pattern=r"\beyJ[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*){0,4}",
        must="be whole",
        certain=True,
        cuts=("got «eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln» back", "«eyJhbGciOiJub25lIn0.eyJz»"),
        keeps=(
            "eyJ…",
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1Ni...",
            "eyJ0eXAiOiJKV1QiLCJhbGc <truncated>",
        ),
    ),
    Shape(
        kind="credentials",
        pattern=r"""://([^\s/:@"'<>?#\[\]\\()]*:[^\s/@"'<>\[\]\\]+)@""",
        certain=True,
        cuts=("mysql://«root:s3cret»@db.example.com/shop",),
        keeps=(
            "https://api.vipps.no:443/epayment",
            r"'^https://[\\w]+([\\w#!:.?+=&%@\\-/]+)?$'",
            "The field RedirectUrl must match the regular expression "
            r"'^https://[\w\.]+([\w#!:.?+=&%@\-/]+)?$'.",
        ),
    ),
    Shape(
        kind="api key",
        pattern=r"\b(?:[srp]k_(?:live|test)_|gh[opsur]_|github_pat_|glpat-|xox[abeprs]-|SG\.|sk-|npm_"
        r"|whsec_|AKIA|AIza|ya29\.)[A-Za-z0-9_.-]{14,}",
        must="be no word",
        certain=True,
        cuts=(
            "STRIPE «sk_live_4eC39HqLyjWDarjtT1zdp7dc»",
            "«AKIAIOSFODNN7EXAMPLE»",
            "«sk_live_kfAqkoNUAqFDtSvjeSYFREZA»",
            "AWS_ACCESS_KEY_ID=«AKIAYDRNHBSZJQRYQDFM»",
            "«glpat-ptHioyrTGMElnmjbGMNN»",
        ),
        keeps=(
            "sk_live_ is the prefix",
            "risk-assessment-of-payments",
            "sk-Assessment-Of-Payments",
            "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx",
            "sk_test_yourstripesecretkey",
            "npm_config_cache_location_of_all",
        ),
    ),
    Shape(
        kind="api key",
        pattern=r"\bAQE[A-Za-z0-9+/]{20,}={0,2}-[A-Za-z0-9+/]{20,}={0,2}-[^\s\"'`]{4,40}",
        certain=True,
        cuts=(
            "x-api-key-of «AQEyhmfxK4vJbxtDw0m/n3Q5qf3VaY9UCJ14==-JtQ5H0iXtu8rqQMD6iAb33gf=-3wQ@~x}9»",
        ),
        keeps=("AQE-of-the-quarter",),
    ),
    Shape(
        kind="api key",
        pattern=r"\b(?:hooks\.slack\.com/(?:services|workflows|triggers)"
        r"|discord(?:app)?\.com/api/webhooks|webhook\.office\.com/webhookb2)/([\w./@-]{20,})",
        certain=True,
        cuts=("https://hooks.slack.com/services/«TGUGVGJGF/BPQBOTLWN/HfFJEhnRVX7Ocnjo7ZVqT4BK»",),
        keeps=("https://hooks.slack.com/services/",),
    ),
    Shape(
        kind="client_secret",
        pattern=r"\b[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{30,36}",
        certain=True,
        cuts=("it was «abc8Q~Wk3vX9pLq2Rt5Yb7Nm0Zc4Hd6Jf8Ks1Ga2»",),
        keeps=("abc8Q~short",),
    ),
    Shape(
        kind="uuid",
        pattern=rf"\b{UUID}\b",
        vague=True,
        cuts=(
            "Application with identifier '«fb492b5e-7907-4d83-bc20-c7fb60ca35de»' was not found",
        ),
        keeps=(
            '"contextId": "fb492b5e-7907-4d83-bc20-c7fb60ca35de"',
            '"instance":"urn:uuid:123e4567-e89b-12d3-a456-426655440000"',
            "/epayment/v1/payments/fb492b5e-7907-4d83-bc20-c7fb60ca35de/capture",
        ),
    ),
    Shape(
        kind="secret",
        pattern=r"[A-Za-z0-9+/_-]{20}={1,2}\B",
        reaches=BASE64,
        must="be padded",
        surely="be as long as a key",
        vague=True,
        cuts=(
            "«Q7m2vXk9Lr4TzWb8Yn3PcA==» is wrong",
            "«47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=»",
            'contextId: "«Q7m2vXk9Lr4TzWb8Yn3PcA==»"',
        ),
        keeps=('merchantSerialNumber="654321"', "x-azure-ref: 0Q7m2vXk9Lr4TzWb8Yn3PcA=="),
    ),
    Shape(
        kind="secret",
        pattern=r"\b\w[\w~-]{31,}[A-Za-z0-9+/_-]{0,56}={1,2}\B",
        reaches=BASE64,
        must="be padded",
        surely="be as long as a key",
        vague=True,
        cuts=("«pQ/kX9fQ2vLmZ7tRb4YpW8sNc3HdJ6gKa5e+1q/+Zx==»",),
        keeps=("ThisIsTheNameOfAVariableInSomebodysProgram = 1",),
    ),
    Shape(
        kind="",
        pattern=r"\b(?:[0-9a-f]{40}|[0-9A-F]{40})\b",
        cuts=("key «0123456789abcdef0123456789abcdef012345678»",),
        keeps=('"deployed": "827b287e6a0123456789abcdef0123456789abcd"',),
    ),
    Shape(
        kind="secret",
        pattern=r"\b[A-Za-z0-9+/]{56,}={0,2}",
        reaches=BASE64,
        must="be random",
        vague=True,
        cuts=(
            "«" + "kX9/+vT3" * 8 + "\n" + "kX9/+vT3" * 8 + "\nkX9vT3==»\nIt failed",
            '"p12": "«' + "kX9/+vT3" * 8 + "\n" + "kX9/+vT3" * 8 + '»"',
        ),
        keeps=("/a/very/long/path/with/many/parts/to/a/file/of/some/module/in/it",),
    ),
    Shape(
        kind="secret",
        pattern=r"\b\w[\w~-]{31,}",
        must="be random",
        vague=True,
        cuts=("«00112233445566778899aabbccddeeff»", "got «kX9fQ2vLmZ7tRb4YpW8sNc3HdJ6gKa5e» end"),
        keeps=(
            "WC_Gateway_Vipps_Recurring_Controller_V3",
            '"traceId": "00112233445566778899aabbccddeeff"',
            "--------------------------------------",
        ),
    ),
    *BYTES,
    *ACCOUNTS,
    *PEOPLE,
    *PEOPLE_BY_NAME,
    *COMMANDS,
)
