"""Cues: the words by which a text says that a quotation follows, or went before, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from provenance.excerpts import unspaced
from provenance.excerpts.mentions import Mention, MentionKind, mentions
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from provenance.excerpts.language import Language
    from provenance.excerpts.words import Word

_LONGEST_LEAD = (
    14  # words between a quotation's end and the verb that closes it: "Ann Lee, who runs the mill, said"
)
_SUBJECT_OPENERS = 3  # words before the subject of such a verb: "she", "the former mayor"
_INFINITIVE = frozenset(("to", "zu", "te"))  # "to say", "zu sagen": nobody has said anything yet
_CONJUNCTIONS = frozenset("and but und aber et mais y pero e ma mas en maar и а но і але i ale".split())
_LONGEST_CREDIT = 6  # words and stops: "tip of the hat to"
_DASHES = frozenset("—–-―")
_STOPS = frozenset(".!?;")
_VOICES = frozenset((MentionKind.PERSON, MentionKind.OUTLET, MentionKind.ORGANISATION, MentionKind.NAME))


_INVERTED = frozenset((MentionKind.PERSON, MentionKind.PRONOUN, MentionKind.NAME))


class Strength(IntEnum):
    """How clearly a cue says that it introduces somebody's words."""

    NONE = 0
    LABEL = 1  # a colon and a name, or "an excerpt:"
    FRAME = 2  # a reporting verb or "according to" with whoever is quoted


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue says.

    Attributes:
        span: Its place in the text.
        strength: How clearly it says that it introduces somebody's words.
        voice: Who is quoted, as mentioned: a name, a pronoun, an office; None where it does not say.
        outlet: The outlet named besides, by the name it goes by.
        dropped: Whether a verb stands without its subject, as some languages allow.
        matched: Where the words end that name whoever is quoted; 0 if none do.
    """

    span: Span
    strength: Strength = Strength.NONE
    voice: Mention | None = None
    outlet: str | None = None
    dropped: bool = False
    matched: int = 0


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words of one cue and what was found among them."""

    text: str
    words: Sequence[Word]
    language: Language
    found: Sequence[Mention]
    verbs: Sequence[range]

    def mention_after(self, index: int, kinds: frozenset[MentionKind] | None = None) -> Mention | None:
        return next(
            (m for m in self.found if m.words.start >= index and (kinds is None or m.kind in kinds)), None
        )

    def between(self, start: int, end: int) -> Iterable[Word]:
        return self.words[start:end]

    def has_stop(self, start: int, end: int, stops: frozenset[str] = _STOPS) -> bool:
        return any(word.text in stops for word in self.words[start:end])


def read_before(
    text: str, start: int, end: int, language: Language, *, known: Container[str] = frozenset()
) -> Cue:
    """Read ``text[start:end]``, the sentence that leads up to a quotation, as a cue."""
    if not language.spaced:
        return unspaced_cue(unspaced.read_before(text, start, end, language), Span(start, end))
    clause = _clause(text, start, end, language, known)
    for read in (_according, _label, _verb_before, _colon):
        cue = read(clause)
        if cue is not None:
            return _with_outlet(replace(cue, span=Span(start, end)), clause)
    return _with_outlet(Cue(Span(start, end)), clause)


def read_after(
    text: str, start: int, end: int, language: Language, *, known: Container[str] = frozenset()
) -> Cue:
    """Read ``text[start:end]``, what follows a quotation up to the end of the sentence, as a cue."""
    if not language.spaced:
        return unspaced_cue(unspaced.read_after(text, start, end, language), Span(start, end))
    clause = _clause(text, start, end, language, known)
    for read in (_reading, _according_at_start, _verb_after, _name_after_dash, _in_brackets):
        cue = read(clause)
        if cue is not None:
            return _with_outlet(replace(cue, span=Span(start, end)), clause)
    return Cue(Span(start, end))


