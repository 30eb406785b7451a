"""Quotations: what was said, where it begins and ends, and who said it."""

import pytest

from analysis.document import HouseEntry, Quotation, QuotationKind, SourceClass
from analysis.pipeline import annotate
from analysis.quotations.marks import quoted_passages


def quotations(text: str, *kinds: QuotationKind) -> list[Quotation]:
    found = annotate(text).quotations
    return [quotation for quotation in found if not kinds or quotation.kind in kinds]


def only(text: str) -> Quotation:
    (found,) = quotations(text)
    return found


def parts(text: str, quotation: Quotation) -> list[str]:
    return [part.of(text) for part in quotation.parts]


def speaker(text: str, quotation: Quotation) -> str | None:
    return text[quotation.speaker.start : quotation.speaker.end] if quotation.speaker else None


@pytest.mark.parametrize(
    "text",
    [
        "“We will rebuild the harbour,” said Maria Hollins.",
        '"We will rebuild the harbour," said Maria Hollins.',
        "'We will rebuild the harbour,' said Maria Hollins.",
        "‘We will rebuild the harbour’, said Maria Hollins.",
        "''We will rebuild the harbour,'' Maria Hollins said.",
        "Maria Hollins said: “We will rebuild the harbour.”",
        "Maria Hollins, our harbour correspondent, notes: “We will rebuild the harbour.”",
        "“We will rebuild the harbour.” — Maria Hollins",
    ],
)
def test_direct_speech_is_found_in_any_marks(text: str) -> None:
    found = only(text)

    assert found.kind is QuotationKind.DIRECT
    assert parts(text, found)[0].rstrip(",.") == "We will rebuild the harbour"
    assert found.speaker is not None
    assert found.speaker.name == "Maria Hollins"


def test_a_cue_in_between_is_no_part_of_the_quotation() -> None:
    text = "“We will rebuild the harbour,” said Maria Hollins. “Nobody will lose a job.”"

    found = only(text)

    assert parts(text, found) == ["We will rebuild the harbour,", "Nobody will lose a job."]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "Maria Hollins said: “We will rebuild the harbour.\n“Nobody will lose a job.”"

    found = only(text)

    assert parts(text, found) == ["We will rebuild the harbour.", "Nobody will lose a job."]


def test_quoted_words_in_a_reported_clause_make_it_mixed() -> None:
    text = "The mayor said the plan was “a gift to smugglers” and would fail."

    found = only(text)

    assert found.kind is QuotationKind.MIXED
    assert parts(text, found) == ["the plan was “a gift to smugglers” and would fail"]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The minister said that the harbour would close.", "that the harbour would close"),
        ("The harbour will close, the minister said.", "The harbour will close"),
        ("The harbour will close in May, according to the ministry.", "The harbour will close in May"),
    ],
)
def test_a_reported_clause_is_indirect(text: str, clause: str) -> None:
    found = only(text)

    assert found.kind is QuotationKind.INDIRECT
    assert parts(text, found) == [clause]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Closing the harbour, the minister said, would cost jobs.", ["Closing the harbour,", "would cost jobs"]),
        ("According to the harbour master, the quay is unsafe.", ["the quay is unsafe"]),
        ("The mayor said the quay was unsafe and warned against swimming.", ["the quay was unsafe"]),
    ],
)
def test_a_reported_clause_ends_where_the_writer_goes_on(text: str, clause: list[str]) -> None:
    found = quotations(text, QuotationKind.INDIRECT)

    assert [part.rstrip(",") for part in parts(text, found[0])] == [part.rstrip(",") for part in clause]


def test_speech_behind_a_clause_and_its_cue_belongs_to_the_clause() -> None:
    text = "The quay is unsafe, Maria Hollins said on Monday. “Nobody has mended it in all these years.”"

    found = only(text)

    assert found.kind is QuotationKind.MIXED
    assert parts(text, found) == ["The quay is unsafe", "Nobody has mended it in all these years."]


