"""Settings: everything that differs between newsrooms comes from the environment (see .env.example)."""

import logging
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django_guid.integrations.celery import CeleryIntegration

from newsroom.journal.lines import log_settings
from newsroom.places import kept_secret, socket_in
from newsroom.queues import WorkQueue, queues
from newsroom.rhythm import Rhythm
from newsroom.signin.asking import asked_of, directories

BASE_DIR = Path(__file__).resolve().parent.parent
DEMO_SECRET = "the-secret-of-the-example-which-is-known-to-all-the-world"  # noqa: S105 - production refuses it

env = environ.Env()
env.read_env(env.str("BACKREAD_ENV_FILE", default=str(BASE_DIR / ".env")))

PRODUCTION = env.bool("PRODUCTION", default=False)
DEBUG = env.bool("DEBUG", default=False)
VAR_DIR = Path(env.str("BACKREAD_VAR", default=str(BASE_DIR / "var"))).resolve()
VAR_DIR.mkdir(parents=True, exist_ok=True)
SECRET_KEY = env.str("SECRET_KEY", default="" if PRODUCTION else kept_secret(VAR_DIR))
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])  # earlier ones, which still open what they sealed
if PRODUCTION and (DEBUG or DEMO_SECRET in {SECRET_KEY, *SECRET_KEY_FALLBACKS} or len(SECRET_KEY) < 50):
    raise ImproperlyConfigured(
        "PRODUCTION needs a SECRET_KEY of its own, of 50 characters or more, and DEBUG switched off."
    )
HOST = env.str("HOST", default="127.0.0.1")  # where `make run` and gunicorn listen
PORT = env.int("PORT", default=8000)
SITE_URL = env.str("SITE_URL", default=f"http://localhost:{PORT}").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "allauth.account",  # before ours, which takes its tables off the administrator's pages
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "newsroom",
    "review",
    "articles",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "newsroom.static_files.Collected",
    "csp",
    "django_htmx",
    "axes",
    "django_guid",
]
MIDDLEWARE = [
    "django_guid.middleware.guid_middleware",
    "newsroom.journal.requests.tell_requests",
    "newsroom.watching.answers.time_answers",
    "review.api.problems.problems_of_the_api",
    "newsroom.letters.read_letters",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "newsroom.doorkeeper.Doorkeeper",
    "newsroom.confidence.store_nothing",
    "newsroom.buttons.tell_of_buttons",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
FORM_RENDERER = "review.forms.faults.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# SQLite settings as measured: with four writers, Django's defaults lock 2,081 times in 20 s, these never.
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": VAR_DIR / "backread.sqlite3",
    "OPTIONS": {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    },
    "TEST": {"NAME": VAR_DIR / "test.sqlite3"},  # a file, since the tests' workers are other processes
}
DATABASE = env.db_url("DATABASE_URL", default=f"sqlite:///{quote(str(SQLITE['NAME']))}")
ON_SQLITE = DATABASE["ENGINE"] == SQLITE["ENGINE"]
if ON_SQLITE:
    DATABASES = {"default": SQLITE | DATABASE}
else:
    DATABASES = {"default": DATABASE | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}

# Without REDIS_URL, `make run` starts the bundled Valkey on this socket.
REDIS_SOCKET = env.str("BACKREAD_REDIS_SOCKET", default=str(socket_in(VAR_DIR)))
REDIS_URL = env.str("REDIS_URL", default="")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL or f"unix://{quote(REDIS_SOCKET)}?db=1",
        "KEY_PREFIX": "backread",
    }
}

CELERY_BROKER_URL = REDIS_URL or f"redis+socket://{quote(REDIS_SOCKET)}"
CELERY_TASK_QUEUES = queues()
CELERY_TASK_DEFAULT_QUEUE = WorkQueue.READING.value
CELERY_TASK_ROUTES = {"review.tasks.compare_drafts": {"queue": WorkQueue.COMPARING.value}}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_CONCURRENCY = env.int("WORKER_CONCURRENCY", default=2)
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 500  # whatever a library hoards goes; the next child shares the model anyway
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_TASK_TIME_LIMIT = 300
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 6  # then what is not through is given back: all within ten seconds
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 900,  # above the longest task, and the one that it may have to wait for in its worker
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,  # with the line above, a killed worker's task comes back in 10 s, not 92
    "socket_connect_timeout": 2,
    "socket_timeout": 5,
}
CELERY_BEAT_SCHEDULER = "newsroom.rhythm:SteadyScheduler"
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "review.tasks.sweep", "schedule": Rhythm(10)},
    "purge": {"task": "newsroom.tasks.purge", "schedule": Rhythm(3600)},
}

PURGE_KILLED_AFTER_DAYS = env.int("PURGE_KILLED_AFTER_DAYS", default=0)  # 0: the copy of killed stories is kept