def unspaced_cue(voice: unspaced.Voice | None, span: Span) -> Cue:
    """The cue in a text whose words do not stand apart."""
    if voice is None:
        return Cue(span)
    mention = None
    if voice.name is not None and voice.span is not None and not voice.is_outlet:
        kind = MentionKind.PRONOUN if voice.is_pronoun else MentionKind.PERSON
        mention = Mention(kind, voice.name, voice.span, range(0))
    return Cue(span, Strength.FRAME, mention, voice.name if voice.is_outlet else None)


def _clause(text: str, start: int, end: int, language: Language, known: Container[str]) -> _Clause:
    words = language.words(text, start, end)
    verbs = [
        verb
        for verb in language.verbs.find(words)
        if not verb.start or words[verb.start - 1].key not in _INFINITIVE
    ]
    inside = {index for verb in verbs if len(verb) > 1 for index in verb}
    found = [
        mention
        for mention in mentions(words, language, text=text, known=known)
        if mention.words.start not in inside and not _is_credit(words, mention, language)
    ]
    return _Clause(text, words, language, found, verbs)


def _is_credit(words: Sequence[Word], mention: Mention, language: Language) -> bool:
    """Whether a mention stands right behind "h/t": it found the source and is none."""
    before = words[max(0, mention.words.start - _LONGEST_CREDIT) : mention.words.start]
    found = language.discovery.find(before)
    return bool(found) and found[-1].stop >= len(before) - 1


def _with_outlet(cue: Cue, clause: _Clause) -> Cue:
    """The cue with the outlet that it names: as the one quoted, or as the one to which a person spoke."""
    voice = cue.voice
    cue = replace(cue, matched=voice.span.end if voice is not None else 0)
    if voice is not None and voice.kind is MentionKind.OUTLET:
        return replace(cue, voice=_writer_for(voice, clause), outlet=voice.name)
    told = _told(clause)
    if told is not None and told is not voice:
        return replace(cue, outlet=told.name)
    known = next((m for m in clause.found if m.kind is MentionKind.OUTLET), None)
    return replace(cue, outlet=known.name) if known is not None and cue.strength else cue


def _writer_for(outlet: Mention, clause: _Clause) -> Mention | None:
    """The person of "The Gazette's Ann Lee writes" and "Ann Lee at the Gazette"."""
    after = [m for m in clause.found if m.kind is MentionKind.PERSON and m.words.start > outlet.words.stop]
    owned = clause.words[outlet.words.stop : outlet.words.stop + 1]
    if owned and owned[0].key in {"'s", "'"} and after:
        return after[0]
    return None


def _told(clause: _Clause) -> Mention | None:
    """The outlet to which somebody spoke: "told the Gazette", "im Gespräch mit der Gazette"."""
    for span in clause.language.told.find(clause.words):
        strong = len(span) > 1 or len(clause.words[span.start].key) > 3
        for mention in clause.found:
            gap = mention.words.start - span.stop
            if mention.kind is MentionKind.OUTLET and 0 <= gap <= 3:
                return mention
            if strong and gap in {0, 1} and mention.kind in {MentionKind.ORGANISATION, MentionKind.NAME}:
                return None if clause.language.nouns_capitalised and gap else mention
    return None


def _according(clause: _Clause) -> Cue | None:
    """Read "According to OUT", "laut X", "X zufolge"; the last one counts."""
    language = clause.language
    for span in reversed(language.according.find(clause.words)):
        voice = _object(clause, span.stop)
        near = voice is not None and voice.words.start - span.stop <= _LONGEST_LEAD // 2
        if voice is not None and near and not any(verb.start > voice.words.stop for verb in clause.verbs):
            return Cue(Span(0, 0), Strength.FRAME, voice)
    for span in language.following.find(clause.words):
        before = [m for m in clause.found if m.words.stop == span.start]
        if before:
            return Cue(Span(0, 0), Strength.FRAME, before[-1])
    return None


