"""Compensation: what an article has in the place of a lost governor, from words that themselves govern the quotation."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from provenance.findings.normalization.tokens import Quantity, Token
from provenance.findings.scope.governor import LIMITING, NEGATING, Governor, GovernorClass
from provenance.findings.scope.governors import governors_of
from provenance.findings.scope.own_words import OwnWords, negates
from provenance.findings.scope.reading import asks_at
from provenance.findings.scope.relating import said_by_others
from provenance.languages.lexicon import Lexicon
from provenance.languages.notices import notice
from provenance.languages.sentences import splitter

_LIMITING: Final = LIMITING | {GovernorClass.RESTRICTION}
_WEAKENING: Final = frozenset({GovernorClass.LIMIT, GovernorClass.HEDGE})
_TIMES: Final = frozenset({"before", "after"})
_DENYING: Final = ("negators", "denials")
_PLAIN: Final = ("factives", "assertives", "claim_verbs", "claim_nouns", "opinions")
_CLAIMS: Final = ("claim_verbs", "claim_nouns", "claim_phrases")
_HEAD: Final = 6  # words before "that" among which the one stands that takes the clause
_NEXT: Final = 2  # words of the article's next sentence among which a contrast opens it
_BEFORE: Final = 4  # words before the quotation that may say "could" or "plans to"


class Compensation(OwnWords):
    """What the article's own words around an excerpt make up for."""

    def makes_up_for(self, governor: Governor, cut: Sequence[Token]) -> bool:
        """Whether the article says in its own words what a cut took away with a governor."""
        repeated = governor.kind is not GovernorClass.LIMIT and self._repeats(governor)
        return repeated or self._answers(governor, cut)

    def _answers(self, governor: Governor, cut: Sequence[Token]) -> bool:
        """Whether it has other words of the governor's class."""
        if governor.kind in NEGATING:
            told = negates(self._governors) or negates(self._denials())
            return told or self._denies_again(governor, cut)
        if governor.kind is GovernorClass.QUESTION:
            return self._asks()
        if governor.kind in {GovernorClass.CLAIM, GovernorClass.REPORT}:
            return self._names_source(governor, cut)
        if governor.kind in _LIMITING:
            return self._limits(governor, cut) and not self.turns_time(cut)
        if governor.kind is GovernorClass.LIMIT and (again := self._bounds_again(governor, cut)) is not None:
            return again
        # It may say that it is believed or hoped, as the speaker did.
        asked = not governor.first and self._asks()  # the verb of a question: "Will the board …?"
        opinion = governor.is_opinion(self._context.lexicon) and self.has("opinions")
        owned = any(word in self._context.lexicon.words("possessives") for word in governor.entry)
        told = opinion or asked or bool(self.kinds() & _WEAKENING) or (owned and self.has("according"))
        return told or self.has("hedges")

    def _repeats(self, governor: Governor) -> bool:
        """Whether the article's sentence has the governor's own words in some form: "sees a risk that", for "there is a risk"."""
        lexicon, sentence = self._context.lexicon, self._sentence
        light, negators = lexicon.words("function_words"), lexicon.words("negators")
        plain = {lexicon.stem(word) for word in governor.entry if word not in light}
        telling = plain | {lexicon.stem(word) for word in governor.entry if word in negators}
        own = {lexicon.stem(sentence.words[at]) for at in sentence.own}
        said = [at for at in sentence.own if sentence.says(at)]
        # A verb of saying is repeated if another says who tells of it: "it was claimed, she notes, that".
        twice = bool(said) and said[-1] - said[0] > 1
        told = {lexicon.stem(sentence.words[at]) for at in said}
        return bool(plain) and telling <= own and (twice or plain.isdisjoint(told))

    def turns_time(self, cut: Sequence[Token]) -> bool:
        """Whether the article says "after" of what the source says "before" of, or the other way round."""
        groups = self._context.lexicon.words("connectives").group
        ours, theirs = ({groups(unit.word) for unit in row} & _TIMES for row in (self._nearby, cut))
        return (
            bool(ours and theirs)
            and ours.isdisjoint(theirs)
            and any(map(self.echoes, self._context.content(cut)))
        )

    def frames(self) -> bool:
        """Whether the article puts the quotation in a frame of its own that is no plain report."""
        lists = (self._context.lexicon.words(name).groups for name in ("claim_phrases", "said_neutral"))
        sources = set().union(*lists)
        plain = {GovernorClass.REPORT, GovernorClass.RESTRICTION}
        own = any(each.kind not in plain and each.entry not in sources for each in self._governors)
        if own or self.has("suppositions"):
            return True
        sentence = self._sentence
        gates = [index for index in sentence.own if sentence.has("complementizers", index)]
        fronted = bool(gates) and gates[0] < _NEXT and not any(map(sentence.says, sentence.own))
        if gates and (fronted or any(map(self.has, _DENYING))):  # "That the files “…”, the clerk waves away"
            return True
        return self.has_clause_of_its_own()

    def has_clause_of_its_own(self) -> bool:
        """Whether the quotation is a clause with "that" of a word that no list knows: "remained unconvinced that “…”"."""
        sentence, first = self._sentence, self._sentence.first_kept
        near = range(first - 1, max(0, first - _BEFORE - 1), -1)
        gate = next((index for index in near if sentence.has("complementizers", index)), 0)
        if not gate:
            return False
        head = range(max(0, gate - _HEAD), gate)
        lists = (*_PLAIN, *_DENYING)
        plain = any(sentence.says(at) or sentence.has(name, at) for at in head for name in lists)
        return sentence.is_content(gate - 1) and not plain

    def _denies_again(self, governor: Governor, cut: Sequence[Token]) -> bool:
        """Whether the article's sentence goes on with all of the words that deny, or with a denial of its own by whoever denies.

        "“…”; the owner disputes it", for "which the owner disputes" or "which the owner rejects".
        """
        stem, sentence = self._context.lexicon.stem, self._sentence
        last = max((index for index, kept in enumerate(sentence.kept) if kept), default=len(sentence.kept))
        behind = {stem(word) for word in sentence.words[last + 1 :]}
        others = {stem(unit.word) for unit in self._context.content(cut) if unit.word not in governor.entry}
        if not behind.issuperset(others):
            return False
        denied = (each for each in governors_of(sentence) if each.first > last)
        own = bool(others) and any(each.kind is GovernorClass.DENIAL for each in denied)
        return own or behind.issuperset(map(stem, governor.entry))

    def _bounds_again(self, governor: Governor, cut: Sequence[Token]) -> bool | None:
        """Whether the article has a lost figure or share, or turns a lost limit round; None where a hedge would do as well."""
        values = [one.value for one in cut if governor.entry == (one.word,)]
        if values and isinstance(values[0], Quantity):
            return self._has_count(values[0])
        if self._turns_round(governor):
            return False
        shares = governor.entry in self._context.lexicon.words("quantifiers").groups
        told = GovernorClass.LIMIT in self.kinds() or self.has("quantifiers") or self.has("approx")
        return told if shares else None

    def _has_count(self, lost: Quantity) -> bool:
        """Whether the article has a lost figure, or of a range a limit of the kept end's direction: "up to" for "from 40 to"."""
        values = (one.value for one in self._nearby)
        figures = [value for value in values if isinstance(value, Quantity) and not value.ordinal]
        digits = {
            end.normalize().as_tuple().digits for each in figures for end in (each.value, each.upper) if end
        }
        lexicon, wanted = self._context.lexicon, "most" if lost.upper and lost.upper > lost.value else "least"
        limits = [each for each in self._governors if each.kind is GovernorClass.LIMIT]
        told = any(lost.upper is None or direction_of(each.entry, lexicon) == wanted for each in limits)
        return told or lost.value.normalize().as_tuple().digits in digits

    def _turns_round(self, governor: Governor) -> bool:
        """Whether the article sets a limit of another direction before the figure: "fewer than" for "at least"."""
        lexicon = self._context.lexicon
        limits = [each for each in self._governors if each.kind is GovernorClass.LIMIT]
        ours = {direction_of(each.entry, lexicon) for each in limits} - {None}
        theirs = direction_of(governor.entry, lexicon)
        return theirs is not None and bool(ours) and theirs not in ours

    def _asks(self) -> bool:
        return self._sentence.asks or self.has("asks")

    def _names_source(self, governor: Governor, cut: Sequence[Token]) -> bool:
        """Whether the article names whose claim it is, or that it is somebody else's."""
        lexicon = self._context.lexicon
        if governor.entry in lexicon.words("distancing").groups:
            return any(each.kind in {GovernorClass.CLAIM, *NEGATING} for each in self._governors)
        denied = negates(self._governors) or (self._is_clause() and negates(self._denials()))
        if denied or self.has("third_parties") or self._asks() or self._says_that_somebody_says():
            return True
        gates = (at for at in self._sentence.own if self._sentence.has("complementizers", at))
        if any(said_by_others(gate, self._sentence) is not None for gate in gates):
            return True
        if self._rejects() or self._names_party(cut):
            return True
        nearby = self._nearby
        saying = lexicon.words("said_neutral")
        known = any(governor.entry in lexicon.words(name).groups for name in _CLAIMS)
        said = () if known else governor.entry  # a verb that is in no list
        subjects = [
            unit for unit in self._context.content(cut) if unit.word not in saying and unit.word not in said
        ]
        # Words of Chinese and Japanese are cut by character.
        if all(len(unit.text) == 1 for unit in subjects):
            pairs = {one.key + other.key for one, other in pairwise(nearby)}
            return any(one.key + other.key in pairs for one, other in pairwise(subjects))
        return any(self._has_form(unit, nearby) for unit in subjects)

    def _rejects(self) -> bool:
        """Whether the article has a claim and goes on to deny it: "According to the guild “…”; the court does not find so"."""
        sentence = self._sentence
        last = max((index for index, kept in enumerate(sentence.kept) if kept), default=0)
        behind = (each for each in governors_of(sentence) if each.first > last)
        return GovernorClass.CLAIM in self.kinds() and any(each.kind in NEGATING for each in behind)

    def _names_party(self, cut: Sequence[Token]) -> bool:
        """Whether the source names one before a court, and the article another name of theirs, or that something is submitted."""
        own = " ".join(self._sentence.tokens[index].text for index in self._sentence.own)
        cue = self._context.excerpt.attribution.cue
        if not notice("parties").search(" ".join(unit.text for unit in cut)):
            return False
        told = notice("parties").search(own) or notice("submitting").search(own)
        return bool(told) and not notice("courts").search(cue.text if cue else own)

    def _says_that_somebody_says(self) -> bool:
        """Whether the article tells of two who say so: of one between commas: "Her master, she writes, liked to say that “…”"."""
        sentence = self._sentence
        before = range(sentence.first_kept)
        said = [index for index in before if sentence.says(index)]
        commas = [index for index in before if sentence.has_comma(index)]
        islands = [range(one, other) for one, other in pairwise(commas) if other - one <= _BEFORE]
        if commas and sentence.has("according", 0) and self._is_clause():
            return True  # "According to her, his neighbours assured him that “…”"
        return any(
            any(index in island for index in said) and any(index not in island for index in said)
            for island in islands
        )

    def says_again(self, cut: Sequence[Token]) -> bool:
        """Whether the article says half of what was cut off right beside the excerpt."""
        document, span = self._context.article.document, self._context.excerpt.span
        block = document.block_at(span.start) if self.speaks else None  # a heading says nothing of a sentence
        nearby = [unit for unit in self._nearby if block is None or block.span.covers(unit.span)]
        saying = self._context.lexicon.words("said_neutral")
        words = [unit for unit in self._context.content(cut) if unit.word not in saying]
        again = sum(self._has_form(unit, nearby) for unit in words)
        return bool(words) and 2 * again >= len(words)

    def _limits(self, governor: Governor, cut: Sequence[Token]) -> bool:
        """Whether the article sets a condition, makes an exception or says which, in its own words or those cut off."""
        kinds = self.kinds()
        if governor.kind is GovernorClass.RESTRICTION and GovernorClass.CLAIM in kinds:
            told = any(unit.word in self._context.lexicon.words("complementizers") for unit in cut)
            if told:  # "told anyone who would listen that"
                return True
        # Which of several are meant makes up for a restriction alone.
        limiting = _LIMITING if governor.kind is GovernorClass.RESTRICTION else LIMITING
        limited = bool(kinds & limiting) or self._supposes() or self.has("suppositions")
        if governor.kind is GovernorClass.CONDITION:
            limited = limited or self._turns_to_some()
        return limited or self.says_again(cut) or self._goes_without(cut)

    def _turns_to_some(self) -> bool:
        """Whether the article's sentence opens with those whom the words are for: "To those in doubt", "Wer zweifelt, dem rät sie"."""
        sentence, first = self._sentence, self._sentence.first_kept
        heads = [at for at in range(min(_NEXT, first)) if sentence.has("pronoun_heads", at)]
        if any(at + 1 < first and sentence.has("relative", at + 1) for at in heads):
            return True
        others = ("articles", "pronouns_third", "quantifiers")
        if any(at and not any(sentence.has(name, at) for name in others) for at in heads):
            return True
        whoever = bool(first) and sentence.has("interrogatives", 0) and sentence.has("universals", 0)
        return whoever and sentence.has_commas(1, first) and not sentence.asks

    def _goes_without(self, cut: Sequence[Token]) -> bool:
        """Whether the article's sentence opens with "without" and a word of what was cut off: "Without a new roof, she says, “…”"."""
        sentence = self._sentence
        first = sentence.first_kept
        border = next((at for at in range(1, first) if sentence.has_comma(at)), 0)
        front = {self._context.lexicon.stem(unit.key) for unit in sentence.tokens[:border]}
        again = any(self._context.lexicon.stem(unit.key) in front for unit in self._context.content(cut))
        return bool(border) and sentence.has("negators", 0) and again

    def _supposes(self) -> bool:
        """Whether the sentence before asks what to do on a condition: "And if it breaks? “…”"."""
        document, lexicon = self._context.article.document, self._context.lexicon
        start = self._sentence.tokens[0].span.start if self.speaks else self._context.excerpt.span.start
        before = [unit for unit in self._nearby if unit.span.end <= start]
        if not before:
            return False
        span = splitter(lexicon.language).at(document, before[-1].span.start)
        words = [unit.word for unit in before if unit.span.start >= span.start]
        condition = lexicon.words("condition")
        opens = any(condition.at(words, index) for index in range(min(_NEXT, len(words))))
        return opens and asks_at(document.text[before[-1].span.end : start], lexicon)


def direction_of(entry: tuple[str, ...], lexicon: Lexicon) -> str | None:
    """The direction of a limit, ``least``, ``most`` or ``about``; None where it is not known. "Well over" is as "over"."""
    bounds, negators = lexicon.words("bounds").groups, lexicon.words("negators")
    if entry in bounds or not entry or entry[0] in negators:
        return bounds.get(entry)
    return bounds.get(entry[1:])
