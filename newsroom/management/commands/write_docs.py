"""Writes the generated pages of docs/."""

from django.conf import settings
from django.core.management.base import BaseCommand

from newsroom.handbook import PAGES


class Command(BaseCommand):
    help = "Writes the pages of docs/ that are made from the code."

    def handle(self, *_args: object, **_options: object) -> None:
        for name, page in PAGES.items():
            (settings.BASE_DIR / "docs" / name).write_text(page())
