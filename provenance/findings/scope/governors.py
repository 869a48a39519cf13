"""Which words of a sentence govern others: read from the word lists, the longest entry first.

Turns that look like governors and are none ("not only", "no later than", "even if") are read first and take their words
with them.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from provenance.findings.normalization.tokens import PartialDate
from provenance.findings.scope.counts import counts
from provenance.findings.scope.governor import NEGATING, Governor, GovernorClass
from provenance.findings.scope.reading import ReadSentence
from provenance.findings.scope.relating import related
from provenance.findings.scope.requirements import requirements
from provenance.findings.scope.standards import standards
from provenance.findings.scope.two_parts import in_two_parts
from provenance.languages.apparatus import vocabulary
from provenance.languages.cues import language
from provenance.languages.lexicon import Hit, Lexicon, lists_begun

_PSEUDO: Final = ("pseudo_negation", "pseudo_condition")
# The lists in the order in which they are asked for a word; an entry of more words goes first.
_LISTS: Final = (
    ("whether", GovernorClass.QUESTION),
    ("denials", GovernorClass.DENIAL),
    ("negators", GovernorClass.NEGATION),
    ("condition", GovernorClass.CONDITION),
    ("suppositions", GovernorClass.CONDITION),
    ("exception", GovernorClass.EXCEPTION),
    ("distancing", GovernorClass.CLAIM),
    ("claim_phrases", GovernorClass.CLAIM),
    ("claim_verbs", GovernorClass.CLAIM),
    ("claim_nouns", GovernorClass.CLAIM),
    ("hearsay", GovernorClass.CLAIM),
    ("said_neutral", GovernorClass.REPORT),
    ("said_loaded", GovernorClass.REPORT),
    ("evidence", GovernorClass.REPORT),
    ("approx", GovernorClass.LIMIT),
    ("quantifiers", GovernorClass.LIMIT),
    ("contrast", GovernorClass.EXCEPTION),
    ("hedges", GovernorClass.HEDGE),
    ("opinions", GovernorClass.HEDGE),
    ("trailing_hedges", GovernorClass.HEDGE),
    ("not_yet", GovernorClass.HEDGE),
    ("relative", GovernorClass.RESTRICTION),
)
_IN_NO_PHRASE: Final = frozenset((GovernorClass.CONDITION, GovernorClass.EXCEPTION))
_NOUNS: Final = (("denials", GovernorClass.DENIAL), ("claim_nouns", GovernorClass.CLAIM))
_STEM: Final = 4  # letters of a stem by which other forms of a word are known
_ASKED: Final = (*_PSEUDO, *(name for name, _ in _LISTS))
# What a turn that only looks like a governor does not do; "no fewer than" limits all the same.
_SPARED: Final = NEGATING | {GovernorClass.CONDITION, GovernorClass.EXCEPTION, GovernorClass.QUESTION}
_UNPARTED: Final = NEGATING | {GovernorClass.EXCEPTION}  # no comma stands inside an entry: "nicht, aber"
# Words of these classes before a noun say how many of them: "some of the teachers".
_COUNTING: Final = frozenset({"none", "few", "some", "many", "half", "most"})
_CLAUSE: Final = 4  # among so many words behind a verb of saying "that" opens its clause
_HEARER: Final = 3  # so many words before a verb of hearing
_OF_OTHERS: Final = ("claim_phrases", "distancing")  # lists of what is never one's own claim
_SUBJECT: Final = 8  # so many words before a verb its subject stands


@lru_cache(maxsize=16)  # a cut asks for its sentence's several times
def governors_of(sentence: ReadSentence) -> tuple[Governor, ...]:
    """The governors of a sentence, in its order. A word may govern in more than one way: "may" hedges, "only" excepts."""
    found = (
        *_found(sentence),
        *in_two_parts(sentence),
        *_inverted(sentence),
        *related(sentence),
        *counts(sentence),
        *requirements(sentence),
        *standards(sentence),
    )
    return tuple(sorted(found, key=lambda each: each.first))


def _inverted(sentence: ReadSentence) -> Iterator[Governor]:
    """A condition whose verb stands first, and no question: "Were the county to pay, …", German "Hätte er gefragt, …"."""
    for index in range(len(sentence.words)):
        opens = not index or ":" in sentence.gaps[index]
        if opens and not sentence.asks and sentence.has("inverted", index):
            commas = (place for place in range(index + 1, len(sentence.words)) if sentence.has_comma(place))
            if next(commas, None) is not None:
                yield Governor(GovernorClass.CONDITION, index, index + 1, sentence.words[index : index + 1])


def _found(sentence: ReadSentence) -> Iterator[Governor]:
    words, index, begun = sentence.words, 0, lists_begun(sentence.lexicon, _ASKED)
    phrase = 0  # where the latest set phrase ends, in which "if" sets no condition
    while index < len(words):
        asked = begun[words[index]]
        opens = not index or sentence.gaps[index].strip()
        marker = sentence.lexicon.words("markers").at(words, index) if opens else None
        phrase = marker.last if marker is not None and len(marker.entry) > 1 else phrase
        if not asked:
            yield from _in_another_form(sentence, index)
            index += 1
            continue
        hits = [
            (hit, kind)
            for hit, kind in _hits_at(sentence, index, asked)
            if kind not in _IN_NO_PHRASE or hit.last > phrase  # Japanese "しかも" is no "しか"
        ]
        longest = max((len(hit.entry) for hit, _ in hits), default=0)
        turns = (sentence.lexicon.words(name).at(words, index) for name in _PSEUDO)
        pseudo = max(filter(None, turns), key=lambda hit: len(hit.entry), default=None)
        kinds: set[GovernorClass] = set()
        if pseudo and len(pseudo.entry) >= longest and not any(sentence.kept[index : pseudo.last]):
            kinds |= _SPARED
            others = (len(hit.entry) for hit, kind in hits if kind not in _SPARED)
            longest = max(others, default=len(pseudo.entry))
        for hit, kind in hits:
            named = _kind(sentence, hit, kind)
            if len(hit.entry) < longest or named is None or named in kinds:
                continue
            if named is not GovernorClass.NEGATION or GovernorClass.DENIAL not in kinds:
                kinds.add(named)
                yield Governor(named, hit.first, hit.last, hit.entry)
        index = max(index + max(1, longest), pseudo.last if pseudo and kinds >= _SPARED else 0)


def _hits_at(
    sentence: ReadSentence, index: int, asked: tuple[str, ...]
) -> Iterator[tuple[Hit, GovernorClass]]:
    """The entries that begin at a word, of those lists of governors that have one with its first word."""
    alike = sentence.words[: _run_end(sentence, index)]
    comma = next((at for at in range(index + 1, len(alike)) if sentence.has_comma(at)), len(alike))
    for name, kind in _LISTS:
        if name in asked:
            entries = sentence.lexicon.words(name)
            hit = entries.at(alike[:comma] if kind in _UNPARTED else alike, index)  # "not, even for a moment"
            if hit and (kind in NEGATING or len(hit.entry) > 1 or sentence.is_spelled(index, entries)):
                yield hit, kind


def _in_another_form(sentence: ReadSentence, index: int) -> Iterator[Governor]:
    """What a word in no list governs of which a list has another form: "myths" for "myth", Swedish "anklagelsen"."""
    stem = sentence.lexicon.stem(sentence.words[index])
    for name, kind in _NOUNS:
        entry = _by_stem(name, sentence.lexicon).get(stem)
        named = sentence.tokens[index].capitalised and sentence.lexicon.language != "de"
        plain = sentence.is_content(index) and not sentence.has("possessives", index)
        if entry is not None and plain and not named:
            yield Governor(kind, index, index + 1, entry)


@lru_cache(maxsize=64)
def _by_stem(name: str, lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The single words of a list by their stems, where these are long enough to tell a word."""
    entries = (entry for entry in lexicon.words(name).groups if len(entry) == 1)
    return {stem: entry for entry in entries if len(stem := lexicon.stem(entry[0])) >= _STEM}


