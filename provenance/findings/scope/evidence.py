"""What is seen of a cut: its place and length, the kinds of words in it and beside it, what the article says in its place.

The evidence is the same for every language. A list of a language names a kind of words; where there is no list, its kind is
not seen. What the evidence comes to is learned (``CutModel``).
"""

import json
import os
from collections.abc import Iterator, Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import Final, NamedTuple

from provenance.excerpts.model import Markup
from provenance.findings.context import JudgingContext
from provenance.findings.normalization.tokens import Quantity
from provenance.findings.scope.compensation import Compensation
from provenance.findings.scope.governor import Cut
from provenance.findings.scope.governors import governors_of
from provenance.findings.scope.openers import opener_end
from provenance.findings.scope.reach import reaches
from provenance.findings.scope.reading import ReadSentence, voice_at
from provenance.findings.scope.standing import is_phrase, names_speaker, stands_alone

# Tables are read by their columns, so the formatter leaves them alone.
# fmt: off
_INSIDE: Final = (
    "address", "approx", "articles", "asks", "assertives", "auxiliaries", "candour", "claim_nouns", "claim_verbs", "complementizers",
    "condition", "connectives", "contrast", "coordinators", "deixis", "denials", "exception", "factives", "first_person", "frequency",
    "grounds", "hedges", "infinitive", "interrogatives", "markers", "modals", "naming", "negators", "only", "opinions", "particulars",
    "possessives", "pronouns", "pronouns_third", "pseudo_condition", "pseudo_negation", "quantifiers", "reasons", "relative",
    "said_loaded", "said_neutral", "third_parties", "titles", "universals", "with_negation",
)
_AT_BORDERS: Final = (
    "articles", "auxiliaries", "claim_nouns", "complementizers", "condition", "connectives", "contrast", "coordinators", "infinitive",
    "negators", "pronouns", "reasons", "relative",
)
_IN_ARTICLE: Final = (
    "approx", "asks", "claim_nouns", "claim_verbs", "complementizers", "condition", "connectives", "contrast", "denials", "hedges",
    "modals", "negators", "quantifiers", "said_loaded", "said_neutral", "third_parties", "universals",
)
# fmt: on
_WORDS: Final = (1, 2, 3, 5, 8, 12, 18)  # a cut of more words than so many
_CONTENT: Final = (0, 1, 2, 3, 5, 8)  # of more words that say something
_SHARES: Final = (0.3, 0.45, 0.6)  # where they are more than such a part of the cut
_KEPT: Final = (3, 6, 10, 18)  # more words than so many are kept of the sentence
_END: Final = 3  # words at the end of a cut among which a verb of saying takes what follows
ENVIRONMENT = "PROVENANCE_CUT_MODEL"
"""The name of the variable that puts another model file in the place of the one that ships, for measuring."""
# What a leaf adds; or a name's index, the tree without it, the tree with it.
Tree = float | Sequence["int | Tree"]


