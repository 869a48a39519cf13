"""What a draft costs that programs hand in: a large one, one that is edited, and paragraphs that no source holds.

    python benchmarks/doors.py [verify] [edits] [announced] [--rounds N]

verify: a draft of 1 MB with 300 quotations, three in ten of them changed, in 20 sources that it names or links; half of
them blocks. edits: an article of 50 KB of Markdown with 24 and with 94 quotations, traced again behind a change of one word
as an editor asks for it, reading and detecting apart. announced: 2 KB of the author's own words under announcements that
no source holds, beside 20 sources. All texts are made of the English sentences of tests/gold, their longer words and names
shuffled. Prints seconds of processor time, the best of some rounds.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import provenance
from provenance.articles.reading import read, read_text
from provenance.sources.catalogue import Catalogue
from provenance.tracing.reuse import TraceMemory
from provenance.tracing.tracer import Tracer
from provenance.tracing.verifying import text_holding

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance.articles.article import Article

_SOURCES, _PARAGRAPHS = 20, 40
_LARGE, _POST = 1_000_000, 50_000  # characters
_LONG = re.compile(r"\b[a-z]{5,}\b|(?<=[a-z] )[A-Z][a-z]{2,}\b")  # words, and names inside a sentence


class Writer:
    """Writes English that says nothing."""

    def __init__(self) -> None:
        pages = (read(path).document for path in sorted(ROOT.glob("tests/gold/detection-?/en*.html")))
        said = "\n".join(page.text for page in pages).split("\n")
        found = (
            sentence for line in said for sentence in re.findall(r"[A-Z][^.!?“”\"«»:()]{40,240}\.", line)
        )
        self._sentences, self._dice = list(dict.fromkeys(found)), random.Random(7)
        words = [word for sentence in self._sentences for word in _LONG.findall(sentence)]
        self._words = {kind: [word for word in words if word[0].isupper() is kind] for kind in (True, False)}

    def _other(self, word: str) -> str:
        return self._dice.choice(self._words[word[0].isupper()])

    def paragraph(self, sentences: int = 3) -> str:
        """Some sentences that stand nowhere else."""
        chosen = self._dice.choices(self._sentences, k=sentences)
        return " ".join(_LONG.sub(lambda found: self._other(found[0]), one) for one in chosen)

    def altered(self, text: str) -> str:
        """A text of which one longer word in five is another."""
        return _LONG.sub(lambda found: self._other(found[0]) if self._dice.random() < 0.2 else found[0], text)


def sources(writer: Writer) -> dict[str, list[str]]:
    """The paragraphs of each source, by its address."""
    return {
        f"https://paper{number}.example/story": [writer.paragraph() for _ in range(_PARAGRAPHS)]
        for number in range(_SOURCES)
    }


def draft(writer: Writer, pages: dict[str, list[str]], quotations: int, size: int) -> str:
    """A post that quotes by turns a block and inside a paragraph, the author's own words between."""
    addresses, said = list(pages), []
    for number in range(quotations):
        address = addresses[number % len(addresses)]
        words = pages[address][(number // len(addresses)) % _PARAGRAPHS]
        words = writer.altered(words) if number % 10 < 3 else words
        said.append(
            f"The [paper reports]({address}):\n\n> {words}"
            if number % 2
            else f"[Ann Lee]({address}) said: “{words.partition('. ')[0]}.”"
        )
    own = (size - sum(map(len, said))) // quotations
    filler = ["\n\n".join(writer.paragraph() for _ in range(max(1, own // 220))) for _ in said]
    return "\n\n".join(part for pair in zip(said, filler, strict=True) for part in pair)


def best(work: Callable[[], object], rounds: int) -> float:
    """The least processor time of some rounds, in seconds."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def verify(writer: Writer, rounds: int) -> None:
    """Print what verifying a large draft takes."""
    pages = sources(writer)
    text, given = draft(writer, pages, 300, _LARGE), {name: "\n\n".join(page) for name, page in pages.items()}
    print(
        f"verify, {len(text):,} characters, 300 quotations: {best(lambda: provenance.verify(text, given), rounds):.2f} s"
    )


def edits(writer: Writer, rounds: int) -> None:
    """Print what tracing again takes behind an edit."""
    pages = sources(writer)
    given = Catalogue(tuple(text_holding(name, "\n\n".join(page)) for name, page in pages.items()))
    for quotations in (24, 94):
        text, memory = draft(writer, pages, quotations, _POST), TraceMemory()
        versions = (read_text(text.replace(". ", f" {number}. ", 1)) for number in range(rounds + 1))
        with Tracer(given, offline=True) as tracer:
            seconds = best(lambda: _asked(next(versions), tracer, memory), rounds + 1)  # noqa: B023
        print(f"edit, {len(text):,} characters, {quotations} quotations: {seconds:.3f} s")


def _asked(article: Article, tracer: Tracer, memory: TraceMemory) -> None:
    tracer.trace(article, each=memory.each(article))


def announced(writer: Writer, rounds: int) -> None:
    """Print what paragraphs take that are announced, and that no source holds."""
    given = {name: "\n\n".join(page) for name, page in sources(writer).items()}
    own = "\n\n".join(writer.paragraph() for _ in range(4))
    text = f"The paper reports:\n\n{own}\n\nAnn Lee wrote:\n\n{own}"
    print(
        f"announced, {len(text):,} characters: {best(lambda: provenance.verify(text, given), rounds):.2f} s"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", help="by default all: verify, edits, announced")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for part in (verify, edits, announced):
        if not options.parts or part.__name__ in options.parts:
            part(Writer(), options.rounds)


if __name__ == "__main__":
    main()
