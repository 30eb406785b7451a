"""Web pages (.html): the article without what stands around it, and what the page says of itself to machines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from lxml import etree

from analysis.readers.bylines import bare_byline
from analysis.readers.encodings import decoded
from analysis.readers.formats import Format
from analysis.readers.markup import (
    LEFT_OUT,
    Element,
    found,
    html_root,
    local_name,
    paragraphs_of,
    root_name,
    words_of,
)
from analysis.readers.moments import day_of
from analysis.readers.read_text import ReadText
from analysis.readers.refusals import Damaged, EmptyFile, TooLong

_NAME = "a web page"
_MOST_BYTES = 8_000_000
_ROOTS = set("html head body div p article section main h1 h2 h3 ul ol table span blockquote pre".split())
# Names of classes and ids under which sites keep what is not the article.
_BESIDE = re.compile(
    r"(?:^|[-_ ])(?:comments?|sidebar|share|sharing|social|related|newsletter|promo|cookies?|consent|advert\w*|banner|"
    r"breadcrumbs?|pagination|paywall|subscribe|toolbar|menu|navbar|skip-link|visually-hidden|sr-only|gdpr|onetrust|"
    r"sharedaddy|signup|entry-meta|entry-footer)(?:$|[-_ ])",
    re.I,
)
_ROLES_BESIDE = set("dialog alertdialog navigation search complementary contentinfo".split())  # WAI-ARIA 1.2
_BYLINES = {"author", "byline", "byline__name", "article-author", "author-name"}  # classes of the reporter's name
_LONGEST_BYLINE = 80
_LINES_ABOVE = 3  # a headline: kicker, section, date
# A page may leave out its end, but no newsroom's system does: what opens and never closes has broken off.
_OPENS = re.compile(r"<(?:html|body)\b", re.I)
_CLOSES = re.compile(r"</(?:html|body)\s*>", re.I)
_MOST_LINKED = 0.6  # of a block's letters; more is a list of links and no paragraph
_LEAST_LINKS = 3
_LEAST_OF_PAGE = 0.25  # of the page's letters: what calls itself an article and holds less is a teaser
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")
_ARTICLES = {"newsarticle", "article", "reportagenewsarticle", "analysisnewsarticle", "blogposting", "report"}
_DATE_METAS = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "parsely-pub-date",
)
_BYLINE_METAS = ("author", "byl", "dc.creator", "parsely-author")

_AROUND = {"html", "body", "article", "main"}
_LISTS = {"ul", "ol", "div", "section", "footer", "table"}

About = Mapping[str, Any]  # JSON-LD of anybody


@dataclass(frozen=True, slots=True)
class _Letters:
    """How many letters an element holds, how many of them in links, and in how many."""

    total: int
    linked: int
    links: int

    def is_list(self, name: str) -> bool:
        """Whether this element is a list of links and no text."""
        return name in _LISTS and self.links >= _LEAST_LINKS and self.linked >= _MOST_LINKED * self.total


def _recognises(content: bytes) -> bool:
    return root_name(content) in _ROOTS


def _read(content: bytes, filename: str) -> ReadText:
    if len(content) > _MOST_BYTES:
        raise TooLong(
            filename, length=f"{len(content) // 1_000_000} million bytes", most="8 million bytes as a web page"
        )
    text = _decoded(content)
    if _OPENS.search(text) and not _CLOSES.search(text):
        raise Damaged(filename, named=_NAME)
    root = html_root(text, filename)
    if root is None:
        raise EmptyFile(filename)
    about, metas, headings = _about(root), _metas(root), list(found(root, "h1"))
    byline, dated = _byline(about, metas) or _signed(root), _dated(root, about, metas)
    _take_out(root)
    article = _article(root)
    lines = _from_headline(paragraphs_of(article), article)
    return ReadText(
        body="\n".join(lines),
        headline=_headline(article, lines, about, metas, headings),
        byline=byline,
        dated=_dated(article, about, metas) or dated,  # a masthead bears today's
        source=_name(about.get("publisher")) or metas.get("og:site_name", ""),
    )


def _decoded(content: bytes) -> str:
    """The page may name its encoding; what it names wrongly is guessed like any text."""
    named = re.search(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", content[:4096], re.I)
    if named and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return content.decode(named[1].decode())
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(content) or content.decode("cp1252", "replace")


def _take_out(root: Element) -> None:
    """Remove what stands around an article: navigation, teasers, comments, lists of links."""
    linked = _linked(root)
    for element in list(root.iter()):
        name = local_name(element)
        label = f"{element.get('class') or ''} {element.get('id') or ''}"
        if name in _AROUND:
            continue
        if name in LEFT_OUT or _BESIDE.search(label) or linked[element].is_list(name) or _is_of_site(element):
            _remove(element)


def _is_of_site(element: Element) -> bool:
    """Whether it says what it is to those who hear pages: a dialog, navigation, the page's own footer."""
    if local_name(element) == "footer":
        return not any(local_name(above) in ("article", "main") for above in element.iterancestors())
    return (element.get("role") or "").lower() in _ROLES_BESIDE


