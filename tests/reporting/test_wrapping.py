from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.reporting.terminal.painting import wrapped
from provenance.reporting.terminal.report import report

CONSOLE = Console(color_system=None, width=80)
WORDS = st.lists(st.text("ab漢é-", min_size=1, max_size=50), min_size=1, max_size=20)


@given(WORDS, st.sampled_from([" ", "  ", "\n"]), st.integers(20, 70))
def test_lines_are_those_that_rich_makes(words, space, width):
    text = Text(space.join(words), "bold")
    expected = text.wrap(CONSOLE, width, overflow="fold")
    assert [line.plain for line in wrapped(text, width)] == [line.plain.rstrip() for line in expected]


def test_an_address_is_never_broken():
    address = f"https://herald.example/{'a' * 90}"
    assert [line.plain for line in wrapped(Text(address), 30)] == [address]


def test_words_around_an_address_are_wrapped_and_the_address_has_a_line_of_its_own():
    address = f"https://herald.example/{'a' * 90}"
    text = Text(
        f"Nothing that this excerpt quotes stands in {address} as it was saved; give another page instead."
    )
    assert [line.plain for line in wrapped(text, 30)] == [
        "Nothing that this excerpt",
        "quotes stands in",
        address,
        "as it was saved; give another",
        "page instead.",
    ]


def test_a_reason_that_begins_with_an_address_keeps_to_the_width(unchecked):
    reason = "https://herald.example/pier is not among the saved sources; fetch it with `provenance save`."
    lines = report(Run((unchecked(reason),)), View(width=60)).splitlines()
    assert "  why      https://herald.example/pier is not among the" in lines
    assert max(map(len, lines)) <= 60


def test_no_line_is_wider_than_asked_for():
    lines = wrapped(Text(f"{'x' * 70} of the harbour board"), 30)
    assert [line.cell_len for line in lines][:2] == [30, 30]
    assert max(line.cell_len for line in lines) <= 30
