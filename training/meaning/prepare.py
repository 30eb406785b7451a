"""Writes the pairs to learn from, real and made by rule; the same for the same sources."""

import sys
from collections import Counter

from training.meaning.invention import invented_pairs
from training.meaning.pairs import write_pairs
from training.meaning.places import PAIRS, SOURCES
from training.meaning.sources import plain_sentences, real_pairs


def main() -> None:
    pairs = [*real_pairs(SOURCES), *invented_pairs(plain_sentences(SOURCES))]
    PAIRS.parent.mkdir(parents=True, exist_ok=True)
    write_pairs(PAIRS, pairs)
    counted = Counter((pair.origin, pair.label, pair.rule) for pair in pairs)
    for (origin, label, rule), number in sorted(counted.items()):
        sys.stdout.write(f"{number:7,} {origin} {label} {rule}\n")


if __name__ == "__main__":
    main()
