"""The HTML report in a browser: choosing, searching, folding, keys, print, narrow screens, contrast."""

import re

import pytest

from provenance.reporting.html.page import report
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from tests.reporting.conftest import traced

EXCERPT = "article.excerpt"


def shown(tab):
    return tab.page.locator(f"{EXCERPT}:not([hidden])").count()


def status(tab):
    return tab.page.locator("#shown").inner_text()


def choice(tab, value):
    return tab.page.locator(f'button.choice[data-value="{value}"]')


def count(tab, value):
    return int(choice(tab, value).locator(".count").inner_text())


def test_it_opens_from_a_file_and_asks_for_nothing_else(open_page, markup):
    tab = open_page(markup)
    assert tab.complaints == []
    assert [re.sub(".*/", "", url) for url in tab.requests] == ["report.html"]


def test_choosing_a_verdict_shows_its_excerpts_and_the_counts_follow(open_page, markup):
    tab = open_page(markup)
    every, altered, critical = shown(tab), count(tab, "altered"), count(tab, "critical")
    faithful = count(tab, "faithful")
    choice(tab, "faithful").click()
    assert shown(tab) == faithful < every
    assert status(tab) == f"{faithful} of {every} excerpts"
    assert count(tab, "critical") < critical
    assert count(tab, "altered") == altered  # what choosing it too would bring
    choice(tab, "altered").click()
    assert shown(tab) == faithful + altered
    tab.page.get_by_role("button", name="Show all").click()
    assert (shown(tab), count(tab, "critical")) == (every, critical)


def test_severity_code_and_outlet_narrow_together(open_page, markup):
    tab = open_page(markup)
    choice(tab, "critical").click()
    critical = shown(tab)
    tab.page.locator('select[data-facet="code"]').select_option("OMI202")
    negations = shown(tab)
    assert 0 < negations < critical
    option = tab.page.locator(
        'select[data-facet="outlet"] option:not([value=""])', has_text=re.compile(r"\([1-9]")
    )
    tab.page.locator('select[data-facet="outlet"]').select_option(option.first.get_attribute("value"))
    assert 0 < shown(tab) <= negations


def test_the_bar_follows_the_choice(open_page, markup):
    tab = open_page(markup)
    tab.page.locator('select[data-facet="code"]').select_option("STR402")
    widths = tab.page.eval_on_selector_all(
        "rect[data-verdict]", "all => all.map(one => [one.dataset.verdict, one.getAttribute('width')])"
    )
    assert dict(widths)["verbatim" if "verbatim" in dict(widths) else "faithful"] == "0%"
    assert dict(widths)["altered"] == "100%"


def test_search_looks_into_both_columns_folded_text_too(open_page, markup):
    tab = open_page(markup)
    tab.page.locator("#search").fill("MERCHANTS  stopped quoting")
    tab.page.locator("#shown", has_text=re.compile("^1 of ")).wait_for()
    tab.page.locator("#search").fill("words that nobody wrote")
    tab.page.locator("#none").wait_for(state="visible")
    tab.page.keyboard.press("Escape")
    assert "of" not in status(tab)


def test_a_long_equal_text_unfolds_in_both_columns_at_once(open_page):
    words = "The ferry to the outer islands sails at eight, and again at noon when the tide allows. " * 8
    tab = open_page(
        report(Run((traced(f"{words}It will [-not -]sail on Sunday.", codes=["OMI202"]),)), View())
    )
    article, source = tab.page.locator("button.fold").all()
    folded = tab.page.locator(".folded")
    assert folded.count() == 2
    assert not any(one.is_visible() for one in folded.all())
    assert re.fullmatch(r"⋯ \d+ words", article.inner_text())
    article.focus()
    tab.page.keyboard.press("Enter")
    assert all(one.is_visible() for one in folded.all())
    assert not article.is_visible()
    assert not source.is_visible()


def test_an_ellipsis_opens_to_what_it_swallowed_and_closes(open_page, markup):
    tab = open_page(markup)
    mark = tab.page.locator("button.mark", has_text="[...]").first
    swallowed = mark.locator("xpath=following-sibling::*[1]")
    mark.evaluate("mark => { mark.closest('details').open = true; }")
    assert not swallowed.is_visible()
    mark.click()
    assert swallowed.is_visible()
    assert mark.get_attribute("aria-expanded") == "true"
    mark.click()
    assert not swallowed.is_visible()


