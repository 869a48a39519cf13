"""Leading cues: what a sentence that goes before a quotation says of whose words follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.excerpts.authors import author_of
from provenance.excerpts.clauses import LONGEST_LEAD, POSSESSIVES, VOICES, is_object, object_of, subject_of
from provenance.excerpts.cue import Cue, Strength
from provenance.excerpts.mention import Gender, Mention, MentionKind
from provenance.excerpts.owners import owned_nouns
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance.excerpts.clause import Clause
    from provenance.languages.phrases import Word

_LONGEST_ANSWER = 8  # words between a noun for words and the colon: "Lee's answer to the board was blunt:"
_LONGEST_LINK = 4  # words between it and the quotation where there is no colon: "is that", ", selon laquelle"
_LONGEST_NOUN = 4  # words: "young lighthouse keeper"
_DASHES = frozenset("—–―")
_OPENERS = frozenset(":：?—–")

CONJUNCTIONS = frozenset("and but und aber et mais y pero e ma mas en maar и а но і але i ale".split())


def _owned_words(clause: Clause) -> Cue | None:
    """Read "In Ann Lee's words,", "the mayor's claim that": whoever owns a noun for words that stands before the quotation."""
    owned = owned_nouns(clause)
    found = next(
        (one for one in owned if _leads_on(clause, max(one[0].stop, one[1].words.stop))),
        None,
    )
    if found is None:
        return None
    noun, owner = found
    spoken_of = owner.kind is MentionKind.PRONOUN or _ends_in_pause(clause)
    verb = _verb_before_noun(clause, noun) if spoken_of else None
    return verb or Cue(Span(0, 0), Strength.FRAME, owner, owned=True)


def _leads_on(clause: Clause, index: int) -> bool:
    """Whether nothing but "that", "was this:" or the like stands between a noun and the quotation.

    Behind "of" or "on the" it is no more than what the words are about.
    """
    rest = clause.words[index:]
    if any(verb.start >= index for verb in clause.verbs) or any(word.text in ".;" for word in rest):
        return False
    if rest and rest[-1].text in _OPENERS:
        return len(rest) <= _LONGEST_ANSWER
    language = clause.language
    joining = (language.clause_openers, language.copulas)
    joined = {at for phrases in joining for found in phrases.find(rest) for at in found}
    return len(rest) <= _LONGEST_LINK and all(
        not word.is_word or at in joined for at, word in enumerate(rest)
    )


def _ends_in_pause(clause: Clause) -> bool:
    return bool(clause.words) and clause.words[-1].text in _OPENERS | {","}


def _verb_before_noun(clause: Clause, noun: range) -> Cue | None:
    """Read "Lee said of Holm's answer:": who says something of somebody's words."""
    for verb in reversed(clause.verbs):
        if verb.stop <= noun.start and clause.words[verb.start].key not in clause.language.quoting:
            voice = subject_of(clause, verb)
            return Cue(Span(0, 0), Strength.FRAME, voice) if voice is not None else None
    return None


def _according(clause: Clause) -> Cue | None:
    """Read "According to OUT", "laut X", "X zufolge"; the last one counts."""
    language = clause.language
    for span in reversed(language.according.find(clause.words)):
        voice = object_of(clause, span.stop)
        near = voice is not None and voice.words.start - span.stop <= LONGEST_LEAD // 2
        speaker = _speaker_before(clause, span.start)
        if near and speaker is not None:
            return Cue(Span(0, 0), Strength.FRAME, speaker)
        if voice is not None and near and not any(verb.start > voice.words.stop for verb in clause.verbs):
            return Cue(Span(0, 0), Strength.FRAME, voice)
    for span in language.following.find(clause.words):
        before = [m for m in clause.found if m.words.stop == span.start]
        if before:
            return Cue(Span(0, 0), Strength.FRAME, before[-1])
    return None


def _speaker_before(clause: Clause, stop: int) -> Mention | None:
    """Read "she said, according to the Gazette": the person, since the outlet is named besides."""
    verbs = [verb for verb in clause.verbs if verb.stop <= stop]
    subject = subject_of(clause, verbs[-1]) if verbs else None
    if subject is None or subject.words.stop > stop:
        return None
    is_person = (
        subject.kind in {MentionKind.PERSON, MentionKind.PRONOUN} or subject.name.casefold() in clause.known
    )
    return subject if is_person else None


