"""Losses: which governors of a sentence its cuts took away, and nothing in the article stands for."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from provenance.excerpts.model import Markup
from provenance.findings.context import Change, JudgingContext
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Token
from provenance.findings.scope.compensation import Compensation
from provenance.findings.scope.counts import is_count
from provenance.findings.scope.governor import (
    CLAIMING,
    GRAVEST_FIRST,
    LIMITING,
    NEGATING,
    Cut,
    Governor,
    GovernorClass,
    LostGovernor,
)
from provenance.findings.scope.governors import governors_of, owner_from
from provenance.findings.scope.openers import is_by_the_way, is_made_of_markers, presented_from
from provenance.findings.scope.own_words import negates
from provenance.findings.scope.reach import reaches
from provenance.findings.scope.reading import ReadSentence, is_only_moved, voice_at
from provenance.findings.scope.standards import is_standard
from provenance.findings.scope.standing import (
    is_attributed,
    is_own_opinion,
    is_plain_opinion,
    is_said_by_nobody,
    names_speaker,
    stands_alone,
)
from provenance.findings.scope.unlisted import UnlistedGovernors
from provenance.text.span import Span

_WEAK: Final = frozenset({GovernorClass.LIMIT, GovernorClass.HEDGE})
_REJECTING: Final = 12  # words of the source behind a claim within which it is rejected
_FOLLOWING: Final = 120  # code points in which they stand
# Stems of what only opens a possibility where it is denied: "cannot rule out that", "nicht auszuschließen".
_EXCLUDING: Final = tuple(
    "rule exclu ausschl ausgeschl ausz escl descart uitsl uitgesl uteslu udeluk uteluk wyklucz wyklucz vyloucit vylouc исключ виключ kizar".split()
)
_CLAUSE: Final = 12  # words between a negation and the clause that it may deny
_KNOWN: Final = "claim_verbs claim_nouns opinions denials grounds factives assertives".split()


class Losses:
    """Finds what the cuts of an excerpt's sentences took away."""

    def __init__(self, context: JudgingContext, compensation: Compensation) -> None:
        self._context = context
        self._compensation = compensation
        self._unlisted = UnlistedGovernors(context, compensation)

    def of(self, sentence: ReadSentence, cuts: Sequence[Cut]) -> Iterator[LostGovernor]:
        """What a sentence's cuts took away: for each cut the gravest governor."""
        governors = [
            governor
            for governor in governors_of(sentence)
            if not sentence.kept[governor.first] and reaches(governor, sentence)
            if not self._goes(governor, cuts, sentence)
        ]
        for cut in cuts:
            counted = self._counted(governors, cut, sentence)
            if counted:
                gravest = min(counted, key=lambda each: GRAVEST_FIRST.index(each.kind))
                negated = negated_by(gravest, sentence)
                if gravest.kind in NEGATING and self._compensation.has_clause_of_its_own():
                    yield self._lost(gravest._replace(kind=GovernorClass.FRAME), cut, sentence)
                elif negated is None:
                    yield self._lost(gravest, cut, sentence)
                elif not self._compensation.frames() and not self._compensation.echoes(negated):
                    yield self._lost(gravest._replace(kind=GovernorClass.FRAME), cut, sentence)

    def _counted(self, governors: Sequence[Governor], cut: Cut, sentence: ReadSentence) -> list[Governor]:
        """What a cut took away of a sentence's governors or of what no list knows, and nothing in the article stands for."""
        presented = self._presented(cut, sentence)
        inside = [each for each in governors if sentence.tokens[each.first] in cut.tokens]
        inside = [each for each in inside if each.first not in presented or self._is_of_others(each)]
        if not presented and all(each.kind is GovernorClass.REPORT for each in inside):
            inside = [*inside, *self._unlisted.frames(cut, sentence)]
        if not negates(inside):
            denied = [each for each in inside if each.kind is GovernorClass.DENIAL]  # "nobody denies that"
            inside = [
                each
                for each in inside
                if each.kind not in NEGATING and each.first not in {one.first for one in denied}
            ]
            inside += [
                each._replace(kind=GovernorClass.HEDGE)
                for each in denied
                if any(word.startswith(_EXCLUDING) for word in each.entry)
                and not self._compensation.has_forms([sentence.tokens[each.first]])
                and not self._compensation.frames()
            ]
        elif self._is_told_negation(inside, cut):
            # "nothing suggests that", where the article says "nothing points to"
            first = next(each.first for each in inside if each.kind in NEGATING)
            inside = [each for each in inside if not self._hangs_on(each, first)]
        counted = [each for each in inside if self._counts(each, cut, sentence)]
        if not counted and inside and cut.declared and not presented:
            counted = list(self._unlisted.frames(cut, sentence))
        harmless = presented or any(
            is_plain_opinion(each, cut, sentence) or is_count(each, sentence) for each in inside
        )
        return counted or list(() if harmless else self._unlisted.doubtful(cut, sentence))

    def _is_of_others(self, governor: Governor) -> bool:
        """Whether a governor tells also amid words that only lead in a clause: a negation, or that people say so."""
        phrases = self._context.lexicon.words("claim_phrases").groups
        return governor.kind in NEGATING or governor.entry in phrases

    def _goes(self, governor: Governor, cuts: Sequence[Cut], sentence: ReadSentence) -> bool:
        """Whether a governor stands between signs and reaches nothing: a filler, or all beside it is by the way, and leads in no words."""
        filler = governor.kind in _WEAK and is_made_of_markers(governor.entry, self._context.lexicon)
        opens = governor.last < len(sentence.tokens) and sentence.has("complementizers", governor.last)
        if opens or not (filler or governor.kind in CLAIMING | LIMITING):
            return False
        own = (cut.tokens for cut in cuts if sentence.tokens[governor.first] in cut.tokens)
        leads_in = any(is_said_by_nobody(tokens, sentence) for tokens in own)
        return is_by_the_way(governor.first, sentence) and not leads_in

    def _presented(self, cut: Cut, sentence: ReadSentence) -> range:
        """The main clause before a "that" at a cut's end, or kept behind it, where it only leads in what follows."""
        target = sentence.tokens.index(cut.tokens[-1]) + 1
        gates = (at for at in (target - 1, target) if at < len(sentence.tokens))
        gate = next((at for at in gates if sentence.has("complementizers", at)), None)
        first = presented_from(gate, sentence) if gate else None
        return range(0) if first is None else range(first, target)

    def _is_told_negation(self, inside: Sequence[Governor], cut: Cut) -> bool:
        """Whether the article negates what a cut's words negate."""
        negations = [each for each in inside if each.kind in NEGATING]
        return self._compensation.makes_up_for(negations[0], cut.tokens)

    @staticmethod
    def _hangs_on(governor: Governor, negation: int) -> bool:
        """Whether a governor says no more than the negation before it: "nothing allows us to *claim* that"."""
        return governor.kind in _WEAK or (governor.kind in CLAIMING and governor.first > negation)

    def _counts(self, governor: Governor, cut: Cut, sentence: ReadSentence) -> bool:
        """Whether a governor that reaches kept words is lost, and nothing in the article stands for it."""
        change = cut.change
        answered = change is not None and change.gained and not is_only_moved(change, self._context)
        if change and answered and (governor.kind in _WEAK or not self._is_bare(cut, change)):
            return False  # other words stand in its place, and are judged as such
        if governor.kind in CLAIMING and not self._gives_away(governor, cut, sentence):
            return False
        if is_plain_opinion(governor, cut, sentence):
            return False
        if governor.kind is GovernorClass.FRAME:
            return True  # it is none if the article makes up for it
        clause: Sequence[Token] = cut.tokens
        if governor.kind in CLAIMING:
            clause = sentence.tokens[owner_from(governor.first, sentence) :]
        if governor.kind in LIMITING or is_standard(governor, sentence):
            own = governor.kind is not GovernorClass.EXCEPTION
            end = _clause_end(governor.last, sentence) if own else _tag_from(governor.last, sentence)
            clause = sentence.tokens[governor.first : end]
        return not self._compensation.makes_up_for(governor, [one for one in clause if one in cut.tokens])

    def _is_bare(self, cut: Cut, change: Change) -> bool:
        """Whether brackets say nothing in the place of what governs: "did [at last] renew"."""
        words, prefixes = self._context.lexicon.words, self._context.lexicon.negating_prefixes
        put_in = [unit for unit in change.gained if unit.word not in words("coordinators")]
        answered = any(
            unit.word in words("negators") or unit.word in words("denials") or unit.word.startswith(prefixes)
            for unit in put_in
        )
        return cut.declared and not answered

    def _gives_away(self, governor: Governor, cut: Cut, sentence: ReadSentence) -> bool:
        """Whether a claim without its owner reads as somebody else's: who it is must be told by the article, or by nobody."""
        context = self._context
        if governor.entry in context.lexicon.words("distancing").groups:
            return True
        if cut.change is not None:
            tag = context.voices.is_tag(cut.change.source.span) or is_attributed(cut.change.lost, context)
            spoken = voice_at(context.witness.document, cut.tokens[0].span.start) is not None
            if governor.kind is GovernorClass.CLAIM:
                first = sentence.tokens.index(cut.tokens[0])
                says = governor.entry not in context.lexicon.words("claim_phrases").groups
                denied = says and sentence.has("negators", max(0, first - 1))  # "not, as two papers wrote, …"
                return not (tag or denied)
            return names_speaker(cut.change.lost, context) and not (cut.declared or spoken or tag)
        alone = stands_alone(context, at_end=not cut.before)
        start = cut.tokens[0].span.start
        own = voice_at(context.witness.document, start) is None and context.voices.at(start) is None
        if governor.kind is GovernorClass.REPORT and own:
            if cut.before and self._compensation.has_words_near and is_said_by_nobody(cut.tokens, sentence):
                return True
            block = context.excerpt.markup is not Markup.INLINE
            return block and alone and names_speaker(self._first_phrase(cut), context)
        rejected = governor.kind is GovernorClass.CLAIM and self._is_rejected(sentence)
        return alone or self._compensation.has_words_near or rejected

    def _first_phrase(self, cut: Cut) -> tuple[Token, ...]:
        """The words behind the excerpt up to the next comma: "the authors wrote" of "…, the authors wrote, but …"."""
        text = self._context.witness.document.text
        for index, (one, other) in enumerate(pairwise(cut.tokens), start=1):
            if not cut.before and "," in text[one.span.end : other.span.start]:
                return cut.tokens[:index]
        return cut.tokens

    def _lost(self, governor: Governor, cut: Cut, sentence: ReadSentence) -> LostGovernor:
        edge = cut.edge(self._context)
        return LostGovernor(
            governor.kind,
            cut.change.source if cut.change else edge.source,
            cut.change.excerpt if cut.change else edge.excerpt,
            change=cut.change,
            declared=cut.declared,
            clipped=cut.change is None and not self._stands_for_itself(governor, cut, sentence),
            rejected=governor.kind is GovernorClass.CLAIM and self._is_rejected(sentence),
            own_opinion=is_own_opinion(governor, sentence),
        )

    def _stands_for_itself(self, governor: Governor, cut: Cut, sentence: ReadSentence) -> bool:
        """Whether an excerpt that makes a sentence of part of one has lost the governor itself and nothing more with it."""
        if not stands_alone(self._context, at_end=not cut.before):
            return False
        counted = any(word in self._context.lexicon.words("quantifiers") for word in governor.entry)
        within = sentence.tokens[governor.first : governor.last]
        alone = all(unit in within for unit in self._context.content(cut.tokens))
        weak = governor.kind in _WEAK
        return not counted and (alone or not (cut.before or weak))

    def _is_rejected(self, sentence: ReadSentence) -> bool:
        """Whether the source goes on to deny what somebody claims: the next words hold a negation."""
        document, lexicon = self._context.witness.document, self._context.lexicon
        end = sentence.tokens[-1].span.end
        following = Span(end, min(len(document.text), end + _FOLLOWING))
        units = read_tokens(document, [following], lexicon).items[:_REJECTING]
        return any(unit.word in lexicon.words("negators") for unit in units)


