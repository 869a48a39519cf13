import json

import pytest

from provenance.articles.article import Format
from provenance.articles.dates import iso_date
from provenance.articles.reading import read_text
from provenance.languages.guessing import guess_language


def metadata(head="", body="<p>x</p>", html="<html>", url=None):
    return read_text(
        f"{html}<head>{head}</head><body>{body}</body></html>", format=Format.HTML, url=url
    ).metadata


def json_ld(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2026-03-02T08:15:00+01:00", "2026-03-02"),
        ("20260302", "2026-03-02"),
        ("2026/3/2", "2026-03-02"),
        ("Mon, 02 Mar 2026 08:15:00 GMT", "2026-03-02"),
        ("2026-02-30", None),
        ("03/02/2026", None),  # day and month cannot be told apart
        ("last Tuesday", None),
        ("0001-01-01", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_dates_are_read_only_where_they_are_certain(text, expected):
    assert iso_date(text) == expected


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2026-03-02T07:00:00Z">', ""),
        ('<meta name="DC.date.issued" content="2026-03-02">', ""),
        (json_ld({"@type": "NewsArticle", "datePublished": "2026-03-02"}), ""),
        (
            json_ld(
                {"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2026-03-02"}]}
            ),
            "",
        ),
        ("", '<time datetime="2026-03-02">2 March</time>'),
        (
            "",
            '<time datetime="2026-04-01">now</time><time class="published" datetime="2026-03-02">2 March</time>',
        ),
        ('<link rel="canonical" href="https://a.example/2026/03/02/ferry">', ""),
    ],
)
def test_the_date_of_publication(head, body):
    assert metadata(head, body).published == "2026-03-02"


def test_fields_come_from_what_pages_state():
    head = (
        '<title>Ferry | Courier</title><meta property="og:title" content="The ferry sails">'
        '<meta property="og:site_name" content="Bay Courier"><meta name="author" content="Ada Marsh">'
        '<link rel="canonical" href="/ferry">'
    )
    found = metadata(head, html="<html lang=en-GB>", url="https://a.example/ferry?ref=home")
    assert (found.title, found.site_name, found.author, found.language) == (
        "The ferry sails",
        "Bay Courier",
        "Ada Marsh",
        "en",
    )
    assert found.url == "https://a.example/ferry"


def test_a_silent_page_leaves_fields_empty():
    found = metadata()
    assert (found.title, found.published, found.url, found.site_name, found.author) == (None,) * 5


def test_a_canonical_link_to_the_front_page_is_a_mistake():
    head = '<link rel="canonical" href="https://a.example/">'
    assert metadata(head, url="https://a.example/ferry").url == "https://a.example/ferry"


def test_an_author_s_address_is_no_name():
    assert metadata('<meta property="article:author" content="https://a.example/ada">').author is None


def test_structured_data_names_the_author_and_the_publisher():
    item = {
        "@type": "NewsArticle",
        "author": [{"@type": "Person", "name": "Ada Marsh"}],
        "publisher": {"name": "Bay Courier"},
    }
    found = metadata(json_ld(item))
    assert (found.author, found.site_name) == ("Ada Marsh", "Bay Courier")


@pytest.mark.parametrize(
    "script",
    ["{", "null", "[[[[", '{"@type": 3, "headline": []}', "[" * 100_000, '{"@graph": {"@graph": "x"}}'],
)
def test_broken_structured_data_is_passed_over(script):
    assert metadata(f'<script type="application/ld+json">{script}</script>').title is None


def test_the_body_in_structured_data_is_the_fallback():
    item = {"@type": "NewsArticle", "articleBody": "<p>The ferry</p><p>sails &amp; returns.</p>"}
    article = read_text(f"<html><head>{json_ld(item)}</head><body><p>x</p></body></html>", format=Format.HTML)
    assert article.fallback == "The ferry\n\nsails & returns."


GERMAN = (
    "Die Fähre ist seit dem Sturm nicht mehr gefahren, und das wird auch so bleiben, weil die Pfähle aus dem Boden sind. "
    * 3
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GERMAN, "de"),
        (
            "The ferry has not sailed since the storm and it is to stay that way, for the piles are out of the ground.",
            "en",
        ),
        (
            "Le bac ne part plus depuis la tempête et il est dans le port avec les autres, qui ne sont pas sur le quai.",
            "fr",
        ),
        (
            "El barco no sale desde la tormenta y los demás se quedan en el puerto, que es de la ciudad y no del condado.",
            "es",
        ),
        ("Паром не ходит с января, и лодки стоят у причала.", "ru"),
        ("Пором не ходить із січня, і човни стоять біля причалу, що їй належить.", "uk"),
        ("渡船自一月以来没有开航", "zh"),
        ("フェリーは一月から動いていません", "ja"),
        ("Ferry", None),
        ("", None),
    ],
)
def test_the_language_of_a_text_is_guessed(text, expected):
    assert guess_language(text) == expected


def test_a_template_s_language_does_not_hide_the_text_s():
    assert metadata(html="<html lang=en>", body=f"<p>{GERMAN}</p>").language == "de"
    assert metadata(html="<html lang=en>").language == "en"
