"""Nouns under which newspapers count the same: people and passengers, jobs and the people employed."""

from analysis.lexicon.roles import names_person

ANYBODY = frozenset({"people", "person", "man", "woman", "other"})
WORK = frozenset("job post position worker employee staff staffer".split())
HIRING = frozenset("employ hire recruit".split())


def counts_same(one: str | None, other: str | None, *, verbs: frozenset[str | None] = frozenset()) -> bool:
    """Whether two nouns count the same; `verbs` tell whether people are counted as those who are employed."""
    if one == other:
        return True
    if one is None or other is None:
        return False
    if one in ANYBODY or other in ANYBODY:
        named = other if one in ANYBODY else one
        return names_person(named) or named in ANYBODY or (named in WORK and bool(verbs & HIRING))
    return one in WORK and other in WORK