def _tag_from(first: int, sentence: ReadSentence) -> int:
    """The index of the verb of saying behind a comma from which a sentence says who speaks, or that of its end."""
    indices = range(first, len(sentence.tokens))
    return next((at for at in indices if sentence.has_comma(at) and sentence.says(at)), len(sentence.tokens))


def _clause_end(first: int, sentence: ReadSentence) -> int:
    """The index of the first sign behind what a condition says of itself, or that of the sentence's end."""
    borders = (
        at
        for at in range(first, len(sentence.tokens))
        if sentence.has_comma(at) or sentence.is_parted(at, at + 1)
    )
    return next((at for at in borders if sentence.content_between(first, at)), len(sentence.tokens))


def negated_by(governor: Governor, sentence: ReadSentence) -> Token | None:
    """The word that takes the clause and that no list knows, where a negation is of it: "never *concealed* that"."""
    way = range(governor.last, min(governor.last + _CLAUSE, len(sentence.kept)))
    gate = next((at for at in way if sentence.kept[at]), 0) - 1
    if governor.kind is not GovernorClass.NEGATION or gate < 1 or not sentence.has("complementizers", gate):
        return None
    content = sentence.content_between(governor.last, gate)
    near = range(max(0, governor.first - 2), gate)
    known = any(sentence.says(at) or sentence.has(name, at) for at in near for name in _KNOWN)
    return None if known or not content else sentence.tokens[content[-1]]
