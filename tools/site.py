"""What the documentation site gets from the program itself: commands, settings, the form of the JSON report.

A hook of mkdocs (`mkdocs build --strict`). A line `<!-- generated: NAME -->` of a page is followed by what is generated,
so that the pages cannot be stale. Links that leave docs/ lead to the source.
"""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click
from mkdocs.utils import get_relative_url

from provenance.cli.entry import COMMANDS
from provenance.cli.entry import commands as group
from provenance.configuration.keys import json_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs.structure.pages import Page

SOURCE = "https://provenance-tracer.example/source/"
ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "provenance/reporting/schema/provenance-trace-2.schema.json"
WORKER = "https://unpkg.com/iframe-worker/shim"  # what the theme would load
LINK = re.compile(r"\]\((\.\./[^)\s#]+)")
GENERATED = re.compile(r"<!-- generated: (\w+) -->")


def commands() -> Iterator[str]:
    """What ``--help`` prints of each command."""
    parent = click.Context(group, info_name="provenance", terminal_width=88)
    for name in COMMANDS:
        command = group.get_command(parent, name)
        assert command is not None
        shown = command.get_help(click.Context(command, info_name=name, parent=parent))
        yield f"## {name}\n\n```text\n{click.unstyle(shown)}\n```\n"


def settings() -> Iterator[str]:
    """A row for each key of the configuration."""
    yield "| key | what it says | form |\n|---|---|---|"
    for name, schema in json.loads(json_schema())["properties"].items():
        yield f"| `{name}` | {schema['description']} | {form(schema)} |"


def form(schema: Mapping[str, Any], named: Mapping[str, Any] = MappingProxyType({})) -> str:
    """What JSON Schema says of a value, in some words; ``named`` holds what it refers to."""
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})" if "properties" in named[name] else form(named[name], named)
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return " or ".join(form(each, named) for each in schema[choice])
    if "const" in schema:
        return f"`{json.dumps(schema['const'])}`"
    kind = schema.get("type", "anything")
    if kind == "array":
        return f"list of {form(schema.get('items', {}), named)}"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def report() -> Iterator[str]:
    """The keys of the JSON report, from its schema."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    named = schema["$defs"]
    for name, each in {"The report": schema, **named}.items():
        if "properties" not in each:
            continue
        yield f"## {name}\n\n{each.get('description', '')}\n\n| key | what it says | form |\n|---|---|---|"
        for key, value in each["properties"].items():
            said = value.get("description", "").replace("|", "\\|")
            yield f"| `{key}` | {said} | {form(value, named)} |"
        yield ""


MAKERS = {"commands": commands, "settings": settings, "report": report}


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """The page with what is generated put in, and with links that leave docs/ led to the source."""
    folder = posixpath.dirname(page.file.src_uri)

    def led(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join("docs", folder, link[1]))
        return link[0] if target.startswith("docs/") else f"]({SOURCE}{target}"

    made = GENERATED.sub(lambda marker: "\n".join(MAKERS[marker[1]]()), markdown)
    return LINK.sub(led, made)


def on_post_page(output: str, page: Page, **_: object) -> str:
    """The page with its worker taken from the site itself, so that no other address is asked."""
    return output.replace(WORKER, get_relative_url("assets/iframe-worker.js", page.url))
