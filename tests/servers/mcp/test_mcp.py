"""The tools, called with the SDK's own client: over standard input and output as a program does, and in this process."""

import asyncio
import importlib.util
import json
import re
import sys
from pathlib import Path

import jsonschema
import pytest

pytest.importorskip("pydantic", reason="the extra is not installed: pip install -e '.[mcp]'")

from provenance.configuration.settings import Settings
from provenance.servers.mcp.answers import MOST_QUOTATIONS
from provenance.servers.mcp.desk import Desk
from tests.json_schema import schema

# The library is loaded by the first test, and not where tests are only listed: that takes as long as to list a thousand of them.
pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("mcp") is None, reason="the extra is not installed: pip install -e '.[mcp]'"
)

PIER = "https://courier.example/pier"
FERRY = "https://courier.example/ferry"
TEXTS = {
    PIER: "The harbour council said on Monday that it would not close the old pier before the winter. The mayor, Edith"
    " Calloway, praised the engineers, who had worked through four nights in the cold water of the bay.",
    FERRY: "The ferry will run every second hour from the first of April, and the fare for children stays at two pounds.",
}
DRAFT = f"""The [Courier reports]({PIER}):

> The harbour council said on Monday that it would close the old pier before the winter.

It [adds]({PIER}):

> The mayor, Edith Calloway, praised the engineers, who had worked through four nights in the cold water of the bay.

It also [says]({PIER}):

> The ferry will run every second hour from the first of April, and the fare for children stays at two pounds.

And it [claims]({PIER}):

> Seagulls have stolen eleven hundred sandwiches from schoolchildren since Easter, a report of the police shows.
"""
SOURCES = [{"name": name, "text": text} for name, text in TEXTS.items()]


@pytest.fixture
def folder(tmp_path):
    for name in ("root", "saved", "elsewhere"):
        (tmp_path / name).mkdir()
    (tmp_path / "root/pier.txt").write_text(TEXTS[PIER], "utf-8")
    (tmp_path / "saved/ferry.txt").write_text(TEXTS[FERRY], "utf-8")
    (tmp_path / "elsewhere/secret.txt").write_text(TEXTS[FERRY], "utf-8")
    (tmp_path / "root/link.txt").symlink_to("../elsewhere/secret.txt")
    return tmp_path


def over_stdio(folder, talk):
    from mcp import StdioServerParameters
    from mcp.client.stdio import stdio_client

    arguments = [
        "-m",
        "provenance",
        "mcp",
        "--root",
        str(folder / "root"),
        "--sources",
        str(folder / "saved"),
    ]
    server = StdioServerParameters(
        command=sys.executable, args=arguments, cwd=folder, env={"PYTHONPATH": ":".join(sys.path)}
    )
    return _run(stdio_client(server), talk)


def in_process(folder, talk, **desk):
    return at_desk(Desk(Settings(), (folder / "root",), folder / "saved", **desk), talk)


def at_desk(desk, talk):
    from provenance.servers.mcp.server import make_server

    return _run(make_server(desk), talk)


def _run(server, talk):
    from mcp import Client

    async def session():
        async with Client(server) as client:
            return await talk(client)

    return asyncio.run(asyncio.wait_for(session(), 120))


def test_a_falsified_draft_is_told_apart_over_standard_input_and_output(folder):
    async def talk(client):
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == [
            "verify_quotations",
            "compare_quotation",
            "find_quotation",
            "explain_finding",
        ]
        assert all(
            tool.description and tool.output_schema and tool.annotations.read_only_hint for tool in tools
        )
        result = await client.call_tool("verify_quotations", {"draft": DRAFT, "sources": SOURCES})
        told = result.structured_content
        assert not result.is_error
        report = (await client.read_resource(told["report"])).contents[0].text
        explained = await client.call_tool("explain_finding", {"code": "OMI202"})
        assert "negates" in explained.structured_content["result"]
        return told, json.loads(report)

    told, report = over_stdio(folder, talk)
    assert told["verdicts"] == {"verbatim": 2, "altered": 1, "not-found": 1}
    dropped, moved, made_up = told["quotations"]
    assert dropped["findings"][0]["code"] == "OMI202"
    assert "would not close" in dropped["source_text"]
    assert moved["meaning"].startswith(f"wrong source: {PIER} does not hold these words; {FERRY} does")
    assert told["summary"].endswith(", 1 of a wrong source")
    assert made_up["meaning"] == "not found in any of 3 sources"
    jsonschema.validate(report, schema())
    assert len(report["articles"][0]["excerpts"]) == 4


@pytest.mark.parametrize(
    "path",
    ["link.txt", "../elsewhere/secret.txt", "/etc/hostname", "missing.txt", "a\0b", "../saved/ferry.txt"],
)
def test_nothing_outside_the_roots_is_read_and_nothing_told_of_it(folder, path):
    async def talk(client):
        return await client.call_tool(
            "compare_quotation", {"quotation": TEXTS[FERRY], "source": {"path": path}}
        )

    result = in_process(folder, talk)
    assert result.is_error
    shown = path.replace("\0", "�")
    said = f"{shown} is nothing that may be read; name a file below a root, or give its text."
    assert result.content[0].text.endswith(f": {said}")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ({"url": PIER}, "may not be fetched; give its text, or start the server with --allow-network"),
        ({"url": "file:///etc/hostname"}, "is no address"),
        ({"text": "one", "path": "two"}, "give exactly one of text, path and url"),
        ({}, "give exactly one of text, path and url"),
        ({"text": ""}, "at least 1 character"),
    ],
)
def test_bad_input_is_told_in_a_sentence(folder, source, said):
    async def talk(client):
        return await client.call_tool(
            "compare_quotation", {"quotation": "The ferry sails.", "source": source}
        )

    result = in_process(folder, talk)
    assert result.is_error
    assert said in result.content[0].text


