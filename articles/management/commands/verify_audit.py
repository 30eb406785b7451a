"""Verifies the records of every change."""

from django.core.management.base import BaseCommand, CommandError

from articles.audit import every_chain, first_broken


class Command(BaseCommand):
    help = "Names the first row of each story's, desk's and account's chain that is missing or not as it was written."

    def handle(self, *_args: object, **_options: object) -> None:
        chained = list(every_chain())
        broken = [(of, number) for of in chained if (number := first_broken(of))]
        for of, number in broken:
            what = f"{of} ({of._meta.verbose_name} {of.pk})"
            self.stderr.write(f"{what}: row {number} is missing or not as it was written.")
        if broken:
            raise CommandError(f"{len(broken)} of {len(chained)} chains are broken.")
        self.stdout.write(f"{len(chained)} chains are whole.")
