"""The models tell nobody that they were run: unpublished copy is confidential, and so is who reads some."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import ROOT

RUN = {
    "of sentences": "from analysis.similarity import sentence_vectors; sentence_vectors(['The wall held.'])",
    "of meaning": "from analysis.meaning import meaning_model; assert meaning_model()",
}


@pytest.mark.parametrize("run", RUN.values(), ids=RUN.keys())
def test_the_model_leaves_no_note_to_be_sent(tmp_path: Path, run: str) -> None:
    _python(run, home=tmp_path)

    assert list(tmp_path.rglob("*")) == []


def test_the_library_by_itself_would_leave_one(tmp_path: Path) -> None:
    _python("import onnxruntime", home=tmp_path)

    assert list(tmp_path.rglob("*")) != []


def _python(code: str, *, home: Path) -> None:
    """Without our environment: the library keeps still by itself where that names a machine that builds."""
    at_home = {"HOME": str(home), "TMPDIR": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=at_home, check=True, timeout=120)