def test_a_cue_of_its_own_begins_another_quotation() -> None:
    text = "“The quay is unsafe,” Maria Hollins said, adding later: “Nobody has mended it in years.”"

    found = quotations(text, QuotationKind.DIRECT)

    assert [parts(text, quotation) for quotation in found] == [
        ["The quay is unsafe,"],
        ["Nobody has mended it in years."],
    ]


def test_words_quoted_within_a_quotation_do_not_end_it() -> None:
    text = "“The master told me: ‘The quay is unsafe,’” Maria Hollins said."

    found = only(text)

    assert found.kind is QuotationKind.DIRECT
    assert parts(text, found) == ["The master told me: ‘The quay is unsafe,’"]


def test_an_aside_behind_quoted_words_is_the_writers() -> None:
    text = "The mayor called the plan “a gift to smugglers” - a charge that stung the harbour board."

    found = only(text)

    assert parts(text, found) == ["the plan “a gift to smugglers"]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The mayor criticised the plan.", "the plan"),
        ("The union called for a review.", "a review"),
        ("The mayor accused the board of fraud.", "the board of fraud"),
        ("The plan was rejected by the council.", "The plan"),
        ("Residents were worried about the noise.", "the noise"),
        ("The mayor’s criticism of the plan was sharp.", "the plan"),
        ("The results show that the quay is unsafe.", "that the quay is unsafe"),
        ("Polls show a close race.", "a close race"),
        ("The bill bans nets in the harbour.", "nets in the harbour"),
        ("The union called on the mayor to resign.", "the mayor to resign"),
        ("The union described the plan as ominous.", "the plan as ominous"),
    ],
)
def test_a_stance_is_told_apart_from_reported_words(text: str, topic: str) -> None:
    document = annotate(text)

    assert [parts(text, stance) for stance in document.stances] == [[topic]]
    assert document.quotations == ()


@pytest.mark.parametrize(
    "text",
    [
        "The mayor rejected it.",
        "The ferry carried the plan.",
        "The mayor opened the quay.",
        "The mayor called the police.",
        "The mayor showed the plan.",
    ],
)
def test_deeds_and_mere_pointers_are_no_stances(text: str) -> None:
    assert annotate(text).stances == ()


def test_a_stance_within_a_quotation_is_told_already() -> None:
    document = annotate("The minister said that the mayor had criticised the plan.")

    assert len(document.quotations) == 1
    assert document.stances == ()


@pytest.mark.parametrize(
    "text",
    [
        "The firms’ ships weren’t in the workers’ harbour.",
        "They built a ‘gateway’ to the north.",
        "She read “Moby Dick” on the ferry.",
        "It was a move that promises to please the port.",
    ],
)
def test_apostrophes_titles_and_scare_quotes_are_nobodys_words(text: str) -> None:
    assert quotations(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It will close,” said Maria Hollins.", SourceClass.NAMED),
        ("“It will close,” said a spokesman for the port.", SourceClass.UNNAMED_PERSON),
        ("“It will close,” officials said.", SourceClass.GROUP),
        ("The report says that it will close.", SourceClass.DOCUMENT),
        ("“It will close,” said Maria Hollins, our harbour correspondent.", SourceClass.OWN_STAFF),
        ("“It will close,” said Maria Hollins, harbour correspondent for the news desk.", SourceClass.OWN_STAFF),
    ],
)
def test_sources_are_classed(text: str, source: SourceClass) -> None:
    assert only(text).source_class is source


def test_the_house_list_names_our_own_staff() -> None:
    house = [HouseEntry("Maria Hollins", own_staff=True)]

    (found,) = annotate("“It will close,” said Maria Hollins.", house=house).quotations

    assert found.source_class is SourceClass.OWN_STAFF


