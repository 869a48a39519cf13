"""What can be done about a finding in an editor: restore, mark, accept with a reason, explain; and about a source: save it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Command,
    Diagnostic,
    Position,
    Range,
    TextEdit,
    WorkspaceEdit,
)

from provenance.articles.article import Format
from provenance.configuration.settings import Settings, configured_place
from provenance.errors import ProvenanceError
from provenance.files.reading import read_regular, toml_string
from provenance.findings.finding import Finding, FixKind
from provenance.findings.suppression import inline_acceptances
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.fixes.file_edits import reread
from provenance.fixes.offering import offers
from provenance.reporting.cleaning import one_line
from provenance.servers.lsp.checker import Checked
from provenance.servers.lsp.diagnostics import LATER, finding_diagnostic, shown_findings
from provenance.servers.lsp.places import Places
from provenance.sources.addresses import is_address
from provenance.text.span import Span

EXPLAIN = "provenance.explain"  # the command that shows the page of a finding; its argument is the code
SAVE = "provenance.saveSource"
"""The command that fetches and keeps a cited page; its arguments are the document and the page."""
_TITLES = {FixKind.RESTORE: "Restore the source's words", FixKind.MARK: "Mark the change"}


def code_actions(
    checked: Checked, item: ExcerptTrace, places: Places, *, uri: str, network: bool
) -> Iterator[CodeAction | Command]:
    """What can be done about an excerpt: the fixes of its findings, accepting them, saving its source."""
    trace = checked.trace
    if trace is None:
        return
    others_bare = tuple(each if each is item else replace(each, findings=()) for each in trace.excerpts)
    for offer in offers(replace(trace, excerpts=others_bare), settings=checked.settings):
        shown = finding_diagnostic(offer.finding, item, places)
        for fix in offer.fixes:
            edits = [TextEdit(places.range(edit.span), edit.text) for edit in fix.edits]
            title = f"{_TITLES[fix.kind]}: {one_line(offer.finding.message)}"
            preferred = fix.kind is FixKind.RESTORE
            yield _quick_fix(title, WorkspaceEdit({uri: edits}), shown, preferred=preferred)
    shown_codes = dict.fromkeys(finding.code for finding in shown_findings(item))
    for finding in shown_findings(item):
        edit = _accepting_edit(checked, item, finding, places, uri=uri) if finding.stands else None
        if edit:
            shown = finding_diagnostic(finding, item, places)
            yield _quick_fix(f"Accept {finding.code}, and write why", edit, shown)
    yield from (Command(f"Explain {code}", EXPLAIN, arguments=[code]) for code in shown_codes)
    link = item.excerpt.attribution.link
    if network and item.witness is None and link and is_address(link):
        yield Command(f"Save {link}", SAVE, arguments=[uri, link])


def _accepting_edit(
    checked: Checked, item: ExcerptTrace, finding: Finding, places: Places, *, uri: str
) -> WorkspaceEdit | None:
    """The edit that accepts a finding: a comment in the article or, where none can stand, an entry of the accept file."""
    if checked.trace and (comment := accepting_comment(checked.trace, item, finding.code)):
        at, text = comment
        return WorkspaceEdit({uri: [TextEdit(places.range(Span(at, at)), text)]})
    if entry := accepting_entry(finding, checked.settings):
        end = Position(entry.line, 0)
        return WorkspaceEdit({entry.file.absolute().as_uri(): [TextEdit(Range(end, end), entry.text)]})
    return None


def save_source(checked: Checked, url: str) -> tuple[str, bool]:
    """Fetch a page and keep it in the folder of a document's sources; what became of it, and whether it is saved."""
    from provenance.sources.loading.network import Network
    from provenance.sources.storage.saving import CitedPage, Saver
    from provenance.sources.storage.store import Store

    if checked.saved is None or not is_address(url):
        return "There is no folder to save it in, or no address.", False
    try:
        (saving,) = Saver(Store(checked.saved), Network(robots=True).fetch).save([CitedPage(url)])
    except (ProvenanceError, OSError) as error:
        return one_line(str(error)), False
    said = saving.reason or f"{url} is {saving.outcome} in {checked.saved}."
    return one_line(said), saving.reason is None


def _quick_fix(title: str, edit: WorkspaceEdit, shown: Diagnostic, *, preferred: bool = False) -> CodeAction:
    return CodeAction(title, CodeActionKind.QuickFix, [shown], preferred, edit=edit)


class AcceptEntry(NamedTuple):
    """What accepts a finding, and the line of the accept file, from 0, before which it is put."""

    file: Path
    line: int
    text: str


def accepting_entry(finding: Finding, settings: Settings | None) -> AcceptEntry | None:
    """The entry of the accept file that accepts a finding; None where the settings name no file of whole lines."""
    file = configured_place(settings, "accept") if settings else None
    if file is None:
        return None
    try:
        written = read_regular(file).decode("utf-8")
    except (OSError, ValueError):
        return None
    if written and not written.endswith("\n"):
        return None
    values = {
        "code": finding.code,
        "excerpt": finding.excerpt.text if finding.excerpt else "",
        "source": finding.source.text if finding.source else "",
        "reason": LATER,
    }
    rows = (f"{key} = {toml_string(one_line(value))}\n" for key, value in values.items())
    return AcceptEntry(file, written.count("\n"), f"[[accept]]\n{''.join(rows)}")


def accepting_comment(trace: Trace, item: ExcerptTrace, code: str) -> tuple[int, str] | None:
    """The comment that accepts a finding of an excerpt, and the offset in the file at which it is put.

    None where the article would not read the same with it, or it would belong to another excerpt.
    """
    article, source_map = trace.article, trace.article.source_map
    block = article.document.block_at(item.excerpt.span.start)
    found = source_map.locate(Span(block.span.start, block.span.end)) if source_map and block else None
    if not (source_map and found) or article.format is Format.TEXT:
        return None
    file, at = source_map.file, found.start
    comment = f"<!-- provenance: accept {code} {LATER} -->"
    if article.format is Format.MARKDOWN:  # on a line of its own: what follows on the same one is no Markdown
        at, comment = max(file.rfind("\n", 0, at), file.rfind("\r", 0, at)) + 1, f"{comment}\n"
    before = trace.excerpts[: trace.excerpts.index(item)]
    if any((end := source_map.locate(other.excerpt.span)) and end.end > at for other in before):
        return None
    with_comment = f"{file[:at]}{comment}{file[at:]}"
    read = reread(article, with_comment)
    if read.document.text != article.document.text or not inline_acceptances(comment, origin=""):
        return None
    return at, comment
