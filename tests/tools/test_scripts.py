"""Scripts that no test runs (benchmarks, tools) still find in the package what they import from it."""

import ast
import importlib
from pathlib import Path

import pytest

SCRIPTS = sorted(path for folder in ("benchmarks", "tools") for path in Path(folder).rglob("*.py"))


@pytest.mark.parametrize("path", SCRIPTS, ids=str)
def test_what_a_script_imports_from_the_package_is_there(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "provenance":
            module = importlib.import_module(node.module)
            for alias in node.names:
                if not hasattr(module, alias.name):
                    importlib.import_module(f"{node.module}.{alias.name}")
