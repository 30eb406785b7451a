"""The proofs themselves: where nothing happened, none of them holds."""

from collections import Counter
from pathlib import Path
from unittest.mock import Mock

import pytest

from tests.torture.disk import SmallDisk
from tests.torture.faults import Torturer
from tests.torture.ledger import Ledger
from tests.torture.proof import proofs, settled
from tests.torture.table import written


@pytest.fixture
def idle(db: None, tmp_path: Path) -> Torturer:
    """A newsroom that nobody worked in, and that no fault struck."""
    house = Mock(disk=SmallDisk(tmp_path))
    house.mail.received.return_value = house.receiver.calls = Counter()
    return Torturer(house, Mock(ledger=Ledger()), Mock())


@pytest.mark.any_database
def test_newsroom_in_which_nothing_happened_shows_nothing(idle: Torturer) -> None:
    held = [*settled(hangs="", put_off="", unsent=""), *proofs(idle)]

    assert [one.what for one in held if one.is_shown] == []
    assert written(idle, held, {}, 1).count("NOT SHOWN") == len(held) == 16


def test_where_no_disk_can_be_full_nothing_is_said_of_refusals(idle: Torturer) -> None:
    idle.house.disk = None

    assert not any("refused" in one.what for one in proofs(idle))
