"""`manage.py watch_folder`: hand in whatever is put into the folder, until somebody stops it."""

import signal
import time
from argparse import ArgumentParser
from pathlib import Path
from threading import Event
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connections

from newsroom.intake.folder import SETTLED_SECONDS, FolderTaken, Watch, look, watching
from newsroom.intake.handing_in import NotReadYet
from newsroom.journal.discretion import name_of

LOOKS_EVERY_SECONDS = 1
PAUSE_SECONDS = 10  # while the database does not answer
NOT_READ_YET = "A file could not be read just now: it waits where it was."


class Command(BaseCommand):
    help = (
        "Hand in the files that are put into the watched folder; each ends in done or failed, with the reason beside."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, help="instead of BACKREAD_WATCHED_FOLDER")
        parser.add_argument("--idle", action="store_true", help="where no folder is set, wait until somebody stops it")
        parser.add_argument("--once", action="store_true", help="take what is there, and end")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002 - Django's signature
        folder = options["folder"] or settings.WATCHED_FOLDER
        if not folder and options["idle"]:
            self.stdout.write("No folder is watched: BACKREAD_WATCHED_FOLDER is not set.")
            _stopping().wait()
            return
        if not folder:
            raise CommandError("Name a folder, or set BACKREAD_WATCHED_FOLDER.")
        try:
            with watching(Path(folder)) as watch:
                _look_once(watch) if options["once"] else self._look_until_stopped(watch)
        except FolderTaken as taken:
            raise CommandError(str(taken)) from taken
        except DatabaseError as error:
            raise CommandError(f"The database does not answer: {name_of(error)}") from error
        except NotReadYet as error:
            raise CommandError(NOT_READ_YET) from error

    def _look_until_stopped(self, watch: Watch) -> None:
        """A signal ends it after the file that is at work, never in the middle of one."""
        stopping = _stopping()
        self.stdout.write(f"Watching {watch.folder}.")
        while not stopping.wait(self._pause(watch)):
            pass

    def _pause(self, watch: Watch) -> float:
        """Look, and tell how long to wait until the next look."""
        try:
            look(watch)
        except DatabaseError as error:
            self.stderr.write(f"The database does not answer: {name_of(error)}")
            connections.close_all()
            return PAUSE_SECONDS
        except NotReadYet:
            self.stderr.write(NOT_READ_YET)
            return PAUSE_SECONDS
        return LOOKS_EVERY_SECONDS


def _stopping() -> Event:
    """Set when somebody stops it."""
    stopping = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    return stopping


def _look_once(watch: Watch) -> None:
    look(watch)
    time.sleep(SETTLED_SECONDS)  # what changes meanwhile is still being written
    look(watch)
