"""The newsroom app."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    name = "newsroom"

    def ready(self) -> None:
        """Importing the checks registers them."""
        import newsroom.checks  # noqa: F401