SERIALIZATION_MODULES = {"rows": "newsroom.keeping.rows"}
API_REQUESTS_A_MINUTE = env.int("API_REQUESTS_A_MINUTE", default=300)  # for one token
WEBHOOK_INTERNAL_HOSTS = {host.lower() for host in env.list("WEBHOOK_INTERNAL_HOSTS", default=[])}

# A folder whose files are handed in by themselves; without it none is watched.
WATCHED_FOLDER = env.str("BACKREAD_WATCHED_FOLDER", default="")

MAIL_DIR = VAR_DIR / "mail"
EMAIL_URL = env.str("EMAIL_URL", default="")
EMAIL_BACKEND = "newsroom.mail.EmlBackend"
if EMAIL_URL:
    vars().update(env.email_url_config(EMAIL_URL))
EMAIL_TIMEOUT = 10
EMAIL_USE_LOCALTIME = True  # else mails are dated "-0000", as by a machine that knows no time zone
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Backread <backread@localhost>")

AUTH_USER_MODEL = "articles.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "board"
LOGOUT_REDIRECT_URL = "login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

AUTHENTICATION_BACKENDS = ["axes.backends.AxesBackend", "django.contrib.auth.backends.ModelBackend"]
# Whoever tries one name from one address five times waits a quarter of an hour. A name alone is never locked out: on
# deadline anybody could keep an editor out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # who logged in when, and from where, is nobody's business
AXES_CLIENT_IP_CALLABLE = "newsroom.visitors.address_of"
AXES_LOCKOUT_TEMPLATE = "registration/too_often.html"
AXES_VERBOSE = False

# Who has to have a second factor: nobody, chiefs (and administrators) or everybody. Whoever has one is asked for it.
SECOND_FACTOR_FOR = asked_of(env.str("SECOND_FACTOR_FOR", default="nobody"))
MFA_ADAPTER = "newsroom.signin.adapters.SecondFactorAdapter"
MFA_TOTP_ISSUER = "Backread"
MFA_TOTP_TOLERANCE = 1  # the code before and the one after: clocks differ, and typing takes time (RFC 6238, 5.2)
ACCOUNT_ADAPTER = "newsroom.signin.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses are given by whoever invites
ACCOUNT_RATE_LIMITS = False  # ours stand at the doors: newsroom/throttling.py and django-axes

# The newsroom's own directory, by OpenID Connect; off without an issuer.
OIDC_ISSUER = env.str("OIDC_ISSUER", default="").rstrip("/")
OIDC_NAME = env.str("OIDC_NAME", default="the newsroom’s directory")
OIDC_VERIFIED_CLAIM = env.str("OIDC_VERIFIED_CLAIM", default="email_verified")
OIDC_GROUP = env.str("OIDC_GROUP", default="")
OIDC_GROUPS_CLAIM = env.str("OIDC_GROUPS_CLAIM", default="groups")
OIDC_BRINGS_SECOND_FACTOR = env.bool("OIDC_BRINGS_SECOND_FACTOR", default=False)
SOCIALACCOUNT_ADAPTER = "newsroom.signin.admission.Admission"
SOCIALACCOUNT_PROVIDERS = directories(
    issuer=OIDC_ISSUER,
    name=OIDC_NAME,
    client_id=env.str("OIDC_CLIENT_ID", default=""),
    secret=env.str("OIDC_CLIENT_SECRET", default=""),
    production=PRODUCTION,
)

LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
if not PRODUCTION:
    STATIC_ROOT.mkdir(exist_ok=True)  # whitenoise asks for it, though it takes the files from where they lie
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "newsroom.static_files.NamedByContent"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024  # pasted text: what is too long is refused on its page up to here
UPLOAD_MAX_BYTES = 20 * 1024 * 1024  # one file
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler", "newsroom.postroom.CappedUpload"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 7 * 24 * 3600
if PRODUCTION:  # the prefix keeps another host of the domain from planting a cookie here
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=PRODUCTION)
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$", "^metrics$"]  # asked on the machine itself, without TLS
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000 if PRODUCTION else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOG_LEVEL = env.str("LOG_LEVEL", default="INFO" if PRODUCTION else "WARNING")
LOGGING = log_settings(level=LOG_LEVEL, as_json=env.bool("LOG_JSON", default=PRODUCTION))
logging.raiseExceptions = not PRODUCTION  # what cannot be logged would be printed as it is, copy and all
if SENTRY_DSN := env.str("SENTRY_DSN", default=""):
    from newsroom.journal.reports import report_to  # here: nothing of it is loaded where nobody wants reports

    report_to(SENTRY_DSN, environment=SITE_URL)
METRICS_TOKEN = env.str("METRICS_TOKEN", default="")
DJANGO_GUID = {
    "GUID_HEADER_NAME": "X-Request-ID",  # taken over from a proxy that sets it, and told in the answer
    "EXPOSE_HEADER": False,
    "INTEGRATIONS": [CeleryIntegration(use_django_logging=True)],
}
