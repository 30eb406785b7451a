"""Gives somebody a password, in place of Django's command: it stands on their record, and a mail tells them."""

import getpass
from argparse import ArgumentParser

from django.contrib.auth.forms import SetPasswordForm
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.models import User
from newsroom.signin.record import record_and_tell
from review.verbs import AccountVerb


class Command(BaseCommand):
    help = "Gives somebody a new password, which is asked for twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *_args: object, username: str, **_options: object) -> None:
        person = User.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"Nobody is called {username}.")
        typed = {"new_password1": getpass.getpass("New password: "), "new_password2": getpass.getpass("Once more: ")}
        form = SetPasswordForm(person, typed)
        if not form.is_valid():
            raise CommandError("\n".join(str(reason) for reasons in form.errors.values() for reason in reasons))
        person.set_password(typed["new_password1"])
        with transaction.atomic():
            person.save(update_fields=["password"])
            record_and_tell(person=person, actor=None, verb=AccountVerb.CHANGED_PASSWORD, details={})
        self.stdout.write(f"{username}: the password is changed.")
