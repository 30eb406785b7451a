"""Writes the record of every change as JSON lines."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from articles.audit import exported
from articles.models import Story


class Command(BaseCommand):
    help = "Writes the audit record of the stories that are named by id, else of all, as one JSON object a line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("stories", nargs="*", type=int, metavar="story")

    def handle(self, *_args: object, stories: list[int], **_options: object) -> None:
        chosen = Story.objects.filter(pk__in=stories) if stories else Story.objects.all()
        if missing := set(stories) - set(chosen.values_list("pk", flat=True)):
            raise CommandError(f"There is no story {min(missing)}.")
        for story in chosen.order_by("pk").iterator():
            for line in exported(story):
                self.stdout.write(line, ending="")
