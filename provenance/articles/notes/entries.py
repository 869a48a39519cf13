"""Entries: what a note or one entry of a list of references states of a work, in whatever style, and whether it cites another."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from provenance.articles.addresses import address_parts
from provenance.articles.article import Link, ReferenceEntry
from provenance.languages.apparatus import vocabulary
from provenance.text.folding import fold_word
from provenance.text.span import Span

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>“”«»]{1,200}")
_YEAR = re.compile(r"(?<![\d/.-])(?:1[5-9]|20)\d\d[a-z]?(?![\d/])")
_DATE = re.compile(rf"(?:\((?:\d{{1,2}} )?[^\W\d_]{{3,12}}\.? (?:\d{{1,2}}, )?)?{_YEAR.pattern}")
_QUOTED = re.compile(
    r"“([^“”]{2,300})”|„([^„“”]{2,300})[“”]|«([^«»]{2,300})»|\"([^\"]{2,300})\"|‘([^‘’]{4,300})’|《([^》]{2,200})》|「([^」]{2,200})」"
)
_NUMBER = re.compile(
    r"\s{0,9}(?:[\[【]\w[\w+-]{0,20}[\]】]|\(\d{1,4}\)|\d{1,4}[.)]|\^|[¹²³⁰-⁹]{1,4}|[•*-])?[\s^]{0,9}"
)
_INITIALS = re.compile(
    r"([^\W\d_][\w'’-]{1,40}(?: [^\W\d_][\w'’-]{1,40})?),? ((?:[A-ZÀ-ÞА-Я]\.?[ -]?){1,4})(?=,|;|$|&|\()"
)
_FULL_NAME = re.compile(r"\s?[^\W\d_][\w'’-]{1,30}(?: [^\W\d_]\.)?(?: [^\W\d_][\w'’-]{1,30}){1,2}")
_AND = re.compile(r"\s{0,3};\s{0,3}|,?\s(?:and|&|und|et|y|e|og|och|en|i|и)\s")
_SMALL = frozenset(
    "and und et y e von van de der den del della di da du la le al bin ibn ter ten og och en i и al. ed eds hrsg".split()
)
_MOST_NAME_WORDS = 12
_NEAR_YEAR = 60  # characters from a name in italics to the year behind it
_SEVERAL_WORDS = r"[^\W\d_][^\s]{0,80}\s+[^\s]{0,9}?[^\W\d_]|[\u3040-\u9fff]{4}"  # more than "p. 12"
_LONGEST_HEAD = 160  # characters
_LONGEST_TITLE = 160  # characters between quotation marks; what is longer is quoted
_VOLUME = re.compile(r",\s\d{1,4}\s(?=[^\W\d_])")  # and the reporter behind it: ", 12 Tarn Rep. 44"
_ENDS = '.,;:()[]<>–—-|/ \n\u00a0“”„"«»↩\ufe0e'
_STOP = re.compile(r"[.?!:](?=\s|$)|\s[–—|-]\s|[“„«\"(]|https?://")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{2})[.?!](?=\s|$)|\s[–—|]\s|[“„«\"(]|https?://")
_ARCHIVES = tuple(
    "web.archive.org archive.org archive.today archive.ph archive.is archive.li archive.vn perma.cc webcitation.org webarchive. "
    "ghostarchive.org megalodon.jp".split()
)
_LOOKUPS = tuple("scholar.google. worldcat.org search. bing.com crossref.org openurl. scite.ai".split())
_WIKI = re.compile(r"/(?:wiki|w)/|Special:|redlink=1")
_SCAN = re.compile(r"//books\.google\.[a-z.]{2,6}/books(?:/[^?]{0,200})?\?(?:[^#]{0,200}&)?id=")
_COPY_OF = re.compile(r"/(https?:/{1,2}[^\s]{4,2000})$")
_WORD = re.compile(r"[\w'’]+")
_LONGEST_SIGNAL = 160  # characters in which a signal stands
_FARTHEST = 20  # words from "on" to "see"


class Addresses(NamedTuple):
    """What the links of a piece of text lead to: the works, in order; an archive's copy; a DOI."""

    works: tuple[Link, ...]
    archive: str | None
    doi: str | None


