"""Binding: which calls of notes, and which links set like them, belong to a quotation and to none of its neighbours."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from provenance.articles.article import Link, NoteCall
from provenance.excerpts.annotation.article import RUNNING, AnnotatedArticle
from provenance.excerpts.model import Candidate, Markup
from provenance.languages.apparatus import vocabulary
from provenance.text.document import BlockKind
from provenance.text.folding import fold_word
from provenance.text.span import Span

_GROUP = re.compile(r"[\[(（【][^\[\]()（）【】\n]{0,120}[\])）】]")
_OPEN_GROUP = re.compile(r"[(\[（][^()\[\]（）\n]{0,80}\Z")  # before the call in "(Lee 2031, 14)"
_NUMBER = re.compile(r"[\[(\s]{0,3}(?:\d{1,3}|[¹²³⁰⁴-⁹]{1,3}|[*†‡§])[\])\s]{0,3}")
_CLOSING = re.compile(r"[\s”»“’'\"*_)\].,;:!?…–—\-\u00a0\u202f¹²³⁰⁴-⁹」』》。，\[(]{0,80}")
_AFTER_LINK = re.compile(r"[\s\])】*_”\"]{0,6}(?:[.;。]|\Z|\n|[\[(【¹²³]|,?\s(?=[\[(]))")
_LABEL = re.compile(r"(?:^|[\s(\[*|–—-])([^\W\d_]{3,24})\s?\*{0,2}[:：]\*{0,2}[ \u00a0]")
_COLONS = (":", "：")
_COLON = re.compile("[:：]")
_LONGEST_LINE = 40  # words of a line behind a block that says where it is from
_MOST_INSERTED = 4  # notes between a quotation and its call
_MOST_CELLS = 8  # beside one that are looked at
_FARTHEST = 2  # blocks behind one in which "Source:" may stand
_DASHES = ("—", "–", "―", "--", "(", "[", "【", "~", "-", "•")


@dataclass(frozen=True, slots=True)
class Binding:
    """What belongs to a quotation."""

    # Calls of notes and entries, and links that are set as calls are, in order.
    markers: tuple[NoteCall | Link, ...] = ()
    direct: bool = False  # whether they stand right behind the quotation
    label: Span | None = None  # the span of a line that names the source ("Source: …"), or None

    @property
    def calls(self) -> tuple[NoteCall, ...]:
        """The calls among its markers."""
        return tuple(one for one in self.markers if isinstance(one, NoteCall))

    def __bool__(self) -> bool:
        return bool(self.markers or self.label)


class Binder:
    """Binds the calls and links of one article to its candidates."""

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self._annotated = annotated
        self._text = annotated.text
        article = annotated.article
        notes = [note.span for note in article.notes]
        self._noted = sorted([*notes, *(one.span for one in article.references if one.span)])
        inserted = {piece.span for piece in article.document.apparatus}
        self._inserted = sorted(inserted.intersection(notes))
        numbered = (link for link in article.links if _NUMBER.fullmatch(annotated.cut(link.span)))
        addressed = (link for link in numbered if "://" in link.href)
        markers: list[NoteCall | Link] = [*article.calls, *addressed]
        self._markers = sorted(markers, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._markers]

    def is_in_note(self, span: Span) -> bool:
        """Whether a span stands in a note or in an entry."""
        at = bisect_left(self._noted, span.end, key=lambda one: one.start)
        return any(one.covers(span) for one in self._noted[max(0, at - 8) : at])

    def calls_in(self, span: Span) -> bool:
        """Whether a note or an entry is called in a stretch of text."""
        return any(isinstance(one, NoteCall) for one in self._markers_in(span.start, span.end))

    def pieces(self, candidate: Candidate) -> list[Candidate]:
        """A block as one candidate, or as several where its paragraphs end with calls of different notes."""
        if candidate.markup is Markup.INLINE or len(candidate.passages) == 1:
            return [candidate]
        ends = [self._behind(passage.span, inside=True).calls for passage in candidate.passages]
        if len({call.key for calls in ends for call in calls}) <= 1:
            return [candidate]
        pieces: list[Candidate] = []
        start = 0
        for stop, calls in enumerate(ends, start=1):
            if calls or stop == len(ends):
                passages = candidate.passages[start:stop]
                first, last = (self._annotated.block_at(passages[at].span.start) for at in (0, -1))
                pieces.append(replace(candidate, passages=passages, blocks=range(first, last + 1)))
                start = stop
        return pieces

    def binding(self, candidate: Candidate) -> Binding:
        """What belongs to a candidate; of its own calls the nearest kind alone."""
        steps = self._inline(candidate) if candidate.markup is Markup.INLINE else self._block(candidate)
        for step in steps:
            if step:
                return step
        return self._labelled(candidate)

    def _inline(self, candidate: Candidate) -> Iterator[Binding]:
        span = candidate.span
        yield self._behind(span)
        for first, second in pairwise(candidate.passages):
            yield Binding(tuple(self._markers_in(first.span.end, second.span.start)))
        if self._annotated.blocks[candidate.blocks.start].kind is BlockKind.CELL:
            yield self._in_row(candidate)
            return
        end = self._sentence_end(candidate) + 1
        stop = self._next_quotation(span.end, end - 1)
        yield Binding(self._together(self._markers_in(span.end, end if stop is None else stop)))
        # At the end of the sentence, if no quotation there has its own words behind.
        shared = self._together(self._markers_in(stop or end, end)[::-1])[::-1]
        yield Binding(() if shared and self._has_words(shared[-1].span.end, end - 1) else shared)
        yield self._before(self._sentence_start(candidate), span.start)

    def _block(self, candidate: Candidate) -> Iterator[Binding]:
        span = candidate.span
        last = candidate.passages[-1].span
        yield self._behind(last, inside=True)
        for inner in candidate.inner:
            yield self._all_in(inner)
        if len(candidate.passages) > 1 or candidate.inner:
            inside = Binding(tuple(self._markers_in(span.start, span.end)), direct=True)
            if len({call.key for call in inside.calls}) == 1:
                yield inside
        behind = self._line_behind(candidate)
        if behind is not None:
            yield self._all_in(behind)
        lead = self._lead_sentence(candidate)
        yield self._before(lead.start, lead.end)

    def _behind(self, span: Span, *, inside: bool = False) -> Binding:
        """What stands right behind a quotation, and in a block's last words too."""
        inner = self._markers_in(span.start, span.end) if inside else ()
        tail = (one.span.start for one in inner if not self._has_words(one.span.end, span.end))
        start = at = next(tail, span.end)
        markers: list[NoteCall | Link] = []
        for item in self._pointers_in(start, min(len(self._text), start + 400)):
            before = item.span.start
            if isinstance(item, NoteCall) and (group := _OPEN_GROUP.search(self._text, at, before)):
                before = group.start()
            if self._has_words(at, before) or "\n\n" in self._text[at : item.span.start]:
                break
            if isinstance(item, Link) and not self._is_set_as_call(item, at):
                break
            markers.append(item)
            at = max(at, item.span.end)
        return Binding(tuple(markers), direct=True)

    def _is_set_as_call(self, link: Link, at: int) -> bool:
        """Whether a link right behind a quotation says where it is from: a number, or the end of the sentence."""
        shown = self._text[link.span.start : link.span.end]
        return (
            bool(_NUMBER.fullmatch(shown))
            or "(" in self._text[at - 1 : link.span.start]
            or bool(_AFTER_LINK.match(self._text, link.span.end, link.span.end + 12))
        )

    def _all_in(self, span: Span) -> Binding:
        """The calls and links of a line or a cell that says where a quotation is from."""
        return Binding(tuple(self._pointers_in(span.start, span.end + 1)), direct=True)

    def _before(self, start: int, end: int) -> Binding:
        """The markers that stand together last before a quotation, in its own sentence."""
        markers = self._together(self._markers_in(start, end)[::-1])[::-1]
        between = self._text[start : markers[-1].span.start].rstrip() if markers else ""
        ended = between.endswith((".", "!", "?", "。"))
        return Binding(() if ended else markers)

    def _together(self, markers: Sequence[NoteCall | Link]) -> tuple[NoteCall | Link, ...]:
        """The first of some markers, and those that follow it without words between."""
        for index, (one, other) in enumerate(pairwise(markers), start=1):
            first, second = sorted((one.span, other.span))
            if self._has_words(first.end, second.start):
                return tuple(markers[:index])
        return tuple(markers)

    def _in_row(self, candidate: Candidate) -> Binding:
        """The calls and links in the cells of a row behind a quotation, or before it; else what its last cell says."""
        blocks, at = self._annotated.blocks, candidate.blocks.start
        cells = [
            index
            for index in range(max(0, at - _MOST_CELLS), min(len(blocks), at + _MOST_CELLS))
            if blocks[index].kind is BlockKind.CELL
        ]
        row = [index for index in cells if blocks[index].line == blocks[at].line]
        whole = len(row) > 1
        if not whole:  # a page of elements may give each cell a line of its own
            stop = next(
                (index for index in cells if index > at and self._annotated.quotations_in(index)),
                at + _MOST_CELLS,
            )
            row = [index for index in cells if at - 1 <= index < stop]
        for index in sorted((one for one in row if one != at), key=lambda one: (one < at, -one)):
            if found := self._all_in(blocks[index].span):
                return found
        return Binding(direct=True, label=blocks[row[-1]].span) if whole and row[-1] != at else Binding()

    def _labelled(self, candidate: Candidate) -> Binding:
        """A line that says "Source: …" behind a quotation and before the next one, or "(source: …)" behind it."""
        blocks = self._annotated.blocks
        for index in range(candidate.blocks.stop - 1, min(len(blocks), candidate.blocks.stop + _FARTHEST)):
            span = blocks[index].span
            start = max(span.start, candidate.span.end)
            end = self._next_quotation(start, span.end)
            within = self._text, start, end if end is not None else span.end
            for match in _LABEL.finditer(*within) if _COLON.search(*within) else ():
                if fold_word(match[1]) in vocabulary("reference_lists"):
                    stop = re.compile(r"[)\]\n]" if match[0][0] in "([" else "\n").search(
                        self._text, match.end(), span.end
                    )
                    label = Span(match.end(), min(stop.start() if stop else span.end, match.end() + 600))
                    return replace(self._all_in(label), label=label)
            if end is not None and index >= candidate.blocks.stop:
                break
        return Binding()

    def _sentence_end(self, candidate: Candidate) -> int:
        """Where the sentence ends in which a quotation stands, the calls right behind its stop included."""
        sentence = self._annotated.sentence_at(candidate.span.end - 1)
        end = max(candidate.span.end, sentence.end if sentence else 0)
        block = self._annotated.blocks[candidate.blocks.stop - 1].span
        closing = _CLOSING.match(self._text, end, block.end)
        reached = closing.end() if closing else end
        for call in self._markers_in(end, block.end + 1):
            if call.span.start > reached:
                break
            more = _CLOSING.match(self._text, call.span.end, block.end)
            reached = max(reached, more.end() if more else call.span.end)
        return reached

    def _sentence_start(self, candidate: Candidate) -> int:
        """Where the sentence of a quotation begins, behind the quotation before it."""
        sentence = self._annotated.sentence_at(candidate.span.start)
        start = sentence.start if sentence else candidate.span.start
        quotations = self._annotated.quotations_in(candidate.blocks.start)
        at = bisect_left(quotations, candidate.span.start, key=lambda one: one.outer.end)
        return min(max(start, quotations[at - 1].outer.end if at else 0), candidate.span.start)

    def _lead_sentence(self, candidate: Candidate) -> Span:
        """The last sentence of what leads up to a block, where it announces it."""
        span = candidate.lead_in
        if not self._text[span.start : span.end].rstrip(" [](0123456789)\u00a0").endswith(
            _COLONS
        ) and not self._markers_in(span.end - 1, span.end + 2):
            return Span(span.start, span.start)
        sentence = self._annotated.sentence_at(max(span.start, span.end - 1))
        return Span(max(span.start, sentence.start), span.end + 1) if sentence else span

    def _line_behind(self, candidate: Candidate) -> Span | None:
        """A short line behind a block that says where it is from."""
        blocks, at = self._annotated.blocks, candidate.blocks.stop
        if at >= len(blocks) or blocks[at].kind not in RUNNING:
            return None
        span = blocks[at].span
        text = self._text[span.start : span.end]
        calls = self._markers_in(span.start, span.end)
        short = len(text.split()) <= _LONGEST_LINE
        lone = calls and not any(map(str.isalpha, _GROUP.sub("", text)))
        return span if short and (text.startswith(_DASHES) or lone) and not self.is_in_note(span) else None

    def _next_quotation(self, start: int, end: int) -> int | None:
        index = self._annotated.block_at(start)
        quotations = self._annotated.quotations_in(index) if index >= 0 else ()
        at = bisect_left(quotations, start + 1, key=lambda one: one.outer.start)
        following = quotations[at].outer.start if at < len(quotations) else end
        return following if following < end else None

    def _markers_in(self, start: int, end: int) -> Sequence[NoteCall | Link]:
        return self._markers[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _pointers_in(self, start: int, end: int) -> Sequence[NoteCall | Link]:
        """The markers and all other links of a stretch of text, in order."""
        links = self._annotated.links_in(Span(start, max(start, end)))
        addressed = (link for link in links if "://" in link.href)
        return sorted(dict.fromkeys((*self._markers_in(start, end), *addressed)), key=lambda one: one.span)

    def _has_words(self, start: int, end: int) -> bool:
        """Whether the article says something between two places, brackets apart."""
        for note in self._inserted[bisect_left(self._inserted, Span(start, start)) :][:_MOST_INSERTED]:
            if start <= note.start and note.end <= end:
                return self._has_words(start, note.start) or self._has_words(note.end, end)
        between = _GROUP.sub("", self._text[start:end]) if start < end else ""
        return any(map(str.isalnum, between))
