"""Any one word of an excerpt or its source, changed, turns a case red.

Seeded edits of a single word over all fixtures: in the article, or at the placed words of the source. Each has to be
caught by a finding of the right kind.
"""

import random
import re
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from provenance.cases.comparing import run_case
from provenance.cases.reading import find_cases, read_case
from provenance.findings.trace import Verdict
from provenance.sources.source import FoundBy
from provenance.text.tokens import tokenize

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
NUMBER, SEED, NEAR = 200, 2031, 14
NEGATORS = {"not", "never", "nobody", "nicht", "pas", "no", "не"}

# What each edit has to be called, made in the article; made in the source, leaving out and putting in change places.
KINDS = {
    "figure": r"ALT30[34]",
    "date": r"ALT304",
    "name": r"ALT307",
    "negation": r"OMI202|ALT302",
    "replacement": r"ALT3\d\d|ADD103",
    "deletion": r"OMI20\d|ALT3\d\d",
    "insertion": r"ADD10\d|ALT3\d\d",
}
MIRRORED = {"negation": r"ADD101|ALT302", "deletion": KINDS["insertion"], "insertion": KINDS["deletion"]}
ENGLISH = {"name", "negation"}  # elsewhere a noun may have a capital, and "no" may mean "in the"
ALWAYS = {"figure", "date", "name", "negation"}
OTHER_DIGIT = dict(zip("0123456789", "1234567898", strict=True))
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
OTHER_DAYS = dict(zip(DAYS + MONTHS, DAYS[1:] + DAYS[:1] + MONTHS[1:] + MONTHS[:1], strict=True))


@dataclass(frozen=True)
class Edit:
    kind: str
    case: str
    file: str
    context: str
    edited: str

    @property
    def codes(self):
        return (
            KINDS[self.kind] if self.file.startswith("article") else MIRRORED.get(self.kind, KINDS[self.kind])
        )

    def __str__(self):
        return f"{self.kind} in {self.case}/{self.file}: “{self.context}” → “{self.edited}”"


def kinds_of(word, before, after):
    """How a word can be edited: the kind of edit and what then stands there."""
    if word.isdigit():
        yield "figure", word[:-1] + OTHER_DIGIT[word[-1]]
    elif word in OTHER_DAYS:
        yield "date", OTHER_DAYS[word]
    elif word.casefold() in NEGATORS and not after.startswith(" only"):  # "not only" denies nothing
        yield "negation", ""
    elif word[0].isupper() and len(word) > 1 and re.search(r"[a-z,] $", before):
        yield "name", "Quillon"
    elif word.isalpha() and word.islower() and len(word) > 4 and word.isascii():
        yield "replacement", "bramble"
        yield "deletion", ""
        yield "insertion", f"wooden {word}"


def edits_at(text, spans, *, case, path, taken):
    """The edits of single words at some spans of a document, away from what differs already.

    The words' surroundings must stand in the file just once.
    """
    raw = path.read_text("utf-8")
    for span in spans:
        for token in tokenize(text[span.start : span.end]):
            start, end = span.start + token.span.start, span.start + token.span.end
            first, last = max(0, start - NEAR), end + NEAR
            if raw.count(text[first:last]) != 1 or any(
                first < other.end and other.start < last for other in taken
            ):
                continue
            for kind, new in kinds_of(token.text, text[first:start], text[end:last]):
                right = text[end:last] if new else text[end:last].lstrip(" ")
                edited = f"{text[first:start]}{new}{right}"
                yield Edit(kind, case.name, str(path.relative_to(case.folder)), text[first:last], edited)


def edits_of(folder):
    case = read_case(folder)
    for one in run_case(case).excerpts:
        if not one.found or one.found.verdict in {Verdict.UNCHECKED, Verdict.NOT_FOUND}:
            continue
        if one.found.witness.reference.found_by is FoundBy.TEXT:
            continue  # a page that only has the words clears an excerpt, and with other words accuses nobody
        alignment, witness = one.found.comparison.alignment, one.found.witness
        article, source = one.found.excerpt.passages[0].document, witness.document
        pages = [path for path in folder.glob("sources/*.*") if str(path) == source.origin]
        placed = [placement.source.span for placement in alignment.placements]
        quoted = [placement.excerpt.span for placement in alignment.placements]
        here = [variant.excerpt.span for variant in alignment.variants]
        there = [variant.source.span for variant in alignment.variants]
        yield from edits_at(article.text, quoted, case=case, path=case.article, taken=here)
        for page in pages:
            yield from edits_at(source.text, placed, case=case, path=page, taken=there)


def chosen():
    """The seeded edits, as many of each kind as there are, up to an equal share."""
    by_kind = {kind: [] for kind in KINDS}
    for edit in sorted((edit for folder in find_cases(FIXTURES) for edit in edits_of(folder)), key=str):
        if not (edit.case.startswith("languages/") and edit.kind in ENGLISH):
            by_kind[edit.kind].append(edit)
    drawn = random.Random(SEED)
    few = [
        edit for kind in sorted(ALWAYS) for edit in drawn.sample(by_kind[kind], min(40, len(by_kind[kind])))
    ]
    rest = [edit for kind in KINDS if kind not in ALWAYS for edit in by_kind[kind]]
    return few + drawn.sample(rest, NUMBER - len(few))


def codes_after(edit, scratch):
    """What is found, minor or more, that was not expected, once an edit is made; None if the excerpt is lost."""
    folder = scratch / edit.case
    shutil.copytree(FIXTURES / "cases" / edit.case, folder)
    path = folder / edit.file
    path.write_text(path.read_text("utf-8").replace(edit.context, edit.edited), "utf-8")
    manifest = folder / "sources/sources.toml"
    if manifest.exists():
        manifest.write_text(re.sub(r"(?m)^sha256 = .*\n", "", manifest.read_text("utf-8")), "utf-8")
    outcome = run_case(read_case(folder))
    shutil.rmtree(folder)
    return [unmet.finding.rule.code for one in outcome.excerpts for unmet in one.unmet if unmet.finding]


def test_every_edit_of_one_word_is_caught(tmp_path):
    missed, caught, tried = [], Counter(), Counter()
    for edit in chosen():
        codes = codes_after(edit, tmp_path)
        tried[edit.kind] += 1
        if any(re.fullmatch(edit.codes, code) for code in codes):
            caught[edit.kind] += 1
        else:
            missed.append(f"{edit} came {codes}")
    print(f"{caught.total()} of {tried.total()} edits caught, {caught.total() / tried.total():.1%}")  # noqa: T201
    print(*(f"{kind}: {caught[kind]} of {tried[kind]} caught" for kind in tried), sep="\n")  # noqa: T201
    assert not missed, "\n".join(missed)
