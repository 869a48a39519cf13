"""Citing: the references that an article gives for each candidate, put into its attribution."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from provenance.articles.article import Article, Link, ReferenceEntry
from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.model import CERTAIN, Attribution, Candidate, Citation, Markup, Shape
from provenance.excerpts.references.binding import Binder, Binding
from provenance.excerpts.references.resolving import ReferenceResolver, entry_citation, family_names
from provenance.languages.cues import language
from provenance.text.document import Passage
from provenance.text.folding import fold_word
from provenance.text.span import Span

_HOST = re.compile(
    r"[(\[][^()\[\]\n]{0,24}?\b((?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,10})((?:/[^\s()\[\]]{0,200})?)[)\]]",
    re.IGNORECASE,
)
_CITATION = re.compile(r"\s{0,2}[(\[（][^()\[\]（）\n]{1,120}[)\]）][.。]?\Z")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Shapes that may be quotations in a note.
_SHOWN = frozenset((Shape.ELEMENT, Shape.MARKS, Shape.MARKED_PARAGRAPHS))
_BEFORE_TITLE = re.compile(r"(?<!\w)[A-ZÀ-ÞА-Я][\w.'’-]{0,30}, [“„«\"]$")  # "John Moretta, “"
_BEHIND_TITLE = re.compile(r"[?!]?,?[”“»\"],? (?:in )?[^\W\d_]")  # ",” Civil War History 45"
_LAST = 2  # blocks at the end of an article of which one may name its only source
_SEVERAL_NOTES = 3
_NEAR = 40  # characters behind a quotation
_STEM = 4  # letters that the forms of a name share
_COLONS = (":", "：")


class Citer:
    """Says of the candidates of one article which references it gives for them."""

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self._annotated = annotated
        self._binder = Binder(annotated)
        self._resolver = ReferenceResolver(annotated)

    def cited(self, candidate: Candidate, told: Attribution) -> Attribution:
        """An attribution with the references given for its candidate; its link is then the first address of these."""
        entry = self._entry_quoting(candidate)
        if entry is not None:
            return self._with_works(candidate, told, (entry_citation(entry),))
        binding = self._binder.binding(candidate)
        found = tuple(dict.fromkeys(self._works(binding)))
        if not binding and not found and told.link is None:
            found = self._only_source
        if not found:
            cites = binding.direct or self._cites_by_notes
            is_foreign = cites and not self._is_near(told.link, candidate, binding)
            told = replace(told, link=None) if is_foreign else told
            unlisted = next((call.key for call in binding.calls if not self._resolver.has(call.key)), "")
            is_named_nowhere = bool(unlisted) and told.link is None
            return replace(told, is_noted=True, unlisted=unlisted) if is_named_nowhere else told
        return self._with_works(candidate, told, found)

    def _with_works(
        self, candidate: Candidate, told: Attribution, found: tuple[Citation, ...]
    ) -> Attribution:
        link = next((one.address for one in found if one.address), None)
        told = told if self._is_named_surely(candidate, told, found[0]) else _named(told, found[0])
        # An author in full, where the family name alone is told.
        full = (one for one in found[0].authors if one.split()[1:] and one.split()[-1] == told.speaker)
        speaker = next(full, told.speaker)
        return replace(told, speaker=speaker, citations=found, link=link, is_noted=True)

    def _is_named_surely(self, candidate: Candidate, told: Attribution, work: Citation) -> bool:
        """Whether the article's own words name somebody, and no author of the cited work stands in the same sentence."""
        name = told.speaker or told.outlet or ""
        if told.cue is None or not told.is_certain or self._is_key(name) or self._is_thing(name):
            return False
        if not self._names(told.cue, name) or self._is_anothers(candidate, told.cue.span):
            return False
        text = self._annotated.text
        around = (
            text[candidate.lead_in.start : candidate.span.start]
            + text[candidate.span.end : candidate.tail.end]
        )
        families = family_names(work.authors) - set(map(fold_word, name.split()))
        return bool(name) and families.isdisjoint(map(fold_word, _WORD.findall(around)))

    def _is_thing(self, name: str) -> bool:
        """Whether a name is a mere noun and no office: "the account says"."""
        titles = language(self._annotated.language).titles
        return name.islower() and not any(word in titles for word in map(fold_word, _WORD.findall(name)))

    def _names(self, cue: Passage, name: str) -> bool:
        """Whether a cue has a word of a name, in any of its forms, or a pronoun; else it is somebody's who only stands near."""
        words = [*map(fold_word, _WORD.findall(cue.text))]
        pack = language(self._annotated.language)
        if any(word in forms for word in words for forms in pack.personal) or not pack.spaced:
            return True
        stems = {word[:_STEM] for word in map(fold_word, _WORD.findall(name))}
        return any(word[:_STEM] in stems for word in words)

    def _is_anothers(self, candidate: Candidate, cue: Span) -> bool:
        """Whether a cue says of a neighbour whose it is: it leads on to the next quotation, or ends the sentence of the one before."""
        if cue.start >= candidate.span.end:
            return self._annotated.cut(cue).endswith(_COLONS) or self._binder.is_in_note(cue)
        own, other = map(self._annotated.sentence_at, (candidate.span.start, cue.start))
        if own is None or other is None or other.end > own.start:
            return False
        is_tail = self._has_words(other.start, cue.start)
        is_block = candidate.markup is not Markup.INLINE
        return is_tail and (is_block or self._has_words(own.start, candidate.span.start))

    def _has_words(self, start: int, end: int) -> bool:
        return _WORD.search(self._annotated.text, start, end) is not None

    def _is_key(self, name: str) -> bool:
        """Whether what looks like a name is the key of an entry: "@lee2031"."""
        return name.startswith("@") and self._resolver.has(name[1:])

    def _is_near(self, link: str | None, candidate: Candidate, binding: Binding) -> bool:
        """Whether the sentence of a candidate has a link that is no call: a note that cites nothing takes it from nobody."""
        around = Span(candidate.lead_in.start, max(candidate.span.end, candidate.tail.end))
        return any(
            one.href == link and not any(call.span.overlaps(one.span) for call in binding.calls)
            for one in self._annotated.links_in(around)
        )

    @cached_property
    def _cites_by_notes(self) -> bool:
        """Whether an article gives its sources in notes, so that its links on names lead elsewhere."""
        cited = (note for note in self._annotated.article.notes if self._resolver.citations(note.key))
        return len(tuple(islice(cited, _SEVERAL_NOTES))) == _SEVERAL_NOTES

    @cached_property
    def _only_source(self) -> tuple[Citation, ...]:
        """The one source that an article without calls and links names in its last line."""
        article, blocks = self._annotated.article, self._annotated.blocks
        entry = article.references[0] if len(article.references) == 1 else None
        if entry is None or entry.span is None or not entry.address or len(article.links) > 1:
            return ()
        is_called = any(self._resolver.has(call.key) for call in article.calls)
        is_last = blocks[max(0, len(blocks) - _LAST)].span.start <= entry.span.start
        return (entry_citation(entry),) if is_last and not is_called else ()

    def _works(self, binding: Binding) -> Iterator[Citation]:
        label, known = binding.label, self._resolver
        if label is not None:
            host = _HOST.search(self._annotated.text, max(0, label.start - _NEAR), label.end + 1)
            if host is not None and "://" not in host[0] and not binding.markers:
                yield Citation(container=host[1], address=f"https://{host[1]}{host[2]}")
            stated = known.stated(label)
            yield from stated
            if any(work.address for work in stated):
                return
        for one in binding.markers:
            yield from known.linked(one) if isinstance(one, Link) else known.citations(one.key)

    def without_references(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates that are no notes, entries or titles in them; a block that cites several works is several."""
        kept = (one for one in candidates if not self._is_note(one) and not self._is_title(one))
        return [self._without_citation(piece) for one in kept for piece in self._binder.pieces(one)]

    def _without_citation(self, candidate: Candidate) -> Candidate:
        """A block without the citation in brackets with which it ends: "… on land. (Lee 2031, 14)"."""
        last = candidate.passages[-1]
        group = _CITATION.search(last.text) if candidate.markup is not Markup.INLINE else None
        if group is None:
            return candidate
        start = last.span.start + group.start()
        said, cited = Span(last.span.start, start), Span(start, last.span.end)
        kept = (replace(last, span=said),) if _WORD.search(last.text, 0, group.start()) else ()
        passages = (*candidate.passages[:-1], *kept)
        if not passages or not self._binder.calls_in(cited):
            return candidate
        inner = candidate.inner if kept else (*candidate.inner, cited)
        return replace(candidate, passages=passages, inner=inner)

    def _is_note(self, candidate: Candidate) -> bool:
        """Whether a candidate is nothing but notes or entries, which no mark and no element shows to be quoted."""
        noted = all(self._binder.is_in_note(passage.span) for passage in candidate.passages)
        return noted and candidate.shape not in _SHOWN

    def _is_title(self, candidate: Candidate) -> bool:
        """Whether a candidate is the title of a work in a note or an entry: its first, or one before the name of what holds it."""
        if not self._binder.is_in_note(candidate.span):
            return False
        entry = self._resolver.entry_at(candidate.span)
        said, title = _folded(candidate.text), _folded(entry.title if entry else None)
        if title and (said in title or (title in said and len(said) < 2 * len(title))):
            return True
        text, span = self._annotated.text, candidate.span
        before, behind = text[max(0, span.start - _NEAR) : span.start], text[span.end - 1 : span.end + _NEAR]
        is_listed = _BEFORE_TITLE.search(before) and _BEHIND_TITLE.search(behind)
        return bool(is_listed) and candidate.text[:1].isupper()

    def _entry_quoting(self, candidate: Candidate) -> ReferenceEntry | None:
        """The entry or note in which a candidate stands behind the title of a work: its words are quoted from that."""
        entry = self._resolver.entry_at(candidate.span) if self._binder.is_in_note(candidate.span) else None
        if entry is None or not entry.title or entry.span is None:
            return None
        title = self._annotated.text.find(entry.title, entry.span.start, entry.span.end)
        return entry if 0 <= title < candidate.span.start else None


def _named(told: Attribution, work: Citation) -> Attribution:
    """An attribution that names whom the reference names, which is never certain enough to accuse."""
    if not (work.authors or work.container or work.title):
        return told
    speaker = work.authors[0] if work.authors else None
    # Else three words would be traced for a name in a note.
    own = told.is_certain and (told.speaker or told.outlet)
    certainty = CERTAIN if told.cue is None or own else 0.0
    return replace(told, speaker=speaker, outlet=work.container, work=work.title, certainty=certainty)


def article_citations(article: Article) -> tuple[Citation, ...]:
    """The works that the notes and lists of references of an article give, each once, in the order of their calls."""
    if not article.calls and not article.references:
        return ()
    resolver = ReferenceResolver(AnnotatedArticle(article))
    keys = dict.fromkeys(call.key for call in article.calls)
    called = [work for key in keys for work in resolver.citations(key)]
    listed = [entry_citation(one) for one in article.references if one.span is not None and one.address]
    unique: dict[object, Citation] = {}
    for work in (*called, *listed):
        unique.setdefault(work.address or (work.authors, work.title), work)
    return tuple(unique.values())


def _folded(words: str | None) -> str:
    return " ".join(fold_word(word.strip(".,;:!?")) for word in (words or "").split())
