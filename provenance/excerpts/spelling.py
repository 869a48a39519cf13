"""Names that an address spells: "Tollgate" in ``tollgate.example``, "The Ost Quay Log" in ``ostquay.example``.

Most outlets stand in no table. That a link's own host spells the name it is set on says as much as a table would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.addresses import address_parts
from provenance.excerpts.mention import given_names
from provenance.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.excerpts.scene import Scene
    from provenance.languages.phrases import Word
    from provenance.text.span import Span

_LONGEST = 6  # words of a name, its article left out
_WORDS_READ = 24  # of a link's text
_SURE = 6  # letters of a host that need not spell the whole name


def spelled_outlet(scene: Scene, span: Span, link: str | None, *, speaker: str | None = None) -> str | None:
    """The name in the words of a link that its host spells, a capitalised article included; None if there is none.

    Args:
        scene: The article.
        span: Where the link stands.
        link: The address.
        speaker: Who is said to speak. A given name and a surname remain a person: people have sites of their own, and a
            link on a name leads there.
    """
    hosts = _labels(link) if link else ()
    for anchor in scene.links_in(span):
        words = scene.language.words(scene.text, anchor.span.start, anchor.span.end)[:_WORDS_READ]
        for first, last in _windows(words) if anchor.href == link else ():
            name = scene.text[words[first].start : words[last - 1].end]
            if _is_spelled(words[first:last], hosts) and not (
                name == speaker and last - first == 2 and words[first].key in given_names()
            ):
                before = words[max(0, first - 1)]
                has_article = before.is_capitalised and before.key in scene.language.function_words
                return scene.text[before.start if has_article else words[first].start : words[last - 1].end]
    return None


def _windows(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The runs of words that may be a name, the longest first."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            yield first, first + length


def _is_spelled(words: Sequence[Word], hosts: Sequence[str]) -> bool:
    if not (words[0].is_capitalised and all(word.is_word for word in words)):
        return False
    letters = "".join(filter(str.isalnum, "".join(fold_word(word.text) for word in words)))
    proper = all(word.is_capitalised for word in words)
    return any(
        letters == host or (proper and len(host) >= _SURE and letters.startswith(host)) for host in hosts
    )


def _labels(link: str) -> tuple[str, ...]:
    """The parts of a link's host that may spell a name, hyphens left out."""
    parts = (address_parts(link).hostname or "").casefold().removeprefix("www.").split(".")
    return tuple(part.replace("-", "") for part in parts[:-1] if len(part) > len("co"))
