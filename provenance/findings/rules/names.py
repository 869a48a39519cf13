"""Names: another person, place or body in the place of the source's (ALT307)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from provenance.findings.canonical.names import distance
from provenance.findings.canonical.units import Moment
from provenance.findings.finding import Severity
from provenance.findings.rules.scope import comparable
from provenance.findings.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.canonical.units import Unit, Units
    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.finding import Finding
    from provenance.text.document import Document

# So few letters apart, a name is misspelled rather than another one.
_MISSPELLED = 2
# In these languages every noun has a capital.
_CAPITAL_NOUNS: Final = frozenset({"de"})


def changed_name(change: Change, context: JudgingContext) -> Finding | None:
    """ALT307: critical where another name stands, minor where the same one is misspelled."""
    pair = _names(change, context)
    if pair is None:
        return None
    lost, gained = pair
    apart = distance(_run(lost), _run(gained), limit=_MISSPELLED + 1)
    severity = Severity.MINOR if apart <= _MISSPELLED else None
    return context.finding(
        "ALT307", f"{listed(lost)} became {listed(gained)}", change=change, severity=severity
    )


def bracketed(change: Change, context: JudgingContext) -> Finding | None:
    """ALT307 at minor: brackets that put one name in the place of another."""
    pair = _names(change, context)
    if pair is None:
        return None
    lost, gained = pair
    message = f"the brackets put {listed(gained)} where the source has {listed(lost)}: check them"
    return context.finding("ALT307", message, change=change, severity=Severity.MINOR)


def _names(change: Change, context: JudgingContext) -> tuple[list[Unit], list[Unit]] | None:
    """The names that answer each other, or None if there are none or they are forms of one name."""
    if not comparable(change):
        return None
    lost = _named(change.lost, context.source_units, context)
    gained = _named(change.gained, context.excerpt_units, context)
    if not lost or not gained:
        return None
    kept = {unit.key for unit in lost} & {unit.key for unit in gained}
    lost, gained = ([unit for unit in units if unit.key not in kept] for units in (lost, gained))
    titles = context.lexicon.words("titles")
    titled = all(unit.word in titles for unit in (*lost, *gained))
    return (lost, gained) if lost and gained and not titled and not _forms(lost, gained, context) else None


def _forms(lost: Sequence[Unit], gained: Sequence[Unit], context: JudgingContext) -> bool:
    """Whether two names are forms of one: "Ukraine" and "Ukrainian", "Caro" and "Caro's"."""
    one, other = lost[-1].word, gained[-1].word
    shared = next(
        (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None
    )
    length = min(len(one), len(other)) if shared is None else shared
    longer = abs(len(one) - len(other)) > _MISSPELLED - 1
    possessive = one.removesuffix("'s") == other.removesuffix("'s")
    return len(lost) == len(gained) == 1 and (
        possessive or (longer and length >= 5) or _plural(one, other, context)
    )


def _plural(one: str, other: str, context: JudgingContext) -> bool:
    return other in context.lexicon.irregular.get(one, ()) or one + "s" == other or other + "s" == one


def _named(units: Sequence[Unit], side: Units, context: JudgingContext) -> list[Unit]:
    return [unit for unit in units if _is_name(unit, side, context)]


def _is_name(unit: Unit, side: Units, context: JudgingContext) -> bool:
    if not unit.capitalised or isinstance(unit.value, Moment) or not any(map(str.isalpha, unit.text)):
        return False
    if not context.is_content(unit):
        return False
    before, after = context.kept_beside((unit,), side)
    beside = any(
        near is not None and near.capitalised and context.is_content(near) and near.value is None
        for near in (before, after)
    )
    if context.lexicon.language in _CAPITAL_NOUNS:
        titled = before is not None and before.word in context.lexicon.words("titles")
        return beside or titled
    if not unit.opens:
        return True
    documents = (context.article.document, context.witness.document)
    return any(_inside_a_sentence(unit.text, document) for document in documents)


def _inside_a_sentence(word: str, document: Document) -> bool:
    """Whether a word has its capital inside a sentence too, after a small letter: then it is a name."""
    return re.search(rf"[^\W\d_A-Z],? {re.escape(word)}\b", document.text) is not None


def _run(units: Sequence[Unit]) -> str:
    return " ".join(unit.word for unit in units)