class Sighting:
    """Names what is seen of one cut whose words are not all openers; openers before the others are passed over."""

    def __init__(
        self, cut: Cut, sentence: ReadSentence, context: JudgingContext, article: Compensation
    ) -> None:
        self._cut, self._sentence, self._context, self._article = cut, sentence, context, article
        self._last = sentence.tokens.index(cut.tokens[-1]) + 1
        self._first = opener_end(sentence.tokens.index(cut.tokens[0]), self._last, sentence)
        self._range = range(self._first, self._last)
        self._content = sentence.content_between(self._first, self._last)
        self._opens = not any(sentence.kept[: self._first])
        self._closes = not any(sentence.kept[self._last :])

    def names(self) -> frozenset[str]:
        """The names of what is seen."""
        parts = (self._signs, self._length, self._kinds, self._sides, self._governors, self._answers)
        return frozenset(name for part in parts for name in part())

    def _signs(self) -> Iterator[str]:
        """Where it stands, and between which signs."""
        sentence, first, last = self._sentence, self._first, self._last
        start = sentence.tokens[first].span.start
        voices, document = self._context.voices, self._context.witness.document
        yield "before" if self._opens else "behind"
        yield from _seen(
            {
                "declared": self._cut.declared,
                "inline": self._context.excerpt.markup is Markup.INLINE,
                "phrase": is_phrase(self._context),
                "alone": stands_alone(self._context, at_end=not self._opens),
                "spoken": voice_at(document, start) is not None or voices.at(start) is not None,
                "comma before": bool(first) and sentence.has_comma(first),
                "parted before": bool(first) and sentence.is_parted(first, first + 1),
                "comma inside": any(map(sentence.has_comma, self._range[1:])),
                "parted inside": sentence.is_parted(first + 1, last),
                "question": sentence.asks,
                "verb final": sentence.lexicon.verb_final,
            }
        )
        if not self._closes:
            commas = sum(map(sentence.has_comma, range(first + 1, last + 1)))
            yield from _seen(
                {
                    "comma behind": sentence.has_comma(last),
                    "parted behind": sentence.is_parted(last, last + 1),
                    "several commas": commas > 1,
                    "behind an opener": sentence.tokens[first] is not self._cut.tokens[0],
                }
            )

    def _length(self) -> Iterator[str]:
        words, content = len(self._range), len(self._content)
        kept = sum(self._sentence.kept)
        yield from (f"words > {least}" for least in _WORDS if words > least)
        yield from (f"content > {least}" for least in _CONTENT if content > least)
        yield from (f"share > {least}" for least in _SHARES if content > least * words)
        yield from (f"kept > {least}" for least in _KEPT if kept > least)

    def _kinds(self) -> Iterator[str]:
        """Which kinds of words it holds."""
        sentence, tokens = self._sentence, self._sentence.tokens
        yield from {name for at in self._range for name in sentence.having(_INSIDE, at)}
        values = [tokens[at].value for at in self._range if tokens[at].value is not None]
        yield from _seen(
            {
                "says": any(map(sentence.says, self._range)),
                "says at end": any(map(sentence.says, self._range[-_END:])),
                "name": any(tokens[at].capitalised and not tokens[at].opens for at in self._content),
                "number": any(isinstance(value, Quantity) for value in values),
                "date": any(not isinstance(value, Quantity) for value in values),
            }
        )

    def _sides(self) -> Iterator[str]:
        """What it begins and ends with, and which kept words stand beside it."""
        places = {"opens with": self._first, "ends with": self._last - 1}
        if self._first:
            places["behind"] = self._first - 1
        if self._last < len(self._sentence.kept):
            places["before"] = self._last
        for side, at in places.items():
            yield from (f"{side} {name}" for name in self._sentence.having(_AT_BORDERS, at))
            yield from _seen(
                {
                    f"{side} content": self._sentence.is_content(at),
                    f"{side} says": self._sentence.says(at),
                    f"{side} value": self._sentence.tokens[at].value is not None,
                    f"{side} capital": self._sentence.tokens[at].capitalised,
                }
            )

    def _governors(self) -> Iterator[str]:
        """What of it the lists know to govern, reach kept words, and be made up for."""
        for governor in governors_of(self._sentence):
            if governor.first in self._range:
                yield f"governor {governor.kind}"
                if reaches(governor, self._sentence):
                    yield f"reaching {governor.kind}"
                    if self._article.makes_up_for(governor, self._cut.tokens):
                        yield f"made up {governor.kind}"

    def _answers(self) -> Iterator[str]:
        """What the article has in its place."""
        article, tokens = self._article, self._sentence.tokens
        echoed = [article.echoes(tokens[at]) for at in self._content]
        yield from (f"article {kind}" for kind in article.kinds())
        yield from (f"article has {name}" for name in article.having(_IN_ARTICLE))
        yield from _seen(
            {
                "echo": any(echoed),
                "half echoed": any(echoed) and 2 * sum(echoed) >= len(echoed),
                "echo at start": echoed[:1] == [True],
                "echo at end": echoed[-1:] == [True],
                "framed": article.frames(),
                "article speaks": article.speaks,
                "said again": article.says_again(self._cut.tokens),
                "time turned": article.turns_time(self._cut.tokens),
                "speaker": names_speaker(self._cut.tokens, self._context),
            }
        )


def _seen(sights: dict[str, bool]) -> Iterator[str]:
    return (name for name, seen in sights.items() if seen)


class CutModel(NamedTuple):
    """Boosted trees (J. H. Friedman, Greedy function approximation, 2001) over what is seen or not seen."""

    names: tuple[str, ...]  # of what may be seen
    start: float  # the log-odds before any tree
    trees: tuple[Tree, ...]  # what each adds
    threshold: float  # the probability from which on a cut is told of

    def doubts(self, seen: frozenset[str]) -> bool:
        """Whether a cut of which this is seen likely turns the sense."""
        has = [name in seen for name in self.names]
        odds = self.start + sum(_added(tree, has) for tree in self.trees)
        return 1 / (1 + exp(-odds)) >= self.threshold


def _added(tree: Tree, has: Sequence[bool]) -> float:
    while not isinstance(tree, float):
        name, without, having = tree
        tree = having if has[name] else without  # type: ignore[index]
    return tree


def cut_model() -> CutModel:
    """The model that ships, or the one that the environment names."""
    return _read(os.environ.get(ENVIRONMENT) or None)


@cache
def _read(path: str | None) -> CutModel:
    source = Path(path) if path else Path(__file__).with_name("model.json")
    data = json.loads(source.read_text("utf-8"))
    return CutModel(tuple(data["names"]), data["start"], tuple(data["trees"]), data["threshold"])
