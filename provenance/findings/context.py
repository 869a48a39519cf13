"""What a rule is told: the change that it judges, and all that stands around it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from provenance.alignment.alignment import Alignment, Disclosure, Variant, VariantKind
from provenance.articles.article import Article
from provenance.excerpts.model import Excerpt
from provenance.findings.codes import RULES, graded
from provenance.findings.edits.edit import Correspondence
from provenance.findings.finding import Finding, Profile, Severity
from provenance.findings.normalization.tokens import Token, Tokens
from provenance.findings.scope.governor import Cuts
from provenance.findings.voices.model import VoiceMap
from provenance.languages.lexicon import Lexicon
from provenance.languages.sentences import splitter
from provenance.sources.source import Witness
from provenance.text.document import Passage, whole
from provenance.text.span import Span, hull

_AROUND = 3  # an entry of several words may begin or end so many words outside a change
_COMPARABLE = 8  # words
_MOVED = 150  # code points; what left one place and stands at another so near was moved, and not dropped


class JudgingSettings(NamedTuple):
    """How to judge."""

    profile: Profile = Profile.NEWS  # which house rules grade the findings
    # A BCP 47 primary subtag; None to take the article's, the source's, or to tell it from the words.
    language: str | None = None
    labels: tuple[str, ...] = ()  # loaded words to look for besides those of the lexicon
    # Names of outlets besides the known ones, each with the domains that it owns.
    outlets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    # Entries of other word lists besides those of the lexicon, by the name of the list.
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Found(NamedTuple):
    """An entry of a list, found among a change's units."""

    entry: tuple[str, ...]  # the entry's words, folded
    group: str  # its class in the list
    units: tuple[Token, ...]  # the units that it stands on


class Change(NamedTuple):
    """One edit: a variant, or neighbouring variants that make one edit together."""

    variants: tuple[Variant, ...]  # in the excerpt's order, at least one, all of one disclosure
    # From the first changed character of the excerpt to the last; empty where words are missing.
    excerpt: Passage
    source: Passage  # the same of the source; empty where words were put in
    gained: tuple[Token, ...] = ()  # the words, figures and dates that only the excerpt has, dress apart
    lost: tuple[Token, ...] = ()  # those that only the source has

    @property
    def kind(self) -> VariantKind:
        """What happened, seen from the source."""
        kinds = {variant.kind for variant in self.variants}
        return kinds.pop() if len(kinds) == 1 else VariantKind.SUBSTITUTION

    @property
    def disclosure(self) -> Disclosure:
        """Whether the reader is told."""
        return self.variants[0].disclosure

    @property
    def is_omission(self) -> bool:
        """Whether words are missing and none stand in their place."""
        return not self.gained or not len(self.excerpt.span)

    @property
    def is_addition(self) -> bool:
        """Whether words were put in and none are missing."""
        return not self.lost or not len(self.source.span)

    @property
    def is_comparable(self) -> bool:
        """Whether both sides are short enough for their words to answer each other: more on one side are a retelling."""
        return len(self.gained) <= _COMPARABLE and len(self.lost) <= _COMPARABLE

    @property
    def is_whole_sentence(self) -> bool:
        """Whether what was left out, or put in, is nothing but whole sentences: what they say governs no other one."""
        units, place = (self.lost, self.source) if self.lost else (self.gained, self.excerpt)
        if not (self.is_omission or self.is_addition) or not units or not units[0].opens:
            return False
        begins = splitter().begins_at(place.document, units[0].span.start)
        return begins and splitter().ends_at(place.document, units[-1].span.end)


@lru_cache(maxsize=16)  # each of many lists is looked up in it
def _row_around(
    units: tuple[Token, ...], side: Tokens
) -> tuple[tuple[Token, ...], tuple[str, ...], tuple[bool, ...]]:
    """Some units of a side with those beside them, their words, and which of them they are."""
    first, last = side.touching(hull(unit.span for unit in units))
    row = side.items[max(0, first - _AROUND) : last + _AROUND]
    changed = {unit.span for unit in units}
    return row, tuple(unit.word for unit in row), tuple(unit.span in changed for unit in row)


