"""docs/editors.md: its configurations are ones, and those of the editors that are installed here work."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the extra is not installed: pip install -e '.[lsp]'")

from tests.servers.web.running import FALSE, SOURCE

PAGE = (Path(__file__).parents[3] / "docs" / "editors.md").read_text("utf-8")
NEOVIM = """
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 100)
for _, one in ipairs(vim.diagnostic.get(0)) do print(one.code, one.message) end
vim.cmd("qa!")
"""
EMACS = """
(setq eglot-sync-connect 60 eglot-connect-timeout 60)
(find-file "post.txt")
(call-interactively #'eglot)
(let ((n 0))
  (while (and (< n 600) (not (flymake-diagnostics)))
    (accept-process-output nil 0.1) (setq n (1+ n)) (flymake-start)))
(dolist (one (flymake-diagnostics)) (princ (flymake-diagnostic-text one)))
"""


def block(name):
    return re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", PAGE, re.DOTALL)[1]


def test_the_settings_shown_can_be_read():
    settings = json.loads(block("vs code"))
    assert [settings["glspc.server.command"], *settings["glspc.server.commandArguments"]] == [
        "provenance",
        "lsp",
    ]
    assert tomllib.loads(block("helix"))["language-server"]["provenance"] == {
        "command": "provenance",
        "args": ["lsp"],
    }
    server = json.loads(block("zed"))["lsp"]["marksman"]["binary"]
    assert [server["path"], *server["arguments"]] == ["provenance", "lsp"]


@pytest.fixture
def desk(tmp_path):
    """A folder with an article and its source, a `provenance` on the PATH, and what runs an editor there."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "pier.html").write_text(SOURCE, "utf-8")
    (tmp_path / "provenance.toml").write_text("", "utf-8")
    (tmp_path / "post.txt").write_text(FALSE, "utf-8")
    program = tmp_path / "provenance"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m provenance "$@"\n', "utf-8")
    program.chmod(0o755)

    def run(editor, *arguments):
        path = shutil.which(editor)
        if path is None:
            pytest.skip(f"{editor} is not installed")
        paths = os.pathsep.join(filter(None, [str(Path.cwd()), *sys.path]))
        environment = os.environ | {
            "PATH": f"{tmp_path}:{os.environ['PATH']}",
            "PYTHONPATH": paths,
            "HOME": str(tmp_path),
        }
        ended = subprocess.run(
            [path, *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=180,
            check=False,
        )
        return ended.stdout + ended.stderr

    run.folder = tmp_path
    return run


def test_neovim_shows_the_finding(desk):
    version = re.search(r"v0\.(\d+)", desk("nvim", "--version"))
    configuration = block("neovim" if version and int(version[1]) >= 11 else "neovim before 0.11")
    (desk.folder / "init.lua").write_text(f"vim.cmd('filetype on')\n{configuration}", "utf-8")
    (desk.folder / "try.lua").write_text(NEOVIM, "utf-8")
    assert "leaves out “not”" in desk(
        "nvim", "--headless", "-u", "init.lua", "post.txt", "-c", "luafile try.lua"
    )


def test_emacs_shows_the_finding(desk):
    if "eglot" not in desk("emacs", "--batch", "--eval", '(princ (locate-library "eglot"))'):
        pytest.skip("Eglot is not installed")
    (desk.folder / "try.el").write_text(
        f"(package-initialize)\n{block('emacs')}\n(setq project-find-functions nil)\n{EMACS}", "utf-8"
    )
    assert "leaves out “not”" in desk("emacs", "--batch", "-l", "package", "-l", "try.el")
