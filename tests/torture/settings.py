"""The newsroom's settings, with one draft among those handed in that kills whoever reads it."""

from newsroom.settings import *  # noqa: F403
from newsroom.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.torture.poison.Poison"]
