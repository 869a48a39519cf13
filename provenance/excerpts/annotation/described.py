"""Described: whoever a line describes and does not name, beside a verb of saying or before a quotation ("One driver, …")."""

from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from provenance.excerpts.annotation.lines import QUOTED, Line
from provenance.excerpts.annotation.mention import Mention, MentionKind
from provenance.excerpts.annotation.names import POSSESSIVE

if TYPE_CHECKING:
    from provenance.excerpts.annotation.mentions import MentionReader

_LONGEST_ROLE = 5  # words
_LONGEST_OPENING = 3  # words of a description at the beginning of a sentence, its verb included
_NO_SUBJECT = frozenset((QUOTED, *".!?…。"))
_MOST_SMALL = 3  # words before a description: "And then the"
_COLONS = frozenset(":：")
_QUESTIONS = frozenset("?？")
_MOST_ATTACHED = 3  # phrases behind prepositions that go with a description
_LONGEST_APPOSITION = 20  # words between commas
_LONGEST_ADVERB = 3  # words from a comma to a verb: ", once said"


def with_described(line: Line, found: list[Mention], reader: "MentionReader") -> Iterator[Mention]:
    """The mentions, and whoever is described beside a verb of saying and not named: "the lighthouse keeper replied"."""
    taken = {at for mention in found for at in mention.words if mention.kind is not MentionKind.ROLE}
    described = []
    for words in filter(None, _descriptions(line, taken, reader)):
        # Where nouns are capitalised, one has a capital.
        noun = line.words[words[-1]].is_capitalised or not reader.pack.nouns_capitalised
        if noun and taken.isdisjoint(words):
            described.append(reader.make(line, MentionKind.ROLE, words, roles=(line.words[words[-1]].key,)))
            taken.update(words)
    if described:
        replaced = {at for mention in described for at in mention.words}
        kept = (mention for mention in found if replaced.isdisjoint(mention.words))
        found = sorted([*kept, *described], key=lambda mention: mention.words.start)
    yield from (one for one, other in pairwise([*found, None]) if one and not _is_owner(one, other))


def _descriptions(line: Line, taken: set[int], reader: "MentionReader") -> Iterator[range | None]:
    """What may describe somebody: beside a verb of saying, then as the beginning of a sentence that quotes."""
    said, keys = reader.pack.saying.holds, [word.key for word in line.words]
    for at in [at for at, key in enumerate(keys) if said[key] and line.words[at].is_word]:
        yield _described_before(line, at, taken, reader)
        yield _described_behind(line, at, taken, reader)
    quoted = [at for at, key in enumerate(keys) if key == QUOTED] if QUOTED in keys else []
    leads = {line.sentences[at] for at in quoted}
    leads.update(line.sentences[at - 1] for at in quoted if at and keys[at - 1] in _QUESTIONS)
    if line.words and line.words[-1].text in _COLONS:
        leads.add(line.last_sentence)
    for at in range(len(line.words)) if leads else ():
        if line.sentences[at] in leads and line.begins_sentence(at):
            yield _described_opening(line, at, taken, reader)


def _described_opening(line: Line, first: int, taken: set[int], reader: "MentionReader") -> range | None:
    """Whoever a sentence begins with: what a small word that is no preposition opens ("One driver"), or a comma closes."""
    opening = line.words[first : first + _MOST_SMALL]
    start = first + sum(1 for _ in takewhile(reader.is_small, opening))
    stop = start
    while stop < min(len(line.words), start + _LONGEST_OPENING) and _is_content(line, stop, taken, reader):
        stop += 1
    behind = line.words[stop].text if stop < len(line.words) else "."
    closed = (stop == start + 1 and behind == ",") or (behind in _QUESTIONS and stop > start)
    quotes = any(word.key == QUOTED for word in line.words[stop + 1 : stop + 2])
    if start > first + 1 and not (quotes and behind in _COLONS | _QUESTIONS):
        return None  # "That the fair opens is sure", "Here is the key part:"
    if (behind in _NO_SUBJECT or start == first or first in taken) and not closed:
        return None  # a whole sentence, or a word that may be an adverb
    if stop - start == _LONGEST_OPENING and behind.isalpha():
        stop -= 1  # the verb
    elif behind in _COLONS:  # "The mayor disagreed:"
        stop = next((at + 1 for at in range(start, stop) if line.words[at].key in reader.pack.titles), stop)
    return range(start, stop) if start < stop else None


def _is_owner(mention: Mention, following: Mention | None) -> bool:
    """Whether a pronoun stands right before somebody who is described, and only says whose: "her husband"."""
    if following is None or mention.kind is not MentionKind.PRONOUN:
        return False
    return following.kind is MentionKind.ROLE and mention.words.stop == following.words.start


def _described_before(line: Line, verb: int, taken: set[int], reader: "MentionReader") -> range | None:
    """The words before a verb of saying that describe somebody: "a clerk at the rank, who is new, said" describes a clerk."""
    if verb and line.words[verb - 1].key.endswith(POSSESSIVE):
        return None  # "the clerk's report"
    stop = _apposition_start(line, verb)
    found = None
    for _ in range(_MOST_ATTACHED):
        start = stop
        while start > max(0, stop - _LONGEST_ROLE) and _is_content(line, start - 1, taken, reader):
            start -= 1
        before = line.words[start - 1].key
        opened = line.begins_sentence(start) or (
            before in reader.vocabulary.function and not _is_subject(before, reader)
        )
        if start == stop or not opened or reader.pack.according.at(line.words, start):
            return found
        found = range(start, stop)
        ends = [at for at in (start - 1, start - 2) if at > 0]
        stop = next((at for at in ends if line.words[at].key in reader.pack.prepositions), 0)
        if not stop:
            return found
    return found


def _is_subject(key: str, reader: "MentionReader") -> bool:
    """Whether a word is a pronoun that has a verb behind it, and no noun: "he clearly says"."""
    pack = reader.pack
    return key not in pack.oblique and any(key in forms for forms in pack.personal)


def _apposition_start(line: Line, verb: int) -> int:
    """Where what stands between commas before a verb begins; the verb, where nothing does."""
    for end in range(verb - 1, max(0, verb - _LONGEST_ADVERB), -1):
        if line.words[end].text == ",":
            starts = range(end - 2, max(0, end - _LONGEST_APPOSITION), -1)
            same = (at for at in starts if line.sentences[at] == line.sentences[verb])
            return next((at for at in same if line.words[at].text == ","), verb)
    return verb


def _described_behind(line: Line, verb: int, taken: set[int], reader: "MentionReader") -> range | None:
    small = [reader.is_small(word) for word in line.words[verb + 1 : verb + 3]]
    start = verb + 1 + [*small, False].index(False)
    stop = start
    while stop < min(len(line.words), start + _LONGEST_ROLE) and _is_content(line, stop, taken, reader):
        stop += 1
    ahead = line.words[stop : stop + 1]
    leads_on = bool(ahead) and (
        stop in taken
        or (ahead[0].key in reader.vocabulary.function and ahead[0].key not in reader.pack.prepositions)
    )
    return range(start, stop) if stop > start and not (leads_on and stop == start + 1) else None


def _is_content(line: Line, index: int, taken: set[int], reader: "MentionReader") -> bool:
    word = line.words[index]
    if not word.is_word or index in taken or word.text[0].isdigit():
        return False
    pack = reader.pack
    small = (
        word.key in reader.vocabulary.function or word.key in pack.prepositions or word.key in pack.indefinite
    )
    capital = word.is_capitalised and not line.begins_sentence(index)
    return not small and word.key not in pack.saying and capital <= pack.nouns_capitalised
