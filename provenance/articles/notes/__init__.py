"""Notes and reference lists: what an article says its words are from, read from markup where there is some, else from text."""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.articles.article import Article

_MAY_REFER = re.compile(r"[\[(（【@¹²³⁰⁴-⁹“„«\"]|://|\d{4}")


def with_notes(article: Article) -> Article:
    """The article with the entries of its lists of references, and the calls in its text that name one by number or author."""
    if not (article.calls or article.references or _MAY_REFER.search(article.document.text)):
        return article
    from provenance.articles.notes.calls import written_calls
    from provenance.articles.notes.lists import listed_entries

    found = listed_entries(article)
    references = (*article.references, *found.references)
    shown = {f"[{number}]": key for number, key in found.numbers.items()}
    own = (replace(call, key=shown.get(call.key, call.key)) for call in article.calls)
    calls = (*own, *written_calls(article, found._replace(references=references)))
    return replace(article, calls=tuple(sorted(calls, key=lambda call: call.span)), references=references)
