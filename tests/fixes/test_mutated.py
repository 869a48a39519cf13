"""What must hold of every fix that is offered, shown on misquotations that a seed makes."""

import os
import re

import pytest

from provenance.articles.reading import read
from provenance.findings.finding import FixKind, edited
from provenance.fixes.offering import offers
from tests.fixes.mutations import SENTENCES, fragments, misquotations, traced

COUNT = 550 if os.environ.get("PROVENANCE_FULL") else 90
CLEAN = {"verbatim", "faithful"}
_BATCHES = 3
_TAG = re.compile(r"<[^<>]*>")


@pytest.mark.parametrize("batch", range(_BATCHES))
def test_a_fix_clears_the_quotation_and_changes_nothing_outside_of_it_and_nearly_every_one_can_be_restored(
    batch,
):
    size = COUNT // _BATCHES
    number = restorable = every = 0
    for seed, text, format_ in misquotations(size, first=batch * size):
        before = traced(read(text=text, format=format_))
        found = offers(before)
        every += len(found)
        restorable += sum(any(fix.kind is FixKind.RESTORE for fix in offer.fixes) for offer in found)
        for kind in FixKind:
            fixes = [fix for offer in found for fix in offer.fixes if fix.kind is kind]
            if fixes and len(fixes) == len(found):  # one that has none is told of, and the text stays altered
                number += 1
                _check(before, {edit for fix in fixes for edit in fix.edits}, seed)
    assert number > size // 2
    assert restorable > 0.8 * every > 10


def _check(before, edits, seed):
    text, format_ = before.article.source_map.file, before.article.format
    after = edited(text, edits)
    verdicts = {str(item.verdict) for item in traced(read(text=after, format=format_)).excerpts}
    assert verdicts <= CLEAN, seed
    assert _outside(text, edits, before) == "", seed
    assert _TAG.findall(after) == _TAG.findall(text), seed
    assert _line_ends(after) <= _line_ends(text), seed


@pytest.mark.parametrize("batch", range(_BATCHES))
def test_a_fragment_that_is_restored_fits_its_sentence_and_holds_words_of_one_of_the_source(batch):
    size = COUNT // _BATCHES
    number = 0
    for seed, text, piece in fragments(size, first=batch * size):
        before = traced(read(text=text, format="markdown"))
        restoring = [fix for offer in offers(before) for fix in offer.fixes if fix.kind is FixKind.RESTORE]
        for fix in dict.fromkeys(restoring):
            number += 1
            after = edited(text, fix.edits)
            assert {
                str(item.verdict) for item in traced(read(text=after, format="markdown")).excerpts
            } <= CLEAN, seed
            (opening, old, closing), (new_opening, new, new_closing) = map(_around_marks, (text, after))
            assert (new_opening, new_closing) == (opening, closing), seed
            assert "…" in new or any(_words(new) in _words(one) for one in SENTENCES), seed
            first, wanted = new.split()[0], {*old.split(), piece[0]}  # a word that was put in may go
            woven = opening.endswith(" that ")
            assert first in wanted or not woven, (seed, old, new)
    assert number > size // 8


def _words(text):
    return " ".join(["", *re.findall(r"[\w']+", text), ""])


def _around_marks(text):
    """What stands before quoted words, the words, and from the last sign in their marks on."""
    opening, _, rest = text.partition("“")
    words, _, closing = rest.partition("”")
    return opening, words, words[-1:].strip("abcdefghijklmnopqrstuvwxyz0123456789H") + closing


def _outside(text, edits, trace):
    """What of the edited ranges does not lie inside the file's range of a quotation."""
    places = [trace.article.source_map.locate(item.excerpt.span) for item in trace.excerpts]
    return "".join(
        text[edit.span.start : edit.span.end + 1]
        for edit in edits
        if not any(place.start <= edit.span.start and edit.span.end <= place.end for place in places)
    )


def _line_ends(text):
    return {found[0] for found in re.finditer(r"\r\n|\r|\n", text)}
