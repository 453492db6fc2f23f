"""Names of what people have: passwords, telephone numbers, national identity numbers."""

from troubleshooter.diagnosis.redact.rules import Name

PEOPLE = (
    Name(
        kind="password",
        names=(
            *("password", "passwd", "passphrase", "passord", "passordet", "kodeord", "adgangskode"),
            *("password confirmation", "password confirm", "password repeat", "password hash"),
            *("lösenord", "salasana", "pin code", "pinkode", "one time code", "engangskode"),
        ),
        words=True,
        cuts=(
            "password=«hunter2»",
            "Passord: «sommerferie»",
            "passordet er «hunter2»",
            '"password": "«correct horse battery»"',
        ),
        keeps=("password: must not be empty", '"password": "The password is required"'),
    ),
    Name(
        kind="password",
        names=("pass", "pwd", "pin", "otp", "cvc", "cvv"),
        whole=True,
        words=True,
        cuts=('"pin": "«1234»"', "otp=«123456»", "Pwd=«x»;Server=y", '"cvc": «123»'),
        keeps=("shipping: free", "bypass: true", "pin is required", "the pin is wrong"),
    ),
    Name(
        kind="phone",
        names=(
            *(
                "phone",
                "phone number",
                "phone no",
                "mobile",
                "mobile number",
                "msisdn",
                "telephone",
            ),
            *("login hint", "telefon", "telefonnummer", "telefonnummeret", "mobilnummer", "mobil"),
            *("tlf", "puhelin", "puhelinnumero"),
        ),
        takes="phone",
        cuts=(
            '"phoneNumber": "«4712345678»"',
            '"mobileNumber": «91234567»',
            "phone: «912 34 567»",
            "the phone number is «91234567»",
            "<phoneNumber>«+45 12 34 56 78»</phoneNumber>",
        ),
        keeps=(
            '"name": "phoneNumber", "reason": "Invalid phone number"',
            "The phone number is either incorrectly formatted",
            "sec-ch-ua-mobile: ?0",
            '"phoneNumber": ["The phone number is required."]',
        ),
    ),
    Name(
        kind="national id",
        names=(
            *(
                "nin",
                "nnin",
                "ssn",
                "fnr",
                "cpr",
                "hetu",
                "cpr number",
                "cpr nummer",
                "fødselsnummer",
            ),
            *("fodselsnummer", "personnummer", "henkilötunnus", "national identity number"),
            *("national identification number", "social security number", "birth number"),
        ),
        takes="national id",
        whole=True,
        cuts=('"nin": "«01019012345»"', "cpr: «0101901234»", "personnummer=«9001011234»"),
        keeps=("The Nin scope is not allowed.", '"nin": "required"'),
    ),
)
