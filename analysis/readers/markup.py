"""XML and HTML from outside: parsed without entities, network or deep nesting, and read as paragraphs."""

import re
from collections.abc import Collection, Iterator
from html.entities import html5

from lxml import etree

from analysis.readers.encodings import UTF_16_MARKS, decoded
from analysis.readers.refusals import Damaged, DefinesEntities, NestedTooDeep, Refused, TooDemanding
from analysis.readers.wrapping import unbroken

Element = etree._Element  # lxml exports no other name for its type

LEFT_OUT = frozenset(
    "head title script style noscript template svg math canvas audio video iframe object embed map"
    " form button select textarea input dialog nav aside figure media".split()
)
_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 hl1 hl2 hedline headline block ul ol li dl dt dd blockquote bq pre table caption thead"
    " tbody tfoot tr td th section article main header footer address figcaption hr br body details summary center"
    " abstract byline byttl dateline distributor fn note lead"
    " rubrik ingress brodtext citat mellis".split()  # of TT, in Sweden
)
_BREAK, _BREAKS = "br", "\v"  # a line's end within a paragraph, which is not always meant
_KEEPS_LINES = "pre"
_MOST_DEEP = 256  # libxml2's own limit for what is not told to be huge
_OPENING = 65_536  # bytes, in which the root element of a document begins
_BEFORE_ROOT = re.compile(rb"(?:\s+|\xef\xbb\xbf|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\b(?:[^\[>]|\[.*?\])*>)*", re.S | re.I)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([a-zA-Z][\w.-]*)")
_DEFINES_ENTITY = re.compile(rb"<!ENTITY\s+[^%\s]", re.I)
_ENDLESS_TAG = re.compile(rb"<[A-Za-z][^<>]{50000}")
_NAMED = re.compile(r"&([A-Za-z]\w*);")
_XML_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LEAST_OF_TABLE = 4  # lines
_LONGEST_LABELS = 80  # characters, all in one line together
# Documents that are laid out for the eye put each tag on its own line, and the comma behind it on the next.
_NEXT_LINE = re.compile(r"\A\s*\n\s*(?=[,.;:!?)”»’]|'s\b)")
_INDENTED = re.compile(
    r"(?<=[.!?:”»\")])[ \t]*\n[ \t]{2,8}(?=\S)"
)  # how some wires begin a paragraph within an element
_FLUSH = re.compile(r"\n(?=\S)")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def root_name(content: bytes) -> str:
    """The local name of the document's outermost element in lower case; empty for what is no markup."""
    opening = narrowed(content[:_OPENING])
    before = _BEFORE_ROOT.match(opening)
    root = _ROOT.match(opening, before.end() if before else 0)
    return root[1].decode("ascii", "ignore").lower() if root else ""


def narrowed(content: bytes) -> bytes:
    """Its signs as bytes of their own, where it is in UTF-16, so that marks of one byte are found."""
    return content[2:].replace(b"\0", b"") if content.startswith(UTF_16_MARKS) else content


def is_closed(content: bytes, root: str) -> bool:
    """Whether the document ends with its root's end tag: a file that breaks off does not."""
    end = content[-_OPENING:].rstrip(b"\0 \t\r\n").lower().replace(b"\0", b"")
    return end.endswith(b">") and root.encode() in end[end.rfind(b"</") :]


def xml_root(content: bytes, filename: str, *, named: str) -> Element:
    """The parsed document. Raises Damaged, NestedTooDeep or DefinesEntities.

    Small mistakes of the sender (a wrong encoding, an HTML entity, a prefix without its namespace) are read
    over; a document that breaks off is not.
    """
    check_bombs(content, filename, named=named)
    try:
        return etree.fromstring(content, _xml_parser())
    except etree.XMLSyntaxError as error:
        refusal = refusal_of(error, filename, named=named)
        if not isinstance(refusal, Damaged) or not is_closed(content, root_name(content)):
            raise refusal from error
    return _mended(content, filename, named)


def check_bombs(content: bytes, filename: str, *, named: str) -> None:
    """Raises DefinesEntities, or TooDemanding for an element of so many attributes that counting them takes hours."""
    if _DEFINES_ENTITY.search(narrowed(content)):
        raise DefinesEntities(filename, named=named)
    if _ENDLESS_TAG.search(content):
        raise TooDemanding(filename)


def refusal_of(error: etree.XMLSyntaxError, filename: str, *, named: str) -> Refused:
    """What stopped the parser, in words for the person who sent the file."""
    reason = str(error)
    if "Excessive depth" in reason:
        return NestedTooDeep(filename, most=str(_MOST_DEEP))
    # libxml2 names no reason when the memory limit stops it.
    is_out_of_memory = "unknown error" in reason or "memory" in reason
    return TooDemanding(filename) if is_out_of_memory else Damaged(filename, named=named)