def _linked(root: Element) -> dict[Element, _Letters]:
    """How much of each element is links, counted once from the inside out."""
    counted: dict[Element, _Letters] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        inner = [counted[child] for child in element]
        tails = sum(_count(child.tail) for child in element)
        total = _count(element.text) + tails + sum(one.total for one in inner)
        is_link = local_name(element) == "a"
        links = 1 if is_link else sum(one.links for one in inner)
        counted[element] = _Letters(total, total if is_link else sum(one.linked for one in inner), links)
    return counted


def _count(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


def _remove(element: Element) -> None:
    above = element.getparent()
    if above is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        above.text = (above.text or "") + tail
    above.remove(element)


def _article(root: Element) -> Element:
    """The element that holds the story: as the page marks it, else the whole page."""
    lengths = {element: letters.total for element, letters in _linked(root).items()}
    marked = [element for element in root.iter() if element.get("itemprop") == "articleBody"]
    named = [sorted(found(root, name), key=lengths.__getitem__, reverse=True) for name in ("article", "main")]
    enough = (
        element for element in [*marked, *named[0], *named[1]] if lengths[element] >= _LEAST_OF_PAGE * lengths[root]
    )
    best = next(enough, root)
    return _around_updates(best, named[0])


def _around_updates(best: Element, articles: list[Element]) -> Element:
    """A live page is one story of many updates, each marked as an article below the one headline."""
    above = best.getparent()
    beside = [article for article in articles if above is not None and article.getparent() is above]
    is_live = len(beside) > 1 and not any(True for _ in found(best, "h1"))
    return above if is_live and above is not None and any(True for _ in found(above, "h1")) else best


def _from_headline(lines: list[str], article: Element) -> list[str]:
    """Without the kicker that stands above it."""
    heading = next((words_of(heading) for heading in found(article, "h1") if words_of(heading)), "")
    return lines[lines.index(heading) :] if heading in lines[: _LINES_ABOVE + 1] else lines


def _headline(article: Element, lines: list[str], about: About, metas: dict[str, str], headings: list[Element]) -> str:
    """The article's own first heading; else what the page tells machines, if it has an article at all."""
    within = next((words_of(heading) for heading in found(article, "h1") if words_of(heading)), "")
    told = _text(about.get("headline")) or metas.get("og:title", "")
    only = words_of(headings[0]) if len(headings) == 1 else ""
    opens = lines[0] if lines else ""
    if within and within == opens:
        return within
    return _SITE_SUFFIX.sub("", told) or within or only


def _metas(root: Element) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in found(root, "meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        metas.setdefault(name, " ".join((meta.get("content") or "").split()))
    return metas


def _about(root: Element) -> About:
    """What JSON-LD says of the article; empty where there is none."""
    scripts = (script for script in found(root, "script") if script.get("type") == "application/ld+json")
    told = (item for script in scripts for item in _items(script.text or ""))
    return next((item for item in told if _kinds(item) & _ARTICLES), {})


def _items(written: str) -> Iterator[About]:
    try:
        document = msgspec.json.decode(written.strip())
    except (msgspec.DecodeError, RecursionError):
        return
    for item in document if isinstance(document, list) else [document]:
        if isinstance(item, dict):
            graph = item.get("@graph")
            yield from (part for part in (graph if isinstance(graph, list) else [item]) if isinstance(part, dict))


def _kinds(item: About) -> set[str]:
    kinds = item.get("@type")
    return {str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}


def _byline(about: About, metas: dict[str, str]) -> str:
    authors = about.get("author")
    names = [_name(author) for author in (authors if isinstance(authors, list) else [authors])]
    told = " and ".join(name for name in names if name)
    named = next((metas[name] for name in _BYLINE_METAS if metas.get(name)), "")
    return bare_byline(told or ("" if "://" in named else named))


def _signed(root: Element) -> str:
    """The name that the page marks as its writer's."""
    for element in root.iter():
        is_marked = element.get("rel") == "author" or element.get("itemprop") == "author"
        if is_marked or _BYLINES & set((element.get("class") or "").lower().split()):
            words = words_of(element)
            if words and len(words) <= _LONGEST_BYLINE:
                return bare_byline(words)
    return ""


def _dated(root: Element, about: About, metas: dict[str, str]) -> Any:  # noqa: ANN401
    times = (time.get("datetime") or "" for time in found(root, "time"))
    told = (_text(about.get("datePublished")), *(metas.get(name, "") for name in _DATE_METAS), *times)
    return next((day for words in told if (day := day_of(words))), None)


def _name(party: Any) -> str:  # noqa: ANN401 - JSON-LD of anybody
    if isinstance(party, list):
        party = party[0] if party else ""
    return _text(party.get("name")) if isinstance(party, dict) else _text(party)


def _text(value: Any) -> str:  # noqa: ANN401 - JSON-LD of anybody
    return " ".join(value.split()) if isinstance(value, str) else ""


FORMAT = Format(_NAME, (".html", ".htm", ".xhtml"), _recognises, _read)
