"""A copy of a DOCX article with a comment at each finding, as desks and law reviews work. Needs the extra ``docx``."""

import io
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from provenance.articles.article import Article, Format
from provenance.articles.formats.binary import MAX_BINARY_BYTES
from provenance.articles.formats.docx import MOST_TAGS
from provenance.articles.formats.packages import MAX_PARTS
from provenance.errors import ConfigurationError, describe, installing
from provenance.files.reading import read_regular
from provenance.files.unpacking import UnpackingError, ZipReader
from provenance.findings.finding import Finding
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.findings.wording import quoted
from provenance.reporting.cleaning import one_line
from provenance.reporting.places import around, open_link, passage_of
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.text.document import Passage

_AUTHOR, _INITIALS = "provenance", "P"
_MOST_UNPACKED = 200_000_000  # bytes; the library holds every part of the file, pictures too
_FARTHEST = 50  # paragraphs that are looked through for a block: one that is a note stands in none
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BEFORE_XML = b"\xef\xbb\xbf\xfe\xff\0 \t\r\n"  # marks of byte order, a byte of a wide character, white space
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def report(run: Run, view: View) -> bytes:
    """The article's file with comments."""
    articles = [trace for trace in run.traces if trace.article.format is Format.DOCX]
    if len(articles) != 1 or len(run.traces) != 1:
        raise ConfigurationError("The format docx comments one DOCX article; trace one .docx file alone.")
    origin = articles[0].article.document.origin
    try:
        data = read_regular(Path(origin), limit=MAX_BINARY_BYTES)
    except OSError as error:
        raise ConfigurationError(f"{origin} cannot be read again ({describe(error)}).") from error
    return commented_copy(articles[0], data, view)


def commented_copy(trace: Trace, data: bytes, view: View) -> bytes:
    """A DOCX article with comments."""
    origin = trace.article.document.origin
    document = _opened(data, origin)
    try:
        return _commented(document, trace, view)
    except Exception as error:  # as above: a part is missing, or is not what its place says
        raise ConfigurationError(
            f"{origin} takes no comments ({describe(error)}); save it again with a word processor."
        ) from error


def _commented(document: Any, trace: Trace, view: View) -> bytes:  # noqa: ANN401 -- as below
    anchors = _Anchors(document.element.body, trace.article)
    for item, finding in _told(trace, view):
        passage = passage_of(finding, item)
        first, last = anchors.runs(passage if len(passage.span) else around(passage, words=1))
        comment = document.comments.add_comment(_comment(finding, item), _AUTHOR, _INITIALS)
        first.insert_comment_range_start_above(comment.comment_id)
        last.insert_comment_range_end_and_reference_below(comment.comment_id)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _opened(data: bytes, origin: str) -> Any:  # noqa: ANN401 -- python-docx builds it at run time
    try:
        import docx

        with ZipReader(io.BytesIO(data)) as package:
            package.check_unpacked(_MOST_UNPACKED)
            _check_parts(package)
        return docx.Document(io.BytesIO(data))
    except ImportError as error:
        raise ConfigurationError(
            f"The format docx needs more than is installed; {installing('docx')}."
        ) from error
    except Exception as error:  # the file is hostile, and python-docx raises whatever its parts raise
        raise ConfigurationError(
            f"{origin} cannot be opened again ({describe(error)}); trace a .docx file."
        ) from error


def _check_parts(package: ZipReader) -> None:
    """Check that the parts of XML are together no more than the reader takes; their names do not tell which are."""
    size = tags = 0
    for name in package.names:
        part = package.read(name, limit=_MOST_UNPACKED)
        if part.lstrip(_BEFORE_XML).startswith(b"<"):
            size += len(part)
            tags += part.count(b"<")
        if size > MAX_PARTS or tags > MOST_TAGS:
            raise UnpackingError("holds more elements than are read")


def _told(trace: Trace, view: View) -> Iterator[tuple[ExcerptTrace, Finding]]:
    for item in trace.excerpts:
        for finding in item.findings:
            if view.shows(finding):
                yield item, finding


