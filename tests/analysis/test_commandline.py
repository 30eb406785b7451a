"""The command line keeps its promises: shapes, order, exit statuses, errors a line."""

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from analysis.commandline.requests import text_of
from analysis.commandline.run import main

COUNTING = Path(__file__).parent / "models" / "counting"
STORY = "Maria Hollins, 34, paid £5m last year.\n“It was worth it,” she said."


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def answers(
    requests: list[bytes], monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], command: str
) -> tuple[int, list[Any]]:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\n".join(requests) + b"\n")))
    status = main([command, "--jsonl"])
    return status, [json.loads(line) for line in capfdbinary.readouterr().out.split(b"\n") if line]


def test_json_has_every_field_and_exact_offsets(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["annotate", "--json", "--date", "2026-07-01", str(story)])

    answer = json.loads(capsys.readouterr().out)
    layers = {"sentences", "mentions", "entities", "quantities", "relations", "quotations", "claims", "findings"}
    assert status == 0
    assert layers <= answer.keys()
    spans = [*answer["mentions"], *answer["quantities"], *answer["quotations"], *answer["claims"]]
    assert all(STORY[span["start"] : span["end"]] == span["text"] for span in spans)
    last_year = next(found for found in answer["quantities"] if found["kind"] == "date")
    assert (last_year["low"], last_year["high"]) == ("2025-01-01", "2025-12-31")


def test_the_report_is_for_people(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["annotate", str(story)])

    report = capsys.readouterr().out
    assert "Maria Hollins" in report
    assert "£5m: money 5,000,000 GBP" in report
    assert "Not checked: This draft has no date" in report


def test_two_drafts_are_compared(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.txt"
    other.write_text(STORY.replace("£5m", "£7m"), encoding="utf-8")

    status = main(["compare", "--json", str(story), str(other)])

    answer = json.loads(capsys.readouterr().out)
    assert status == 0
    assert {"findings", "sentences_a", "sentences_b", "alignment", "moved"} <= answer.keys()
    assert [(found["kind"], found["conflict"]) for found in answer["findings"]] == [("figure", True)]


def test_lines_are_answered_in_order_and_a_bad_one_does_not_stop_the_rest(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    requests = [b'{"id": 1, "text": "It closed."}', b"{", b'{"id": "b", "text": 5}', b'{"id": "c", "text": ""}']

    status, lines = answers(requests, monkeypatch, capfdbinary, "annotate")

    assert status == 1
    assert [line["id"] for line in lines] == [1, None, "b", "c"]
    assert ["error" in line for line in lines] == [False, True, True, False]


def test_lines_in_order_end_with_status_nought(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    request = {"id": "a", "a": "It closed.", "b": "It closed.", "date_a": None, "house": None}

    status, lines = answers([json.dumps(request).encode()], monkeypatch, capfdbinary, "compare")

    assert status == 0
    assert lines[0]["findings"] == []


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["annotate"], "at least one file"),
        (["compare", "a.txt"], "two files"),
        (["annotate", "nowhere.txt"], "nowhere.txt"),
        (["annotate", "--jsonl", "a.txt"], "takes no files"),
        (["annotate", "--house", "nowhere.json", "a.txt"], "nowhere.json"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(arguments)

    complaint = capsys.readouterr().err
    assert status == 2
    assert reason in complaint
    assert complaint.count("\n") == 1


def test_a_date_of_another_form_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["annotate", "--date", "1.7.2026", "a.txt"])

    assert exit_.value.code == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err


def test_entail_answers_a_pair_a_line(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setenv("BACKREAD_MEANING_MODEL", str(COUNTING))
    requests = [b'{"id": "1", "a": "It was won.", "b": "The bid was lost."}', b'{"id": "2"}']

    status, (first, second) = answers(requests, monkeypatch, capfdbinary, "entail")

    assert status == 1
    assert first.keys() == {"id", "contradiction", "consistent", "neutral", "flag"}
    assert first["flag"] is True
    assert second["id"] == "2"
    assert "`a`" in second["error"]


def test_entail_says_that_there_is_no_model(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("BACKREAD_MEANING_MODEL", "off")

    status = main(["entail", "--jsonl"])

    assert status == 2
    assert "no meaning model" in capfd.readouterr().err


def test_a_file_of_any_format_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    item = {
        "uri": "urn:nw:1",
        "headline": "It is on",
        "byline": "By Anna Pell",
        "body_html": "<p>The bridge is on.</p>",
    }
    path = tmp_path / "wire"
    path.write_text(json.dumps(item))

    status = main(["read", "--json", str(path)])
    found = json.loads(capsys.readouterr().out)

    assert (status, found["headline"], found["byline"], found["body"], found["enclosed"]) == (
        0,
        "It is on",
        "Anna Pell",
        "The bridge is on.",
        [],
    )
    assert main(["read", str(path)]) == 0
    assert "byline: Anna Pell" in capsys.readouterr().out


def test_a_file_without_a_suffix_is_analysed_as_its_text_and_not_as_its_codes(tmp_path: Path) -> None:
    path = tmp_path / "wire"
    path.write_text('{"uri": "urn:nw:1", "headline": "It is on", "body_html": "<p>The bridge is on.</p>"}')

    assert text_of(path) == "It is on\nThe bridge is on."
