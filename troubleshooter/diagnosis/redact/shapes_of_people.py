"""What telephone numbers, national identity numbers and mail addresses look like."""

from troubleshooter.diagnosis.redact.rules import Shape

DAY = "(?:0[1-9]|[12][0-9]|3[01])"
DAY_ADDED = "(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])"  # + 60: replacement numbers
DAY_NORWAY = "(?:0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])"  # + 40: D-numbers
MONTH = "(?:0[1-9]|1[0-2])"
MONTH_NORWAY = "(?:0[1-9]|1[0-2]|4[1-9]|5[0-2]|6[6-9]|7[0-7]|8[1-9]|9[0-2])"  # + 40, 65, 80

MAILBOX = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+_-" + ".~æøåäöÆØÅÄÖéüß"

PEOPLE = (
    Shape(
        kind="phone",
        pattern=r"\B\(?\+[1-9](?:[ ().\-/]{0,2}[0-9]){7,14}\b"
        r"|\b00 ?(?:4[567]|358)(?:[ -]?[0-9]){8,10}\b",
        certain=True,
        cuts=(
            "ring «+47 912 34 567» today",
            "«(+45) 12 34 56 78»",
            "«004791234567»",
            "«+46 70-123 45 67»",
        ),
        keeps=("2022-11-17T11:37:08+01:00", "[17/Nov/2026:11:37:08 +0100]", "+47"),
    ),
    Shape(
        kind="phone",
        pattern=r"\b(?:4[57][0-9]{8}|467[0-9]{8}|358[45][0-9]{7,9})\b"
        r"|\b07[0-9]-?[0-9]{3} [0-9]{2} [0-9]{2}\b",
        cuts=("User «4791234567» not found", "«358401234567»", "«070-123 45 67»"),
        keeps=(
            '"orderId": "4791234567"',
            "1763820000",
            "reference=acme-4791234567",
            '"amount": 4500000000',
        ),
    ),
    Shape(
        kind="national id",
        pattern=rf"\b{DAY_NORWAY}{MONTH_NORWAY}[0-9]{{2}} ?[0-9]{{5}}\b"
        rf"|\b{DAY_ADDED}{MONTH}[0-9]{{2}}-[0-9]{{4}}\b"
        rf"|\b(?:19|20)?[0-9]{{2}}{MONTH}{DAY_ADDED}[-+][0-9]{{4}}\b"
        rf"|\b(?:19[0-9]{{2}}|200[0-9]){MONTH}{DAY_ADDED}[0-9]{{4}}\b"
        rf"|\b{DAY}{MONTH}[0-9]{{2}}[-+A-FU-Y][0-9]{{3}}[0-9A-FHJ-NPR-Y]\b",
        surely="have a check letter",
        cuts=(
            '"orderId": "«131052-308T»"',
            "for «01819012345»",
            "«010190-1234»",
            "«19900101-1234»",
            "«131052A308T»",
            "«410190 12345»",
        ),
        keeps=(
            '"orderId": "01019012345"',
            '"orderId": "131052-3087"',
            "202611171137",
            "99999999999",
            "654321-1001",
            "2026-11-22",
        ),
    ),
    Shape(
        kind="phone",
        pattern=r"(?i:\bnummeret(?: mitt| mit)?|\bmitt? nummer|\bmy number)"
        r"(?::| er| är| is)? ([0-9](?: ?[0-9]){7})\b",
        cuts=("Nummeret er «91234567»", "mitt nummer: «912 34 567»"),
        keeps=("Ordrenummeret er 91234567", "Nummeret er 654321"),
    ),
    Shape(
        kind="phone",
        pattern=r"(?i:\b(?:telefon|mobil)nu(?:mmeret|mret)(?: [a-zæøåäö]+){0,4} (?:er|är)"
        r"|\btlf\.? ?nr\.?:?|\bring(?: meg| mig| oss)? på|\b(?:call|reach|phone) (?:me|us) (?:at|on))"
        r" ([0-9](?: ?[0-9]){7})\b",
        signs=("lf", "LF", "elefonn", "obiln", "ing ", " on ", " at "),
        cuts=(
            "Telefonnummeret jeg tester med er «95768527».",
            "ring meg på «45266967»",
            "Tlf. nr: «91 23 45 67»",
            "Call me at «45 26 69 67»",
        ),
        keeps=("Telefonnummeret jeg tester med er 654321", "feiling på 45266967"),
    ),
    Shape(
        kind="phone",
        pattern=r"(?i:\bnummer|\bnumber) ([2-9][0-9](?:[0-9] [0-9]{2} [0-9]{3}| [0-9]{2} [0-9]{2} [0-9]{2}))\b",
        cuts=("Kunden har nummer «912 34 567»", "with number «91 23 45 67»"),
        keeps=("ordre nummer 91234567", "order number 912 345"),
    ),
    Shape(
        kind="e-mail",
        pattern=r"\"\w[\w .+-]{0,62}\"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}",
        certain=True,
        cuts=('write to «"ola n"@shop.no»',),
        keeps=('["a", "@example.no"]', '"a"@b'),
    ),
    Shape(
        kind="e-mail",
        pattern=r"@(?:=?\n[ \t>]*)?[A-Za-z0-9æøåäöÆØÅÄÖ-]+(?:\.[A-Za-z0-9æøåäöÆØÅÄÖ-]+)*\.[A-Za-z]{2,}",
        reaches=MAILBOX,
        must="have a mailbox",
        certain=True,
        cuts=(
            "write to «ola.nordmann+1@example.no».",
            "mailto:«kari@example.com»",
            "to «kari@\n> example.no»",
        ),
        keeps=("@example", "vipps@1.2.3", "user @ home"),
    ),
)
