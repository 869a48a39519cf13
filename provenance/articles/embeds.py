"""What a page puts in from elsewhere: a post, a film, a preview, by the class names and the addresses of networks."""

import re
from collections.abc import Iterable

from provenance.articles.addresses import address_parts
from provenance.files.reading import word_lists

_LISTS = word_lists(__file__, "embeds.toml")
_EMBEDS = _LISTS["embeds"]
POSTS = _LISTS["posts"]
_NETWORKS = _LISTS["networks"]
_PLAYERS = _LISTS["players"]

# "— Name (@handle) March 2, 2026": how a network signs the text that its code leaves where no script runs.
_HANDLE = re.compile(r"\(@[\w.]{1,40}\)")
_SIGNED = re.compile(r"[—–-]\s?[^\n—]{1,80}\(@[\w.]{1,40}(?:@[\w.]{1,60})?\)[^\n]{0,40}$")


def is_embed(classes: frozenset[str], cite: str | None, text: str, links: Iterable[str]) -> bool:
    """Whether a blockquote is a post or a preview that another site's code put in."""
    if not _EMBEDS.isdisjoint(classes) or not POSTS.isdisjoint(classes) or _leads_to(cite, _NETWORKS):
        return True
    lines = text.rstrip().rsplit("\n", 1)
    if _SIGNED.search(lines[-1][-200:]):
        return True
    return _HANDLE.search(lines[-1][-200:]) is not None and any(_leads_to(link, _NETWORKS) for link in links)


def is_player(address: str) -> bool:
    """Whether an address on a line by itself stands for a post or a film that is shown in its place."""
    return _leads_to(address, _NETWORKS | _PLAYERS)


def _leads_to(address: str | None, hosts: frozenset[str]) -> bool:
    host = (address_parts(address or "").hostname or "").removeprefix("www.").removeprefix("m.")
    return host in hosts or host.partition(".")[2] in hosts
