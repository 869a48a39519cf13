"""Texts to quote from: any folder of text files, or a generated corpus with the frequencies of real prose."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FUNCTION_WORDS = """the of and to a in that is was it for on with as he be at by had not are but from or have an they which
one you were her all she there would their we him been has when who will more no if out so said what up its about into
than them can only other new some could time these two may then do first any my now such like our over most made after
also did many before must through where much your well down should because each just those how too state good very
between under never same another know while last might us great off come since against go came right used take""".split()
_STOCK = """according to the|at the same time|on the other hand|as well as|in the course of|one of the most|for the first time|
the fact that|as a result of|it is not clear whether|in front of the|by the end of the""".replace(
    "\n", ""
).split("|")
_ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sc sh sl st t th tr v w".split()
_VOWELS = "a e i o u ai ea oo ou ie".split()
_CODAS = "n r l t s nd st rm ck ng m sh p d ve".split()
_ENDINGS = " ed ing er ly tion s es al ness ment".split(" ")


@dataclass(frozen=True)
class Text:
    """A source for the benchmark: its text, and where its space-separated words stand."""

    text: str

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands."""
        return [match.span() for match in re.finditer(r"\S+", self.text)]

    @cached_property
    def words(self) -> list[str]:
        """The words."""
        return self.text.split()

    @cached_property
    def sentences(self) -> list[int]:
        """The indices of the words that begin a sentence, paragraphs included."""
        starts = [0]
        for index in range(1, len(self.spans)):
            gap = self.text[self.spans[index - 1][1] : self.spans[index][0]]
            if self.words[index - 1].rstrip("\"'”’)")[-1:] in ("", ".", "!", "?") or "\n\n" in gap:
                starts.append(index)
        return starts

    @cached_property
    def paragraphs(self) -> set[int]:
        """The indices of the words that begin a paragraph."""
        return {
            index
            for index in range(1, len(self.spans))
            if "\n\n" in self.text[self.spans[index - 1][1] : self.spans[index][0]]
        }


class Generator:
    """Makes prose of invented words: Zipf's frequencies, stock phrases, topics, sentences, paragraphs, figures."""

    def __init__(self, seed: int, vocabulary: int = 40_000) -> None:
        self._random = random.Random(seed)
        self._content = self._invent(vocabulary)
        # Zipf-Mandelbrot over the content words; function words make up half of running text.
        self._function_weights = list(accumulate(1 / (rank + 2) for rank in range(len(_FUNCTION_WORDS))))
        self._content_weights = list(accumulate(1 / (rank + 30) for rank in range(vocabulary)))

    def _invent(self, count: int) -> list[str]:
        invented: dict[str, None] = {}
        choose = self._random.choice
        while len(invented) < count:
            syllables = self._random.choice((1, 1, 2, 2, 3))
            stem = "".join(
                choose(_ONSETS) + choose(_VOWELS) + choose(_CODAS + [""] * 6) for _ in range(syllables)
            )
            invented[stem + choose(_ENDINGS)] = None
        return list(invented)

    def word(self) -> str:
        """One content word."""
        return self._random.choices(self._content, cum_weights=self._content_weights)[0]

    def text(self, words: int, topic: int) -> Text:
        """A text of about so many words; texts of one topic share their rarer words."""
        chosen = random.Random(topic)
        favourites = [chosen.choice(self._content) for _ in range(120)]
        paragraphs, count = [], 0
        while count < words:
            sentences = [self._sentence(favourites) for _ in range(self._random.randint(2, 6))]
            paragraphs.append(" ".join(sentences))
            count += sum(sentence.count(" ") + 1 for sentence in sentences)
        return Text("\n\n".join(paragraphs))

    def _sentence(self, favourites: list[str]) -> str:
        pick = self._random
        words: list[str] = []
        for _ in range(max(5, round(pick.gauss(21, 8)))):
            kind = pick.random()
            if kind < 0.48:
                words += pick.choices(_FUNCTION_WORDS, cum_weights=self._function_weights)
            elif kind < 0.62:
                words.append(favourites[int(len(favourites) * pick.random() ** 2)])
            elif kind < 0.93:
                words.append(self.word())
            elif kind < 0.935:
                words += pick.choice(_STOCK).split()
            elif kind < 0.96:
                words.append(
                    pick.choice(
                        (str(pick.randint(2, 99)), f"{pick.randint(1, 900)},{pick.randint(100, 999)}")
                    )
                )
            else:
                words.append(self.word().capitalize())
            if pick.random() < 0.07:
                words[-1] += ","
        words[0] = words[0][:1].upper() + words[0][1:]
        return " ".join(words).rstrip(",") + pick.choices(".?!", (30, 1, 1))[0]


def read_folder(folder: Path) -> list[Text]:
    """Every text file in a folder, paragraphs parted by blank lines, the lines of one joined."""
    texts = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in {".txt", ".md", ".rst"}:
            raw = path.read_text("utf-8", errors="replace")
            paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", raw)]
            texts.append(Text("\n\n".join(part for part in paragraphs if part)))
    return texts


class Shelf:
    """Texts in a row, to be cut into sources."""

    def __init__(self, texts: list[Text]) -> None:
        self._whole = Text("\n\n".join(text.text for text in texts))

    def pair(self, size: int, seed: int) -> tuple[Text, Text]:
        """Some words in a row of all texts together, and as many from elsewhere."""
        count = len(self._whole.spans)
        size = min(size, count // 3)
        start = random.Random(seed).randrange(count - size)
        other = (start + size + (count - 2 * size) // 2) % (count - size)
        return self._cut(start, size), self._cut(other, size)

    def _cut(self, start: int, size: int) -> Text:
        spans = self._whole.spans
        return Text(self._whole.text[spans[start][0] : spans[start + size - 1][1]])