def _comment(finding: Finding, item: ExcerptTrace) -> str:
    """The finding, the words of the source around it, and where they can be opened."""
    rule, link = finding.rule, open_link(item)
    lines = [f"{finding.severity.label} {rule.code} {rule.name}: {one_line(finding.message)}"]
    if finding.source:
        words = one_line(around(finding.source).text)
        lines.append(f"The source has: {quoted(words, len(words))}")
    return "\n".join([*lines, link] if link else lines)


class _Anchors:
    """Where the passages of an article stand in its file: its paragraphs are those of the file, in the same order."""

    def __init__(self, body: Any, article: Article) -> None:  # noqa: ANN401 -- as above
        self._article = article
        self._paragraphs = list(body.iter(f"{_W}p"))
        self._calls = list(body.iter(f"{_W}footnoteReference", f"{_W}endnoteReference"))
        self._places = dict(
            self._matches(
                [_squeezed("".join(text.text or "" for text in _texts(each))) for each in self._paragraphs]
            )
        )

    def _matches(self, written: list[str]) -> Iterator[tuple[int, tuple[int, int]]]:
        """For each block that a paragraph holds, the paragraph's number and the characters before it, spaces left out."""
        number = at = 0
        for index, block in enumerate(self._article.document.blocks):
            words = _squeezed(block.span.of(self._article.document.text))
            for later in range(number, min(number + _FARTHEST, len(written))):
                found = written[later].find(words, at if later == number else 0)
                if found >= 0:
                    yield index, (later, found)
                    number, at = later, found + len(words)
                    break

    def runs(self, passage: Passage) -> tuple[Any, Any]:
        """The first and the last run of a passage; the call of its note where it stands in one, which takes no comments."""
        start = passage.span.start
        for note, call in zip(self._article.notes, self._calls, strict=False):
            if note.span.start <= start < note.span.end:
                return call.getparent(), call.getparent()
        first = self._run_at(start, is_end=False)
        last = self._run_at(passage.span.end, is_end=True)
        if first is None or last is None:
            runs = [run for paragraph in self._paragraphs for run in paragraph.iter(f"{_W}r")]
            return runs[0], runs[0]
        return first, last

    def _run_at(self, offset: int, *, is_end: bool) -> Any:  # noqa: ANN401 -- as above
        """The run that begins, or ends, at an offset of the article; it is split there. None where it is not known."""
        document = self._article.document
        index = document.block_index_at(offset - is_end)
        if index not in self._places:
            return None
        paragraph, before = self._places[index]
        block = document.blocks[index]
        count = before + len(_squeezed(document.text[block.span.start : offset]))
        for text in _texts(self._paragraphs[paragraph]):
            size = len(_squeezed(text.text or ""))
            if count < size or (is_end and count == size):
                rest = _split(text, count, is_end=is_end)
                return text.getparent() if is_end else rest
            count -= size
        return None


def _texts(paragraph: Any) -> list[Any]:  # noqa: ANN401 -- as above
    return [text for text in paragraph.iter(f"{_W}t") if text.getparent().tag == f"{_W}r"]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _split(text: Any, count: int, *, is_end: bool) -> Any:  # noqa: ANN401 -- as above
    """Split the run of a text behind so many of its characters, spaces left out; the run that begins there."""
    run, words = text.getparent(), text.text or ""
    at = next((at for at in range(len(words) + 1) if len(_squeezed(words[:at])) == count), len(words))
    while not is_end and at < len(words) and words[at].isspace():
        at += 1
    before = [child for child in run[: run.index(text)] if child.tag != f"{_W}rPr"]
    behind = run[run.index(text) + 1 :]
    if (is_end and at == len(words) and not len(behind)) or not (is_end or before or words[:at].strip()):
        return run
    rest = deepcopy(run)
    rest_text = rest[run.index(text)]
    for child in behind:
        run.remove(child)
    for child in rest[: rest.index(rest_text)]:
        if child.tag != f"{_W}rPr":
            rest.remove(child)
    text.text, rest_text.text = words[:at], words[at:]
    text.set(_SPACE, "preserve")
    rest_text.set(_SPACE, "preserve")
    run.addnext(rest)
    return rest
