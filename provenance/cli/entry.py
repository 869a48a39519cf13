"""The command ``provenance``: its subcommands, each loaded when it is called, and what becomes of an error."""

import errno
import gc
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import click

from provenance.cli.output import complain, forget_output, open_streams
from provenance.errors import ProvenanceError
from provenance.reporting.run import ExitCode
from provenance.version import __version__

# A run makes few reference cycles; with Python's 700, looking for them takes a twentieth of a short one.
_NEW_OBJECTS = 50_000

_INSTEAD = {
    "--source": "One source is given to trace and compare; elsewhere put it into the folder of --sources.",
    "--offline": "save fetches what is missing; check and fix never ask the network.",
}
"""What to do without an option that other subcommands have."""

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})

_EPILOG = """\b
Examples:
  provenance trace article.html                     fetch the cited originals and compare
  provenance trace a.md --source saved.html         compare with an original at hand
  provenance trace a.html --sources saved --offline never touch the network
  provenance compare quotation.txt source.html      one quotation against one source
  provenance detect article.html                    what would be traced
  provenance save posts/ --sources saved            keep the cited originals for offline runs
  provenance serve                                  a page to paste an article into
  provenance fix post.md --sources saved            a patch that puts the source's words back
  provenance lsp                                    findings in an editor, which starts it
  provenance mcp --sources saved                    the tools of language models
  provenance corpus trace pages/ --out traced       pages that quote one another, to tables
  provenance check fixtures/                        the CI check, on saved originals only
  provenance explain OMI202                         what a finding means

\b
Exit codes:
  0  every excerpt was checked, and nothing at or above --fail-on was found
  1  findings at or above --fail-on (major, unless set otherwise)
  2  a usage, configuration or internal error, or an article that cannot be read
  3  not enough was checked: no article, no excerpt, or one that could not be compared
  130  interrupted from the keyboard
"""


class Subcommand(NamedTuple):
    """Where a subcommand is defined, and what ``--help`` says of it in one line."""

    module: str
    summary: str


COMMANDS: Mapping[str, Subcommand] = MappingProxyType(
    {
        "trace": Subcommand("provenance.cli.trace", "Trace what an article quotes."),
        "compare": Subcommand("provenance.cli.trace", "Compare one quotation with one source."),
        "detect": Subcommand("provenance.cli.detect", "Show what would be traced."),
        "save": Subcommand("provenance.cli.save", "Fetch and keep the cited originals."),
        "index": Subcommand("provenance.cli.save", "Make a large folder of saved sources quick to search."),
        "export": Subcommand("provenance.cli.save", "Write saved sources to a WARC file."),
        "serve": Subcommand("provenance.cli.servers", "Open a page to paste an article into."),
        "lsp": Subcommand("provenance.cli.servers", "Show findings in an editor (a language server)."),
        "check": Subcommand("provenance.cli.check", "Check cases and saved articles; never touch a network."),
        "fix": Subcommand("provenance.cli.fix", "Mend what an article misquotes."),
        "mcp": Subcommand("provenance.cli.servers", "Serve language models, over MCP."),
        "corpus": Subcommand("provenance.cli.corpus", "Trace many pages that quote one another."),
        "report": Subcommand("provenance.cli.report", "Make a page of a JSON report."),
        "explain": Subcommand("provenance.cli.explain", "Say what a finding means."),
        "languages": Subcommand("provenance.cli.explain", "Say what is known of each language."),
        "config": Subcommand("provenance.cli.explain", "Show the settings that hold here."),
    }
)
"""In the order in which ``--help`` lists them. A module defines its command under the command's own name."""


class LazyGroup(click.Group):
    """A group whose commands stand in ``COMMANDS``."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name, loaded now; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name].module), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; for an unknown one the nearest is named."""
        name = args[0] if args else ""
        if name and name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, list(COMMANDS), 1, cutoff=0.5)
            article = f" To trace an article: provenance trace {name}." if Path(name).exists() else ""
            offered = f"did you mean {near[0]}?" if near else f"use one of {', '.join(COMMANDS)}."
            ctx.fail(f"There is no command {name!r}; {offered}{article}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The list of ``--help``, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EPILOG,
)
@click.version_option(__version__, prog_name="provenance")
def commands() -> None:
    """Trace what an article quotes back to its source, and show what was changed on the way.

    An excerpt that keeps its source's words is verbatim; one that changes them only where it says so is faithful; any
    other is altered, and every change has a code. What cannot be compared is unchecked, never accused.
    """


def main() -> None:
    """Run the command line and end the process with one of the documented exit codes."""
    gc.set_threshold(_NEW_OBJECTS)
    open_streams()
    code = _run()
    gc.freeze()  # the process ends: looking for cycles among what is left would take a twelfth of a short run
    sys.exit(code)


def _run() -> int:
    try:
        code = commands.main(prog_name="provenance", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # click's own answer to a closed pipe is to end the process
        forget_output()
        return ExitCode.CLEAN
    except (KeyboardInterrupt, click.Abort):
        complain("interrupted")
        return ExitCode.INTERRUPTED
    except click.ClickException as error:
        error.show()
        if isinstance(error, click.NoSuchOption) and error.option_name in _INSTEAD:
            complain(_INSTEAD[error.option_name])
        return ExitCode.ERROR
    except ProvenanceError as error:
        complain(str(error))
        return ExitCode.ERROR
    except Exception as error:  # noqa: BLE001 - the last place: a person gets a sentence, never a traceback
        return _unforeseen(error)
    return code if isinstance(code, int) else ExitCode.CLEAN


def _takes_verbose() -> bool:
    """Whether the subcommand that runs has ``-v``."""
    command = commands.get_command(click.Context(commands), sys.argv[1]) if len(sys.argv) > 1 else None
    return command is not None and any("-v" in option.opts for option in command.params)


def _unforeseen(error: Exception) -> int:
    """An error that nobody took care of. What the system refuses (a full disk, a locked folder) is no fault of ours."""
    if isinstance(error, OSError) and error.filename is not None:
        complain(f"{error.filename} cannot be used ({error.strerror})")
        return ExitCode.ERROR
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        forget_output()
        complain(f"the output cannot be written ({error.strerror})")
        return ExitCode.ERROR
    import traceback

    if any(argument.startswith(("-v", "--verbose")) for argument in sys.argv):
        traceback.print_exception(error)
    told = "; -v shows the traceback" if _takes_verbose() else ""
    complain(f"internal error ({type(error).__name__}: {error}). This is a fault of provenance{told}.")
    return ExitCode.ERROR
