"""Traces as records, which the JSON formats write out as ``schema/`` says, and names in them that hold when lines move."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from provenance.alignment.alignment import Placement, Variant
from provenance.articles.article import Article
from provenance.excerpts.model import Attribution, Citation, Excerpt
from provenance.findings.finding import Finding, Remark
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.reporting import places
from provenance.reporting.cited_works import cited_works
from provenance.reporting.places import around
from provenance.reporting.run import Unmet
from provenance.reporting.summary import untraced_reasons
from provenance.text.document import Block, Document, Passage, whole
from provenance.text.selectors import select

if TYPE_CHECKING:
    from provenance.reporting.detection import Detection


_CONTEXT_WORDS = 8  # of the source: whatever else the article changes, they stay
Record = dict[str, Any]


def fingerprint(item: ExcerptTrace, finding: Finding) -> str:
    """A name by the code, the words on both sides and those around them in the source, else the excerpt's."""
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


def article_record(found: "Trace | Detection", excerpts: Sequence[Record], *, with_text: bool) -> Record:
    """One article, what was made of its excerpts, and what else in it looks like a quotation."""
    article, meta = found.article, found.article.metadata
    reasons = zip(found.untraced, untraced_reasons(found), strict=True)
    record: Record = {
        "origin": article.document.origin,
        "url": meta.url,
        "title": meta.title,
        "published": meta.published,
        "language": meta.language,
        "doubts": list(article.doubts),
        "excerpts": list(excerpts),
        "untraced": [_reasoned_record(one, reason, article) for one, reason in reasons],
        "rejected": [
            _reasoned_record(whole(one.candidate.passages), str(one.reason), article)
            for one in found.rejected
        ],
    }
    if with_text:
        words = (article.document.passage(link.span.start, link.span.end) for link in article.links)
        links = zip(words, article.links, strict=True)
        record |= _text_record(article.document)
        record["links"] = [{**_passage_record(words), "url": link.href} for words, link in links]
    return record


def trace_record(trace: Trace, *, with_text: bool) -> Record:
    """One traced article."""
    excerpts = traced_records(trace, with_text=with_text)
    record = article_record(trace, excerpts, with_text=with_text)
    if works := cited_works(trace):
        ids = {id(item): told["id"] for item, told in zip(trace.excerpts, excerpts, strict=True)}
        record["notes"] = [
            {
                **_work_record(cited.work),
                "excerpts": [ids[id(item)] for item in cited.items],
                "verdicts": dict(cited.verdicts),
            }
            for cited in works
        ]
    return record


def traced_records(trace: Trace, *, with_text: bool = False) -> list[Record]:
    """The excerpts of a traced article."""
    names = identifiers(item.excerpt for item in trace.excerpts)
    pairs = zip(trace.excerpts, names, strict=True)
    return [_traced_record(item, name, trace.article, with_text=with_text) for item, name in pairs]


def unmet_record(unmet: Unmet, trace: Trace) -> Record:
    """Something that is not as the findings.toml of a case expects."""
    names = identifiers(item.excerpt for item in trace.excerpts)
    pairs = zip(trace.excerpts, names, strict=True)
    return {
        "number": unmet.number,
        "id": next((name for item, name in pairs if item.excerpt is unmet.excerpt), None),
        "line": unmet.line,
        "words": unmet.words,
        "expected": unmet.expected,
        "found": unmet.found,
    }


def excerpt_record(excerpt: Excerpt, identifier: str, article: Article) -> Record:
    """An excerpt as it was detected.

    ``text`` is what ``span`` cuts out of the article; where the article interrupts the quotation, ``pieces`` are the
    quoted words alone.
    """
    all_of_it = whole(excerpt.passages)
    return {
        "id": identifier,
        "markup": str(excerpt.markup),
        "line": excerpt.line,
        **placed_record(all_of_it, article),
        "pieces": [_passage_record(piece) for piece in excerpt.passages],
        "selector": select(all_of_it),
        "boundary": str(excerpt.boundary),
        "attribution": _attribution_record(excerpt.attribution),
    }


