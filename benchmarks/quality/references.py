"""How often quotations lead to their notes and references, on documents in the costumes of 25 systems, truth written first.

    python benchmarks/quality/references.py [--verbose]

The documents are invented and ship (tests/gold/references; README.md there says what is labelled). On half of them the rules were tuned,
and the others were mended by class after their first run.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import combining, normalize
from urllib.parse import unquote

from provenance.articles.reading import read
from provenance.excerpts.detect import detect, is_attributed, is_provable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.excerpts.model import Attribution, Excerpt

FOLDER = Path(__file__).parents[2] / "tests" / "gold" / "references"
ARTICLES = {"the", "a", "an", "der", "die", "das", "le", "la", "el", "il"}


def place(text: str, first: str, last: str) -> tuple[int, int]:
    """Where a labelled quotation stands, white space apart."""
    start, end = (re.compile(r"\s*".join(map(re.escape, "".join(words.split())))) for words in (first, last))
    begun = start.search(text)
    ended = end.search(text, begun.start())
    return begun.start(), ended.end()


def bare_address(url: str) -> str:
    """An address without what two ways of writing it may differ in."""
    return re.sub(r"^https?://(?:www\.)?", "", unquote(url).split("#")[0].rstrip("/")).lower()


def bare_name(name: str) -> str:
    """The words of a name without accents, case and articles."""
    plain = "".join(sign for sign in normalize("NFKD", name.casefold()) if not combining(sign))
    return " ".join(word for word in re.findall(r"\w+", plain) if word not in ARTICLES)


def name_of(told: Attribution) -> str:
    """Whom an attribution names, or the title of the work that it cites."""
    work = told.citations[0] if told.citations else None
    return told.speaker or told.outlet or told.work or (work and (work.title or "")) or ""


def outcomes(label: dict[str, Any], hits: list[Excerpt]) -> Iterator[str]:
    """What became of a labelled quotation, given the excerpts that share most of its words."""
    if not label["quoted"]:
        yield "look-alikes"
        yield from ("look-alikes reported",) * bool(hits)
        return
    yield from ["quoted", *["has a source"] * bool(label["links"]), *["has a name"] * bool(label["name"])]
    if not hits:
        return
    told = hits[0].attribution
    linked = told.link is not None and bare_address(told.link) in map(bare_address, label["links"])
    names = [bare_name(name) for name in (label["name"], *label.get("names_ok", [])) if name]
    name = bare_name(name_of(told))
    yield "found"
    yield from ("linked",) * linked
    yield from ("linked wrongly",) * (told.link is not None and not linked)
    yield from ("named",) * (bool(name) and any(name in one or one in name for one in names))


def count(truth: Path) -> Counter[str]:
    """How many quotations a document has, and what became of them."""
    labels = tomllib.loads(truth.read_text("utf-8"))
    article = read(truth.parent / labels["document"])
    excerpts = [one for one in detect(article).excerpts if is_attributed(one) or is_provable(one)]
    counts: Counter[str] = Counter()
    for label in labels["quotation"]:
        start, end = place(article.document.text, label["first"], label["last"])
        hits = [
            one for one in excerpts if 2 * (min(end, one.span.end) - max(start, one.span.start)) > end - start
        ]
        counts.update(outcomes(label, hits))
    return counts


def main() -> None:
    """Print the figures over all documents."""
    from intervals import Bootstrap, share

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--verbose", action="store_true", help="also print the counts of each document")
    options = parser.parse_args()
    documents = {truth.stem: count(truth) for truth in sorted(FOLDER.glob("*.toml"))}
    if options.verbose:
        for name, counts in documents.items():
            print(f"{name}: {dict(counts)}")
    figures = Bootstrap(list(documents.values()))
    print(f"{len(documents)} documents, {figures.whole['quoted']} quotations")
    for what, of in (
        ("found", "quoted"),
        ("linked", "has a source"),
        ("linked wrongly", "found"),
        ("named", "has a name"),
        ("look-alikes reported", "look-alikes"),
    ):
        print(f"{what} {figures.interval(share(what, of))}")


if __name__ == "__main__":
    main()
