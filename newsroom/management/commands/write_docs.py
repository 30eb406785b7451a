"""Writes the generated pages of docs/, and the files of deploy/."""

from django.conf import settings
from django.core.management.base import BaseCommand

from newsroom.handbook import PAGES
from newsroom.running import deployment


class Command(BaseCommand):
    help = "Writes the pages of docs/ and the files of deploy/ that are made from the code."

    def handle(self, *_args: object, **_options: object) -> None:
        for name, page in PAGES.items():
            (settings.BASE_DIR / "docs" / name).write_text(page())
        for name, text in deployment.files().items():
            (settings.BASE_DIR / "deploy" / name).write_text(text)
