"""Our own rules against unsafe code are each shown to fire."""

import re

import pytest
import yaml

from tests.repository import ROOT

GUARDS = ROOT / "guards"
RULES = [rule["id"] for rule in yaml.safe_load((GUARDS / "rules.yaml").read_text())["rules"]]
EXAMPLES = "".join((GUARDS / name).read_text() for name in ("rules.py", "rules.html"))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_an_example_that_it_fires_at(rule: str) -> None:
    """`make check` has semgrep prove them."""
    assert re.search(rf"ruleid: {re.escape(rule)}$|ruleid: {re.escape(rule)} ", EXAMPLES, re.MULTILINE)


def test_the_guards_stand_in_make_check() -> None:
    makefile = (ROOT / "Makefile").read_text()

    (parts,) = re.findall(r"^check: ([a-z ]+)", makefile, re.MULTILINE)
    assert "rules" in parts.split()
    assert "bin/guards" in makefile.partition("\nrules:")[2].partition("\n\n")[0]
