"""Editorial marks: how an article tells its reader that it left out, put in, or changed something.

The forms are those of Chicago 13.50-13.62, the Bluebook's rule 5, New Hart's Rules 9.3, Duden, the Lexique of the
Imprimerie nationale, the RAE's Ortografía, ABNT NBR 10520 and common newsroom practice.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

from provenance.excerpts.model import EditorialMark, MarkKind
from provenance.files.reading import shipped
from provenance.text.document import Document, Passage
from provenance.text.span import Span

NEARBY = 200
"""Characters before and after an excerpt in which a note such as "(emphasis added)" still speaks of it."""
_GROUP = re.compile(
    r"\[(?P<square>[^\[\]\n]{0,200})\]|\((?P<round>[^()\n]{1,200})\)|<(?P<angle>[^<>\n]{1,40})>"
    r"|（(?P<wide>[^（）\n]{1,200})）|〔(?P<shell>[^〔〕\n]{1,200})〕|［(?P<wide_square>[^［］\n]{1,200})］"
)
_INSERTING = ("square", "shell", "wide_square")
_ROUND = ("round", "wide")
_BESIDE = 4  # characters before a bracket that tell its place
_MOST_INSERTED = 50  # brackets of a passage; each is looked for in the whole source
_INSERTED = 4  # words that tell whether a source has them
# What a bracket may say, by the name in marks.toml; the first match counts.
_CONTENT = {
    MarkKind.ELLIPSIS: "omission",
    MarkKind.SIC: "sic",
    MarkKind.EMPHASIS_ADDED: "emphasis",
    MarkKind.CLEANED_UP: "cleaned_up",
    MarkKind.TRANSLATION: "translation",
}
# A note's number is the source's own.
_CALLOUT = r"(?:\d{1,3}|[a-z*†‡]|(?:note|n|fn|Anm\.|nota) ?\d{1,3}|\d{1,3}[ ,–-]{1,2}\d{1,3})"
_BARE_ELLIPSIS = re.compile(
    r"(?<!\.)\.{3,12}(?!\.)|…{1,4}\.?|(?<![.\w])(?:\. ?|\.\u00a0|\.\u2009){2,4}\.(?!\.)|\.(?:[ \u00a0\u2009]\.){2,4}"
    r"|(?<=\w )\.\.(?= \w)|(?<=[\w.,;:!?”\"’')] )\*(?: ?\*){2}(?= [\w“\"‘'(\[])|(?m:^[ \t]{0,9}(?:\*[ \t]{0,3}){3,5}$)|(?<=[\w.,;:!?”\"’'] )[–—] [–—](?= )|⁂|⋯{1,4}|(?m:^[ \t]{0,9}(?:[·•∙][ \t]{0,3}){3,5}$)|(?m:^[ \t]{0,9}[⋮︙︰][ \t]{0,3}$)"
)
_NOTE_LINE = re.compile(
    r"(?i)\b(?:emphas[ie]s|italics|bold(?:face)?|hervorhebung(?:en)?|cursivas?|negritas?|grifos?|corsivo|курсив|виділення|выделение)"
    r"(?: (?:is|are|es|son|é|è|von|vom))? (?:mine|ours|added|mías?|nuestr[oa]s?|nossos?|mio|nostro|наш|мой|мій|mir|uns|in (?:the )?original|im original|durch die redaktion)\b"
)
_OUTSIDE = frozenset((MarkKind.EMPHASIS_ADDED, MarkKind.CLEANED_UP, MarkKind.TRANSLATION))
# In Italian a bare "…" is the source's own pause; an omission is bracketed.
_PAUSE_LANGUAGES = frozenset(("it",))
# Behind a quotation's sentence a note may stand at the end of so many words that say where the quotation comes from.
_WHENCE: Final = 14
_OPENING: Final = "“«„「『"
_MARKS: Final = frozenset('“”«»„"「」『』')
# A sentence ends, and the abbreviations of a citation end none: "Dunmore v. Hale, 12 F.3d 14 (Orsk Ct. 1988)".
_END: Final = r"[.!?。！？](?=[\s”»\"’')\]]{0,4}\s|[\s”»\"’')\]]{0,4}\Z)"
_BRACKETS: Final = r"[\[(（][^\[\]()（）\n]{0,200}[\])）]"
_LEAD: Final = r"[:：,，]\s{0,4}[“”«»„\"「『‘'‚]?\s{0,4}\Z"


@cache
def _said(name: str) -> re.Pattern[str]:
    """The expressions of that name in marks.toml, compiled once there is a bracket to read."""
    return re.compile("|".join(shipped(__file__, "marks.toml")[name]), re.IGNORECASE)


def find_marks(passages: Sequence[Passage], *, language: str | None = None) -> tuple[EditorialMark, ...]:
    """The editorial marks in an excerpt, and the notes up to 200 characters from it that speak of it ("emphasis added"), in order.

    The language, a BCP 47 primary subtag, tells whether a bare "…" is an omission.
    """
    found = [mark for passage in passages for mark in _inside(passage, language)]
    if passages:
        found.extend(_outside(passages[0], passages[-1]))
    unique = {(mark.passage.span.start, mark.passage.span.end): mark for mark in found}
    return tuple(unique[key] for key in sorted(unique))


def insertions(passages: Sequence[Passage], source: Document) -> Iterator[EditorialMark]:
    """The round brackets of which the source has nothing, beside them or in brackets: some newspapers put words in so."""
    for passage in passages:
        document, span = passage.document, passage.span
        for match in islice(_GROUP.finditer(document.text, span.start, span.end), _MOST_INSERTED):
            shape = match.lastgroup or ""
            if shape not in _ROUND or _kind(match) is not None or re.fullmatch(_CALLOUT, match[shape]):
                continue
            if match[shape].isupper():  # "(FOWS)", which other rules know for a short form
                continue
            words = r"\W{1,3}".join(map(re.escape, re.findall(r"\w+", match[shape])[:_INSERTED]))
            near = document.text[max(span.start, match.start() - 2 * _BESIDE) : match.start()]
            before = re.sub(r"\W+\Z", "", near)[-_BESIDE:]
            own = rf"(?:[(（]|{re.escape(before) or '[(]'})\W{{0,3}}{words}"
            if words and not re.search(own, source.text, re.IGNORECASE):
                yield EditorialMark(MarkKind.BRACKETS, Passage(document, Span(*match.span())))


def _inside(passage: Passage, language: str | None) -> Iterator[EditorialMark]:
    document, span = passage.document, passage.span
    groups: list[Span] = []
    for kind, group in _groups(document.text, span.start, span.end):
        groups.append(group)
        yield EditorialMark(kind, Passage(document, group))
    if language in _PAUSE_LANGUAGES:
        return
    for match in _BARE_ELLIPSIS.finditer(document.text, span.start, span.end):
        place = Span(*match.span())
        if not any(group.overlaps(place) for group in groups):
            yield EditorialMark(MarkKind.ELLIPSIS, Passage(document, place))


def _groups(text: str, start: int, end: int) -> Iterator[tuple[MarkKind, Span]]:
    """The bracketed texts that are marks, also those inside brackets that are the source's own."""
    for match in _GROUP.finditer(text, start, end):
        kind = _kind(match)
        if kind is not None:
            yield kind, Span(*match.span())
        else:
            yield from _groups(text, match.start() + 1, match.end() - 1)