def _run_end(sentence: ReadSentence, index: int) -> int:
    """Where the words end that are kept, or cut off, together with one: of "not at all" the "not" may go alone, and "refuse" without its "to"."""
    state, last = sentence.kept[index], index + 1
    while last < len(sentence.kept) and sentence.kept[last] is state:
        last += 1
    return last + 1 if last < len(sentence.kept) and sentence.has("infinitive", last) else last


def _kind(sentence: ReadSentence, hit: Hit, kind: GovernorClass) -> GovernorClass | None:
    """The class of an entry where it stands; None if it is a name or a date there."""
    token = sentence.tokens[hit.first]
    opens = token.opens or not hit.first or ":" in sentence.gaps[hit.first]
    named, words = token.capitalised and sentence.lexicon.language != "de", sentence.lexicon.words
    supposed = hit.entry in words("suppositions").groups and hit.entry not in words("condition").groups
    if not opens and (named or supposed):
        return None  # "in May", "one may suppose"
    if kind is GovernorClass.CONDITION and hit.last < len(sentence.tokens):
        return None if isinstance(sentence.tokens[hit.last].value, PartialDate) else kind
    if kind in {GovernorClass.CLAIM, GovernorClass.REPORT}:
        return None if _is_proof(sentence, hit) else _whose(sentence, hit, kind)
    contrasts = hit.entry not in sentence.lexicon.words("exception").groups
    if kind is GovernorClass.EXCEPTION and contrasts:
        return kind if sentence.has_comma(hit.first) and _is_predicate(sentence, hit) else None
    counts = sentence.lexicon.words("quantifiers").groups.get(hit.entry, "some") in _COUNTING
    if kind is GovernorClass.LIMIT and not counts:
        return kind if hit.entry in sentence.lexicon.words("approx").groups else None
    return kind


