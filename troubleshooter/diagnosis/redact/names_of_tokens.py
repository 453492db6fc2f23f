"""Names of what is given out for a while: tokens, logins, cookies, codes."""

from troubleshooter.diagnosis.redact.rules import Name

TOKENS = (
    Name(
        kind="access token",
        names=(
            *("access token", "oauth token", "token", "jwt", "bearer token"),
            *("customer token", "csrf token", "xsrf token", "session token"),
        ),
        cuts=('"access_token": "«abc.def.ghi»"', "https://example.com/?token=«f3a9»&id=1"),
        keeps=(
            "access_token expired",
            "token is invalid",
            '"token_type": "Bearer"',
            "Unexpected token <",
        ),
    ),
    Name(
        kind="access token",
        names=("bearer",),
        takes="secretive",
        whole=True,
        cuts=("sent Bearer «d7f9Ka82hX0s1pQ4» to the API",),
        keeps=("If you do not include Bearer, you may get a 401", '"token_type":"Bearer"'),
    ),
    Name(
        kind="access token",
        names=("--oauth2-bearer",),
        takes="word",
        cuts=("curl --oauth2-bearer «mytoken» https://api.vipps.no",),
        keeps=("curl --oauth2-bearer $TOKEN https://api.vipps.no",),
    ),
    Name(
        kind="id token",
        names=("id token", "id token hint"),
        cuts=('"id_token": "«abc»"', "?id_token_hint=«abc»"),
        keeps=("the id_token is malformed",),
    ),
    Name(
        kind="refresh token",
        names=("refresh token",),
        cuts=("'refresh_token' => '«abc»'",),
        keeps=("grant_type=refresh_token&scope=openid",),
    ),
    Name(
        kind="authorization",
        names=("authorization", "proxy authorization", "http authorization", "authorisation"),
        takes="scheme",
        cuts=(
            "Authorization: Bearer «abc»",
            'authorization: "Basic «dXNlcjpwYXNz»"',
            "Authorization: Negotiate «YIIabc def»",
            "HTTP_AUTHORIZATION: «abcdef0123»",
            "Authorization: Bearer«eyJ0eXAiOiJKV1QifQ»",
            'Authorization: Bearer "«abc»"',
        ),
        keeps=(
            "the Authorization header is missing",
            "Authorization: Bearer <access token goes here>",
            "Authorization: bearer",
            "Authorization: Bearer undefined",
            "Authorization: Bearer eyJ0eXAi…<truncated>",
            "Authorization: Basic authentication failed",
        ),
    ),
    Name(
        kind="credentials",
        names=("basic",),
        takes="secretive",
        whole=True,
        cuts=("sent Basic «ZGVtbzpwYXNzd29yZDEyMw» to the API",),
        keeps=("Basic authentication is not supported",),
    ),
    Name(
        kind="credentials",
        names=("-u", "--user", "--proxy-user"),
        takes="login",
        cuts=("curl -u «me:secret» https://api.vipps.no", "curl --user '«me:s e»'"),
        keeps=("git push -u origin main", "sort -u file"),
    ),
    Name(
        kind="cookie",
        names=("cookie", "set cookie"),
        takes="cookies",
        cuts=(
            "Cookie: session=«abc»; theme=«dark»",
            "set-cookie: ARRAffinity=«0f1e»;Path=/;HttpOnly",
            "Cookie: «justonevalue»",
        ),
        keeps=(
            "the cookie is missing",
            "Set-Cookie: a=; Path=/; HttpOnly; Expires=Wed, 21 Oct 2026 07:28:00 GMT",
        ),
    ),
    Name(
        kind="cookie",
        names=("-b",),
        takes="cookies",
        cuts=("curl -b 'session=«abc»; b=«2»' https://example.com",),
        keeps=("curl -b jar.txt https://example.com",),
    ),
    Name(
        kind="cookie",
        names=(
            *("ARRAffinity", "ARRAffinitySameSite", "PHPSESSID", "JSESSIONID", "connect.sid"),
            *("laravel session", "ASP.NET SessionId", "django session"),
        ),
        cuts=('{"name": "JSESSIONID", "value": "«abc»"}', "PHPSESSID=«abc»"),
        keeps=("JSESSIONID is missing",),
    ),
    Name(
        kind="code",
        names=("code", "authorization code", "auth code"),
        takes="secretive",
        whole=True,
        cuts=("https://example.com/cb?code=«8Kd0aZ3nQx72LmVb»&x=1",),
        keeps=(
            "code: 35",
            '"code":"Unauthorized"',
            '"code": "recurring.core.charges.create.invalid_agreement"',
            "https://login.windows.net/error?code=700016",
        ),
    ),
    Name(
        kind="state",
        names=("state",),
        takes="secretive",
        whole=True,
        cuts=("?error=access_denied&state=«1312312321983212a3b»",),
        keeps=('"state": "AUTHORIZED"', "state={state}"),
    ),
    Name(
        kind="code_verifier",
        names=("code verifier",),
        cuts=("&code_verifier=«abc»",),
        keeps=("code_verifier is missing",),
    ),
    Name(
        kind="callback token",
        names=("auth token", "callback authorization token", "callback auth token"),
        words=True,
        cuts=('"authToken": "«any text at 7»"', '"callbackAuthorizationToken":"«abc»"'),
        keeps=('"authToken": ""', '"callbackAuthorizationToken": "{{token}}"'),
    ),
)
