"""Citations that an excerpt leaves out and says so: "(citations omitted)", "(footnote omitted)" (DEC704)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from provenance.excerpts.model import MarkKind
from provenance.findings.rules.scope import is_omission
from provenance.findings.wording import left_out
from provenance.text.tokens import tokenize

if TYPE_CHECKING:
    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.finding import Finding

# A clean-up mark that has one of these speaks of citations; "(brackets omitted)" does not.
_SPEAKING: Final = (
    "citation", "citaz", "citaç", "cita", "note", "noti", "quotation", "quote", "reference", "référence", "referenc", "cleaned",
    "anmerkung", "beleg", "nachweis", "verweis", "renvoi", "сноск", "ссылк", "примеч", "посилан", "виноск", "注", "註",
)  # fmt: skip
# All that a citation says in lower case.
_LINKS: Final = frozenset(
    "v vs at of the and in on for to by see also eg e.g i.e cf id ibid accord citing quoting supra infra et al al ex rel re per curiam "
    "ed eds rev slip op cit no nos ch vol vols art arts sec secs para paras par p pp n nn fn note notes footnote cert denied aff'd rev'd "
    "dissenting concurring plurality opinion en banc mem emphasis added omitted citation citations internal quotation marks in part "
    "siehe vgl und von der die des hrsg bd abs ziff rn f ff voir et de la le du les dans ver véase y e en del vedi zie van".split()
)
# What only a citation has: the parties of a case, a volume and its page, a year in brackets, a note's number.
_SIGNS: Final = (
    r"\bvs?\. [A-Z]"
    r"|\d{1,4} [A-Z][\w.’']{0,12}(?: [A-Z0-9][\w.]{0,8}){0,2} \d"
    r"|[(\[][^()\[\]]{0,60}\b(?:1[5-9]|20)\d\d[a-z]?\b"
    r"|\[\d{1,3}\b"
    r"|\b(?:[Ii]d|[Ii]bid|supra|infra)\b"
    r"|§ ?\d"
    r"|\b(?:[Ss]ee|[Cc]f\.?|[Vv]gl\.|[Ss]iehe|[Vv]oir|[Aa]ccord) [A-Z§]"
    r"|\b(?:[Pp]p?|[Nn]n?|[Ff]n|[Aa]rts?|[Ss]ecs?|[Vv]ols?|[Bb]r|[Tt]r|[Aa]pp|[Nn]os?|[Rr]esp|[Aa]bs)\. ?\d"
)


def omitted_citation(change: Change, context: JudgingContext) -> Finding | None:
    """DEC704: nothing but a citation is gone, and the article says that it left citations out."""
    if not is_omission(change) or not change.lost or not _is_declared(context):
        return None
    if not _is_citation(change, context):
        return None
    return context.finding("DEC704", f"declared: {left_out(change.source)}", change=change)


def _is_declared(context: JudgingContext) -> bool:
    told = (mark.passage.text.lower() for mark in context.excerpt.marks if mark.kind is MarkKind.CLEANED_UP)
    return any(word in text for text in told for word in _SPEAKING)


def _is_citation(change: Change, context: JudgingContext) -> bool:
    """Whether words have the signs of a citation, and no word that a citation has not."""
    span, document = change.source.span, change.source.document
    text = document.text[max(0, span.start - 1) : span.end]  # with the bracket before "Holm, 2019"
    if not re.search(_SIGNS, text):
        return False
    negators = context.lexicon.words("negators")
    for token in tokenize(change.source.text):
        word = token.text.lower()
        stopped = change.source.text[token.span.end : token.span.end + 1] == "."  # "No. 12"
        if word in negators and not stopped:
            return False
        plain = word in _LINKS or len(word) == 1 or any(map(str.isdigit, word))
        if not plain and not token.text[0].isupper():
            return False
    return True
