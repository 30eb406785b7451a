"""Takes away a second factor that was lost."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from articles.models import User
from newsroom.signin.factors import reset


class Command(BaseCommand):
    help = "Resets the second factor of these people, who log in with their password alone until they set up another."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("usernames", nargs="+", metavar="username")

    def handle(self, *_args: object, usernames: list[str], **_options: object) -> None:
        people = {person.username: person for person in User.objects.filter(username__in=usernames)}
        if missing := set(usernames) - people.keys():
            raise CommandError(f"Nobody is called {min(missing)}.")
        for name in usernames:
            told = "is reset" if reset(by=None, person=people[name]) else "was not set up"
            self.stdout.write(f"{name}: the second factor {told}.")
