"""What a cut took away that no word list knows: frames, lost verbs and choices, and what likely turns the sense by all that is seen."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Final

from provenance.excerpts.annotation.mention import gender_of
from provenance.excerpts.model import MarkKind
from provenance.findings.context import Change, JudgingContext
from provenance.findings.scope.compensation import Compensation
from provenance.findings.scope.evidence import Sighting, cut_model
from provenance.findings.scope.frames import frame_before, is_known_frame, said_before
from provenance.findings.scope.governor import Cut, Governor, GovernorClass
from provenance.findings.scope.openers import is_made_of_markers, opener_end
from provenance.findings.scope.reading import ReadSentence, is_mended, voice_at
from provenance.findings.scope.standing import is_adjunct, names_addressee
from provenance.languages.apparatus import vocabulary
from provenance.languages.cues import language
from provenance.languages.lexicon import Lexicon
from provenance.text.document import BlockKind
from provenance.text.span import Span
from provenance.text.tokens import is_unspaced

_FEW: Final = 4  # words; more of them are a phrase
_TAGGING: Final = ("#", "@")
_SIGNS: Final = " \n\t…[]()"
_MARKS: Final = frozenset("\"“”„«»‘’'「」『』")


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
        block = self._context.witness.document.block_at(cut.tokens[0].span.start)
        return (
            cut.change is None
            and not (block and block.kind is BlockKind.HEADING)
            # The piece before has them, or other words.
            and not (cut.before and self._context.excerpt.continues)
            and not self._is_term()
            and not self._points_elsewhere(cut)
            and (sentence.lexicon.verb_final or any(word in words for word in sentence.words))
            and self._says_something(opener_end(first, last, sentence), last, sentence)
            and self._compensation.has_words_near
            and not self._begins_in_brackets(cut)
            and not is_known_frame(last, sentence, self._compensation)
            and not (self._compensation.says and self._is_narrators(cut) and is_report(first, last, sentence))
            and not is_adjunct(self._context)
            and not (cut.before and names_addressee(cut.tokens, self._context))
        )

    def _says_something(self, first: int, last: int, sentence: ReadSentence) -> bool:
        """Whether words hold one that the kept ones do not say again, and are not all of "in our view", where it is told as a view."""
        text = self._context.witness.document.text  # of "#Flood: the pier" the tag is a label
        content = sentence.content_between(first, last)
        said = [at for at in content if not text[: sentence.tokens[at].span.start].endswith(_TAGGING)]
        if any(sentence.words[at] in vocabulary("provisions") for at in said):  # "Under section 8"
            said = [
                at
                for at in said
                if not (sentence.words[at] in vocabulary("provisions") or sentence.tokens[at].value)
            ]
        kept = [word for word, keeps in zip(sentence.words, sentence.kept, strict=True) if keeps]
        if all(any(sentence.is_form(sentence.words[at], word) for word in kept) for at in said):
            return False
        others = [sentence.words[at] for at in said if not sentence.has("possessives", at)]
        if not others:
            return False  # "Our council": no more than whose
        own = len(others) < last - first and any(sentence.has("possessives", at) for at in range(first, last))
        views = others[0] in own_views(sentence.lexicon) if len(others) == 1 else False
        return not (own and views and self._compensation.has("according"))

    def _is_narrators(self, cut: Cut) -> bool:
        """Whether nobody whom the source quotes says the words of a cut."""
        document, start = self._context.witness.document, cut.tokens[0].span.start
        return voice_at(document, start) is None and self._context.voices.at(start) is None

    def _is_term(self) -> bool:
        """Whether the excerpt is a term that the source itself sets in marks: In this Act “home” means a dwelling."""
        placements, text = self._context.alignment.placements, self._context.witness.document.text
        start, end = placements[0].source.span.start, placements[-1].source.span.end
        marked = text[start - 1 : start] in _MARKS and text[end : end + 1] in _MARKS
        return marked and len(self._context.excerpt_units.items) < _FEW

    def _points_elsewhere(self, cut: Cut) -> bool:
        """Whether a cut is a bracket with a figure, as citations and references to figures are, or says who speaks between two pieces of speech."""
        text, start, end = (
            self._context.witness.document.text,
            cut.tokens[0].span.start,
            cut.tokens[-1].span.end,
        )
        bracketed = text[start - 1 : start] in {"(", "["} and text[end:].lstrip(". ")[:1] in {")", "]"}
        pointing = bracketed and any(map(str.isdecimal, text[start:end]))
        return pointing or self._context.voices.is_tag(Span(start, end))

    def _begins_in_brackets(self, cut: Cut) -> bool:
        """Whether the excerpt begins with words in brackets, or has the last word before it in them: "Der Eintritt [bleibt]".

        A letter in brackets ("[T]he") puts nothing back.
        """
        if not cut.before:
            return False
        text, start = self._context.article.document.text, self._context.excerpt_units.items[0].span.start
        marks = [mark.passage for mark in self._context.excerpt.marks if mark.kind is MarkKind.BRACKETS]
        behind = ((mark, text[mark.span.end : mark.span.end + 1]) for mark in marks)
        words = [mark for mark, sign in behind if not sign.isalnum() or is_unspaced(sign)]
        put_in = [passage.text.strip("[]").casefold() for passage in words]
        opens = any(mark.span.start <= start < mark.span.end for mark in words)
        return opens or cut.tokens[-1].text.casefold() in put_in


@lru_cache(maxsize=32)
def own_views(lexicon: Lexicon) -> frozenset[str]:
    """The words with which a speaker owns a view: "my opinion", "in my view"."""
    owned = {word for (word, *_) in lexicon.words("possessives").groups}
    entries = (
        entry for name in ("hedges", "trailing_hedges", "markers") for entry in lexicon.words(name).groups
    )
    return frozenset(word for entry in entries if not owned.isdisjoint(entry) for word in entry)


def is_report(first: int, last: int, sentence: ReadSentence) -> bool:
    """Whether words only say that somebody says what they lead to or close, and perhaps one thing before it: "She added that", "… and that".

    It is somebody who is named or a pronoun stands for, or whom the verb alone tells ("Añade que"), and not people ("Se dice que").
    """
    gate = next((at for at in range(first, last) if sentence.has("complementizers", at)), last)
    joined = any(sentence.has("coordinators", at) for at in range(last - 2, last))
    spoken, told, named = language(sentence.lexicon.language), [], False
    for at in range(first, gate if joined else last):
        token, following = sentence.tokens[at], sentence.tokens[at + 1 : at + 2]
        if token.capitalised and (not token.opens or any(one.capitalised for one in following)):
            named = True
        elif sentence.says(at) or (sentence.is_content(at) and not sentence.has("copula", at)):
            told.append(at)
        named = named or (at < gate and gender_of(sentence.words[at], spoken) is not None)
    alone = told == [first] and gate in {first + 1, last}
    return (named or alone) and len(told) == 1 and sentence.says(told[0])


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
