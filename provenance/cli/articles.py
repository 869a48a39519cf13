"""Articles as the command line names them: which they are, how each is read and attempted, what is said where there is none."""

import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TypeVar

from provenance.articles.article import Article
from provenance.cli.output import complain
from provenance.configuration.articles import article_files, check_inside
from provenance.configuration.settings import Settings
from provenance.errors import ArticleError, ProvenanceError, foreseeing_article_faults

STDIN = "-"
_Outcome = TypeVar("_Outcome")


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

    job: Job[Callable[[str], _Outcome], str, _Outcome | ProvenanceError]
    job = Job(nullcontext, (attempt,), attempted, ArticleError)
    at_once = 1 if STDIN in names else jobs or usual_jobs(len(names))
    found = []
    for outcome in outcomes(job, names, jobs=at_once):
        if isinstance(outcome, ProvenanceError):
            complain(str(outcome))
        else:
            each(outcome)
            found.append(outcome)
    return found


def attempted(attempt: Callable[[str], _Outcome], name: str) -> _Outcome | ProvenanceError:
    """What an attempt at an article comes to, or what is wrong with that."""
    try:
        with foreseeing_article_faults(name):
            return attempt(name)
    except ProvenanceError as error:
        return error


def without_article(arguments: Sequence[str], settings: Settings) -> str:
    """A sentence for folders in which nothing counts as an article."""
    return f"{', '.join(arguments)} holds no article ({', '.join(settings.articles)}); name a file."
