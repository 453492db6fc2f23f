"""Names of passwords and other words that open something."""

from troubleshooter.diagnosis.redact.rules import Name

PASSWORDS = (
    Name(
        kind="password",
        names=(
            *("password", "passwd", "passphrase", "passord", "passordet", "kodeord", "adgangskode"),
            *("passordene", "kodeordet", "adgangskoden", "lösenordet", "salasanan", "salasanani"),
            *("salasana on", "salasanani on", "passwort", "kennwort", "hasło"),
            *("password confirmation", "password confirm", "password repeat", "password hash"),
            *("lösenord", "salasana", "pin code", "pinkode", "one time code", "engangskode"),
        ),
        words=True,
        cuts=(
            "password=«hunter2»",
            "Passord: «sommerferie»",
            "passordet er «hunter2»",
            "lösenordet är «hunter2»",
            "adgangskoden er «hunter2»",
            "salasanani on «S3cr3tP4ss»",
            "salasana on «kissa123»",
            "das Passwort ist «hunter42»",
            '$headers.Add("passwd", "«hunter2x»")',
            "password:\n  «hunter2»",
            '"password": "«correct horse battery»"',
        ),
        keeps=(
            "password: must not be empty",
            '"password": "The password is required"',
            "password:\n  HTTP/1.1 401 Unauthorized",
            "password:\nPOST /v2/payments HTTP/1.1",
            "password:\nMerchant-Serial-Number: 654321",
        ),
    ),
    Name(
        kind="password",
        names=("pw",),
        whole=True,
        words=True,
        cuts=("pw: «hG7dkq»",),
        keeps=("a9Pw: 1", "spw=1"),
    ),
    Name(
        kind="password",
        names=("pass", "pwd", "pin", "otp", "cvc", "cvv"),
        joined=True,
        words=True,
        cuts=(
            '"pin": "«1234»"',
            "otp=«123456»",
            "Pwd=«x»;Server=y",
            '"cvc": «123»',
            "VIPPS_PIN=«1234»",
            "$client->setPin('«4130»');",
            "userPin=«4130»",
            '"otp","«123456»"',
            "pin\t«1234»",
            "cvc is '«123»'",
        ),
        keeps=(
            "shipping: free",
            "Shipping: free",
            "bypass: true",
            "PWD=/home/app",
            "| Step | Password | Result |\n|---|---|---|\n| 3 | ok | 200 |",
            "pin is required",
            "the pin is wrong",
            "Password on iPhone14 is wrong",
            '["pin", "sha256"]',
            "the pin is 4 digits",
        ),
    ),
    Name(
        kind="password",
        names=(
            *("-storepass", "-keypass", "-srcstorepass", "-deststorepass", "-passin", "-passout"),
        ),
        takes="word",
        cuts=(
            "keytool -list -storepass «changeit»",
            "openssl pkcs12 -passin «pass:abcd» -in a.p12",
        ),
        keeps=("keytool -storepass $PASS",),
    ),
)