def _kind(match: re.Match[str]) -> MarkKind | None:
    """What a bracketed text is; None if it is the source's own."""
    shape = match.lastgroup or ""
    content = (match[shape] or "").strip(" \u00a0\u3000.。").strip() if shape else ""
    raw = (match[shape] or "").strip(" \u00a0\u3000") if shape else ""
    parts = re.split(r"[,;]\s*", content) if any(map(str.isdecimal, content)) else []
    for kind, name in _CONTENT.items():
        also = (parts[0], parts[-1]) if parts and kind in _OUTSIDE else ()  # "(¶ 27, citations omitted)"
        if any(map(_said(name).fullmatch, (raw, content, *also))):
            return kind
    if shape in _INSERTING:
        return None if re.fullmatch(_CALLOUT, raw) and not raw.isalpha() else MarkKind.BRACKETS
    return MarkKind.BRACKETS if _said("signed").fullmatch(raw) else None


def _outside(first: Passage, last: Passage) -> Iterator[EditorialMark]:
    """Notes before the excerpt, in its cue, and after it, unless they speak of another one."""
    document, excerpt = first.document, Span(first.span.start, last.span.end)
    before = (max(0, excerpt.start - NEARBY), excerpt.start)
    after = (excerpt.end, min(len(document.text), excerpt.end + NEARBY))
    for start, end in (before, after):
        for kind, place, bracketed in _notes(document.text, start, end):
            own = (
                follows(document, excerpt, place)
                if start == excerpt.end
                else leads_up(document, excerpt, place, sentence=not bracketed)
            )
            if own:
                yield EditorialMark(kind, Passage(document, place))


