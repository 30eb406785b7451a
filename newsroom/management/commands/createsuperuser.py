"""Opens the account of an administrator, in place of Django's command: its record begins with that."""

import getpass
import os
from argparse import ArgumentParser

from django.contrib.auth.forms import AdminUserCreationForm
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.audit import record_on_account
from articles.models import User
from review.verbs import AccountVerb

_BEFOREHAND = "DJANGO_SUPERUSER_{}"  # variables by Django's own names, which scripts know


class AdministratorForm(AdminUserCreationForm):  # type: ignore[type-arg]
    class Meta:
        model = User
        fields = ("username", "email")


class Command(BaseCommand):
    help = "Opens the account of an administrator. What no option says is asked for."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--username")
        parser.add_argument("--email")
        told = "ask for nothing: DJANGO_SUPERUSER_USERNAME, _EMAIL and _PASSWORD say what no option does"
        parser.add_argument("--noinput", "--no-input", action="store_false", dest="interactive", help=told)

    def handle(
        self, *_args: object, username: str | None, email: str | None, interactive: bool, **_options: object
    ) -> None:
        form = AdministratorForm(_asked(username, email) if interactive else _told(username, email))
        if not form.is_valid():
            raise CommandError("\n".join(str(reason) for reasons in form.errors.values() for reason in reasons))
        form.instance.is_staff = form.instance.is_superuser = True
        with transaction.atomic():
            person = form.save()
            about = {"username": person.username, "is_superuser": True}
            record_on_account(person=person, actor=None, verb=AccountVerb.OPENED, details=about)
        self.stdout.write(f"{person.username} is an administrator.")


def _asked(username: str | None, email: str | None) -> dict[str, str]:
    return {
        "username": input("User name: ") if username is None else username,
        "email": input("Mail address: ") if email is None else email,
        "usable_password": "true",
        "password1": getpass.getpass("Password: "),
        "password2": getpass.getpass("Once more: "),
    }


def _told(username: str | None, email: str | None) -> dict[str, str]:
    """Without a password nobody can log in until `changepassword` gives one."""
    password = os.environ.get(_BEFOREHAND.format("PASSWORD"), "")
    return {
        "username": username or os.environ.get(_BEFOREHAND.format("USERNAME"), ""),
        "email": email or os.environ.get(_BEFOREHAND.format("EMAIL"), ""),
        "usable_password": "true" if password else "false",
        "password1": password,
        "password2": password,
    }
