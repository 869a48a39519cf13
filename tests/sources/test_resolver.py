from datetime import UTC, datetime

from provenance.sources.capture import Capture
from provenance.sources.catalogue import Catalogue, Holding
from provenance.sources.resolver import cited_references, other_references
from provenance.sources.source import FoundBy, Reference, Via
from tests.sources.pages import PIER, excerpt, page


def holding(name, via=Via.SAVED, *, urls=(), site=None, year=2026):
    capture = Capture(page().encode(), name)
    return Holding(name, via, lambda: capture, urls, site, datetime(year, 1, 1, tzinfo=UTC))


def resolve(excerpt, catalogue, *, article=None, search=None):
    cited = cited_references(excerpt, catalogue, article=article)
    return (*cited, *other_references(excerpt, catalogue, cited=cited, search=search))


def kinds(references):
    return [(reference.locator, reference.found_by) for reference in references]


def test_a_link_comes_first_and_needs_no_catalogue():
    assert resolve(excerpt(link=PIER), Catalogue()) == (Reference(PIER, FoundBy.LINK),)


def test_nothing_named_and_nothing_given_is_nothing_to_try():
    assert resolve(excerpt(), Catalogue()) == ()
    assert resolve(excerpt(link="mailto:desk@ledger.example"), Catalogue()) == ()


def test_the_only_given_source_is_tried_where_no_other_is_named():
    catalogue = Catalogue((holding("a.txt", Via.GIVEN),))
    assert kinds(resolve(excerpt(), catalogue)) == [("a.txt", FoundBy.GIVEN)]
    assert kinds(resolve(excerpt(outlet="The Ledger"), catalogue)) == [("a.txt", FoundBy.GIVEN)]


def test_the_only_given_source_says_nothing_of_another_page_than_its_own():
    catalogue = Catalogue((holding("a.html", Via.GIVEN, urls=(PIER,), site="The Ledger"),))
    other = "https://tribune.example/pier"
    assert kinds(resolve(excerpt(link=other), catalogue)) == [(other, FoundBy.LINK), ("a.html", FoundBy.TEXT)]
    assert kinds(resolve(excerpt(outlet="Tribune"), catalogue)) == [("a.html", FoundBy.TEXT)]


def test_a_link_to_the_given_page_is_that_page_once():
    catalogue = Catalogue((holding("a.html", Via.GIVEN, urls=(PIER,)),))
    assert kinds(resolve(excerpt(link=PIER + "?utm_source=x"), catalogue)) == [
        (PIER + "?utm_source=x", FoundBy.LINK)
    ]


def test_a_given_page_of_unknown_address_is_not_taken_for_the_linked_one():
    catalogue = Catalogue((holding("a.html", Via.GIVEN),))
    assert kinds(resolve(excerpt(link=PIER), catalogue)) == [(PIER, FoundBy.LINK), ("a.html", FoundBy.TEXT)]


def test_of_several_given_sources_none_is_the_given_one():
    catalogue = Catalogue((holding("a.html", Via.GIVEN), holding("b.html", Via.GIVEN)))
    assert kinds(resolve(excerpt(), catalogue)) == [("a.html", FoundBy.TEXT), ("b.html", FoundBy.TEXT)]


def test_the_outlet_chooses_among_several():
    catalogue = Catalogue((holding("a.html", site="Tribune"), holding("b.html", site="The Ledger")))
    assert kinds(resolve(excerpt(outlet="The Ledger"), catalogue)) == [
        ("b.html", FoundBy.OUTLET),
        ("a.html", FoundBy.TEXT),
    ]


def test_older_copies_of_the_linked_page_follow_it():
    catalogue = Catalogue((holding("new", urls=(PIER,)), holding("old", urls=(PIER,), year=2025)))
    assert kinds(resolve(excerpt(link=PIER), catalogue)) == [(PIER, FoundBy.LINK), ("old", FoundBy.LINK)]


def test_a_large_folder_is_searched_and_not_tried_whole():
    many = tuple(holding(f"{number}.html") for number in range(21))
    assert resolve(excerpt(), Catalogue(many)) == ()
    found = resolve(excerpt(), Catalogue(many), search=lambda excerpt: many[3:5])
    assert kinds(found) == [("3.html", FoundBy.TEXT), ("4.html", FoundBy.TEXT)]


def test_the_only_given_address_is_tried_too():
    catalogue = Catalogue(addresses=(PIER,))
    assert kinds(resolve(excerpt(), catalogue)) == [(PIER, FoundBy.GIVEN)]
    assert kinds(resolve(excerpt(link="https://tribune.example/x"), catalogue)) == [
        ("https://tribune.example/x", FoundBy.LINK),
        (PIER, FoundBy.TEXT),
    ]
