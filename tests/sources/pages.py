"""Invented pages and excerpts for the tests of sources."""

from provenance.articles.reading import read_text
from provenance.excerpts.model import Attribution, Excerpt

PIER = "https://ledger.example/pier"
PARAGRAPHS = [
    "The harbour board voted on Tuesday to close the old pier before the end of May, three members dissenting.",
    "Its chair, Orla Venn, said the timbers under the northern arm had been rotting since the flood of 2019.",
    "Repairs would cost 4.2 million crowns, the board's engineers wrote, and could not begin before the autumn.",
    "Fishing crews who land their catch there will be given berths at the coal quay, at the same rates as before.",
    "A last public walk along the pier is planned for the third Sunday in May, weather and inspectors permitting.",
]


def page(paragraphs=PARAGRAPHS, *, url=PIER, site="The Harbour Ledger", title="Pier to close", head=""):
    canonical = f'<link rel="canonical" href="{url}">' if url else ""
    name = f'<meta property="og:site_name" content="{site}">' if site else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{canonical}{name}{head}</head>'
        f"<body><main><article><h1>{title}</h1>{body}</article></main></body></html>"
    )


def excerpt(text=PARAGRAPHS[0], **attribution):
    article = read_text(text, origin="article.txt")
    return Excerpt((article.document.passage(0, len(article.document.text)),), Attribution(**attribution))
