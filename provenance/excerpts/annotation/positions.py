"""Mentions by position, where names have no capital: beside a particle, a verb of saying, or a word for "according to"."""

import itertools
import re
from collections.abc import Iterator, Sequence

from provenance.excerpts.annotation.lines import QUOTED, Line
from provenance.excerpts.annotation.mention import Gender, Mention, MentionKind
from provenance.excerpts.annotation.names import Vocabulary
from provenance.languages.cues import Language, Word, WordForms
from provenance.text.span import Span

_LONGEST = 24  # characters of a name where words do not stand apart
_MOST_WORDS = 4
_PERSON = range(3, 5)  # syllables of a person's name, where surnames tell one
_HIRAGANA = frozenset(map(chr, range(0x3041, 0x30A0)))  # begin the rest of a phrase, and hardly ever a name
_NAME_AT_END = re.compile("(?:[^\u3041-\u309f]|の(?=[^\u3041-\u309f]))*\\Z")
_OF = "の"  # stands between an office and whoever has it
# What a place ends with before, "の" left out, a name as most are: "霧浜市の大槻健二"
_PLACE_ENDS = frozenset("市町村県区")
_LETTERS = 4  # of such a name
_THE = "ال"  # opens the body behind an office: "مدير الميناء", the director of the port
_COMMAS = frozenset(",،")
_BRACKETS = frozenset("（(")
_AGE_SIGNS = frozenset("()")
_TITLE_ENDS = frozenset("》〉")


def _is_from(end: str, holder: str) -> bool:
    """Whether a place ends before a name of four ideographs."""
    return (
        end in _PLACE_ENDS and len(holder) == _LETTERS and all("\u4e00" <= one <= "\u9fff" for one in holder)
    )


def positional_mentions(text: str, line: Line, pack: Language, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Who and what a line mentions, told by the words beside; nothing in a language without words for it."""
    found: dict[range, Mention] = {}
    for words in _spaced(line, pack, vocabulary) if pack.spaced else _unspaced(line, pack):
        mention = _mention(text, line, words, pack) if words else None
        if mention is not None:
            found.setdefault(words, mention)
    ordered = sorted(found.values(), key=lambda mention: (mention.words.start, -len(mention.words)))
    kept: list[Mention] = []
    for mention in ordered:
        start = mention.words.start
        if not kept or start >= kept[-1].words.stop:
            beside = kept and kept[-1].words.stop == start - 1 and line.words[start - 1].text in _COMMAS
            if not (beside and mention.roles and pack.spaced):  # what the one before the comma is
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
        # A language that marks whoever speaks does so by a particle.
        marks = pack.subject_particles or pack.saying
        marked = behind in marks.exact or behind in pack.according.exact or before in pack.according.exact
        if marked or before in _BRACKETS or _ends_in(word.text, pack.titles):
            yield range(at, at + 1)


def _spaced(line: Line, pack: Language, vocabulary: Vocabulary) -> Iterator[range]:
    """What a particle closes; or what stands behind a title, a verb, the word that follows a quotation, and before a verb."""
    words = line.words
    for at, word in enumerate(words):
        if not word.is_word:
            continue
        if _particle(word, pack):
            yield range(_chunk_start(words, at, pack), at + 1)
        if pack.subject_particles:
            continue
        says = _says(word, pack)
        if word.key in pack.titles:
            yield range(at, _chunk_end(words, at, pack, vocabulary))
        elif says or word.key in pack.according or _follows_quotation(words, at):
            yield range(at + 1, _chunk_end(words, at + 1, pack, vocabulary))
        if says:
            before = _chunk_before(words, at, pack, vocabulary)
            yield before
            if before and words[before.start].key in pack.titles and words[before.start - 1].text in _COMMAS:
                yield _chunk_before(
                    words, before.start, pack, vocabulary
                )  # who is what stands between commas


def _says(word: Word, pack: Language) -> bool:
    """Whether a word is a verb of saying, by itself or behind a conjunction that is joined to it: "وأوضحت"."""
    rests = (word.key.removeprefix(each) for each in pack.prefixes.plain if word.key.startswith(each))
    return word.key in pack.saying or any(rest in pack.saying for rest in rests)


def _follows_quotation(words: Sequence[Word], index: int) -> bool:
    """Whether a word stands right behind a quotation, a stop between passed over, and so may be a verb that no list has."""
    before = [word.key for word in words[max(0, index - 2) : index]]
    return QUOTED in before[-1:] or (QUOTED in before and not words[index - 1].is_word)


def _chunk_start(words: Sequence[Word], index: int, pack: Language) -> int:
    """Where the name begins that a particle closes: with a person's, before what they are; else one word before a title."""
    near = range(index - 1, max(-1, index - 1 - _MOST_WORDS), -1)
    run = itertools.takewhile(lambda at: _is_content(words[at], pack) or _is_of_age(words[at]), near)
    person = next((at for at in run if _is_person(words[at].text, pack)), None)
    if person is not None:
        return person
    titled = _bare(words[index], pack) in pack.titles and index > 0 and _is_content(words[index - 1], pack)
    return index - 1 if titled else index


def _is_of_age(word: Word) -> bool:
    """Whether a word or sign tells how old somebody is, in brackets behind the name."""
    return word.text in _AGE_SIGNS or word.text.isdecimal()


def _is_person(text: str, pack: Language) -> bool:
    """Whether a word is a person's name by its surname and length, and nothing that the language knows."""
    known = text in pack.titles or text in pack.quoting or text in pack.saying
    return len(text) in _PERSON and text in pack.surnames and not known


def _chunk_end(words: Sequence[Word], index: int, pack: Language, vocabulary: Vocabulary) -> int:
    stop = index
    while stop < min(len(words), index + _MOST_WORDS) and _may_name(words[stop], pack, vocabulary):
        stop += 1
    return stop


def _chunk_before(words: Sequence[Word], verb: int, pack: Language, vocabulary: Vocabulary) -> range:
    """The words before a verb, a comma between passed over."""
    stop = verb - (verb > 0 and not words[verb - 1].is_word)
    start = stop
    while start > max(0, stop - _MOST_WORDS) and _may_name(words[start - 1], pack, vocabulary):
        start -= 1
    return range(start, stop)


def _may_name(word: Word, pack: Language, vocabulary: Vocabulary) -> bool:
    """Whether a word may be part of a name: no small one, and none of the page's that a preposition is joined to."""
    if not _is_content(word, pack) or word.key in vocabulary.function:
        return False
    rests = (word.key[len(each) :] for each in pack.prefixes.plain if word.key.startswith(each))
    known = (vocabulary.small, pack.outlet_words, pack.titles)
    return not any(rest in words for rest in rests for words in known)


def _is_content(word: Word, pack: Language) -> bool:
    key = word.key
    particle = not pack.spaced and key in pack.subject_particles.exact
    small = key in pack.prepositions or key in pack.according or particle
    return word.is_word and not word.text[0].isdigit() and not small and key not in pack.saying


def _particle(word: Word, pack: Language) -> str:
    """The particle for whoever speaks that a word ends in, behind two syllables or a title of one; empty where it ends in none."""
    ends = (each for each in pack.subject_particles.plain if word.text.endswith(each))
    found = (
        each for each in ends if word.text[2:].endswith(each) or word.text.removesuffix(each) in pack.titles
    )
    return next(found, "") if word.is_word else ""


def _bare(word: Word, pack: Language) -> str:
    return word.text.removesuffix(_particle(word, pack))


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
        _named(text[start : end - len(_particle(last, pack))], pack)
        if pack.spaced
        else _head(last.text, pack)
    )
    name, role = _without_titles(name, pack)
    if name[:1] in _HIRAGANA:  # "これについて野党の鈴木一郎議員は"
        name, role = _without_titles(_end_of(last.text), pack)
    if not name:
        return None
    kind = MentionKind.PERSON if role else MentionKind.NAME
    if any(name.endswith(word) or name.startswith(word) for word in pack.outlet_words.plain):
        kind = MentionKind.OUTLET
    elif name in pack.quoting or any(name.endswith(word) for word in pack.quoting.plain if len(word) > 1):
        kind = MentionKind.WORK
    return Mention(kind, name, Span(start, end), words, roles=(role,) if role else ())


