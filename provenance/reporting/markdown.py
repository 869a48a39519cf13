"""Markdown for a comment on a pull request, or a job summary: what went wrong, with a diff of each excerpt."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from types import MappingProxyType
from urllib.parse import quote

from provenance.articles.article import Article
from provenance.articles.decoding import cleaned
from provenance.findings.finding import OF_WORDS, Finding, edited, overlap
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.reporting.cited_works import cited_works, told_reference, told_works
from provenance.reporting.cleaning import beginning, is_safe_link, one_line
from provenance.reporting.concise import remark_line
from provenance.reporting.diff.rows import diff_of, differs
from provenance.reporting.diff.setting import TERMINAL, Paragraph, SegmentKind, folded, marked_segments
from provenance.reporting.diff.views import inline_diff
from provenance.reporting.places import open_link, place_in_words
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.reporting.summary import counted, summary_lines, unknown_words, untraced_of
from provenance.text.document import whole

MOST = 60_000  # how many characters a report has: GitHub refuses a comment of more than 65,536
_FIRST_WORDS = 80  # code points of an excerpt in its heading

# What Markdown, HTML or GitHub would read as more than text: some signs anywhere, others where they open a line, a stop only
# where it makes a list or an address, a colon before an emoji's name.
_SPECIAL = re.compile(r"[\\`*_{}\[\]#|<>&~@$]|\A[+\-=!():]|:(?=[\w+\-/])|(?<=\d)\.|(?<=www)\.", re.IGNORECASE)
_LINES = re.compile(r"\r\n|\r|\n")
_ADDRESS = re.compile(r"(https?://[^\s`|“”„«»]{0,2000}[\w/])")


def report(run: Run, view: View) -> str:  # noqa: ARG001 - every reporter is told how the report is to look
    """The run as Markdown."""
    lines = [f"**provenance** — {'; '.join(summary_lines(run))}", ""]
    lines += [f"- {escaped(trouble)}" for trouble in run.troubles] + [""] * bool(run.troubles)
    parts = [part for trace in run.traces for part in _article(trace, run)] + list(_untraced(run))
    if run.every_remark:
        parts.append("\n".join([*(f"- {escaped(remark_line(each))}" for each in run.every_remark), ""]))
    kept = parts[: sum(end <= MOST for end in accumulate(len(part) + 1 for part in parts))]
    lines += kept
    if left := len(parts) - len(kept):
        lines.append(f"{counted(left, 'more part')} did not fit in here; the terminal report has everything.")
    return "\n".join(lines).rstrip() + "\n"


def escaped(text: str) -> str:
    """Text of a page on one line, as nothing but text. A name after ``@`` calls nobody."""
    pieces = _ADDRESS.split(one_line(text))  # every second one is an address, to be copied as it stands
    return "".join(f"`{piece}`" if at % 2 else _entities(piece) for at, piece in enumerate(pieces))


def _entities(text: str) -> str:
    told = _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", text)
    return re.sub(r"&#(64|35);(?=\w)", r"&#\1;&#8203;", told)


_TAGS = MappingProxyType(
    {
        SegmentKind.OMITTED: ("<del>", "</del>"),
        SegmentKind.ADDED: ("<ins>", "</ins>"),
        SegmentKind.DECLARED: (f"<sub>{escaped('[~')}", f"{escaped('~]')}</sub>"),
        SegmentKind.MOVED: ("<i>", "</i>"),
    }
)


def _article(trace: Trace, run: Run) -> Iterator[str]:
    """The parts of one article: a heading, each excerpt that somebody should look at, and what is not as expected."""
    troubled, unmet = run.troubled(trace), run.unmet_in(trace)
    if troubled or unmet:
        yield f"### {escaped(trace.article.document.origin)}\n"
    told: set[str | None] = set()
    for item in troubled:
        yield "\n".join(_excerpt(trace.article, item, told=not item.is_unchecked and item.reason in told))
        told.add(item.reason)
    for said in unknown_words(trace):
        yield f"{escaped(said)}\n"
    works = told_works(cited_works(trace)) if troubled else []
    if works:
        yield "\n".join(["By reference:", "", *(f"- {escaped(line)}" for line in works), ""])
    if unmet:
        yield "\n".join(
            ["Not as `findings.toml` expects:", "", *(f"- {escaped(each.message)}" for each in unmet), ""]
        )


def _untraced(run: Run) -> Iterator[str]:
    """Where quotations stand of which nothing is said. A case is not looked at: a person has said what it holds."""
    others = (trace for trace in run.traces if run.expected_of(trace) is None)
    told = ((trace.article.document.origin, untraced_of(trace)) for trace in others)
    rows = [f"- {escaped(origin)}: {said}" for origin, said in told if said]
    if rows:
        yield "\n".join(["Not looked at:", "", *rows, ""])


def _excerpt(article: Article, item: ExcerptTrace, *, told: bool) -> Iterator[str]:
    words = beginning(one_line(item.excerpt.text), _FIRST_WORDS, more=" …")
    said = item.excerpt.attribution
    cited = told_reference(said.citations[0]) if said.citations else None
    named = (said.speaker and f"said by {said.speaker}", cited or said.outlet)
    who = "".join(f", {escaped(name)}" for name in named if name)
    place = place_in_words(article, whole(item.excerpt.passages)) or f"line {item.excerpt.line}"
    yield from (f"**{item.verdict}**, {place}{who}: “{escaped(words)}”", "")
    rows = diff_of(item)
    if differs(rows):
        paragraphs = (folded(each, TERMINAL) for each in inline_diff(rows))
        yield from ("> " + "\n>\n> ".join(map(_paragraph, paragraphs)), "")
    yield from _findings(item, article)
    if item.reason and not told:
        yield from (escaped(item.reason), "")
    link = open_link(item)
    if link and is_safe_link(link):
        address = link.translate({ord(sign): quote(sign) for sign in "()<>"})
        yield from (f"[Open the source]({address})", "")


def _findings(item: ExcerptTrace, article: Article) -> Iterator[str]:
    shown = [finding for finding in item.findings if not finding.is_note]
    for finding in sorted(shown, key=lambda finding: -finding.severity):
        accepted = f" (accepted: {escaped(finding.accepted)})" if finding.accepted is not None else ""
        label = f"{finding.severity.label} `{finding.rule.code}` {finding.rule.name}"
        yield f"- {label}: {escaped(finding.message)}{accepted}"
    yield from [""] * bool(shown)
    yield from _suggestion(shown, article)


def _suggestion(findings: Sequence[Finding], article: Article) -> list[str]:
    """The lines of a GitHub suggestion: the lines of the file that the first fixes of an excerpt's findings change.

    All of them are made at once, since one of several may turn the sense by itself; none where the words of one cannot
    be mended, or a line holds what cannot be shown.
    """
    source_map = article.source_map
    left = any(each.rule.kind in OF_WORDS and not each.fixes for each in findings)
    edits = sorted({edit for each in findings for fix in each.fixes[:1] for edit in fix.edits})
    if source_map is None or not edits or (left and len(findings) > 1) or overlap(edits):
        return []
    places = [source_map.place_in_file(edit.span) for edit in edits]
    first, last = min(place.line for place in places), max(place.end_line for place in places)
    before, after = (_LINES.split(text) for text in (source_map.file, edited(source_map.file, edits)))
    shown = after[first - 1 : len(after) - (len(before) - last)]
    if any(cleaned(line) != line for line in shown):
        return []  # what steers a terminal is not shown, and what is shown would be put in its place
    longest = max(map(len, re.findall("`+", "\n".join(shown))), default=0)
    fence = "`" * max(3, longest + 1)
    where = f"line {first}" if first == last else f"lines {first} to {last}"
    return [f"Instead of {where}:", "", f"{fence}suggestion", *shown, fence, ""]


def _paragraph(paragraph: Paragraph) -> str:
    text, before = "", None
    for segment, opening, words, closing in marked_segments(paragraph, _TAGS):
        # Without a space between them both would read as one word.
        replaces = before is SegmentKind.OMITTED and segment.kind is SegmentKind.ADDED
        text += " " * (segment.spaced or replaces) + opening + escaped(words) + closing
        before = segment.kind
    return text
