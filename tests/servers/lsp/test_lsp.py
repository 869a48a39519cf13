"""The language server, asked by a client over standard input and output."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the extra is not installed: pip install -e '.[lsp]'")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from provenance.findings.finding import TextEdit, edited
from provenance.servers.lsp.actions import SAVE
from provenance.text.span import Span
from tests.servers.web.running import FALSE, HONEST, SOURCE

EMOJI = "\N{FERRIS WHEEL}"  # two units of UTF-16
LIMIT = 60  # seconds, on a busy machine


class Editor:
    """A client with one document open at a time."""

    def __init__(self):
        self.client, self.told, self.said = LanguageClient("editor", "1"), asyncio.Queue(), asyncio.Queue()

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)
        def said(params):
            self.said.put_nowait(params)

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params):
            self.told.put_nowait(params)

    async def start(self, *arguments, encodings=None):
        await self.client.start_io(sys.executable, "-m", "provenance", "lsp", *arguments)
        general = types.GeneralClientCapabilities(position_encodings=encodings)
        params = types.InitializeParams(types.ClientCapabilities(general=general))
        self.server = (await asyncio.wait_for(self.client.initialize_async(params), LIMIT)).capabilities
        self.client.initialized(types.InitializedParams())
        return self

    async def stop(self):
        await asyncio.wait_for(self.client.shutdown_async(None), LIMIT)
        self.client.exit(None)
        await self.client.stop()

    async def open(self, path, text, language="markdown"):
        self.uri = path if isinstance(path, str) else path.as_uri()
        self.text, self.version = text, 1
        item = types.TextDocumentItem(self.uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics()

    async def change(self, text):
        self.text, self.version = text, self.version + 1
        document = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        whole = [types.TextDocumentContentChangeWholeDocument(text)]
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, whole))

    async def diagnostics(self):
        while (
            told := await asyncio.wait_for(self.told.get(), LIMIT)
        ).uri != self.uri or told.version != self.version:
            pass
        return list(told.diagnostics)

    async def hover(self, position):
        document = types.TextDocumentIdentifier(self.uri)
        return await self.client.text_document_hover_async(types.HoverParams(document, position))

    async def links(self):
        document = types.TextDocumentIdentifier(self.uri)
        return await self.client.text_document_document_link_async(types.DocumentLinkParams(document))

    async def actions(self, place, only=None):
        context, document = types.CodeActionContext([], only), types.TextDocumentIdentifier(self.uri)
        return await self.client.text_document_code_action_async(
            types.CodeActionParams(document, place, context)
        )

    async def execute(self, command, arguments):
        params = types.ExecuteCommandParams(command, arguments)
        await self.client.workspace_execute_command_async(params)

    def applied(self, action):
        """The text with an action's edits made, places counted in UTF-16."""
        edits = action.edit.changes[self.uri]
        return edited(self.text, [TextEdit(self.span(edit.range), edit.new_text) for edit in edits])

    def span(self, place):
        return Span(self.offset(place.start), self.offset(place.end))

    def offset(self, position):
        lines = self.text.splitlines(keepends=True)
        line = lines[position.line] if position.line < len(lines) else ""
        before = line.encode("utf-16-le")[: position.character * 2].decode("utf-16-le")
        return sum(map(len, lines[: position.line])) + len(before)

    def words(self, place):
        span = self.span(place)
        return self.text[span.start : span.end]


@pytest.fixture(scope="module")
def run():
    """Runs a coroutine, all of them in the loop in which the clients live."""
    with asyncio.Runner() as runner:
        yield runner.run