def _named(chunk: str, pack: Language) -> str:
    """A chunk without what the person at its beginning is: "김민수" of "김민수 한빛대 교수", with the title if it is one."""
    first, *rest = chunk.split() or [""]
    first = first.partition("(")[0]
    titles = [word for word in rest[-1:] if word in pack.titles]
    return " ".join([first, *titles]) if rest and _is_person(first, pack) else chunk


def _is_led(words: Sequence[str], at: int, pack: Language) -> bool:
    """Whether a word says what the office before it leads, and a name follows."""
    leads = at > 0 and words[at - 1] in pack.titles and not words[at - 1].startswith(_THE)
    return leads and words[at].startswith(_THE) and len(words) - at > 2


def _head(piece: str, pack: Language) -> str:
    """Whoever a piece of unspaced writing names before the preposition in it: "周桂兰" of "周桂兰对清溪报"."""
    cuts = [cut for preposition in pack.prepositions.plain if (cut := piece.find(preposition, 1)) > 1]
    return piece[: min(cuts, default=len(piece))]


def _end_of(piece: str) -> str:
    """The end of a piece in which no hiragana stands but "の"."""
    found = _NAME_AT_END.search(piece)
    return found[0] if found else ""


def _without_titles(name: str, pack: Language) -> tuple[str, str]:
    """A name without the titles before or behind it, and one of them."""
    bare = name.strip()
    if pack.spaced:
        words = bare.split()
        others = (word for at, word in enumerate(words) if not _is_led(words, at, pack))
        kept = [word for word in others if word not in pack.titles]
        role = next((word for word in words if word in pack.titles), "")
        return " ".join(kept or words), role
    ending = _ends_in(bare, pack.titles)
    body, _, holder = bare.removesuffix(ending).rpartition(_OF)
    office = body if body in pack.titles else _ends_in(body, pack.titles)
    if holder and (office or ending or _is_from(body[-1:], holder)):
        return holder, ending or office
    if ending:
        return bare[: -len(ending)], ending
    cut, role = max(
        ((bare.rfind(title) + len(title), title) for title in pack.titles.plain if title in bare),
        default=(0, ""),
    )
    return (bare[cut:], role) if 1 < len(bare) - cut < len(bare) else (bare, "")
