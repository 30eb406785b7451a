"""Writes the whole newsroom into one file."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from newsroom.keeping.archive import back_up, opened
from newsroom.keeping.databases import CannotRestore


class Command(BaseCommand):
    help = "Writes database and kept mails into one file, as of one moment, while the newsroom goes on; then proves it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--portable", action="store_true", help="Rows that another kind of database can take.")

    def handle(self, *_args: object, file: Path, portable: bool, **_options: object) -> None:
        if file.exists():
            raise CommandError(f"{file} is there already.")
        try:
            manifest = back_up(file, portable=portable)
            with opened(file):
                pass
        except CannotRestore as trouble:
            raise CommandError(str(trouble)) from trouble
        rows = sum(manifest.counts.values())
        self.stdout.write(f"{file}: {rows:,} rows, {len(manifest.files) - 1} mails ({manifest.kind}).")
