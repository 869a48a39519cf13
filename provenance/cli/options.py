"""The options that several commands share, grouped: each group is a decorator and the frozen record that it fills."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from provenance.cli.parameters import PATH, codes, formats, language, one_folder
from provenance.configuration.settings import NEVER, Settings, read_settings, settings_for
from provenance.errors import ConfigurationError
from provenance.findings.codes import matching
from provenance.findings.finding import Profile, Severity
from provenance.reporting.reporter import COPIES, FORMATS, find_reporter
from provenance.reporting.run import Gate

_FAIL_ON = {NEVER: None, **{severity.label: severity for severity in Severity}}
_WITH_FIXES = frozenset({"json", "jsonl", "sarif", "markdown"})
_Command = TypeVar("_Command", bound=Callable[..., Any])
lang_option = click.option(
    "--lang",
    metavar="LANGUAGE",
    callback=language,
    help="The article's language, if the page does not say: en, de, fr …",
)
jobs_option = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 256),
    help="Articles at once, each in a process; by default all cores where many are named. Where the network may be"
    " asked, one process asks, several hosts at once.",
)


class JudgingOptions(NamedTuple):
    """What the command line says about judging; None or empty where it leaves that to the configuration."""

    config: Path | None = None
    profile: str | None = None
    lang: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    allow_empty: bool = False
    accept_unchecked: bool = False

    def over(self, settings: Settings) -> Settings:
        """The settings with what was given here laid over them."""
        for selector in (*self.select, *self.ignore):
            matching(selector)
        return replace(
            settings,
            profile=Profile(self.profile) if self.profile else settings.profile,
            languages=(self.lang,) if self.lang else settings.languages,
            select=self.select or settings.select,
            ignore=(*settings.ignore, *self.ignore),
            fail_on=_FAIL_ON[self.fail_on] if self.fail_on else settings.fail_on,
        )

    def gate(self, settings: Settings) -> Gate:
        """What lets the run pass."""
        return Gate(settings.fail_on, self.allow_empty, self.accept_unchecked)


class Target(NamedTuple):
    """A format and the file that its report goes to; None for standard output."""

    format: str
    file: Path | None = None


class OutputOptions(NamedTuple):
    """What is printed, where, and how it looks."""

    format_: tuple[Target, ...] = ()
    output: Path | None = None
    color: str = "auto"
    with_text: bool = False
    side_by_side: bool = False
    sort: str = "place"
    statistics: bool = False
    quiet: int = 0
    verbose: int = 0

    @property
    def shows_fixes(self) -> bool:
        """Whether a format is among them that has fixes: finding those takes time."""
        return any(target.format in _WITH_FIXES for target in self.targets)

    @property
    def targets(self) -> tuple[Target, ...]:
        """Every report to write. ``-o`` names the file of the first one that names none itself."""
        targets = list(self.format_ or (Target("text"),))
        for index, target in enumerate(targets):
            if self.output and target.file is None:
                targets[index] = target._replace(file=self.output)
                break
        return tuple(targets)


def _targets(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[Target, ...]:
    targets = []
    for value in values:
        name, colon, file = value.partition(":")
        if colon and not file:
            raise click.BadParameter(f"{value!r} names no file; write FORMAT or FORMAT:FILE.")
        try:
            find_reporter(name)
        except ConfigurationError as error:
            raise click.BadParameter(str(error)) from error
        targets.append(Target(name, Path(file) if file else None))
    return tuple(targets)


def _group(*options: Callable[[Any], Any]) -> Callable[[_Command], _Command]:
    """One decorator that applies several, so that ``--help`` lists them in this order."""
    return lambda command: reduce(lambda decorated, option: option(decorated), reversed(options), command)


def flag(name: str, purpose: str) -> Callable[[_Command], _Command]:
    """An option without a value; ``purpose`` is what ``--help`` says of it."""
    return click.option(name, is_flag=True, help=purpose)


def file_option(*names: str, purpose: str) -> Callable[[_Command], _Command]:
    """An option that names a file."""
    return click.option(*names, metavar="FILE", type=PATH, help=purpose)


def sources_option(purpose: str) -> Callable[[_Command], _Command]:
    """``--sources DIR``, which names one folder of saved originals; ``purpose`` is what ``--help`` says of it."""
    return click.option(
        "--sources", metavar="DIR", type=PATH, multiple=True, callback=one_folder, help=purpose
    )


def _codes_option(name: str, purpose: str) -> Callable[[_Command], _Command]:
    return click.option(name, metavar="CODE", multiple=True, shell_complete=codes, help=purpose)


def format_option(purpose: str) -> Callable[[_Command], _Command]:
    """``--format``, for commands that tell people and programs the same."""
    return click.option(
        "--format", "format_", type=click.Choice(["text", "json"]), default="text", help=purpose
    )


output_option = file_option("-o", "--output", purpose="Write to FILE, not to standard output.")

source_options = _group(
    click.option(
        "--source",
        metavar="SOURCE",
        multiple=True,
        help="An original: FILE, FOLDER, URL or URL=FILE. Repeatable.",
    ),
    sources_option("The folder of saved originals, with or without a manifest; more go with --source."),
    flag("--offline", "Never touch the network."),
    flag("--allow-private", "Fetch from addresses that are not public, too."),
    flag("--follow", "Where a cited page has the words from a third one, compare with that."),
)

config_option = file_option(
    "--config", purpose="The configuration to heed, not the nearest provenance.toml or pyproject.toml."
)

judging_options = _group(
    config_option,
    click.option(
        "--fail-on",
        type=click.Choice([*(severity.label for severity in Severity), NEVER]),
        help="The lowest severity that makes the exit code 1 (major).",
    ),
    _codes_option("--select", "Report these findings only: OMI202, ALT, a name."),
    _codes_option("--ignore", "Do not report these findings."),
    click.option(
        "--profile",
        type=click.Choice(list(map(str, Profile))),
        help="The house rules that grade findings (news).",
    ),
    lang_option,
    flag("--allow-empty", "Exit with 0 although no excerpt was found."),
    flag("--accept-unchecked", "Exit with 0 although excerpts could not be checked."),
)

resume_option = file_option(
    "--resume", purpose="JSON lines that grow with each article: those they hold already are left out."
)

appearance_options = _group(
    output_option,
    flag("--with-text", "Carry the documents' whole texts in JSON."),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Colours in the text report; auto heeds NO_COLOR and FORCE_COLOR.",
    ),
    click.option("-q", "--quiet", count=True, help="Show only what went wrong."),
    click.option(
        "-v", "--verbose", count=True, help="Show notes and unfolded texts; tracebacks of internal errors."
    ),
)

output_options = _group(
    click.option(
        "--format",
        "format_",
        metavar="FORMAT[:FILE]",
        callback=_targets,
        multiple=True,
        shell_complete=formats,
        help=f"{', '.join([*FORMATS, *COPIES])}; FORMAT:FILE writes to a file. Repeatable.",
    ),
    flag("--side-by-side", "Excerpt beside source, from 100 columns up."),
    click.option(
        "--sort",
        type=click.Choice(["place", "severity"]),
        default="place",
        help="The order of the text report: as in the articles, or the gravest first.",
    ),
    flag("--statistics", "Count the findings by code instead of showing them."),
    appearance_options,
)


def chosen(kind: "type[_Options]", values: Mapping[str, Any]) -> "_Options":
    """The group ``kind``, filled from the values of a command."""
    return kind(**{name: values[name] for name in kind._fields if name in values})


def configured(judging: JudgingOptions) -> Settings:
    """The settings that hold, with the command line's over them."""
    return judging.over(settings_of(judging.config))


def settings_of(config: Path | None) -> Settings:
    """The settings of a file, or those of the working folder where none is named."""
    return read_settings(config) if config else settings_for(Path())


_Options = TypeVar("_Options", JudgingOptions, OutputOptions)
