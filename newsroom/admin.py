"""What the administrator's pages do to accounts besides Django's own: a lost second factor, a link to undo.

The tables of django-allauth are not shown there: they hold secrets, and what changes them is recorded by our acts.
"""

from collections.abc import Callable

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.db.models import QuerySet

from articles.models import User
from newsroom.signin.admission import unlink
from newsroom.signin.factors import reset
from review.views.pages import PersonRequest

for _hidden in (EmailAddress, Authenticator, SocialAccount, SocialApp, SocialToken):
    admin.site.unregister(_hidden)


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    """Django's page for accounts."""

    actions = ["reset_second_factor", "unlink_from_directory"]

    @admin.action(description="Reset the second factor, which was lost", permissions=["change"])
    def reset_second_factor(self, request: PersonRequest, people: QuerySet[User]) -> None:
        _tell(request, people, reset, done="The second factor is reset", none="has a second factor")

    @admin.action(description="Unlink from the newsroom’s directory", permissions=["change"])
    def unlink_from_directory(self, request: PersonRequest, people: QuerySet[User]) -> None:
        _tell(
            request, people, unlink, done="The link with the directory is undone", none="is linked with the directory"
        )


def _tell(request: PersonRequest, people: QuerySet[User], act: Callable[..., bool], *, done: str, none: str) -> None:
    changed = [str(person) for person in people if act(by=request.user, person=person)]
    if changed:
        messages.success(request, f"{done}: {', '.join(changed)}.")
    else:
        messages.warning(request, f"None of them {none}.")