def test_a_pronoun_speaks_for_the_person_it_means() -> None:
    text = "Maria Hollins opened the harbour. “It is ours,” she said."

    found = only(text)

    assert speaker(text, found) == "she"
    assert found.speaker is not None
    assert found.speaker.name == "Maria Hollins"


@pytest.mark.parametrize(
    "text",
    [
        "“It will close,” said her lawyer, Maria Hollins.",
        "The board’s chief executive, Dr Maria Hollins, said it would close.",
        "Our harbour correspondent, Maria Hollins, writes: “It will close.”",
        "Prosecuting, Maria Hollins said it would close.",
        "A spokeswoman for the port, Maria Hollins, said it would close.",
    ],
)
def test_a_speaker_told_by_office_is_the_person_named_beside_it(text: str) -> None:
    found = only(text)

    assert found.speaker is not None
    assert found.speaker.name == "Maria Hollins"


def test_a_speaker_may_be_the_last_word_of_all() -> None:
    text = "“It will close,” says Rhea Manning"

    assert speaker(text, only(text)) == "Rhea Manning"


def test_a_source_who_is_one_is_a_person() -> None:
    assert only("A source close to the board said it would close.").source_class is SourceClass.UNNAMED_PERSON


def test_a_reported_clause_begins_behind_the_dateline() -> None:
    text = "AUSTIN, Texas (AP) — The sheriff was dismissed on Thursday, officials said."

    assert parts(text, only(text)) == ["The sheriff was dismissed on Thursday"]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("He claimed that the quay was safe, although he again refused to walk on it.", "that the quay was safe"),
        ("The film shows that she was on the quay, contradicting the mayor.", "that she was on the quay"),
        ("The mayor said after the vote he would not resign.", "he would not resign"),
        ("The mayor told the board to resign.", "to resign"),
    ],
)
def test_a_reported_clause_leaves_the_writers_words_around_it(text: str, clause: str) -> None:
    assert parts(text, quotations(text, QuotationKind.INDIRECT)[0]) == [clause]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The mayor has gone after the board as a “human leech.”", "the board as a “human leech."),
        (
            "She said the “gift” to all, including the port, was late.",
            "the “gift” to all, including the port, was late",
        ),
    ],
)
def test_a_mixed_quotation_is_whole(text: str, clause: str) -> None:
    found = only(text)

    assert found.kind is QuotationKind.MIXED
    assert parts(text, found) == [clause]


def test_a_thing_called_something_is_a_stance() -> None:
    text = "The mayor called the closing of the quay unfair."

    (found,) = annotate(text).stances

    assert parts(text, found) == ["the closing of the quay unfair"]


def test_the_first_sentence_of_wire_copy_is_its_subjects() -> None:
    text = "STOCKHOLM, Oct 4 (Reuters) - Sweden's Norrland Steel said on Friday it would cut 2,000 jobs."

    found = only(text)

    assert speaker(text, found) == "Sweden's Norrland Steel"
    assert parts(text, found) == ["it would cut 2,000 jobs"]


def test_single_marks_go_on_over_paragraphs() -> None:
    text = "The board said: ‘We trust the dockers’ word.\n‘The quay stays open.\n‘The crane stays shut.’"

    found = only(text)

    assert parts(text, found) == ["We trust the dockers’ word.", "The quay stays open.", "The crane stays shut."]


def test_speech_goes_on_behind_a_programme_in_quote_marks() -> None:
    text = "“They can’t govern,” Maria Hollins said on Quay Radio’s “Morning Desk.” “They couldn’t run a stall.”"

    found = only(text)

    assert parts(text, found) == ["They can’t govern,", "They couldn’t run a stall."]


@pytest.mark.parametrize("text", ["“ We waited. ” she said.", "“\u00a0We waited. \n“ ”", "« We waited. » said a man."])
def test_blanks_within_the_marks_are_no_part_of_a_quotation(text: str) -> None:
    assert [passage.inner.of(text) for passage in quoted_passages(text)] == ["We waited."]