class JudgingContext(NamedTuple):
    """One excerpt laid against one witness, with all that a rule may ask."""

    excerpt: Excerpt  # the excerpt
    alignment: Alignment  # its alignment; the variants carry their final disclosure
    witness: Witness  # the text of the source
    article: Article  # the page that quotes
    lexicon: Lexicon  # the word lists of the excerpt's language, the user's own included
    settings: JudgingSettings  # how to judge
    changes: tuple[Change, ...]  # the edits, in the excerpt's order
    excerpt_units: Tokens  # the words, figures and dates of the excerpt, its editorial marks left out
    source_units: Tokens  # those of the source, from the first sentence that was placed to the last
    places: Correspondence  # which offset of the source stands for which of the excerpt
    cuts: Cuts  # what was cut off or left out of the sentences that the excerpt touches
    modernised: bool = False  # whether it prints the source's old spelling in that of today

    @property
    def voices(self) -> VoiceMap:
        """Who speaks where in the source."""
        from provenance.findings.voices.turns import voices_of

        return voices_of(self.witness.page, self.lexicon.language)

    @property
    def kept(self) -> list[Span]:
        """The parts of the source that the excerpt kept, in the excerpt's order."""
        return [run.source for run in self.places.runs]

    def found(
        self, name: str, units: Sequence[Token], side: Tokens, *, anywhere: bool = False
    ) -> tuple[Found, ...]:
        """The entries of a list whose first word, or with ``anywhere`` any word, is among some lost or gained units of a side.

        An entry may run on into words of the side that were kept; of "at least" the "at" is kept in "at most".
        """
        if not units:
            return ()
        row, words, changed = _row_around(tuple(units), side)
        return tuple(
            Found(hit.entry, hit.group, row[hit.first : hit.last])
            for hit in self.lexicon.words(name).hits(words)
            if any(changed[hit.first : hit.last if anywhere else hit.first + 1])
        )

    def is_content(self, unit: Token) -> bool:
        """Whether a unit says something by itself: no article, pronoun, preposition or auxiliary."""
        return unit.value is not None or unit.word not in self.lexicon.words("function_words")

    def content(self, units: Iterable[Token]) -> tuple[Token, ...]:
        """Those units that say something by themselves."""
        return tuple(unit for unit in units if self.is_content(unit))

    def kept_beside(self, units: Sequence[Token], side: Tokens) -> tuple[Token | None, Token | None]:
        """The units of a side before and after some of its units; None at an end."""
        first, last = side.touching(hull(unit.span for unit in units))
        before = side.items[first - 1] if first else None
        return before, side.items[last] if last < len(side.items) else None

    def governs_kept(self, found: Found, changed: Sequence[Token]) -> bool:
        """Whether an entry among words left out or put in governs kept ones: none that says anything stands before the next kept word.

        A "not" that is left out with its whole clause changes nothing that is kept; one that is left out alone does.
        """
        first = [unit.span for unit in changed].index(found.units[0].span)
        after = [unit for unit in changed[first:] if unit.span.start >= found.units[-1].span.end]
        return not self.content(after)

    def changes_near(self, change: Change) -> Iterator[Change]:
        """The other changes so near that what one of them took away may stand in it."""
        start = change.excerpt.span.start
        near = (one for one in self.changes if abs(one.excerpt.span.start - start) <= _MOVED)
        return (one for one in near if one is not change)

    def is_only_inflected(self, change: Change) -> bool:
        """Whether what stands in the place of lost words says no more than another form of them."""
        same, gained = self.lexicon.same_lemma, self.content(change.gained)
        return all(any(same(unit.word, lost.word) for lost in change.lost) for unit in gained)

    def sentence(self, passage: Passage) -> Span:
        """The sentence of its document that holds a passage's beginning."""
        return splitter().at(passage.document, passage.span.start)

    def surroundings(self, reach: int) -> str:
        """The article's text around the excerpt, so many code points on either side."""
        span, text = self.excerpt.span, self.article.document.text
        return text[max(0, span.start - reach) : span.start] + "\n" + text[span.end : span.end + reach]

    def finding(
        self,
        code: str,
        message: str,
        *,
        change: Change | None = None,
        excerpt: Passage | None = None,
        source: Passage | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding whose message states the edit and names the changed words in one plain sentence, graded by the profile.

        A change that it judges gives both passages where they are not given; without any, it is about the whole excerpt. A
        severity is given under ``news`` where it is not the rule's usual one; the other profiles follow from it.
        """
        rule = RULES[code]
        usual = rule.severity if severity is None else severity
        return Finding(
            rule,
            message,
            graded(rule, usual, self.settings.profile),
            excerpt=excerpt or (change.excerpt if change else whole(self.excerpt.passages)),
            source=source or (change.source if change else None),
            variant=change.variants[0] if change else None,
        )
