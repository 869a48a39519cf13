"""Accepted findings: what a person looked at and let stand, with a reason. They are still reported, as accepted.

In the article itself, on a line before or inside the excerpt::

    <!-- provenance: accept OMI201 the appendix is not online -->

by code or name, or in an accept file, keyed by code and words and never by line::

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
from provenance.findings.codes import REMARKS, rule_called, unknown_name
from provenance.findings.remarks import Remark
from provenance.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from provenance.findings.finding import Finding
    from provenance.findings.trace import ExcerptTrace, Trace
    from provenance.text.document import Passage

_COMMENT = re.compile(
    r"<!--[ \t]{0,9}provenance:[ \t]{0,9}accept[ \t]{1,9}([\w-]{1,60})(?=[ \t]|-->)([^\n]{0,500}?)-->"
)
_TABLE_HEAD = re.compile(r"^[ \t]{0,9}\[\[[ \t]{0,9}accept[ \t]{0,9}\]\]", re.MULTILINE)
_KEYS = frozenset({"code", "excerpt", "source", "reason"})


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One accepted finding of an accept file.

    Attributes:
        name: The code or the name of the finding, as it was written.
        excerpt: The words of the finding in the article.
        source: Its words in the source.
        reason: Why it may stand.
        line: Where the entry stands in its file.
    """

    name: str
    excerpt: str
    source: str
    reason: str
    line: int = 1

    def covers(self, finding: Finding) -> bool:
        """Whether this is the finding that was accepted: same code, same words on both sides."""
        return (
            _is_called(finding, self.name)
            and _words(self.excerpt) == _passage_words(finding.excerpt)
            and _words(self.source) == _passage_words(finding.source)
        )


@dataclass(frozen=True, slots=True)
class InlineAcceptance:
    """One comment in an article: it covers the findings of a name in the excerpt that it stands in or before."""

    line: int
    name: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether this accepts such a finding."""
        return _is_called(finding, self.name)


def read_acceptances(path: Path) -> tuple[Acceptance, ...]:
    """Read an accept file.

    Raises:
        ConfigurationError: If it cannot be read, a key is unknown or missing, or a reason is not given.
    """
    try:
        text = path.read_text("utf-8")
        rows = tomllib.loads(text).get("accept", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be read ({told(error)}); correct it.") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ConfigurationError(f"{path}: accept must be a list of tables, [[accept]].")
    lines = [text.count("\n", 0, found.start()) + 1 for found in _TABLE_HEAD.finditer(text)]
    lines += [1] * (len(rows) - len(lines))  # written in another form, as an array of inline tables
    entries = enumerate(zip(rows, lines, strict=False), start=1)
    return tuple(_acceptance(row, line, f"{path}: accept {number}") for number, (row, line) in entries)


def inline_acceptances(text: str, *, origin: str) -> tuple[InlineAcceptance, ...]:
    """The accepting comments in the text of an article's file.

    Raises:
        ConfigurationError: If one gives no reason.
    """
    found = []
    for match in _COMMENT.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        name, reason = match[1], match[2].strip()
        _require_reason(name, reason, f"{origin}, line {line}")
        found.append(InlineAcceptance(line, name, reason))
    return tuple(found)


def accepting(
    trace: Trace, filed: Iterable[Acceptance] = (), inline: Iterable[InlineAcceptance] = ()
) -> Trace:
    """The trace with the accepted findings marked as such, and a remark for each comment that accepts nothing.

    Args:
        trace: As traced.
        filed: The accept file's.
        inline: The article's own.
    """
    everywhere, comments = tuple(filed), tuple(inline)
    places = [_index_of_covered(comment, trace) for comment in comments]
    excerpts = tuple(
        _accepted(item, everywhere, [each for each, at in zip(comments, places, strict=True) if at == index])
        for index, item in enumerate(trace.excerpts)
    )
    origin = trace.article.document.origin
    idle = (
        comment
        for comment, at in zip(comments, places, strict=True)
        if at < 0 or not any(map(comment.covers, trace.excerpts[at].findings))
    )
    remarks = tuple(idle_remark(each.name, origin, each.line) for each in idle)
    return replace(trace, excerpts=excerpts, remarks=(*trace.remarks, *remarks))


def unused_acceptances(
    acceptances: Iterable[Acceptance], traces: Iterable[Trace], path: Path
) -> tuple[Remark, ...]:
    """A remark for each entry of an accept file that covers no finding of all the articles it is for."""
    found = [finding for trace in traces for item in trace.excerpts for finding in item.findings]
    idle = (entry for entry in acceptances if not any(map(entry.covers, found)))
    return tuple(idle_remark(entry.name, str(path), entry.line) for entry in idle)


def idle_remark(name: str, path: str, line: int) -> Remark:
    """The remark on an acceptance that covers nothing: because no finding has that name, or none is found."""
    rule = rule_called(name)
    if rule is None:
        return Remark(REMARKS["ACC802"], path, line, unknown_name(name))
    return Remark(REMARKS["ACC801"], path, line, f"{rule.code} is accepted and not found here; take it out")


def _index_of_covered(comment: InlineAcceptance, trace: Trace) -> int:
    """The excerpt that a comment stands in, or else the next one; -1 if there is none."""
    for index, item in enumerate(trace.excerpts):
        if item.excerpt.passages[-1].document.line_at(item.excerpt.span.end) >= comment.line:
            return index
    return -1


def _accepted(
    item: ExcerptTrace, filed: Sequence[Acceptance], comments: Sequence[InlineAcceptance]
) -> ExcerptTrace:
    def marked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(replace(finding, accepted=_reason(finding, (*comments, *filed))) for finding in findings)

    comparison = item.comparison and replace(item.comparison, findings=marked(item.comparison.findings))
    return replace(item, findings=marked(item.findings), comparison=comparison)


def _reason(finding: Finding, acceptances: Iterable[Acceptance | InlineAcceptance]) -> str | None:
    reasons = (each.reason for each in acceptances if each.covers(finding))
    return next(reasons, finding.accepted)


def _acceptance(row: Mapping[str, Any], line: int, place: str) -> Acceptance:
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        raise ConfigurationError(f"{place}: there is no key {unknown[0]!r}; use {', '.join(sorted(_KEYS))}.")
    values = {key: row.get(key, "") for key in _KEYS}
    if not all(isinstance(value, str) for value in values.values()):
        raise ConfigurationError(f"{place}: every value must be a string.")
    if not values["code"]:
        raise ConfigurationError(f"{place}: code is missing; write one like OMI202.")
    _require_reason(values["code"], values["reason"].strip(), place)
    return Acceptance(values["code"], values["excerpt"], values["source"], values["reason"], line)


def _require_reason(name: str, reason: str, place: str) -> None:
    if not reason:
        raise ConfigurationError(f"{place}: {name} is accepted without a reason; write one.")


def _is_called(finding: Finding, name: str) -> bool:
    rule = rule_called(name)
    return rule is not None and finding.code == rule.code


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenize(text))


def _passage_words(passage: Passage | None) -> tuple[str, ...]:
    return _words(passage.text if passage else "")
