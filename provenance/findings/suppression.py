"""Accepted findings: what a person looked at and let stand, with a reason. They are still reported, as accepted.

In the article itself, on a line before or inside the excerpt::

    <!-- provenance: accept OMI201 the appendix is not online -->

or in an accept file, keyed by code and words and never by line::

    [[accept]]
    code = "OMI201"
    excerpt = ""
    source = "which was published last week"
    reason = "the appendix is not online"
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from provenance.errors import ConfigurationError, told
from provenance.findings.codes import RULES
from provenance.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from provenance.findings.finding import Finding
    from provenance.findings.trace import ExcerptTrace, Trace
    from provenance.text.document import Passage

_COMMENT = re.compile(
    r"<!--[ \t]{0,9}provenance:[ \t]{0,9}accept[ \t]{1,9}([A-Z]{3}\d{3})\b([^\n]{0,500}?)-->"
)
_KEYS = frozenset({"code", "excerpt", "source", "reason"})


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One accepted finding of an accept file.

    Attributes:
        code: ``OMI201``.
        excerpt: The words of the finding in the article.
        source: Its words in the source.
        reason: Why it may stand.
    """

    code: str
    excerpt: str
    source: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether this is the finding that was accepted: same code, same words on both sides."""
        return (
            finding.rule.code == self.code
            and _words(self.excerpt) == _passage_words(finding.excerpt)
            and _words(self.source) == _passage_words(finding.source)
        )


@dataclass(frozen=True, slots=True)
class InlineAcceptance:
    """One comment in an article: it covers the findings of a code in the excerpt that it stands in or before."""

    line: int
    code: str
    reason: str


def read_acceptances(path: Path) -> tuple[Acceptance, ...]:
    """Read an accept file.

    Raises:
        ConfigurationError: If it cannot be read, a key is unknown or missing, or a reason is not given.
    """
    try:
        rows = tomllib.loads(path.read_text("utf-8")).get("accept", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be read ({told(error)}); correct it.") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ConfigurationError(f"{path}: accept must be a list of tables, [[accept]].")
    return tuple(_acceptance(row, f"{path}: accept {number}") for number, row in enumerate(rows, start=1))


def inline_acceptances(text: str, *, origin: str) -> tuple[InlineAcceptance, ...]:
    """The accepting comments in the text of an article's file.

    Raises:
        ConfigurationError: If one gives no reason or names no finding that there is.
    """
    found = []
    for match in _COMMENT.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        code, reason = match[1], match[2].strip()
        _check(code, reason, f"{origin}, line {line}")
        found.append(InlineAcceptance(line, code, reason))
    return tuple(found)


def accepting(
    trace: Trace, filed: Iterable[Acceptance] = (), inline: Iterable[InlineAcceptance] = ()
) -> Trace:
    """The trace with the accepted findings marked as such.

    Args:
        trace: As traced.
        filed: The accept file's.
        inline: The article's own.
    """
    everywhere = tuple(filed)
    comments: dict[int, list[InlineAcceptance]] = {}
    for comment in inline:
        comments.setdefault(_index_of_covered(comment, trace), []).append(comment)
    return replace(
        trace,
        excerpts=tuple(
            _accepted(item, everywhere, comments.get(index, ())) for index, item in enumerate(trace.excerpts)
        ),
    )


def _index_of_covered(comment: InlineAcceptance, trace: Trace) -> int:
    """The excerpt that a comment stands in, or else the next one; -1 if there is none."""
    for index, item in enumerate(trace.excerpts):
        if item.excerpt.passages[-1].document.line_at(item.excerpt.span.end) >= comment.line:
            return index
    return -1


def _reason(
    finding: Finding, filed: Iterable[Acceptance], comments: Iterable[InlineAcceptance]
) -> str | None:
    reasons = [comment.reason for comment in comments if comment.code == finding.rule.code]
    reasons += [acceptance.reason for acceptance in filed if acceptance.covers(finding)]
    return reasons[0] if reasons else finding.accepted


def _accepted(
    item: ExcerptTrace, filed: Sequence[Acceptance], comments: Sequence[InlineAcceptance]
) -> ExcerptTrace:
    def marked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(replace(finding, accepted=_reason(finding, filed, comments)) for finding in findings)

    comparison = item.comparison and replace(item.comparison, findings=marked(item.comparison.findings))
    return replace(item, findings=marked(item.findings), comparison=comparison)


def _acceptance(row: Mapping[str, Any], place: str) -> Acceptance:
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        raise ConfigurationError(f"{place}: there is no key {unknown[0]!r}; use {', '.join(sorted(_KEYS))}.")
    values = {key: row.get(key, "") for key in _KEYS}
    if not all(isinstance(value, str) for value in values.values()):
        raise ConfigurationError(f"{place}: every value must be a string.")
    _check(values["code"], values["reason"].strip(), place)
    return Acceptance(**values)


def _check(code: str, reason: str, place: str) -> None:
    if code not in RULES:
        raise ConfigurationError(f"{place}: there is no finding {code!r}; `provenance explain` lists them.")
    if not reason:
        raise ConfigurationError(f"{place}: {code} is accepted without a reason; write one.")


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenize(text))


def _passage_words(passage: Passage | None) -> tuple[str, ...]:
    return _words(passage.text if passage else "")
