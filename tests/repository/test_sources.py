"""Files stay small, say what they are, and belong to no machine."""

import ast
import re

from tests.repository import PRODUCT, other_texts, python_files

LONGEST_FILE = 300
LONGEST_FUNCTION = 30
MACHINE_PATH = re.compile(r"/(?:work|root|home|Users)/\w")
LEFT_UNDONE = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME)\b|raise NotImplemented" + r"Error")


def test_every_module_says_in_a_sentence_what_it_is() -> None:
    files = python_files(*PRODUCT, "benchmarks", "training", "tests")

    silent = [name for name, text in files.items() if not _first_paragraph(text).endswith((".", "?", "!", "`"))]

    assert silent == []


def test_no_file_is_long() -> None:
    files = python_files(*PRODUCT, "benchmarks", "training")

    assert {name: n for name, text in files.items() if (n := len(text.splitlines())) > LONGEST_FILE} == {}


def test_no_function_is_long() -> None:
    files = python_files(*PRODUCT, "benchmarks", "training")

    assert {name: functions for name, text in files.items() if (functions := _long_functions(text))} == {}


def test_nothing_is_left_undone() -> None:
    texts = python_files(*PRODUCT, "benchmarks", "training", "tests") | other_texts()

    assert {name: found for name, text in texts.items() if (found := LEFT_UNDONE.findall(text))} == {}


def test_no_file_names_a_path_of_one_machine() -> None:
    texts = python_files(*PRODUCT, "benchmarks", "training", "tests") | other_texts()

    assert {name: found for name, text in texts.items() if (found := MACHINE_PATH.findall(text))} == {}


def _first_paragraph(source: str) -> str:
    return (ast.get_docstring(ast.parse(source)) or "").partition("\n\n")[0].rstrip()


def _long_functions(source: str) -> list[str]:
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    return [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]
