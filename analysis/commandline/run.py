"""Options, exit statuses and the two ways to ask: files, or a line of JSON each."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

import msgspec

from analysis.commandline.answers import Answer, annotated, compared, said
from analysis.commandline.days import day
from analysis.commandline.report import annotation_report, comparison_report, reading_report
from analysis.commandline.requests import AnnotateRequest, CompareRequest, EntailRequest, id_of, text_of
from analysis.comparison import compare
from analysis.document import HouseEntry
from analysis.house import HouseListError, read_house_list
from analysis.meaning import MeaningModel, MeaningModelError, judge, meaning_model, verdicts
from analysis.pipeline import annotate
from analysis.readers import Refused, read_under_limits
from analysis.similarity import pair_vectors

UNUSABLE = 2
SOME_LINES_FAILED = 1
BadLine = (msgspec.MsgspecError, UnicodeDecodeError, HouseListError)


class CommandLineError(Exception):
    """The command line asks for something that does not go together; the message says what."""


def main(arguments: Sequence[str]) -> int:
    """Run the command line; the exit status."""
    options = _parser().parse_args(arguments)
    try:
        house = read_house_list(options.house) if options.house else ()
        return _run(options, house)
    except (OSError, Refused, HouseListError, MeaningModelError, CommandLineError) as error:
        sys.stderr.write(f"python -m analysis: {_in_one_line(error)}\n")
        return UNUSABLE


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m analysis", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("annotate", help="what a draft says: people, figures, quotes, claims")
    one.add_argument("files", nargs="*", type=Path, metavar="FILE")
    one.add_argument("--date", type=day, help="the day the text was written, YYYY-MM-DD")
    two = commands.add_parser("compare", help="where two drafts contradict each other")
    two.add_argument("files", nargs="*", type=Path, metavar="A B")
    two.add_argument("--date-a", type=day, help="the day the first was written, YYYY-MM-DD")
    two.add_argument("--date-b", type=day, help="the day the second was written, YYYY-MM-DD")
    for command in (one, two):
        command.add_argument("--house", type=Path, metavar="FILE", help="a house list in JSON")
        form = command.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="print JSON, one object a file or pair")
        form.add_argument("--jsonl", action="store_true", help="read a request a line from standard input")
    files = commands.add_parser("read", help="what a file says: its text, headline, byline, date and source")
    files.add_argument("files", nargs="+", type=Path, metavar="FILE")
    files.add_argument("--json", action="store_true", help="print JSON, one object a file")
    files.set_defaults(house=None, jsonl=False)
    pairs = commands.add_parser("entail", help="whether two sentences contradict each other, by the meaning model")
    pairs.add_argument("--jsonl", action="store_true", required=True, help="read a request a line from standard input")
    pairs.set_defaults(files=(), house=None)
    return parser


def _run(options: Namespace, house: Sequence[HouseEntry]) -> int:
    if options.command == "entail":
        return _entail()
    if options.command == "read":
        return _read_files(options)
    if options.jsonl:
        if options.files:
            raise CommandLineError("--jsonl reads standard input and takes no files")
        answer = _annotate_line if options.command == "annotate" else _compare_line
        return _answer_lines(sys.stdin.buffer, sys.stdout.buffer, lambda line: answer(line, house))
    if options.command == "annotate":
        _annotate_files(options, house)
    else:
        _compare_files(options, house)
    return 0


def _read_files(options: Namespace) -> int:
    for path in options.files:
        found = read_under_limits(path.read_bytes(), path.name)
        if options.json:
            _print({"id": str(path)} | said(found))
        else:
            sys.stdout.write(reading_report(str(path), found))
    return 0


def _annotate_files(options: Namespace, house: Sequence[HouseEntry]) -> None:
    if not options.files:
        raise CommandLineError("annotate needs at least one file, or --jsonl")
    for path in options.files:
        document = annotate(text_of(path), dated=options.date, house=house)
        if options.json:
            _print({"id": str(path), "text": document.text} | annotated(document))
        else:
            sys.stdout.write(annotation_report(str(path), document))


def _compare_files(options: Namespace, house: Sequence[HouseEntry]) -> None:
    if len(options.files) != 2:
        raise CommandLineError("compare needs two files, or --jsonl")
    a_text, b_text = (text_of(path) for path in options.files)
    a = annotate(a_text, dated=options.date_a, house=house)
    b = annotate(b_text, dated=options.date_b, house=house)
    names = (str(options.files[0]), str(options.files[1]))
    comparison = compare(a, b, vectors=pair_vectors(a, b), judge=judge())
    if options.json:
        texts = {"text_a": a.text, "text_b": b.text}
        _print({"id": " ".join(names)} | texts | compared(a, b, comparison))
    else:
        sys.stdout.write(comparison_report(names, a, b, comparison))


def _annotate_line(line: bytes, house: Sequence[HouseEntry]) -> Answer:
    request = msgspec.json.decode(line, type=AnnotateRequest)
    document = annotate(request.text, dated=request.date, house=request.entries() or house)
    return {"id": request.id} | annotated(document)


def _compare_line(line: bytes, house: Sequence[HouseEntry]) -> Answer:
    request = msgspec.json.decode(line, type=CompareRequest)
    listed = request.entries() or house
    a = annotate(request.a, dated=request.date_a, house=listed)
    b = annotate(request.b, dated=request.date_b, house=listed)
    return {"id": request.id} | compared(a, b, compare(a, b, vectors=pair_vectors(a, b), judge=judge()))


def _entail() -> int:
    model = meaning_model()
    if model is None:
        raise CommandLineError("no meaning model is installed, or the newsroom's setting switches it off")
    return _answer_lines(sys.stdin.buffer, sys.stdout.buffer, lambda line: _entail_line(line, model))


def _entail_line(line: bytes, model: MeaningModel) -> Answer:
    request = msgspec.json.decode(line, type=EntailRequest)
    (verdict,) = verdicts(model, [(request.a, request.b)])
    return {"id": request.id} | asdict(verdict)


def _answer_lines(lines: Iterable[bytes], out: BinaryIO, answer: Callable[[bytes], Answer]) -> int:
    """Answer each line in turn; one that cannot be read is answered with its error, and the rest goes on."""
    status = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            given = answer(line)
        except BadLine as error:
            given, status = {"id": id_of(line), "error": _in_one_line(error)}, SOME_LINES_FAILED
        out.write(msgspec.json.encode(given) + b"\n")
        out.flush()
    return status


def _print(answer: Answer) -> None:
    sys.stdout.write(msgspec.json.encode(answer).decode() + "\n")


def _in_one_line(error: BaseException) -> str:
    return " ".join(str(error).split())
