"""Posts with one changed word, in many shapes: hard-wrapped Markdown behind ``> ``, HTML with tags and entities."""

import random
import textwrap
from dataclasses import dataclass
from html import escape

SUBJECTS = (
    "council board ferry harbour school parish bakery library mayor inspector architect treasurer".split()
)
VERBS = "approved postponed rejected measured repaired published inspected counted funded rebuilt".split()
THINGS = "pier budget bridge timetable roof lighthouse archive fence playground report survey lock".split()
TAILS = [
    "after a long debate on Monday",
    "before the café & bakery closed",
    "for the third time since 2019",
    "without a word to the neighbours",
    "while the “old” engine was repaired",
    "at a cost of £4,200 a month",
]
NAMES = "Ada Berg,Olaf Lund,Mira Sandt,Jonas Wyk".split(",")


@dataclass(frozen=True)
class Post:
    """A post, its source, and the one word of the post that its source has otherwise.

    Attributes:
        name: The file's name.
        data: The file's bytes.
        text: The same, decoded.
        source: The page of the source.
        word: The changed word, which stands in the file once.
        shown: The file's text for that word: the word itself, or with an entity in it.
    """

    name: str
    data: bytes
    text: str
    source: str
    word: str
    shown: str


def sentence(chance: random.Random) -> str:
    """A sentence of nobody's."""
    parts = (chance.choice(SUBJECTS), chance.choice(VERBS), chance.choice(THINGS), chance.choice(TAILS))
    return "The {} {} the {} {}.".format(*parts)


def post(seed: int) -> Post:
    """A post of its own for each seed."""
    chance = random.Random(seed)
    sentences = [sentence(chance) for _ in range(chance.randint(3, 6))]
    number = chance.randrange(len(sentences))
    words = sentences[number].split()
    at = next(index for index in range(len(words)) if words[index] in VERBS)
    changed = _changed(words[at], seed)
    quoted = list(sentences)
    quoted[number] = " ".join([*words[:at], changed, *words[at + 1 :]])
    source = f"<html><head><title>News</title></head><body><article><h1>News</h1><p>{escape(' '.join(sentences))}</p></article></body></html>"
    shape = _SHAPES[seed % len(_SHAPES)]
    name, text, shown = shape(chance, " ".join(quoted), changed)
    encoding, line_end = (("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("utf-16", "\n"), ("utf-8", "\r\n"))[
        seed // 4 % 4
    ]
    text = text.replace("\n", line_end)
    return Post(f"post-{seed}{name}", text.encode(encoding), text, source, changed, shown)


def _changed(word: str, seed: int) -> str:
    """Another verb; in every fifth post one with a letter that is written as an entity."""
    other = VERBS[(VERBS.index(word) + 1 + seed % (len(VERBS) - 1)) % len(VERBS)]
    return f"é{other}" if seed % 5 == 0 else f"un{other}"


def _markdown(chance: random.Random, quoted: str, word: str) -> tuple[str, str, str]:
    wrapped = textwrap.fill(
        _signs(chance, quoted.replace("&", "&amp;").replace(word, _entities(word)), _entities(word)),
        chance.choice([38, 60, 72]),
    )
    front = "---\ntitle: A post\ndate: 2026-03-02\n---\n\n" if chance.random() < 0.5 else ""
    behind = "\n".join(f"> {line}" for line in wrapped.split("\n"))
    body = f"# Notes\n\nSome words of *mine*, and a [list](https://a.example/list).\n\n{LEAD_MD}\n\n{behind}\n\nThat was [all][1].\n\n[1]: https://b.example/\n"
    return ".md", front + body, _entities(word)


def _list(chance: random.Random, quoted: str, word: str) -> tuple[str, str, str]:
    """Lazy lines, a quotation in a list item, escapes and notes."""
    wrapped = textwrap.fill(
        quoted.replace("&", r"\&").replace(word, _entities(word)).replace("long", "long[^1]"), 50
    ).split("\n")
    behind = "\n  ".join([f"> {wrapped[0]}", *wrapped[1:]])
    body = f"Notes of the week\n=================\n\n- {LEAD_MD}\n\n  {behind}\n\n[^1]: Very long, see https://c.example/long\n"
    return ".md", body, _entities(word)


def _html(chance: random.Random, quoted: str, word: str) -> tuple[str, str, str]:
    words = quoted.split()
    tagged = [_dressed(chance, each, word) for each in words]
    lines = "\n      ".join(" ".join(tagged[n : n + 7]) for n in range(0, len(tagged), 7))
    page = (
        f'<!doctype html>\n<html lang="en"><head><title>A post</title><script>var a = "<p>{word}</p>";</script></head>\n'
        f"<body><article><h1>A post</h1>\n<p>Some words &mdash; mine.</p>\n<p>{LEAD_HTML}</p>\n"
        f"<blockquote>\n  <p>{lines}</p>\n</blockquote>\n<p>That was all.</p></article></body></html>\n"
    )
    return ".html", page, _entities(word)


def _one_line(chance: random.Random, quoted: str, word: str) -> tuple[str, str, str]:
    """A page without line ends, a note in the quotation, a comment beside the word."""
    text = escape(quoted).replace(word, f"<!-- here --><em>{_entities(word)}</em>")
    note = '<sup><a href="#n1">1</a></sup>' if chance.random() < 0.5 else ""
    text = text.replace("debate", f"debate{note}")
    page = (
        f"<html><body><article><p>{LEAD_HTML}</p><blockquote><p>{text}</p></blockquote>"
        f"<p>Nothing else is known.</p></article></body></html>"
    )
    return ".html", page, _entities(word)


LEAD_MD = "The [Lowland Courier](https://courier.example/news) reports:"
LEAD_HTML = 'The <a href="https://courier.example/news">Lowland Courier</a> reports:'
_SHAPES = (_markdown, _html, _list, _one_line)


def _entities(word: str) -> str:
    return word.replace("é", "&eacute;")


def _signs(chance: random.Random, text: str, word: str) -> str:
    """A word here and there set in italics, bold or as code; never the changed one."""
    shapes = ("*{}*", "**{}**", "[{}](https://a.example/a_b_(c) 'x')", "`{}`")
    words = text.split(" ")
    plain = [index for index, each in enumerate(words) if each.isalpha() and each != word]
    for index in chance.sample(plain, 3):
        words[index] = chance.choice(shapes).format(words[index])
    return " ".join(words)


def _dressed(chance: random.Random, each: str, word: str) -> str:
    text = "".join(f"&#{ord(c)};" if ord(c) > 127 and chance.random() < 0.5 else c for c in escape(each))
    if each == word:
        return _entities(word)
    if chance.random() < 0.8:
        return text
    return chance.choice(
        ['<em class="a>b">{}</em>', "<b>{}</b>", '<a href="/x">{}</a>', "<i\n>{}</i>"]
    ).format(text)
