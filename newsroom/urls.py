"""Every address of the app."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import PasswordResetDoneView, PasswordResetView
from django.urls import include, path
from django.views.generic import RedirectView

from newsroom.signin import directory, views
from newsroom.signin.doors import LogIn, admin_log_in
from newsroom.signin.forms import ForgottenForm
from newsroom.signin.passwords import ChangePassword, ChoosePassword
from newsroom.throttling import Limits, of_nobody, throttled, written_in
from newsroom.watching.health import healthz, readyz
from newsroom.watching.views import metrics

QUARTER = 15 * 60
# A desk behind one address may log in at once; a password is guessed, and mail is sent to one person, slowly.
_log_in = throttled(Limits(written_in("username"), of_address=60, of_account=20, seconds=QUARTER))(LogIn.as_view())
# Links in mails lead to SITE_URL: the host that a request names may be anybody's invention.
_forgotten = throttled(Limits(written_in("email"), of_address=10, of_account=3, seconds=QUARTER))(
    PasswordResetView.as_view(form_class=ForgottenForm, extra_email_context={"site_url": settings.SITE_URL})
)
_sent = PasswordResetDoneView.as_view(extra_context={"kept_as_file": not settings.EMAIL_URL})
# A code is short: ten tries of one account, from anywhere, on each page that asks for one.
_by_code = throttled(Limits(views.account_of, of_address=60, of_account=10, seconds=QUARTER))
# Who goes to the directory, and comes back from there, has us call it.
_by_directory = throttled(Limits(of_nobody, of_address=60, of_account=0, seconds=QUARTER, method="GET"))

handler500 = "newsroom.own_faults.our_fault"
urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("metrics", metrics, name="metrics"),
    path("admin/login/", admin_log_in, name="admin-login"),
    # Django's own page there would change it without a word on the account's record.
    path("admin/password_change/", RedirectView.as_view(pattern_name="password_change"), name="admin-password-change"),
    path("admin/", admin.site.urls),
    path("accounts/login/", _log_in, name="login"),
    path("accounts/login/code/", _by_code(views.code), name="mfa_authenticate"),  # as django-allauth calls it
    path("accounts/directory/", _by_directory(directory.to_directory), name="directory"),
    path("accounts/directory/back/", _by_directory(directory.back_from_directory), name="directory-back"),
    path("accounts/second-factor/", views.second_factor, name="second-factor"),
    path("accounts/second-factor/set-up/", _by_code(views.set_up), name="second-factor-set-up"),
    path("accounts/second-factor/off/", _by_code(views.switch_off), name="second-factor-off"),
    path("accounts/second-factor/codes/", _by_code(views.recovery_codes), name="recovery-codes"),
    path("accounts/password_change/", ChangePassword.as_view(), name="password_change"),
    path("accounts/password_reset/", _forgotten, name="password_reset"),
    path("accounts/password_reset/done/", _sent, name="password_reset_done"),
    path("accounts/reset/<uidb64>/<token>/", ChoosePassword.as_view(), name="password_reset_confirm"),
    path("accounts/", include("django.contrib.auth.urls")),
    path("api/", include("review.api.service")),
    path("", include("review.urls")),
]
