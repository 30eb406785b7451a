"""What the formats of the wires have in common: names, places and bodies as agencies write them."""

import html
import re
from collections.abc import Iterable, Iterator

from analysis.readers.markup import LEFT_OUT, Element, first, found, html_root, local_name, paragraphs_of, words_of
from analysis.readers.wrapping import paragraphs

_FURNITURE = LEFT_OUT | {"header", "footer", "body.head", "body.end", "byline", "dat", "bild"}  # the last two of TT
_LOOKS_LIKE_MARKUP = re.compile(r"<(?:p|div|br|html|body|section|h[1-6]|ul|table)\b[^>]*>", re.I)
_INLINE_TAG = re.compile(r"</?(?:a|b|i|u|em|strong|span|su[bp])\b[^<>]*>", re.I)
_ESCAPED_TAG = re.compile(r"</?[a-z]{2,12}>")  # some senders escape the tags of their own editors
_EMBEDDED = re.compile(r"(?:<[a-z/][^<>]*>\s*)+", re.I)  # code of a poll or a post, for web pages
_ESCAPED_SIGN = re.compile(r"&(?:#\d{2,5}|#x[0-9a-f]{2,4}|amp|quot|apos|nbsp|lt|gt);", re.I)  # escaped twice
_REPEATED = 60  # characters from which a standfirst is the beginning of the story
_NOT_A_PLACE = {"story.date", "chron"}


def body_of(content: Element) -> list[str]:
    """The paragraphs of a wire item's content, be it XHTML or NITF; pictures and the head of the page are left out."""
    body = first(content, "body.content", "body")
    return _without_tags(paragraphs_of(content if body is None else body, left_out=_FURNITURE))


def body_of_markup(markup: str, filename: str) -> list[str]:
    """The same for XHTML that stands in a field as text."""
    root = html_root(markup, filename)
    return [] if root is None else body_of(root)


def body_of_text(text: str, filename: str) -> list[str]:
    """The paragraphs of a field that may hold anything: XHTML, or lines with a bold word in them."""
    if _LOOKS_LIKE_MARKUP.search(text):
        return body_of_markup(text, filename)
    return [" ".join(line.split()) for line in paragraphs(_INLINE_TAG.sub("", text))]


def looks_like_markup(text: str) -> bool:
    return bool(_LOOKS_LIKE_MARKUP.search(text))


def standfirst_of(written: Iterable[str], *, headline: str, body: str) -> str:
    """The first of these that says something new: wires repeat the headline, the first paragraph or a slug."""
    lines = [headline, *body.split("\n")]
    new = (words for words in written if words and not words.isupper() and not _repeats(words, lines))
    return next(new, "")


def _repeats(words: str, lines: list[str]) -> bool:
    opening = words[:_REPEATED].rstrip(".… ").casefold()
    return any(line.casefold().startswith(opening) for line in lines)


def pictures_left_out(contents: Iterable[Element]) -> tuple[str, ...]:
    """A sentence on the captions that are not part of the text."""
    count = sum(1 for content in contents for _ in found(content, "figcaption", "media-caption"))
    return (f"Captions of pictures were left out: {count}.",) if count else ()


def joined_names(elements: Iterable[Element]) -> str:
    """Places or people one after the other, each once: "Ottawa, Ontario, Canada"."""
    return ", ".join(dict.fromkeys(words for element in elements for words in _names(element)))


def _names(element: Element) -> Iterator[str]:
    """The words of the innermost elements, since wires nest names in places in lines."""
    if local_name(element) in _NOT_A_PLACE:
        return
    if own := " ".join((element.text or "").split()):
        yield own.rstrip(",")
    for child in element:
        yield from _names(child)
        if tail := " ".join((child.tail or "").split()).strip(","):
            yield tail.strip()


def _without_tags(paragraphs: list[str]) -> list[str]:
    copy = (_ESCAPED_TAG.sub("", paragraph) for paragraph in paragraphs if not _EMBEDDED.fullmatch(paragraph))
    plain = (" ".join(_ESCAPED_SIGN.sub(_unescaped, paragraph).split()) for paragraph in copy)
    return [paragraph for paragraph in plain if paragraph]


def _unescaped(sign: re.Match[str]) -> str:
    return html.unescape(sign[0])


def parts_of(element: Element | None) -> str:
    """A byline or a headline in one line, its parts divided by commas."""
    return "" if element is None else (joined_names([element]) if len(element) else words_of(element))
