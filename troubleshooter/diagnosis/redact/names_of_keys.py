"""Names of keys and secrets, which stay the same from call to call."""

from troubleshooter.diagnosis.redact.rules import Name

KEYS = (
    Name(
        kind="client_id",
        names=("client id", "ibm client id", "klient id"),
        cuts=(
            "client_id: «0a1b2c3d-1111-4222-8333-444455556666»",
            '"clientId": "«fb492b5e-7907-4d83-bc20-c7fb60ca35do»"',
            "x-ibm-client-id: «fb492b5e»",
            "Klient-ID: «fb492b5e»",
        ),
        keeps=(
            "client_id: <your client id>",
            "client_id: 0a1b2c3d-****-****-****-************",
            "The client_id header is missing",
            "client_id, client_secret",
        ),
    ),
    Name(
        kind="client_secret",
        names=(
            *("client secret", "app secret", "klient hemmelighet", "klient hemmelighed"),
            *("klient hemlighet", "client hemmelighet", "client hemmelighed", "client hemlighet"),
        ),
        cuts=(
            "client_secret: «Q7m2vXk9Lr4TzWb8Yn3PcA==»",
            "VIPPS_CLIENT_SECRET='«Q7m2vXk9Lr4TzWb8Yn3PcA»'",
            '"ClientSecret":"«x»"',
            "Klienthemmelighet: «Q7m2vXk»",
        ),
        keeps=("client_secret: ${VIPPS_CLIENT_SECRET}", '["The ClientSecret field is required."]'),
    ),
    Name(
        kind="subscription key",
        names=(
            *(
                "subscription key",
                "ocp apim subscription key",
                "apim key",
                "sub key",
                "abonnements nøkkel",
                "abonnement nøkkel",
            ),
            *("abonnements nøgle", "abonnemangs nyckel", "prenumerations nyckel", "tilaus avain"),
        ),
        cuts=(
            "Ocp-Apim-Subscription-Key: «00112233445566778899aabbccddeeff»",
            "?subscription-key=«0011223344556677»&x=1",
            "Ocp-Apim-Subscription-Key-PSP: «0011223344556677»",
            "Subscription key (primary): «0f1e2d3c»",
            "Abonnementsnøkkel: «0f1e2d3c»",
            "sub key: «0f1e2d3c»",
            "Subscription-Key: «0011223344556677\n8899aabbccddeeff»\nAccept: */*",
        ),
        keeps=(
            "Access denied due to invalid subscription key. Make sure to provide a valid key",
            "Ocp-Apim-Subscription-Key: YOUR-SUBSCRIPTION-KEY",
            "Ocp-Apim-Subscription-Key: YOUR_KEY\n00112233",
            "'ocp-apim-subscription-key': [ 'Ocp-Apim-Subscription-Key', 'undefined' ]",
        ),
    ),
    Name(
        kind="subscription key",
        names=("primary key", "secondary key"),
        takes="secretive",
        cuts=("Primary key: «0f1e2d3c4b5a69788796a5b4c3d2e1f0»",),
        keeps=("PRIMARY KEY (`id`), primary key: id",),
    ),
    Name(
        kind="webhook secret",
        names=("webhook secret", "hmac secret"),
        cuts=(
            "webhook_secret=«abc»",
            '{"id": 7, "secret": "«' + "kX9/" * 21 + 'kX==»"}',
            "got «" + "kX9/" * 21 + "kX==»",
        ),
        keeps=("webhook_secret=null",),
    ),
    Name(
        kind="secret",
        names=(
            *("secret", "shared secret", "hemmelighet", "hemmeligheten", "hemmelighed"),
            *(
                "hemmeligheden",
                "hemlighet",
                "hemligheten",
                "salaisuus",
                "salaisuuden",
                "salaisuus on",
            ),
        ),
        vague=True,
        cuts=(
            "Hemligheten är «Q7m2vXk9Lr»",
            "salaisuus: «0f1e2d3c»",
            '"secret": "«abc»"',
            "my.secret = «abc»",
        ),
        keeps=(
            "Hemmeligheten er feil",
            "salaisuus puuttuu",
            '"secret": null',
            "the secret is wrong",
        ),
    ),
    Name(
        kind="signature",
        names=("signature", "content sha256", "hmac"),
        cuts=(
            "Authorization: HMAC-SHA256 SignedHeaders=x-ms-date;host&Signature=«pQ4+abc=»",
            "x-ms-content-sha256: «47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=»",
        ),
        keeps=(
            "IDX10503: Signature validation failed. Keys tried ...",
            "Authorization: HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256",
        ),
    ),
    Name(
        kind="signature",
        names=("sig",),
        whole=True,
        cuts=("https://example.com/a?sv=2020&sig=«a%2Bb%3D»",),
        keeps=("sig=<signature>",),
    ),
    Name(
        kind="private key",
        names=("private key",),
        cuts=('"private_key": "«MIIEvAIBADAN»"',),
        keeps=("the private key is missing",),
    ),
    Name(
        kind="api key",
        names=(
            *("api key", "functions key", "access key", "account key", "secret key", "api avain"),
            *("hemmelig nøkkel", "hemmelig nøgle", "hemlig nyckel", "salainen avain"),
            *("api nøkkel", "api nøkkelen", "api nøgle", "api nyckel", "tilgangsnøkkel"),
        ),
        cuts=(
            "API-nøkkel: «0f1e2d3c»",
            "Hemmelig nøgle: «0f1e2d3c»",
            "X-Api-Key: «abc»",
            "?apikey=«abc»",
        ),
        keeps=(
            "Check your API keys on portal.vipps.no",
            "Invalid API keys.",
            "API key: missing",
            '{"apiKey":null,"a":1}',
        ),
    ),
    Name(
        kind="api key",
        names=(
            *("key", "nøkkel", "nøkkelen", "nøgle", "nøglen", "nyckel", "nyckeln", "avain"),
            *("avain on", "avaimeni on"),
            *("nøkler", "nøgler", "nycklar", "schlüssel", "klucz"),
        ),
        takes="secretive",
        alone=True,
        vague=True,
        cuts=(
            "key: «0f1e2d3c4b5a69788796a5b4c3d2e1f»",
            "Our nøkkel: «0f1e2d3c4b5a69788796a5b4c3d2e1f»",
            "nyckeln är «0f1e2d3c4b5a69788796a5b4c3d2e1f»",
        ),
        keeps=(
            "Idempotency-Key: 0f1e2d3c4b5a69788796a5b4c3d2e1f",
            "idempotency key: 0f1e2d3c4b5a69788796a5b4c3d2e1f",
            "idempotensnøkkel: 0f1e2d3c4b5a69788796a5b4c3d2e1f",
            '{"key": "checkout.button.label"}',
            "key: value",
        ),
    ),
)