def _notes(text: str, start: int, end: int) -> Iterator[tuple[MarkKind, Span, bool]]:
    """The notes in a stretch of text: what they are, where they stand, and whether in brackets."""
    for match in _GROUP.finditer(text, start, end):
        kind = _kind(match)
        if kind in _OUTSIDE and kind is not None:
            yield kind, Span(*match.span()), True
    for match in _NOTE_LINE.finditer(text, start, end):
        if text[match.start() - 1 : match.start()] not in {"(", "["}:
            yield MarkKind.EMPHASIS_ADDED, Span(*match.span()), False


def follows(document: Document, excerpt: Span, note: Span) -> bool:
    """Whether a note behind a quotation speaks of it, and not of the next one."""
    between = document.text[excerpt.end : note.start]
    plain = re.sub(_BRACKETS, " ", between)
    if not _has_words(plain):
        return True
    ended = re.search(_END, document.text[max(0, excerpt.end - 1) : excerpt.end] + between)
    opened = any(sign in _OPENING or sign == '"' for sign in plain.lstrip('"”»« \u00a0')[1:])
    if ended is None and "\n\n" not in between:
        return not opened or not _leads_on(document, note)
    near = len(plain.split()) <= _WHENCE and between.strip().count("\n\n") <= 1
    return near and not opened and not _leads_on(document, note)


def leads_up(document: Document, excerpt: Span, note: Span, *, sentence: bool = False) -> bool:
    """Whether a note before a quotation, a bracket or a sentence of its own ("Emphasis mine."), speaks of it and not of the one before."""
    block = document.block_at(note.start)
    begun = block.span.start if block else max(0, document.text.rfind("\n\n", 0, note.start))
    before = re.sub(_BRACKETS, " ", document.text[begun : note.start]).rstrip(" .,;:\u00a0")
    after = document.text[note.end : excerpt.start]
    plain = re.sub(_BRACKETS, " ", after)
    if any(sign in _MARKS for sign in plain.rstrip()[:-1]):
        return False
    ends = bool(re.search(_END, plain)) or bool(re.search(r"\n\n\s{0,9}\w", plain))
    if ends and (_has_words(plain) or not sentence):
        return False
    if before and before[-1] in _MARKS:
        return False
    quoting = any(sign in _MARKS for sign in before)
    return not quoting or bool(re.search(_LEAD, plain))


def _leads_on(document: Document, note: Span) -> bool:
    """Whether a note's sentence goes on to another quotation."""
    rest = document.text[note.end : note.end + 200].partition("\n\n")[0]
    stop = re.search(_END, rest)
    sentence = rest[: stop.start()] if stop else rest
    return sentence.rstrip().endswith((":", "：")) or any(
        sign in _OPENING or sign == '"' for sign in sentence
    )


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)
