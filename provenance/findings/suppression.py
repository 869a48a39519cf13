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

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from provenance.errors import ConfigurationError, describe
from provenance.files.reading import parse_table, read_regular
from provenance.findings.codes import REMARKS, rule_called, unknown_name
from provenance.findings.finding import Finding, Remark
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.text.tokens import tokenize

_COMMENT = re.compile(
    r"<!--[ \t]{0,9}provenance:[ \t]{0,9}accept[ \t]{1,9}([\w-]{1,60})(?=[ \t]|-->)([^\n]{0,500}?)-->"
)
_TABLE_HEAD = re.compile(r"^[ \t]{0,9}\[\[[ \t]{0,9}accept[ \t]{0,9}\]\]", re.MULTILINE)
_Key = tuple[str, tuple[str, ...], tuple[str, ...]]
_KEYS = frozenset({"code", "excerpt", "source", "reason"})


class Acceptance(NamedTuple):
    """One accepted finding of an accept file."""

    name: str  # the code or the name of the finding, as it was written
    excerpt: str  # the words of the finding in the article
    source: str  # its words in the source
    reason: str  # why it may stand
    line: int = 1  # where the entry stands in its file

    @property
    def key(self) -> _Key:
        """What the finding that was accepted has too: the code, and the words on both sides."""
        return _code_of(self.name), _words(self.excerpt), _words(self.source)


class InlineAcceptance(NamedTuple):
    """One comment in an article: it covers the findings of a name in the excerpt that it stands in or before."""

    line: int
    name: str
    reason: str

    @property
    def code(self) -> str:
        """The code of the findings that it covers; empty if there is no finding of its name."""
        return _code_of(self.name)


def read_acceptances(path: Path) -> tuple[Acceptance, ...]:
    """Read an accept file; a ConfigurationError if it cannot be read, or a key or a reason is missing or a key unknown."""
    try:
        text = read_regular(path).decode("utf-8")
        rows = parse_table(text).get("accept", [])
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{path} cannot be read ({describe(error)}); correct it.") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ConfigurationError(f"{path}: accept must be a list of tables, [[accept]].")
    lines = [line for line, _ in _with_lines(_TABLE_HEAD, text)]
    lines += [1] * (len(rows) - len(lines))  # written in another form, as an array of inline tables
    entries = enumerate(zip(rows, lines, strict=False), start=1)
    return tuple(_acceptance(row, line, f"{path}: accept {number}") for number, (row, line) in entries)


def inline_acceptances(text: str, *, origin: str) -> tuple[InlineAcceptance, ...]:
    """The accepting comments in the text of an article's file; a ConfigurationError if one gives no reason."""
    found = []
    for line, match in _with_lines(_COMMENT, text):
        name, reason = match[1], match[2].strip()
        _require_reason(name, reason, f"{origin}, line {line}")
        found.append(InlineAcceptance(line, name, reason))
    return tuple(found)


def _with_lines(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Each match, with the number of the line that it begins on."""
    line, counted = 1, 0
    for found in pattern.finditer(text):
        line, counted = line + text.count("\n", counted, found.start()), found.start()
        yield line, found


def accepting(
    trace: Trace, filed: Iterable[Acceptance] = (), inline: Iterable[InlineAcceptance] = ()
) -> Trace:
    """The trace, its findings that a file or its own comments accept marked so, with a remark for each idle comment."""
    reasons: dict[_Key, str] = {}
    for acceptance in filed:
        reasons.setdefault(acceptance.key, acceptance.reason)
    comments, last_lines = tuple(inline), _last_lines(trace)
    places = [bisect_left(last_lines, comment.line) for comment in comments]
    by_excerpt: dict[int, list[InlineAcceptance]] = {}
    for comment, place in zip(comments, places, strict=True):
        by_excerpt.setdefault(place, []).append(comment)
    excerpts = tuple(
        _accepted(item, reasons, by_excerpt.get(index, ())) for index, item in enumerate(trace.excerpts)
    )
    codes = [frozenset(finding.code for finding in item.findings) for item in trace.excerpts]
    idle = (
        comment
        for comment, place in zip(comments, places, strict=True)
        if place == len(codes) or comment.code not in codes[place]
    )
    origin = trace.article.document.origin
    remarks = tuple(idle_remark(each.name, origin, each.line) for each in idle)
    return replace(trace, excerpts=excerpts, remarks=(*trace.remarks, *remarks))


def unused_acceptances(
    acceptances: Iterable[Acceptance], traces: Iterable[Trace], path: Path
) -> tuple[Remark, ...]:
    """A remark for each entry of an accept file that covers no finding of all the articles it is for."""
    found = {_key_of(finding) for trace in traces for item in trace.excerpts for finding in item.findings}
    idle = (entry for entry in acceptances if entry.key not in found)
    return tuple(idle_remark(entry.name, str(path), entry.line) for entry in idle)


def idle_remark(name: str, path: str, line: int) -> Remark:
    """The remark on an acceptance that covers nothing: because no finding has that name, or none is found."""
    rule = rule_called(name)
    if rule is None:
        return Remark(REMARKS["ACC802"], path, line, unknown_name(name))
    return Remark(REMARKS["ACC801"], path, line, f"{rule.code} is accepted and not found here; take it out")


def _last_lines(trace: Trace) -> list[int]:
    """For each excerpt the last line that it or one before it reaches: a comment belongs to the first one not before it."""
    ends = (item.excerpt.passages[-1].document.line_at(item.excerpt.span.end) for item in trace.excerpts)
    return list(accumulate(ends, max))


def _accepted(
    item: ExcerptTrace, filed: Mapping[_Key, str], comments: Sequence[InlineAcceptance]
) -> ExcerptTrace:
    said = {comment.code: comment.reason for comment in reversed(comments)}

    def reason(finding: Finding) -> str | None:
        return said.get(finding.code) or (filed.get(_key_of(finding)) if filed else None) or finding.accepted

    def marked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(replace(finding, accepted=reason(finding)) for finding in findings)

    comparison = item.comparison and replace(item.comparison, findings=marked(item.comparison.findings))
    return replace(item, findings=marked(item.findings), comparison=comparison)


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


def _code_of(name: str) -> str:
    """The code of the finding of that code or name; empty if there is none."""
    rule = rule_called(name)
    return rule.code if rule else ""


def _key_of(finding: Finding) -> _Key:
    ours, theirs = (_words(place.text if place else "") for place in (finding.excerpt, finding.source))
    return finding.code, ours, theirs


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenize(text))
