"""An excerpt as the page shows it: everything that its template puts down, ready to be escaped."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from provenance.articles.addresses import address_parts
from provenance.excerpts.model import Boundary
from provenance.findings.finding import FindingKind, Severity
from provenance.findings.trace import CLEAN, Verdict
from provenance.reporting import places
from provenance.reporting.cleaning import beginning, is_safe_link, one_line
from provenance.reporting.diff.rows import ComparedTexts, Diff, RowKind, diff_rows
from provenance.reporting.diff.setting import PAGE, Paragraph, folded, paragraphs
from provenance.reporting.diff.views import DiffColumn, Markers, side_by_side
from provenance.reporting.html.lead import Lead, lead
from provenance.reporting.html.texts import cut
from provenance.reporting.records import Record
from provenance.text.document import Passage, whole
from provenance.text.selectors import fragment_link

_FIRST_WORDS = 90  # code points of an excerpt in its heading
_NOBODY = "nobody named"
_OF_WHOLES = frozenset(map(str, (FindingKind.ATTRIBUTION, FindingKind.SOURCE)))
_Extent = tuple[int, int, int]  # where the words of a row begin and end, and its number


class Column(NamedTuple):
    """A stretch of one text, set."""

    paragraphs: tuple[Paragraph, ...]  # its paragraphs
    where: str = ""  # where it stands in its document, in words; empty where that cannot be said
    moved: int = 0  # the number of the moved passage that it is; 0 for none


class Card(NamedTuple):
    """One excerpt."""

    anchor: str  # its name on the page, the same in every report on the same words
    record: Record  # what the JSON report says of it
    words: str  # its first words
    lead: Lead  # how the article introduces it, or what it says behind it
    article: Column  # its own text
    sources: tuple[Column, ...]  # the source's, the passages that were moved after the others
    findings: "tuple[FindingView, ...]"  # graver than a note, the gravest first
    notes: "tuple[FindingView, ...]"  # the others
    outlet: str  # the host of the source, else whose words they are said to be
    article_link: str | None  # the address that opens the article at the excerpt, or None
    source_link: str | None  # the address that opens the source at the gravest finding, or None
    pdf: str  # that the source is a PDF, with its pages, or when it is spoken; else empty
    reason: str  # why it is unchecked, or how the source was chosen; empty if there is nothing to say
    end_unclear: bool  # whether neither the article nor the source shows where it ends
    cleared: bool  # whether nobody needs to look at it: it is shown folded

    @property
    def severities(self) -> tuple[str, ...]:
        """The severities of the findings that nobody accepted."""
        found = [*self.findings, *self.notes]
        standing = (
            view.record["severity"]
            for view in found
            if view.record["accepted"] is None and not view.record["known"]
        )
        return tuple(dict.fromkeys(standing))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all findings, each once."""
        return tuple(dict.fromkeys(view.record["code"] for view in (*self.findings, *self.notes)))


def card(excerpt: Record, article: Record, texts: ComparedTexts, anchor: str) -> Card:
    """An excerpt of an article as the page shows it."""
    graver, notes = _graded(excerpt["findings"])
    views = tuple(map(FindingView, graver, _letters(len(graver))))
    rows = diff_rows(texts)
    markers = finding_markers(rows, views)
    own, sources = side_by_side(rows, markers)
    marked = {letter for letters in markers.values() for letter in letters}
    target = (excerpt["attribution"] or {}).get("link")
    links = [link for link in article["links"] if target and link["url"] == target]
    return Card(
        anchor,
        excerpt,
        beginning(one_line(excerpt["text"][:400]), _FIRST_WORDS),
        lead(texts.passages[0].document, excerpt, links),
        _column(own),
        tuple(map(_column, sources)),
        tuple(view if view.letter in marked else FindingView(view.record) for view in views),
        tuple(map(FindingView, notes)),
        _outlet(excerpt),
        _link(article["url"], texts.passages),
        _source_link(excerpt["source"], _telling(texts, graver)),
        _pdf(excerpt["source"]),
        _reason(excerpt),
        excerpt["boundary"] == Boundary.UNCLEAR and not places.holds_end(texts.passages, texts.placements),
        _is_cleared(excerpt, graver),
    )


def _is_cleared(excerpt: Record, graver: Sequence[Record]) -> bool:
    standing = [finding for finding in graver if finding["accepted"] is None and not finding["known"]]
    return excerpt["verdict"] in CLEAN and not standing and not excerpt["hidden"]


