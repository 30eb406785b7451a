"""Markdown: headings, paragraphs and lists without their marks, and the fields of front matter."""

import re
import tomllib

from markdown_it import MarkdownIt
from markdown_it.token import Token

from analysis.readers.encodings import decoded, legible
from analysis.readers.formats import Format
from analysis.readers.moments import day_of, moment_of
from analysis.readers.read_text import ReadText
from analysis.readers.refusals import NestedTooDeep, NotReadable, TooDemanding, TooLong
from analysis.readers.unreadable import is_markup

_NAME = "Markdown"
_MOST_CHARACTERS = 1_000_000  # more is no draft, whatever is left of it without its marks
_MOST_MARKS = {"[": 50_000, "\n": 60_000, "*": 120_000, "_": 120_000}  # a link every ten words, all words in bold
_MOST_DEEP = 100  # quotes in quotes and lists in lists: the parser drops what stands deeper
_OPENING_CHARACTERS = 20_000  # in which a text shows that it is Markdown
_FRONT_MATTER = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<fields>.*?)\r?\n(?P=fence)[ \t]*(?:\r?\n|\Z)", re.S
)
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w-]*)[ \t]*:[ \t]*(?P<words>.*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<words>.+)")
# A heading, a link or a picture: marks that nobody types in a story otherwise.
_SIGNS = re.compile(r"^#{1,6} \S|!?\[[^\]\n]+\]\(\S+?\)|^[^\n]+\n(?:={4,}|-{4,})[ \t]*$", re.M)
_TEXTS = {"text": "", "code_inline": "", "softbreak": " ", "hardbreak": "\n"}
_HEADLINE_FIELDS = ("headline", "title")
_BYLINE_FIELDS = ("byline", "author", "authors", "by")
_DATE_FIELDS = ("date", "dated", "published", "published_at", "publishdate")
_EMBARGO_FIELDS = ("embargo", "embargoed", "embargoed_until")


def _recognises(content: bytes) -> bool:
    text = "" if is_markup(content) else decoded(content) or ""
    fields = _FRONT_MATTER.match(text)
    return bool(fields and _fields(fields)) or bool(_SIGNS.search(text[:_OPENING_CHARACTERS]))


def _read(content: bytes, filename: str) -> ReadText:
    text = decoded(content)
    if text is None:
        raise NotReadable(filename, found="not text", readable="a text file")
    if len(text) > _MOST_CHARACTERS:
        raise TooLong(filename, length=f"{len(text):,} characters", most=f"{_MOST_CHARACTERS:,} with its marks")
    if any(text.count(mark) > most for mark, most in _MOST_MARKS.items()):
        raise TooDemanding(filename)
    front = _FRONT_MATTER.match(text)
    fields = _fields(front) if front else {}
    tokens = _tokens(legible(text[front.end() :] if fields and front else text), filename)
    lines = [(kind, line) for kind, words in _blocks(tokens) for line in words.split("\n") if line.strip()]
    return _as_text(fields, lines)


def _tokens(text: str, filename: str) -> list[Token]:
    tokens = MarkdownIt("commonmark", {"maxNesting": _MOST_DEEP}).enable("table").parse(text)
    if any(token.level >= _MOST_DEEP - 1 for token in tokens):
        raise NestedTooDeep(filename, most=str(_MOST_DEEP))
    return tokens


def _as_text(fields: dict[str, str], lines: list[tuple[str, str]]) -> ReadText:
    stated = _named(fields, _HEADLINE_FIELDS)
    heads = not stated and bool(lines) and lines[0][0] == "h1"
    return ReadText(
        body="\n".join(line.strip() for _, line in lines[heads:]),
        headline=stated or (lines[0][1].strip() if heads else ""),
        standfirst=_named(fields, ("standfirst", "subtitle", "description")),
        byline=_named(fields, _BYLINE_FIELDS),
        dateline=_named(fields, ("dateline",)),
        dated=day_of(_named(fields, _DATE_FIELDS)),
        source=_named(fields, ("source",)),
        slug=_named(fields, ("slug",)),
        embargoed_until=moment_of(_named(fields, _EMBARGO_FIELDS)),
    )


def _named(fields: dict[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def _fields(front: re.Match[str]) -> dict[str, str]:
    """Names in lower case, and their values in words; a list is joined as a byline would join it."""
    if front["fence"] == "+++":
        return _toml(front["fields"])
    fields: dict[str, list[str]] = {}
    name = ""
    for line in front["fields"].splitlines():
        if field := _FIELD.fullmatch(line):
            name = field["name"].lower()
            fields[name] = _listed(field["words"])
        elif (item := _ITEM.fullmatch(line)) and name:
            fields[name].append(_bare(item["words"]))
    return {name: " and ".join(words) for name, words in fields.items()}


def _toml(written: str) -> dict[str, str]:
    try:
        fields = tomllib.loads(written)
    except tomllib.TOMLDecodeError:
        return {}
    return {
        name.lower(): " and ".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in fields.items()
    }


def _listed(words: str) -> list[str]:
    words = words.strip()
    if words.startswith("[") and words.endswith("]"):
        return [_bare(item) for item in words[1:-1].split(",") if item.strip()]
    return [_bare(words)] if words else []


def _bare(words: str) -> str:
    words = words.strip()
    is_quoted = len(words) > 1 and words[0] == words[-1] and words[0] in "'\""
    return words[1:-1] if is_quoted else words


def _blocks(tokens: list[Token]) -> list[tuple[str, str]]:
    """Each paragraph, heading, item or cell: the element it would be in HTML, and its words."""
    blocks: list[tuple[str, str]] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            blocks.append((before.tag if before else "p", _words(token)))
        elif token.type in ("fence", "code_block"):
            blocks.append(("pre", token.content))
    return blocks


def _words(inline: Token) -> str:
    return "".join(_TEXTS[part.type] or part.content for part in inline.children or () if part.type in _TEXTS)


FORMAT = Format(_NAME, (".md", ".markdown"), _recognises, _read, bears_mark=False)
