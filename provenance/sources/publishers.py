"""Publishers: whether an outlet, as an article names it, is the one that published a page."""

import re
import unicodedata
from functools import lru_cache

from provenance.excerpts.outlets import outlets
from provenance.sources.addresses import host_of
from provenance.sources.source import Witness

_ARTICLES = re.compile(r"^(?:the|le|la|les|l|el|los|il|lo|der|die|das|de|het)\s+", re.IGNORECASE)
_LISTED = "listed: "  # before a name as the table of outlets has it; no spelling holds a space
_NOT_LETTERS = re.compile(r"[\W_]+")
_HOST = re.compile(r"^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$")
# Labels that four countries or more put between a name and their own (the Public Suffix List): example.co.uk, example.go.jp.
_SECOND_LEVEL = frozenset(
    "ac asso biz co com coop ed edu firm fm go gob gouv gov in ind info int k12 ltd med mil mobi ne net nom or org priv pro rec sc sch "
    "tm tv web".split()
)
_COUNTRY = 2  # letters of a country's label


def is_published_by(outlet: str, publisher: str) -> bool:
    """Whether an outlet as an article names it is the publisher of a page.

    The spelling of the two tells, or the table of outlets, which knows abbreviations and domains of another name.

    Args:
        outlet: The name in the article: ``The Harbour Ledger``.
        publisher: The page's host, or the name that its site gives itself.
    """
    return not outlet_keys(outlet).isdisjoint(publisher_keys(publisher))


def outlet_keys(outlet: str) -> frozenset[str]:
    """Under which keys an outlet's pages are found: its spellings, and its name in the table of outlets."""
    named = outlets().named(outlet) or outlet
    return frozenset({*_spellings(outlet), *_spellings(named), f"{_LISTED}{named}"})


def publisher_keys(publisher: str) -> frozenset[str]:
    """The keys of a page by its host, or by the name that its site gives itself; see ``outlet_keys``."""
    if _HOST.match(publisher):
        spellings, listed = _host_spellings(publisher), outlets().at_address(publisher)
    else:
        named = outlets().named(publisher)
        spellings, listed = _spellings(publisher), (named,) if named else ()
    return frozenset({*spellings, *(f"{_LISTED}{name}" for name in listed)})


@lru_cache(maxsize=4096)
def _spellings(name: str) -> frozenset[str]:
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    plain = plain.casefold().replace("&", " and ").strip()
    if _HOST.match(plain):
        return _host_spellings(plain)
    return frozenset({_NOT_LETTERS.sub("", form) for form in (plain, _ARTICLES.sub("", plain))} - {""})


@lru_cache(maxsize=4096)
def _host_spellings(host: str) -> frozenset[str]:
    labels = host.casefold().removeprefix("www.").split(".")
    national = len(labels) > 2 and len(labels[-1]) == _COUNTRY and labels[-2] in _SECOND_LEVEL
    own = labels[:-2] if national else labels[:-1]
    name = own[-1]
    # "The Ledger" may live at theledger.example or at ledger.example; both spellings of the name are tried anyway.
    return frozenset({name.replace("-", ""), re.sub(r"^the-?", "", name).replace("-", "")} - {""})


def is_of_another(outlet: str | None, witness: Witness) -> bool:
    """Whether an outlet is named, and the page is known to be another's."""
    publishers = [name for name in (witness.page.metadata.site_name, host_of(witness.url or "")) if name]
    if not outlet or not publishers:
        return False
    return not any(is_published_by(outlet, publisher) for publisher in publishers)
