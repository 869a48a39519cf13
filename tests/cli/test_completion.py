import pytest
from click.shell_completion import BashComplete

from provenance.cli.entry import commands


def offered(*words):
    complete = BashComplete(commands, {}, "provenance", "_PROVENANCE_COMPLETE")
    return [item.value for item in complete.get_completions(list(words[:-1]), words[-1])]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (["co"], ["compare", "corpus", "config"]),
        (["check", "--format", "js"], ["json", "jsonl"]),
        (["check", "--fail-on", "m"], ["minor", "major"]),
        (["check", "--ignore", "alt30"], [f"ALT30{n}" for n in range(1, 9)]),
        (["explain", "OMI202"], ["OMI202"]),
        (["trace", "--side"], ["--side-by-side"]),
    ],
)
def test_the_tab_key_offers_what_may_stand_there(words, values):
    assert offered(*words)[: len(values)] == values
