"""Somebody new on a desk of their own, in the newsroom that the environment names: for the documentation's pictures."""

import os

import django
from django.contrib.auth.hashers import make_password

from tests.pages.pictured import PASSWORD


def main() -> None:
    from articles.models import Desk, Membership, Role, User  # need Django

    desk = Desk.objects.create(name="Features desk", slug="features-desk")
    person = User.objects.create(
        username="newcomer", first_name="Noor", last_name="Akdal", password=make_password(PASSWORD)
    )
    Membership.objects.create(desk=desk, user=person, role=Role.REPORTER)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    main()
