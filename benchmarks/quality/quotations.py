"""How often quotations are found and given to their speakers, on public corpora, by us and by others.

    python benchmarks/quality/quotations.py CORPUS CHECKOUTS [--split dev] [--at-most N] [--rival textacy|marks]

CORPUS is polnear, wikinews or pdnc (corpora.py says which repositories these are), CHECKOUTS the folder that holds them. A labelled quotation of four words and
more is found if what is reported shares 98 % of its characters, trimmed of punctuation; shorter ones count neither way. A
speaker is right if a word with a capital is shared; labels without a name are left out. Of novels only speakers are counted, since
not all of their quotations are labelled as explicit.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from contextlib import suppress
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from corpora import CORPORA, Text
from intervals import Bootstrap, f1, share

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.detect import DetectionOptions, detect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LEAST = 4
SAME, TOUCHING = 0.98, 0.3
_NAME = re.compile(r"[A-ZÄÖÜ][\w-]+")
_NO_NAME = frozenset(
    "He She They It We I You The A An His Her Their Its This That These Those Who One Some Many Both Another "
    "Er Sie Es Wir Ich Der Die Das Den Dem Ein Eine Einer Dieser Diese Ihr Sein".split()
)


class Reported(NamedTuple):
    """What a program reports: half-open code points, and whom it names."""

    start: int
    end: int
    named: str


def ours(text: Text) -> Iterator[Reported]:
    """What this program reports."""
    article = read_text(text.text, origin=f"{text.name}.txt", format=Format.TEXT)
    for excerpt in detect(article, DetectionOptions(language=text.language)).excerpts:
        named = f"{excerpt.attribution.speaker or ''} {excerpt.attribution.outlet or ''}"
        for piece in excerpt.passages:
            if place := _nearest(piece.text, text.text, piece.span.start):
                yield Reported(*place, named)


def textacy(text: Text) -> Iterator[Reported]:
    """What textacy reports of each paragraph (English, spaCy's small model): nothing where a mark opens and does not close."""
    from textacy.extract import direct_quotations

    for paragraph in re.finditer(r"[^\n]+", text.text):
        with suppress(ValueError):
            for found in direct_quotations(_spacy()(paragraph[0])):
                named = " ".join(token.text for token in found.speaker)
                start = paragraph.start()
                yield Reported(start + found.content.start_char, start + found.content.end_char, named)


@cache
def _spacy() -> Callable[[str], Any]:
    import spacy

    return spacy.load("en_core_web_sm")


def marks(text: Text) -> Iterator[Reported]:
    """All that stands in quotation marks, given to the nearest name before it: what needs no program."""
    last = 0
    for found in re.finditer(r"[“\"„]([^“”\"„\n]+)[”\"“]", text.text):
        if len(found[1].split()) >= LEAST:
            names = [name for name in _NAME.findall(text.text[last : found.start()]) if name not in _NO_NAME]
            yield Reported(*found.span(1), names[-1] if names else "")
        last = found.end()


PROGRAMS: dict[str, Callable[[Text], Iterator[Reported]]] = {"ours": ours, "textacy": textacy, "marks": marks}


def _nearest(words: str, text: str, hint: int) -> tuple[int, int] | None:
    pattern = r"\s+".join(map(re.escape, words.split()))
    places = (match.span() for match in re.finditer(pattern, text))
    return min(places, key=lambda span: abs(span[0] - hint), default=None) if pattern else None


def _trimmed(start: int, end: int, text: str) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 0.0 if shared <= 0 else shared / (max(one[1], other[1]) - min(one[0], other[0]))


def _pairs(
    wanted: list[tuple[int, int]], got: list[tuple[int, int]], least: float
) -> Iterator[tuple[int, int]]:
    """Indexes of what belongs together, one to one, the nearest first."""
    near = sorted(
        ((_overlap(one, other), i, j) for i, one in enumerate(wanted) for j, other in enumerate(got)),
        reverse=True,
    )
    left, right = set(range(len(wanted))), set(range(len(got)))
    for value, i, j in near:
        if value >= least and i in left and j in right:
            left.discard(i)
            right.discard(j)
            yield i, j


def _names(text: str) -> set[str]:
    return {name.rstrip("s") for name in _NAME.findall(text) if name not in _NO_NAME}


def count(text: Text, reported: Iterable[Reported]) -> Counter[str]:
    """What one document adds to the counts."""
    found = list(reported)
    got = [_trimmed(each.start, each.end, text.text) for each in found]
    labels = [(_trimmed(q.start, q.end, text.text), q.speaker) for q in text.quotations]
    words = [len(text.text[slice(*span)].split()) for span, _ in labels]
    long = [label for label, size in zip(labels, words, strict=True) if size >= LEAST]
    short = [span for (span, _), size in zip(labels, words, strict=True) if size < LEAST]
    spans = [span for span, _ in long]
    counts: Counter[str] = Counter(documents=1, labelled=len(long))
    hits = list(_pairs(spans, got, SAME))
    taken = {j for _, j in hits}
    rest = [span for j, span in enumerate(got) if j not in taken]
    counts["hits"] = len(hits)
    counts["reported"] = len(got) - len(list(_pairs(short, rest, TOUCHING)))
    for i, j in _pairs(spans, got, TOUCHING):
        if wanted := _names(long[i][1]):
            given = _names(found[j].named)
            counts["speakers"] += 1
            counts["named"] += bool(given)
            counts["speakers right"] += bool(wanted & given)
    return counts


def main() -> None:
    """Print the figures of one program on one corpus."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", choices=CORPORA)
    parser.add_argument("checkouts", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--at-most", type=int, help="so many documents, the first by their names")
    parser.add_argument("--rival", choices=PROGRAMS, default="ours")
    options = parser.parse_args()
    program = PROGRAMS[options.rival]
    texts = islice(CORPORA[options.corpus](options.checkouts, options.split), options.at_most)
    figures = Bootstrap([count(text, program(text)) for text in texts])
    if options.corpus != "pdnc":
        print(f"precision {figures.interval(share('hits', 'reported'))}", end=" · ")
        print(f"recall {figures.interval(share('hits', 'labelled'))}", end=" · ")
        print(f"F1 {figures.interval(f1('hits', 'reported', 'labelled'))}", end=" · ")
    print(f"speakers right, of all found {figures.interval(share('speakers right', 'speakers'))}", end=", ")
    print(f"of those named {figures.interval(share('speakers right', 'named'))}")
    total = figures.whole
    print(f"{total['documents']} documents, {total['labelled']} quotations of {LEAST} words and more")


if __name__ == "__main__":
    main()
