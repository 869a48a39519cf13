"""Resolving: from a call to its note, over short forms, "ibid." and "supra note 4", to the work and its address."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from provenance.articles.article import Link, Note, NoteKind, ReferenceEntry
from provenance.articles.notes.entries import addresses_of, cites_other, read_entry, without_number
from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.model import Citation
from provenance.languages.apparatus import vocabulary
from provenance.text.folding import fold_word
from provenance.text.language import function_words
from provenance.text.span import Span

_DEEPEST = 6  # steps from a call to a work
_MOST_WORKS = 12  # of one note
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_AGAIN = re.compile(
    r"[\s(]{0,3}(?:see |see, e\.g\., )?(?:ibid(?:em)?\b|id\.|idem\b|ebd\b|ebda\b|ebenda\b|a\.\s?a\.\s?O|ibíd|ivi\b|там же|同上|同書|(?:the )?same\b|as above|wie vor|dass\.|lo mismo|même)",
    re.IGNORECASE,
)
_NOTE_NUMBER = re.compile(
    r"(?:supra|above|see|s\.|vgl\.|oben|siehe|voir|cit\.?|véase|vedi|прим\.?),?\s(?:at\s)?(?:note|notes|n\.|nn\.|fn\.?|anm\.|note de bas de page|nota|noot)\s?(\d{1,4})"
    r"|(?:note|n\.|fn\.|anm\.|nota)\s?(\d{1,4})\s(?:above|supra|oben|ci-dessus|arriba)"
    r"|\(n\s?(\d{1,4})\)",
    re.IGNORECASE,
)
_PIECE = re.compile(
    r";\s(?=[^\W\d_]|[\"“„«])|(?<=\w{2}[.)])\s(?=[^\W\d_]{2,20}\s(?:also|generally|auch|aussi|también|anche|ook|även)\b)|(?<=[.)])\s(?=(?:But|Cf|Compare|Contra|Vgl|On|For|Zur?)\b)"
)
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]{1,300}[”“»\"]")
_FEWEST_PROSE = 6  # words in lower case before a link, outside titles
_PROSE = 0.3  # share of them that are function words
_KEY_NUMBER = re.compile(r"(?<![\w])(?<!\d-)\d{1,4}\Z|(?<=fn|ot|te)\d{1,4}\Z")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_SHARED = 0.6  # share of the names in a short form that the full one must have
_MOST_NOTES = 200  # before a short form that are looked at
_LONGEST_SHORT_FORM = 14  # words


class ReferenceResolver:
    """Follows the calls of one article."""

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self._article = annotated.article
        self._text = annotated.text
        self._links = annotated.links_in
        small = (function_words().get(code, frozenset()) for code in (annotated.language, "en"))
        self._small = frozenset().union(*small)
        self._calls = sorted(self._article.calls, key=lambda call: call.span)
        called = dict.fromkeys(call.key for call in self._calls)
        notes = {note.key: note for note in self._article.notes}
        self._notes: dict[str, Note] = {key: notes[key] for key in called if key in notes} | notes
        self._entries = {entry.key: entry for entry in self._article.references if entry.key}
        self._numbers = dict(self._numbered())
        self._order = [*self._notes, *(key for key, entry in self._entries.items() if entry.span)]
        self._places = {key: place for place, key in enumerate(self._order)}
        self._works = [
            (
                _telling_words(" ".join((*entry.authors, entry.title or "", entry.container or ""))),
                entry_citation(entry),
            )
            for entry in self._article.references
        ]
        self._said: dict[str, set[str]] = {}
        self._known: dict[str, tuple[Citation, ...]] = {}
        self._depth = 0

    def citations(self, key: str) -> tuple[Citation, ...]:
        """The works to which a call leads, in the order of the note; none where it cites none for what it stands behind."""
        # Those before come first, in order: else every "ibid." of a chain would be a step deeper.
        for each in () if self._depth else self._order[: self._places.get(key, 0)]:
            self._follow(each)
        self._follow(key)
        return self._known[key]

    def _follow(self, key: str) -> None:
        if key not in self._known:
            self._known[key] = ()  # a note that leads to itself leads nowhere
            self._depth += 1
            if self._depth <= _DEEPEST:
                self._known[key] = tuple(self._followed(key))[:_MOST_WORKS]
            self._depth -= 1

    def has(self, key: str) -> bool:
        """Whether a note or an entry has this key."""
        return key in self._notes or key in self._entries

    def linked(self, link: Link) -> tuple[Citation, ...]:
        """The page to which a link leads that is set as a call is."""
        found = addresses_of([link])
        if not found.works and not found.doi:
            return ()
        shown = self._text[link.span.start : link.span.end].strip("[]() ")
        entry = next((one for one in self._article.references if one.address == link.href), None)
        told = entry_citation(entry) if entry else Citation(title=shown if " " in shown else None)
        address = found.works[0].href if found.works else f"https://doi.org/{found.doi}"
        return (replace(told, address=address, archive=found.archive),)

    def stated(self, span: Span) -> tuple[Citation, ...]:
        """The works that a piece of text states, as one behind "Source:" does."""
        return tuple(self._pieces(span))

    def entry_at(self, span: Span) -> ReferenceEntry | None:
        """The entry, or the note read as one, in which a span stands."""
        for entry in self._article.references:
            if entry.span is not None and entry.span.covers(span):
                return entry
        notes = (note.span for note in self._article.notes if note.span.covers(span))
        return next(map(self._read, notes), None)

    def _read(self, span: Span) -> ReferenceEntry:
        return read_entry(self._text, span, self._links(span), emphasis=self._article.emphasis or ())

    def _followed(self, key: str) -> Iterator[Citation]:
        entry = self._entries.get(key)
        if entry is not None:
            yield from self._entered(entry)
            return
        note = self._notes.get(key)
        if note is None or note.kind is NoteKind.REMARK:
            return
        first, last = (
            bisect_left(self._calls, at, key=lambda call: call.span.start)
            for at in (note.span.start, note.span.end)
        )
        nested = [call.key for call in self._calls[first:last] if call.key != key and self.has(call.key)]
        words = without_number(self._text, note.span).of(self._text)
        again = _AGAIN.match(words) or _NOTE_NUMBER.search(words)  # "ibid [17]" gives a paragraph's number
        if nested and not again:
            for inner in dict.fromkeys(nested):
                yield from self.citations(inner)
            return
        yield from self._pieces(note.span, key)

    def _entered(self, entry: ReferenceEntry) -> Iterator[Citation]:
        """The work of an entry; where it only repeats another ("Ibid., 9."), that one's."""
        span = without_number(self._text, entry.span) if entry.span else Span(0, 0)
        words = self._text[span.start : span.end]
        if not entry.address and (_AGAIN.match(words) or _NOTE_NUMBER.search(words)):
            yield from self._piece(span, entry.key)
        elif not cites_other(words):
            yield entry_citation(entry)

    def _pieces(self, span: Span, key: str = "") -> Iterator[Citation]:
        text = self._text[: span.end]
        cuts = [span.start, *(match.end() for match in _PIECE.finditer(text, span.start)), span.end]
        for number, (start, end) in enumerate(pairwise(cuts)):
            piece = Span(start, end).stripped(text)
            if len(piece) and (not number or self._is_citation(piece)):
                found = tuple(self._piece(piece, key))
                yield from found if not number else (one for one in found if one.address)

    def _is_citation(self, piece: Span) -> bool:
        """Whether a later piece of a note may cite: it has a link, or is short."""
        words = self._text[piece.start : piece.end].split()
        return bool(self._links(piece)) or len(words) <= _LONGEST_SHORT_FORM

    def _piece(self, piece: Span, key: str) -> Iterator[Citation]:
        words = self._text[piece.start : piece.end]
        if cites_other(words):
            return
        links = list(self._links(piece))
        if key and not links and _AGAIN.match(words):
            yield from self._before(key)
            return
        number = _NOTE_NUMBER.search(words)
        if number and key:
            target = self._numbers.get(int(next(filter(None, number.groups()))))
            if target is not None and target != key:
                yield from self.citations(target)
                return
        entry = self._read(piece)
        if entry.address:
            if not self._is_prose(piece, links, entry):
                yield entry_citation(entry)
            return
        short = len(words.split()) <= _LONGEST_SHORT_FORM or entry.title
        if short and (known := self._same_work(words, key)):
            yield known
        elif (entry.title or entry.authors) and not self._is_prose(piece, links, entry):
            yield entry_citation(entry)

    def _before(self, key: str) -> tuple[Citation, ...]:
        """The work of the note before; none where it cites several."""
        at = self._places.get(key, 0)
        found = self.citations(self._order[at - 1]) if at else ()
        return found if len({one.address for one in found}) <= 1 else ()

    def _same_work(self, words: str, key: str) -> Citation | None:
        """The entry, or the note before, that gives in full what a short form names; None where several might."""
        said = _telling_words(words) - self._small
        place = self._places.get(key, 0)
        full = self._works + [
            (self._telling(one), work)
            for one in self._order[max(0, place - _MOST_NOTES) : place]
            for work in self._known.get(one, ())[:1]
        ]
        year = _YEAR.search(words)
        shares: dict[str, tuple[float, Citation]] = {}
        for theirs, work in full:
            share = len(said & theirs) / len(said) if said else 0.0
            name = work.address or work.title or ""
            fits = not year or not work.year or work.year[:4] == year[0]
            if fits and share >= _SHARED and share >= shares.get(name, (0.0, work))[0]:
                shares[name] = (share, work)
        best = max((share for share, _ in shares.values()), default=0.0)
        fitting = [work for share, work in shares.values() if share == best]
        addressed = [work for work in fitting if work.address] or fitting
        return addressed[0] if len(addressed) == 1 else None

    def _telling(self, key: str) -> set[str]:
        if key not in self._said:
            span = self._notes[key].span
            self._said[key] = _telling_words(self._text[span.start : span.end])
        return self._said[key]

    def _is_prose(self, piece: Span, links: Sequence[Link], entry: ReferenceEntry) -> bool:
        """Whether a piece of a note tells something, and its link leads to something else: no names, year or title before it."""
        named = any(" " in self._text[link.span.start : link.span.end] for link in links)
        if named or entry.authors or entry.year or self._is_set_title(piece, entry):
            return False
        first = min((link.span.start for link in links), default=piece.end)
        lead = _QUOTED.sub(" ", self._text[piece.start : first])
        if lead.strip().endswith((":", "：")):
            return False
        lower = [word for word in _WORD.findall(lead) if word[:1].islower()]
        small = sum(word.casefold() in self._small for word in lower)
        return len(lower) >= _FEWEST_PROSE and small >= _PROSE * len(lower)

    def _is_set_title(self, piece: Span, entry: ReferenceEntry) -> bool:
        """Whether the title of an entry is set in italics and has several words."""
        italics = self._article.emphasis or ()
        titles = (self._text[one.start : one.end] for one in italics if piece.covers(one))
        return " " in (entry.title or "") and any(title.strip(".,") == entry.title for title in titles)

    def _numbered(self) -> Iterator[tuple[int, str]]:
        """The number of each note: as its call shows it, else by its place."""
        shown: dict[str, int] = {}
        for call in self._article.calls:
            mark = call.span.of(self._text)
            digits = re.search(r"\d{1,4}", mark) or _KEY_NUMBER.search(call.key)
            if digits and call.key not in shown and self.has(call.key):
                shown[call.key] = int(digits[0])
        for place, key in enumerate(self._notes, start=1):
            yield shown.pop(key, place), key
        yield from ((number, key) for key, number in shown.items())


def entry_citation(entry: ReferenceEntry) -> Citation:
    """An entry as what an excerpt is said to be from."""
    return Citation(
        authors=entry.authors,
        title=" ".join(entry.title.split()) if entry.title else None,
        container=entry.container,
        year=entry.year,
        address=entry.address or (f"https://doi.org/{entry.doi}" if entry.doi else None),
        archive=entry.archive,
    )


def family_names(authors: Sequence[str]) -> set[str]:
    """The family names of authors: the last word of each, and all words of a body's name."""
    words = [list(map(fold_word, _WORD.findall(author))) for author in authors]
    return {one[-1] for one in words if one}


def _telling_words(words: str) -> set[str]:
    """The names in a piece of text: its words in capitals, of three letters and more."""
    return {
        fold_word(word) for word in _WORD.findall(words) if word[:1].isupper() and len(word) >= 3
    } - vocabulary("see")
