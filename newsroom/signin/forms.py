"""Codes as people type them, checked and counted like passwords."""

from collections.abc import Iterator

from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from articles.models import User
from newsroom.signin.factors import take_code

APP_CODE_DIGITS = 6
WRONG_CODE = "That is not the code, or it was used already. Wait for the next one."
WRONG_PASSWORD = "That is not your password."  # noqa: S105


class CodeField(forms.CharField):
    """Six digits of the app, or the eight of a recovery code; spaces and hyphens do no harm."""

    def __init__(self, *, label: str = "Code", help_text: str = "") -> None:
        said = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        super().__init__(label=label, help_text=help_text, max_length=30, widget=forms.TextInput(attrs=said))


class CodeForm(forms.Form):
    """A code of the person's second factor. Wrong ones lock them out from there, as wrong passwords do."""

    code = CodeField(help_text="The six digits that your authenticator app shows now, or a recovery code.")

    def __init__(self, request: HttpRequest, person: User, *, place: str = "id", is_sent: bool = True) -> None:
        """`place` tells two of one page apart, of which one `is_sent`."""
        super().__init__(request.POST if is_sent and request.method == "POST" else None, auto_id=f"{place}-%s")
        self.request, self.person = request, person
        self.fields["code"].widget.attrs["autofocus"] = place == "id"

    @property
    def took_recovery_code(self) -> bool:
        """Of a sound form: a code of the app is shorter."""
        code: str = self.cleaned_data["code"]
        return sum(sign.isdigit() for sign in code) > APP_CODE_DIGITS

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        check_is_not_locked(self.request, self.person)
        if not take_code(of=self.person, code=code):
            tell_failure(self.request, self.person)
            raise ValidationError(WRONG_CODE)
        return code


class SetUpForm(forms.Form):
    """The password, where the person has one, and a code of the app that was just given the secret."""

    password = forms.CharField(
        label="Your password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    code = CodeField(label="The code that the app shows")

    def __init__(self, request: HttpRequest, person: User) -> None:
        super().__init__(request.POST if request.method == "POST" else None)
        self.request, self.person = request, person
        if not person.has_usable_password():
            del self.fields["password"]

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        check_is_not_locked(self.request, self.person)
        if not self.person.check_password(password):
            tell_failure(self.request, self.person)
            raise ValidationError(WRONG_PASSWORD)
        return password


class ForgottenForm(PasswordResetForm):
    """Also for who was invited and never came in: the link in their mail may be too old by now."""

    def get_users(self, email: str) -> Iterator[User]:
        yield from super().get_users(email)
        invited = User.objects.filter(email__iexact=email, is_active=True, last_login=None, memberships__isnull=False)
        yield from (person for person in invited.distinct() if not person.has_usable_password())


def check_is_not_locked(request: HttpRequest, person: User) -> None:
    """Raises ValidationError for whom django-axes keeps out there; its middleware then answers in the form's place."""
    credentials = {"username": person.username}
    if not AxesProxyHandler.is_allowed(request, credentials):
        request.axes_locked_out = True  # type: ignore[attr-defined]
        raise ValidationError("Too many tries.")


def tell_failure(request: HttpRequest, person: User) -> None:
    """Django's signal, which django-axes counts by."""
    user_login_failed.send(sender=__name__, credentials={"username": person.username}, request=request)
