"""The web server: threads, since pages wait for the database and not for the processor."""

from newsroom.settings import HOST, LOGGING, PORT

bind = f"{HOST}:{PORT}"
worker_class = "gthread"
threads = 8
timeout = 60
graceful_timeout = 10
logconfig_dict = LOGGING
loglevel = "warning"
control_socket_disable = True  # it would lie in the home folder, one for all newsrooms of a machine