def _object(clause: _Clause, index: int) -> Mention | None:
    """Whoever stands behind a preposition: a name before the next comma, else an office or a document."""
    near: list[Mention] = []
    for mention in clause.found:
        if mention.words.start < index:
            continue
        if clause.has_stop(index, mention.words.start, frozenset(",;.:")):
            break
        near.append(mention)
    named = next((m for m in near if m.kind in {MentionKind.PERSON, MentionKind.OUTLET}), None)
    return named or next(
        (m for m in near if m.is_named or m.kind is MentionKind.DOCUMENT), near[0] if near else None
    )


def _label(clause: _Clause) -> Cue | None:
    """Read "Here's an excerpt:", "From the ruling:": sets up an excerpt and may name nobody."""
    if not clause.words or clause.words[-1].text not in ":：":
        return None
    found = clause.language.excerpt_labels.find(clause.words)
    if not found or found[-1].stop < len(clause.words) - _LONGEST_LEAD or clause.verbs:
        return None
    voice = next((m for m in reversed(clause.found) if m.is_named), None)
    return Cue(Span(0, 0), Strength.LABEL, voice)


def _verb_before(clause: _Clause) -> Cue | None:
    """Read "X said", the last verb that has a subject; a pronoun takes the name before it in the same sentence."""
    pronoun: Cue | None = None
    for verb in reversed(clause.verbs):
        voice = _subject(clause, verb)
        if voice is None:
            continue
        cue = Cue(Span(0, 0), Strength.FRAME, voice)
        if voice.kind is not MentionKind.PRONOUN:
            return cue if pronoun is None or voice.kind is MentionKind.PERSON else pronoun
        pronoun = pronoun or cue
    if pronoun is None and clause.verbs and clause.language.dropped_subject:
        return Cue(Span(0, 0), Strength.FRAME, dropped=True) if _ends_in_colon(clause) else None
    return pronoun


def _ends_in_colon(clause: _Clause) -> bool:
    return bool(clause.words) and clause.words[-1].text in {":", "："}


def _subject(clause: _Clause, verb: range) -> Mention | None:
    """Who does the saying: on the left of the verb, or behind it in an inversion."""
    left = [
        m
        for m in clause.found
        if m.words.stop <= verb.start and not clause.has_stop(m.words.stop, verb.start)
    ]
    left = [m for m in left if not _is_object(clause, m)]
    before = clause.words[verb.start - 1] if verb.start else None
    if before is not None and before.text == "," and clause.language.nouns_capitalised:
        inverted = _behind(clause, verb)
        if inverted is not None and inverted.words.start - verb.stop <= 1 and inverted.kind in _INVERTED:
            return inverted
    if before is not None and before.text == "," and left:
        return _before_apposition(left)
    if left and verb.start - left[-1].words.stop <= _LONGEST_LEAD:
        return _nearest(clause, left)
    return _behind(clause, verb)


def _before_apposition(left: Sequence[Mention]) -> Mention:
    """Read "Ann Lee, head of the mill, said": the first person, or else whoever stands first."""
    return next((m for m in left if m.kind is MentionKind.PERSON), left[0])


def _nearest(clause: _Clause, left: Sequence[Mention]) -> Mention:
    """The last mention before a verb; an office or a surname in apposition yields to the person it describes."""
    last = left[-1]
    if last.kind is MentionKind.PERSON or last.kind is MentionKind.PRONOUN or len(left) == 1:
        return last
    previous = left[-2]
    touching = last.words.start - previous.words.stop <= 1
    if last.kind is MentionKind.DOCUMENT and previous.is_named and touching:
        return previous
    if (
        last.kind is MentionKind.ROLE
        and previous.is_named
        and clause.has_stop(previous.words.stop, last.words.start, frozenset(","))
    ):
        return previous
    return last


_PREPOSITIONS = frozenset(
    "of for at in on by with from to about against after before during via near than into over under between "  # en
    "von bei beim mit nach in im an am auf aus für über unter vor zu zum zur gegen seit durch des der "  # de
    "de du des d' à au aux dans sur pour par avec chez en "  # fr
    "del con por para sobre ante desde di dei della da dal nel nella su per tra do dos no na em com "  # es it pt
    "op bij met aan voor naar tegen tot te в на с со из от у о об к по за при про з від до щодо".split()  # nl ru uk
)


