"""Frames: main clauses before a "that", which a quotation of its clause leaves out; which of them say nothing against it."""

from functools import lru_cache
from typing import Final

from provenance.findings.scope.compensation import Compensation
from provenance.findings.scope.governor import Governor, GovernorClass
from provenance.findings.scope.governors import is_own
from provenance.findings.scope.reading import ReadSentence
from provenance.findings.scope.ways import FARTHEST, is_open
from provenance.languages.lexicon import Lexicon

_NOUN: Final = 3  # words among which a noun stands that a clause with "that" follows
_STEM: Final = 4  # letters of a stem by which other forms of a word are known
_GENITIVES: Final = ("'s", "’s")
_FEW: Final = 4  # words; more of them are a phrase
_PAIR: Final = 2  # the commas around an aside
_HEAD: Final = 6  # words before a complementizer among which the one stands that takes the clause
# Verbs and nouns that say or know, of which the clause is so, or that other rules know.
_HARMLESS: Final = ("factives", "assertives", "claim_verbs", "claim_nouns", "opinions", "asks")
_ASSURING: Final = ("factives", "assertives")  # of which the clause is so
_OTHERS: Final = ("first_person_objects", "third_parties")  # somebody told me, people tell
_SUPPOSING: Final = ("modals", "hedges", "hearsay", "third_parties", "negators", "denials")
_UNCERTAIN: Final = (
    *_SUPPOSING,
    *"opinions claim_verbs claim_nouns grounds asks possessives interrogatives".split(),
)


def frame_before(target: int, sentence: ReadSentence, article: Compensation) -> Governor | None:
    """The main clause before the first kept word behind a cut that takes it as its clause and is not known to be harmless."""
    gate = _gate(target, sentence)
    inside = any(sentence.kept[:target])  # there the clause must follow at once: "the man that you know …"
    if gate is None or (inside and gate != target - 1):
        return None
    first = _clause_start(gate, sentence)
    if sentence.has("coordinators", gate - 1):  # "said that the lane flooded and that"
        gate = next((at for at in range(first, gate) if sentence.has("complementizers", at)), gate)
    content = [index for index in sentence.content_between(first, gate) if not sentence.tokens[index].value]
    heads = [index for index in range(max(first, gate - _HEAD), gate) if _is_harmless(index, sentence)]
    hanging = [index for index in heads if _hangs(index, first, sentence, article)]
    if not content or len(hanging) < len(heads) or article.frames():
        return None
    if is_known_frame(gate + 1, sentence, article):
        return None
    # "the chatter there is that"
    telling = content if sentence.has("auxiliaries", gate - 1) else content[-1:]
    told = any(article.echoes(sentence.tokens[at]) for at in telling)
    if not hanging and (told or article.has_forms([sentence.tokens[at] for at in content])):
        return None
    return Governor(GovernorClass.FRAME, first, gate, sentence.words[content[-1] : content[-1] + 1])


def said_before(target: int, sentence: ReadSentence) -> Governor | None:
    """The verb by which somebody else says what a kept word begins, where only the language's cues know the verb: "m'a raconté que"."""
    gate = _gate(target, sentence)
    if gate is None or gate != target - 1:
        return None
    first = _clause_start(gate, sentence)
    heads = [at for at in range(max(first, gate - _HEAD), gate) if _is_harmless(at, sentence)]
    if not heads or not sentence.says(heads[-1]) or any(map(sentence.reports, heads)):
        return None
    others = any(sentence.has(name, at) for at in range(first, gate) for name in _OTHERS)
    if not others or is_own(sentence.words[first:gate], sentence.lexicon):
        return None
    return Governor(GovernorClass.REPORT, heads[-1], heads[-1] + 1, (sentence.words[heads[-1]],))


def is_known_frame(target: int, sentence: ReadSentence, article: Compensation) -> bool:
    """Whether a main clause that says or knows what follows ends right before a kept word: "I saw on Friday that"."""
    gate = _gate(target, sentence) if target < len(sentence.kept) else None
    if gate is None or gate != target - 1:
        return False
    first = _clause_start(gate, sentence)
    if is_evaluation(first, gate, sentence) or _is_found_oneself(first, gate, sentence):
        return True
    near = range(max(first, gate - _HEAD), gate)
    heads = [at for at in near if _is_so(at, sentence) or _is_said_oneself(at, first, sentence)]
    # Who says that they can or must say something says it.
    content = [at for at in sentence.content_between(first, gate) if not sentence.has("modals", at)]
    own = all(_is_said_oneself(at, first, sentence) for at in content)
    above = [at for at in range(first, gate) if not (own and sentence.has("modals", at))]
    supposed = any(sentence.has(name, at) for at in above for name in _SUPPOSING)
    hanging = any(_hangs(at, first, sentence, article) for at in heads)
    sure = any(sentence.has("pseudo_negation", at) for at in near)  # "there is no doubt that"
    return sure or (bool(heads) and not supposed and not hanging)


