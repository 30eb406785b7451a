"""The web server: threads, since pages wait for the database and not for the processor."""

import os
import tempfile

from newsroom.settings import HOST, LOGGING, PORT

bind = f"{HOST}:{PORT}"
worker_class = "gthread"
threads = 8
timeout = 60
graceful_timeout = 10
logconfig_dict = LOGGING
loglevel = "warning"
control_socket_disable = True  # it would lie in the home folder, one for all newsrooms of a machine

# Where its processes count their answers together; a new one for every start, and gone with the server.
# In the machine’s memory where it has such a folder: on a disk that is full, whoever counts is killed (SIGBUS), and
# files on their way in fill the temporary folder.
_memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - a folder of its own is made in it
_folder = f"backread-figures-{PORT}-"
_counted = tempfile.TemporaryDirectory(prefix=_folder, dir=_memory, ignore_cleanup_errors=True)
os.environ["PROMETHEUS_MULTIPROC_DIR"] = _counted.name


def on_exit(_server: object) -> None:
    _counted.cleanup()
