"""The page itself: made from the records of the JSON report, so that a run and its saved report give the same page."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from jinja2 import UndefinedError
from markdown_it import MarkdownIt
from markupsafe import Markup

from provenance.errors import ConfigurationError
from provenance.findings.codes import RULES
from provenance.findings.codes import page as page_of
from provenance.findings.finding import Rule, Severity
from provenance.findings.trace import Verdict
from provenance.reporting.cleaning import one_line
from provenance.reporting.html.assets import asset, asset_hash, environment
from provenance.reporting.html.cards import Card, card
from provenance.reporting.html.overview import overview
from provenance.reporting.html.texts import Library
from provenance.reporting.json import SCHEMA
from provenance.reporting.json import record as json_record
from provenance.reporting.records import Record, numbered
from provenance.reporting.reporter import View
from provenance.reporting.run import Run, Unmet
from provenance.reporting.summary import Summary, counted, in_words, untraced_told

_UNCOMPARED = frozenset(map(str, (Verdict.UNCHECKED, Verdict.NOT_FOUND)))
_REMEDY = "make one with `provenance trace ARTICLE --with-text --format json:trace.json`"
_CODE_LINK = re.compile(r"\[([A-Z]{3}\d{3})\]\(\1\.md\)")
_TITLES = ("What it is", "Why it matters", "Known false positives", "How to fix it", "How to accept it")


class Section(NamedTuple):
    """An article, its excerpts, a sentence for each thing that is not as expected of it, and one on what was not traced."""

    number: int
    record: Record
    cards: tuple[Card, ...]
    unmet: tuple[str, ...] = ()
    untraced: str = ""

    @property
    def name(self) -> str:
        """What the article is called."""
        return one_line(self.record["title"] or self.record["origin"] or "An article")

    @property
    def severities(self) -> dict[str, int]:
        """How many excerpts have findings that stand of each severity above a note, the gravest first."""
        ranks = [each.label for each in sorted(Severity, reverse=True) if each > Severity.NOTE]
        return {label: sum(label in card.severities for card in self.cards) for label in ranks}

    @property
    def works(self) -> list[tuple[str, Mapping[str, int], str]]:
        """Each cited work that is quoted, what became of its quotations, and the anchor of the first of these."""
        anchors = {card.record["id"]: card.anchor for card in self.cards}
        return [
            (
                ", ".join(filter(None, (*work["authors"], work["title"], work["container"], work["year"])))
                or work["address"],
                work["verdicts"],
                anchors[work["excerpts"][0]],
            )
            for work in self.record.get("notes", ())
            if work["excerpts"]
        ]

    @property
    def gravity(self) -> int:
        """What the article is sorted by: any graver finding outweighs all milder ones."""
        return sum(count * 1000**rank for rank, count in enumerate(reversed(self.severities.values())))


def report(run: Run, view: View) -> str:  # noqa: ARG001 - every reporter is told how the report is to look
    """The run as one HTML page, which needs no other file and no network."""
    return page(json_record(run, with_text=True))


def page(record: Record) -> str:
    """The page of a JSON report written with its texts; a ConfigurationError if it is none, lacks the texts, or is damaged."""
    if record.get("schema") != SCHEMA:
        raise ConfigurationError(f"This is no report of schema {SCHEMA}; {_REMEDY}.")
    try:
        if any("text" not in article for article in record["articles"]):
            raise ConfigurationError(f"This report was written without the texts; {_REMEDY}.")
        sections = tuple(_sections(record))
        return _rendered(record, sections, tuple(map(str, record["troubles"])))
    except (LookupError, TypeError, ValueError, AttributeError, UndefinedError) as error:
        raise ConfigurationError(
            f"This report is damaged ({type(error).__name__}: {error}); {_REMEDY}."
        ) from error


def _sections(record: Record) -> Iterator[Section]:
    library = Library()
    ids = (excerpt["id"] for article in record["articles"] for excerpt in article["excerpts"])
    anchors = numbered((f"e-{each}" for each in ids), mark=".")
    for number, article in enumerate(record["articles"], start=1):
        document = library.document(article)
        cards = (
            card(excerpt, article, library.texts(excerpt, document), next(anchors))
            for excerpt in article["excerpts"]
        )
        untraced = untraced_told(
            [passage.get("where") or str(passage["line"]) for passage in article["untraced"]],
            [passage["reason"] for passage in article["untraced"]],
        )
        yield Section(number, article, tuple(cards), tuple(map(_unmet, article["unmet"])), untraced)


def _unmet(record: Record) -> str:
    unmet = Unmet(**{key: record[key] for key in ("number", "words", "line", "expected", "found")})
    return f"Not as findings.toml expects: {unmet.message}."


def _rendered(record: Record, sections: tuple[Section, ...], troubles: tuple[str, ...]) -> str:
    cards = [each for section in sections for each in section.cards]
    counts = {key: value for key, value in record["summary"].items() if key != "exit_code"}
    explained = explanations(code for each in cards for code in each.codes)
    style, script = asset("page.css"), asset("page.js")
    template = environment().get_template("page.html")
    return template.render(
        title=_title(sections),
        summary=in_words(Summary(**counts)),
        overview=overview(cards),
        sections=sections,
        troubles=troubles,
        remarks=[
            f"{each['path']}:{each['line']}: {each['code']} {each['name']}: {each['message']}"
            for each in record["remarks"]
        ],
        repeated=_retold(cards, _source_of),
        retold=_retold(cards, _choice_of),
        explanations=explained,
        explained=frozenset(each.rule.code for each in explained),
        version=record["tool"]["version"],
        style=style,
        script=script,
        policy=_policy(style, script),
    )


def _retold(cards: Sequence[Card], told: Callable[[Card], Hashable | None]) -> frozenset[str]:
    """The anchors of the cards of which something is told that an earlier card has told; None is nothing to tell."""
    seen: set[Hashable] = set()
    retold = set()
    for each in cards:
        if (what := told(each)) is not None:
            retold |= {each.anchor} if what in seen else set()
            seen.add(what)
    return frozenset(retold)


def _source_of(card: Card) -> Hashable | None:
    told = tuple(card.record["source"][key] for key in ("url", "origin", "sha256"))
    return told if any(told) else None


def _choice_of(card: Card) -> Hashable | None:
    """How the source of a compared card was chosen."""
    return card.reason if card.record["verdict"] not in _UNCOMPARED else None


def _title(sections: tuple[Section, ...]) -> str:
    if len(sections) != 1:
        excerpts = counted(sum(len(section.cards) for section in sections), "excerpt")
        return f"{excerpts} from {counted(len(sections), 'article')}"
    return sections[0].name


def _policy(style: str, script: str) -> str:
    """The Content-Security-Policy: this style sheet, this script, and nothing else from anywhere."""
    return (
        f"default-src 'none'; style-src '{asset_hash(style)}'; script-src '{asset_hash(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


class Explanation(NamedTuple):
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
    sections = page_of(rule).split("\n## ")[1:]
    wanted = [section for section in sections if section.splitlines()[0].strip() in _TITLES]
    text = _CODE_LINK.sub(r"`\1`", "".join(f"### {section}\n" for section in wanted))
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table")
    return Markup(renderer.render(text))  # noqa: S704 - a page of ours, rendered with HTML escaped
