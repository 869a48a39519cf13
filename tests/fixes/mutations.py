"""Articles that misquote an invented source, each made by a seed: how they quote, and what they change."""

import random
import textwrap
from functools import cache
from html import escape

from provenance.testing import StaticLoader
from provenance.tracing.tracer import Tracer

URL = "https://courier.example/pier"
SENTENCES = (
    "The harbour council said on Monday that it would not close the old pier before the winter, because the engineers had found no serious cracks.",
    "Divers looked at 214 piles in September and replaced eleven of them at a cost of 38,000 pounds, which the state paid.",
    "The mayor, Edith Calloway, may ask for a second survey if the storms of January move the sand again.",
    "Nobody has to leave the boathouses on the north quay unless the insurers say so in writing.",
    "Some of the fishermen still believe that the railway company knew about the rot as early as 1987.",
    "“We were told to wait,” said Tom Barrow, who mends nets & ropes in the old customs house at the end of the quay.",
    "Visitors can walk to the lighthouse on weekdays between nine and five, but dogs must stay on the promenade.",
    "The council's lawyer called the new contract a reasonable answer to a difficult question, and most members agreed with her.",
)
SOURCE = (
    "<html><head><title>The pier stays open</title></head><body><article><h1>The pier stays open</h1>"
    + "".join(
        f"<p>{escape(one, quote=False)} {escape(two, quote=False)}</p>"
        for one, two in zip(SENTENCES[::2], SENTENCES[1::2], strict=True)
    )
    + "</article></body></html>"
)
_WORDS = "allegedly water quickly never 900 Harold disastrous committee old perhaps silver and not".split()
_WOVEN = (
    (f"The council's clerk [told the Courier]({URL}) that ", "”, and we believe her."),
    (f"Nobody here denies what the [Courier says]({URL}), that ", "”."),
    (f"As the [Courier reports]({URL}), ", ".”"),
    ("", f",” the [Courier reports]({URL})."),
    (f"The [Courier reports]({URL}): ", "” and so on."),
)
_INTRO = "Last week the paper wrote about the pier again, and we read it with some care."


def misquotations(count, *, first=0):
    """So many articles, as (seed, text, format)."""
    for seed in range(first, first + count):
        chance = random.Random(seed)
        start = chance.randrange(len(SENTENCES) - 1)
        words = " ".join(SENTENCES[start : start + chance.choice((1, 1, 2))]).split()
        for _ in range(chance.choice((1, 1, 1, 2))):
            words = _mutated(words, chance)
        shape = chance.choice((_hard_wrapped, _marked, _html, _html_marked, _plain))
        yield seed, *shape(words, chance)


def fragments(count, *, first=0):
    """So many articles that weave a piece of one sentence into their own, as (seed, text, the piece as it should be)."""
    for seed in range(first, first + count):
        chance = random.Random(seed)
        words = chance.choice([one for one in SENTENCES if "“" not in one]).rstrip(".").split()
        start = chance.randrange(0, len(words) - 9)
        piece = words[start : start + chance.randint(8, 16)]
        opening, closing = chance.choice(_WOVEN)
        quoted = " ".join(_changed_at_edge(piece, chance)).rstrip(",")
        yield seed, f"{_INTRO}\n\n{opening}“{quoted}{closing}\n\nThat is all.\n", piece


def _changed_at_edge(words, chance):
    new, run = chance.choice(_WORDS), chance.randint(1, 4)
    changed = chance.choice(
        (
            words[run:],
            [new, *words[1:]],
            [new, *words],
            [*words[:-1], new],
            [*words, new],
            words[:-run],
            _mutated(words, chance),
            [new, *_mutated(words, chance)[1:]],
        )
    )
    return _mutated(changed, chance) if chance.random() < 0.3 else changed


def traced(article):
    """An article traced against the source alone."""
    return _tracer().trace(article)


@cache
def _tracer():
    """One tracer for all articles: it reads the source once."""
    return Tracer(StaticLoader({URL: SOURCE}), offline=True)


def _mutated(words, chance):
    at = chance.randrange(1, len(words) - 2)
    kind = chance.choice(
        ("drop", "drop", "drop many", "put in", "put in", "replace", "replace", "swap", "cut", "dots")
    )
    run = chance.randint(2, 6)
    new = chance.choice(_WORDS)
    return {
        "drop": [*words[:at], *words[at + 1 :]],
        "drop many": [*words[:at], *words[at + run :]] if at + run < len(words) else words[:at],
        "put in": [*words[:at], new, *words[at:]],
        "replace": [*words[:at], new, *words[at + 1 :]],
        "swap": [*words[:at], words[at + 1], words[at], *words[at + 2 :]],
        "cut": words[: max(8, at)],
        "dots": [*words[:at], "…", *words[at + run :]] if at + run < len(words) else words[:at],
    }[kind]


def _hard_wrapped(words, chance):
    ends = chance.choice(("\n", "\r\n"))
    quote = textwrap.wrap(" ".join(words), chance.choice((30, 50, 72)))
    for number in range(len(quote)):
        if chance.random() < 0.3 and len(quote[number].split()) > 2:
            first, *rest = quote[number].split(" ")
            quote[number] = " ".join([first, f"[{rest[0]}](https://other.example/)", *rest[1:]])
    lines = [
        "# The pier",
        "",
        _INTRO,
        "",
        f"The [Courier reports]({URL}):",
        "",
        *(f"> {line}" for line in quote),
    ]
    return ends.join([*lines, "", "That is all there is to say of it.", ""]), "markdown"


def _marked(words, chance):
    opening, closing = chance.choice(("“”", '""'))
    text = " ".join(words).replace("“", "‘").replace("”", "’")
    return f"{_INTRO}\n\nThe [Courier reports]({URL}): {opening}{text}{closing}\n\nThat is all.\n", "markdown"


def _tagged(words, chance):
    for word in words:
        written = escape(word, quote=False).replace("“", "&ldquo;").replace("”", "&#8221;")
        if chance.random() < 0.1:
            yield f'<a href="https://other.example/">{written}</a>' + chance.choice((" ", "\n"))
        else:
            yield written + chance.choice((" ", " ", " ", "&nbsp;", "\n   "))


def _html(words, chance):
    body = "".join(_tagged(words, chance))
    return (
        f'<html><body><article><h1>The pier</h1><p>{_INTRO}</p>\n<p>The <a href="{URL}">Courier reports</a>:</p>\n'
        f"<blockquote class='q'><p>{body}</p></blockquote>\n<p>That is all there is to say.</p></article></body></html>"
    ), "html"


def _html_marked(words, chance):
    body = "".join(_tagged(" ".join(words).replace("“", "‘").replace("”", "’").split(), chance)).strip()
    return (
        f"<html><body><article><p>{_INTRO}</p>\n<p>The <a href='{URL}'>Courier reports</a>: &ldquo;{body}&rdquo;</p>"
        f"<p>That is all there is to say.</p></article></body></html>"
    ), "html"


def _plain(words, chance):
    quote = "\n".join(f"> {line}" for line in textwrap.wrap(" ".join(words), chance.choice((40, 60))))
    return (
        f"{_INTRO}\n\nThe Courier reports ({URL}):\n\n{quote}\n\nThat is all there is to say of it.\n",
        "text",
    )
