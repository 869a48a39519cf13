"""Excerpts with exact truth: a stretch of a text, edited, with every edited word labelled on both sides."""

from __future__ import annotations

import itertools
import random
import re
from typing import TYPE_CHECKING

from aligning.samples import Draft, Item, bare, finished
from provenance.alignment.alignment import DeclaredKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from aligning.corpus import Text
    from aligning.samples import Sample


class Editor:
    """Makes excerpts from one text."""

    def __init__(self, text: Text, other: Text, seed: int) -> None:
        """Take the text to quote, and another to take strange words and sentences from."""
        self._text = text
        self._other = other
        self._random = random.Random(seed)
        self._sentence_starts = set(text.sentences)

    def sample(self, family: str, length: int) -> Sample:
        """An excerpt of about so many words, edited as the family's name says."""
        draft = self._cut(length, self._start(length))
        FAMILIES[family](self, draft)
        return finished(draft, self._text, family, length)

    def _start(self, length: int) -> int:
        fit = [start for start in self._text.sentences if start + length <= len(self._text.words)]
        return self._random.choice(fit or [0])

    def _cut(self, length: int, start: int) -> Draft:
        end = min(len(self._text.words), start + length)
        paragraphs = self._text.paragraphs
        items = [
            Item(self._text.words[index], index, paragraph=index in paragraphs and index > start)
            for index in range(start, end)
        ]
        return Draft(items, [(start, end)])

    # The edits. Each leaves a few kept words around itself, and gives up quietly where there is no room.

    def _free(self, draft: Draft, size: int, margin: int = 3) -> int | None:
        for _ in range(30):
            at = self._random.randrange(1, max(2, len(draft.items) - size))
            near = draft.items[max(0, at - margin) : at + size + margin]
            if at + size < len(draft.items) and not any(id(item) in draft.touched for item in near):
                return at
        return None

    def _touch(self, draft: Draft, *items: Item) -> None:
        draft.touched.update(map(id, items))

    def _strange(self, unlike: str) -> str:
        plain = bare(unlike)
        while True:
            word = re.sub(r"[^\w]", "", self._random.choice(self._other.words)).lower()
            if len(word) > 2 and word != plain:
                return word

    def substitute(self, draft: Draft) -> None:
        """A word, or two or three in a row, become strange ones."""
        size = self._random.choice((1, 1, 1, 2, 3))
        if (at := self._free(draft, size)) is not None:
            for item in draft.items[at : at + size]:
                self._alter(draft, item, self._strange(item.text))

    def _alter(self, draft: Draft, item: Item, word: str) -> None:
        draft.altered.add(item.origin)
        item.text = re.sub(r"\w(?:.*\w)?", lambda _: word, item.text, count=1)
        item.label = "alt"
        self._touch(draft, item)

    def figure(self, draft: Draft) -> None:
        """A figure becomes another; a word, where there is none."""
        figures = [
            item for item in draft.items if re.search(r"\d", item.text) and id(item) not in draft.touched
        ]
        if figures:
            item = self._random.choice(figures)
            number = re.search(r"\d[\d,.]*\d|\d", item.text)
            self._alter(draft, item, str(self._random.randint(100, 99_999)) if number else "7")
        else:
            self.substitute(draft)

    def negation(self, draft: Draft) -> None:
        """A "not" is left out or put in."""
        negated = [
            item
            for item in draft.items[1:-1]
            if bare(item.text) in ("not", "no", "never") and id(item) not in draft.touched
        ]
        if negated and self._random.random() < 0.7:
            self._drop(draft, draft.items.index(self._random.choice(negated)), 1)
        elif (at := self._free(draft, 0)) is not None:
            item = Item("not", label="add")
            self._touch(draft, item)
            draft.items.insert(at, item)

    def _drop(self, draft: Draft, at: int, size: int, *, marked: bool = False) -> None:
        gone = draft.items[at : at + size]
        draft.omitted.update(item.origin for item in gone if item.origin >= 0)
        self._touch(draft, *draft.items[max(0, at - 1) : at], *draft.items[at + size : at + size + 1])
        mark = [Item(self._random.choice(("...", "…", "[…]")), mark=DeclaredKind.GAP)] if marked else []
        self._touch(draft, *mark)
        draft.items[at : at + size] = mark

    def clause(self, draft: Draft) -> None:
        """Two to nine words are left out, under a mark or not."""
        size = self._random.randint(2, 9)
        if (at := self._free(draft, size)) is not None:
            self._drop(draft, at, size, marked=self._random.random() < 0.4)

    def drop_sentence(self, draft: Draft) -> None:
        """A sentence is left out, under a mark or not."""
        starts = [index for index, item in enumerate(draft.items) if item.origin in self._sentence_starts]
        whole = [(one, two) for one, two in itertools.pairwise(starts) if one > 0]
        self._random.shuffle(whole)
        for one, two in whole:
            if not any(id(item) in draft.touched for item in draft.items[one - 1 : two + 1]):
                self._drop(draft, one, two - one, marked=self._random.random() < 0.4)
                return
        self.clause(draft)

    def insert_words(self, draft: Draft) -> None:
        """One to four strange words are put in."""
        if (at := self._free(draft, 0)) is not None:
            new = [Item(self._strange(""), label="add") for _ in range(self._random.randint(1, 4))]
            self._touch(draft, *new)
            draft.items[at:at] = new

    def insert_sentence(self, draft: Draft) -> None:
        """A sentence of another text is put in."""
        starts = [
            index for index, item in enumerate(draft.items) if item.origin in self._sentence_starts and index
        ]
        at = self._random.choice(starts) if starts else None
        if at is None or id(draft.items[at]) in draft.touched:
            self.insert_words(draft)
            return
        sentences = self._other.sentences
        index = self._random.randrange(len(sentences) - 1)
        words = self._other.words[sentences[index] : sentences[index + 1]][:40]
        new = [Item(word, label="add") for word in words]
        self._touch(draft, *new, draft.items[at - 1], draft.items[at])
        draft.items[at:at] = new

    def bracket(self, draft: Draft) -> None:
        """One to three words are replaced by words in brackets."""
        size = self._random.randint(1, 3)
        if (at := self._free(draft, size)) is not None:
            gone = draft.items[at : at + size]
            draft.altered.update(item.origin for item in gone)
            inner = " ".join(self._strange("") for _ in range(self._random.randint(1, 2)))
            new = [Item(word, label="alt", mark=DeclaredKind.EDIT) for word in f"[{inner}]".split()]
            self._touch(draft, *new)
            draft.items[at : at + size] = new

    def typography(self, draft: Draft, share: float = 0.15) -> None:
        """Glyphs, case and punctuation change at a share of the words."""
        for item in draft.items:
            if item.mark is None and self._random.random() < share:
                change = self._random.randrange(4)
                if change == 0:
                    item.text = item.text.replace("'", "’").replace('"', "”").replace("-", "–")
                elif change == 1:
                    item.text = item.text.upper() if self._random.random() < 0.2 else item.text.capitalize()
                elif change == 2:
                    item.text = item.text.replace(",", " –") if item.text.endswith(",") else item.text
                else:
                    item.text = "“" + item.text if item.text[:1].isalpha() else item.text
                item.text = item.text.replace(" ", "\u00a0")

    def splice(self, draft: Draft) -> None:
        """The second half is taken from a far place of the source."""
        half = len(draft.items) // 2
        border = min(
            (
                index
                for index, item in enumerate(draft.items)
                if item.origin in self._sentence_starts and index
            ),
            key=lambda index: abs(index - half),
            default=half,
        )
        rest = len(draft.items) - border
        first = draft.places[0][0]
        far = [
            start
            for start in self._text.sentences
            if start + rest <= len(self._text.words) and start > first + border + 200 and start > first
        ]
        if not far or border < 5 or rest < 5:
            return
        start = self._random.choice(far)
        draft.items[border:] = self._cut(rest, start).items
        draft.places = [(first, first + border), (start, start + rest)]

    def reorder(self, draft: Draft) -> None:
        """Two neighbouring parts change places."""
        starts = [
            index for index, item in enumerate(draft.items) if item.origin in self._sentence_starts and index
        ]
        fit = [index for index in starts if 8 <= index <= len(draft.items) - 8]
        if fit:
            border = self._random.choice(fit)
            draft.items = draft.items[border:] + draft.items[:border]

    def paraphrase(self, draft: Draft) -> None:
        """Two words in five are changed, left out or joined by another."""
        kept: list[Item] = []
        for item in draft.items:
            chance = self._random.random()
            if chance < 0.22:
                self._alter(draft, item, self._strange(item.text))
                kept.append(item)
            elif chance < 0.30:
                draft.omitted.add(item.origin)
            elif chance < 0.38:
                kept += [item, Item(self._strange(""), label="add")]
            else:
                kept.append(item)
        draft.items = kept

    def mixed(self, draft: Draft) -> None:
        """Several kinds of edit in one excerpt, about one for 25 words."""
        if len(draft.items) >= 100 and self._random.random() < 0.3:
            self.splice(draft)
        kinds: list[Callable[[Editor, Draft], None]] = [
            Editor.substitute,
            Editor.figure,
            Editor.negation,
            Editor.clause,
            Editor.drop_sentence,
            Editor.insert_words,
            Editor.insert_sentence,
            Editor.bracket,
        ]
        for _ in range(max(1, min(12, len(draft.items) // 25))):
            self._random.choice(kinds)(self, draft)
        self.typography(draft, 0.04)


def _several(edit: Callable[[Editor, Draft], None]) -> Callable[[Editor, Draft], None]:
    """One edit for every 60 words."""

    def apply(editor: Editor, draft: Draft) -> None:
        for _ in range(max(1, min(10, len(draft.items) // 60))):
            edit(editor, draft)

    return apply


FAMILIES: dict[str, Callable[[Editor, Draft], None]] = {
    "verbatim": lambda _editor, _draft: None,
    "typography": Editor.typography,
    "substitution": _several(Editor.substitute),
    "figure": _several(Editor.figure),
    "negation": _several(Editor.negation),
    "clause": _several(Editor.clause),
    "sentence": _several(Editor.drop_sentence),
    "insertion": _several(Editor.insert_words),
    "inserted sentence": _several(Editor.insert_sentence),
    "bracket": _several(Editor.bracket),
    "splice": Editor.splice,
    "reorder": Editor.reorder,
    "paraphrase": Editor.paraphrase,
    "mixed": Editor.mixed,
}