def _is_object(clause: _Clause, mention: Mention) -> bool:
    """Whether a preposition stands before a mention, its article and title aside, so that it is no subject."""
    far = 3 if mention.kind in {MentionKind.ROLE, MentionKind.DOCUMENT} else 2  # "of the river board"
    index = mention.words.start
    for position in range(index - 1, max(-1, index - 1 - far), -1):
        word = clause.words[position]
        if word.key in _GENITIVES and clause.language.nouns_capitalised:
            if _is_noun_before(clause, word):
                return True
        elif word.key in _PREPOSITIONS:
            return position > 0 or word.key not in _OPENING
        elif (
            (far < 3 and word.key not in clause.language.function_words)
            or not word.is_word
            or word.is_capitalised
            or word.key in clause.language.verbs
        ):
            return False
    return False


def _is_noun_before(clause: _Clause, article: Word) -> bool:
    """Whether "der" or "des" follows a noun, so that it begins a genitive and no subject."""
    before = [word for word in clause.words if word.end <= article.start][-1:]
    return bool(before) and before[0].is_capitalised and before[0].key not in clause.language.function_words


_GENITIVES = frozenset(("der", "des", "die"))
_OPENING = frozenset(("der", "des", "de"))


def _behind(clause: _Clause, verb: range) -> Mention | None:
    """Read "said Ann Lee", "betont der Trainer": the first mention behind a verb that no preposition makes an object."""
    for mention in clause.found:
        if mention.words.start < verb.stop:
            continue
        gap = clause.words[verb.stop : mention.words.start]
        if len(gap) > _LONGEST_LEAD // 2 or any(word.text in _STOPS or word.text in ":(" for word in gap):
            return None
        if not _is_object(clause, mention):
            return _with_person(clause, mention)
    return None


def _with_person(clause: _Clause, mention: Mention) -> Mention:
    """Read "said lead author Ann Lee", "sagte der Sprecher, Jan Beck": the office yields to the person named beside it."""
    if mention.kind not in {MentionKind.ROLE, MentionKind.NAME, MentionKind.ORGANISATION}:
        return mention
    for later in clause.found:
        if later.words.start < mention.words.stop:
            continue
        gap = clause.words[mention.words.stop : later.words.start]
        if len(gap) > 2 or any(word.text in _STOPS or word.key in _PREPOSITIONS for word in gap):
            break
        if later.kind is MentionKind.PERSON:
            return later
        if mention.kind is not MentionKind.ROLE and later.kind is not MentionKind.ROLE:
            break
        if mention.kind is MentionKind.ROLE and later.kind is MentionKind.NAME and not gap:
            return later
    return mention


def _colon(clause: _Clause) -> Cue | None:
    """A sentence that ends in a colon and names somebody: "Ann Lee: ", "the Gazette on the bridge:"."""
    if not clause.words or clause.words[-1].text not in {":", "："}:
        return None
    last = _last_clause(clause)
    if last is not None:
        return Cue(Span(0, 0), Strength.LABEL, last)
    subjects = [m for m in clause.found if m.kind in _VOICES and not _is_object(clause, m)]
    voice = next((m for m in subjects if m.kind in {MentionKind.PERSON, MentionKind.OUTLET}), None)
    voice = voice or next(iter(subjects), None) or next((m for m in clause.found if m.kind in _VOICES), None)
    voice = voice or next((m for m in clause.found if m.kind is not MentionKind.NAME), None)
    return Cue(Span(0, 0), Strength.LABEL, voice) if voice is not None else None


