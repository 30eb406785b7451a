"""Pairs that people or their edits made, out of the public sets named in docs/meaning-model.md."""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

import msgspec

from analysis.marking import shortened
from analysis.meaning import Sense
from training.meaning.pairs import Origin, Pair

REVISIONS, EVIDENCE, EDITS, CORRECTIONS = "vitaminc_revpairs", "vitaminc_real", "summedits_other_pairs", "defacto_pairs"
LONGEST_WORDS = 75  # of both sentences: what is longer is cut into its sentences, or left out
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
NOT_A_SENTENCE = re.compile(r"[=*{}\[\]|]|\d{4} \) \*")  # the markup of lists and tables


class Row(msgspec.Struct, frozen=True):
    """A line of a set."""

    text_a: str
    text_b: str
    label: str
    group: str = ""
    type: str = ""
    note: str = ""


def real_pairs(folder: Path) -> Iterator[Pair]:
    """All pairs of the four sets and those that follow from them, each once."""
    evidence = _rows(folder, EVIDENCE)
    yield from _revisions(_rows(folder, REVISIONS))
    yield from _plain(evidence, Origin.EVIDENCE)
    yield from _claims(evidence)
    yield from _topical(evidence)
    yield from _edits(_rows(folder, EDITS))
    yield from _corrections(_rows(folder, CORRECTIONS))


def plain_sentences(folder: Path) -> list[tuple[str, str]]:
    """Sentences to make pairs of by rule, each with its group: of an encyclopedia, of summaries, of news in short."""
    rows = [row for name in (EVIDENCE, REVISIONS, EDITS, CORRECTIONS) for row in _rows(folder, name)]
    sentences = ((sentence, row.group) for row in rows for sentence in SENTENCE_END.split(row.text_a))
    return sorted({detached(sentence): group for sentence, group in sentences if _is_sentence(sentence)}.items())


def detached(text: str) -> str:
    """A sentence as people write it, without the blanks that a tokenizer left ("5 , 000 km ''")."""
    text = re.sub(r"`` ?''|'' ?''|``|''", '"', text)
    text = re.sub(r"\s+([,.;:!?%)\]])", r"\1", text)
    text = re.sub(r"([$£€(\[])\s+", r"\1", text)
    text = re.sub(r"\s+('s|n't|'re|'ve|'ll|'d|'m)\b", r"\1", text)
    text = re.sub(r"(\w) (')(?=\s|$)", r"\1\2", text)
    text = re.sub(r'(^|\s)" ?([^"]*?) ?"', r'\1"\2"', text)
    return " ".join(text.split()).lstrip(",.; ")


def _rows(folder: Path, name: str) -> list[Row]:
    lines = (folder / f"{name}.dev.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Row) for line in lines]


def _revisions(rows: Iterable[Row]) -> Iterator[Pair]:
    for row in rows:
        if not NOT_A_SENTENCE.search(row.text_a + row.text_b):
            yield Pair(row.text_a, row.text_b, Sense(row.label), Origin.REVISION, row.group)


def _plain(rows: Iterable[Row], origin: Origin) -> Iterator[Pair]:
    for row in rows:
        yield Pair(row.text_a, row.text_b, Sense(row.label), origin, row.group)


def _claims(rows: Iterable[Row]) -> Iterator[Pair]:
    """Two claims on one sentence agree when it bears out both, and clash when made together and it refutes one."""
    by_evidence: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_evidence[row.text_a].append(row)
    seen: set[frozenset[str]] = set()
    for told in by_evidence.values():
        for one, other in combinations(told, 2):
            pair, labels = frozenset((one.text_b, other.text_b)), {one.label, other.label}
            if len(pair) < 2 or pair in seen:
                continue
            if labels == {Sense.CONSISTENT, Sense.CONTRADICTION} and one.note == other.note:
                yield Pair(one.text_b, other.text_b, Sense.CONTRADICTION, Origin.CLAIM, one.group)
            elif labels == {Sense.CONSISTENT}:
                yield Pair(one.text_b, other.text_b, Sense.CONSISTENT, Origin.CLAIM, one.group)
            seen.add(pair)


def _topical(rows: Iterable[Row]) -> Iterator[Pair]:
    """Two claims, or a sentence and a claim, on one subject but made for different revisions."""
    by_page: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_page[row.group].append(row)
    rng = random.Random("topical")
    for page, told in sorted(by_page.items()):
        for one in told:
            other = rng.choice(told)
            if _says_something_else(one, other):
                first = one.text_a if rng.random() < 0.6 else one.text_b
                second = other.text_b if rng.random() < 0.6 else other.text_a
                yield Pair(first, second, Sense.NEUTRAL, Origin.TOPICAL, page)


def _says_something_else(one: Row, other: Row) -> bool:
    """Whether two rows share few words beside the subject's name."""
    if one.note == other.note:
        return False
    words = [
        {word for word in (row.text_a + " " + row.text_b).lower().split() if len(word) > 3} for row in (one, other)
    ]
    return len(words[0] & words[1]) <= 0.2 * min(map(len, words))


def _edits(rows: Iterable[Row]) -> Iterator[Pair]:
    """A summary and its edits, and these among themselves: two that keep the sense agree, and clash with a third."""
    by_summary: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_summary[row.text_a].append(row)
    for summary, told in sorted(by_summary.items()):
        good = [row.text_b for row in told if row.label == "consistent"]
        bad = [row.text_b for row in told if row.label == "contradiction"]
        versions = [(summary, text, Sense.CONSISTENT) for text in good]
        versions += [(summary, text, Sense.CONTRADICTION) for text in bad]
        versions += [(one, other, Sense.CONSISTENT) for one, other in combinations(good, 2)]
        versions += [(one, other, Sense.CONTRADICTION) for one in good[:2] for other in bad]
        for one, other, label in versions:
            yield from _cut(one, other, label, told[0].group)


def _cut(a: str, b: str, label: Sense, group: str) -> Iterator[Pair]:
    """The pair, or its changed sentences where it is long; a clash must then lie in the only one that changed."""
    if _words_read(a, b) <= LONGEST_WORDS:
        yield Pair(a, b, label, Origin.EDIT, group)
        return
    sentences = SENTENCE_END.split(a), SENTENCE_END.split(b)
    if len(sentences[0]) != len(sentences[1]):
        return
    changed = [(one, other) for one, other in zip(*sentences, strict=True) if one != other]
    if label is Sense.CONTRADICTION and len(changed) > 1:
        return
    for one, other in changed:
        if _words_read(one, other) <= LONGEST_WORDS:
            yield Pair(one, other, label, Origin.EDIT, group)


def _words_read(a: str, b: str) -> int:
    """How many words of both the model is given: the middle of what they share is left out."""
    return sum(len(text.split()) for text in shortened(a, b))


def _corrections(rows: Iterable[Row]) -> Iterator[Pair]:
    """A summary that a machine got wrong and a person put right; where it told too much, nothing clashes for sure."""
    for row in rows:
        if row.type == "intrinsic":
            yield Pair(row.text_a, row.text_b, Sense.CONTRADICTION, Origin.EDIT, row.group)


def _is_sentence(text: str) -> bool:
    return 6 <= len(text.split()) <= 35 and not NOT_A_SENTENCE.search(text) and text.rstrip()[-1:] in '."”'
