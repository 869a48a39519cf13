"""What arguments mean, articles first, what is wrong with one that can be none, what a shell offers; what a command needs around it."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from provenance.articles.article import Article
from provenance.cli.output import complain
from provenance.configuration.articles import article_files, check_inside
from provenance.configuration.settings import Settings, is_language
from provenance.errors import ArticleError, ConfigurationError, foreseeing_article_faults, installing
from provenance.findings.codes import RULES
from provenance.reporting.reporter import FORMATS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

STDIN = "-"
_Outcome = TypeVar("_Outcome")


class _Path(click.Path):
    """A path. An empty name would stand for the working folder, and an address for a folder that is not there."""

    name = "path"

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The path that was written."""
        if value == "":
            self.fail("an empty name names no file and no folder.", param, ctx)
        if isinstance(value, str) and "://" in value:
            self.fail(f"{value} is an address; name a file or a folder.", param, ctx)
        return super().convert(value, param, ctx)


PATH = _Path()


def language(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """A language tag, of which the first part counts: ``en``, ``pt-BR``."""
    if value is not None and not is_language(value):
        raise click.BadParameter(
            f"{value!r} is no language; write its code: en, de, fr … (`provenance languages` lists those that are known)"
        )
    return value


def one_folder(_: click.Context, __: click.Parameter, values: tuple[Path, ...]) -> Path | None:
    """The folder of an option that holds for one; a second one would be dropped without a word."""
    if len(values) > 1:
        raise click.BadParameter(
            f"give it once: {values[0]} and {values[1]} are two folders of saved originals."
        )
    return next(iter(values), None)


def formats(_: click.Context, __: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The formats of reports; after ``FORMAT:`` the shell's own completion of files is of no use."""
    return _offered({name: each.summary for name, each in FORMATS.items()}, incomplete)


def codes(_: click.Context, __: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The codes of findings, each with its name."""
    return _offered({code: rule.name for code, rule in RULES.items()}, incomplete.upper())


def _offered(known: dict[str, str], start: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    return [CompletionItem(word, help=said) for word, said in known.items() if word.startswith(start)]


def is_ci() -> bool:
    """Whether this is a CI run, by the variable ``CI`` that all of the common services set."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def require_extra(extra: str, *modules: str, command: str | None = None) -> None:
    """Check that the libraries of an extra are installed."""
    if not all(map(find_spec, modules)):
        raise ConfigurationError(
            f"`provenance {command or extra}` needs more than is installed; {installing(extra)}."
        )


def expanded(arguments: Sequence[str], settings: Settings) -> tuple[str, ...]:
    """The articles that the arguments name, each once, a folder's own in the order of their names."""
    named: list[str] = []
    for argument in arguments:
        is_folder = argument not in {STDIN, ""} and not is_url(argument) and Path(argument).is_dir()
        named += map(str, article_files(Path(argument), settings)) if is_folder else [argument]
    return tuple(dict.fromkeys(named))


def is_url(argument: str) -> bool:
    """Whether an argument is the address of a page rather than a path."""
    if "://" not in argument:
        return False
    from provenance.sources.addresses import is_address

    return is_address(argument)


def load(argument: str, *, within: Sequence[str] = ()) -> Article:
    """Read the article that a path names, or ``-`` for standard input.

    Nothing outside of what the command line names, ``within``, is read, whatever links lead to it.
    """
    if not argument:
        raise ArticleError("An empty name names no article; name a file, a folder or -.")
    if "://" in argument:
        raise ArticleError(
            f"{argument} is no file; only `provenance trace` reads addresses, of http and https."
        )
    from provenance.articles.reading import read, read_bytes, read_stream

    if argument == STDIN:
        return read_bytes(read_stream(sys.stdin.buffer, origin=STDIN), origin=STDIN)
    check_inside(Path(argument), within)
    return read(Path(argument))


def attempt_each(
    names: Sequence[str],
    attempt: Callable[[str], _Outcome],
    *,
    jobs: int | None,
    each: Callable[[_Outcome], object],
) -> list[_Outcome]:
    """What each article comes to, of which ``each`` is told. What is wrong with one is said on standard error, and ends no run."""
    from provenance.tracing.workers import Job, outcomes, usual_jobs

    job: Job[Callable[[str], _Outcome], str, _Outcome | ArticleError]
    job = Job(nullcontext, (attempt,), _outcome_or_error, ArticleError)
    at_once = 1 if STDIN in names else jobs or usual_jobs(len(names))
    found = []
    for outcome in outcomes(job, names, jobs=at_once):
        if isinstance(outcome, ArticleError):
            complain(str(outcome))
        else:
            each(outcome)
            found.append(outcome)
    return found


def _outcome_or_error(attempt: Callable[[str], _Outcome], name: str) -> _Outcome | ArticleError:
    try:
        with foreseeing_article_faults(name):
            return attempt(name)
    except ArticleError as error:
        return error


def without_article(arguments: Sequence[str], settings: Settings) -> str:
    """A sentence for folders in which nothing counts as an article."""
    return f"{', '.join(arguments)} holds no article ({', '.join(settings.articles)}); name a file."
