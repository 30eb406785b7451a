"""Bylines as desks and wires write them: who is named, and what names nobody."""

import re

# "Von" and "Par" are also names: they go where two names follow.
_BY = re.compile(r"(?i:by)[:,]?\s+|(?:Von|VON|Par|PAR|Av|AV|Af|AF|Door|Por)\s+(?=[^\W\d_a-z]\S*\s+[^\W\d_a-z])")
_STAFF = re.compile(r"(?:(?:our|a)\s+)?(?:own\s+)?(?:staff|agency)\s+(?:reporter|writer|correspondent)s?\b", re.I)
_SMALL_WORDS = {"and", "in", "at", "for", "of", "with", "de", "van", "von", "der", "al"}
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Ltd|Co|Corp)\.$")
_LEAST_OF_SENTENCE = 3  # words in small letters: titles have one or two


def bare_byline(written: str) -> str:
    """A byline without the "By" that some wires put into it."""
    words = " ".join(written.split())
    by = _BY.match(words)
    return words[by.end() :] if by else words


def is_name(words: str) -> bool:
    """Whether it can be a person's name: two capitalised words or more, and no address."""
    return len(words.split()) > 1 and is_people(words) and not re.search(r"[\d@/_]", words)


def is_people(names: str) -> bool:
    """Whether it reads as names, up to a comma: "By Tuesday the strike was over" does not."""
    before_comma = names.split(",")[0].split()
    capital = all(word[0].isupper() or word in _SMALL_WORDS for word in before_comma)
    return capital and not (names.endswith(".") and not ends_in_abbreviation(names))


def is_sentence(byline: str) -> bool:
    """Some wires keep a second headline in the byline's place."""
    small = [word for word in byline.split() if word[0].islower() and word not in _SMALL_WORDS]
    return len(small) >= _LEAST_OF_SENTENCE and not is_people(byline)


def names_nobody(byline: str) -> bool:
    """ "Staff Reporter": whoever the text itself names is the writer."""
    return bool(_STAFF.match(byline))


def ends_in_abbreviation(words: str) -> bool:
    """Whether the point at the end is one of "Jr." or "U.S." and ends no sentence."""
    return bool(_ABBREVIATED.search(words))
