"""A disagreement told from the other draft: its places and values change sides, and so do those of its message."""

import re
from dataclasses import replace

from analysis.findings import Finding, Values

# How the checks tell two sides: the first is `a`, the other `b`.
TWO_SIDES = re.compile(
    r"(?P<before>.*?)(?<![Oo]nly )\b(?P<one>[Oo]ne draft) (?P<verb>says|has) (?P<left>.+), the other (?P<right>.+)\."
)
_OTHER_WAY_ROUND = r"\g<before>\g<one> \g<verb> \g<right>, the other \g<left>."


def turned(finding: Finding) -> Finding:
    """The same finding, as if the other draft had been named first; what sets no sides against each other stays."""
    told = TWO_SIDES.fullmatch(finding.message)
    return replace(
        finding,
        a=finding.b,
        b=finding.a,
        values=Values(finding.values.b, finding.values.a),
        message=told.expand(_OTHER_WAY_ROUND) if told else finding.message,
    )
