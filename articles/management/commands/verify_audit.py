"""Verifies the records of every change."""

from django.core.management.base import BaseCommand, CommandError

from articles.audit import first_broken
from articles.models import Desk, Story


class Command(BaseCommand):
    help = "Walks the chain of every story and desk and names the first row of each that is missing or not as written."

    def handle(self, *_args: object, **_options: object) -> None:
        chained: list[Story | Desk] = [*Story.objects.order_by("pk"), *Desk.objects.order_by("pk")]
        broken = [(of, number) for of in chained if (number := first_broken(of))]
        for of, number in broken:
            what = f"{of} ({of._meta.verbose_name} {of.pk})"
            self.stderr.write(f"{what}: row {number} is missing or not as it was written.")
        if broken:
            raise CommandError(f"{len(broken)} of {len(chained)} chains are broken.")
        self.stdout.write(f"{len(chained)} chains are whole.")
