"""Names of excerpts and findings that hold when lines move, files are renamed, or others come."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

from provenance.excerpts.model import Excerpt
from provenance.findings.finding import Finding
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.reporting.places import around

_CONTEXT_WORDS = 8  # of the source: whatever else the article changes, they stay


def fingerprint(item: ExcerptTrace, finding: Finding) -> str:
    """A name that follows the code, the words on both sides and the words around them in the source.

    A finding that names no place in the source has the excerpt's words instead.
    """
    quoted, source = (each.text if each else "" for each in (finding.excerpt, finding.source))
    where = around(finding.source, words=_CONTEXT_WORDS).text if finding.source else item.excerpt.text
    return digest_of_words(finding.code, where, quoted, source)


def fingerprints(traces: Sequence[Trace]) -> Iterator[tuple[Trace, ExcerptTrace, Finding, str]]:
    """Every finding of a run with its name, those that repeat numbered from 2 in the articles' order."""
    items = [(trace, item) for trace in traces for item in trace.excerpts]
    every = [(trace, item, finding) for trace, item in items for finding in item.findings]
    names = numbered(fingerprint(item, finding) for _, item, finding in every)
    return ((*each, name) for each, name in zip(every, names, strict=True))


def identifiers(excerpts: Iterable[Excerpt]) -> list[str]:
    """A name for each excerpt that follows its words and not its place, so that it holds when lines move."""
    return list(numbered(digest_of_words(excerpt.text) for excerpt in excerpts))


def numbered(names: Iterable[str], *, mark: str = "-") -> Iterator[str]:
    """The names, those that repeat with their number from 2 on behind a mark, as ``-2``."""
    counts: Counter[str] = Counter()
    for name in names:
        counts[name] += 1
        yield name if counts[name] == 1 else f"{name}{mark}{counts[name]}"


def digest_of_words(*texts: str) -> str:
    """Twelve hexadecimal digits that depend on the words alone: not on case, spacing or compatibility forms."""
    from hashlib import sha256

    folded = "\n".join(" ".join(normalize("NFKC", text).casefold().split()) for text in texts)
    return sha256(folded.encode("utf-8", "backslashreplace")).hexdigest()[:12]
