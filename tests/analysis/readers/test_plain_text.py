"""Plain text: every usual encoding, line ends, and paragraphs that a mailer broke."""

import pytest

from analysis.readers import NotReadable, read

STORY = "Zoë Hart said: “The €4m café isn’t finished” – and left the chamber."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_the_same_in_every_encoding_of_the_west(encoding: str) -> None:
    assert read(STORY.encode(encoding), "cafe.txt").body == STORY


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Городской совет во вторник утвердил новый бюджет на следующий год.", "cp1251"),
        ("Городской совет во вторник утвердил новый бюджет на следующий год.", "koi8-r"),
        ("市議会は火曜日、来年度の新しい予算案を可決した。市長が発表した。", "shift_jis"),
        ("市議会は火曜日、来年度の新しい予算案を可決した。市長が発表した。", "iso2022_jp"),
        ("市议会周二投票通过了新的预算案，市长表示欢迎。", "gb18030"),
        ("Rada města v úterý schválila nový rozpočet, řekl primátor Dvořák.", "cp1250"),
    ],
)
def test_text_in_other_scripts_is_heard_by_its_bytes(text: str, encoding: str) -> None:
    assert read(text.encode(encoding), "council.txt").body == text


def test_one_accent_in_english_is_western_and_not_baltic() -> None:
    assert read("A naïve plan".encode("cp1252"), "plan.txt").body == "A naïve plan"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The café near the bridge is shut. It cost €4m, said Zoë Müller.", "mac_roman"),
        ("The café near the bridge is shut. It cost €4m, said Zoë Müller.", "iso8859-15"),
        ("The café near the bridge is shut. It cost £4m, said Zoë Müller.", "cp850"),
        ("“It’s over,” the council’s chief said – at last.", "mac_roman"),
        ("The Été café of ÉCOLE NORMALE opens in May, said the Señor.", "mac_roman"),
        ("The Été café of ÉCOLE NORMALE opens in May, said the Señor.", "cp1252"),
    ],
)
def test_text_of_older_systems_keeps_its_accents_and_marks(text: str, encoding: str) -> None:
    assert read(text.encode(encoding), "cafe.txt").body == text


def test_bytes_that_no_encoding_of_ours_makes_words_of_are_no_text() -> None:
    with pytest.raises(NotReadable, match="it is not text"):
        read(
            "ПРЕЗИДЕНТ БРАЗИЛИИ ПРИЕХАЛ В МАРСТОУ.".encode("cp866"),
            "council.txt",
        )


def test_quote_marks_that_went_wrong_upstream_are_put_right() -> None:
    went_wrong = "He said: \x93We can\x92t wait.\x94"

    assert read(went_wrong.encode(), "quote.txt").body == "He said: “We can’t wait.”"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\n", "\n \n\n", "\u2028", "\f"])
def test_a_paragraph_is_a_line_whatever_ends_it(line_end: str) -> None:
    content = f"The bridge is shut.{line_end}It opens in May.{line_end}".encode()

    assert read(content, "bridge.txt").body == "The bridge is shut.\nIt opens in May."


def test_lines_broken_at_a_fixed_width_are_joined() -> None:
    mailed = (
        "The bridge over the Wend is shut until May, the county said on Monday, after\n"
        "divers found cracks in two of its piers.\n"
        "\n"
        "Drivers are sent round by Oldmarket, which adds some twenty minutes to every\n"
        "journey into town."
    )

    paragraphs = read(mailed.encode(), "bridge.txt").body.split("\n")

    assert [line[:8] for line in paragraphs] == ["The brid", "Drivers "]
    assert paragraphs[0].endswith("after divers found cracks in two of its piers.")


def test_short_lines_of_a_list_stay_apart() -> None:
    listed = "The road closes at three places on Monday evening, the county said.\n\nOldmarket\nWend Hill\nSouth Quay\n"

    assert read(listed.encode(), "roads.txt").body.split("\n")[1:] == ["Oldmarket", "Wend Hill", "South Quay"]


@pytest.mark.parametrize(
    "lines",
    [
        ("The bridge is shut.", "It opens in May.", "Nobody was hurt."),
        ("The bridge is shut", "It opens in May", "Nobody was hurt"),
        (
            "The bridge over the Wend is shut until May, the county says.",
            "Drivers are sent round by Oldmarket for as long as it lasts.",
            "Nobody was on it when the first of the cracks was spotted.",
        ),
    ],
    ids=["three short lines", "lines without full stops", "sentences as long as a broken line"],
)
def test_one_paragraph_a_line_stays_so_below_a_headline(lines: tuple[str, ...]) -> None:
    content = "Bridge shut\n\n" + "\n".join(lines)

    assert read(content.encode(), "bridge.txt").body.split("\n") == list(lines)


def test_a_stray_control_character_of_the_wire_is_dropped() -> None:
    sent = "\x02" + "The bridge is shut. " * 20 + "\x03"

    assert read(sent.encode(), "wire.txt").body.startswith("The bridge is shut.")


def test_a_story_may_begin_like_a_picture() -> None:
    assert read(b"BMW said on Monday it would close the plant.", "plant.txt").body.startswith("BMW said")


def test_text_that_was_encoded_twice_upstream_is_put_right() -> None:
    twice = "“It’s over” – the café costs £4m.".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")

    assert read(twice.encode(), "quote.txt").body == "“It’s over” – the café costs £4m."


def test_an_escape_before_a_bracket_takes_no_words_along() -> None:
    written = f"\x1b[Editor: hold the last \x1b[3 lines.] {'The bridge opens on Monday. ' * 9}".strip()

    assert read(written.encode(), "a.txt").body == written.replace("\x1b", "")


def test_colours_of_a_terminal_are_no_part_of_the_copy() -> None:
    coloured = b"The \x1b[1;31mbridge\x1b[0m opens on Monday."

    assert read(coloured, "a.txt").body == "The bridge opens on Monday."