def addresses_of(links: Iterable[Link]) -> Addresses:
    """The links that may lead to a work: no search, no catalogue, no page of the own wiki; archives' copies apart."""
    works, scans, archive, doi, copied = [], [], None, None, None
    for link in links:
        parts = address_parts(link.href)
        host = (parts.hostname or "").removeprefix("www.")
        if not host or parts.scheme not in {"http", "https"} or _WIKI.search(link.href):
            continue
        if host.endswith("doi.org"):
            doi = doi or unquote(parts.path.rpartition("doi.org/")[2].lstrip("/"))
        elif host.startswith(_ARCHIVES):
            archive = archive or link.href
            original = _COPY_OF.search(link.href)
            copied = copied or (Link(link.span, original[1]) if original else None)
        elif _SCAN.search(link.href):
            scans.append(link)
        elif "/search?" not in link.href and not any(f".{one}" in f".{host}" for one in _LOOKUPS):
            works.append(link)
    if not works and copied is not None:
        works.append(copied)
    return Addresses(tuple(works or scans), archive, doi)


def read_entry(
    text: str, span: Span, links: Sequence[Link], *, key: str = "", emphasis: Sequence[Span] = ()
) -> ReferenceEntry:
    """The work that an entry states; ``emphasis`` is where the document is set in italics, in reading order."""
    emphasis = _inside(emphasis, span)
    begin = without_number(text, span).start
    found = addresses_of(links)
    marked = (Span(*match.span(match.lastindex or 0)) for match in _QUOTED.finditer(text, begin, span.end))
    quoted = [one for one in marked if len(one) <= _LONGEST_TITLE]
    head_end = _head_end(text, Span(begin, span.end), links, emphasis)
    authors = people(text[begin:head_end])
    title = _title(text, Span(begin, span.end), head_end if authors else begin, quoted, emphasis, found.works)
    year = _YEAR.search(text, begin, span.end)
    doi = found.doi or (match[0].rstrip(".,;)") if (match := _DOI.search(text, begin, span.end)) else None)
    works = sorted(found.works, key=lambda link: title is None or not link.span.overlaps(title))
    after = Span(min(title.end, span.end), span.end) if title else None
    return ReferenceEntry(
        key=key,
        span=span,
        authors=authors,
        title=_bare(text, title),
        container=_container(text, after, emphasis) if after else None,
        year=year[0] if year else None,
        doi=doi,
        address=works[0].href if works else f"https://doi.org/{doi}" if doi else None,
        archive=found.archive,
    )


def without_number(text: str, span: Span) -> Span:
    """What stands behind the number of an entry."""
    number = _NUMBER.match(text, span.start, span.end)
    return Span(number.end(), span.end) if number else span