def html_root(text: str, filename: str) -> Element | None:
    """The parsed page, or None for one without an element. Raises as `xml_root` does."""
    check_bombs(text.encode("utf-8", "ignore"), filename, named="a web page")
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode("utf-8", "ignore"), parser)
    except etree.XMLSyntaxError as error:
        if not text.strip() or "empty" in str(error).lower():
            return None
        raise refusal_of(error, filename, named="a web page") from error
    if _is_too_deep(parser.error_log):
        raise NestedTooDeep(filename, most=str(_MOST_DEEP))
    return root


def local_name(element: Element) -> str:
    """Its tag without the namespace, in lower case."""
    return str(element.tag).rpartition("}")[2].lower()


def found(element: Element, *names: str) -> Iterator[Element]:
    """Every element inside, itself among them, with one of these local names, in the document's order."""
    wanted = {name.lower() for name in names}
    return (inner for inner in element.iter() if local_name(inner) in wanted)


def first(element: Element | None, *names: str) -> Element | None:
    """The first element of each name in turn: the names are in the order of preference."""
    if element is None:
        return None
    return next((inner for name in names for inner in found(element, name)), None)


def words_of(element: Element | None) -> str:
    """All its text in one line."""
    return "" if element is None else " ".join(paragraphs_of(element))


def words_in(element: Element | None, *names: str) -> str:
    """The words of the first element of these names that has any."""
    if element is None:
        return ""
    return next((words for name in names for inner in found(element, name) if (words := words_of(inner))), "")


def paragraphs_of(element: Element, *, left_out: Collection[str] = LEFT_OUT) -> list[str]:
    """Its text, a line for every paragraph, heading, item of a list or cell; blanks as a browser shows them."""
    text = "".join(_pieces(element, left_out))
    blocks = [[" ".join(line.split()) for line in block.split(_BREAKS)] for block in text.split("\n")]
    return [line for line in unbroken(blocks) if line]


def attribute(element: Element, name: str) -> str:
    """The value of an attribute by its local name; empty where there is none."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _pieces(element: Element, left_out: Collection[str]) -> Iterator[str]:
    """Text in the document's order, with a line end before and after every block."""
    walk = etree.iterwalk(element, events=("start", "end"))
    keeping = 0  # how many elements around us keep their line ends
    for event, node in walk:
        name = local_name(node)
        is_block = name in _BLOCKS
        keeping += _keeps_lines(node) * (1 if event == "start" else -1)
        if event == "start" and node is not element and (name in left_out or _is_hidden(node)):
            walk.skip_subtree()
        elif event == "start":
            yield _line_end(name) + _written(node.text, keeping)
        else:
            tail = node.tail if is_block or keeping else _NEXT_LINE.sub("", node.tail or "")
            after = "" if node is element else _written(tail, keeping) or _gap(node)
            yield ("" if name == _BREAK else _line_end(name)) + after


def _line_end(name: str) -> str:
    if name == _BREAK:
        return _BREAKS
    return "\n" if name in _BLOCKS else ""


def _keeps_lines(node: Element) -> bool:
    """Whether its line ends are meant: tables of agencies are columns of blanks in one paragraph."""
    if local_name(node) == _KEEPS_LINES:
        return True
    lines = (node.text or "").strip().split("\n") if local_name(node) == "p" else []
    return len(lines) >= _LEAST_OF_TABLE and sum("   " in line.strip() for line in lines) * 2 >= len(lines)


def _written(text: str | None, keeping: int) -> str:
    if not text or keeping:
        return text or ""
    paragraphs = _INDENTED.split(text) if _FLUSH.search(text) else [text]
    return "\n".join(re.sub(r"\s+", " ", paragraph) for paragraph in paragraphs)


def _gap(node: Element) -> str:
    """Labels that only a stylesheet sets apart: a place and a source, each in its own span of a class.

    Word processors part a word into such spans wherever it was typed upon: within a sentence there is no gap.
    """
    beside, line = node.getnext(), node.getparent()
    if beside is None or line is None or not local_name(node) == local_name(beside) == "span":
        return ""
    label, next_label = node.text or "", beside.text or ""
    are_styled = bool(node.get("class") and beside.get("class"))
    are_labels = len(label) > 1 and label[-1].isalnum() and next_label[:1].isupper()
    is_short = len("".join(map(str, line.itertext()))) <= _LONGEST_LABELS
    return " " if are_styled and are_labels and is_short else ""


def _is_hidden(node: Element) -> bool:
    return node.get("hidden") is not None or bool(_HIDDEN.search(node.get("style") or ""))


def _xml_parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _mended(content: bytes, filename: str, named: str) -> Element:
    text = decoded(content)
    if text is None:
        raise Damaged(filename, named=named)
    text = _DECLARATION.sub("", _NAMED.sub(_character, text))
    parser = _xml_parser(recover=True)
    root = etree.fromstring(text.encode("utf-8", "ignore"), parser)
    if root is None or _is_too_deep(parser.error_log):
        raise Damaged(filename, named=named)
    return root


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    return entity[0] if name in _XML_OWN else html5.get(f"{name};", "")


def _is_too_deep(log: "etree._ListErrorLog") -> bool:
    return any("depth" in entry.message or entry.type_name == "ERR_RESOURCE_LIMIT" for entry in log)