def _is_predicate(sentence: ReadSentence, hit: Hit) -> bool:
    """Whether "but" goes on with a verb of the same subject: "was safe, but had to be halved for children"."""
    verbs = sentence.lexicon.words("auxiliaries")
    if hit.last >= len(sentence.tokens) or sentence.words[hit.last] not in verbs:
        return False
    first = sentence.first_kept
    told = bool(first) and sentence.has("complementizers", first - 1)
    saying = language(sentence.lexicon.language).saying
    measured = any(
        sentence.has("evidence", index) and sentence.tokens[index].text.casefold() not in saying
        for index in range(first)
    )
    said = told and not measured and bool(sentence.content_between(0, first - 2))
    return not said  # "She said that the hall was empty, but would not say why" is about her


def _is_proof(sentence: ReadSentence, hit: Hit) -> bool:
    """Whether an entry takes a clause which is so: "the survey shows that"."""
    shown = all(hit.entry in sentence.lexicon.words(name).groups for name in ("evidence", "assertives"))
    return shown and hit.last < len(sentence.tokens) and sentence.has("complementizers", hit.last)


def _whose(sentence: ReadSentence, hit: Hit, kind: GovernorClass) -> GovernorClass | None:
    """Whose claim it is: to assert or say something oneself governs nothing, to think it hedges."""
    if hit.entry in sentence.lexicon.words("hearsay").groups:
        return kind if _hears(sentence, hit) else None
    before = sentence.words[max(0, hit.first - _SUBJECT) : hit.last]
    if _is_own(sentence, hit, before):
        # What one asserts or says oneself is one's own.
        return GovernorClass.HEDGE if hit.entry in sentence.lexicon.words("opinions").groups else None
    amid = any(sentence.kept[: hit.first]) and any(sentence.kept[hit.last :])
    if amid and sentence.words[hit.first - 1] in sentence.lexicon.words("pronouns_third"):
        # "told the court that he believed": the sentence still says whose opinion it is.
        return GovernorClass.HEDGE
    counted = hit.first > 0 and sentence.has("quantifiers", hit.first - 1)  # "many say"
    others = counted or any(one in sentence.lexicon.words("third_parties") for one in before)
    if kind is GovernorClass.REPORT and (others or owner_from(hit.first, sentence)):
        return GovernorClass.CLAIM
    return kind


def _hears(sentence: ReadSentence, hit: Hit) -> bool:
    """Whether somebody tells what they hear or read, or were told: "I heard that", not "so that all may hear"."""
    near = sentence.words[max(0, hit.first - _HEARER) : hit.last]
    return is_own(near, sentence.lexicon) and not sentence.has("infinitive", hit.first - 1)


def owner_from(verb: int, sentence: ReadSentence) -> int:
    """The index from which a sentence names who says what a verb says, where somebody else reports it: "Voss said *her cook had told* her"."""
    subject = next((at for at in range(verb - 1, 0, -1) if not sentence.has("auxiliaries", at)), 0)
    saying = (at for at in range(subject - 1, 0, -1) if sentence.says(at))
    told = next((at for at in saying if not sentence.has("articles", at - 1)), 0)
    own = sentence.is_content(subject) and not sentence.tokens[subject].value
    joined = any(sentence.has("coordinators", at) for at in range(told, verb))
    near = range(verb + 1, min(verb + _CLAUSE, len(sentence.tokens)))
    takes_clause = not joined and any(sentence.has("complementizers", at) for at in near)
    return told + 1 if told and takes_clause and (own or sentence.has("relative", subject)) else 0


def _is_own(sentence: ReadSentence, hit: Hit, before: Sequence[str]) -> bool:
    """Whether a first person claims: "I say", and "my belief" for a noun; "my brother believes" is his.

    What one hears or reads, or is told ("they told me", "I was told"), is not one's own.
    """
    lexicon = sentence.lexicon
    if any(hit.entry in lexicon.words(name).groups for name in _OF_OTHERS):
        return False
    if is_own(before, lexicon):
        return not (hit.first and sentence.words[hit.first - 1] in vocabulary("passives"))
    noun = hit.entry in lexicon.words("claim_nouns").groups
    near = 2 if hit.entry in lexicon.words("claim_verbs").groups else 3  # "my neighbour claims"
    return noun and any(word in lexicon.words("possessives") for word in before[-near:])


def is_own(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a first person is among some words, and not as an object alone: "I told them", "let me say", not "they told me"."""
    persons, objects, letting = map(lexicon.words, ("first_person", "first_person_objects", "letting"))
    return any(
        word not in objects or any(one in letting for one in words[max(0, index - 2) : index + 2])
        for index, word in enumerate(words)
        if word in persons
    )
