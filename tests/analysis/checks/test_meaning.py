"""What the meaning check says and what it leaves alone, with a model that knows but a few words."""

from collections.abc import Sequence

import pytest

from analysis.checks import meaning
from analysis.comparing.pairs import pair_up
from analysis.comparing.verdicts import Judge, Verdict, Way, hearing_from
from analysis.comparison import compare
from analysis.findings import Finding, Kind, Severity
from tests.analysis.checks.reading import read

CLASHES = (("kept to", "tore up"), ("timber", "coal"), ("praised", "mocked"), ("praised", "burned down"))
CAUGHT = [
    (
        "The union kept to the treaty that it had signed with the port in March.",
        "The union tore up the treaty that it had signed with the port in March.",
    ),
    (
        "The council bought a shipment of timber from the company for its new sheds.",
        "The council bought a shipment of coal from the firm for its new sheds.",
    ),
    (
        "Critics praised the harbour opera in Aldwick after its first night on Friday.",
        "After its first night in Aldwick on Friday the harbour opera was mocked by critics.",
    ),
    (
        "Rain fell. Critics praised the harbour opera in Aldwick after its first night on Friday.",
        "Snow lay. After its first night in Aldwick on Friday the harbour opera was mocked by critics.",
    ),
]
IGNORED = [
    (
        "The council bought a shipment of timber from the company for its new sheds.",
        "The council bought a shipment of timber from the firm for its new sheds.",
    ),
    (
        "Critics praised the harbour opera in Aldwick after its first night on Friday.",
        "Critics praised the harbour opera in Aldwick after its first night on Friday!",
    ),
    (
        "Critics praised the harbour opera in Aldwick.",
        "A warehouse burned down in Orrin.",
    ),
]


def knowing_few_words(pairs: Sequence[tuple[str, str]]) -> list[Verdict]:
    """Sure of a clash where one sentence has the one word of a pair, and the other the other."""
    clashes = [any((one in a and other in b) or (one in b and other in a) for one, other in CLASHES) for a, b in pairs]
    return [Verdict(0.96, 0.02, 0.02, flag=True) if clash else Verdict(0.1, 0.8, 0.1, flag=False) for clash in clashes]


HEARING = hearing_from(0.9)
JUDGE = Judge(knowing_few_words, dict.fromkeys(Way, HEARING))


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_what_the_model_is_sure_of_is_said(a: str, b: str) -> None:
    (finding,) = found(a, b)

    assert (finding.kind, finding.conflict) == (Kind.MEANING, True)
    assert "96 in 100" in finding.why


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_what_it_is_not_sure_of_or_never_asked_is_not(a: str, b: str) -> None:
    assert found(a, b) == []


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_without_a_model_nothing_is_said(a: str, b: str) -> None:
    assert list(meaning.compare(pair_up(read(a), read(b)))) == []


WAYS = [(Way.REVISED, CAUGHT[:2]), (Way.OPENING, CAUGHT[2:3]), (Way.APART, CAUGHT[3:])]


@pytest.mark.parametrize(("way", "heard"), WAYS)
def test_each_way_to_tell_is_heard_by_itself(way: Way, heard: list[tuple[str, str]]) -> None:
    judge = Judge(knowing_few_words, {way: HEARING})

    said = [pair for pair in CAUGHT if list(meaning.compare(pair_up(read(pair[0]), read(pair[1]), judge=judge)))]

    assert said == heard


def test_where_it_is_never_heard_it_is_not_asked() -> None:
    def silent(_pairs: Sequence[tuple[str, str]]) -> list[Verdict]:
        raise AssertionError("the model was asked")

    judge = Judge(silent, {Way.APART: HEARING})

    assert [list(meaning.compare(pair_up(read(a), read(b), judge=judge))) for a, b in CAUGHT[:3]] == [[]] * 3


def test_what_two_drafts_took_from_one_source_is_no_revision() -> None:
    a = "Snow lay. Buses stood still. Schools stayed shut. Trains ran late."
    b = "Nobody was hurt. Shops opened. A thaw was forecast. The army came."
    judge = Judge(knowing_few_words, {Way.REVISED: HEARING})

    pair = pair_up(read(f"{a} {CAUGHT[1][0]}"), read(f"{b} {CAUGHT[1][1]}"), judge=judge)

    assert pair.changed
    assert list(meaning.compare(pair)) == []


def test_of_several_changes_the_weightiest_is_pointed_at_from_either_side() -> None:
    a, b = CAUGHT[1]

    for one, other in ((a, b), (b, a)):
        (finding,) = found(one, other)
        assert {finding.values.a, finding.values.b} == {"timber", "coal"}


def test_where_a_rule_knows_what_is_wrong_the_model_says_nothing() -> None:
    a, b = CAUGHT[1]

    findings = compare(
        read(f"{a} The mayor had paid $400 a ton in May."),
        read(f"{b} The mayor had paid $500 a ton in May."),
        judge=JUDGE,
    ).findings
    together = compare(
        read(a.replace("a shipment", "400 tons")), read(b.replace("a shipment", "500 tons")), judge=JUDGE
    ).findings

    assert sorted(finding.kind for finding in findings) == [Kind.FIGURE, Kind.MEANING]
    assert [finding.kind for finding in together] == [Kind.FIGURE]


def test_it_never_blocks_a_signature() -> None:
    (finding,) = found(*CAUGHT[0])

    assert finding.severity is Severity.MAJOR


def found(a: str, b: str) -> list[Finding]:
    return list(meaning.compare(pair_up(read(a), read(b), judge=JUDGE)))