def test_a_moved_passage_has_one_number_in_both_columns(open_page, markup):
    tab = open_page(markup)
    link = tab.page.locator(".moved a.number").first
    target = tab.page.locator(f'[id="{link.get_attribute("href")[1:]}"]')
    assert target.locator(".number").text_content() == link.text_content().split()[-1]
    assert target.locator("xpath=ancestor::*[contains(@class, 'source')]").count() == 1


def current(tab):
    return tab.page.evaluate("document.activeElement.id")


def test_keys_walk_through_what_is_shown(open_page, markup):
    tab = open_page(markup)
    choice(tab, "altered").click()
    names = tab.page.eval_on_selector_all(f"{EXCERPT}:not([hidden])", "all => all.map(one => one.id)")
    walked = []
    for key in "jjkj":
        tab.page.keyboard.press(key)
        walked.append(current(tab))
    assert walked == [names[0], names[1], names[0], names[1]]


def test_f_unfolds_and_folds_the_current_excerpt(open_page, markup):
    tab = open_page(markup)
    name = tab.page.locator(EXCERPT).filter(has=tab.page.locator("button.fold")).first.get_attribute("id")
    tab.page.goto(tab.page.url + f"#{name}")
    opened = tab.page.locator(f"#{name} .folded.open")
    tab.page.keyboard.press("f")
    assert opened.count() > 0
    tab.page.keyboard.press("f")
    assert opened.count() == 0


def test_letters_typed_into_the_search_are_letters_and_keys_can_be_turned_off(open_page, markup):
    tab = open_page(markup)
    tab.page.keyboard.press("/")
    tab.page.keyboard.type("jk")
    assert tab.page.locator("#search").input_value() == "jk"
    tab.page.keyboard.press("Escape")
    tab.page.locator(".help summary").click()
    tab.page.get_by_label("single-letter keys").uncheck()
    tab.page.locator("h1").click()
    tab.page.keyboard.press("j")
    assert tab.page.locator(".excerpt.current").count() == 0


def test_an_anchor_leads_to_its_excerpt_and_a_code_to_its_explanation(open_page, markup):
    tab = open_page(markup)
    link = tab.page.locator(".findings a.code").first
    link.click()
    explanation = tab.page.locator(f'[id="{link.get_attribute("href")[1:]}"]')
    assert explanation.get_attribute("open") is not None
    name = tab.page.locator(EXCERPT).last.get_attribute("id")
    tab = open_page(markup, fragment=f"#{name}")
    tab.page.wait_for_timeout(300)
    assert tab.page.evaluate(f"document.getElementById('{name}').getBoundingClientRect().top") < 900


def test_in_print_nothing_is_folded_and_addresses_are_written_out(open_page, markup):
    tab = open_page(markup)
    tab.page.emulate_media(media="print")
    hidden = tab.page.eval_on_selector_all(
        ".folded", "all => all.filter(one => getComputedStyle(one).display === 'none').length"
    )
    assert hidden == 0
    assert not tab.page.locator(".tools").is_visible()
    written = tab.page.eval_on_selector(".opens a", "one => getComputedStyle(one, '::after').content")
    assert "https://" in written
    notes = tab.page.locator(".notes li").all()
    assert len(notes) > 0
    assert all(one.is_visible() for one in notes[:5])
    assert tab.page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("width", [320, 390])
def test_narrow_screens_stack_the_columns_and_never_scroll_sideways(open_page, markup, width):
    tab = open_page(markup, width=width)
    tab.page.get_by_role("button", name="Unfold all").click()
    article, source = (tab.page.locator(f"{EXCERPT} .column").nth(at).bounding_box() for at in (0, 1))
    assert source["y"] >= article["y"] + article["height"] - 1
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= width


def test_wide_screens_set_them_beside_each_other(open_page, markup):
    tab = open_page(markup)
    article, source = (tab.page.locator(f"{EXCERPT} .column").nth(at).bounding_box() for at in (0, 1))
    assert source["x"] >= article["x"] + article["width"]
    assert source["y"] == article["y"]


def paper(tab):
    return tab.page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_light_dark_and_automatic(open_page, markup):
    tab = open_page(markup, color_scheme="dark")
    dark = paper(tab)
    tab.page.locator(".help summary").click()
    tab.page.locator("#theme").select_option("light")
    light = paper(tab)
    assert light != dark
    tab.page.reload()
    assert paper(tab) == light  # it is remembered
    tab.page.locator(".help summary").click()
    tab.page.locator("#theme").select_option("")
    assert paper(tab) == dark


