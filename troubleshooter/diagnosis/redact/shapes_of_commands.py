"""What the passwords of programs and databases look like on a command line and in a URL."""

from troubleshooter.diagnosis.redact.rules import Shape

COMMANDS = (
    Shape(
        kind="password",
        pattern=r"""\b(?:mysql\w*|mariadb\w*|sshpass|docker login|podman login|helm registry login"""
        r"""|redis-cli|7z [ax])\b(?:[ \t]+[^\s|;&]+){0,8}?[ \t]+-(?:p|a) ?["']?([^\s"'|;&$<-][^\s"'|;&]*)""",
        certain=True,
        signs=("-p", "-a"),
        cuts=(
            "mysql -uroot -p«ijEUfw80» shop",
            "sshpass -p «hunter2» ssh a@b",
            "docker login -u a -p '«HBj3fu2n»' r.io",
        ),
        keeps=("mysql -u root -p", "mysql -p$PASS shop", "mysql --port 3306"),
    ),
    Shape(
        kind="password",
        pattern=r"(?:\A|\n)[\w.*-]{1,80}:(?:[0-9]{2,5}|\*):[\w.*-]{1,60}:[\w.*-]{1,60}:([^\s:]+)(?:\n|\z)",
        signs=(":*:", ":3306:", ":5432:", ":5433:", ":6432:"),
        cuts=("db.x.no:5432:shop:app:«py1pRXDY»",),
        keeps=("src/a.py:12:3: error: bad", "a:12:b:c"),
    ),
    Shape(
        kind="password",
        pattern=r"""\b(?:(?:(?:PDO|mysqli)(?:->__construct)?|mysqli_connect)\((?:["'][^"'\n]{0,200}["'],\s?){2}"""
        r"""|NetworkCredential\(["'][^"'\n]{0,80}["'],\s?|ConvertTo-SecureString\s)"""
        r"""["']([^"'\n$][^"'\n]{3,80})["']""",
        certain=True,
        signs=("PDO", "mysqli", "NetworkCredential", "ConvertTo-SecureString"),
        cuts=(
            "PDO->__construct('mysql:host=localho...', 'root', '«kaffe77#ok»')",
            'mysqli_connect("localhost", "shop", "«kaffe77#ok»", "shop")',
            'new NetworkCredential("shop", "«kaffe77#ok»")',
            'ConvertTo-SecureString "«kaffe77#ok»" -AsPlainText -Force',
        ),
        keeps=("new PDO('sqlite:/tmp/a.db')", 'ConvertTo-SecureString "$secret"'),
    ),
    Shape(
        kind="credentials",
        pattern=r"""\b(?:postgres\w{0,12}|mysql\w{0,12}|mariadb\w{0,12}|mongodb(?:\+srv)?|rediss?|amqps?|s?ftps?|smtps?"""
        r"""|mssql\w{0,12}|sqlserver|ldaps?)://([^\s/:@"'<>?#\[\]\\()]*:[^\s"'<>\\]*)@[\w.-]+""",
        certain=True,
        signs=("://",),
        cuts=(
            "postgres://«u:ab12c@uJ0Qi8»@h/db",
            "postgres://«u:oVaOa/vaM9»@h:5432/db",
        ),
        keeps=("postgres://localhost:5432/db", "redis://h:6379/0"),
    ),
)
"""Looked for by themselves: few texts hold one of their signs."""