def is_evaluation(first: int, gate: int, sentence: ReadSentence) -> bool:
    """Whether a main clause only says what somebody holds of the fact that follows: "It is a scandal that", "The sad part is that".

    What is no fact is said by a word that a list knows: "it is possible that", "it is a myth that".
    """
    commas = [at for at in range(first + 1, gate) if sentence.has_comma(at)]
    aside = range(*commas) if len(commas) == _PAIR else range(0)  # "The lesson, which cost us years, is that"
    copulas = (at for at in range(first, gate) if at not in aside and sentence.has("copula", at))
    copula = next(copulas, None)
    content = [
        at
        for at in sentence.content_between(first, gate)
        if at not in aside and not sentence.has("copula", at)
    ]
    if copula is None or not content:
        return False
    named = any(sentence.has("articles", at) for at in range(copula + 1, content[-1]))
    if content[0] > copula and (named or len(content) > 1):
        return False  # a noun may be a tale or a risk: "it is an old tale that"
    articles = sentence.lexicon.words("articles").groups
    bare = not sentence.has("articles", first) if articles else len(content) > 1
    if content[0] < copula and (bare or not sentence.has("copula", gate - 1)):
        return False  # "word in the town is that"
    if any(sentence.tokens[at].text.endswith(_GENITIVES) for at in content):
        return False  # "the owner's line is that"
    told = [at for at in range(first, gate) if at not in aside]
    uncertain = any(sentence.says(at) or sentence.has(name, at) for at in told for name in _UNCERTAIN)
    claimed = stems_of(("claim_nouns", "claim_verbs"), sentence.lexicon)
    return not uncertain and claimed.isdisjoint(sentence.lexicon.stem(sentence.words[at]) for at in content)


def _is_found_oneself(first: int, gate: int, sentence: ReadSentence) -> bool:
    """Whether a first person and one verb, none of claiming or supposing, are all of a main clause: "We worked out that"."""
    persons = sentence.lexicon.words("first_person").groups
    content = [
        at
        for at in sentence.content_between(first, gate)
        if (sentence.words[at],) not in persons and not sentence.has("auxiliaries", at)
    ]
    own = is_own(sentence.words[first:gate], sentence.lexicon)
    unsure = any(sentence.having((*_UNCERTAIN, "articles"), at) for at in range(first, gate))
    return own and len(content) == 1 and not unsure and not sentence.says(content[0])


def takes_for_granted(gate: int, sentence: ReadSentence) -> bool:
    """Whether the word before a "that" says that its clause is so, in whatever form: "Did you know that", "Sapevate che"."""
    first = _clause_start(gate, sentence)
    content = sentence.content_between(first, gate)[-1:]
    known = stems_of(("factives",), sentence.lexicon)
    return any(sentence.has("factives", at) for at in range(max(first, gate - _FEW), gate)) or any(
        sentence.lexicon.stem(sentence.words[at]) in known for at in content
    )


@lru_cache(maxsize=32)
def stems_of(names: tuple[str, ...], lexicon: Lexicon) -> frozenset[str]:
    """The stems of the single words in some lists, by which other forms of them are known."""
    entries = (entry for name in names for entry in lexicon.words(name).groups if len(entry) == 1)
    return frozenset(stem for entry in entries if len(stem := lexicon.stem(entry[0])) >= _STEM)


def _is_harmless(index: int, sentence: ReadSentence) -> bool:
    return sentence.says(index) or any(sentence.has(name, index) for name in _HARMLESS)


def _is_so(index: int, sentence: ReadSentence) -> bool:
    return any(sentence.has(name, index) for name in _ASSURING) and not sentence.has("said_neutral", index)


def _is_said_oneself(index: int, first: int, sentence: ReadSentence) -> bool:
    near = sentence.words[max(first, index - _FEW) : index + 1]
    return (sentence.says(index) or _is_so(index, sentence)) and is_own(near, sentence.lexicon)


def _hangs(index: int, first: int, sentence: ReadSentence, article: Compensation) -> bool:
    """Whether a verb of saying or holding itself hangs on a word that no list knows: "invited us to hold that".

    It is an infinitive, or stands in a clause within a clause: "a long way from the day when I can tell you that".
    """
    marker = next((at for at in range(index - 1, first, -1) if sentence.has("infinitive", at)), first)
    start = marker
    if marker == first or sentence.content_between(marker, index):
        clauses = (at for at in range(max(first, index - _FEW), index) if sentence.has("relative", at))
        start = next(clauses, first)
    if start <= first or len(sentence.content_between(start + 1, index)) > 1:
        return False
    above = range(first, start)
    content = [at for at in sentence.content_between(first, start) if not sentence.tokens[at].capitalised]
    known = any(_is_harmless(at, sentence) or sentence.has("modals", at) for at in above)
    return bool(content) and not known and not article.echoes(sentence.tokens[content[-1]])


def _gate(target: int, sentence: ReadSentence) -> int | None:
    """The index of the complementizer that opens the clause of a kept word, in the cut before it or kept with it."""
    for index in range(target, min(target + _NOUN, len(sentence.kept) - 1)):
        if sentence.has("claim_nouns", index) and sentence.has("complementizers", index + 1):
            return target  # "little remains of | the theory that"
    for index in range(target, max(-1, target - FARTHEST), -1):
        if index < target and sentence.kept[index]:
            return None
        if sentence.has("complementizers", index) and is_open(index + 1, target, sentence):
            ends = sentence.is_parted(index + 1, target + 1) or _is_relative(index, sentence)
            return None if ends else index
    return None


def _is_relative(index: int, sentence: ReadSentence) -> bool:
    """Whether a word that may be a complementizer is the subject of the verb behind it: "the team that won"."""
    behind = index + 1
    return (
        sentence.has("relative", index)
        and behind < len(sentence.tokens)
        and sentence.has("auxiliaries", behind)
    )


def _clause_start(gate: int, sentence: ReadSentence) -> int:
    """Where the cut begins that a complementizer stands in, or behind the last sign in it that ends a clause."""
    return next(
        (at for at in range(gate, 0, -1) if sentence.kept[at - 1] or sentence.is_parted(at, at + 1)),
        0,
    )