def _traced_record(item: ExcerptTrace, identifier: str, article: Article, *, with_text: bool) -> Record:
    variants = item.comparison.alignment.variants if item.comparison else ()
    return {
        **excerpt_record(item.excerpt, identifier, article),
        "source": _source_record(item, with_text=with_text),
        "verdict": str(item.verdict),
        "passages": [_passage_record(placement.source) for placement in item.placements],
        "placements": [{**_sides_record(one), "moved": one.moved} for one in item.placements],
        "variants": [
            {"kind": str(one.kind), "disclosure": str(one.disclosure), **_sides_record(one)}
            for one in variants
        ],
        "findings": [_finding_record(finding, article) for finding in item.findings],
        "hidden": item.hidden,
    }


def _sides_record(one: Placement | Variant) -> Record:
    return {"excerpt": _passage_record(one.excerpt), "source": _passage_record(one.source)}


def _finding_record(finding: Finding, article: Article) -> Record:
    record = {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "kind": str(finding.rule.kind),
        "severity": finding.severity.label,
        "message": finding.message,
        "excerpt": placed_record(finding.excerpt, article) if finding.excerpt else None,
        "source": _passage_record(finding.source) if finding.source else None,
        "accepted": finding.accepted,
        "known": finding.known,
    }
    return {**record, "fixes": _fix_records(finding, article)} if finding.fixes else record


def _fix_records(finding: Finding, article: Article) -> list[Record]:
    if (source_map := article.source_map) is None:
        return []
    return [
        {
            "kind": str(fix.kind),
            "edits": [
                {"place": source_map.place_in_file(edit.span)._asdict(), "text": edit.text}
                for edit in fix.edits
            ],
        }
        for fix in finding.fixes
    ]


def remark_record(remark: Remark) -> Record:
    """A remark on what is accepted, or on the baseline."""
    return {
        "code": remark.rule.code,
        "name": remark.rule.name,
        "severity": remark.rule.severity.label,
        "path": remark.path,
        "line": remark.line,
        "message": remark.message,
    }


def _passage_record(passage: Passage) -> Record:
    """A passage as its half-open span, in code points, and the words that it cuts out."""
    return {"span": _span(passage), "text": passage.text}


def placed_record(passage: Passage, article: Article) -> Record:
    """A passage of an article, with its place in the file."""
    place, words = places.place_in_file(article, passage), places.place_in_words(article, passage)
    record = {**_passage_record(passage), "place": place._asdict() if place else None}
    return {**record, "where": words} if words else record


def _reasoned_record(passage: Passage, reason: str, article: Article) -> Record:
    return {**placed_record(passage, article), "line": passage.line, "reason": reason}


def _attribution_record(attribution: Attribution) -> Record | None:
    record: Record = {
        "cue": attribution.cue.text if attribution.cue else None,
        "cue_span": _span(attribution.cue) if attribution.cue else None,
        "outlet": attribution.outlet,
        "speaker": attribution.speaker,
        "work": attribution.work,
        "link": attribution.link,
    }
    if attribution.citations:
        record["reference"] = _work_record(attribution.citations[0])
    return record if any(record.values()) else None


def _work_record(work: Citation) -> Record:
    return {**asdict(work), "authors": list(work.authors)}


def _source_record(item: ExcerptTrace, *, with_text: bool) -> Record:
    witness, reference = item.witness, item.references[0] if item.references else None
    record: Record = {
        "url": places.source_url(item),
        "origin": witness.document.origin if witness else None,
        "found_by": str(reference.found_by) if reference else None,
        "via": str(witness.via) if witness else None,
        "status": str(item.status),
        "reason": item.reason,
        "title": witness.page.metadata.title if witness else None,
        "retrieved": witness.retrieved.isoformat() if witness and witness.retrieved else None,
        "sha256": (witness.digest or None) if witness else None,
        "pdf_pages": list(places.pdf_pages_of(item)) if witness and witness.pdf_pages else None,
    }
    if (moment := places.moment_of(item)) is not None:
        record["second"] = moment.number
    return {**record, **_text_record(places.source_document(item))} if with_text else record


def _text_record(document: Document | None) -> Record:
    """A whole text and the blocks it is made of: what else a report can be made from."""
    if document is None:
        return {"text": None, "blocks": []}
    return {"text": document.text, "blocks": list(_block_records(document))}


@lru_cache(maxsize=32)  # many excerpts share a source
def _block_records(document: Document) -> tuple[Record, ...]:
    return tuple(
        {"span": _span(block), "kind": str(block.kind), "line": block.line, "main": block.main}
        for block in document.blocks
    )


def _span(place: Passage | Block) -> list[int]:
    return [place.span.start, place.span.end]
