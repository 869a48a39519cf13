"""Mentions by position, where names have no capital: beside a particle, a verb of saying, or a word for "according to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.excerpts.annotation.lines import Line
from provenance.excerpts.annotation.mention import Gender, Mention, MentionKind
from provenance.languages.cues import Language, WordForms
from provenance.languages.phrases import Word
from provenance.text.span import Span

_LONGEST = 24  # characters of a name where words do not stand apart
_MOST_WORDS = 4
_HIRAGANA = frozenset(map(chr, range(0x3041, 0x30A0)))  # begin the rest of a phrase, and hardly ever a name
_BRACKETS = frozenset("（(")
_TITLE_ENDS = frozenset("》〉")


def positional_mentions(text: str, line: Line, pack: Language) -> tuple[Mention, ...]:
    """Who and what a line mentions, told by the words beside.

    Args:
        text: The article's text.
        line: A block of it.
        pack: Its language; without words for it nothing is found.
    """
    read = _spaced if pack.spaced else _unspaced
    found: dict[range, Mention] = {}
    for words in read(line, pack):
        mention = _mention(text, line, words, pack)
        if mention is not None:
            found.setdefault(words, mention)
    ordered = sorted(found.values(), key=lambda mention: (mention.words.start, -len(mention.words)))
    kept: list[Mention] = []
    for mention in ordered:
        if not kept or mention.words.start >= kept[-1].words.stop:
            kept.append(mention)
    return tuple(kept)


def _unspaced(line: Line, pack: Language) -> Iterator[range]:
    """The pieces between stops that a particle or a verb follows, that "according to" precedes, or that brackets enclose."""
    words = line.words
    for at, word in enumerate(words):
        if not _is_content(word, pack) or len(word.text) > _LONGEST:
            continue
        before, behind = words[at - 1].text if at else "", words[at + 1].text if at + 1 < len(words) else ""
        if behind in _TITLE_ENDS:
            behind = words[at + 2].text if at + 2 < len(words) else ""
        marks = (
            pack.subject_particles or pack.saying
        )  # a language that marks whoever speaks does so by a particle
        marked = behind in marks.exact or behind in pack.according.exact or before in pack.according.exact
        if marked or before in _BRACKETS or _ends_in(word.text, pack.titles):
            yield range(at, at + 1)


def _spaced(line: Line, pack: Language) -> Iterator[range]:
    words = line.words
    for at, word in enumerate(words):
        if not word.is_word:
            continue
        if _particle(word, pack.subject_particles):
            yield range(_chunk_start(words, at, pack), at + 1)
        elif word.key in pack.titles and not pack.subject_particles:
            yield range(at, _chunk_end(words, at, pack))
        elif not pack.subject_particles and (word.key in pack.saying or word.key in pack.according):
            stop = _chunk_end(words, at + 1, pack)
            if stop > at + 1:
                yield range(at + 1, stop)


def _chunk_start(words: Sequence[Word], index: int, pack: Language) -> int:
    """Where the name begins that a particle closes: one word before, where the particle stands behind a title."""
    bare = words[index].text.removesuffix(_particle(words[index], pack.subject_particles))
    titled = bare in pack.titles and index > 0 and _is_content(words[index - 1], pack)
    return index - 1 if titled else index


def _chunk_end(words: Sequence[Word], index: int, pack: Language) -> int:
    stop = index
    while stop < min(len(words), index + _MOST_WORDS) and _is_content(words[stop], pack):
        stop += 1
    return stop


def _is_content(word: Word, pack: Language) -> bool:
    key = word.key
    particle = not pack.spaced and key in pack.subject_particles.exact
    small = key in pack.prepositions or key in pack.according or particle
    return word.is_word and not word.text[0].isdigit() and not small and key not in pack.saying


def _particle(word: Word, particles: WordForms) -> str:
    """The particle that a word ends in; empty where it ends in none."""
    endings = (
        each for each in particles.plain if word.text.endswith(each) and len(word.text) > len(each) + 1
    )
    return next(endings, "") if word.is_word else ""


def _ends_in(text: str, forms: WordForms) -> str:
    endings = (each for each in forms.plain if text.endswith(each) and len(text) > len(each) + 1)
    return next(endings, "")


def _mention(text: str, line: Line, words: range, pack: Language) -> Mention | None:
    start, end = line.words[words.start].start, line.words[words.stop - 1].end
    last = line.words[words.stop - 1]
    for forms, gender in (
        (pack.masculine, Gender.MASCULINE),
        (pack.feminine, Gender.FEMININE),
        (pack.plural, Gender.PLURAL),
    ):
        if len(words) == 1 and last.key in forms.exact:
            return Mention(MentionKind.PRONOUN, last.text, Span(start, end), words, gender)
    name = (
        text[start : end - len(_particle(last, pack.subject_particles))]
        if pack.spaced
        else _head(last.text, pack)
    )
    name, role = _without_titles(name, pack)
    if not name or name[0] in _HIRAGANA:
        return None
    kind = MentionKind.PERSON if role else MentionKind.NAME
    if any(name.endswith(word) or name.startswith(word) for word in pack.outlet_words.plain):
        kind = MentionKind.OUTLET
    elif name in pack.quoting or any(name.endswith(word) for word in pack.quoting.plain if len(word) > 1):
        kind = MentionKind.WORK
    return Mention(kind, name, Span(start, end), words, roles=(role,) if role else ())


def _head(piece: str, pack: Language) -> str:
    """Whoever a piece of unspaced writing names before the preposition in it: "周桂兰" of "周桂兰对清溪报"."""
    cuts = [cut for preposition in pack.prepositions.plain if (cut := piece.find(preposition, 1)) > 1]
    return piece[: min(cuts, default=len(piece))]


def _without_titles(name: str, pack: Language) -> tuple[str, str]:
    """A name without the titles before or behind it, and one of them."""
    bare = name.strip()
    if pack.spaced:
        words = bare.split()
        kept = [word for word in words if word not in pack.titles]
        role = next((word for word in words if word in pack.titles), "")
        return " ".join(kept or words), role
    ending = _ends_in(bare, pack.titles)
    if ending:
        return bare[: -len(ending)], ending
    cut, role = max(
        ((bare.rfind(title) + len(title), title) for title in pack.titles.plain if title in bare),
        default=(0, ""),
    )
    return (bare[cut:], role) if 1 < len(bare) - cut < len(bare) else (bare, "")
