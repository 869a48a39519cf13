"""Run-in quotations: words that go on with the quoter's own sentence ("said that it “will close …”")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from provenance.excerpts.model import Markup
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.rules.qualifiers import REMAINDER, denies_forward, heads_clause
from provenance.languages.sentences import splitter
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.context import JudgingContext
    from provenance.findings.normalization.tokens import Token

# Fewer words are a phrase, even with a verb.
_CLAUSE: Final = 8
# So many words behind "but", "although" a word limits: "but only", "though not".
_LIMITING: Final = 2
# A verb of saying stands so many words before the quotation: "said that".
_LEAD: Final = 3
_QUALIFYING: Final = ("condition", "exception", "contrast")


def is_run_in(context: JudgingContext) -> bool:
    """Whether the excerpt goes on with a sentence of the quoter's: it stands in one and begins in lower case."""
    units = context.excerpt_units.items
    return context.excerpt.markup is Markup.INLINE and bool(units) and not opens_with_capital(units)


def opens_with_capital(units: Sequence[Token]) -> bool:
    """Whether words begin with a capital, in brackets or not: "[T]he" declares the letter, and nothing before it."""
    return bool(units) and units[0].text.lstrip("[")[:1].isupper()


def is_clause(context: JudgingContext) -> bool:
    """Whether the excerpt has a verb of its own and words enough to state something by itself."""
    verbs = context.lexicon.words("auxiliaries")
    words = [unit.word for unit in context.excerpt_units.items]
    past = context.lexicon.language == "en" and any(word.endswith("ed") for word in words)
    return len(words) >= _CLAUSE and (past or any(word in verbs for word in words))


def limits(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether words behind a clause limit it: a condition or an exception, and a contrast that begins "but only", "but not".

    "While the state looks on" goes on to something else, which the quoter may leave out.
    """
    if not units or not heads_clause(units, context):
        return bool(units) and units[0].word in context.lexicon.words("negators")
    words = [unit.word for unit in units]
    first = int(words[0] in context.lexicon.words("and_words"))
    hit = context.lexicon.words("contrast").at(words, first)
    if hit is None or any(
        context.lexicon.words(name).at(words, first) for name in ("condition", "exception")
    ):
        return True
    lists = [context.lexicon.words(name) for name in ("negators", "condition", "exception")]
    only = context.lexicon.words("quantifiers")
    near = range(first, min(len(words), hit.last + _LIMITING))
    return any(only.group(words[at]) == "only" or any(each.at(words, at) for each in lists) for at in near)


def denied_before(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether what is cut off before denies the excerpt, which the article gives as said: "said that “…”"."""
    if len(units) > REMAINDER or not denies_forward(units, context):
        return False
    lead = [unit.word for unit in _before(context)[-_LEAD:]]
    joined = bool(lead) and (
        lead[-1] in context.lexicon.words("relative") or lead[-1] in context.lexicon.words("said_neutral")
    )
    return joined and any(word in context.lexicon.words("said_neutral") for word in lead)


def qualified_around(context: JudgingContext) -> bool:
    """Whether the quoter's own sentence, or the beginning of the next, sets a condition, excepts or contrasts."""
    words = [unit.word for unit in (*_before(context), *_after(context))]
    lists = [context.lexicon.words(name) for name in _QUALIFYING]
    return any(each.at(words, place) for each in lists for place in range(len(words)))


def _before(context: JudgingContext) -> tuple[Token, ...]:
    """The words of the quoter's sentence before the excerpt."""
    document, start = context.article.document, context.excerpt.span.start
    begun = min(start, splitter().at(document, start).start)
    return read_tokens(document, [Span(begun, start)], context.lexicon).items


def _after(context: JudgingContext) -> tuple[Token, ...]:
    """The words behind the excerpt up to the end of its sentence, and the first two of the next one."""
    document, end = context.article.document, context.excerpt.span.end
    block = document.block_at(max(0, end - 1))
    limit = block.span.end if block else len(document.text)
    ended = end if splitter().ends_at(document, end) else splitter().at(document, end).end
    units = read_tokens(document, [Span(end, max(end, limit))], context.lexicon).items
    rest = tuple(unit for unit in units if unit.span.start >= ended)
    return (*(unit for unit in units if unit.span.start < ended), *rest[:_LIMITING])