def _last_clause(clause: _Clause) -> Mention | None:
    """The subject that begins the clause behind the last "and" or "but", if a person or a pronoun does."""
    cuts = [index for index, word in enumerate(clause.words) if word.key in _CONJUNCTIONS]
    for mention in clause.found:
        if cuts and cuts[-1] < mention.words.start <= cuts[-1] + 4 and not _is_object(clause, mention):
            return mention if mention.kind in {MentionKind.PERSON, MentionKind.PRONOUN} else None
    return None


def _first_word(clause: _Clause) -> int:
    """The index of the first word behind the comma or dash that follows a quotation."""
    return next(
        (index for index, word in enumerate(clause.words) if word.is_word or word.text == "("),
        len(clause.words),
    )


def _reading(clause: _Clause) -> Cue | None:
    """Read "one reads in OUT": at once behind the quotation."""
    first = _first_word(clause)
    for span in clause.language.reading.find(clause.words):
        if span.start - first <= 1:
            voice = clause.mention_after(span.stop, _VOICES) or clause.mention_after(span.stop)
            return Cue(Span(0, 0), Strength.FRAME, voice)
    return None


def _according_at_start(clause: _Clause) -> Cue | None:
    first = _first_word(clause)
    if first >= len(clause.words):
        return None
    length = clause.language.according.at(clause.words, first) or clause.language.author_marks.at(
        clause.words, first
    )
    if not length:
        return None
    voice = _object(clause, first + length)
    if voice is None or voice.words.start - first > _LONGEST_LEAD // 2:
        return None
    return Cue(Span(0, 0), Strength.FRAME, _with_person(clause, voice))


def _verb_after(clause: _Clause) -> Cue | None:
    """Read "… , said X", "… , X said": the subject or the verb begins what follows the quotation."""
    first = _first_word(clause)
    for verb in clause.verbs:
        if verb.start - first > _LONGEST_LEAD or clause.has_stop(first, verb.start, frozenset(".!?;:")):
            return None
        if verb.start - first <= 1:
            voice = _behind(clause, verb) if verb.start == first else None
            voice = voice or _opening_subject(clause, first, verb) or _behind(clause, verb)
        else:
            voice = _opening_subject(clause, first, verb)
        if voice is not None:
            return Cue(Span(0, 0), Strength.FRAME, voice)
        if clause.language.dropped_subject and verb.start == first:
            return Cue(Span(0, 0), Strength.FRAME, dropped=True)
    return None


def _opening_subject(clause: _Clause, first: int, verb: range) -> Mention | None:
    """The subject between the quotation's end and the verb, if the sentence begins with it."""
    subjects = [m for m in clause.found if first <= m.words.start and m.words.stop <= verb.start]
    if not subjects or subjects[0].words.start - first > _SUBJECT_OPENERS:
        return None
    return _subject(clause, verb) if len(subjects) > 1 else subjects[0]


def _name_after_dash(clause: _Clause) -> Cue | None:
    """Read "— Ann Lee, The Gazette" behind a quotation."""
    if not clause.words or clause.words[0].text not in _DASHES or not clause.found:
        return None
    voice = clause.found[0]
    rest = clause.words[voice.words.stop :]
    if voice.words.start > 2 or not voice.is_named or (clause.verbs and rest):
        return None
    return Cue(Span(0, 0), Strength.FRAME, voice)


def _in_brackets(clause: _Clause) -> Cue | None:
    """Read "(The Gazette)", "(Ann Lee, 2019)" directly behind a quotation."""
    if not clause.words or clause.words[0].text not in "([" or not clause.found:
        return None
    voice = clause.found[0]
    closing = next((index for index, word in enumerate(clause.words) if word.text in ")]"), 0)
    inside = voice.words.stop <= closing <= 12
    skipped = clause.words[1 : voice.words.start]
    labelled = clause.language.source_labels.at(clause.words, 1) if len(clause.words) > 1 else 0
    if not inside or not voice.is_named or (len(skipped) > 1 and not labelled):
        return None
    if clause.language.discovery.at(clause.words, 1) or clause.language.title_words.find(
        clause.words[:closing]
    ):
        return None
    return Cue(Span(0, 0), Strength.FRAME, voice)
