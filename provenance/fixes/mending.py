"""Mending: an article's file with as many of its findings cleared as can be, traced again as a whole."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from provenance.articles.article import Article
from provenance.configuration.settings import Settings
from provenance.findings.finding import Finding, FixKind, TextEdit, edited
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.fixes.file_edits import reread
from provenance.fixes.offering import Offer, grave, offers

_TAKEN = "another edit is made at its place: run the command again"
_REMAINS = "the article, traced again, would still have it"


class Mending(NamedTuple):
    """What became of an article."""

    text: str  # its file, mended
    trace: Trace  # of that
    mended: tuple[Finding, ...]  # the findings that are cleared
    left: tuple[tuple[Finding, str], ...]  # those that are not, each with the reason


class _Choice(NamedTuple):
    offer: Offer
    edits: tuple[TextEdit, ...]


def mend(trace: Trace, again: Callable[[Article], Trace], kind: FixKind, *, settings: Settings) -> Mending:
    """Clear what can be cleared by fixes of one kind; ``again`` traces an article in the same way as ``trace`` was."""
    left: dict[int, tuple[Finding, str]] = {}
    chosen: list[_Choice] = []
    for offer in offers(trace, settings=settings):
        edits = next((fix.edits for fix in offer.fixes if fix.kind is kind), None)
        others = (choice.edits for choice in chosen if choice.edits != edits)
        taken = edits is not None and any(_meet(edits, other) for other in others)
        if edits is None or taken:
            left[id(offer.finding)] = offer.finding, _TAKEN if taken else offer.refused[kind]
        else:
            chosen.append(_Choice(offer, edits))
    file = trace.article.source_map.file if trace.article.source_map else ""
    text, after = file, trace
    while chosen:
        text = edited(file, {edit for choice in chosen for edit in choice.edits})
        after = again(reread(trace.article, text))
        failing = _failing(trace, after, chosen)
        if not failing:
            break
        left |= {id(choice.offer.finding): (choice.offer.finding, _REMAINS) for choice in failing}
        chosen = [choice for choice in chosen if choice not in failing]
        text, after = file, trace
    return Mending(text, after, tuple(choice.offer.finding for choice in chosen), tuple(left.values()))


def _meet(one: Iterable[TextEdit], other: Sequence[TextEdit]) -> bool:
    return any(a.span.start <= b.span.end and b.span.start <= a.span.end for a in one for b in other)


def _failing(before: Trace, after: Trace, chosen: Sequence[_Choice]) -> list[_Choice]:
    """The choices whose excerpt is not found again, or has more findings left than it should."""
    starts = {_moved_start(after, item, ()): item for item in after.excerpts}
    failing = []
    for choice in chosen:
        number = choice.offer.number
        item, own = before.excerpts[number], [each for each in chosen if each.offer.number == number]
        others = {edit for each in chosen if each.offer.number != number for edit in each.edits}
        again = starts.get(_moved_start(before, item, others))
        allowed = grave(item.findings)
        allowed.subtract(grave(each.offer.finding for each in own))
        if again is None or not grave(again.findings) <= allowed:
            failing.append(choice)
    return failing


def _moved_start(trace: Trace, item: ExcerptTrace, edits: Iterable[TextEdit]) -> int | None:
    """Where an excerpt begins in the file once other ones are edited."""
    place = trace.article.source_map.locate(item.excerpt.span) if trace.article.source_map else None
    if place is None:
        return None
    return place.start + sum(
        len(edit.text) - len(edit.span) for edit in edits if edit.span.end <= place.start
    )
