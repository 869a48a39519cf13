"""The MCP server: four tools and the reports of the last calls, over standard input and output."""

import json
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Annotated, Any, TypeVar

from anyio import CapacityLimiter, to_thread
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp_types import CallToolResult, InputRequiredResult, ToolAnnotations
from pydantic import Field, ValidationError

from provenance.errors import ProvenanceError
from provenance.files.reading import MAX_TEXT_BYTES
from provenance.findings.codes import explain
from provenance.findings.trace import Trace
from provenance.reporting.cleaning import one_line
from provenance.reporting.json import to_dict
from provenance.servers.mcp.answers import Answer, Source, answer
from provenance.servers.mcp.desk import Desk
from provenance.version import __version__

_INSTRUCTIONS = (
    "Verifies quotations word for word. Before you give a text that quotes, call verify_quotations with it and with the"
    " texts of its sources. An altered quotation is to be put right with source_text; one that is not found in any"
    " source is to be taken out; one of a wrong source is to be given its own."
)
_KEPT = 8  # reports of the last calls
_MOST_WRONG = 5  # arguments of a call that are named
_AT_ONCE = 2  # calls that are worked on
_Outcome = TypeVar("_Outcome")
_Words = Annotated[str, Field(max_length=MAX_TEXT_BYTES, description="The quoted words and nothing else.")]
_Draft = Annotated[
    str, Field(max_length=MAX_TEXT_BYTES, description="The whole text: Markdown, HTML or plain.")
]


class Tools:
    """The tools, each a method; what it documents is what a model reads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._reports: dict[int, dict[str, Any]] = {}
        self._calls = 0
        self._limiter = CapacityLimiter(_AT_ONCE)

    async def verify_quotations(self, draft: _Draft, sources: list[Source] = []) -> Answer:  # noqa: B006 -- read for its schema
        """Check every quotation of a draft, word for word, against the sources that it names and those given here.

        Answers with the quotations that are altered, not found or unchecked, and with what their source says.
        """
        return self._answer(await self._run(partial(self._desk.verify, draft, sources)))

    async def compare_quotation(self, quotation: _Words, source: Source) -> Answer:
        """Compare one quotation with one source, word for word."""
        return self._answer(await self._run(lambda _: self._desk.compare(quotation, source)), every=True)

    async def find_quotation(self, quotation: _Words) -> Answer:
        """Look for a quotation in the saved sources: which page holds it, and what that page says."""
        return self._answer(await self._run(lambda _: self._desk.find(quotation)), every=True)

    async def explain_finding(self, code: Annotated[str, Field(max_length=100)]) -> str:
        """Say what the code of a finding means (OMI202, dropped-negation), with examples, in Markdown."""
        return await self._run(lambda _: explain(code))

    def report(self, number: str) -> str:
        """The whole JSON report of a call: every quotation, place, variant and finding."""
        found = (
            self._reports.get(int(number)) if number.isdecimal() and len(number) < len("1000000000") else None
        )
        if found is None:
            raise ResourceNotFoundError(f"There is no report {number}; the last {_KEPT} are kept.")
        return json.dumps(found, ensure_ascii=False)

    def _answer(self, outcome: tuple[Trace, int], *, every: bool = False) -> Answer:
        trace, sources = outcome
        self._calls += 1
        self._reports[self._calls] = to_dict(trace)
        self._reports.pop(self._calls - _KEPT, None)
        return answer(trace, sources, f"provenance://reports/{self._calls}", every=every)

    async def _run(self, work: Callable[[Event], _Outcome]) -> _Outcome:
        """Work in a thread, which stops at the next quotation when the call is cancelled."""
        stop = Event()
        try:
            return await to_thread.run_sync(work, stop, abandon_on_cancel=True, limiter=self._limiter)
        except ProvenanceError as error:
            raise ToolError(one_line(str(error))) from error
        finally:
            stop.set()


class _Server(MCPServer[Any]):
    """A server that says in a sentence which arguments it cannot take."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if not isinstance(error.__cause__, ValidationError):
                raise
            wrong = (
                f"{'.'.join(map(str, each['loc'])) or 'the arguments'}: {each['msg']}"
                for each in error.__cause__.errors()[:_MOST_WRONG]
            )
            said = one_line("; ".join(wrong))
            raise ToolError(f"{name} cannot take these arguments ({said}); see its input schema.") from error


def make_server(desk: Desk) -> MCPServer[Any]:
    """The server, which reads what the desk allows and writes nothing."""
    server: MCPServer[Any] = _Server(
        "provenance", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING"
    )
    tools = Tools(desk)
    about = ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=desk.network
    )
    for tool in (
        tools.verify_quotations,
        tools.compare_quotation,
        tools.find_quotation,
        tools.explain_finding,
    ):
        server.add_tool(tool, annotations=about)
    server.resource("provenance://reports/{number}", mime_type="application/json")(tools.report)
    return server
