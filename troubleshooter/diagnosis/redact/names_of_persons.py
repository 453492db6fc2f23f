"""Names of what tells who somebody is: accounts, cards, names, addresses, IP addresses."""

from troubleshooter.diagnosis.redact.rules import Name

PERSONS = (
    Name(
        kind="account",
        names=(
            *("iban", "bban", "account number", "account no", "bank account", "kontonummer"),
            *("konto nr", "bankkonto", "tilinumero"),
        ),
        takes="account",
        cuts=(
            "IBAN: «NO93 8601 1117 947»",
            '"account_number": "«12345678903»"',
            "kontonummer er «1234.56.78903»",
            "Reg.nr. 1234, kontonr. «0001234567»",
            "bankAccountNumber=«86011117947»",
        ),
        keeps=(
            '"accountNumber": ["The account number is not valid."]',
            "The account number is missing",
            '"name": "accountNumber", "reason": "must be 11 digits"',
        ),
    ),
    Name(
        kind="card",
        names=("card number", "card no", "kortnummer", "credit card", "masked card number"),
        takes="account",
        cuts=('"cardNumber": "«4000 0090 0000 0003»"', "kortnummer: «5413330089020011»"),
        keeps=('"cardNumber": "is required"', "The card number is not valid"),
    ),
    Name(
        kind="name",
        names=(
            *("given name", "family name", "first name", "last name", "middle name", "full name"),
            *("customer name", "cardholder name", "recipient name", "fornavn", "etternavn"),
            *(
                "card holder",
                "kundenavn",
                "kundnamn",
                "efternavn",
                "förnamn",
                "efternamn",
                "etunimi",
                "sukunimi",
                "surname",
            ),
        ),
        takes="person",
        words=True,
        cuts=(
            '"given_name": "«Ola»", "amount": 100',
            "first_name=«Kari%20Anne»&b=2",
            "<familyName>«Nordmann»</familyName>",
            "[lastName] => «Nordmann»",
            "Etternavn: «Nordmann»",
            "CUSTOMER_NAME=«Ola Savøhaug»",
            "cardholder: «Lars Åsvylund»",
        ),
        keeps=(
            '"firstName": ["The field FirstName is too long."]',
            "The first name is missing",
            '{"name": "firstName", "reason": "is required"}',
            '"lastName": null',
            "first_name, last_name",
            "first name: string",
        ),
    ),
    Name(
        kind="address",
        names=(
            *("street address", "address line 1", "address line 2", "address line", "street"),
            *("postal code", "post code", "zip code", "postnummer", "poststed"),
            *("gateadresse", "postadresse", "katuosoite", "gatuadress", "formatted address"),
            *("shipping address", "delivery address", "billing address", "home address"),
            *("leveringsadresse", "leveransadress", "toimitusosoite"),
        ),
        takes="person",
        words=True,
        cuts=(
            '"street_address": "«Storgata 1B»"',
            '"addressLine1": "«BOKS 6300, ETTERSTAD»"',
            '{"shippingAddress":"«Danepasyveien 2»"}',
            "postal_code=«0154»&b=2",
            "<poststed>«OSLO»</poststed>",
        ),
        keeps=(
            '"postalCode": ["Invalid postal code."]',
            '"name": "addressLine1", "reason": "Address must not be empty"',
            "The postal code is not valid",
            '"shippingAddress": {"country": "NO"}',
            '"shippingAddress": ["The shipping address is required."]',
            "postal_code: string",
        ),
    ),
    Name(
        kind="birth date",
        names=(
            *(
                "birth date",
                "date of birth",
                "birthday",
                "fødselsdato",
                "födelsedatum",
            ),
            *("fødselsdag", "syntymäaika"),
        ),
        takes="person",
        words=True,
        cuts=('"birthdate": "«1990-01-31»"', "birthDate=«19900131»", "fødselsdato: «31.01.1990»"),
        keeps=(
            '"birthdate": "must be a date"',
            "the birth date is missing",
            "scope=birthDate name",
        ),
    ),
    Name(
        kind="user id",
        names=("sub", "sid"),
        takes="secretive",
        whole=True,
        cuts=('"sub": "«c06c4afe-d9e1-4c5d-939a-177d752a0944»"', '{"sid":"«7d78a726-af92-499e»"}'),
        keeps=('"sub": "missing"', "sub is not a valid claim", "sub: {0}"),
    ),
    Name(
        kind="IP address",
        names=(
            *("client ip", "remote addr", "remote address", "ip address", "x forwarded for"),
            *("x real ip", "caller ip", "source ip", "cf connecting ip", "true client ip"),
        ),
        takes="ip",
        cuts=(
            "X-Forwarded-For: «51.120.3.44»",
            '"clientIp": "«2001:4600:4:fff::1:52»"',
            "REMOTE_ADDR=«51.120.3.44»",
        ),
        keeps=(
            "X-Forwarded-For: 127.0.0.1",
            "remote_addr=10.0.0.7",
            "The IP address is not allowed",
            "client_ip: unknown",
        ),
    ),
)