def test_a_path_below_a_root_is_compared_and_saved_sources_are_searched(folder):
    from mcp.shared.exceptions import MCPError

    async def talk(client):
        words = TEXTS[PIER].partition(". ")[0].replace("would not", "would")
        compared = await client.call_tool(
            "compare_quotation", {"quotation": words, "source": {"path": "pier.txt"}}
        )
        found = await client.call_tool(
            "find_quotation", {"quotation": TEXTS[FERRY].replace("second", "third")}
        )
        missed = await client.call_tool(
            "find_quotation", {"quotation": "Nobody has ever said these words about any ferry or pier."}
        )
        unknown = await client.call_tool("explain_finding", {"code": "OMI999"})
        assert unknown.is_error
        with pytest.raises(MCPError, match="There is no report 99"):
            await client.read_resource("provenance://reports/99")
        return [each.structured_content["quotations"][0] for each in (compared, found, missed)]

    compared, found, missed = in_process(folder, talk)
    assert [each["code"] for each in compared["findings"]] == ["OMI202"]
    assert (found["verdict"], found["source"]) == ("altered", str(folder / "saved/ferry.txt"))
    assert missed["meaning"].startswith("not found in the source")


def test_an_answer_is_short_and_the_report_has_the_rest(folder):
    number = MOST_QUOTATIONS + 5
    draft = "\n\n".join(
        f"The [Courier reports]({PIER}):\n\n> Seagull number {at} has stolen sandwiches from schoolchildren since Easter, say the police."
        for at in range(number)
    )

    async def talk(client):
        return (
            await client.call_tool("verify_quotations", {"draft": draft, "sources": SOURCES})
        ).structured_content

    told = in_process(folder, talk)
    assert (len(told["quotations"]), told["left_off"]) == (MOST_QUOTATIONS, 5)


def test_a_draft_of_a_megabyte_is_verified_and_a_cancelled_call_holds_nobody_up(folder):
    filler = "It rained on the quay again, and nobody was surprised by that in the least. " * 3
    said = [
        f"Boat number {at} of the old fleet was sold to a museum after {at + 7} years at sea."
        for at in range(40)
    ]
    draft = "\n\n".join(f"{filler}\n\nThe Courier reports: “{each}”" for each in said)
    draft += f"\n\n{filler}" * (1 + (1_000_000 - len(draft)) // len(filler))

    async def talk(client):
        arguments = {"draft": draft, "sources": [{"name": "The Courier", "text": "\n\n".join(said)}]}
        cancelled = asyncio.ensure_future(client.call_tool("verify_quotations", arguments))
        await asyncio.sleep(0.1)  # sent, and far from answered on the fastest machine
        cancelled.cancel()
        with pytest.raises(asyncio.CancelledError):
            await cancelled
        return (await client.call_tool("verify_quotations", arguments)).structured_content

    assert len(draft) > 1_000_000
    assert in_process(folder, talk)["verdicts"] == {"verbatim": 40}


def test_the_example_of_the_page_is_answered_so(folder):
    page = (Path(__file__).parents[3] / "docs/how-to/mcp.md").read_text("utf-8")
    call, shown = (
        json.loads(re.search(f"<!-- model: {name} -->\n```json\n(.*?)```", page, re.DOTALL)[1])
        for name in ("call", "answer")
    )

    async def talk(client):
        return (await client.call_tool("verify_quotations", call)).structured_content

    told = at_desk(Desk(Settings()), talk)
    brief = [{key: each[key] for key in ("line", "meaning")} for each in told["quotations"]]
    assert {"summary": told["summary"], "quotations": brief} == shown
    readme = (Path(__file__).parents[3] / "README.md").read_text("utf-8")
    assert all(f"“{each['text']}” | {each['meaning']} |" in readme for each in told["quotations"])


def test_the_python_of_the_page_runs():
    page = (Path(__file__).parents[3] / "docs/how-to/mcp.md").read_text("utf-8")
    exec(re.search("```python\n(.*?)```", page, re.DOTALL)[1], {})


def test_without_the_extra_the_command_says_what_to_install(provenance, monkeypatch):
    monkeypatch.setattr(
        "provenance.cli.environment.find_spec",
        lambda name: None if name == "mcp" else importlib.util.find_spec(name),
    )
    run = provenance("mcp")
    assert run.returncode == 2
    assert "pip install 'provenance-tracer[mcp]'" in run.stderr


def test_missing_arguments_are_named_in_a_sentence():
    async def talk(client):
        return await client.call_tool("verify_quotations", {})

    result = at_desk(Desk(Settings()), talk)
    assert result.is_error
    assert "cannot take these arguments (draft: Field required)" in result.content[0].text
    assert "pydantic" not in result.content[0].text
