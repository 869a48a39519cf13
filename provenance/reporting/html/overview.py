"""What stands around the excerpts of the page: how many of which verdict and severity, and what their codes mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from provenance.findings.codes import RULES
from provenance.findings.explaining import page
from provenance.findings.finding import Rule, Severity
from provenance.findings.trace import Verdict
from provenance.reporting.html.cards import Card


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that excerpts can be chosen by."""

    value: str  # the value
    count: int  # how many excerpts have it
    label: str = ""  # what it is called where the value says too little
    start: float = 0.0  # where its part of the bar begins, in per cent
    width: float = 0.0  # how wide that part is, in per cent


@dataclass(frozen=True, slots=True)
class Overview:
    """What stands above the excerpts. Values without excerpts are left out."""

    verdicts: tuple[Choice, ...]
    severities: tuple[Choice, ...]
    codes: tuple[Choice, ...]
    outlets: tuple[Choice, ...]


def overview(cards: Sequence[Card]) -> Overview:
    """Count the excerpts. An excerpt with several findings counts once for each severity and each code."""
    verdicts = Counter(card.record["verdict"] for card in cards)
    severities = Counter(severity for card in cards for severity in card.severities)
    codes = Counter(code for card in cards for code in card.codes)
    names = {
        view.record["code"]: view.record["name"] for card in cards for view in (*card.findings, *card.notes)
    }
    outlets = Counter(card.outlet for card in cards)
    return Overview(
        _bar(verdicts, map(str, Verdict)),
        _bar(severities, (severity.label for severity in sorted(Severity, reverse=True))),
        tuple(Choice(code, codes[code], f"{code} {names[code]}") for code in sorted(codes)),
        tuple(Choice(name, outlets[name]) for name in sorted(outlets, key=str.casefold)),
    )


def _bar(counts: Counter[str], order: Iterable[str]) -> tuple[Choice, ...]:
    """The values in a given order, as parts of a bar."""
    total, start, choices = counts.total() or 1, 0.0, []
    for value in order:
        width = 100 * counts[value] / total
        choices += [Choice(value, counts[value], start=round(start, 3), width=round(width, 3))] * bool(
            counts[value]
        )
        start += width
    return tuple(choices)


_CODE_LINK = re.compile(r"\[([A-Z]{3}\d{3})\]\(\1\.md\)")
_TITLES = ("What it is", "Why it matters", "Known false positives", "How to fix it", "How to accept it")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code explained."""

    rule: Rule  # the rule that it names
    body: Markup  # the page's sections as HTML of our own


def explanations(codes: Iterable[str]) -> tuple[Explanation, ...]:
    """The explanations of the codes, in the order of the catalogue. A code of another version has none."""
    wanted = set(codes)
    return tuple(Explanation(rule, _body(rule)) for code, rule in RULES.items() if code in wanted)


@cache
def _body(rule: Rule) -> Markup:
    """The sections that a reader needs. The pages are ours, and the renderer lets no HTML of theirs through."""
    sections = page(rule).split("\n## ")[1:]
    wanted = [section for section in sections if section.splitlines()[0].strip() in _TITLES]
    text = _CODE_LINK.sub(r"`\1`", "".join(f"### {section}\n" for section in wanted))
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table")
    return Markup(renderer.render(text))  # noqa: S704 - a page of ours, rendered with HTML escaped