def test_without_scripts_everything_is_there_and_open(open_page, markup):
    tab = open_page(markup, java_script_enabled=False)
    assert not tab.page.locator(".tools").is_visible()
    assert tab.page.locator(".folded").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200])
def test_axe_finds_nothing(open_page, few, axe, scheme, width):
    tab = open_page(few, width=width, color_scheme=scheme, bypass_csp=True)
    tab.page.add_style_tag(content=".excerpt { content-visibility: visible !important }")
    tab.page.get_by_role("button", name="Unfold all").click()
    tab.page.eval_on_selector_all("details", "all => { for (const one of all) one.open = true; }")
    tab.page.evaluate(axe)
    found = tab.page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    told = [
        (rule["id"], rule["nodes"][0]["html"][:200], rule["nodes"][0]["failureSummary"])
        for rule in found["violations"]
    ]
    assert told == []
    assert "color-contrast" in {rule["id"] for rule in found["passes"]}


def problems(tab):
    return tab.page.locator("article.excerpt[data-problem]")


def test_n_goes_from_problem_to_problem_and_round(open_page, markup):
    tab = open_page(markup)
    number = problems(tab).count()
    assert 1 < number < tab.page.locator(EXCERPT).count()
    seen = []
    for _ in range(number + 1):
        tab.page.keyboard.press("n")
        seen.append(tab.page.locator(f"{EXCERPT}.current").get_attribute("id"))
    assert len(set(seen)) == number
    assert seen[0] == seen[-1]


def test_cleared_excerpts_are_folded_and_a_link_to_one_opens_it(open_page, markup):
    tab = open_page(markup)
    cleared = tab.page.locator("details.cleared")
    assert cleared.count() > 0
    assert tab.page.locator("details.cleared[open]").count() == 0
    name = cleared.first.locator("xpath=..").get_attribute("id")
    tab = open_page(markup, fragment=f"#{name}")
    assert tab.page.locator(f"[id='{name}'] > details.cleared[open]").count() == 1


def test_the_index_has_the_gravest_first_and_sorts_by_any_column(open_page, markup):
    tab = open_page(markup)
    tab.page.locator(".index summary").click()
    assert tab.page.locator(".index tbody tr").count() == tab.page.locator("section.article").count()
    critical = [text or "0" for text in tab.page.locator(".index tbody td:nth-child(3)").all_inner_texts()]
    assert [int(text) for text in critical] == sorted(map(int, critical), reverse=True)
    button = tab.page.locator(".index th button", has_text="excerpts")
    button.click()
    button.click()
    counts = [int(text) for text in tab.page.locator(".index tbody td:nth-child(2)").all_inner_texts()]
    assert counts == sorted(counts)


def test_the_line_that_accepts_a_finding_can_be_copied(open_page, markup):
    tab = open_page(markup, permissions=["clipboard-read", "clipboard-write"])
    button = tab.page.locator("button.copy").first
    line = button.get_attribute("data-copy")
    assert re.fullmatch(r"<!-- provenance: accept [A-Z]{3}\d{3} REASON -->", line)
    button.click()
    assert tab.page.evaluate("navigator.clipboard.readText()") == line


def test_on_a_phone_the_first_excerpt_stands_on_the_first_screen(open_page, markup):
    tab = open_page(markup, width=390)
    assert tab.page.locator(EXCERPT).first.bounding_box()["y"] < 600
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_in_the_dark_the_gravest_colour_stands_out_most(open_page, markup):
    tab = open_page(markup, color_scheme="dark")
    worst, trouble = (
        tab.page.evaluate(
            f"getComputedStyle(document.querySelector('.key.{name}')).backgroundColor.match(/[0-9]+/g).map(Number)"
        )
        for name in ("critical", "major")
    )
    assert sum(worst) > sum(trouble)
    assert max(worst) - min(worst) > max(trouble) - min(trouble)


def test_filters_call_findings_by_their_names_and_outlets_by_their_hosts(open_page, markup):
    tab = open_page(markup)
    codes = tab.page.locator('select[data-facet="code"] option').all_inner_texts()[1:]
    assert all(re.fullmatch(r"[A-Z]{3}\d{3} [a-z-]+ \(\d+\)", text) for text in codes)
    outlets = tab.page.locator('select[data-facet="outlet"] option').all_inner_texts()[1:]
    assert sum(".example (" in text for text in outlets) > len(outlets) / 2
