"""``provenance detect``: what would be traced, as what, with which cue and link."""

from functools import partial
from pathlib import Path
from typing import Any

import click

from provenance.cli import options
from provenance.cli.articles import attempt_each, expanded, load, without_article
from provenance.cli.environment import view_of
from provenance.cli.output import complain, write
from provenance.cli.resuming import ResumedReport, Row
from provenance.reporting.detection import Detection, as_json, as_lines, as_text
from provenance.reporting.run import ExitCode


@click.command(short_help="Show what would be traced.")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@options.format_option("How to show them.")
@options.lang_option
@options.flag("--why", "Show what spoke for and against each, and what was taken for no quotation.")
@options.config_option
@options.jobs_option
@options.resume_option
@options.appearance_options
def detect(
    articles: tuple[str, ...],
    *,
    format_: str,
    lang: str | None,
    why: bool,
    config: Path | None,
    **values: Any,  # noqa: ANN401 -- what click read
) -> int:
    """Show what ARTICLE says it quotes: each excerpt with its cue, its link and its line.

    ARTICLE is a file, a folder of articles, or - for standard input. The exit code is 3 if there is no excerpt, 2
    if an article cannot be read.
    """
    output, settings = options.chosen(options.OutputOptions, values), options.settings_of(config)
    spoken = lang or (settings.languages[0] if len(settings.languages) == 1 else None)
    names = expanded(articles, settings)
    if not names:
        complain(without_article(articles, settings))
    attempt = partial(_detected, within=articles, language=spoken)
    lines = partial(as_lines, with_text=output.with_text)
    with ResumedReport(values["resume"], lines=lines, read=_detected_before) as report:
        missing = report.missing(names)
        detections = attempt_each(missing, attempt, jobs=values["jobs"], each=report.add)
    if detections or not missing:
        view = view_of(output, output.output)
        as_told = as_json if format_ == "json" else partial(as_text, why=why)
        write(as_told(detections, view), output.output)
    if len(detections) < len(missing):
        return ExitCode.ERROR
    found = any((*report.earlier, *(each.excerpts for each in detections)))
    return ExitCode.CLEAN if found else ExitCode.UNCHECKED


def _detected_before(rows: list[Row]) -> int:
    if "case" in rows[0]:
        raise KeyError("of an article that was traced")
    rows[0]["rejected"]
    return len(rows) - 1


def _detected(name: str, *, within: tuple[str, ...], language: str | None) -> Detection:
    from provenance.excerpts.detect import DetectionOptions, doubtful
    from provenance.excerpts.detect import detect as detection_of

    article = load(name, within=within)
    result = detection_of(article, DetectionOptions(language))
    return Detection(article, result.excerpts, doubtful(result.rejected), result.rejected)
