"""Labelled pages: folders with a labels.json, their labels, and when a detected passage is what a label says.

A label gives the first and the last words of a quotation, so a passage agrees with it if it begins and ends there, a few
words of slack allowed. Inline quotations are labelled only on pages with fewer than three labelled blocks, and from six
words on (ten characters where words do not stand apart); what is shorter, or on another page, is neither right nor wrong.
"""

from __future__ import annotations

import gzip
import json
import re
import tomllib
import unicodedata
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from provenance.articles.article import Format
from provenance.articles.reading import read, read_bytes, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from provenance.articles.article import Article

SLACK = 40  # characters at either end
FEWEST_WORDS = 6
FEWEST_CHARACTERS = 10  # of a text without spaces
BLOCKS_WITHOUT_INLINE = 3  # labelled blocks on a page: then its inline quotations were not labelled


@dataclass(frozen=True)
class Label:
    """One labelled quotation: the words with which it begins and ends, folded, and what it is."""

    first: str
    last: str
    kind: str  # block, inline
    name: str | None
    link: str | None

    def agrees_with(self, text: str) -> bool:
        """Whether a folded passage begins and ends where the label does."""
        begins = self.first in text and text.find(self.first) < SLACK
        return begins and self.last in text and len(text) - text.rfind(self.last) - len(self.last) < SLACK

    def touches(self, text: str) -> bool:
        """Whether a folded passage holds the label's beginning or its end."""
        return self.first in text or self.last in text


@dataclass(frozen=True)
class LabelledPage:
    """A page with its labels.

    Attributes:
        path: Its file.
        name: A name that is unique over all folders.
        set: The set to which it belongs.
        language: A BCP 47 primary subtag.
        labels: What it quotes.
        look_alikes: How what merely looks quoted begins, folded.
        doubts: How what nobody could decide begins, folded.
    """

    path: Path
    name: str
    set: str
    language: str
    labels: tuple[Label, ...] = ()
    look_alikes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = field(default=(), repr=False)

    @property
    def has_inline_labels(self) -> bool:
        """Whether inline quotations were labelled on it."""
        return sum(label.kind == "block" for label in self.labels) < BLOCKS_WITHOUT_INLINE

    @cached_property
    def article(self) -> Article:
        """The page as read."""
        data = self.path.read_bytes()
        return read_bytes(gzip.decompress(data) if self.path.suffix == ".gz" else data, origin="page.html")

    @property
    def site(self) -> str:
        """Whose page it is, by the address that it states: the pages of one site never stand on both sides of a fold."""
        host = urlsplit(self.article.metadata.url or "").hostname or ""
        return host.removeprefix("www.").removeprefix("m.") or self.name

    def address(self, href: str) -> str:
        """A labelled address in full, as its page would be led to by it."""
        return urljoin(self.article.metadata.url or "", href)

    def is_neutral(self, text: str, *, inline: bool) -> bool:
        """Whether a folded passage that agrees with no label is neither right nor wrong."""
        if any(label.touches(text) for label in self.labels) or any(one in text for one in self.doubts):
            return True
        return inline and (not self.has_inline_labels or is_short(text))


def folded(text: str | None) -> str:
    """The words of a text in lower case, with one space between them."""
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text or "").lower()).strip()


def is_short(text: str) -> bool:
    """Whether a folded passage has too few words to be labelled."""
    spaceless = sum("\u3040" <= character <= "\u9fff" for character in text)
    if spaceless > len(text) / 3:
        return spaceless < FEWEST_CHARACTERS
    return len(text.split()) < FEWEST_WORDS


def read_pages(folder: Path, labels: Path | None = None) -> Iterator[LabelledPage]:
    """The labelled pages of a folder, in the order of ``labels`` (its labels.json), then the sentences of its sentences.toml."""
    for page in json.loads((labels or folder / "labels.json").read_text("utf-8")):
        yield LabelledPage(
            path=folder / page["file"],
            name=f"{folder.name}/{page['file']}",
            set=page.get("set", folder.name),
            language=page["lang"],
            labels=tuple(_label(label) for label in page["excerpts"]),
            look_alikes=tuple(folded(one["first"]) for one in page.get("not_excerpts", ())),
            doubts=tuple(folded(one["first"]) for one in page.get("doubt", ())),
        )
    if (folder / "sentences.toml").exists():
        yield from read_sentences(folder / "sentences.toml")


def read_folder(folder: Path) -> Iterator[LabelledPage]:
    """The labelled pages of a folder: of its labels.json and sentences.toml, or of the cases in it (docs/cases)."""
    if (folder / "labels.json").exists():
        yield from read_pages(folder)
    else:
        yield from read_cases(folder)


def read_cases(folder: Path) -> Iterator[LabelledPage]:
    """The articles of cases, with the excerpts that their findings.toml expects."""
    for file in sorted(folder.rglob("findings.toml")):
        article = next(path for path in sorted(file.parent.iterdir()) if path.stem == "article")
        page = LabelledPage(
            path=article,
            name=str(article.relative_to(folder)),
            set="cases",
            language="",
            labels=tuple(
                _case_label(one) for one in tomllib.loads(file.read_text("utf-8")).get("excerpt", ())
            ),
        )
        page.__dict__["article"] = read(article)
        yield page


def _case_label(excerpt: dict[str, str]) -> Label:
    name = excerpt.get("speaker") or excerpt.get("outlet") or None
    kind = "inline" if excerpt.get("markup") == "inline" else "block"
    return Label(folded(excerpt["begins"]), folded(excerpt["ends"]), kind, name, excerpt.get("link") or None)


def read_sentences(file: Path) -> Iterator[LabelledPage]:
    """The sentences of a TOML file, each as a page of its own with one label, or with none where its words quote nobody."""
    for number, entry in enumerate(tomllib.loads(file.read_text("utf-8"))["sentence"]):
        page = LabelledPage(
            path=file,
            name=f"{file.parent.name}/{file.stem}#{number}",
            set="sentences",
            language=entry["language"],
            labels=tuple(_sentence_labels(entry)),
        )
        article = read_text(entry["text"], format=Format.TEXT)
        metadata = replace(article.metadata, language=entry["language"])
        page.__dict__["article"] = replace(article, metadata=metadata)
        yield page


def _sentence_labels(entry: dict[str, str]) -> Iterator[Label]:
    words = folded(entry.get("quotation")).split()
    if entry["kind"] == "quotation":
        first, last = " ".join(words[:FEWEST_WORDS]), " ".join(words[-FEWEST_WORDS:])
        yield Label(first, last, "inline", entry.get("speaker") or None, None)


def _label(label: dict[str, str]) -> Label:
    kind = "inline" if label["kind"] == "inline" else "block"
    return Label(
        folded(label["first"]), folded(label["last"]), kind, label.get("source_name"), label.get("source_url")
    )
