"""Who speaks: the words for them nearest to a quotation, the entity behind those words, and the kind of source."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from analysis.document import Description, DescriptionKind, Entity, HouseEntry, Label, Mention, SourceClass, Speaker
from analysis.lexicon.roles import names_person
from analysis.parse import Parse
from analysis.quotations.cues import DOCUMENTS, GROUPS, OWN_HOUSE

PERSONAL = frozenset("he she".split())
STOPS = frozenset(", ; : ( ) — – - “ ” \" `` '' ― who which that .".split())
ATTACHED = frozenset("of for at from in with".split())  # "a spokesman for the ministry" is one speaker
ANYBODY = frozenset("one another source insider whistleblower".split())
LONGEST = 14  # words that name a speaker
SPEAKING_LABELS = frozenset(
    {Label.PERSON, Label.ORG, Label.GPE, Label.NORP, Label.WORK_OF_ART, Label.PRODUCT, Label.FAC}
)


@dataclass(frozen=True)  # no slots: the tables are made once, when first asked for
class Cast:
    """Everybody in a draft who might be quoted."""

    parse: Parse
    mentions: Sequence[Mention]
    entities: Sequence[Entity]
    house: Sequence[HouseEntry]

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def _own_staff(self) -> frozenset[str]:
        return frozenset(name for entry in self.house if entry.own_staff for name in (entry.name, *entry.aliases))

    @cached_property
    def _names_people(self) -> bool:
        return any(entity.label == Label.PERSON for entity in self.entities)

    def mention_in(self, start: int, end: int) -> Mention | None:
        """The mention at a place; of several the person, else the last."""
        first = max(0, bisect_right(self._starts, start) - 1)
        found = [mention for mention in self.mentions[first : bisect_left(self._starts, end)] if mention.end > start]
        named = [mention for mention in found if mention.label in SPEAKING_LABELS]
        people = [mention for mention in named if mention.label == Label.PERSON]
        chosen = people or named
        return chosen[-1] if chosen else None

    def speaker(self, index: int) -> Speaker:
        """The speaker whose words have this word at their head."""
        first, last = self.phrase(index)
        span = self.parse.span(first, last)
        mention = self.mention_in(self.parse.tokens[index].start, self.parse.tokens[index].end) or self._named(index)
        entity = self._in_office(index) if mention is None else mention.entity
        if entity is None:
            return Speaker(span.start, span.end)
        return Speaker(span.start, span.end, self.entities[entity].name, entity)

    def _named(self, index: int) -> Mention | None:
        """The mention that goes on into a word outside of it: "Eleanor Whitcombe" for the head of "… Whitcombe KC"."""
        if not index or not self.parse.words[index].isupper() or self.parse.tokens[index - 1].head != index:
            return None
        return self.mention_in(self.parse.tokens[index - 1].start, self.parse.tokens[index - 1].end)

    def _in_office(self, index: int) -> int | None:
        """Whose role a noun tells: for "her lawyer, Ruth Adeyemi, said" the entity is named behind it."""
        place = self.parse.tokens[index].start
        at = bisect_right(self._roles, place, key=lambda role: role[0]) - 1
        return self._roles[at][2] if at >= 0 and place < self._roles[at][1] else None

    @cached_property
    def _roles(self) -> list[tuple[int, int, int]]:
        """Where it is told what somebody or some body is, and their number."""
        return sorted(
            (told.start, told.end, number)
            for number, entity in enumerate(self.entities)
            for told in entity.descriptions
            if told.kind in (DescriptionKind.ROLE, DescriptionKind.OTHER)
        )

    def phrase(self, index: int) -> tuple[int, int]:
        """The range of words that name a speaker, from the article to what is attached behind."""
        left, right = self.parse.subtree(index)
        first = max(left, index - LONGEST)
        for before in range(index - 1, first - 1, -1):
            if self.parse.lower[before] in STOPS:
                first = before + 1
                break
        last = index + 1
        while last < min(right, index + LONGEST) and self._goes_on(index, last):
            last += 1
        return first, last

    def _goes_on(self, head: int, index: int) -> bool:
        if self.parse.lower[index] in STOPS or self.parse.tokens[index].pos in ("VERB", "AUX"):
            return False
        return self.parse.lower[index] in ATTACHED or self.parse.tokens[index].dep != "prep" or index > head + 1

    def source_class(self, speaker: Speaker | None) -> SourceClass:
        """What kind of source speaks."""
        if speaker is None:
            return SourceClass.NONE
        first, last = self.parse.range_of(speaker)
        if self._is_own_staff(speaker, first, last):
            return SourceClass.OWN_STAFF
        if speaker.entity is not None:
            return _class_of_entity(self.entities[speaker.entity])
        head = self.parse.head_of(first, last)
        return self._class_of_noun(head)

    def _class_of_noun(self, head: int) -> SourceClass:
        word, lemma = self.parse.lower[head], self.parse.tokens[head].lemma.lower()
        if word in PERSONAL and self._names_people:
            return SourceClass.NAMED
        if word in PERSONAL or word in ("i", "who", "him", "her"):
            return SourceClass.UNNAMED_PERSON
        if lemma in DOCUMENTS or word in DOCUMENTS or word in ("it", "which", "that"):
            return SourceClass.DOCUMENT
        if (
            self.parse.tokens[head].tag in ("NNS", "NNPS")
            or lemma in GROUPS
            or word in ("they", "we", "others", "some", "many")
        ):
            return SourceClass.GROUP
        return SourceClass.UNNAMED_PERSON if names_person(lemma) or word in ANYBODY else SourceClass.GROUP

    def _is_own_staff(self, speaker: Speaker, first: int, last: int) -> bool:
        if speaker.name and self._own_staff:
            entity = self.entities[speaker.entity] if speaker.entity is not None else None
            if {speaker.name, *(entity.aliases if entity else ())} & self._own_staff:
                return True
        words = self.parse.words[first:last]
        if any(word in ("our", "Our") and behind.islower() for word, behind in pairwise(words)):  # not "Our Lady"
            return True
        return speaker.entity in self._of_this_house

    @cached_property
    def _of_this_house(self) -> frozenset[int]:
        """Those whom the draft calls its own: "our correspondent", "the editor of this newspaper"."""
        return frozenset(
            number
            for number, entity in enumerate(self.entities)
            if any(_is_of_this_house(self.parse.text, told) for told in entity.descriptions)
        )


def _is_of_this_house(text: str, description: Description) -> bool:
    words = text[description.start : description.end].lower().split()
    if "our" in words[:1]:
        return True
    return any(
        words[at : at + 2] in (["for", "the"], ["for", "this"], ["of", "this"]) and words[-1] in OWN_HOUSE
        for at in range(len(words))
    )


def _class_of_entity(entity: Entity) -> SourceClass:
    return SourceClass.DOCUMENT if entity.label in (Label.WORK_OF_ART, Label.LAW) else SourceClass.NAMED