def started(run, *arguments, **values):
    paths = os.pathsep.join(filter(None, [str(Path.cwd()), *sys.path]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", paths)
        made = run(Editor().start(*arguments, **values))
    yield made
    run(made.stop())


@pytest.fixture(scope="module")
def desk(run):
    """An editor as most are: it counts in UTF-16."""
    yield from started(run)


@pytest.fixture(scope="module")
def other_desk(run):
    """One that counts in UTF-8, and whose writer allows the network."""
    yield from started(run, "--allow-network", encodings=[types.PositionEncodingKind.Utf8])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "pier.html").write_text(SOURCE, "utf-8")
    (tmp_path / "provenance.toml").write_text('sources = "saved"\n', "utf-8")
    return tmp_path


def codes(diagnostics):
    return [one.code for one in diagnostics]


def test_a_writer_is_shown_a_change_mends_it_and_is_left_alone(run, desk, folder):
    async def write():
        (told,) = await desk.open(folder / "post.md", f"{EMOJI} {FALSE}")
        assert (told.code, told.source) == ("OMI202", "provenance")
        assert told.severity == types.DiagnosticSeverity.Error
        restore = [one for one in await desk.actions(told.range) if getattr(one, "is_preferred", False)]
        assert not await desk.actions(told.range, ["source.organizeImports"])
        mended = desk.applied(restore[0])
        assert mended == f"{EMOJI} {HONEST}"
        await desk.change(mended)
        assert await desk.diagnostics() == []

    run(write())


FIGURE = FALSE.replace("> The", f"> {EMOJI} ü The").replace("four months", "six months")


def test_places_are_exact_in_utf_16(run, desk, folder):
    (figure,) = [one for one in run(desk.open(folder / "post.md", FIGURE)) if "six" in one.message]
    assert desk.server.position_encoding == "utf-16"
    assert desk.words(figure.range) == "six"


def test_places_are_exact_in_the_units_that_the_editor_counts_in(run, other_desk, folder):
    (figure,) = [one for one in run(other_desk.open(folder / "post.md", FIGURE)) if "six" in one.message]
    assert other_desk.server.position_encoding == "utf-8"
    line = FIGURE.splitlines()[figure.range.start.line].encode()
    assert line[figure.range.start.character : figure.range.end.character] == b"six"


def test_hovering_shows_the_source_and_the_difference_and_a_link_leads_there(run, desk, folder):
    async def write():
        (told,) = await desk.open(folder / "post.md", FALSE)
        shown = await desk.hover(told.range.start)
        assert "[-not-]" in shown.contents.value
        assert "saved: " in shown.contents.value
        assert "pier.html" in shown.contents.value
        assert desk.words(shown.range).startswith("The board voted")
        assert await desk.hover(types.Position(0, 0)) is None
        (link,) = await desk.links()
        assert link.target.startswith("https://courier.example/pier#:~:text=")

    run(write())


@pytest.mark.parametrize(
    ("name", "language", "article"),
    [
        ("post.md", "markdown", FALSE),
        (
            "post.html",
            "html",
            "<p>The Courier <a\nhref='https://courier.example/pier'>reports</a>:</p>\n<blockquote><p\n class='x'>"
            + FALSE.partition("> ")[2]
            + "</p></blockquote>",
        ),
    ],
)
def test_accepting_asks_why_and_is_quiet_when_it_is_told(run, desk, folder, name, language, article):
    async def write():
        (told,) = await desk.open(folder / name, article, language)
        (accept,) = [one for one in await desk.actions(told.range) if one.title.startswith("Accept OMI202")]
        await desk.change(desk.applied(accept))
        (later,) = await desk.diagnostics()
        assert "write why in place of REASON" in later.message
        await desk.change(desk.text.replace("REASON", "the chair corrected it"))
        assert await desk.diagnostics() == []
        await desk.change(desk.text.replace("the chair corrected it", ""))
        (trouble,) = await desk.diagnostics()
        assert "without a reason" in trouble.message
        assert "provenance: accept" in desk.text.splitlines()[trouble.range.start.line]

    run(write())


def test_plain_text_and_quotations_without_a_source_are_told_of(run, desk, folder):
    text = "They came to “a lamp in every window of the old town”, and light.\n\n“The lamps stay on,” said Ann Lee.\n"

    async def write():
        told = await desk.open(folder / "post.txt", text, "plaintext")
        assert types.DiagnosticSeverity.Error not in {one.severity for one in told}
        assert any("No speaker and no source" in one.message for one in told)
        assert "a lamp in every window of the old town" in {desk.words(one.range) for one in told}

    run(write())


def test_a_page_that_is_saved_meanwhile_is_seen_at_the_next_edit(run, desk, folder):
    (folder / "saved" / "pier.html").unlink()

    async def write():
        assert codes(await desk.open(folder / "post.md", FALSE)) == ["SRC603"]
        (folder / "saved" / "pier.html").write_text(SOURCE, "utf-8")
        await desk.change(f"{FALSE} ")
        assert codes(await desk.diagnostics()) == ["OMI202"]

    run(write())


def test_saving_a_source_is_offered_only_where_the_network_is_allowed(run, desk, other_desk, folder):
    (folder / "saved" / "pier.html").unlink()

    async def offered(desk):
        (told,) = await desk.open(folder / "post.md", FALSE)
        return [
            one.arguments[1]
            for one in await desk.actions(told.range)
            if getattr(one, "command", None) == SAVE
        ]

    assert run(offered(desk)) == []
    assert run(offered(other_desk)) == ["https://courier.example/pier"]


def test_a_page_is_saved_where_its_article_looks_for_it(folder, monkeypatch):
    from provenance.servers.lsp.actions import save_source
    from provenance.servers.lsp.checker import Checker
    from provenance.sources.capture import Capture

    class Network:
        def __init__(self, *, robots):
            assert robots

        def fetch(self, url, headers):
            return Capture(SOURCE.encode(), url, url, content_type="text/html")

    monkeypatch.setattr("provenance.sources.loading.network.Network", Network)
    (folder / "saved" / "pier.html").unlink()
    checker = Checker()
    before = checker.check(folder / "post.md", FALSE, "markdown")
    assert save_source(before, "https://courier.example/pier")[1]
    after = checker.check(folder / "post.md", FALSE, "markdown")
    assert [item.verdict for item in after.trace.excerpts] == ["altered"]
    assert not save_source(before, "file:///etc/passwd")[1]


def test_a_finding_of_plain_text_is_accepted_in_the_file_that_the_settings_name(run, desk, folder):
    accepted = folder / "accept.toml"
    accepted.write_text("# What may stand.\n", "utf-8")
    (folder / "provenance.toml").write_text('sources = "saved"\naccept = "accept.toml"\n', "utf-8")
    text = (
        FALSE.replace("> ", "“")
        .replace(".\n", ".”\n")
        .replace("[reports](https://courier.example/pier)", "reports (https://courier.example/pier)")
    )

    async def write():
        (told,) = await desk.open(folder / "post.txt", text, "plaintext")
        (accept,) = [one for one in await desk.actions(told.range) if one.title.startswith("Accept")]
        ((uri, (edit,)),) = accept.edit.changes.items()
        assert (uri, edit.range.start) == (accepted.as_uri(), types.Position(1, 0))
        accepted.write_text(accepted.read_text("utf-8") + edit.new_text, "utf-8")
        await desk.change(f"{text} ")
        assert "write why in place of REASON" in (await desk.diagnostics())[0].message
        accepted.write_text(accepted.read_text("utf-8").replace("REASON", "the chair corrected it"), "utf-8")
        await desk.change(text)
        assert await desk.diagnostics() == []

    run(write())


def test_a_finding_is_explained_by_its_page(run, desk, folder):
    async def write():
        (told,) = await desk.open(folder / "post.md", FALSE)
        (explain,) = [one for one in await desk.actions(told.range) if one.title == "Explain OMI202"]
        await desk.execute(explain.command, explain.arguments)
        await desk.execute(explain.command, ["../../secret"])
        return await asyncio.wait_for(desk.said.get(), LIMIT), desk.said.empty()

    said, is_all = run(write())
    assert said.message.startswith("# OMI202")
    assert is_all


@pytest.mark.parametrize(
    "uri",
    [
        "untitled:Untitled-1",
        "http://blog.example/post.md",
        "file:///no%00/my%20p%C3%B6st.md",
        "",
    ],
)
def test_what_is_no_file_is_checked_too_and_what_is_not_open_is_not_read(run, desk, folder, uri):
    (folder / "secret.md").write_text(FALSE, "utf-8")

    async def write():
        assert codes(await desk.open(uri, FALSE)) == ["SRC603"]
        desk.uri = (folder / "secret.md").as_uri()
        assert await desk.hover(types.Position(2, 10)) is None
        assert list(await desk.links()) == []

    run(write())


def test_a_wrong_configuration_is_one_sentence_in_the_document(run, desk, folder):
    (folder / "provenance.toml").write_text('sorces = "saved"\n', "utf-8")

    async def write():
        (told,) = await desk.open(folder / "post.md", FALSE)
        assert "there is no setting 'sorces'" in told.message

    run(write())


def message(**fields):
    body = json.dumps({"jsonrpc": "2.0", **fields}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def test_a_proper_session_ends_with_0_and_a_request_that_cannot_be_read_is_answered():
    place = {"textDocument": {"uri": "file:///post.md"}, "position": {"line": -1, "character": 0}}
    told = (
        message(id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}}),
        message(method="initialized", params={}),
        message(id=5, method="textDocument/hover", params=place),
        message(id=2, method="shutdown"),
        message(method="exit"),
    )
    command = [sys.executable, "-m", "provenance", "lsp"]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, **pipes) as process:
        process.stdin.write(b"".join(told))
        process.stdin.flush()  # and left open, as editors leave it
        assert process.wait(LIMIT) == 0
        answers, log = process.stdout.read(), process.stderr.read()
    assert b'"id": 5' in answers
    assert b"internal error" not in log


def test_without_the_extra_it_says_what_to_install(provenance, monkeypatch):
    monkeypatch.setattr("provenance.cli.environment.find_spec", lambda name: None)
    run = provenance("lsp")
    assert run.returncode == 2
    assert "pip install 'provenance-tracer[lsp]'" in run.stderr
