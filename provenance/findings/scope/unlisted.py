"""What a cut took away that no word list knows: a main clause before a "that", and what likely turns the sense by all that is seen."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from provenance.excerpts.model import MarkKind
from provenance.findings.context import Change, JudgingContext
from provenance.findings.scope.compensation import Compensation
from provenance.findings.scope.evidence import Sighting, cut_model
from provenance.findings.scope.governor import Cut, Governor, GovernorClass
from provenance.findings.scope.governors import is_own
from provenance.findings.scope.openers import is_made_of_markers, opener_end
from provenance.findings.scope.reading import ReadSentence, is_mended
from provenance.findings.scope.standing import is_adjunct
from provenance.findings.scope.ways import FARTHEST, is_open
from provenance.text.span import Span

_NOUN: Final = 3  # words among which a noun stands that a clause with "that" follows
_FEW: Final = 4  # words; more of them are a phrase
_HEAD: Final = 6  # words before a complementizer among which the one stands that takes the clause
_SIGNS: Final = " \n\t…[]()"
# Verbs and nouns that say or know, of which the clause is so, or that other rules know.
_HARMLESS: Final = ("factives", "assertives", "claim_verbs", "claim_nouns", "opinions", "asks")
_ASSURING: Final = ("factives", "assertives")  # of which the clause is so
_OTHERS: Final = ("first_person_objects", "third_parties")  # somebody told me, people tell
_SUPPOSING: Final = ("modals", "hedges", "hearsay", "third_parties", "negators", "denials")
_UNCERTAIN: Final = (
    *_SUPPOSING,
    *"opinions claim_verbs claim_nouns grounds asks possessives interrogatives".split(),
)


class UnlistedGovernors:
    """Finds what governs kept words though no list knows it."""

    def __init__(self, context: JudgingContext, compensation: Compensation) -> None:
        self._context = context
        self._compensation = compensation

    def frames(self, cut: Cut, sentence: ReadSentence) -> Iterator[Governor]:
        """What the words behind a cut hang on, where no list knows it: a main clause, a verb of theirs, another sentence's subject."""
        first, target = sentence.tokens.index(cut.tokens[0]), sentence.tokens.index(cut.tokens[-1]) + 1
        if is_half_of_choice(first, target, sentence) and not self._compensation.has("or"):
            yield Governor(GovernorClass.FRAME, first, target)
            return
        if target == len(sentence.kept):
            return
        said = said_before(target, sentence)
        if said is not None:
            yield said
            return
        frame = frame_before(target, sentence, self._compensation)
        if frame is not None and opener_end(first, target, sentence) < target:
            yield frame
        elif (
            self._has_lost_verb(first, target, sentence)
            or is_verb_chain(first, target, sentence)
            or (cut.declared and self._is_under_mark(first, target, cut.change, sentence))
        ):
            yield Governor(GovernorClass.FRAME, first, target)

    def _is_under_mark(self, first: int, target: int, change: Change | None, sentence: ReadSentence) -> bool:
        """Whether an ellipsis takes a verb or modifier out of a clause, or gives a verb the subject of another sentence."""
        if change is None or change.gained:
            return False
        text, start = self._context.article.document.text, self._context.excerpt.span.start
        before = text[start : change.excerpt.span.start]
        inside = is_inside_clause(first, target, sentence, self._compensation)
        return inside or is_spliced(target, sentence, before)

    def _has_lost_verb(self, first: int, target: int, sentence: ReadSentence) -> bool:
        """Whether brackets mend the verb behind a cut that took more than its subject: "… answer[ed]"."""
        mended = sentence.tokens[target].span in self._mended
        return mended and not all(sentence.has("pronouns", index) for index in range(first, target))

    @cached_property
    def _mended(self) -> frozenset[Span]:
        return frozenset(each.source.span for each in self._context.changes if is_mended(each))

    def doubtful(self, cut: Cut, sentence: ReadSentence) -> Iterator[Governor]:
        """A cut that likely turns the sense of the kept words, though no list knows what of it governs them."""
        open_to_doubt = self.is_open_to_doubt(cut, sentence)
        if open_to_doubt and cut_model().doubts(self.sighting(cut, sentence).names()):
            first = sentence.tokens.index(cut.tokens[0])
            yield Governor(GovernorClass.FRAME, first, first + len(cut.tokens))

    def sighting(self, cut: Cut, sentence: ReadSentence) -> Sighting:
        """What is seen of a cut that is open to doubt."""
        return Sighting(cut, sentence, self._context, self._compensation)

    def is_open_to_doubt(self, cut: Cut, sentence: ReadSentence) -> bool:
        """Whether a cut is an edge, in a language with word lists, and the article has words of its own near.

        Openers and function words say nothing; what brackets put back is not lost.
        """
        first = sentence.tokens.index(cut.tokens[0])
        last = first + len(cut.tokens)
        words = sentence.lexicon.words("function_words")
        return (
            cut.change is None
            # The piece before has them, or other words.
            and not (cut.before and self._context.excerpt.continues)
            and (sentence.lexicon.verb_final or any(word in words for word in sentence.words))
            and bool(sentence.content_between(opener_end(first, last, sentence), last))
            and self._compensation.has_words_near
            and not self._begins_in_brackets(cut)
            and not is_known_frame(last, sentence, self._compensation)
            and not is_adjunct(self._context)
        )

    def _begins_in_brackets(self, cut: Cut) -> bool:
        """Whether the excerpt begins with words in brackets, or has the last word before it in them: "Der Eintritt [bleibt]".

        A letter in brackets ("[T]he") puts nothing back.
        """
        if not cut.before:
            return False
        text, start = self._context.article.document.text, self._context.excerpt_units.items[0].span.start
        marks = [mark.passage for mark in self._context.excerpt.marks if mark.kind is MarkKind.BRACKETS]
        words = [mark for mark in marks if not text[mark.span.end : mark.span.end + 1].isalnum()]
        put_in = [passage.text.strip("[]").casefold() for passage in words]
        opens = any(mark.span.start <= start < mark.span.end for mark in words)
        return opens or cut.tokens[-1].text.casefold() in put_in


