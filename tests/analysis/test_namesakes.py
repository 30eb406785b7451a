"""Who a story speaks of: the same person, body or place of several drafts taken together."""

from analysis.document import Document, Entity, Form, Label, Mention
from analysis.namesakes import Named, namesakes


def draft(*told: Entity, times: int = 1) -> Document:
    """A draft that mentions each of these so many times."""
    mentions = [Mention(0, 1, entity.label, Form.NAME, index) for index, entity in enumerate(told)] * times
    return Document("…", mentions=tuple(mentions), entities=told)


def person(name: str, *aliases: str) -> Entity:
    return Entity(name, Label.PERSON, aliases)


def told(*drafts: Document) -> list[tuple[str, tuple[frozenset[int], ...]]]:
    return [(named.name, named.entities) for named in namesakes(drafts)]


HERE, GONE = frozenset({0}), frozenset[int]()


def test_one_person_of_two_drafts_is_one_under_the_fullest_name() -> None:
    assert namesakes([draft(person("Orde")), draft(person("Tamsin Orde", "Orde"))]) == [
        Named("Tamsin Orde", Label.PERSON, ("Tamsin Orde", "Orde"), (HERE, HERE))
    ]


def test_who_is_in_one_draft_only_is_nowhere_in_the_other() -> None:
    assert told(draft(person("Tamsin Orde")), draft(person("Karin Moreau"))) == [
        ("Tamsin Orde", (HERE, GONE)),
        ("Karin Moreau", (GONE, HERE)),
    ]


def test_two_people_of_a_draft_are_never_one() -> None:
    family = draft(person("Maria Hollins"), person("Peter Hollins"))

    assert [named.name for named in namesakes([draft(person("Hollins")), family])] == ["Maria Hollins", "Peter Hollins"]


def test_a_place_and_a_person_of_one_word_stay_two() -> None:
    town = Entity("Orde", Label.GPE)

    assert len(namesakes([draft(town), draft(person("Tamsin Orde"))])) == 2


def test_one_name_with_two_labels_is_one_under_that_of_most_mentions() -> None:
    ship = Entity("Ines Moreau", Label.PRODUCT)

    (named,) = namesakes([draft(person("Ines Moreau")), draft(ship, times=3)])

    assert named.label is Label.PRODUCT


def test_an_entity_without_mentions_is_not_told() -> None:
    assert namesakes([Document("…", entities=(person("Tamsin Orde"),))]) == []