def _label(clause: Clause) -> Cue | None:
    """Read "Here's an excerpt:", "From the ruling:": sets up an excerpt and may name nobody."""
    if not clause.words or clause.words[-1].text not in ":：":
        return None
    found = clause.language.excerpt_labels.find(clause.words)
    if not found or found[-1].stop < len(clause.words) - LONGEST_LEAD or clause.verbs:
        return None
    if len(found[-1]) == 1 and found[-1].start and found[-1].stop < len(clause.words) - 1:
        return None  # "a more careful one:"
    voice = next((m for m in reversed(clause.found) if m.is_named), None)
    return Cue(Span(0, 0), Strength.LABEL, voice)


def _verb_before(clause: Clause) -> Cue | None:
    """Read "X said", the last verb that has a subject; a pronoun takes the name before it in the same sentence."""
    pronoun: Cue | None = None
    for verb in reversed(clause.verbs):
        voice = author_of(clause, verb)
        if (
            voice is None
            or voice.name.casefold() in clause.language.named_things
            or _says_nothing(clause, verb)
        ):
            continue
        cue = Cue(Span(0, 0), Strength.FRAME, voice)
        if voice.kind is not MentionKind.PRONOUN:
            return cue if pronoun is None or voice.kind is MentionKind.PERSON else pronoun
        pronoun = pronoun or cue
    if pronoun is None and (noun := _described_before(clause)) is not None:
        return Cue(Span(0, 0), Strength.FRAME, noun)
    if pronoun is None and clause.verbs and clause.language.dropped_subject:
        return Cue(Span(0, 0), Strength.FRAME, dropped=True) if _ends_in_colon(clause) else None
    return pronoun


def _says_nothing(clause: Clause, verb: range) -> bool:
    """Whether a verb sets up none of the words that follow, whoever is its subject."""
    return (
        _is_aside(clause, verb)
        or _is_of_thing(clause, verb)
        or (clause.words[verb.start].key in clause.language.judging and _has_object(clause, verb))
        or clause.has_stop(verb.stop, max(verb.stop, len(clause.words) - 1), frozenset(";"))
    )


def _is_of_thing(clause: Clause, verb: range) -> bool:
    """Whether a thing says something, or a body gives itself a name: "a shirt that read", "which calls itself"."""
    words, language = clause.words, clause.language
    after = words[verb.stop : verb.stop + 1]
    if after and after[0].key in language.self_naming:
        return True
    if verb.start < 2 or words[verb.start - 1].key not in language.relatives:
        return False
    told = [m for m in clause.found if m.words.stop < verb.start]
    documents = any(mention.kind is MentionKind.DOCUMENT for mention in told)
    inside = any(verb.start - 2 in mention.words for mention in told)
    return not documents and not inside and _is_noun(clause, words[verb.start - 2])


def _has_object(clause: Clause, verb: range) -> bool:
    """Whether a verb of judgement has an object of its own, so that it does not judge by the quotation: "condemned a plan"."""
    language, rest = clause.language, list(clause.words[verb.stop :])
    while rest and (rest[-1].key in language.determiners or rest[-1].key in language.articles):
        rest.pop()
    return bool(rest) and rest[-1].is_word and rest[-1].key not in language.judged_as


def _described_before(clause: Clause) -> Mention | None:
    """Read "The lighthouse keeper replied:": an article and common nouns that begin the sentence, and the verb of its end."""
    words, language = clause.words, clause.language
    if len(words) < 3 or not clause.verbs or language.nouns_capitalised or not _ends_in_pause(clause):
        return None
    stop = clause.verbs[0].start
    nouns = words[1:stop]
    if words[0].key not in language.determiners and words[0].key not in language.articles:
        return None
    if not 1 <= len(nouns) <= _LONGEST_NOUN or any(not _is_noun(clause, word) for word in nouns):
        return None
    last = nouns[-1]
    if (
        last.key in language.title_words
        or last.key in language.documents
        or last.key in language.speech_nouns
    ):
        return None  # a sign that says something is nobody
    return Mention(MentionKind.ROLE, last.text, Span(last.start, last.end), range(stop - 1, stop))


