"""Purges the copy of stories that were killed long ago."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from newsroom.retention import purge_killed


class Command(BaseCommand):
    help = "Deletes the copy of stories killed so many days ago, with findings, comments and mails; the record stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=settings.PURGE_KILLED_AFTER_DAYS, help="1 or more.")

    def handle(self, *_args: object, days: int, **_options: object) -> None:
        if days < 1:
            raise CommandError("Say after how many days: --days, or PURGE_KILLED_AFTER_DAYS in the environment.")
        purged = purge_killed(days=days)
        for story in purged:
            self.stdout.write(f"Purged story {story.pk} of the {story.desk}.")
        self.stdout.write(f"{len(purged)} stories purged.")
