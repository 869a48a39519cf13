"""Whether a superscript, or a link of a book, is the number or the sign of a note."""

import re
from itertools import islice
from unicodedata import category

from lxml.html import HtmlElement

_LONGEST = 10  # characters: "[12, 13]"
_MOST_PARTS = 8  # pieces of text in one that are read
_LONGEST_UNIT = 3  # letters: "km", "yd"
_CALL = re.compile(r"[\[(]{0,2}(?:[*†‡§¶]{1,9}|\d{1,3}(?:[ ,–\u00a0-]{1,3}\d{1,3}){0,3})[\])]{0,2}")
_NO_FIGURES = frozenset("[(*†‡§¶")
_VOWELS = frozenset("aeiouyäöüáéíóúàèìòùâêîôû")
_CLOSING = frozenset("”»“’\"'›")  # a number behind one may lead straight to the source of what is quoted
_STOPS = _CLOSING | frozenset(".,;:!?…)]")
_CALLS = frozenset(("noteref", "doc-noteref", "biblioref", "doc-biblioref"))
_LETTER = re.compile(r"\W{0,2}[a-z]\W{0,2}", re.IGNORECASE | re.ASCII)
# Figures as they are written, below ninety: "il" and "civil" are words.
_ROMAN = re.compile(r"\W{0,2}(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})\W{0,2}", re.IGNORECASE)
# A letter or a Roman figure in brackets: raised, it is no word, wherever it leads.
_BRACKETED = re.compile(r"\[(?:([a-z])\1?|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3}))\]", re.IGNORECASE)


def says_it_calls_a_note(link: HtmlElement, role: str) -> bool:
    """Whether a link states by its type in a book (EPUB) or its role (DPUB-ARIA) that it calls a note, and shows no words."""
    return not _CALLS.isdisjoint(role.split()) and _numbers_a_note(_shown(link), link)


def _shown(element: HtmlElement) -> str:
    return "".join(islice(element.itertext(), _MOST_PARTS + 1)).strip()


def _numbers_a_note(shown: str, link: HtmlElement | None) -> bool:
    """Whether short text may call a note: it has a figure or a sign and is no word that somebody would hide ("not").

    A letter ("a" is a word too) must lead to a note of the page, a Roman figure to one of the page or of another one.
    """
    if not 0 < len(shown) <= _LONGEST:
        return False
    if not any(map(str.isalpha, shown)) or any(map(str.isdecimal, shown)):
        return True
    page, _, name = (link.get("href") or "").strip().partition("#") if link is not None else ("", "", "")
    if link is None or not name or not (_LETTER.fullmatch(shown) or _ROMAN.fullmatch(shown)):
        return False
    if page:
        return _LETTER.fullmatch(shown) is None
    return not {link, *link.iterancestors()}.issuperset(link.xpath("id($name)", name=name))


def is_note_call(element: HtmlElement, before: str) -> bool:
    """Whether a superscript is the number, or the sign, of a note, behind what stands before it in its block.

    So is a link within a page, a letter in brackets, and a number that stands right behind a word or a stop and is no exponent
    ("m²", "10⁶"). A link to another page right behind a quotation mark stays: it leads to the source.
    """
    shown, around = _shown(element), element.getparent()
    link = around if around is not None and around.tag == "a" else next(element.iter("a"), None)
    if before and _BRACKETED.fullmatch(shown):
        return True
    if not _numbers_a_note(shown, link):
        return False
    address = (link.get("href") or "").strip() if link is not None else ""
    if address.startswith("#"):
        return True
    if not _CALL.fullmatch(shown) or (element.tail or "")[:1].isalnum():
        return False
    if address and "#" not in address and before[-1:] in _CLOSING:
        return False
    return "#" in address or _follows(before, shown)


def _follows(before: str, shown: str) -> bool:
    """Whether a number stands where a note's does: behind a stop or a word, and is not the power of a unit or a sign."""
    if shown[0] in _NO_FIGURES or before[-1:] in _STOPS:
        return bool(before)
    told = "".join(sign for sign in before[-2 * _LONGEST :] if category(sign)[0] != "M")  # vowel signs
    letters = re.split(r"[\W\d_]", told[-_LONGEST_UNIT - 1 :])[-1]
    cased = letters.lower() != letters.upper()
    if not letters or len(letters) > _LONGEST_UNIT or len(letters) <= cased:
        return len(letters) > _LONGEST_UNIT
    counted = told[: -len(letters)].rstrip()[-1:].isdigit()  # "40 in"
    short = cased and _VOWELS.isdisjoint(letters.casefold())
    return not (counted or letters.isupper() or short)
