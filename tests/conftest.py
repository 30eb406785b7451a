"""Fixtures on real parts, for every test; write the name of one as an argument.

`live_server` (pytest-django) serves the app on a real port. `page` is a fresh browser page on it:
`page.goto("/")` opens the board, and the test fails when a script throws or the content security policy
stops something. `worker` is a real Celery worker process on this test's database: what the app enqueues is
done; `worker.finish()` waits until nothing is left. `smtp_server` is a real SMTP server to which this
process sends; `smtp_server.received` are its messages. `shared_data` is the folder of measuring data;
tests that take it are the only ones that may be skipped under CI.
"""

import gc
import os
import secrets
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from django.db import OperationalError, connection, transaction
from django.db.backends.base.operations import BaseDatabaseOperations
from django.test import override_settings
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, Page
from pytest_django import DjangoDbBlocker, Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser import chromium, executable, watched_page
from tests.smtp import SmtpServer, smtp
from tests.workers import Worker, forget_queued_work, forget_work_of_the_dead, started_worker, wait_for_quiet

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("BACKREAD_SHARED", ROOT.parent / "shared"))
SKIPS_COUNT = bool(os.environ.get("CI"))


def pytest_configure(config: pytest.Config) -> None:
    unhurried = hypothesis_settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    hypothesis_settings.register_profile("unhurried", unhurried)
    hypothesis_settings.load_profile("unhurried")
    config.addinivalue_line("markers", "shared_data: needs the measuring data beside the project")
    config.addinivalue_line("markers", "long: a file that begins first, or else one worker ends with it alone")
    config.addinivalue_line("markers", "any_database: looks at rows, and at nothing that one database does otherwise")
    config.addinivalue_line("markers", "postgresql: asks PostgreSQL what SQLite has no word for")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: who follows a page or a process waits for it half of the time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
    for item in items:
        if "shared_data" in getattr(item, "fixturenames", ()):
            item.add_marker("shared_data")
    if config.getoption("database") == "postgresql":
        _keep(config, items, _touches_rows)
    elif "DATABASE_URL" not in os.environ:
        _keep(config, items, lambda item: item.get_closest_marker("postgresql") is None)


def pytest_collection_finish() -> None:
    """What is loaded and collected by now stays to the end: no search for garbage goes through it any more."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under CI a skipped test is a failed one: otherwise nobody would notice what was never run."""
    report = yield
    may_skip = item.get_closest_marker("shared_data") or hasattr(report, "wasxfail")
    if SKIPS_COUNT and report.skipped and not may_skip:
        report.outcome = "failed"
        report.longrepr = f"Skipped, which CI does not allow: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The test database, which no dead worker's session keeps from being dropped at the end."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            others = "datname = current_database() AND pid <> pg_backend_pid()"
            cursor.execute(f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE {others}")  # noqa: S608


@pytest.fixture(scope="module")
def rows_of_the_file(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What a fixture of a whole file writes stands for each of its tests as it was, and goes with the last of them.

    A transaction around those of the tests: such a file takes `db`, and never `transactional_db`.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """A password is made to be slow to check, and tests log in hundreds of times."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(autouse=True)
def nothing_counted(settings: Settings) -> None:
    """What earlier tests tried too often is not held against this one."""
    settings.CACHES = {"default": settings.CACHES["default"] | {"KEY_PREFIX": secrets.token_hex(4)}}


@pytest.fixture
def shared_data() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"There is no measuring data at {SHARED}; BACKREAD_SHARED says where it is.")
    return SHARED


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if executable() is None:
        pytest.skip("There is no Chromium on this machine; BACKREAD_CHROMIUM says where one is.")
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    with watched_page(browser, live_server.url) as fresh:
        yield fresh


@pytest.fixture(scope="session", autouse=True)
def flush_again_after_a_deadlock() -> Iterator[None]:
    """A page can be closed with a request in flight: PostgreSQL ends one of the two, which may be the flush."""
    flush = BaseDatabaseOperations.execute_sql_flush

    def patient(operations: BaseDatabaseOperations, sql_list: list[str]) -> None:
        try:
            flush(operations, sql_list)
        except OperationalError:
            flush(operations, sql_list)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", patient)
        yield


@pytest.fixture(scope="module")
def standing_worker(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    """One worker for all tests of a file, since it takes seconds to read its model; tests take `worker`."""
    forget_work_of_the_dead()  # another file may have killed some
    with started_worker(tmp_path_factory.mktemp("worker")) as worker:
        yield worker


@pytest.fixture
def worker(transactional_db: None, standing_worker: Worker) -> Iterator[Worker]:
    yield standing_worker
    forget_queued_work()
    wait_for_quiet()  # before the rows it works on are taken away


@pytest.fixture
def smtp_server(settings: Settings) -> Iterator[SmtpServer]:
    with smtp() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # pytest-django puts its own there
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        yield server


def _keep(config: pytest.Config, items: list[pytest.Item], wanted: Callable[[pytest.Item], bool]) -> None:
    """Leave out what the suite's other half runs: it goes through twice, once on each database."""
    config.hook.pytest_deselected(items=[item for item in items if not wanted(item)])
    items[:] = filter(wanted, items)


def _touches_rows(item: pytest.Item) -> bool:
    """Neither the browser nor what is marked so can tell one database from the other."""
    fixtures = set(getattr(item, "fixturenames", ()))
    one_will_do = "browser" in fixtures or item.get_closest_marker("any_database")
    return not one_will_do and bool(fixtures & {"db", "transactional_db"} or item.get_closest_marker("django_db"))
