"""How often somebody is accused where nobody misquotes: each sentence of one transcript of a debate against another one's.

    python benchmarks/quality/transcripts.py CHECKOUTS [--verbose]

CHECKOUTS holds 2016-campaign (paigecm) and trump_transcripts (alexmill), two transcripts of three debates by two houses. The
second were cut behind words in capitals, so that a dozen and a half of the differences are real and sentences in what was lost
are not found.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from intervals import Bootstrap, share

from provenance import Severity, compare

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBATES = {
    "1st-pres-debate/debates.txt": "2016-09-26",
    "2nd-pres-debate/2nd-pres-debate.txt": "2016-10-09",
    "3rd-pres-debate/debate3.txt": "2016-10-19",
}
SPEAKER = "TRUMP"
LENGTHS = range(8, 61)  # words


def sentences(transcript: str) -> Iterator[str]:
    """The sentences of one speaker's turns."""
    speaking = False
    for line in transcript.splitlines():
        label = re.match(r"([A-Z][A-Z’' .]+):\s*", line)
        if label:
            speaking = label[1].strip() == SPEAKER
        if speaking:
            said = line[label.end() if label else 0 :].strip()
            for sentence in re.split(r"(?<=[.?!])\s+(?=[A-Z“\"])", said):
                if len(sentence.split()) in LENGTHS:
                    yield sentence.strip()


def main() -> None:
    """Print how many sentences come out with which verdict."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkouts", type=Path)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    counts = []
    for path, day in DEBATES.items():
        first = (options.checkouts / "2016-campaign/presidential-debates" / path).read_text(
            "utf-8", "replace"
        )
        other = options.checkouts / f"trump_transcripts/transcripts/general_debate_{day}.md"
        source = re.sub(r"\A---.*?---\s*", "", other.read_text("utf-8", "replace"), flags=re.DOTALL)
        for sentence in sentences(first):
            comparison = compare(sentence, source)
            grave = [each for each in comparison.findings if each.severity > Severity.NOTE]
            counts.append(Counter(all=1, **{str(comparison.verdict): 1}))
            if grave and options.verbose:
                print(f"{sentence[:100]!r}: {'; '.join(each.message for each in grave)}")
    figures = Bootstrap(counts)
    for verdict in ("verbatim", "faithful", "altered", "not-found", "unchecked"):
        print(f"{verdict}: {figures.interval(share(verdict, 'all'))}")
    print(f"{len(counts)} sentences")


if __name__ == "__main__":
    main()
