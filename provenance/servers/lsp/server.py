"""The language server: what an editor asks, answered from the newest check of each document."""

import asyncio
import logging
import re
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from urllib.parse import unquote

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol

from provenance.errors import ConfigurationError
from provenance.findings.codes import pages_folder
from provenance.findings.trace import Trace
from provenance.reporting.cleaning import one_line
from provenance.servers.lsp import diagnostics
from provenance.servers.lsp.actions import EXPLAIN, SAVE, code_actions, save_source
from provenance.servers.lsp.checker import Checked, Checker
from provenance.servers.lsp.places import Places, touches
from provenance.version import __version__

if TYPE_CHECKING:
    from pygls.workspace import TextDocument

PAUSE = 0.25  # seconds without a keystroke after which a document is checked
_LONGEST_NAME = 100  # characters of the name of what is no file
_Answer = TypeVar("_Answer")


class _View(NamedTuple):
    """A document that could be checked, as its editor sees it."""

    checked: Checked
    trace: Trace
    places: Places


class _Service:
    """Documents, checked one after the other on a thread beside the one that talks with the editor."""

    def __init__(self, server: LanguageServer, checker: Checker, *, network: bool) -> None:
        self._server = server
        self._checker = checker
        self._network = network
        self._checked: dict[str, Checked] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._beside = ThreadPoolExecutor(1)

    async def opened(self, params: types.DidOpenTextDocumentParams | types.DidSaveTextDocumentParams) -> None:
        """A document is opened or saved: nothing is taken from what was known of it."""
        await self._check(params.text_document.uri, anew=True)

    async def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """A document is changed: it is checked as soon as its writer pauses."""
        self._stop_waiting(params.text_document.uri)
        soon = _foreseen(self._check_soon, params.text_document.uri)
        self._waiting[params.text_document.uri] = asyncio.create_task(soon)

    async def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """A document is closed: nothing is said of it any more."""
        uri = params.text_document.uri
        self._stop_waiting(uri)
        self._checked.pop(uri, None)
        self._checker.forget(_path(uri))
        self._publish(uri, [])

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        """What is known of the excerpt at a position."""
        view = await self._current(params.text_document.uri)
        at = view.places.excerpts_at(types.Range(params.position, params.position)) if view else []
        if not at:
            return None
        item, place = at[0]
        return types.Hover(
            types.MarkupContent(types.MarkupKind.PlainText, diagnostics.hover_text(item)), place
        )

    async def links(self, params: types.DocumentLinkParams) -> list[types.DocumentLink]:
        """From each excerpt to its place in its source."""
        view = await self._current(params.text_document.uri)
        return list(diagnostics.document_links(view.trace, view.places)) if view else []

    async def actions(self, params: types.CodeActionParams) -> list[types.CodeAction | types.Command]:
        """What can be done about the findings at a range."""
        only = params.context.only
        if only is not None and not {"", types.CodeActionKind.QuickFix} & set(only):
            return []  # "organise the imports", as some editors ask at each save
        view = await self._current(params.text_document.uri)
        return await self._run_beside(partial(self._actions, view, params)) if view else []

    def _actions(self, view: _View, params: types.CodeActionParams) -> list[types.CodeAction | types.Command]:
        uri, network = params.text_document.uri, self._network
        every = (
            action
            for item, _ in view.places.excerpts_at(params.range)
            for action in code_actions(view.checked, item, view.places, uri=uri, network=network)
        )
        return [
            action
            for action in every
            if isinstance(action, types.Command)
            or any(touches(params.range, shown.range) for shown in action.diagnostics or ())
        ]

    async def explain(self, code: str) -> None:
        """Show the page of a finding, where the editor can open one."""
        page = pages_folder() / f"{code}.md"
        if not re.fullmatch(r"[A-Z]{3}\d{3}", code) or not page.is_file():
            raise ConfigurationError(f"There is no finding {code}.")
        window = self._server.client_capabilities.window
        if window and window.show_document and window.show_document.support:
            await self._server.window_show_document_async(types.ShowDocumentParams(page.as_uri()))
        else:
            self._tell(types.MessageType.Info, page.read_text("utf-8"))

    async def save(self, uri: str, url: str) -> None:
        """Fetch and keep a page that a document cites, and check every document again."""
        view = await self._current(uri)
        if view is None:
            return
        said, is_saved = await self._run_beside(partial(save_source, view.checked, url))
        self._tell(types.MessageType.Info if is_saved else types.MessageType.Error, said)
        for known in list(self._checked):
            await self._check(known, anew=True)

    def _tell(self, kind: types.MessageType, said: str) -> None:
        self._server.window_show_message(types.ShowMessageParams(kind, said))

    def _stop_waiting(self, uri: str) -> None:
        if uri in self._waiting:
            self._waiting.pop(uri).cancel()

    async def _check_soon(self, uri: str) -> None:
        await asyncio.sleep(PAUSE)
        await self._check(uri)

    async def _current(self, uri: str) -> _View | None:
        """The newest check of a document, made now if it is not of the newest version."""
        known, document = self._checked.get(uri), self._document(uri)
        if document is None:
            return None
        return self._view(known if known and known.text == document.source else await self._check(uri))

    def _document(self, uri: str) -> "TextDocument | None":
        """A document that the editor has opened; no other is ever read."""
        documents = self._server.workspace.text_documents
        found: TextDocument | None = documents.get(unquote(uri))  # by their addresses without escapes
        return found

    async def _check(self, uri: str, *, anew: bool = False) -> Checked:
        document = self._document(uri)
        if document is None:
            return Checked("")
        text, language = document.source, document.language_id or ""
        checked = await self._run_beside(partial(self._checker.check, _path(uri), text, language, anew=anew))
        if self._document(uri) is document and document.source == text:
            self._checked[uri], view = checked, self._view(checked)
            told = (
                diagnostics.diagnostics(view.trace, view.places)
                if view
                else [diagnostics.trouble_diagnostic(checked)]
            )
            self._publish(uri, list(told), document.version)
        return checked

    def _view(self, checked: Checked) -> _View | None:
        units, trace = self._server.workspace.position_codec.client_num_units, checked.trace
        return _View(checked, trace, Places(trace, units)) if trace else None

    async def _run_beside(self, work: Callable[[], _Answer]) -> _Answer:
        return await asyncio.get_running_loop().run_in_executor(self._beside, work)

    def _publish(self, uri: str, told: list[types.Diagnostic], version: int | None = None) -> None:
        params = types.PublishDiagnosticsParams(uri, told, version)
        self._server.text_document_publish_diagnostics(params)


