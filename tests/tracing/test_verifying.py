import gc
import socket

import pytest

import provenance
from provenance.articles.reading import SUFFIXES
from provenance.tracing.comparison import SourceComparer
from provenance.tracing.verifying import NEW_OBJECTS, collecting

SAID = "The ferry will run every second hour from the first of April, and the fare for children stays at two pounds."
OTHER = (
    "The pier was painted by forty volunteers in the second week of May, who were paid in herring and tea."
)
FERRY, PIER = "https://courier.example/ferry.html", "https://courier.example/pier"


@pytest.fixture(autouse=True)
def alone(monkeypatch, tmp_path):
    def refuse(*arguments, **keywords):
        raise AssertionError("verify() opened something")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(socket, "socket", refuse)


def codes(item):
    return [each.code for each in item.findings if each.severity > provenance.Severity.NOTE]


def quoting(url, words):
    return f"The [Courier reports]({url}):\n\n> {words}\n"


def test_a_draft_is_verified_against_texts_by_their_addresses():
    trace = provenance.verify(quoting(FERRY, SAID.replace("second hour", "hour")), {FERRY: SAID, PIER: OTHER})
    assert [codes(item) for item in trace.excerpts] == [["OMI201"]]
    assert [
        str(item.verdict) for item in provenance.verify(quoting(FERRY, SAID), {FERRY: SAID}).excerpts
    ] == ["verbatim"]


def test_a_source_may_be_named_by_its_outlet_and_hold_markup():
    sources = {"The Courier": f"# Ferry\n\n{SAID}\n\n[more](https://courier.example/)", "notes.md": OTHER}
    (item,) = provenance.verify(f"The Courier reports:\n\n> {SAID}\n", sources, format="markdown").excerpts
    assert (str(item.verdict), item.witness.document.origin) == ("verbatim", "The Courier")


def test_made_up_and_wrong_source_are_not_the_same():
    made_up = (
        "Seagulls have stolen eleven hundred sandwiches from schoolchildren since Easter, the police say."
    )
    draft = quoting(PIER, SAID) + "\nIt [adds](" + PIER + f"):\n\n> {made_up}\n"
    moved, missing = provenance.verify(draft, {FERRY: SAID, PIER: OTHER}).excerpts
    assert codes(moved) == ["SRC602"]
    assert codes(missing) == ["SRC601"]


def test_among_many_texts_the_one_is_found_that_holds_the_words():
    sources = {f"note {number}": f"{OTHER} Volunteer {number} had red hair." for number in range(60)}
    sources["note 61"] = SAID
    (item,) = provenance.verify(f"It was said last week:\n\n> {SAID}\n", sources, format="markdown").excerpts
    assert item.witness.document.origin == "note 61"


def test_a_text_may_hold_what_no_encoding_has():
    (item,) = provenance.verify(quoting(FERRY, SAID), {FERRY: f"{SAID} \ud800"}).excerpts
    assert str(item.verdict) == "verbatim"


@pytest.mark.parametrize("sources", ["not a mapping", {"a": 1}])
def test_sources_that_are_no_texts_by_name_are_refused_with_what_is_taken(sources):
    with pytest.raises(TypeError, match=r"\{name: text\}"):
        provenance.verify("x", sources)


@pytest.mark.parametrize("name", [f"harbour{suffix}" for suffix in SUFFIXES])
def test_a_source_may_have_any_name_that_files_have(name):
    words = "The ferry to Skerry Bay will not sail on Sunday in any weather."
    trace = provenance.verify(f'The harbour says: "{words}"', {name: words})
    assert len(trace.excerpts) == 1


WORDS = (
    "The keeper of the Skarn lighthouse counted forty seals on the northern ledge before the storm drove every boat"
    " into the harbour and broke two of the older moorings"
)


def _laid(monkeypatch, quoted, sources):
    """The names of the sources that a quotation is laid against, in order."""
    laid, holds = [], SourceComparer.holds
    monkeypatch.setattr(
        SourceComparer,
        "holds",
        lambda self, excerpt, witness: (
            laid.append(witness.reference.locator) or holds(self, excerpt, witness)
        ),
    )
    provenance.verify(f"The keeper said:\n\n> {quoted}.\n", sources)
    return laid


def test_of_sources_at_hand_the_one_that_shares_most_words_is_laid_first_and_clears(monkeypatch):
    sources = {
        "one": WORDS.replace("forty", "sixty") + ".",
        "two": "Nobody saw a seal all day.",
        "three": WORDS + ".",
    }
    assert _laid(monkeypatch, WORDS, sources) == ["three"]


@pytest.mark.parametrize(("share", "laid"), [(0.4, ["whole"]), (0.6, ["whole", "part"])])
def test_once_a_source_holds_an_altered_quotation_only_one_with_half_its_words_is_laid(
    monkeypatch, share, laid
):
    words = WORDS.split()
    sources = {"part": " ".join(words[: int(share * len(words))]) + ".", "whole": WORDS + "."}
    assert _laid(monkeypatch, WORDS.replace("forty", "sixty seven"), sources) == laid


@pytest.mark.parametrize(("own", "meanwhile"), [(700, NEW_OBJECTS), (900_000, 900_000), (0, 0)])
def test_garbage_is_collected_seldom_until_the_last_call_ends_and_as_the_caller_set_it_behind(own, meanwhile):
    before = gc.get_threshold()
    gc.set_threshold(own, 11, 12)
    try:
        with collecting.seldom():
            provenance.verify(f"The keeper said: “{SAID}”", {FERRY: SAID})
            assert gc.get_threshold() == (meanwhile, 11, 12)
        assert gc.get_threshold() == (own, 11, 12)
    finally:
        gc.set_threshold(*before)
