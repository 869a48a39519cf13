"""The rivals: each finds a place in its own way; what differs there is read from its edit operations over words."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from aligning.methods import Labels, Method, WordFinder, folded, ours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from aligning.corpus import Text
    from aligning.samples import Sample


def _from_opcodes(opcodes: Iterable[tuple[str, int, int, int, int]]) -> Labels:
    """Labels from edit operations source -> excerpt, cut to the first and last equal words."""
    steps = [step for step in opcodes if step[1] < step[2] or step[3] < step[4]]
    equal = [index for index, step in enumerate(steps) if step[0] == "equal"]
    kept = sum(steps[index][4] - steps[index][3] for index in equal)
    # They have no notion of an excerpt that is not there: half of its words are taken for a place.
    labels = Labels(found=bool(equal) and 2 * kept >= steps[-1][4])
    if not equal:
        return labels
    labels.places.append((steps[equal[0]][1], steps[equal[-1]][2]))
    for index, (tag, start, end, first, last) in enumerate(steps):
        if tag == "equal":
            continue
        inside = equal[0] < index < equal[-1]
        if start < end and first < last and inside:
            labels.replaced.update(range(start, end))
            labels.altered.update(range(first, last))
        else:
            labels.added.update(range(first, last))
            labels.omitted.update(range(start, end) if inside else ())
    return labels


def _difflib(source: object, sample: object) -> object:
    return SequenceMatcher(None, source, sample, autojunk=False).get_opcodes()


def difflib() -> Method:
    """The standard library's matcher, without its heuristic for popular words."""
    return Method(
        "difflib, no autojunk",
        lambda text: folded(text.words),
        _difflib,
        lambda steps, _sample, _text: _from_opcodes(steps),
        most_words=100_000,
        ready=lambda sample: folded(sample.words),
    )


def _as_codes(words: Sequence[str], codes: dict[str, str]) -> str:
    return "".join(codes.setdefault(word, chr(0x4E00 + len(codes))) for word in words)


def rapidfuzz_tokens() -> Method:
    """Rapidfuzz's partial_ratio_alignment on words, then its Indel operations in the window."""
    from rapidfuzz.distance import Indel
    from rapidfuzz.fuzz import partial_ratio_alignment

    def align(source: tuple[str, dict[str, str]], sample: Sequence[str]) -> object:
        text, codes = source
        mine = _as_codes(sample, codes)
        found = partial_ratio_alignment(mine, text)
        window = text[found.dest_start : found.dest_end]
        return found.dest_start, Indel.opcodes(window, mine)

    def label(answer: tuple[int, object], _sample: Sample, _text: Text) -> Labels:
        start, codes = answer
        steps = [(c.tag, c.src_start + start, c.src_end + start, c.dest_start, c.dest_end) for c in codes]
        return _from_opcodes(_joined(steps))

    def read(text: Text) -> tuple[str, dict[str, str]]:
        codes: dict[str, str] = {}
        return _as_codes(folded(text.words), codes), codes

    return Method("rapidfuzz partial, words", read, align, label, ready=lambda sample: folded(sample.words))


def rapidfuzz_characters() -> Method:
    """Rapidfuzz's partial_ratio_alignment on characters, then its Indel operations on the words of the window."""
    from rapidfuzz.distance import Indel
    from rapidfuzz.fuzz import partial_ratio_alignment

    def align(source: tuple[str, Text], sample: Sample) -> object:
        found = partial_ratio_alignment(sample.document.text.lower(), source[0])
        spans = source[1].spans
        inside = WordFinder(spans, "").within(found.dest_start, found.dest_end)
        codes: dict[str, str] = {}
        window = _as_codes(folded(source[1].words[inside.start : inside.stop]), codes)
        return inside.start, Indel.opcodes(window, _as_codes(folded(sample.words), codes))

    def label(answer: tuple[int, object], _sample: Sample, _text: Text) -> Labels:
        start, codes = answer
        steps = [(c.tag, c.src_start + start, c.src_end + start, c.dest_start, c.dest_end) for c in codes]
        return _from_opcodes(_joined(steps))

    return Method(
        "rapidfuzz partial, characters",
        lambda text: (text.text.lower(), text),
        align,
        label,
        most_words=100_000,
        most_excerpt=200,
        most_decoy_words=1_000,
    )