class _Protocol(LanguageServerProtocol):
    """The protocol, in which a request that cannot be read is answered too: pygls tells its log alone."""

    def structure_message(self, data: dict[str, Any]) -> object:
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if {"id", "method"} <= data.keys():
                self._send_response(data["id"], error=error.to_response_error())
            raise


def language_server(checker: Checker, *, network: bool = False) -> LanguageServer:
    """The server, which talks as soon as one of its ``start_`` functions is called."""
    # Whole documents: of increments pygls counts lines otherwise than editors do where an article has rare line ends.
    full = types.TextDocumentSyncKind.Full
    server = LanguageServer("provenance", __version__, full, protocol_cls=_Protocol)
    _log_in_lines()
    service = _Service(server, checker, network=network)
    quick_fixes = types.CodeActionOptions([types.CodeActionKind.QuickFix])
    _register(server, types.TEXT_DOCUMENT_DID_OPEN, service.opened)
    _register(server, types.TEXT_DOCUMENT_DID_SAVE, service.opened)
    _register(server, types.TEXT_DOCUMENT_DID_CHANGE, service.changed)
    _register(server, types.TEXT_DOCUMENT_DID_CLOSE, service.closed)
    _register(server, types.TEXT_DOCUMENT_HOVER, service.hover)
    _register(server, types.TEXT_DOCUMENT_DOCUMENT_LINK, service.links)
    _register(server, types.TEXT_DOCUMENT_CODE_ACTION, service.actions, quick_fixes)
    _register_command(server, EXPLAIN, service.explain)
    if network:
        _register_command(server, SAVE, service.save)
    return server


def _register(
    server: LanguageServer, name: str, handler: Callable[[Any], Awaitable[Any]], options: object = None
) -> None:
    @server.feature(name, options)  # pygls marks what it calls, which no method lets it do
    async def answered(params: Any) -> Any:  # noqa: ANN401 - as the protocol has it
        return await _foreseen(handler, params)


def _register_command(server: LanguageServer, name: str, handler: Callable[..., Awaitable[None]]) -> None:
    @server.command(name)
    async def called(*arguments: str) -> None:
        await _foreseen(handler, *arguments)


async def _foreseen(handler: Callable[..., Awaitable[_Answer]], *arguments: object) -> _Answer | None:
    """An answer, or none where something goes wrong, of which the log has a sentence: no request ends the server."""
    try:
        return await handler(*arguments)
    except Exception:  # the last place
        logging.getLogger("pygls").exception("a request is not answered")
        return None


class _OneLine(logging.Formatter):
    """A line for each thing that goes wrong: an editor shows them to its writer."""

    def format(self, record: logging.LogRecord) -> str:
        said, error = record.getMessage().partition("\n")[0], record.exc_info and record.exc_info[1]
        return f"provenance: {one_line(f'{said} ({error})' if error else said)[:500]}"


def _log_in_lines() -> None:
    handler, logger = logging.StreamHandler(sys.stderr), logging.getLogger("pygls")
    handler.setFormatter(_OneLine())
    logger.handlers, logger.propagate = [handler], False


def _path(uri: str) -> Path:
    """The file of a document; of what is none, as it was never saved, one of its name in the working directory."""
    from pygls.uris import to_fs_path

    name = re.split(r"[/\\:]", uri)[-1][-_LONGEST_NAME:] or "document"
    try:
        path = to_fs_path(uri) if uri.startswith("file:") else None
    except ValueError:  # an address that cannot be read
        path = None
    return Path((path or name).replace("\0", ""))
