"""The core stands alone: no framework, no queue, no database, no network."""

import subprocess
import sys

from tests.repository import ROOT

ALONE = """
import importlib, pkgutil, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"django", "celery", "redis", "psycopg", "articles", "review", "newsroom"}:
            raise ImportError(f"the core asked for {name}")

sys.meta_path.insert(0, Refuse())
import analysis
names = [module.name for module in pkgutil.walk_packages(analysis.__path__, "analysis.")]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
print(len(names))
"""


def test_every_module_of_the_analysis_imports_without_the_rest() -> None:
    answer = subprocess.run([sys.executable, "-c", ALONE], cwd=ROOT, capture_output=True, text=True)

    assert answer.returncode == 0, answer.stderr
    assert int(answer.stdout) > 20


def test_the_web_server_does_not_load_the_language_model() -> None:
    code = "import sys, newsroom.wsgi, newsroom.urls; print('spacy' in sys.modules)"

    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)

    assert answer.stdout == "False\n", answer.stderr


def test_comparing_does_without_the_language_model() -> None:
    code = "import sys; from analysis.checks import pair_checks; pair_checks(); print('spacy' in sys.modules)"

    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)

    assert answer.stdout == "False\n", answer.stderr
