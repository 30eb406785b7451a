"""Files made to hurt: each costs one refusal, in the child under its limits."""

import pytest

from analysis.readers import read_under_limits
from tests.analysis.readers.hostile_files import HOSTILE


@pytest.mark.parametrize("filename", HOSTILE)
def test_a_file_made_to_hurt_is_refused_with_a_sentence(filename: str) -> None:
    make, reason = HOSTILE[filename]

    with pytest.raises(reason, match=f"“{filename}”"):
        read_under_limits(make(), filename)
