import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.text.tokens import count_words

LONG = "".join(
    f"<p>The harbour board wrote in its report for year {year} that the slip would be kept open to all.</p>"
    for year in range(30)
)
SHORT = "<p>The harbour board wrote that the slip would be kept open.</p>"
MIDDLE = "".join(
    f"<p>The board wrote in its report for {year} that the slip would be kept open to all.</p>"
    for year in range(8)
)


STUB = (
    "<p>The harbour board wrote in its report that the slip would be kept open to all, whatever the weather, as long as "
    "somebody was there to sweep it in the morning.</p>"
)


def doubts(body, head="<title>Ferry</title>"):
    return read_text(
        f"<html><head>{head}</head><body><article>{body}</article></body></html>", format=Format.HTML
    ).doubts


NOT_FREE = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (NOT_FREE, LONG),
        ("<title>Page not found: a history of the error</title>", LONG),
        ("<title>Just a moment in the harbour</title>", LONG),
        ("<title>Ferry</title>", LONG + "<p>Already a subscriber? Sign in.</p>"),
        (
            "<title>Ferry</title>",
            f'<div id="root">{LONG}</div><noscript>Please enable JavaScript.</noscript>',
        ),
    ],
    ids=["not free", "404 in the title", "challenge in the title", "subscribers", "application"],
)
def test_a_single_sign_is_no_reason_for_doubt(head, body):
    assert doubts(body, head) == ()


@pytest.mark.parametrize(
    ("head", "body", "reason"),
    [
        ("", SHORT, "fewer than 80 words"),
        ("", STUB + "<p>The rest …</p>", "fewer than 80 words"),
        ("", STUB + "<p class=paywall-teaser>Not all of it.</p>", "fewer than 80 words"),
        ("", STUB + "<p>Register for our premium offer and read on.</p>", "fewer than 80 words"),
        (NOT_FREE, MIDDLE, "for subscribers"),
        ("", f"{MIDDLE}<p>Subscribe to continue reading.</p>", "for subscribers"),
        ("<title>404 - Page not found</title>", SHORT, "no such page"),
        ("<title>Just a moment...</title>", SHORT, "check for robots"),
        ("", "<div id=root></div>", "without its scripts"),
        (
            "",
            "<p>Loading</p><noscript>You need to enable JavaScript to run this app.</noscript>",
            "without its scripts",
        ),
        ("<title>Before you go on</title>", "<p>We and our partners use cookies. Accept all?</p>", "consent"),
    ],
)
def test_a_short_page_says_why(head, body, reason):
    found = doubts(body, head)
    assert len(found) == 1
    assert reason in found[0]
    assert found[0].endswith(".")


@pytest.mark.parametrize(
    "told",
    [
        "The bakery used pictures of customers without their consent.",
        "The court has no power to vary a consent order.",
        "They baked nine hundred cookies in one night, and the managers ate none.",
    ],
)
def test_a_short_page_that_only_speaks_of_consent_or_cookies_asks_for_none(told):
    assert not any("consent" in doubt for doubt in doubts(f"<p>{told}</p>"))


@pytest.mark.parametrize(
    "told",
    [
        "We value your privacy. Choose what we may keep.",
        "This site uses cookies. By going on you agree to their use.",
        "Wir verwenden Cookies. Alle akzeptieren?",
        "We and our partners store data on your device.",
    ],
)
def test_a_page_that_asks_for_consent_says_so(told):
    assert any("consent" in doubt for doubt in doubts(f"<p>{told}</p>"))


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><article>{STUB}</article></body></html>",
        f"<html><body><h1>The slip</h1><div>{STUB}</div></body></html>",
        f"<html><body><article>{STUB}<p>Mabel Quirk, secretary</p></article></body></html>",
    ],
    ids=["article closed", "nothing left out", "signed"],
)
def test_a_short_page_that_is_whole_is_not_doubted(page):
    assert read_text(page, format=Format.HTML).doubts == ()


LEFT_OUT = "<nav><a href=/a>Ferry</a> <a href=/b>Slip</a></nav><footer><p>All rights reserved.</p></footer>"


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body>{LEFT_OUT}<div>{STUB}</div></body></html>",
        f"<html><body><article>{STUB}<p><a href=/full>Read it all</a></p></article></body></html>",
        f"<html><body><article>{STUB}",
        f"<html><body><article>{STUB[:-20]}</article></body></html>",
        f"<html><body><a href=/subscribe>Subscribe</a><article>{STUB}</article></body></html>",
    ],
    ids=["something left out", "leads on", "article not closed", "broken off", "sells subscriptions"],
)
def test_a_short_page_that_may_not_be_whole_is_doubted(page):
    assert "fewer than 80 words" in read_text(page, format=Format.HTML).doubts[0]


def test_a_page_nested_too_deep_is_malformed():
    assert "malformed" in doubts("<div>" * 300 + LONG)[0]


def test_a_page_that_is_too_long_is_cut_and_says_so():
    article = read_text(
        f"<html><body><p>word</p><p data-x='{'a b ' * 2_500_000}'></p><p>end</p></body></html>",
        format=Format.HTML,
    )
    assert any("10,000,000 characters" in doubt for doubt in article.doubts)
    assert not article.document.text.endswith("end")


def test_words_are_counted_in_scripts_without_spaces():
    assert count_words("The slip is open") == 4
    assert count_words("渡船码头开放") == 3


def test_markdown_and_text_are_never_doubted():
    assert read_text("# x", format=Format.MARKDOWN).doubts == ()
    assert read_text("x", format=Format.TEXT).doubts == ()


@pytest.mark.parametrize(("distance", "asks"), [(190, True), (210, False)])
def test_cookies_and_a_word_of_consent_belong_together_within_200_characters(distance, asks):
    script = f"<script>// cookies {'-' * (distance - 2)} accept\n</script>"
    assert bool(doubts(STUB, head=f"<title>Ferry</title>{script}")) is asks


@pytest.mark.parametrize(("before", "asks"), [(99_000, True), (101_000, False)])
def test_consent_is_looked_for_in_the_first_and_the_last_100_000_characters(before, asks):
    padding = "<!--" + "-" * before + "-->"
    script = "<script>accept cookies</script>"
    assert bool(doubts(STUB, head=f"<title>Ferry</title>{padding}{script}{padding}{padding}")) is asks
