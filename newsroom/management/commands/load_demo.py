"""Loads the demo newsroom."""

from django.core.management.base import BaseCommand

from newsroom.demo.loading import load_newsroom


class Command(BaseCommand):
    help = "Adds the demo newsroom's desks, people and stories, as far as they are missing."

    def handle(self, *_args: object, **_options: object) -> None:
        added = load_newsroom()
        self.stdout.write(f"Added {added} stories of the demo newsroom.")
