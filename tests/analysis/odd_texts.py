"""Texts that no newsroom would write and some program will hand in, the same ones at every run."""

from random import Random

STORY = (
    "Ferry to close\r\nSALTMERE, 3 March — The harbour board will close the Dunford ferry on Friday, 6 March 2026, its "
    "chair, Edda Lowe, 54, said.\n“We have waited for this,” Ms. Lowe told the BBC. “It cost £1.2 million – up 40% on "
    "last year – and carried 300 to 400 people a day.\nTomas Brandt, the mayor of Port Anwell, denied that he had "
    "‘agreed’ to it; his office didn’t say when. According to the European Commission (EC), the ban was lifted two "
    "weeks after the ruling.\n\n\tNobody was hurt, she said."
)
LETTERS = (
    "\u00a0\u200b\u200d\ufeff\u2028\u0301\u202e\x00\x0b\x85\t\r\n  “”‘’\"'«»—-.,:;!?()[]£$€%½²٣४漢ع𝔘🏴👩🏽‍🚒aAßİſ019"
)
WORDS = (
    *STORY.split(),
    *("$", "£", "per", "cent", "between", "and", "to", "1.2.3", "9" * 40, "1e999", "31 February", "13/13/13", "24:61"),
    *("Mr", "’s", "said", "not", "half", "million", "two-thirds", "“", "”", "''", "…", "http://a.b/c?d=é", "@x", "#y"),
)
BLANKS = (" ", "", "\n", "\r\n", "\t", "\u00a0", "\u200b", "  ", "\u2028")


def odd_text(seed: int) -> str:
    """One of six sorts, by turns."""
    chance = Random(seed)  # noqa: S311 - nobody's secret
    sorts = (_damaged, _shuffled, _of_letters, _of_all_unicode, _repeated, _recast)
    return sorts[seed % len(sorts)](chance)


def _damaged(chance: Random) -> str:
    """A story in which letters were lost, doubled or replaced."""
    letters = list(STORY)
    for _ in range(chance.randrange(1, 40)):
        place = chance.randrange(len(letters))
        letters[place] = chance.choice(("", letters[place] * 2, chance.choice(LETTERS)))
    return "".join(letters)


def _shuffled(chance: Random) -> str:
    return "".join(chance.choice(WORDS) + chance.choice(BLANKS) for _ in range(chance.randrange(80)))


def _of_letters(chance: Random) -> str:
    return "".join(chance.choices(LETTERS, k=chance.randrange(300)))


def _of_all_unicode(chance: Random) -> str:
    return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(150)))


def _repeated(chance: Random) -> str:
    """One word, again and again, on one line."""
    return (chance.choice(WORDS) + chance.choice(BLANKS)) * chance.randrange(1, 200)


def _recast(chance: Random) -> str:
    """A part of a story, as some program would give it back."""
    start, end = sorted(chance.sample(range(len(STORY)), 2))
    ways = (
        str.upper,
        str.lower,
        str.title,
        str.swapcase,
        lambda text: text[::-1],
        lambda text: "\n".join(text.split()),
    )
    return chance.choice(ways)(STORY[start:end])
