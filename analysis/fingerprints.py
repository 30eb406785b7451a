"""A name for a finding that outlives the draft: the same disagreement has the same one in the next."""

import hashlib
import re
import unicodedata
from dataclasses import replace

from analysis.findings import Finding

LENGTH = 16  # hexadecimal digits: 64 bits, ample for the findings of one story
MARKS = re.compile(r"[^\w%$£€¥.,:+-]+")


def signed(finding: Finding) -> Finding:
    """The finding with its fingerprint.

    It rests on kind, subject and the two values: places, word order of the drafts and quote style don't count.
    """
    values = sorted(plain_words(value) for value in (finding.values.a, finding.values.b) if value is not None)
    substance = "\n".join((finding.kind, plain_words(finding.subject), *values))
    return replace(finding, fingerprint=hashlib.sha256(substance.encode()).hexdigest()[:LENGTH])


def plain_words(text: str) -> str:
    """Lower case, one blank between words, no quote marks, composed characters."""
    return MARKS.sub(" ", unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("'s", "")).strip()
