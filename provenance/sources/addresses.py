"""When two addresses lead to the same page, though they are not written alike."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode

from provenance.articles.addresses import address_parts

# Parameters that say where a reader came from, never what he reads (the public lists of Brave and Firefox).
_TRACKING = re.compile(
    r"(?:utm_|pk_|mtm_|at_|hsa_).{0,200}|_ga|_gl|_hsenc|_hsmi|cmpid|dclid|fbclid|ftag|gbraid|gclid|gclsrc|guccounter"
    r"|guce_referrer|guce_referrer_sig|igshid|mbid|mc_cid|mc_eid|mkt_tok|msclkid|ncid|ref_src|s_cid|smid|smtyp|spm"
    r"|srsltid|taid|twclid|usqp|wbraid|yclid"
)
_AMP_VALUES = frozenset(
    {("amp", ""), ("amp", "1"), ("amp", "true"), ("outputtype", "amp"), ("output", "amp")}
)
_HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_AMP_PATH = re.compile(r"^/amp(?=/)|/amp(?=/?$)|\.amp(?=\.html?$|/?$)|(?<=/)amp\.html$")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$")
_WRAPPERS = (
    # A page of an archive or an AMP cache is the page that it holds.
    re.compile(
        r"^https?://(?:web\.)?archive\.org/web/(?P<time>\d{4,14})(?:[a-z]{2}_)?/(?P<url>.{1,5000})$",
        re.IGNORECASE,
    ),
    re.compile(r"^https?://(?:www\.)?google\.[a-z.]{2,8}/amp/(?P<tls>s/)?(?P<url>.{1,5000})$", re.IGNORECASE),
    re.compile(
        r"^https?://[a-z0-9-]{1,200}\.cdn\.ampproject\.org/[acivw]/(?P<tls>s/)?(?P<url>.{1,5000})$",
        re.IGNORECASE,
    ),
)


def is_address(text: str) -> bool:
    """Whether ``text`` is an absolute http or https address."""
    parts = address_parts(text)
    return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)


def unwrapped(url: str) -> str:
    """The address of the page that an archive's or an AMP cache's address holds; any other address as it is."""
    for pattern in _WRAPPERS:
        if found := pattern.match(url):
            inner = found["url"]
            return inner if inner.lower().startswith(("http://", "https://")) else f"https://{inner}"
    return url


@lru_cache(maxsize=65_536)
def page_key(url: str) -> str:
    """What all spellings of a page's address have in common.

    The scheme, ``www.``, the default port, a trailing slash, the fragment, tracking parameters, the order of
    parameters and the marks of AMP and mobile editions make no difference. The key is for comparing, not for fetching.
    """
    try:
        return _key(unwrapped(url.strip()))
    except ValueError:  # half a character, which no address can hold
        return url


def host_of(url: str) -> str:
    """The host of an address in lower case without ``www.`` and the like; empty if there is none."""
    host = address_parts(unwrapped(url.strip())).hostname or ""
    return _HOST_PREFIX.sub("", host.rstrip("."))


def _key(url: str) -> str:
    parts = address_parts(url)
    host = host_of(url)
    if not host:
        return url
    port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    path = _INDEX.sub("", _AMP_PATH.sub("", quote(unquote(parts.path), safe="/:@!$&'()*+,;=~"))).rstrip("/")
    query = urlencode(
        sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_noise(*pair))
    )
    return f"{host}{port}{path}" + (f"?{query}" if query else "")


def _is_noise(name: str, value: str) -> bool:
    lowered = name.lower()
    return bool(_TRACKING.fullmatch(lowered)) or (lowered, value.lower()) in _AMP_VALUES
