"""`manage.py hand_in FILE... --desk DESK --story SLUG --date DAY`: files of any readable format become drafts."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from analysis.commandline.days import day
from analysis.readers import Refused as Unreadable
from articles.models import Desk, User
from newsroom.intake.handing_in import NotReadYet, Order, hand_in
from newsroom.intake.telling import told
from review.policies import Refused


class Command(BaseCommand):
    help = "Hand files in as drafts. Those that are refused are named with the reason, and the others handed in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--desk", required=True, help="the desk, by its name or its slug")
        parser.add_argument(
            "--story", default="", metavar="SLUG", help="the slug line; else the file’s own or its name"
        )
        parser.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="the day it was written; else the file’s")
        parser.add_argument("--by", default="", metavar="USERNAME", help="whose files they are; else the desk’s own")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002 - Django's signature
        by = _person(options["by"]) if options["by"] else None
        order = Order(_desk(options["desk"]), options["story"], options["date"], by)
        refused = [path for path in options["files"] if not self._handed_in(path, order)]
        if refused:
            raise CommandError(f"{len(refused)} of {len(options['files'])} files were not handed in.")

    def _handed_in(self, path: Path, order: Order) -> bool:
        try:
            outcome = hand_in(path.read_bytes(), path.name, order)
        except (OSError, Unreadable, Refused, NotReadYet) as refusal:
            self.stderr.write(f"{path}: {refusal}")
            return False
        self.stdout.write(f"{path}: {told(outcome)}")
        return True


def _desk(named: str) -> Desk:
    desk = Desk.objects.filter(slug=named).first() or Desk.objects.filter(name__iexact=named).first()
    if desk is None:
        known = ", ".join(Desk.objects.order_by("slug").values_list("slug", flat=True))
        raise CommandError(f"There is no desk “{named}”. There are: {known}.")
    return desk


def _person(username: str) -> User:
    person = User.objects.filter(username=username, is_active=True).first()
    if person is None:
        raise CommandError(f"Nobody has the user name “{username}”.")
    return person
