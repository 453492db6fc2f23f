"""How gunicorn serves the site. Every value can be set on its command line as well."""

import gc
import os
import resource

workers = int(os.environ.get("WORKERS", "2"))
worker_class = "gthread"
threads = 4
timeout = 10
graceful_timeout = 20
max_requests = 5000
max_requests_jitter = 500
preload_app = True  # content is compiled once and shared by the workers
control_socket_disable = True  # gunicorn would open one in the home folder
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108 (memory, not disk)

# A worker that takes too long is aborted with a text in its memory: that must not become a file.
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def when_ready(_server: object) -> None:
    """Before the workers part: what was read at the start is no garbage, and stays shared."""
    gc.collect()
    gc.freeze()
