"""The site with one step of the diagnosis broken, to see what a fault leaves behind.

`FAULT` names what breaks and how: `redact:ValueError`, `page:MemoryError`, `read:hang`.
"""

import os
import time
from typing import NoReturn

from troubleshooter import diagnosis
from troubleshooter.web.views import paste
from troubleshooter.wsgi import application  # noqa: F401 - what gunicorn serves

STEP, HOW = os.environ["FAULT"].split(":")
ERRORS = {error.__name__: error for error in (ValueError, KeyError, MemoryError, RecursionError)}
LONG = 3  # seconds in which a test ends the process


def fail(*args: object, **kwargs: object) -> NoReturn:
    if HOW == "hang":
        time.sleep(LONG)
    quoted = repr(args)  # an exception that says all it knows, and so does what it came from
    raise ERRORS[HOW](quoted) from LookupError(quoted)


setattr(*((paste, "of_diagnosis") if STEP == "page" else (diagnosis, STEP)), fail)
