"""The works that an article cites, how each is named, and what became of the quotations that are said to be from it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from provenance.excerpts.model import Citation
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.reporting.cleaning import one_line


class CitedWork(NamedTuple):
    """A work that an article cites, and the quotations that are said to be from it."""

    work: Citation
    items: Sequence[ExcerptTrace]

    @property
    def verdicts(self) -> Mapping[str, int]:
        """How many of its quotations have each verdict; those that another source holds are "wrong-source"."""
        return Counter(
            "wrong-source" if is_of_wrong_source(item) else str(item.verdict) for item in self.items
        )


def is_of_wrong_source(item: ExcerptTrace) -> bool:
    """Whether another source than the one that the article names holds a quotation."""
    return any(finding.code == "SRC602" for finding in item.findings)


def cited_works(trace: Trace) -> tuple[CitedWork, ...]:
    """Each work that the notes and references of an article give, in the order of their calls."""
    if not (trace.article.calls or trace.article.references):
        return ()
    from provenance.excerpts.references.citing import article_citations

    quoting: dict[object, list[ExcerptTrace]] = {}
    for item in trace.excerpts:
        for work in item.excerpt.attribution.citations:
            quoting.setdefault(_key(work), []).append(item)
    return tuple(CitedWork(work, quoting.get(_key(work), ())) for work in article_citations(trace.article))


def told_reference(work: Citation) -> str:
    """A work as a person names it: "Ann Lee, The Pier, Courier, 2031"."""
    authors = f"{work.authors[0]} et al." if len(work.authors) > 2 else " and ".join(work.authors)
    named = (authors, work.title, work.container, work.year)
    return one_line(", ".join(part for part in named if part) or work.address or "")


def told_works(works: Sequence[CitedWork]) -> list[str]:
    """A line for each work that is quoted, and one for how many are not; empty where no note or reference is given."""
    lines = []
    for cited in works:
        if cited.items:
            counts = ", ".join(f"{count} {verdict}" for verdict, count in cited.verdicts.items())
            lines.append(f"{told_reference(cited.work)}: {counts}")
    rest = len(works) - len(lines)
    return [*lines, *[f"{rest} cited and not quoted"] * bool(rest and lines)]


def _key(work: Citation) -> object:
    return work.address or (work.authors, work.title)
