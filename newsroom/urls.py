"""Every address of the app."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import LoginView, PasswordResetConfirmView, PasswordResetDoneView, PasswordResetView
from django.urls import include, path, reverse_lazy

from newsroom.throttling import Limits, throttled
from newsroom.watching.health import healthz, readyz
from newsroom.watching.views import metrics

QUARTER = 15 * 60
# A desk behind one address may log in at once; a password is guessed, and mail is sent to one person, slowly.
_log_in = throttled(Limits("username", of_address=60, of_account=20, seconds=QUARTER))(LoginView.as_view())
# Links in mails lead to SITE_URL: the host that a request names may be anybody's invention.
_forgotten = throttled(Limits("email", of_address=10, of_account=3, seconds=QUARTER))(
    PasswordResetView.as_view(extra_email_context={"site_url": settings.SITE_URL})
)
_sent = PasswordResetDoneView.as_view(extra_context={"kept_as_file": not settings.EMAIL_URL})
# Whoever just chose a password need not type it again: the next page is the board, which says how to begin.
_chosen = PasswordResetConfirmView.as_view(
    post_reset_login=True,
    post_reset_login_backend="django.contrib.auth.backends.ModelBackend",
    success_url=reverse_lazy("board"),
)

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("metrics", metrics, name="metrics"),
    path("admin/", admin.site.urls),
    path("accounts/login/", _log_in, name="login"),
    path("accounts/password_reset/", _forgotten, name="password_reset"),
    path("accounts/password_reset/done/", _sent, name="password_reset_done"),
    path("accounts/reset/<uidb64>/<token>/", _chosen, name="password_reset_confirm"),
    path("accounts/", include("django.contrib.auth.urls")),
    path("api/", include("review.api.service")),
    path("", include("review.urls")),
]
