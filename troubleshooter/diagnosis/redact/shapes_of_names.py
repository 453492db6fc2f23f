"""Where the name of a person stands: before a mail address, below a greeting, in an object.

In other free text, names of people are not told from those of shops and things.
"""

from troubleshooter.diagnosis.redact.rules import Shape

WORD = r"""[A-ZÆØÅÄÖ][^\s<>"'@,.;:()=]{1,30}"""
FULL_NAME = rf"{WORD}(?: (?:{WORD}|[A-Z]\.?|van|von|de|af|av)){{1,3}}"
"""Two words or more with a capital each."""

PEOPLE_BY_NAME = (
    Shape(
        kind="name",
        pattern=rf"({FULL_NAME})[\"']? (?:<|&lt;|\[mailto:)[^\s<>@]{{1,64}}@",
        signs=("@",),
        cuts=("From: «Kari Nordmann» <kari@mail>", 'To: "«Åse M. Øye»" <aase@mail>'),
        keeps=("From: Support <@", "Kari Nordmann <kari>"),
    ),
    Shape(
        kind="name",
        pattern=r"(?i:\b(?:regards|mvh|hilsen|hälsning(?:ar)?|terveisin)),?"
        rf"\s*\n[ \t>]*({WORD}(?: {WORD}){{0,3}})[ \t]*(?:\n|\z)",
        must="be somebody",
        signs=("egards", "vh", "VH", "ilsen", "älsning", "erveisin"),
        cuts=("Best regards,\n«Kari Nordmann»", "> Mvh\n> «Kari»\n> Acme AS"),
        keeps=("Regards,\nthe team", "as regards\nHTTP/1.1 401 Unauthorized", "Mvh\nAccess Denied"),
    ),
    Shape(
        kind="name",
        pattern=r"(?:(?i:\b(?:my name is|heter|hedder|kundens na[vm]n (?:er|är)|nimeni on))"
        rf"|(?:\A|\n|[ \t])(?i:na[vm]n|nimi|kontaktperson|contact person): ?) ?({FULL_NAME})",
        must="be somebody",
        signs=("name is", "heter", "hedder", "avn", "amn", "nimi", "Nimi", "ontact", "ontakt"),
        cuts=(
            "Kunden heter «Kari Nordmann».",
            "Navn: «Kari Nordmann»\nTlf",
            "My name is «Ola Berg»",
        ),
        keeps=("Navn: mangler", "Vipps-System-Name: Woo Commerce", "filen heter Kari"),
    ),
    Shape(
        kind="name",
        pattern=r"(?:(?i:customer|person|user|recipient|payer|contact|kunde|bruker)"
        r"(?:Info|Details|D[Tt][Oo])?:? ?[({\[][^(){}\[\]\n]{0,200}?\b[Nn]ame ?[:=]"
        r"|(?i:\b(?:customer|recipient|payer|billing|shipping|kunde))\w{0,20}:\n"
        r"(?:[ \t]+[\w-]+:[^\n]*\n){0,5}?[ \t]+(?:name|navn):)"
        r""" ?["']?([^\s,"'(){}\[\]=\\][^,"'(){}\[\]\n=\\]{1,60})""",
        must="be somebody",
        signs=("ame=", "ame =", "ame:", "navn:"),
        cuts=(
            "Person{name='«Ola Nordmann»', id=1}",
            "CustomerInfo(id=7, name=«Ola Nordmann», city=x)",
            "customer: { phone: '', name: '«Ola Nordmann»' }",
            "customer:\n  phone: 1\n  name: «Ola Nordmann»\n",
        ),
        keeps=(
            "Product(name=Sko, id=7)",
            "product:\n  name: Sko",
            "Customer(id=7)",
            "Recipient(name=null, id=7)",
            "contact: {name: 'Must not be empty'}",
        ),
    ),
)
