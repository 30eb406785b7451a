"""Writes the records of every change as JSON lines."""

from argparse import ArgumentParser
from collections.abc import Iterable

from django.core.management.base import BaseCommand, CommandError

from articles.audit import exported
from articles.models import Desk, Story, User


class Command(BaseCommand):
    help = "Writes the record of the stories that are named by id, else of all, as one JSON object a line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("stories", nargs="*", type=int, metavar="story")
        parser.add_argument("--desks", action="store_true", help="the desks' own records instead")
        parser.add_argument("--accounts", action="store_true", help="the accounts' own records instead")

    def handle(self, *_args: object, stories: list[int], desks: bool, accounts: bool, **_options: object) -> None:
        chains: Iterable[Story | Desk | User] = _chosen(stories)
        if desks or accounts:
            chains = (Desk if desks else User)._default_manager.order_by("pk")
        for of in chains:
            for line in exported(of):
                self.stdout.write(line, ending="")


def _chosen(stories: list[int]) -> Iterable[Story]:
    chosen = Story.objects.filter(pk__in=stories) if stories else Story.objects.all()
    if missing := set(stories) - set(chosen.values_list("pk", flat=True)):
        raise CommandError(f"There is no story {min(missing)}.")
    return chosen.order_by("pk").iterator()
