"""Verifies the record of every change."""

from django.core.management.base import BaseCommand, CommandError

from articles.audit import first_broken
from articles.models import Story


class Command(BaseCommand):
    help = "Walks every story's audit chain and names the first row of each that is missing or not as it was written."

    def handle(self, *_args: object, **_options: object) -> None:
        stories = Story.objects.order_by("pk")
        broken = [(story, number) for story in stories.iterator() if (number := first_broken(story))]
        for story, number in broken:
            self.stderr.write(f"{story} (story {story.pk}): row {number} is missing or not as it was written.")
        if broken:
            raise CommandError(f"{len(broken)} of {stories.count()} chains are broken.")
        self.stdout.write(f"{stories.count()} chains are whole.")