def frame_before(target: int, sentence: ReadSentence, article: Compensation) -> Governor | None:
    """The main clause before the first kept word behind a cut that takes it as its clause and is not known to be harmless."""
    gate = _gate(target, sentence)
    inside = any(sentence.kept[:target])  # there the clause must follow at once: "the man that you know …"
    if gate is None or (inside and gate != target - 1):
        return None
    first = _clause_start(gate, sentence)
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
    if is_evaluation(first, gate, sentence):
        return True
    near = range(max(first, gate - _HEAD), gate)
    heads = [at for at in near if _is_so(at, sentence) or _is_said_oneself(at, first, sentence)]
    supposed = any(sentence.has(name, at) for at in range(first, gate) for name in _SUPPOSING)
    hanging = any(_hangs(at, first, sentence, article) for at in heads)
    sure = any(sentence.has("pseudo_negation", at) for at in near)  # "there is no doubt that"
    return sure or (bool(heads) and not supposed and not hanging)


def is_evaluation(first: int, gate: int, sentence: ReadSentence) -> bool:
    """Whether a main clause only says what somebody holds of the fact that follows: "It is a scandal that", "I am glad that".

    What is no fact is said by a word that a list knows: "it is possible that", "it is a myth that".
    """
    copula = next((at for at in range(first, gate) if sentence.has("copula", at)), None)
    content = [at for at in sentence.content_between(first, gate) if not sentence.has("copula", at)]
    if copula is None or len(content) != 1 or content[0] < copula:
        return False
    if any(sentence.has("articles", at) for at in range(copula + 1, content[0])):
        return False  # a noun may be a tale or a risk: "it is an old tale that"
    return not any(
        sentence.says(at) or sentence.has(name, at) for at in range(first, gate) for name in _UNCERTAIN
    )


def is_spliced(target: int, sentence: ReadSentence, before: str) -> bool:
    """Whether a verb behind an ellipsis, its own subject lost, goes on with an earlier sentence: "The first … is dull"."""
    ends = before.rstrip(_SIGNS)[-1:]
    return (
        not any(sentence.kept[:target])
        and (sentence.has("auxiliaries", target) or sentence.has("coordinators", target))
        and not sentence.asks
        and bool(sentence.content_between(0, target))  # a pronoun stands for what is kept
        and bool(ends)
        and ends not in ".!?;:。！？"
    )


def is_half_of_choice(first: int, target: int, sentence: ReadSentence) -> bool:
    """Whether a cut, from one word to before another, took the "either" of two alternatives of which only one is kept."""
    words, kept = sentence.words, sentence.kept
    for either, other in sentence.lexicon.words("either_or").groups:
        at = next((index for index in range(first, target) if words[index] == either), None)
        if at is not None:
            ors = (index for index in range(at + 1, len(words)) if words[index] == other)
            loose = either != other or not at
            at_or = next((index for index in ors if loose or sentence.has_comma(index)), None)
            if at_or is not None and any(kept[at:at_or]) != any(kept[at_or:]):
                return True
    return False


def is_verb_chain(first: int, target: int, sentence: ReadSentence) -> bool:
    """Whether nothing but auxiliaries stands between kept words, a modal verb among them: "ought to have"."""
    chain = range(first, target)
    return (
        len(chain) > 1
        and first > 0
        and all(sentence.has("modals", index) for index in sentence.content_between(first, target))
        and any(sentence.has("modals", index) for index in chain)
        and not sentence.has_commas(first, target + 1)
        and sentence.is_content(target)
    )


def is_inside_clause(first: int, target: int, sentence: ReadSentence, article: Compensation) -> bool:
    """Whether a few words are gone from the middle of a clause, no comma at either side, the first a verb or a modifier.

    What an ellipsis may take is a clause, a phrase or an item of its own; names, fillers and words that the article has are
    spared.
    """
    cut = range(first, target)
    content = [at for at in cut if sentence.is_content(at) and not article.echoes(sentence.tokens[at])]
    told = any(
        sentence.tokens[index].capitalised or sentence.tokens[index].value or sentence.says(index)
        for index in cut
    )
    bordered = any(sentence.gaps[index].strip() for index in range(first, target + 1))
    joining = ("coordinators", "relative", "pseudo_negation")
    listed = any(sentence.has(name, index) for index in cut for name in joining)
    filler = is_made_of_markers(sentence.words[first:target], sentence.lexicon)
    spared = told or bordered or listed or filler
    return bool(first) and len(cut) <= _FEW and content[:1] == [first] and not spared


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
