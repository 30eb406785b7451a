"""A new password, chosen by whoever has the account: with the old one, or by a link in a mail."""

from typing import Any

from django.contrib.auth.views import PasswordChangeView, PasswordResetConfirmView
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse

from articles.models import User
from newsroom.signin.doors import let_in
from newsroom.signin.record import record_and_tell
from review.verbs import AccountVerb


class ChangePassword(PasswordChangeView):
    """Django's page; the change goes on record, and a mail tells of it."""

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:  # noqa: ANN401 - Django's own signature
        _lock(form.user)
        answer = super().form_valid(form)
        record_and_tell(person=form.user, actor=form.user, verb=AccountVerb.CHOSE_PASSWORD, details={})
        return answer


class ChoosePassword(PasswordResetConfirmView):
    """Whoever just chose a password need not type it again: the next page is the board, which says how to begin."""

    def form_valid(self, form: Any) -> HttpResponse:  # noqa: ANN401 - Django's own signature
        with transaction.atomic():
            _lock(form.user)
            super().form_valid(form)
            record_and_tell(person=form.user, actor=form.user, verb=AccountVerb.CHOSE_PASSWORD, details={})
        return let_in(self.request, form.user, to=reverse("board"))


def _lock(person: User) -> None:
    """Read anew, since Django's form saves every field: what came on record since the page was asked for stays."""
    person.refresh_from_db(from_queryset=User.objects.select_for_update(no_key=True))