def _graded(findings: Sequence[Record]) -> tuple[list[Record], list[Record]]:
    ranks = {severity.label: severity for severity in Severity}
    ordered = sorted(findings, key=lambda finding: -ranks[finding["severity"]])
    graver = [finding for finding in ordered if finding["severity"] != Severity.NOTE.label]
    return graver, ordered[len(graver) :]


def _letters(count: int) -> list[str]:
    """``a`` to ``z``, then ``aa``, ``ab`` and on, as far as two letters reach."""
    return [
        (ascii_lowercase[number // 26 - 1] if number >= 26 else "") + ascii_lowercase[number % 26]
        for number in range(min(count, 26 * 27))
    ] + [""] * (count - 26 * 27)


def _column(column: DiffColumn) -> Column:
    where = places.paragraphs_of([column.passage]) if column.passage else None
    of_column = paragraphs(column.segments, unbroken_over=PAGE.changed[0])
    return Column(tuple(folded(each, PAGE) for each in of_column), where or "", column.moved)


def _outlet(excerpt: Record) -> str:
    named = (excerpt["attribution"] or {}).get("outlet")
    return host(excerpt["source"]["url"]) or (one_line(named) if named else _NOBODY)


def host(url: str | None) -> str:
    """The host of a web address, without ``www.``; empty if it is none."""
    if not url or not is_safe_link(url):
        return ""
    return (address_parts(url).hostname or "").removeprefix("www.")


def _link(url: str | None, passages: Sequence[Passage]) -> str | None:
    """The address that opens a page at a passage, if it is one that may become a link."""
    if not url or not passages:
        return None
    link = fragment_link(url, whole(passages))
    return next((each for each in (link, url) if is_safe_link(each)), None)


def _source_link(source: Record, passages: Sequence[Passage]) -> str | None:
    """The same for a source, which may be a PDF."""
    url = source["url"]
    opened = url and is_safe_link(url) and places.opening(url, source.get("pdf_pages"), source.get("second"))
    return opened or _link(url, passages)


def _pdf(source: Record) -> str:
    pages, second = source.get("pdf_pages"), source.get("second")
    if second is not None:
        return f"spoken {places.second_told(second)}"
    if pages is None:
        return ""
    return f"a PDF, {places.told_pages(pages)}" if pages else "a PDF"


def _telling(texts: ComparedTexts, graver: Sequence[Record]) -> tuple[Passage, ...]:
    """The place of the source that tells most: the gravest finding's, else where the excerpt begins."""
    place = next((finding["source"] for finding in graver if finding["source"]), None)
    if place and texts.source:
        return (places.around(cut(texts.source, place)),)
    return tuple(placement.source for placement in texts.placements[:1])


def _reason(excerpt: Record) -> str:
    """Why an excerpt is unchecked: the reason given, or what a finding on its source says."""
    said: str = excerpt["source"]["reason"] or ""
    if said or excerpt["verdict"] != str(Verdict.UNCHECKED):
        return said
    told = (finding["message"] for finding in excerpt["findings"] if finding["kind"] == "source")
    return next(told, "")


class FindingView(NamedTuple):
    """A finding, with the letter that marks its words in the columns (empty where none are marked)."""

    record: Record
    letter: str = ""


def finding_markers(rows: Diff, views: Iterable[FindingView]) -> Markers:
    """The letters of the findings whose words a changed row shares, in either text; an empty place shares none."""
    changed = [
        (number, row)
        for number, row in enumerate(rows, start=1)
        if row.kind in {RowKind.CHANGED, RowKind.DECLARED}
    ]
    extents = {
        "excerpt": sorted((row.quoted.span.start, row.quoted.span.end, number) for number, row in changed),
        "source": sorted(
            (one.span.start, one.span.end, number) for number, row in changed for one in row.source
        ),
    }
    letters: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for view in views:
        is_of_words = view.record["kind"] not in _OF_WHOLES
        for side, of_side in extents.items():
            start, end = view.record[side]["span"] if view.record[side] else (0, 0)
            for number in _sharing(of_side, start, end) if view.letter and is_of_words else ():
                letters[number][view.letter] = None
    return {number: tuple(found) for number, found in letters.items()}


def _sharing(extents: Sequence[_Extent], start: int, end: int) -> Iterable[int]:
    """The numbers of the rows that share words with a span; rows hardly overlap, so that few are looked at."""
    at = max(0, bisect_right(extents, (start, 0, 0)) - 1)
    while at < len(extents) and extents[at][0] < end:
        first, last, number = extents[at]
        if max(first, start) < min(last, end):
            yield number
        at += 1
