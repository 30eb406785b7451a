"""The embedded newsroom's places."""

import os
import stat
from pathlib import Path

from newsroom.places import SOCKET_LIMIT, kept_secret, socket_in


def test_the_secret_is_made_once_and_kept(tmp_path: Path) -> None:
    assert kept_secret(tmp_path) == kept_secret(tmp_path)
    assert len(kept_secret(tmp_path)) >= 50


def test_only_this_account_can_read_the_secret(tmp_path: Path) -> None:
    kept_secret(tmp_path)

    [secret] = tmp_path.iterdir()
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600


def test_two_newsrooms_have_two_secrets(tmp_path: Path) -> None:
    for name in ("city", "business"):
        (tmp_path / name).mkdir()

    assert kept_secret(tmp_path / "city") != kept_secret(tmp_path / "business")


def test_the_socket_lies_with_the_other_things(tmp_path: Path) -> None:
    assert socket_in(Path("/srv/backread/var")) == Path("/srv/backread/var/valkey.sock")


def test_a_deep_folder_has_its_socket_elsewhere() -> None:
    deep = Path("/srv") / ("long-name-" * 12)

    assert len(os.fsencode(socket_in(deep))) <= SOCKET_LIMIT
    assert socket_in(deep) == socket_in(deep)
    assert socket_in(deep) != socket_in(deep / "other")
