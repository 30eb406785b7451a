"""Puts a backup in the place of the newsroom that is here."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from articles.models import Story
from newsroom.keeping.archive import opened, restore
from newsroom.keeping.databases import CannotRestore
from newsroom.running.preparing import Trouble, alone


class Command(BaseCommand):
    help = "Restores a backup and proves it: rows counted, texts hashed, records verified. Stop the newsroom first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--check", action="store_true", help="Only prove that the file is whole.")
        parser.add_argument("--replace", action="store_true", help="Though there are stories here, which are deleted.")

    def handle(self, *_args: object, file: Path, check: bool, replace: bool, **_options: object) -> None:
        try:
            if check:
                with opened(file) as (_, manifest):
                    self.stdout.write(f"{file} is whole: of {manifest.made_at:%Y-%m-%d %H:%M} UTC, {manifest.kind}.")
                return
            with alone():
                self._restore(file, replace=replace)
        except (CannotRestore, Trouble) as trouble:
            raise CommandError(str(trouble)) from trouble

    def _restore(self, file: Path, *, replace: bool) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        if Story.objects.exists() and not replace:
            raise CommandError("There are stories here. Add --replace to delete them for those of the backup.")
        manifest = restore(file)
        rows = sum(manifest.counts.values())
        self.stdout.write(f"Restored and proven: {rows:,} rows as of {manifest.made_at:%Y-%m-%d %H:%M} UTC.")
