"""The files in deploy/ by which systemd, containers or a Procfile run the newsroom: all from the same programs."""

import re
from collections.abc import Iterator
from textwrap import indent

from newsroom.running import programs
from newsroom.running.programs import Program

GENERATED = "# Written by `make docs` from newsroom/running/: change it there."
PYTHON = ".venv/bin/python"
PREPARE = ("manage.py migrate --no-input", "manage.py collectstatic --no-input")
STOP_SECONDS = 15  # above what a worker needs to give back its work, and the web server to answer who is waiting
HOME = "/opt/backread"


def files() -> dict[str, str]:
    """Every file by its name in deploy/."""
    units = {f"systemd/backread-{program.name}.service": _unit(program) for program in _all()}
    return units | {
        "Procfile": procfile(),
        "compose.yaml": compose(),
        "systemd/backread-prepare.service": _preparing_unit(),
        "systemd/backread.target": _target(),
    }


def command_of(program: Program) -> str:
    """As one line of a shell, with the project's own Python."""
    _, *arguments = program.command
    return " ".join((PYTHON, *(arguments[arguments.index("-m") :] if "-m" in arguments else arguments)))


def procfile() -> str:
    prepare = " && ".join(f"{PYTHON} {step}" for step in PREPARE)
    lines = [f"release: {prepare}", *(f"{program.name}: {_environment()}{command_of(program)}" for program in _all())]
    return "\n".join([GENERATED, *lines, ""])


def compose() -> str:
    """PostgreSQL and Valkey beside the newsroom's own containers, which are one image."""
    services = "\n".join(indent(_service(program), "  ") for program in _all())
    prepare = " && ".join(f"{PYTHON} {step}" for step in PREPARE)
    return _COMPOSE.format(generated=GENERATED, prepare=prepare, services=services, stop=STOP_SECONDS)


def _all() -> Iterator[Program]:
    yield programs.web()
    yield from programs.workers()
    yield programs.clock()
    yield programs.folder()


def _environment() -> str:
    return "".join(f"{name}={value} " for name, value in programs.SHUTDOWN.items())


def _service(program: Program) -> str:
    told = f"{program.name}:\n  <<: *newsroom\n  command: {command_of(program)}\n"
    if program == programs.folder():
        return told + f"  volumes: [var:/var/lib/backread, {_FOLDER}]\n"
    if program.name != "web":
        return told
    return told + '  environment: {<<: *environment, HOST: "0.0.0.0"}\n  ports: ["127.0.0.1:8000:8000"]\n' + _HEALTH


def _unit(program: Program) -> str:
    environment = "\n".join(f"Environment={name}={value}" for name, value in programs.SHUTDOWN.items())
    # `%` is systemd's own sign, and it wants to know the program by its whole path.
    command = re.sub("%", "%%", command_of(program)).replace(PYTHON, f"{HOME}/{PYTHON}", 1)
    unit = _UNIT.format(
        generated=GENERATED, name=program.name, home=HOME, environment=environment, command=command, stop=STOP_SECONDS
    )
    return unit.replace(*_ALONE).replace(*_BETWEEN_PEOPLE) if program == programs.folder() else unit


def _preparing_unit() -> str:
    steps = "\n".join(f"ExecStart={HOME}/{PYTHON} {step}" for step in PREPARE)
    return _PREPARE.format(generated=GENERATED, home=HOME, steps=steps)


def _target() -> str:
    units = " ".join(f"backread-{program.name}.service" for program in _all())
    return _TARGET.format(generated=GENERATED, units=units)


# The folder is another system's: it may lie anywhere, and whoever writes there reads why a file failed.
_ALONE = ("ProtectSystem=strict", "ProtectSystem=full")
_BETWEEN_PEOPLE = ("UMask=0077", "UMask=0007")
# On the host where it is set, at the same place inside; an empty volume of ours where it is not.
_FOLDER = '"${BACKREAD_WATCHED_FOLDER:-copy-in}:${BACKREAD_WATCHED_FOLDER:-/copy-in}"'

_HARDENING = """\
User=backread
WorkingDirectory={home}
EnvironmentFile={home}/.env
StateDirectory=backread
Environment=BACKREAD_VAR=/var/lib/backread
UMask=0077
NoNewPrivileges=true
PrivateTmp=true
PrivateDevices=true
ProtectSystem=strict
ProtectHome=true
ProtectKernelTunables=true
ProtectControlGroups=true
RestrictSUIDSGID=true
LockPersonality=true
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX"""

_UNIT = (
    """\
{generated}
[Unit]
Description=Backread: {name}
PartOf=backread.target
Requires=backread-prepare.service
After=network-online.target backread-prepare.service
Wants=network-online.target

[Service]
"""
    + _HARDENING
    + """
{environment}
ExecStart={command}
Restart=always
RestartSec=2
# Only the parent is asked to stop: it gives back what its children are at.
KillMode=mixed
TimeoutStopSec={stop}

[Install]
WantedBy=backread.target
"""
)

_PREPARE = (
    """\
{generated}
[Unit]
Description=Backread: tables and static files brought up to date
PartOf=backread.target
After=network-online.target
Wants=network-online.target

[Service]
Type=oneshot
RemainAfterExit=true
"""
    + _HARDENING
    + """
{steps}

[Install]
WantedBy=backread.target
"""
)

_TARGET = """\
{generated}
[Unit]
Description=Backread, the whole newsroom
Wants=backread-prepare.service {units}

[Install]
WantedBy=multi-user.target
"""

_HEALTH = """\
  healthcheck:
    test: [CMD, .venv/bin/python, -c, "from urllib.request import urlopen; urlopen('http://localhost:8000/healthz')"]
    interval: 10s
    start_period: 30s
"""

_COMPOSE = """\
{generated}
# Copy .env.example to .env and change every line but those that are set here. TLS ends at your own proxy.
x-environment: &environment
  BACKREAD_VAR: /var/lib/backread
  DATABASE_URL: postgres://backread:${{POSTGRES_PASSWORD:?is missing in .env}}@database:5432/backread
  REDIS_URL: redis://queue:6379/0
  REMAP_SIGTERM: SIGQUIT

x-newsroom: &newsroom
  image: backread
  build: {{context: .., dockerfile: deploy/Dockerfile}}
  env_file: [../.env]
  environment: *environment
  volumes: [var:/var/lib/backread]
  depends_on:
    prepare: {{condition: service_completed_successfully}}
  restart: always
  init: true
  stop_grace_period: {stop}s
  read_only: true
  tmpfs: [/tmp]
  cap_drop: [ALL]
  security_opt: ["no-new-privileges:true"]

services:
  database:
    image: postgres:17
    environment: {{POSTGRES_USER: backread, POSTGRES_PASSWORD: "${{POSTGRES_PASSWORD:?is missing in .env}}"}}
    volumes: [rows:/var/lib/postgresql/data]
    healthcheck: {{test: [CMD, pg_isready, --username=backread], interval: 2s, retries: 30}}
    restart: always
  queue:
    image: valkey/valkey:8
    command: valkey-server --appendonly yes --appendfsync everysec --save ""
    volumes: [queue:/data]
    healthcheck: {{test: [CMD, valkey-cli, ping], interval: 2s, retries: 30}}
    restart: always
  prepare:
    <<: *newsroom
    command: sh -c "{prepare}"
    depends_on:
      database: {{condition: service_healthy}}
      queue: {{condition: service_healthy}}
    restart: "no"
{services}
volumes: {{rows: {{}}, queue: {{}}, var: {{}}, copy-in: {{}}}}
"""