def _inside(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of some spans, in reading order, that begin in another: an article may have thousands for each entry."""
    first, last = (bisect_left(spans, at, key=lambda one: one.start) for at in (span.start, span.end))
    return spans[first:last]


def people(head: str) -> tuple[str, ...]:
    """The names in what stands before a work's title, in natural order; none where it is no list of names.

    They may be "Lee, Ann; Doe, John", "Lee A, Doe J", "Ann Lee and John Doe", "Lee, A., & Doe, J.".
    """
    bare = re.sub(r"\bet al\b\.?|\((?:eds?|hrsg)\.?\)", "", head, flags=re.IGNORECASE).strip(" ,;:–—-(\u00a0")
    words = bare.replace(",", " ").split()
    if not 0 < len(words) <= _MOST_NAME_WORDS or re.search(r"[\d:]", bare):
        return ()
    if any(word[0].islower() and word.lower() not in _SMALL for word in words):
        return ()
    if _INITIALS.match(bare):  # else a second given name: "Lee, Ann C."
        initials = _INITIALS.findall(bare)
        return tuple(f"{given.strip()} {family}" for family, given in initials)
    names: list[str] = []
    for part in _AND.split(bare.rstrip(".")):
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        if len(pieces) == 2 and " " not in pieces[0]:
            pieces = [f"{pieces[1]} {pieces[0]}"]
        names += pieces
    return tuple(names)


def _head_end(text: str, span: Span, links: Sequence[Link], emphasis: Sequence[Span]) -> int:
    """Where what names the authors ends: before the title, the year or the first link, where nothing but names stands there."""
    least = span.start + bool(_YEAR.search(text, span.start, span.start + _NEAR_YEAR))
    set_off = (*(link.span for link in links), *emphasis)
    fixed = [one.start for one in set_off if least <= one.start < span.end]
    told = (pattern.search(text, span.start, span.end) for pattern in (_DATE, _QUOTED))
    fixed += [match.start() for match in told if match]
    limit = min((span.end, span.start + _LONGEST_HEAD, *fixed))
    ends = [match.start() for match in _STOP.finditer(text, span.start + 1, limit)] + [limit] * bool(fixed)
    comma = text.find(",", span.start, limit)
    if comma > 0 and _FULL_NAME.fullmatch(text, span.start, comma):  # "John A. Smith, Bridges of Steel"
        ends.append(comma)
    return max((end for end in ends if people(text[span.start : end])), default=span.start)


def _title(
    text: str,
    span: Span,
    head_end: int,
    quoted: Sequence[Span],
    emphasis: Sequence[Span],
    works: Sequence[Link],
) -> Span | None:
    """The title: what is quoted first, set in italics, linked, or the first sentence behind the names and the year."""
    italics = [one for one in emphasis if span.covers(one) and one.start >= head_end]
    linked = [link.span for link in works if re.search(_SEVERAL_WORDS, link.span.of(text))]
    for candidates in (quoted, linked, italics[:1]):
        if candidates:
            return candidates[0]
    year = _YEAR.search(text, head_end, min(span.end, head_end + 6))
    start = year.end() if year else head_end
    while start < span.end and text[start] in _ENDS:
        start += 1
    stop = _SENTENCE.search(text, start, span.end)
    end = stop.start() if stop else span.end
    volume = _VOLUME.search(text, start, end)
    end = volume.start() if volume else end
    return Span(start, end) if text[start:end].strip(_ENDS) else None


def _container(text: str, span: Span, emphasis: Sequence[Span]) -> str | None:
    """The newspaper, journal or site behind a title: in italics, else up to the next stop."""
    italics = next((one for one in emphasis if span.covers(one)), None)
    if italics is not None:
        return _bare(text, italics)
    piece = text[span.start : min(span.end, span.start + 120)].lstrip(_ENDS + "?!’'")
    piece = re.sub(r"\A[Ii]n:? ", "", piece)
    name = re.split(r"[.,;:(|\[–—]|\s-\s|https?://", piece, maxsplit=1)[0].strip(_ENDS)
    is_name = name[:1].isupper() and len(name) > 3 and len(name.split()) <= 8 and not _YEAR.search(name)
    return name if is_name else None


def _bare(text: str, span: Span | None) -> str | None:
    return span.of(text).strip(_ENDS) or None if span is not None else None


def cites_other(words: str) -> bool:
    """Whether a piece of a note cites for something else: "see also", "On the history of the bridge see …", "see … generally"."""
    said = [fold_word(word) for word in _WORD.findall(words[:_LONGEST_SIGNAL]) if not word.isdecimal()]
    if any(" ".join(said[:length]) in vocabulary("other_works") for length in (3, 2, 1)):
        return True
    begins_about = bool(said) and said[0] in vocabulary("about")
    seen = [at for at, word in enumerate(said[:_FARTHEST]) if word in vocabulary("see")]
    return bool(seen) and ((begins_about and seen[-1] > 0) or said[-1] in vocabulary("generally"))