def _joined(steps: Sequence[tuple[str, int, int, int, int]]) -> list[tuple[str, int, int, int, int]]:
    """Deletions and insertions that touch are one replacement."""
    joined: list[tuple[str, int, int, int, int]] = []
    for step in steps:
        if joined and step[0] != "equal" and joined[-1][0] != "equal":
            last = joined.pop()
            step = ("replace", last[1], step[2], last[3], step[4])  # noqa: PLW2901
        joined.append(step)
    return joined


def edlib() -> Method:
    """Edlib's infix mode on characters, then difflib on the words of the place."""
    import edlib as library

    def align(source: tuple[str, Text], sample: Sample) -> object:
        found = library.align(sample.document.text.lower(), source[0], mode="HW", task="locations")
        start, end = found["locations"][0]
        inside = WordFinder(source[1].spans, "").within(start or 0, end + 1)
        window = folded(source[1].words[inside.start : inside.stop])
        return inside.start, SequenceMatcher(None, window, folded(sample.words), autojunk=False).get_opcodes()

    def label(answer: tuple[int, object], _sample: Sample, _text: Text) -> Labels:
        start, codes = answer
        return _from_opcodes([(t, a + start, b + start, c, d) for t, a, b, c, d in codes])

    return Method("edlib infix", lambda text: (text.text.lower(), text), align, label, most_words=100_000)


def diff_match_patch() -> Method:
    """Google's diff on words coded as characters, with its semantic clean-up."""
    from diff_match_patch import diff_match_patch as library

    def read(text: Text) -> tuple[str, dict[str, str]]:
        codes: dict[str, str] = {}
        return _as_codes(folded(text.words), codes), codes

    def align(source: tuple[str, dict[str, str]], sample: Sequence[str]) -> object:
        differ = library()
        differ.Diff_Timeout = 0
        return differ.diff_main(source[0], _as_codes(sample, source[1]), checklines=False)

    def label(diffs: Sequence[tuple[int, str]], _sample: Sample, _text: Text) -> Labels:
        steps, start, first = [], 0, 0
        for side, run in diffs:
            over, ahead = (len(run) if side <= 0 else 0), (len(run) if side >= 0 else 0)
            steps.append(("equal" if side == 0 else "replace", start, start + over, first, first + ahead))
            start, first = start + over, first + ahead
        return _from_opcodes(_joined(steps))

    return Method(
        "diff-match-patch, words",
        read,
        align,
        label,
        most_words=10_000,
        most_decoy_words=1_000,
        ready=lambda sample: folded(sample.words),
    )


def collatex() -> Method:
    """CollateX's edit graph aligner, as a table of two witnesses."""
    from collatex import Collation
    from collatex import collate as collation

    def align(source: Sequence[str], sample: Sequence[str]) -> object:
        both = Collation.create_from_dict(
            {
                "witnesses": [
                    {
                        "id": "S",
                        "tokens": [{"t": w + " ", "n": w or "_", "i": i} for i, w in enumerate(source)],
                    },
                    {
                        "id": "E",
                        "tokens": [{"t": w + " ", "n": w or "_", "i": i} for i, w in enumerate(sample)],
                    },
                ]
            }
        )
        return collation(both, segmentation=False, near_match=False)

    def label(table: object, _sample: Sample, _text: Text) -> Labels:
        steps, start, first = [], 0, 0
        for column in table.columns:
            tokens = column.tokens_per_witness
            over, ahead = int("S" in tokens), int("E" in tokens)
            same = over and ahead and tokens["S"][0].token_data["n"] == tokens["E"][0].token_data["n"]
            steps.append(("equal" if same else "replace", start, start + over, first, first + ahead))
            start, first = start + over, first + ahead
        return _from_opcodes(_joined(steps))

    return Method(
        "CollateX",
        lambda text: folded(text.words),
        align,
        label,
        most_words=1_000,
        most_excerpt=200,
        step=4,
        ready=lambda sample: folded(sample.words),
    )


# In the order of the table. A rival that is not installed is left out and named.
METHODS: dict[str, Callable[[], Method]] = {
    "provenance": ours,
    "rapidfuzz-words": rapidfuzz_tokens,
    "rapidfuzz-characters": rapidfuzz_characters,
    "difflib": difflib,
    "diff-match-patch": diff_match_patch,
    "edlib": edlib,
    "collatex": collatex,
}