def _is_noun(clause: Clause, word: Word) -> bool:
    plain = word.is_word and not word.is_capitalised and word.key not in clause.language.prepositions
    return plain and word.key not in clause.language.function_words


def _is_aside(clause: Clause, verb: range) -> bool:
    """Whether a verb stands between two dashes that close before the quotation: "the charter – which Lee swore by – has"."""
    dashes = [index for index, word in enumerate(clause.words) if word.text in _DASHES]
    before = sum(index < verb.start for index in dashes)
    return before % 2 == 1 and before < len(dashes)


def _ends_in_colon(clause: Clause) -> bool:
    return bool(clause.words) and clause.words[-1].text in {":", "："}


def _colon(clause: Clause) -> Cue | None:
    """A sentence that ends in a colon and names somebody: "Ann Lee: ", "the Gazette on the bridge:"."""
    if not clause.words or clause.words[-1].text not in {":", "："}:
        return None
    last = _last_clause(clause)
    if last is not None:
        return Cue(Span(0, 0), Strength.LABEL, last)
    people = [m for m in clause.found if m.kind in VOICES and not _only_begins(clause, m)]
    people = [m for m in people if not _are_nouns(clause, m) and not _owns_thing(clause, m)]
    subjects = [m for m in people if not is_object(clause, m)]
    voice = next((m for m in subjects if m.kind in {MentionKind.PERSON, MentionKind.OUTLET}), None)
    named = [m for m in people if m.kind is MentionKind.PERSON]
    voice = voice or (named[0] if len(named) == 1 else None)  # "an answer from Ann Lee:"
    voice = voice or next(iter([*subjects, *people]), None)
    described = (m for m in clause.found if m.kind not in VOICES and m.gender is not Gender.NEUTRAL)
    voice = voice or next(described, None)
    return Cue(Span(0, 0), Strength.LABEL, voice) if voice is not None else None


def _owns_thing(clause: Clause, mention: Mention) -> bool:
    """Whether what stands before the colon is somebody's, and bears the words: "Lee's sign:", "sur la pancarte de Lee :"."""
    language, first, stop = clause.language, mention.words.start, mention.words.stop
    before, after = clause.words[max(0, first - 2) : first], clause.words[stop : stop + 3]
    of = len(before) > 1 and before[1].key.removesuffix("'") in language.owned_by
    if of and before[0].key in language.named_things:
        return True
    owned = bool(after) and after[0].key in POSSESSIVES
    return owned and any(word.key in language.named_things for word in after[1:])


def _are_nouns(clause: Clause, mention: Mention) -> bool:
    """Whether, where nouns are capitalised, nothing shows that two capitals side by side are a person's name."""
    if not clause.language.nouns_capitalised or mention.kind is not MentionKind.PERSON:
        return False
    titled = len(mention.name) < len(mention.span)
    return not titled and mention.gender is None and mention.name.split()[-1].casefold() not in clause.known


def _only_begins(clause: Clause, mention: Mention) -> bool:
    """Whether a word has its capital only from the beginning of the sentence: "Later photographs:"."""
    if mention.kind is not MentionKind.NAME or mention.name.casefold() in clause.known:
        return False
    first, after = mention.words.start, clause.words[mention.words.stop]
    begins = first == 0 or clause.words[first - 1].text in ".!?:"
    return begins and after.is_word and not after.is_capitalised and not clause.language.verbs.at([after], 0)


def _last_clause(clause: Clause) -> Mention | None:
    """The subject that begins the clause behind the last "and" or "but", if a person or a pronoun does."""
    cuts = [index for index, word in enumerate(clause.words) if word.key in CONJUNCTIONS]
    for mention in clause.found:
        if cuts and cuts[-1] < mention.words.start <= cuts[-1] + 4 and not is_object(clause, mention):
            return mention if mention.kind in {MentionKind.PERSON, MentionKind.PRONOUN} else None
    return None


LEADING: tuple[Callable[[Clause], Cue | None], ...] = (
    _owned_words,
    _according,
    _label,
    _verb_before,
    _colon,
)
"""The readers, in the order in which they are believed. The spans of their cues are still empty."""
