"""How often quotations in real essays lead to their notes: pages of public repositories, built by pandoc, Hugo and AsciiDoctor.

    python benchmarks/quality/essays.py CHECKOUTS [--verbose]

CHECKOUTS holds the repositories that essays.toml names, which holds labels and no texts. The three programs have to be installed.
AsciiDoctor is given what pandoc makes of the Markdown.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intervals import Bootstrap, share
from references import bare_address, bare_name, name_of

from provenance.articles.reading import read
from provenance.excerpts.detect import detect, is_attributed, is_provable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.articles.article import Article
    from provenance.excerpts.model import Attribution

LABELS = Path(__file__).with_suffix(".toml")
LAYOUT = "<html lang='en'><head><title>{{ .Title }}</title></head><body><main><article><h1>{{ .Title }}</h1>{{ .Content }}</article></main></body></html>"
_HEADERS = re.compile(r"^%.*\n|^slug:.*\n|<div class=\"well\">[\s\S]*?</div>|\{\{<[^>]*>\}\}", re.MULTILINE)
BUILDS = {
    "pandoc": "pandoc -s -f markdown -t html5 {md} -o {html}",
    "asciidoctor": "pandoc -f markdown+smart -t markdown-smart {md} | pandoc -f markdown-smart -t asciidoc | asciidoctor -o {html} -",
    "hugo": "mkdir -p layouts/_default content && cp {layout} layouts/_default/single.html && cp {md} content/page.md && echo "
    "'[markup.goldmark.renderer]\nunsafe=true' > config.toml && hugo --quiet -d out && cp out/page/index.html {html}",
}


def built(source: Path, builder: str) -> Article:
    """The page that a program makes of an essay in Markdown."""
    text = _HEADERS.sub("", source.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: Path(folder, f"{name}.html") for name in ("html", "layout")} | {
            "md": Path(folder, "a.md")
        }
        paths["md"].write_text(text if text.startswith("---") else f"---\ntitle: Essay\n---\n{text}", "utf-8")
        paths["layout"].write_text(LAYOUT, "utf-8")
        command = BUILDS[builder].format(**paths)
        subprocess.run(command, shell=True, cwd=folder, check=True, stderr=subprocess.DEVNULL)
        return read(paths["html"])


def passages(article: Article) -> list[str]:
    """The passages of an essay that are labelled by their numbers."""
    text = article.document.text
    body = min((note.span.start for note in article.notes), default=len(text))
    spans = [(match.start() + 1, match.end() - 1) for match in re.finditer(r"“[^”]{25,1500}”", text[:body])]
    spans += [(quote.spans[0].start, quote.spans[-1].end) for quote in article.quotes]
    return [text[start:end] for start, end in sorted(spans)]


def place(text: str, passage: str) -> tuple[int, int]:
    """Where a passage stands in another build, white space apart."""
    first, last = (
        r"\s*".join(map(re.escape, "".join(words.split()))) for words in (passage[:40], passage[-25:])
    )
    start = re.search(first, text)
    end = re.compile(last).search(text, start.start()) if start else None
    return (start.start(), end.end()) if start and end else (0, 0)


def outcomes(label: dict[str, Any], told: Attribution | None) -> Iterator[str]:
    """What became of a labelled quotation."""
    links = [bare_address(link) for link in label.get("links", ())]
    yield from ("quoted", *["has a source"] * ("must" in label), *["has a name"] * bool(label["names"]))
    if told is None:
        return
    is_right = told.link is not None and any(link in bare_address(told.link) for link in links)
    name = bare_name(name_of(told))
    yield from ("found", *["linked"] * ("must" in label and is_right))
    yield from ("linked wrongly",) * (told.link is not None and not is_right)
    yield from ("named",) * any(
        one in name or (name and name in one) for one in map(bare_name, label["names"])
    )


def count(page: dict[str, Any], checkouts: Path, builder: str) -> Counter[str]:
    """How many quotations an essay has in one build, and what became of them."""
    source = checkouts / page["repository"].rpartition("/")[2] / page["path"]
    known = passages(built(source, "pandoc"))
    article = built(source, builder)
    excerpts = [one for one in detect(article).excerpts if is_attributed(one) or is_provable(one)]
    counts: Counter[str] = Counter()
    for label in page["quotation"]:
        for number in label["at"]:
            start, end = place(article.document.text, known[number])
            hits = (
                one
                for one in excerpts
                if 2 * (min(end, one.span.end) - max(start, one.span.start)) > end - start
            )
            hit = next(hits, None)
            counts.update(outcomes(label, hit.attribution if hit else None))
    return counts


def main() -> None:
    """Print the figures of each builder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkouts", type=Path, help="the folder with the repositories")
    parser.add_argument("--verbose", action="store_true", help="also print the counts of each essay")
    options = parser.parse_args()
    pages = tomllib.loads(LABELS.read_text("utf-8"))["page"]
    for builder in BUILDS:
        counted = [count(page, options.checkouts, builder) for page in pages]
        if options.verbose:
            for page, counts in zip(pages, counted, strict=True):
                print(f"{page['path']}: {dict(counts)}")
        figures = Bootstrap(counted)
        print(f"{builder}: {len(pages)} essays, {figures.whole['quoted']} quotations")
        for what, of in (
            ("found", "quoted"),
            ("linked", "has a source"),
            ("linked wrongly", "found"),
            ("named", "has a name"),
        ):
            print(f"  {what} {figures.interval(share(what, of))}")


if __name__ == "__main__":
    main()
