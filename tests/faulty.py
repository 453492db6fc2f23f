"""The site with one step of the diagnosis broken, to see what a fault leaves behind."""

import time
from collections.abc import Callable
from typing import Any, NoReturn

LONG = 3  # seconds in which a test ends the process
ERRORS = {error.__name__: error for error in (ValueError, MemoryError, RecursionError)}


def broken(step: str, how: str) -> Callable[..., Any]:
    """What gunicorn serves: `tests.faulty:broken("redact", "MemoryError")`; `hang` takes long, too,
    and `time-out` leaves redaction no time.
    """
    from troubleshooter import diagnosis
    from troubleshooter.diagnosis.redact import redact
    from troubleshooter.web.views import paste
    from troubleshooter.wsgi import application

    def fail(*args: Any, **kwargs: object) -> NoReturn:
        if how == "time-out":
            redact(*args, seconds=0)
        if how == "hang":
            time.sleep(LONG)
        quoted = repr(args)  # an exception that says all it knows, and so does what it came from
        raise ERRORS.get(how, ValueError)(quoted) from LookupError(quoted)

    setattr(*((paste, "of_diagnosis") if step == "page" else (diagnosis, step)), fail)
    return application
